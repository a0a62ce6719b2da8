import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'

/** RFC 8410: what stands before a seed of 32 bytes in PKCS#8, and before a public key in SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export interface Signer {
  readonly publicKey: Uint8Array
  /** Eight bytes. */
  readonly kid: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** A key from its seed of 32 bytes. */
export function signerOf(seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length))
  return { publicKey, kid: kidOf(publicKey), sign: (message) => new Uint8Array(sign(null, message, key)) }
}

/** First eight bytes of SHA-256 of the public key. */
function kidOf(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, 8)
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

const known = new Map<string, KeyObject | null>()

/**
 * Ed25519 as RFC 8032 §5.1.7 says and stricter: a key that is not canonically written, of small order or not of the prime
 * subgroup satisfies nothing; S below the order and R canonical are OpenSSL's part, which compares R byte for byte.
 */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyOf(publicKey)
  return key !== null && signature.length === 64 && verify(null, message, key, signature)
}

function publicKeyOf(publicKey: Uint8Array): KeyObject | null {
  const name = Buffer.from(publicKey).toString('hex')
  const held = known.get(name)
  if (held !== undefined) return held
  const key = isSound(publicKey) ? createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }) : null
  // Files of others decide which keys are asked: the memory of them has an end.
  if (known.size >= 1000) known.clear()
  known.set(name, key)
  return key
}

function isSound(publicKey: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(publicKey)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    return false
  }
}
