import { ed25519 } from '@noble/curves/ed25519.js'

/**
 * Whether a signature of Ed25519 (RFC 8032) is good. The browser's own way where it has one, which not every browser of
 * these years does; else by arithmetic, in the strict reading of the RFC.
 */
export async function isGoodSignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const native = await byBrowser(publicKey, message, signature)
  return native ?? byArithmetic(publicKey, message, signature)
}

/** Null when the browser cannot say: no WebCrypto on this address, or no Ed25519 in it. */
async function byBrowser(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean | null> {
  try {
    const key = await crypto.subtle.importKey('raw', owned(publicKey), { name: 'Ed25519' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, owned(signature), owned(message))
  } catch {
    return null
  }
}

/**
 * What decides where the browser cannot: the very answer that the browser gives for a sound key. R must be free of torsion
 * as well, since this arithmetic multiplies by the cofactor and browsers do not.
 */
export function byArithmetic(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return isSoundPoint(signature.subarray(0, 32)) && ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}

/** Whether a public key is one that only its owner can sign with: written canonically, not of small order, free of torsion. */
export function isSoundKey(publicKey: Uint8Array): boolean {
  return publicKey.length === 32 && isSoundPoint(publicKey) && !ed25519.Point.fromBytes(publicKey).isSmallOrder()
}

function isSoundPoint(bytes: Uint8Array): boolean {
  try {
    return ed25519.Point.fromBytes(bytes, false).isTorsionFree()
  } catch {
    return false
  }
}

function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
