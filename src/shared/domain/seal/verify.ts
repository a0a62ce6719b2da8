import type { SealPayload } from './body.ts'
import { decodePayload } from './body.ts'
import type { Envelope } from './cose.ts'
import { readEnvelope, signedBytes } from './cose.ts'
import { digitRuns, fromDigits } from './digits.ts'
import { hexOf } from './fields.ts'
import type { KnownKey, KnownList, VerifySignature } from './known.ts'
import { isFuture, newestLists } from './known.ts'
import { hasBit } from './list.ts'

/** Auténtico, Anulado, No auténtico, No se puede comprobar. */
export type SealAnswer = 'authentic' | 'annulled' | 'notAuthentic' | 'cannotCheck'

const ANSWERS = {
  noSeal: 'cannotCheck',
  malformed: 'notAuthentic',
  notAPaper: 'cannotCheck',
  newerFormat: 'cannotCheck',
  unknownKey: 'cannotCheck',
  badSignature: 'notAuthentic',
  keyNotValid: 'notAuthentic',
  keyCompromised: 'notAuthentic',
  futureSeal: 'cannotCheck',
  expired: 'annulled',
  annulled: 'annulled',
  compromisedLater: 'cannotCheck',
  noList: 'cannotCheck',
  staleList: 'cannotCheck',
  unknownSerial: 'cannotCheck',
  authentic: 'authentic',
} as const satisfies Record<string, SealAnswer>
/** docs/sello.md §6 */
export type SealReason = keyof typeof ANSWERS

export interface SealVerdict {
  readonly answer: SealAnswer
  readonly reason: SealReason
  /** The COSE bytes, when what was read is one. */
  readonly cose: Uint8Array | null
  /** What it states; null where nobody known answers for it being stated. */
  readonly payload: SealPayload | null
  /** The key that signed. */
  readonly key: KnownKey | null
  /** Date of the newest list that knows that key. */
  readonly listDate: string | null
  readonly listIsStale: boolean
}

export interface Known {
  readonly keys: readonly KnownKey[]
  readonly lists: readonly KnownList[]
  /** UTC text. */
  readonly now: string
  readonly verifySignature: VerifySignature
}

/** The seal's bytes in a text; null for bytes when its digits are none, undefined when there are no digits. docs/sello.md §1.3 */
export function sealIn(text: string): Uint8Array | null | undefined {
  const runs = digitRuns(text)
  if (runs.length === 0) return undefined
  for (const run of runs) {
    const bytes = fromDigits(run)
    if (bytes !== null && readEnvelope(bytes) !== null) return bytes
  }
  return null
}

/** What to answer for a text in which a seal may be: pasted, or read by a scanner. */
export function verifyText(text: string, known: Known): SealVerdict {
  const bytes = sealIn(text)
  return bytes === undefined || bytes === null ? verdict(bytes === null ? 'malformed' : 'noSeal') : verifySeal(bytes, known)
}

/** What to answer for the COSE bytes of a seal; the table of docs/sello.md §6, in its order. */
export function verifySeal(cose: Uint8Array, known: Known): SealVerdict {
  const envelope = readEnvelope(cose)
  if (envelope === null) return verdict('malformed')
  const payload = decodePayload(envelope.payload)
  if (typeof payload === 'string') return verdict(payload, { cose })
  const signer = keyOf(envelope, payload, known)
  if (signer === 'unknownKey') return verdict(signer, { cose, payload })
  if (signer === 'badSignature') return verdict(signer, { cose })
  const lists = newestLists(known.lists).filter((list) => list.rootId === signer.rootId && list.entries.has(signer.kid))
  const newest = lists.reduce<KnownList | null>((latest, list) => (latest === null || list.issuedAt > latest.issuedAt ? list : latest), null)
  const facts = { cose, payload, key: signer, listDate: newest?.issuedAt ?? null, listIsStale: lists.length > 0 && lists.every((list) => isStale(list, known.now)) }
  return verdict(timely(payload, signer, known.now) ?? listed(payload, signer, lists, known.now), facts)
}

const NOTHING = { cose: null, payload: null, key: null, listDate: null, listIsStale: false }

function verdict(reason: SealReason, facts: Partial<SealVerdict> = {}): SealVerdict {
  return { ...NOTHING, ...facts, answer: ANSWERS[reason], reason }
}

/** Every known key with that kid for that RUC is asked: another office's with the same kid stands in nobody's way. */
function keyOf({ kid, payload, signature }: Envelope, { ruc }: SealPayload, known: Known): KnownKey | 'unknownKey' | 'badSignature' {
  const name = hexOf(kid)
  const candidates = known.keys.filter((key) => key.kid === name && key.ruc === ruc)
  if (candidates.length === 0) return 'unknownKey'
  const message = signedBytes(kid, payload)
  return candidates.find(({ publicKey }) => known.verifySignature(publicKey, message, signature)) ?? 'badSignature'
}

function timely({ issuedAt, body }: SealPayload, key: KnownKey, now: string): SealReason | null {
  if (issuedAt < key.since || issuedAt > key.until) return 'keyNotValid'
  if (key.compromisedAt !== null && issuedAt >= key.compromisedAt) return 'keyCompromised'
  if (isFuture(issuedAt, now)) return 'futureSeal'
  return body.expiresAt !== null && now > body.expiresAt ? 'expired' : null
}

function listed({ serial, issuedAt }: SealPayload, key: KnownKey, lists: readonly KnownList[], now: string): SealReason {
  const entryOf = (list: KnownList) => list.entries.get(key.kid) ?? { highest: 0, bits: new Uint8Array(0) }
  if (lists.some((list) => hasBit(entryOf(list).bits, serial))) return 'annulled'
  if (key.compromisedAt !== null) return 'compromisedLater'
  if (lists.length === 0) return 'noList'
  const fresh = lists.filter((list) => !isStale(list, now))
  if (fresh.length === 0) return 'staleList'
  return fresh.some((list) => serial <= entryOf(list).highest || issuedAt >= list.issuedAt) ? 'authentic' : 'unknownSerial'
}

function isStale(list: KnownList, now: string): boolean {
  return now > list.nextAt
}
