import type { Language } from '../../../shared/messages/messages.ts'
import type { About } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { dayOf } from './apply.ts'
import { loadFacts } from './load.ts'
import type { Facts } from './model.ts'
import { breathe } from './read.ts'
import { bringUpToDate } from './touched.ts'

export interface FactsContext {
  readonly db: Reader
  readonly about: About
  readonly language: Language
  /** Where it is known, sessions to come do not count as held. */
  readonly today?: () => string
}

/** How far the log of a device was read. */
interface Read {
  readonly number: number
  readonly hash: string
}

interface Kept {
  facts: Facts | null
  /** By device. */
  read: ReadonlyMap<string, Read>
  /** One reads at a time; whoever comes meanwhile waits for it. */
  turn: Promise<unknown>
}

const offices = new WeakMap<About, Kept>()

/** Changes since that are worth following one by one. */
const FOLLOWED = 60_000

/**
 * What figures are counted from, as it stands now: kept in memory, brought up to date from the change log. Who asks for it
 * behind a writing door must not have changed what counts: the log does not tell of it yet.
 */
export async function factsOf({ db, about, today }: FactsContext): Promise<Facts> {
  const kept = offices.get(about) ?? { facts: null, read: new Map(), turn: Promise.resolve() }
  offices.set(about, kept)
  const mine = kept.turn.then(() => renewed(db, about, kept))
  // A failure is of who asked: the next one tries again.
  kept.turn = mine.catch(() => undefined)
  const facts = await mine
  facts.today = dayOf(today?.() ?? null)
  return facts
}

async function renewed(db: Reader, about: About, kept: Kept): Promise<Facts> {
  const now = await logEnds(db)
  const touched = kept.facts === null ? null : await touchedSince(db, kept.read, now)
  const known = kept.facts
  // What fails half way is read again from the start.
  kept.facts = null
  const isFollowed = known !== null && touched !== null && (touched.size === 0 || (await bringUpToDate(db, known, touched)))
  const facts = isFollowed ? known : await loadFacts(db, about)
  kept.facts = facts
  kept.read = now
  return facts
}

/** The last entry of each device: asked one device after another, because counting them all would read the whole log. */
async function logEnds(db: Reader): Promise<ReadonlyMap<string, Read>> {
  const ends = new Map<string, Read>()
  let device = ''
  for (;;) {
    const next = await db.selectFrom('changes').select('device').where('device', '>', device).orderBy('device').limit(1).executeTakeFirst()
    if (next === undefined) return ends
    device = next.device
    const last = await db.selectFrom('changes').select(['number', 'hash']).where('device', '=', device).orderBy('number', 'desc').limit(1).executeTakeFirst()
    if (last !== undefined) ends.set(device, last)
  }
}

/** Ids by table that the log tells of since. Null where it does not go on from what was read (another database, an older snapshot), or tells of too much. */
async function touchedSince(db: Reader, read: ReadonlyMap<string, Read>, now: ReadonlyMap<string, Read>): Promise<Map<string, Set<string>> | null> {
  const touched = new Map<string, Set<string>>()
  for (const [device, before] of read) if ((now.get(device)?.number ?? -1) < before.number) return null
  for (const [device, { number, hash }] of now) {
    const before = read.get(device) ?? { number: 0, hash: '' }
    if (number - before.number > FOLLOWED || !(await goesOn(db, device, before, { number, hash }))) return null
    for (let from = before.number; from < number; from += 4000) {
      const rows = await db.selectFrom('changes').select(['entity', 'entityId']).distinct().where('device', '=', device).where('number', '>', from).where('number', '<=', from + 4000).execute()
      for (const { entity, entityId } of rows) {
        const ids = touched.get(entity)
        if (ids === undefined) touched.set(entity, new Set([entityId]))
        else ids.add(entityId)
      }
      await breathe()
    }
  }
  return touched
}

async function goesOn(db: Reader, device: string, before: Read, now: Read): Promise<boolean> {
  if (before.number === now.number) return before.hash === now.hash
  if (before.number === 0) return true
  const entry = await db.selectFrom('changes').select('hash').where('device', '=', device).where('number', '=', before.number).executeTakeFirst()
  return entry?.hash === before.hash
}
