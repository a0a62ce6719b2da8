import { nameLikeness } from '../name-likeness.ts'
import type { PersonName } from '../names.ts'
import { nameKey, nameWords } from '../names.ts'
import type { Identity } from './guests.ts'
import { documentIn, isDeviceName, namesIn, withoutDevice } from './writings.ts'

/** Somebody of the group whom a guest may be. */
export interface Enrolled extends PersonName {
  readonly enrolmentId: string
  readonly personId: string
  readonly documentNumber: string | null
  readonly email: string | null
}

export type Confidence = 'sure' | 'likely' | 'doubt'

/** Why a guest is taken for a person, the strongest reason first. */
export type MatchReason =
  | 'email' | 'document' | 'sharedEmail' | 'emailOtherName'
  | 'sameName' | 'otherOrder' | 'namesakes'
  | 'bothSurnames' | 'shortened' | 'oneLetter' | 'ambiguous'
  | 'secondSurname' | 'initials' | 'wordsMissing' | 'moreWords' | 'device'

export interface Candidate {
  readonly person: Enrolled
  readonly confidence: Confidence
  readonly reason: MatchReason
  /** The writing that told. */
  readonly written: string
}

export interface GuestMatch {
  /** Null: nobody of the group. */
  readonly best: Candidate | null
  /** Whom it may be as well; for a doubt between several, all of them. */
  readonly others: readonly Candidate[]
}

interface Known {
  readonly person: Enrolled
  readonly key: string
  readonly words: readonly string[]
  readonly given: ReadonlySet<string>
  readonly first: readonly string[]
  readonly second: readonly string[]
}

export type GuestMatcher = (identity: Identity, isRuledOut?: (person: Enrolled) => boolean) => GuestMatch

/** Prepares the people of a group to be met by name and e-mail. */
export function guestMatcher(people: readonly Enrolled[]): GuestMatcher {
  const known = people.map((person): Known => ({
    person,
    key: nameKey(person),
    words: nameWords(`${person.givenNames} ${person.firstSurname} ${person.secondSurname ?? ''}`),
    given: new Set(nameWords(person.givenNames)),
    first: nameWords(person.firstSurname),
    second: person.secondSurname === null || person.secondSurname === '' ? [] : nameWords(person.secondSurname),
  }))
  return (identity, isRuledOut = () => false) => matchGuest(identity, known.filter((one) => !isRuledOut(one.person)))
}

function matchGuest(identity: Identity, known: readonly Known[]): GuestMatch {
  const byName = matchNames(identity.names, known)
  const byDocument = matchDocument(identity.names, known)
  const holders = identity.email === null ? [] : known.filter((one) => one.person.email?.trim().toLowerCase() === identity.email)
  if (holders.length === 0) return byDocument === null ? byName : { best: byDocument, others: [] }
  const written = identity.email ?? ''
  const taken = byName.best
  const exactOther = taken !== null && taken.confidence === 'sure' && !holders.some((one) => one.person === taken.person)
  if (exactOther) {
    const candidates = [taken, ...holders.map((one) => one.person)].map((one): Candidate => ('person' in one ? { ...one, confidence: 'doubt' } : { person: one, confidence: 'doubt', reason: 'email', written }))
    return { best: { ...taken, confidence: 'doubt', reason: 'emailOtherName' }, others: candidates }
  }
  const [only] = holders
  if (holders.length === 1 && only !== undefined) return { best: { person: only.person, confidence: 'sure', reason: 'email', written }, others: [] }
  // A mailbox that several share: the name decides among them.
  const among = matchNames(identity.names, holders)
  if (among.best !== null && among.best.confidence !== 'doubt') return { best: among.best, others: [] }
  const shared = holders.map((one): Candidate => ({ person: one.person, confidence: 'doubt', reason: 'sharedEmail', written }))
  return { best: among.best ?? shared[0] ?? null, others: shared }
}

function matchDocument(names: readonly string[], known: readonly Known[]): Candidate | null {
  for (const written of names) {
    const number = documentIn(written)
    const holder = number === null ? undefined : known.find((one) => one.person.documentNumber === number)
    if (holder !== undefined) return { person: holder.person, confidence: 'sure', reason: 'document', written }
  }
  return null
}

/** A reason by name alone with its weight; equal weights of two people are a doubt between them. */
interface Weighed {
  readonly known: Known
  readonly reason: MatchReason
  readonly weight: number
  readonly written: string
}

const WEIGHT: Partial<Record<MatchReason, number>> = { sameName: 6, otherOrder: 6, bothSurnames: 5, shortened: 4, oneLetter: 3, secondSurname: 2, moreWords: 2, initials: 1, wordsMissing: 1, device: 1 }
const SURE_FROM = 6
const LIKELY_FROM = 3

function matchNames(names: readonly string[], known: readonly Known[]): GuestMatch {
  const best = new Map<Known, Weighed>()
  for (const name of names) {
    const writings = isDeviceName(name) ? [withoutDevice(name)] : namesIn(name)
    for (const writing of writings) {
      const words = nameWords(writing)
      if (words.length < 2) continue
      for (const one of known) {
        const told = isDeviceName(name) ? deviceReason(words, one) : reasonOf(writing, words, one)
        const weight = told === null ? 0 : (WEIGHT[told] ?? 0)
        if (told !== null && weight > (best.get(one)?.weight ?? 0)) best.set(one, { known: one, reason: told, weight, written: name })
      }
    }
  }
  const ranked = [...best.values()].toSorted((a, b) => b.weight - a.weight)
  const [first] = ranked
  if (first === undefined) return { best: null, others: [] }
  const level = ranked.filter((one) => one.weight === first.weight)
  if (level.length === 1) return { best: candidate(first), others: ranked.slice(1).map((one) => candidate(one, 'doubt')) }
  const reason: MatchReason = first.weight >= SURE_FROM ? 'namesakes' : 'ambiguous'
  return { best: { ...candidate(first, 'doubt'), reason }, others: ranked.map((one) => candidate(one, 'doubt')) }
}

function candidate({ known, reason, weight, written }: Weighed, confidence?: Confidence): Candidate {
  return { person: known.person, confidence: confidence ?? (weight >= SURE_FROM ? 'sure' : weight >= LIKELY_FROM ? 'likely' : 'doubt'), reason, written }
}

function reasonOf(writing: string, words: readonly string[], known: Known): MatchReason | null {
  // Two names that share no word are not alike, and most of a group shares none with a guest.
  if (!words.some((word) => known.words.includes(word))) return null
  if (words.toSorted().join(' ') === known.key) return words.join(' ') === known.words.join(' ') ? 'sameName' : 'otherOrder'
  const has = (wanted: readonly string[]): boolean => wanted.length > 0 && wanted.every((word) => words.includes(word))
  const given = words.some((word) => known.given.has(word))
  const left = unmatched(words, known.words)
  if (left === 0 && given) {
    if (has(known.first)) return has(known.second) ? 'bothSurnames' : 'shortened'
    if (has(known.second)) return 'secondSurname'
  }
  const likeness = nameLikeness(writing, known.words.join(' ')).reason
  if (likeness === 'one-letter') return 'oneLetter'
  if (left > 0 && left <= 2 && given && has(known.first)) return 'moreWords'
  if (likeness === 'initials') return 'initials'
  return likeness === 'words-missing' ? 'wordsMissing' : null
}

/** A device that carries somebody's given name and first surname. */
function deviceReason(words: readonly string[], known: Known): MatchReason | null {
  const whole = unmatched(words, known.words) === 0 && words.some((word) => known.given.has(word)) && known.first.every((word) => words.includes(word))
  return whole ? 'device' : null
}

/** How many words are none of the name's, each word of it counted once. */
function unmatched(words: readonly string[], name: readonly string[]): number {
  const left = [...name]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  }).length
}
