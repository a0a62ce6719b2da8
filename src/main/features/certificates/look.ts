import type { AnyFrozen, FrozenLook } from '../../../shared/contract/frozen.ts'
import { frozenCertificate, frozenLook, frozenOwn } from '../../../shared/contract/frozen.ts'
import { missing } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { imagesOf } from '../designs/records.ts'
import { digest } from './split.ts'

/** A row of the register as far as its paper needs it. */
export interface FrozenRow {
  readonly frozen: string
  readonly lookId: string | null
}

/** Looks read already, by id: a batch has few and each is long. They never change. */
export type KnownLooks = Map<string, FrozenLook>

/** What these papers show, whole, in the order of the rows; of either shape. */
export async function readFrozen(db: Reader, rows: readonly FrozenRow[], known: KnownLooks = new Map()): Promise<AnyFrozen[]> {
  const wanted = [...new Set(rows.flatMap(({ lookId }) => lookId ?? []))].filter((id) => !known.has(id))
  for (const chunk of inChunks(wanted, 1)) {
    const looks = await db.selectFrom('certificateLooks').select(['id', 'words']).where('id', 'in', chunk).execute()
    for (const { id, words } of looks) known.set(id, frozenLook.parse(JSON.parse(words)))
  }
  return rows.map(({ frozen, lookId }): AnyFrozen => {
    const words: unknown = JSON.parse(frozen)
    if (lookId === null) return frozenCertificate.parse(words)
    return { format: 2, look: known.get(lookId) ?? missing('certificates.missing'), own: frozenOwn.parse(words) }
  })
}

/** The frozen words of these certificates, in the order of the ids. Throws `missing`. */
export async function frozenOf(db: Reader, ids: readonly string[], known: KnownLooks = new Map()): Promise<AnyFrozen[]> {
  const byId = new Map<string, FrozenRow>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    for (const { id, ...row } of await db.selectFrom('certificates').select(['id', 'frozen', 'lookId']).where('id', 'in', chunk).execute()) byId.set(id, row)
  }
  return readFrozen(db, ids.map((id) => byId.get(id) ?? missing('certificates.missing')), known)
}

/** A look as it is kept: its words, and the SHA-256 by which papers name it. */
export interface SerialisedLook {
  readonly look: FrozenLook
  readonly words: string
  readonly sha256: string
}

export function serialised(look: FrozenLook): SerialisedLook {
  const words = JSON.stringify(look)
  return { look, words, sha256: digest(words) }
}

/** Keeps the looks that are not kept yet, each content once. Gives their ids by SHA-256. */
export async function addLooks(db: Writer, looks: Iterable<SerialisedLook>): Promise<ReadonlyMap<string, string>> {
  const bySha = new Map([...looks].map((one) => [one.sha256, one]))
  const ids = new Map<string, string>()
  for (const chunk of inChunks([...bySha.keys()], 1)) {
    for (const row of await db.selectFrom('certificateLooks').select(['id', 'sha256']).where('sha256', 'in', chunk).execute()) ids.set(row.sha256, row.id)
  }
  const fresh = [...bySha.values()].filter((one) => !ids.has(one.sha256))
  const added = await db.add('certificateLooks', fresh.map(({ look, words, sha256 }) => ({ sha256, designRef: look.design.ref, designVersion: look.design.version, words })))
  for (const [at, { sha256 }] of fresh.entries()) ids.set(sha256, added[at] ?? '')
  return ids
}

/** SHA-256 of every image that a paper shows. */
export function imageHashes(frozen: AnyFrozen): string[] {
  if (frozen.format === 1) return [frozen.artworkHash, ...frozen.logos.map((logo) => logo.assetHash), ...frozen.signatories.map((one) => one.imageHash)].filter((hash) => hash !== null)
  const { look } = frozen
  return [...look.logos.map((logo) => logo.assetHash), ...look.signatories.flatMap((one) => one.imageHash ?? []), ...imagesOf(look.document)]
}
