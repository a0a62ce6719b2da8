import { deflateRawSync } from 'node:zlib'
import { addDays } from '../../../shared/domain/dates.ts'
import { momentOf, secondsOf } from '../../../shared/domain/seal/fields.ts'
import type { ListEntry } from '../../../shared/domain/seal/list.ts'
import { bitString, encodeList, hasBit } from '../../../shared/domain/seal/list.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { KeyRow, RootRow, SealKnowledge } from './known.ts'
import { base64Of } from './known.ts'
import { addList } from './offices.ts'
import { listSheet } from './papers.ts'
import { openKey, signed } from './sealer.ts'
import { serialsAnnulled } from './serials.ts'

/** The last second of a day in Lima (UTC−5), UTC text. */
function endOfDay(day: string): string {
  return momentOf(secondsOf(`${addDays(day, 1)}T05:00:00.000Z`) - 1)
}

/** Signs the list of today, keeps it, and draws it for the notice board. */
export async function publishList(context: JobContext, nextOn: string): Promise<{ act: string; sheet: FileRef; annulled: number; issuedAt: string }> {
  const { write, now, today, step } = context
  if (nextOn <= today()) refuse('seal.nextNotLater')
  if (nextOn > addDays(today(), 366)) refuse('seal.nextTooLate')
  const held = (await openKey(context)) ?? refuse('seal.noKeyHere')
  const { key, signer } = held
  await step({ done: 0, total: 2, note: '' })
  const issuedAt = momentOf(secondsOf(now()))
  const nextAt = endOfDay(nextOn)
  const { act, bytes, annulled, fingerprint } = await write(async (db) => {
    const { entries, annulled: count } = await entriesOf(db, key.rootId)
    const list = signed(signer, encodeList({ ruc: key.ruc, issuedAt, nextAt, entries }))
    // The column that holds it, and every reader of it, takes no longer one.
    if (list.length > 290_000) refuse('seal.listTooBig')
    await addList(db, { rootId: key.rootId, ruc: key.ruc, kid: key.kid, bytes: base64Of(list), issuedAt, nextAt, isOwn: 1 })
    const root = await db.selectFrom('sealRoots').select('fingerprint').where('id', '=', key.rootId).executeTakeFirstOrThrow()
    return { act: db.act, bytes: list, annulled: count, fingerprint: root.fingerprint }
  })
  await step({ done: 1, total: 2, note: '' })
  return { act, sheet: await listSheet(context, { list: bytes, issuedAt, nextOn, annulled, fingerprint, ruc: key.ruc }), annulled, issuedAt }
}

/** What this database knows of each key of the root; of a key whose papers are elsewhere it says nothing. */
async function entriesOf(db: Reader, rootId: string): Promise<{ entries: ListEntry[]; annulled: number }> {
  const keys = await db.selectFrom('sealKeys').select(['id', 'kid', 'device', 'lastSerial']).where('rootId', '=', rootId).where('isOwn', '=', 1).where('removedAt', 'is', null).orderBy('since').orderBy('id').execute()
  const dead = await serialsAnnulled(db)
  const last = await lastSerials(db)
  const entries: ListEntry[] = []
  let annulled = 0
  for (const { id, kid, device, lastSerial } of keys) {
    const highest = Math.max(lastSerial, last.get(id) ?? 0)
    if (device === null && highest === 0) continue
    const serials = dead.get(id) ?? []
    annulled += serials.length
    entries.push({ kid, highest, bits: new Uint8Array(deflateRawSync(bitString(serials), { level: 9 })) })
  }
  return { entries, annulled }
}

async function lastSerials(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('certificates').select(({ fn }) => ['sealKeyId', fn.max('serial').as('last')]).where('sealKeyId', 'is not', null).groupBy('sealKeyId').execute()
  return new Map(rows.map((row) => [String(row.sealKeyId), Number(row.last)]))
}

/** The office's newest list in force: how old it is, and whether something was annulled since. */
export async function ownList(db: Reader, root: RootRow, known: SealKnowledge): Promise<{ issuedAt: string; nextAt: string; annulled: number; isStale: boolean; isBehind: boolean } | null> {
  const lists = known.lists.filter((list) => list.rootId === root.id)
  const newest = lists.toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))[0]
  if (newest === undefined) return null
  const dead = await serialsAnnulled(db)
  const keys = known.keyRows.filter((key) => key.rootId === root.id)
  const isTold = (key: KeyRow, serial: number): boolean => lists.some((list) => hasBit(list.entries.get(key.kid)?.bits ?? new Uint8Array(0), serial))
  const isBehind = keys.some((key) => (dead.get(key.id) ?? []).some((serial) => !isTold(key, serial)))
  const annulled = [...newest.entries.values()].reduce((sum, { bits }) => sum + ones(bits), 0)
  return { issuedAt: newest.issuedAt, nextAt: newest.nextAt, annulled, isStale: known.now > newest.nextAt, isBehind }
}

function ones(bits: Uint8Array): number {
  let count = 0
  for (let byte of bits) for (; byte !== 0; byte &= byte - 1) count += 1
  return count
}
