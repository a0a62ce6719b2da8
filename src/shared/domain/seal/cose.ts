import { encodeCbor } from './cbor.ts'

/** The parts of a COSE_Sign1 (RFC 9052) in the one shape that seals, bundles and lists have. docs/sello.md §2 */
export interface Envelope {
  /** Eight bytes. */
  readonly kid: Uint8Array
  readonly payload: Uint8Array
  /** 64 bytes. */
  readonly signature: Uint8Array
}

/** Array of four, and the protected header up to the kid: byte string of 13, `{1: -8, 4: …}`. */
const BEFORE_KID = [0x84, 0x4d, 0xa2, 0x01, 0x27, 0x04, 0x48] as const
const kidLength = 8
/** After the kid, the unprotected header: an empty map and no other byte. */
const EMPTY = 0xa0
const signatureLength = 64

/** The bytes that are signed: `Sig_structure` of RFC 9052 §4.4 with no external data. */
export function signedBytes(kid: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature1', protectedHeader(kid), new Uint8Array(0), payload])
}

export function envelopeBytes({ kid, payload, signature }: Envelope): Uint8Array {
  if (kid.length !== kidLength || signature.length !== signatureLength) throw new RangeError('a kid has 8 bytes and a signature 64')
  return joined([Uint8Array.from(BEFORE_KID), kid, Uint8Array.of(EMPTY), encodeCbor(payload), encodeCbor(signature)])
}

/** The parts, or null when any byte around them differs from the one shape: what is not compared can be changed under a signature. */
export function readEnvelope(bytes: Uint8Array): Envelope | null {
  for (let at = 0; at < BEFORE_KID.length; at += 1) if (bytes[at] !== BEFORE_KID[at]) return null
  const afterKid = BEFORE_KID.length + kidLength
  if (bytes[afterKid] !== EMPTY) return null
  const payload = readString(bytes, afterKid + 1)
  if (payload === null) return null
  const signature = bytes.subarray(payload.end + 2)
  if (bytes[payload.end] !== 0x58 || bytes[payload.end + 1] !== signatureLength || signature.length !== signatureLength) return null
  return { kid: bytes.slice(BEFORE_KID.length, afterKid), payload: payload.bytes, signature: signature.slice() }
}

function protectedHeader(kid: Uint8Array): Uint8Array {
  return joined([Uint8Array.from(BEFORE_KID.slice(2)), kid])
}

/** A byte string with the shortest head that its length has. */
function readString(bytes: Uint8Array, at: number): { bytes: Uint8Array; end: number } | null {
  const first = bytes[at] ?? 0
  const [width, least] = first >= 0x40 && first < 0x58 ? [0, 0] : first === 0x58 ? [1, 24] : first === 0x59 ? [2, 0x100] : first === 0x5a ? [4, 0x10000] : [-1, 0]
  if (width < 0) return null
  let length = width === 0 ? first - 0x40 : 0
  for (let i = 1; i <= width; i += 1) length = length * 256 + (bytes[at + i] ?? 0)
  const start = at + 1 + width
  if (length < least || start + length > bytes.length) return null
  return { bytes: bytes.slice(start, start + length), end: start + length }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
