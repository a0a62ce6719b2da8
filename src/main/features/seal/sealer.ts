import { verificationCode } from '../../../shared/domain/numbering.ts'
import type { SealBody } from '../../../shared/domain/seal/body.ts'
import { encodePayload, fittedBody } from '../../../shared/domain/seal/body.ts'
import { envelopeBytes, signedBytes } from '../../../shared/domain/seal/cose.ts'
import { hexOf } from '../../../shared/domain/seal/fields.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { Signer } from './ed25519.ts'
import { sha256, signerOf } from './ed25519.ts'

/** Seals papers with this computer's key. */
export interface Sealer {
  /** Of `sealKeys`. */
  readonly keyId: string
  readonly ruc: string
  /** The COSE bytes. Texts too long for the seal are cut with «…». `serial` from `takeSerials`; `issuedAt` UTC text. Throws RangeError without a kind, a name or a number. */
  seal(facts: SealBody, issuedAt: string, serial: number): Uint8Array
}

/** This computer's signing key as the database has it, when it can sign now. */
export interface OwnKey {
  readonly id: string
  readonly rootId: string
  readonly kid: string
  readonly ruc: string
  readonly name: string
  readonly until: string
}

/** Name of a signing key's secret in the keeper. */
export const secretName = (kid: string): string => `sello-${kid}`

/** The sealer of this computer, or null: no RUC, no key prepared here, it expired, it was compromised, or its secret is not here. */
export async function openSealer(context: Pick<JobContext, 'read' | 'keeper' | 'about' | 'now'>): Promise<Sealer | null> {
  const held = await openKey(context)
  if (held === null) return null
  const { key, signer } = held
  return {
    keyId: key.id,
    ruc: key.ruc,
    seal: (facts, issuedAt, serial) => signed(signer, encodePayload({ ruc: key.ruc, issuedAt, serial, body: fittedBody(facts) })),
  }
}

/** The key and what signs with it. */
export async function openKey({ read, keeper, about, now }: Pick<JobContext, 'read' | 'keeper' | 'about' | 'now'>): Promise<{ key: OwnKey; signer: Signer } | null> {
  for (const key of await read((db) => usableKeys(db, about.device, now()))) {
    const seed = await keeper.load(secretName(key.kid))
    if (seed?.length !== 32) continue
    const signer = signerOf(seed)
    if (hexOf(signer.kid) === key.kid) return { key, signer }
  }
  return null
}

/** Keys of this computer that may seal at that moment, the newest first; those of a RUC that the office no longer has are not among them. */
export async function usableKeys(db: Reader, device: string, now: string): Promise<readonly OwnKey[]> {
  const entity = await db.selectFrom('entity').select('ruc').executeTakeFirst()
  if (!entity?.ruc) return []
  return db
    .selectFrom('sealKeys')
    .innerJoin('sealRoots', 'sealRoots.id', 'sealKeys.rootId')
    .select(['sealKeys.id', 'sealKeys.rootId', 'sealKeys.kid', 'sealKeys.ruc', 'sealKeys.name', 'sealKeys.until'])
    .where('sealKeys.isOwn', '=', 1)
    .where('sealKeys.device', '=', device)
    .where('sealKeys.ruc', '=', entity.ruc)
    .where('sealKeys.compromisedAt', 'is', null)
    .where('sealKeys.removedAt', 'is', null)
    .where('sealRoots.removedAt', 'is', null)
    .where('sealKeys.since', '<=', now)
    .where('sealKeys.until', '>=', now)
    .orderBy('sealKeys.since', 'desc')
    .orderBy('sealKeys.id', 'desc')
    .execute()
}

/** Takes so many serials of a key, in the transaction of what they are for, and gives the first. */
export async function takeSerials(db: Writer, keyId: string, count: number): Promise<number> {
  const { lastSerial } = await db.selectFrom('sealKeys').select('lastSerial').where('id', '=', keyId).executeTakeFirstOrThrow()
  await db.change('sealKeys', keyId, { lastSerial: lastSerial + count })
  return lastSerial + 1
}

/** The payload in its envelope, signed. */
export function signed(signer: Signer, payload: Uint8Array): Uint8Array {
  return envelopeBytes({ kid: signer.kid, payload, signature: signer.sign(signedBytes(signer.kid, payload)) })
}

/** The code that a sealed paper bears: whoever has the seal can work it out and compare. */
export function codeOfSeal(seal: Uint8Array): string {
  return verificationCode(sha256(seal))
}
