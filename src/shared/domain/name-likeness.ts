import { nameWords } from './names.ts'

export type LikenessReason =
  /** Word for word the same once accents, capitals and particles are set aside. */
  | 'same'
  /** The same words in another order. */
  | 'other-order'
  /** One letter differs in one word or two. */
  | 'one-letter'
  /** One of them leaves words out: a second surname, a second given name. */
  | 'words-missing'
  /** Words shortened to their initial. */
  | 'initials'

export interface Likeness {
  /** From 0 (nothing in common) to 1 (the same). */
  readonly score: number
  /** Null when they are not likely to be one person. */
  readonly reason: LikenessReason | null
}

const UNLIKE: Likeness = { score: 0, reason: null }

/**
 * How likely two writings are the same name: blind to order, accents, capitals and particles; tolerant of one letter per
 * word, of words left out and of initials. It proposes; a person decides (namesakes are common in Peru).
 */
export function nameLikeness(one: string, other: string): Likeness {
  const [a, b] = [nameWords(one), nameWords(other)]
  if (a.length === 0 || b.length === 0) return UNLIKE
  if (a.join(' ') === b.join(' ')) return { score: 1, reason: 'same' }
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const { equal, near, initial } = matched(short, long)
  const found = equal + near + initial
  // Two words must meet entirely, or all of them but one letter: "Rosa Quispe" alone says too little.
  if (found < short.length || found < 2 || equal + near < 2 || near > 2 || (near > 0 && equal < near)) return UNLIKE
  const missing = long.length - short.length
  if (missing > 2 || (missing > 0 && short.length < 2)) return UNLIKE
  const score = round((equal + 0.85 * near + 0.6 * initial) / (short.length + missing * 0.4))
  return { score, reason: initial > 0 ? 'initials' : missing > 0 ? 'words-missing' : near > 0 ? 'one-letter' : 'other-order' }
}

const round = (value: number) => Math.round(value * 100) / 100

/** Pairs each word of the shorter name with one of the longer: equal ones first, then those a letter away, then initials. */
function matched(short: readonly string[], long: readonly string[]): { equal: number; near: number; initial: number } {
  const left = [...long]
  let rest = [...short]
  const take = (fits: (word: string, candidate: string) => boolean): number => {
    const before = rest.length
    rest = rest.filter((word) => {
      const at = left.findIndex((candidate) => fits(word, candidate))
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    return before - rest.length
  }
  return {
    equal: take((word, candidate) => word === candidate),
    near: take(isOneLetterAway),
    initial: take((word, candidate) => (word.length === 1 || candidate.length === 1) && word.charAt(0) === candidate.charAt(0)),
  }
}

/** One letter put in, left out, changed, or swapped with its neighbour; words under four letters must be equal. */
export function isOneLetterAway(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
