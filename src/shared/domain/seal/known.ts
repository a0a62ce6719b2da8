import type { Bundle } from './bundle.ts'
import { decodeBundle } from './bundle.ts'
import { readEnvelope, signedBytes } from './cose.ts'
import { bytesOfHex, hexOf, secondsOf } from './fields.ts'
import type { AnnulmentList } from './list.ts'
import { decodeList, mostBits } from './list.ts'

/** Ed25519, strict (RFC 8032 §5.1.7): the host has it. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
/** Raw deflate (RFC 1951): null when it is damaged, or has more bytes than `most` inflated. */
export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array | null

/** An office's root as it is trusted here: a key, for one RUC. */
export interface KnownRoot {
  readonly id: string
  readonly ruc: string
  readonly publicKey: Uint8Array
}

/** A signing key that a known root answers for. Moments are UTC text. */
export interface KnownKey {
  readonly rootId: string
  readonly ruc: string
  readonly kid: string
  readonly publicKey: Uint8Array
  readonly since: string
  readonly until: string
  readonly compromisedAt: string | null
  readonly name: string
  readonly ubigeo: string | null
  /** When the root said so. */
  readonly issuedAt: string
}

/** An accepted list, its bits inflated, by kid. */
export interface KnownList {
  readonly rootId: string
  readonly ruc: string
  /** Of the key that signed it. */
  readonly signer: string
  readonly issuedAt: string
  readonly nextAt: string
  readonly entries: ReadonlyMap<string, { readonly highest: number; readonly bits: Uint8Array }>
}

/** Clocks differ: what is dated this much later than here is of now. Seconds. */
const clockLeeway = 600

/** The bundle, when that root signed it for its own RUC; null for anything else. docs/sello.md §4 */
export function readBundle(bytes: Uint8Array, root: KnownRoot, verifySignature: VerifySignature): Bundle | null {
  const envelope = readEnvelope(bytes)
  if (envelope === null) return null
  const bundle = decodeBundle(envelope.payload)
  if (bundle === null || bundle.ruc !== root.ruc) return null
  return verifySignature(root.publicKey, signedBytes(envelope.kid, envelope.payload), envelope.signature) ? bundle : null
}

/** One key of each public key: the newest bundle says it, but the earliest moment at which any calls it compromised stands for ever. */
export function knownKeys(root: KnownRoot, bundles: readonly Bundle[]): readonly KnownKey[] {
  const byKey = new Map<string, KnownKey>()
  for (const bundle of bundles) {
    const name = hexOf(bundle.publicKey)
    const held = byKey.get(name)
    const newest = held === undefined || bundle.issuedAt >= held.issuedAt ? bundle : held
    byKey.set(name, { ...newest, rootId: root.id, compromisedAt: earlier(held?.compromisedAt ?? null, bundle.compromisedAt) })
  }
  return [...byKey.values()]
}

/** The earlier of two moments; null is none. */
export function earlier(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a <= b ? a : b
}

export type ListProblem = 'malformed' | 'unknownKey' | 'badSignature' | 'keyNotValid' | 'keyCompromised' | 'future'

/** Whether a list is accepted, by keys of one root. `now` is UTC text. docs/sello.md §5 */
export function readList(bytes: Uint8Array, keys: readonly KnownKey[], now: string, means: { readonly verifySignature: VerifySignature; readonly inflate: Inflate }): KnownList | ListProblem {
  const envelope = readEnvelope(bytes)
  const list = envelope === null ? null : decodeList(envelope.payload)
  if (envelope === null || list === null) return 'malformed'
  const kid = hexOf(envelope.kid)
  const candidates = keys.filter((key) => key.kid === kid && key.ruc === list.ruc)
  if (candidates.length === 0) return 'unknownKey'
  const message = signedBytes(bytesOfHex(kid), envelope.payload)
  const key = candidates.find(({ publicKey }) => means.verifySignature(publicKey, message, envelope.signature))
  if (key === undefined) return 'badSignature'
  if (list.issuedAt < key.since || list.issuedAt > key.until) return 'keyNotValid'
  // Whoever copied the key may have put an earlier date.
  if (key.compromisedAt !== null) return 'keyCompromised'
  if (isFuture(list.issuedAt, now)) return 'future'
  const entries = inflated(list, means.inflate)
  // One kid may be of two keys: which of them signed is told by the key itself.
  return entries === null ? 'malformed' : { rootId: key.rootId, ruc: list.ruc, signer: hexOf(key.publicKey), issuedAt: list.issuedAt, nextAt: list.nextAt, entries }
}

function inflated(list: AnnulmentList, inflate: Inflate): KnownList['entries'] | null {
  const entries = new Map<string, { highest: number; bits: Uint8Array }>()
  for (const { kid, highest, bits } of list.entries) {
    const plain = inflate(bits, mostBits)
    if (plain === null || plain.length > mostBits) return null
    entries.set(kid, { highest, bits: plain })
  }
  return entries
}

export function isFuture(moment: string, now: string): boolean {
  return secondsOf(moment) > secondsOf(now) + clockLeeway
}

/** Of each key that signs, its newest lists: an older one never takes the place of a newer; of one date, all count. */
export function newestLists(lists: readonly KnownList[]): readonly KnownList[] {
  const of = (list: KnownList): string => `${list.rootId} ${list.signer}`
  const newest = new Map<string, string>()
  for (const list of lists) if (list.issuedAt > (newest.get(of(list)) ?? '')) newest.set(of(list), list.issuedAt)
  return lists.filter((list) => newest.get(of(list)) === list.issuedAt)
}
