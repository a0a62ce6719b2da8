import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/spanish.js'
import { sha256, signerOf } from './ed25519.ts'

/** How many words stand for a root's secret. */
const rootWordCount = 24
const fingerprintWordCount = 8

/** Spanish list of BIP-39, as people read it. */
const WORDS = wordlist.map((word) => word.normalize('NFC'))
const BY_FOLDED = new Map(WORDS.map((word, at) => [folded(word), at]))

/** The 24 words of a seed of 32 bytes (BIP-39, Spanish list: 256 bits and 8 of check). */
export function wordsOfSeed(seed: Uint8Array): string[] {
  return entropyToMnemonic(seed, wordlist).normalize('NFC').split(/\s+/)
}

/** Eight words of a root's public key: the first 88 bits of its SHA-256. */
export function fingerprintOf(publicKey: Uint8Array): string {
  let bits = 0n
  for (const byte of sha256(publicKey).subarray(0, 11)) bits = (bits << 8n) | BigInt(byte)
  const at = (group: number): number => Number((bits >> BigInt(11 * (fingerprintWordCount - 1 - group))) & 2047n)
  return Array.from({ length: fingerprintWordCount }, (_, group) => WORDS[at(group)] ?? '').join(' ')
}

export type ReadWords =
  | { readonly kind: 'seed'; readonly seed: Uint8Array }
  /** `position` from 1; `likely` the nearest word of the list. */
  | { readonly kind: 'unknownWord'; readonly word: string; readonly position: number; readonly likely: string | null }
  | { readonly kind: 'count'; readonly count: number }
  /** Words of the list, 24 of them, that make no seed, or the seed of another root. */
  | { readonly kind: 'otherOffice' }

/**
 * The seed of the words as a person types them: capitals, accents, commas and the sheet's numbers pass, also words shortened
 * to their first four letters, which are enough. `isRight` knows the root: with it, words that were read by columns instead of
 * rows, or of which one stands in a wrong place, are set in order; without it (null) only their own check tells.
 */
export function readRootWords(text: string, isRight: ((publicKey: Uint8Array) => boolean) | null): ReadWords {
  const typed = inOrder(text)
  const positions: number[] = []
  for (const [at, word] of typed.entries()) {
    const found = positionOf(word)
    if (found === null) return { kind: 'unknownWord', word, position: at + 1, likely: nearest(word) }
    positions.push(found)
  }
  if (positions.length !== rootWordCount) return { kind: 'count', count: positions.length }
  for (const order of isRight === null ? [positions] : orders(positions)) {
    const seed = seedOf(order)
    if (seed !== null && (isRight === null || isRight(signerOf(seed).publicKey))) return { kind: 'seed', seed }
  }
  return { kind: 'otherOffice' }
}

/** Words without their marks. Where each has its number, by the numbers. */
function inOrder(text: string): string[] {
  const numbered = [...text.matchAll(/(\d{1,2})\s*[.):-]?\s*(\p{L}[\p{L}\p{M}]*)/gu)].map(([, number, word]) => ({ number: Number(number), word: word ?? '' }))
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map(([word]) => word)
  const isWhole = numbered.length === words.length && new Set(numbered.map(({ number }) => number)).size === words.length
  return isWhole ? numbered.toSorted((a, b) => a.number - b.number).map(({ word }) => word) : words
}

function positionOf(word: string): number | null {
  const wanted = folded(word)
  const exact = BY_FOLDED.get(wanted)
  if (exact !== undefined) return exact
  if (wanted.length < 4) return null
  const starting = WORDS.flatMap((each, at) => (folded(each).startsWith(wanted) ? [at] : []))
  return starting.length === 1 ? (starting[0] ?? null) : null
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** As typed; read down the columns of the sheet; with two words exchanged; with one word in another place. */
function* orders(words: readonly number[]): Generator<readonly number[]> {
  yield words
  for (const columns of [2, 3, 4, 6, 8, 12]) yield words.map((_, at) => words[(at % columns) * (words.length / columns) + Math.floor(at / columns)] ?? 0)
  for (let from = 0; from < words.length; from += 1) {
    for (let to = 0; to < words.length; to += 1) {
      if (from < to) yield words.with(from, words[to] ?? 0).with(to, words[from] ?? 0)
      if (from !== to) yield words.toSpliced(from, 1).toSpliced(to, 0, words[from] ?? 0)
    }
  }
}

function seedOf(positions: readonly number[]): Uint8Array | null {
  try {
    return mnemonicToEntropy(positions.map((at) => wordlist[at] ?? '').join(' '), wordlist)
  } catch {
    // Its check does not hold.
    return null
  }
}

/** The word of the list that differs least from it, when it differs little. */
function nearest(word: string): string | null {
  const wanted = folded(word)
  let best: string | null = null
  let least = 3
  for (const each of WORDS) {
    const distance = editDistance(wanted, folded(each))
    if (distance < least) [best, least] = [each, distance]
  }
  return best
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 3
}
