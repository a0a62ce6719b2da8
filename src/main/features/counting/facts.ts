import type { Language } from '../../../shared/messages/messages.ts'
import type { About } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { dayOf } from './apply.ts'
import type { Loading } from './load.ts'
import { beginLoading, loadFacts } from './load.ts'
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

/** How far the logs of all devices were read, by device. */
type Ends = ReadonlyMap<string, Read>

/** What is being read before anybody asked for it. */
interface Warming {
  readonly loading: Loading
  /** Where the log ended before the first stretch. */
  readonly since: Ends
  /** Where it ended at the latest one. */
  until: Ends
}

interface Kept {
  facts: Facts | null
  warming: Warming | null
  read: Ends
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
  const kept = keptOf(about)
  const mine = kept.turn.then(() => renewed(db, about, kept))
  // A failure is of who asked: the next one tries again.
  kept.turn = mine.catch(() => undefined)
  const facts = await mine
  facts.today = dayOf(today?.() ?? null)
  return facts
}

function keptOf(about: About): Kept {
  const kept = offices.get(about) ?? { facts: null, warming: null, read: new Map(), turn: Promise.resolve() }
  offices.set(about, kept)
  return kept
}

/**
 * Reads everything before anybody asks, a stretch at each door and a pause between, so that nobody waits for it. Who asks for
 * the facts meanwhile reads the rest at once. Ends when all is read, or when `goesOn` says no.
 */
export async function warmFacts(about: About, read: <T>(work: (db: Reader) => Promise<T>) => Promise<T>, goesOn: () => boolean): Promise<void> {
  const kept = keptOf(about)
  let isRead = kept.facts !== null
  while (!isRead && goesOn()) {
    isRead = await read((db) => warmOn(db, about, kept))
    await breathe()
  }
}

/** Reads the next stretch. True once there is nothing left to read ahead. */
async function warmOn(db: Reader, about: About, kept: Kept): Promise<boolean> {
  if (kept.facts !== null) {
    kept.warming = null
    return true
  }
  const warming = kept.warming ?? (kept.warming = await beginWarming(db, about))
  try {
    warming.until = await logEnds(db)
    if (!(await warming.loading.goOn(db))) return false
  } catch (error) {
    kept.warming = null
    throw error
  }
  kept.turn = kept.turn.then(() => warmedUp(kept, warming))
  await kept.turn
  return true
}

async function beginWarming(db: Reader, about: About): Promise<Warming> {
  const since = await logEnds(db)
  return { loading: await beginLoading(db, about), since, until: since }
}

/** Keeps what was read ahead, unless somebody took it over meanwhile. */
function warmedUp(kept: Kept, warming: Warming): void {
  if (kept.warming !== warming) return
  kept.warming = null
  kept.facts = warming.loading.facts
  kept.read = warming.since
}

/** Reads the rest of what is being read ahead. Not where this door sees less than one of its stretches did. */
async function takeOver(db: Reader, kept: Kept, now: Ends): Promise<void> {
  const { warming } = kept
  if (warming === null) return
  kept.warming = null
  const seesLess = (): boolean => [...warming.until].some(([device, { number }]) => (now.get(device)?.number ?? -1) < number)
  if (seesLess()) return
  while (!(await warming.loading.goOn(db))) await breathe()
  if (seesLess()) return
  kept.facts = warming.loading.facts
  kept.read = warming.since
}

async function renewed(db: Reader, about: About, kept: Kept): Promise<Facts> {
  const now = await logEnds(db)
  if (kept.facts === null) await takeOver(db, kept, now)
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
async function logEnds(db: Reader): Promise<Ends> {
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
async function touchedSince(db: Reader, read: Ends, now: Ends): Promise<Map<string, Set<string>> | null> {
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
