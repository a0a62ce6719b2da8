import { frequentGivenNames, frequentSurnames } from './frequent-names.ts'
import type { PersonName } from './names.ts'
import { cleanText, searchKey } from './names.ts'

export type NameOrder = 'surnames-first' | 'given-first'

/** Words that belong to the word after them ("de la Cruz", "San Martín", "Mc Kay"). */
const LEADING = new Set([
  'de', 'del', 'la', 'las', 'los', 'el', 'san', 'santa', 'sta', 'mc', 'mac', 'van', 'von', 'der', 'den', 'da', 'do', 'dos', 'das', 'di', 'du', 'vda', 'viuda', 'o', 'd',
])
/** Words that join what stands on both sides: "Ortega y Gasset". */
const JOINING = new Set(['y', 'e'])

/** Words grouped with their particles, as written: "DE LA CRUZ", "QUISPE". */
export function nameGroups(text: string): readonly string[] {
  const groups: string[] = []
  let open = false
  for (const word of cleanText(text).split(' ')) {
    if (word === '') continue
    const key = searchKey(word)
    const joins = JOINING.has(key) && word.length === key.length && groups.length > 0
    if (open || joins) groups.push(`${groups.pop() ?? ''} ${word}`.trim())
    else groups.push(word)
    // The apostrophe of O’Higgins stands inside its word: a lone O or D is an abbreviation only when it has no dot.
    open = joins || (LEADING.has(key) && !(key.length === 1 && word.endsWith('.')))
  }
  return groups
}

const startsWithDe = (group: string | undefined) => /^(de|del|vda\.?|viuda)\s/i.test(group ?? '')
const isWidow = (group: string | undefined) => /^(vda\.?|viuda)\s/i.test(group ?? '')

export interface SplitSurnames {
  readonly firstSurname: string
  readonly secondSurname: string | null
  /** True when the words could be divided in another way, so that a person should look. */
  readonly guess: boolean
  readonly alternatives: readonly Omit<SplitSurnames, 'guess' | 'alternatives'>[]
}

/**
 * Divides both surnames written together, keeping particles with their surname and the husband's ("DE HUAMÁN",
 * Código Civil art. 24; "VDA. DE HUAMÁN") with the second. One surname only is possible (art. 21).
 */
export function splitSurnames(text: string): SplitSurnames {
  const groups = nameGroups(text)
  const pair = (count: number) => ({ firstSurname: groups.slice(0, count).join(' '), secondSurname: groups.slice(count).join(' ') || null })
  if (groups.length <= 1) return { ...pair(1), guess: false, alternatives: [] }
  if (groups.length === 2) return { ...pair(1), guess: isWidow(groups[1]), alternatives: [] }
  const married = groups.length === 3 && startsWithDe(groups[2])
  return { ...pair(1), guess: !married || !isWidow(groups[2]), alternatives: [pair(2)] }
}

export interface SplitName extends PersonName {
  /** True when a convention or a list of frequent names decided, not the text itself. */
  readonly guess: boolean
  /** Other ways to read it, the likelier first. */
  readonly alternatives: readonly PersonName[]
}

/**
 * Divides a full name that stands in one column. A comma decides: what stands before it are the surnames. Without one,
 * `order` says where the surnames are, and frequent given names help to tell how many there are.
 * With one word only, it is the first surname and the given names are empty: a person must complete it.
 */
export function splitFullName(text: string, order: NameOrder): SplitName {
  const clean = cleanText(text)
  const comma = clean.indexOf(',')
  if (comma > 0 && comma < clean.length - 1) return splitAtComma(clean.slice(0, comma), clean.slice(comma + 1))
  const groups = nameGroups(clean.replaceAll(',', ' '))
  return order === 'surnames-first' ? splitSurnamesFirst(groups) : splitGivenFirst(groups)
}

function splitAtComma(before: string, after: string): SplitName {
  const givenNames = cleanText(after.replaceAll(',', ' '))
  const { guess, alternatives, ...surnames } = splitSurnames(before)
  return { ...surnames, givenNames, guess, alternatives: alternatives.map((other) => ({ ...other, givenNames })) }
}

const name = (surnames: readonly string[], given: readonly string[]): PersonName => ({
  firstSurname: surnames[0] ?? '',
  secondSurname: surnames.slice(1).join(' ') || null,
  givenNames: given.join(' '),
})

function splitSurnamesFirst(groups: readonly string[]): SplitName {
  if (groups.length <= 2) return { ...name(groups.slice(0, 1), groups.slice(1)), guess: true, alternatives: [] }
  const two = (count: number) => name(groups.slice(0, count), groups.slice(count))
  // "QUISPE MAMANI DE HUAMÁN ROSA": the husband's surname stays with the second one.
  const surnames = startsWithDe(groups[2]) && groups.length > 3 ? 3 : 2
  // "QUISPE JUAN CARLOS": one surname only, where the second word is a given name and no surname.
  if (surnames === 2 && onlyGiven(groups[1])) return { ...two(1), guess: true, alternatives: [two(2)] }
  const sure = surnames === 2 && !canBeGiven(groups[1]) && canBeGiven(groups[2]) && !canBeSurname(groups[2])
  return { ...two(surnames), guess: !sure, alternatives: sure ? [] : surnames === 3 ? [two(2)] : [two(1)] }
}

function splitGivenFirst(groups: readonly string[]): SplitName {
  const { length } = groups
  if (length === 1) return { ...name(groups, []), guess: true, alternatives: [] }
  const last = (count: number) => name(groups.slice(length - count), groups.slice(0, length - count))
  if (length === 2) return { ...last(1), guess: true, alternatives: [] }
  const beforeLast = groups[length - 2]
  // "ROSA QUISPE MAMANI DE HUAMÁN": the last group is the husband's surname.
  if (startsWithDe(groups[length - 1]) && length > 3 && canBeSurname(groups[length - 3])) {
    return { ...last(3), guess: true, alternatives: [last(2)] }
  }
  // "Víctor Raúl Chuquihuanca": one surname only, where the word before it is a given name and no surname.
  if (onlyGiven(beforeLast)) return { ...last(1), guess: true, alternatives: [last(2)] }
  const sure = !canBeGiven(beforeLast) && canBeGiven(groups[length - 3]) && !canBeSurname(groups[length - 3])
  return { ...last(2), guess: !sure, alternatives: sure ? [] : [last(1)] }
}

/** The words of a group without its particles, folded. */
const heart = (group: string | undefined) => searchKey(group ?? '').split(' ').filter((word) => !LEADING.has(word) && !JOINING.has(word))
const canBeGiven = (group: string | undefined) => heart(group).some((word) => frequentGivenNames.has(word))
const canBeSurname = (group: string | undefined) => heart(group).some((word) => frequentSurnames.has(word))
const onlyGiven = (group: string | undefined) => canBeGiven(group) && !canBeSurname(group)
const onlySurname = (group: string | undefined) => canBeSurname(group) && !canBeGiven(group)

export interface NameOrderGuess {
  /** Null when the samples do not tell. */
  readonly order: NameOrder | null
  /** Share of the samples that spoke, and spoke for this order: 0 to 1. */
  readonly confidence: number
}

/**
 * Tells from a column's samples whether surnames or given names come first: by commas, and by frequent names at either
 * end. Decides only when two thirds of those that speak agree.
 */
export function guessNameOrder(texts: readonly string[]): NameOrderGuess {
  const votes = texts.map(vote).filter((one) => one !== null)
  const surnamesFirst = votes.filter((one) => one === 'surnames-first').length
  const most = Math.max(surnamesFirst, votes.length - surnamesFirst)
  if (votes.length === 0 || most * 3 < votes.length * 2) return { order: null, confidence: 0 }
  const filled = texts.filter((text) => cleanText(text) !== '').length
  return { order: surnamesFirst === most ? 'surnames-first' : 'given-first', confidence: most / filled }
}

function vote(text: string): NameOrder | null {
  const clean = cleanText(text)
  if (/^[^,]+,\s*\p{L}/u.test(clean)) return 'surnames-first'
  const groups = nameGroups(clean)
  if (groups.length < 2) return null
  const [first, last] = [groups[0], groups[groups.length - 1]]
  const points = Number(onlyGiven(first)) + Number(onlySurname(last)) - Number(onlyGiven(last)) - Number(onlySurname(first))
  return points === 0 ? null : points > 0 ? 'given-first' : 'surnames-first'
}
