import { wordlist } from '@scure/bip39/wordlists/spanish.js'

export const WORD_COUNT = 24

/** The public list that every root's words are taken from: 2,048 words, told apart by their first four letters. */
const WORDS = wordlist.map((word) => word.normalize('NFC'))
const FOLDED = WORDS.map(folded)

/** Without accents and capitals, as people type. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').trim().toLowerCase()
}

/** Words of the list that begin as typed, five at most; none before two letters. They are the list's, not the office's: nothing is revealed. */
export function wordsLike(typed: string): readonly string[] {
  const start = folded(typed)
  if (start.length < 2) return []
  return WORDS.filter((_, at) => FOLDED[at]?.startsWith(start)).slice(0, 5)
}

/** The word that is meant: written whole, or as far as only one is left. Null while it is not known. */
export function wordMeant(typed: string): string | null {
  const start = folded(typed)
  const exact = FOLDED.indexOf(start)
  if (exact !== -1) return WORDS[exact] ?? null
  const like = start.length < 3 ? [] : wordsLike(typed)
  return like.length === 1 ? (like[0] ?? null) : null
}

/** Words of a text, without numbers and signs. */
export function wordsOfText(text: string): readonly string[] {
  return text.normalize('NFC').match(/\p{L}+/gu) ?? []
}
