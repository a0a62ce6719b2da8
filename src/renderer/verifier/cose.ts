import { Malformed, readCbor } from './cbor.ts'

/** A COSE_Sign1 (RFC 9052, 4.2) of the only form that the seal knows: Ed25519, a key's name of eight bytes, nothing else in its headers. */
export interface Signed {
  /** Sixteen hexadecimal digits. */
  readonly kid: string
  /** What it says, not yet read. */
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** What the signature is over: `Sig_structure` (RFC 9052, 4.4). */
  readonly message: Uint8Array
}

// An array of four; a string of 13 bytes that holds { 1: -8, 4: eight bytes }; and behind the key's name the empty map.
const BEGINNING = [0x84, 0x4d, 0xa2, 0x01, 0x27, 0x04, 0x48]
const KID_AT = BEGINNING.length
const HEADER_AT = 2
const HEADER_END = KID_AT + 8
const SIGNATURE_HEAD = [0x58, 0x40]
const SIGNATURE_LENGTH = 64

/** "Signature1" as CBOR text, behind the head of an array of four. */
const CONTEXT = [0x84, 0x6a, ...Array.from('Signature1', (letter) => letter.charCodeAt(0))]

/** Reads such bytes whole, checking nothing of who signed. Throws `Malformed` when one of them is not as it must be. */
export function readSigned(bytes: Uint8Array): Signed {
  const signatureAt = bytes.length - SIGNATURE_LENGTH
  const payloadAt = HEADER_END + 1
  const payloadEnd = signatureAt - SIGNATURE_HEAD.length
  if (payloadEnd <= payloadAt) throw new Malformed('too short')
  // Compared byte by byte, not read: a header that a reader may read in two ways can be changed unseen.
  const isAsMust = BEGINNING.every((byte, at) => bytes[at] === byte) && bytes[HEADER_END] === 0xa0
  if (!isAsMust || SIGNATURE_HEAD.some((byte, at) => bytes[payloadEnd + at] !== byte)) throw new Malformed('another header')
  const payloadString = bytes.subarray(payloadAt, payloadEnd)
  const payload = readCbor(payloadString)
  if (!(payload instanceof Uint8Array)) throw new Malformed('a payload that is no string of bytes')
  return {
    kid: toHex(bytes.subarray(KID_AT, HEADER_END)),
    payload,
    signature: bytes.subarray(signatureAt),
    message: joined([Uint8Array.from(CONTEXT), bytes.subarray(HEADER_AT - 1, HEADER_END), Uint8Array.of(0x40), payloadString]),
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Small letters, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
