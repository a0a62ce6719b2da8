// The four answers, in the order of docs/sello.md, 6: the first condition that holds answers.

import { readSigned } from './cose.ts'
import type { Signed } from './cose.ts'
import { bytesOfDigits } from './digits.ts'
import { isGoodSignature } from './ed25519.ts'
import { codeOf } from './hash.ts'
import { CLOCK_SLACK } from './offices.ts'
import type { Key, Known } from './offices.ts'
import { isBitSet, readFacts, sortOf } from './payload.ts'
import type { AnnulmentList, Facts } from './payload.ts'

export type Answer = 'authentic' | 'annulled' | 'notAuthentic' | 'cannotCheck'

const ANSWER_OF = {
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
} as const satisfies Readonly<Record<string, Answer>>

export type Reason = keyof typeof ANSWER_OF

export interface Verification {
  readonly answer: Answer
  readonly reason: Reason
  /** Null where nobody vouches for them. With `unknownKey` they are what the QR claims, unchecked. */
  readonly facts: Facts | null
  /** The code that a paper with this seal bears, whoever made it. */
  readonly code: string | null
  /** The key that sealed, and through it the office. */
  readonly key: Key | null
  /** The newest list that speaks of that key. */
  readonly list: AnnulmentList | null
}

/** The least digits that a seal can have. */
const LEAST_DIGITS = 200

/** Answers of a text that was scanned or pasted. `now` in seconds. */
export async function verifyText(text: string, known: Known, now: number): Promise<Verification> {
  const found = findSeal(text)
  if (found === 'noSeal' || found === 'malformed') return answer(found)
  return verifySeal(found, known, now)
}

/** A seal's bytes anywhere in a text: the longest run of digits, as it stands or with the blanks taken out. */
function findSeal(text: string): Uint8Array | 'noSeal' | 'malformed' {
  const plain = text.replace(/\][A-Za-z][A-Za-z0-9]/g, '')
  const joined = plain.replace(/[\t-\r \u00a0\u00ad\u2000-\u200f\u2028\u2029\u202f\u2060\u3000\ufeff]/g, '')
  const runs = [longestRun(plain), longestRun(joined)].filter((run) => run.length >= LEAST_DIGITS)
  for (const run of runs) {
    const bytes = bytesOfDigits(run)
    if (bytes !== null && signedOf(bytes) !== null) return bytes
  }
  return runs.length === 0 ? 'noSeal' : 'malformed'
}

/** Signed bytes in a text, whatever they are; null when there are none. */
export function signedBytesIn(text: string): Uint8Array | null {
  const found = findSeal(text)
  return typeof found === 'string' ? null : found
}

/** Whether a text holds a seal whole: what a reader is still typing does not. */
export function holdsSeal(text: string): boolean {
  return signedBytesIn(text) !== null
}

function longestRun(text: string): string {
  return (text.match(/[0-9]+/g) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}

function signedOf(bytes: Uint8Array): Signed | null {
  try {
    return readSigned(bytes)
  } catch {
    return null
  }
}

/** Answers of a seal's bytes. `now` in seconds. */
export async function verifySeal(bytes: Uint8Array, known: Known, now: number): Promise<Verification> {
  const signed = signedOf(bytes)
  if (signed === null) return answer('malformed')
  const code = codeOf(bytes)
  const read = readPaper(signed)
  if (typeof read === 'string') return answer(read, { code })
  const said = { facts: read, code }
  const keys = known.offices.flatMap((office) => office.keys).filter((key) => key.kid === signed.kid && key.ruc === read.ruc)
  if (keys.length === 0) return answer('unknownKey', said)
  for (const key of keys) {
    if (await isGoodSignature(key.publicKey, signed.message, signed.signature)) return judge(read, key, now, said)
  }
  return answer('badSignature', { code })
}

function readPaper(signed: Signed): Facts | Reason {
  try {
    const sort = sortOf(signed.payload)
    if (sort === 'other') return 'notAPaper'
    return sort === 'newer' ? 'newerFormat' : readFacts(signed.payload)
  } catch {
    return 'malformed'
  }
}

/** What is still to be asked of a seal whose signature is good. */
function judge(facts: Facts, key: Key, now: number, said: Pick<Verification, 'facts' | 'code'>): Verification {
  const lists = key.office.lists.filter((list) => list.byKid.has(key.kid))
  const newest = lists.reduce<AnnulmentList | null>((best, list) => (best === null || list.issuedAt > best.issuedAt ? list : best), null)
  return answer(reasonOf(facts, key, lists, now), { ...said, key, list: newest })
}

function reasonOf(facts: Facts, key: Key, lists: readonly AnnulmentList[], now: number): Reason {
  if (facts.issuedAt < key.from || facts.issuedAt > key.to) return 'keyNotValid'
  if (key.compromisedAt !== null && facts.issuedAt >= key.compromisedAt) return 'keyCompromised'
  if (facts.issuedAt > now + CLOCK_SLACK) return 'futureSeal'
  if (facts.expiresAt !== null && now > facts.expiresAt) return 'expired'
  // An annulment stands for ever, so that an old list still tells of it.
  if (lists.some((list) => isBitSet(list.byKid.get(key.kid)?.bits ?? new Uint8Array(), facts.serial))) return 'annulled'
  if (key.compromisedAt !== null) return 'compromisedLater'
  if (lists.length === 0) return 'noList'
  const current = lists.filter((list) => now <= list.nextAt)
  if (current.length === 0) return 'staleList'
  const speaksOfIt = current.some((list) => facts.serial <= (list.byKid.get(key.kid)?.highest ?? -1) || facts.issuedAt >= list.issuedAt)
  return speaksOfIt ? 'authentic' : 'unknownSerial'
}

function answer(reason: Reason, said: Partial<Verification> = {}): Verification {
  return { answer: ANSWER_OF[reason], reason, facts: null, code: null, key: null, list: null, ...said }
}
