import { inflateRawSync } from 'node:zlib'
import type { Bundle } from '../../../shared/domain/seal/bundle.ts'
import type { Inflate, KnownKey, KnownList, ListProblem } from '../../../shared/domain/seal/known.ts'
import { knownKeys, newestLists, readBundle, readList } from '../../../shared/domain/seal/known.ts'
import type { Known } from '../../../shared/domain/seal/verify.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { entityOf } from '../entity/records.ts'
import { verifySignature } from './ed25519.ts'

export type RootRow = EntityTables['sealRoots']
export type KeyRow = EntityTables['sealKeys']
export type ListRow = EntityTables['sealLists']

export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const inflate: Inflate = (bytes, most) => {
  try {
    return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: most }))
  } catch {
    return null
  }
}
/** How this host does what the rules of the seal leave to it. */
export const means = { verifySignature, inflate }

/** Whom this office trusts, and what was heard from them. */
export interface SealKnowledge extends Known {
  readonly roots: readonly RootRow[]
  readonly keyRows: readonly KeyRow[]
  /** With the row that each came from. */
  readonly listRows: readonly { readonly row: ListRow; readonly list: KnownList }[]
}

/** Read from the signed bytes each time, never from the columns beside them: who changes the database gains no trust by it. */
export async function knowledgeOf(db: Reader, now: string): Promise<SealKnowledge> {
  const roots = await db.selectFrom('sealRoots').selectAll().where('removedAt', 'is', null).orderBy('isOwn', 'desc').orderBy('addedAt').orderBy('id').execute()
  const keyRows = await db.selectFrom('sealKeys').selectAll().where('removedAt', 'is', null).orderBy('since').orderBy('id').execute()
  const lists = await db.selectFrom('sealLists').selectAll().where('removedAt', 'is', null).orderBy('issuedAt').orderBy('id').execute()
  const keys: KnownKey[] = []
  const listRows: { row: ListRow; list: KnownList }[] = []
  for (const root of roots) {
    const own = keysOf(root, keyRows.filter((key) => key.rootId === root.id).map((key) => bytesOf(key.bundle)))
    keys.push(...own)
    for (const row of lists.filter((each) => each.rootId === root.id)) {
      const list = readList(bytesOf(row.bytes), own, now, means)
      if (typeof list !== 'string') listRows.push({ row, list })
    }
  }
  return { roots, keyRows, listRows, keys, lists: newestLists(listRows.map((one) => one.list)), now, verifySignature }
}

/** The keys that the root answers for by these bundles; what it did not sign is left out. */
export function keysOf(root: Pick<RootRow, 'id' | 'ruc' | 'publicKey'>, bundles: readonly Uint8Array[]): readonly KnownKey[] {
  return knownKeys({ id: root.id, ruc: root.ruc, publicKey: bytesOf(root.publicKey) }, bundlesOf(root, bundles))
}

export function bundlesOf(root: Pick<RootRow, 'id' | 'ruc' | 'publicKey'>, bundles: readonly Uint8Array[]): readonly Bundle[] {
  const known = { id: root.id, ruc: root.ruc, publicKey: bytesOf(root.publicKey) }
  return bundles.flatMap((bytes) => readBundle(bytes, known, verifySignature) ?? [])
}

export function listOf(bytes: Uint8Array, keys: readonly KnownKey[], now: string): KnownList | ListProblem {
  return readList(bytes, keys, now, means)
}

/** The office's own root for the RUC that it has now, or null. */
export async function ownRoot(db: Reader): Promise<RootRow | null> {
  const { ruc } = await entityOf(db)
  if (ruc === null) return null
  const row = await db.selectFrom('sealRoots').selectAll().where('isOwn', '=', 1).where('ruc', '=', ruc).where('removedAt', 'is', null).orderBy('addedAt', 'desc').limit(1).executeTakeFirst()
  return row ?? null
}
