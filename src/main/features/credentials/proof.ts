import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import { base58 } from '@scure/base'
import type { Signer } from '../seal/ed25519.ts'
import { verifySignature } from '../seal/ed25519.ts'

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>

/** Multicodec of an Ed25519 public key (0xed), as a varint. */
const ED25519 = Uint8Array.of(0xed, 0x01)

/** The key as did:key names it: multibase base58btc of the multicodec and the 32 bytes (W3C CCG, did:key method). */
export function didOf(publicKey: Uint8Array): string {
  return `did:key:${multikey(publicKey)}`
}

function multikey(publicKey: Uint8Array): string {
  return `z${base58.encode(Uint8Array.from([...ED25519, ...publicKey]))}`
}

/** The public key that a verification method `did:key:z…#z…` names; null for anything else. */
function keyOfMethod(method: unknown): Uint8Array | null {
  const [, key, again] = typeof method === 'string' ? (/^did:key:z([1-9A-HJ-NP-Za-km-z]+)#z([1-9A-HJ-NP-Za-km-z]+)$/.exec(method) ?? []) : []
  if (key === undefined || key !== again) return null
  const bytes = base58.decode(key)
  return bytes.length === 34 && bytes[0] === ED25519[0] && bytes[1] === ED25519[1] ? bytes.slice(2) : null
}

/** Adds a Data Integrity proof of cryptosuite eddsa-jcs-2022 (W3C VC Data Integrity EdDSA §3.3). `created` is UTC text. */
export function withProof(credential: Json, signer: Signer, created: string): Json {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod: `${didOf(signer.publicKey)}#${multikey(signer.publicKey)}`,
    proofPurpose: 'assertionMethod',
    '@context': credential['@context'],
  }
  return { ...credential, proof: { ...options, proofValue: `z${base58.encode(signer.sign(hashData(credential, options)))}` } }
}

/** Whether the proof is of this very document, and by which key; null when it is not, or of another suite. */
export function keyOfProof(document: Json): Uint8Array | null {
  const { proof, ...credential } = document
  if (typeof proof !== 'object' || proof === null) return null
  const { proofValue, ...options } = proof as Json
  const isOurs = options['type'] === 'DataIntegrityProof' && options['cryptosuite'] === 'eddsa-jcs-2022' && options['proofPurpose'] === 'assertionMethod'
  if (!isOurs || typeof proofValue !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{80,100}$/.test(proofValue)) return null
  if (options['@context'] !== undefined && canonical(options['@context']) !== canonical(credential['@context'])) return null
  const key = keyOfMethod(options['verificationMethod'])
  return key !== null && verifySignature(key, hashData(credential, options), base58.decode(proofValue.slice(1))) ? key : null
}

/** What is signed: the hash of the proof's options, then that of the document, both in canonical JSON (RFC 8785). */
function hashData(credential: Json, options: Json): Uint8Array {
  return Uint8Array.from([...digest(canonical(options)), ...digest(canonical(credential))])
}

function canonical(value: unknown): string {
  return canonicalize(value) ?? ''
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
