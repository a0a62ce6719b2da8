import { sha256 } from '@noble/hashes/sha2.js'
import { wordlist } from '@scure/bip39/wordlists/spanish.js'
import { codeOfHash } from './code.ts'

const WORDS = 8
const WORD_BITS = 11

/** The code that the paper of a seal must bear, as it is printed. */
export function codeOf(seal: Uint8Array): string {
  return codeOfHash(sha256(seal))
}

/** Eight Spanish words of a root key, to be compared by eye with those on a paper. */
export function fingerprintOf(publicKey: Uint8Array): string {
  let bits = 0n
  // Eleven bytes are 88 bits: eight words of eleven.
  for (const byte of sha256(publicKey).subarray(0, 11)) bits = bits * 256n + BigInt(byte)
  return Array.from({ length: WORDS }, (_, at) => wordlist[Number((bits >> BigInt(WORD_BITS * (WORDS - 1 - at))) % 2048n)] ?? '')
    .join(' ')
    .normalize('NFC')
}
