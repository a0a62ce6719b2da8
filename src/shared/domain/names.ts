/**
 * Names of persons as Peru writes them: first surname, second surname (optional), given names.
 * Nothing here takes a letter away from a stored name (DS 004-2016-MC art. 6.4: the right to the letters of one's own
 * language); only the keys for search, order and comparison are folded.
 */
export interface PersonName {
  readonly firstSurname: string
  readonly secondSurname: string | null
  readonly givenNames: string
}

/** What takes no place on paper: zero-width marks, soft hyphens, direction marks, control characters. */
const INVISIBLE = /\ufeff|(?!\s)[\p{Cc}\p{Cf}]/gu

/** Straight, typographic and modifier apostrophes, and the accents that are typed in their place. */
const APOSTROPHES = /['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u0060\u00b4\u0294\u02c8\ua78b\ua78c]/g
/** Letters that no Unicode decomposition opens, of Peru's alphabets and of its neighbours'. */
const FOLDED: Readonly<Record<string, string>> = {
  ɨ: 'i', ʉ: 'u', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ɓ: 'b', ɗ: 'd', ŋ: 'n', ɛ: 'e', ɔ: 'o', ə: 'e',
}
/** Keeps the place of an ñ while accents are taken away: a private character that no text holds. */
const ENYE = '\ue000'
const FOLDABLE = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g')

/**
 * A text as it is kept: Unicode NFC, single plain spaces, nothing invisible, no blank at the ends.
 * Typographic apostrophes and every letter stay. Doing it twice changes nothing.
 */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** Small letters without accents or apostrophes; `ñ` becomes `enye`. Anything but letters and digits becomes one space. */
function fold(text: string, enye: string): string {
  return text
    .normalize('NFC')
    .replace(/\ue000/g, '')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ñ', ENYE)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHES, '')
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\ue000]+/gu, ' ')
    .trim()
    .replaceAll(ENYE, enye)
}

/**
 * Folded text for searching: accents, case and apostrophes go, `ñ` is `n`, every other sign is a space.
 * Both what is stored and what a person types go through it, so `nunez` finds `NÚÑEZ` and `chʼoque` finds `Ch'oque`.
 */
export function searchKey(text: string): string {
  return fold(text, 'n')
}

/** The folded words to look for, each once, the longest first: it is the one that most texts lack. */
export function searchPieces(search: string): string[] {
  return [...new Set(searchKey(search).split(' '))].filter((piece) => piece !== '').sort((one, other) => other.length - one.length)
}

/**
 * Folded text that sorts by plain byte order in Peru's alphabetical order: `ñ` after every `n`, accents and case ignored,
 * `ch` and `ll` not letters of their own (RAE, 2010). Numbers count as numbers: "Grupo 2" before "Grupo 10".
 */
export function textSortKey(text: string): string {
  return fold(text, 'n~').replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}

/**
 * Puts people in the order of a Peruvian list: first surname, second surname, given names. Fields stand two spaces apart,
 * so that CRUZ comes before CRUZ LEÓN whatever follows, and who has no second surname before who has one.
 */
export function sortKey(person: PersonName): string {
  return [person.firstSurname, person.secondSurname ?? '', person.givenNames].map((part) => fold(part, 'n~')).join('  ')
}

/** Words that people leave out or add without being another person. */
const LIGHT_WORDS = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y', 'e', 'vda', 'viuda', 'da', 'do', 'dos', 'das', 'di'])
const SHORTENED: Readonly<Record<string, string>> = { ma: 'maria', mo: 'maximo', fco: 'francisco', jhon: 'john', fdo: 'fernando' }

/**
 * Order-blind key by which two writings of one name meet: folded words in alphabetical order, without particles.
 * Equal keys are a sign to show a person, never a proof: namesakes are common.
 */
export function nameKey(person: PersonName): string {
  return nameKeyOf(`${person.firstSurname} ${person.secondSurname ?? ''} ${person.givenNames}`)
}

/** The key of a name that stands in one text, in any order. */
export function nameKeyOf(text: string): string {
  return [...nameWords(text)].sort().join(' ')
}

/** Folded words of a name without particles; when it is made of particles only, all its words. */
export function nameWords(text: string): readonly string[] {
  const words = searchKey(text).split(' ').filter((word) => word !== '')
  const heavy = words.filter((word) => !LIGHT_WORDS.has(word)).map((word) => SHORTENED[word] ?? word)
  return heavy.length > 0 ? heavy : words
}

/** Capital letters as the DNI prints them: every letter of every alphabet keeps its marks. */
export function upperCase(text: string): string {
  return text.normalize('NFC').toUpperCase().normalize('NFC')
}

/** Never capital inside a name; the article only after its preposition: "de la Cruz" but "La Torre" (RAE, Ortografía 2010). */
const PREPOSITIONS = new Set(['de', 'del', 'y', 'e', 'da', 'do', 'dos', 'das', 'di', 'du', 'van', 'von', 'der', 'den', 'vda.', 'vda', 'viuda'])
const ARTICLES = new Set(['la', 'las', 'los', 'el', 'lo'])

/**
 * A name with capitals as on a certificate: "María de los Ángeles Chuquihuanca Zúñiga", "O’Higgins", "T’ito Ch’oque".
 * A word that already mixes capitals and small letters keeps them ("McKay"). Particles are small except at the beginning.
 */
export function titleCase(text: string): string {
  const words = cleanText(text).split(' ')
  const lower = words.map((word) => word.toLowerCase())
  return words
    .map((word, at) => {
      const small = lower[at] ?? ''
      const before = at > 0 ? (lower[at - 1] ?? '') : ''
      if (at > 0 && PREPOSITIONS.has(small)) return small
      if (at > 0 && ARTICLES.has(small) && PREPOSITIONS.has(before)) return small
      return isMixed(word) ? word : small.replace(/[^-.‐‑]+/gu, capitalised)
    })
    .join(' ')
    .normalize('NFC')
}

/** O’ D’ L’ open a new capital; an apostrophe of Quechua or Aimara (T’ito, Ch’oque) does not. */
const OPENING = /^([odl]['\u2018\u2019\u02bc])(\p{L}.*)$/u

function capitalised(part: string): string {
  const opening = OPENING.exec(part)
  if (opening) return capitalised((opening[1] ?? '').slice(0, 1)) + (opening[1] ?? '').slice(1) + capitalised(opening[2] ?? '')
  return part.replace(/\p{Ll}/u, (letter) => letter.toUpperCase())
}

function isMixed(word: string): boolean {
  const rest = [...word.normalize('NFC')].filter((letter) => /\p{L}/u.test(letter)).slice(1).join('')
  return /\p{Lu}/u.test(rest) && /\p{Ll}/u.test(rest)
}

/** "DE LA CRUZ QUISPE, María Elena": as lists show a person. */
export function displayName(person: PersonName): string {
  const surnames = upperCase(surnamesOf(person))
  const given = titleCase(person.givenNames)
  return given === '' ? surnames : `${surnames}, ${given}`
}

/** Both surnames in one text, as they are kept. */
export function surnamesOf(person: PersonName): string {
  return cleanText(`${person.firstSurname} ${person.secondSurname ?? ''}`)
}

/**
 * The name that a certificate prints: the one the person asked for when there is one, letter by letter; otherwise given
 * names and surnames with capitals as titleCase gives them.
 */
export function certificateName(person: PersonName & { readonly certificateName?: string | null }): string {
  const own = cleanText(person.certificateName ?? '')
  if (own !== '') return own
  const given = titleCase(person.givenNames)
  const whole = given === '' ? surnamesOf(person) : `${given} ${surnamesOf(person)}`
  return titleCase(whole)
}

export type NameProblem = 'empty' | 'formula' | 'email' | 'digits' | 'damaged' | 'symbols'

/** UTF-8 read as Windows-1252 ("NÃºÃ±ez"), a question mark or a replacement sign where a letter was. */
const DAMAGED = /[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]|\ufffd|\?/u
const ALLOWED = /^[\p{L}\p{M}\u2019'\u2018\u0060\u00b4\u02bc .,\-‐‑ªº()]+$/u

/**
 * What keeps a text from being a name, or null. Letters of every alphabet pass; digits, addresses, formulas, error
 * values and text read in the wrong encoding do not. It never changes the text.
 */
export function nameProblem(text: string): NameProblem | null {
  const name = cleanText(text)
  if (name === '' || !/\p{L}/u.test(name)) return name === '' || !/[\d=#@]/.test(name) ? 'empty' : 'digits'
  if (/^[=+#@]/.test(name)) return 'formula'
  if (name.includes('@')) return 'email'
  if (DAMAGED.test(name)) return 'damaged'
  if (/\p{N}/u.test(name)) return 'digits'
  return ALLOWED.test(name) ? null : 'symbols'
}
