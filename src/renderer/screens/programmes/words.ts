import { formatDate } from '../../../shared/domain/dates.ts'

/** "04/05/2026 – 25/09/2026"; one day alone, and nothing where neither is known. */
export function periodText(when: { readonly startsOn: string | null; readonly endsOn: string | null }): string {
  const days = [when.startsOn, when.endsOn].filter((day) => day !== null)
  return [...new Set(days)].map(formatDate).join(' – ')
}

/** Hours as a person types them, whole or halved: "24", "24.5", "24,5". Null for nothing, undefined for what is no such number. */
export function readHours(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  const hours = /^\d{1,5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isInteger(hours * 2) && hours <= 10_000 ? hours : undefined
}

/** A year of four figures between 1990 and 2100; undefined for anything else. */
export function readYear(typed: string): number | undefined {
  const year = /^\d{4}$/.test(typed.trim()) ? Number(typed.trim()) : 0
  return year >= 1990 && year <= 2100 ? year : undefined
}

/** The groups in what was typed: one a line, or divided by commas or semicolons; each once, in that order. */
export function readCohortNames(typed: string): readonly string[] {
  const names = typed.split(/[\n,;]+/).map((name) => name.trim().replace(/\s+/g, ' ')).filter((name) => name !== '')
  return names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at)
}

const ORDINALS = ['primera', 'segunda', 'tercera', 'cuarta', 'quinta', 'sexta', 'séptima', 'octava', 'novena', 'décima'] as const

/** What the edition after this one is probably called: "XII edición" → "XIII edición", "Primera ronda" → "Segunda ronda", "Curso 2026" → "Curso 2027". */
export function nextEditionName(name: string): string {
  const ordinal = ORDINALS.findIndex((word) => name.toLowerCase().startsWith(word))
  const following = ORDINALS[ordinal + 1]
  if (ordinal >= 0 && following !== undefined) {
    const rest = name.slice(ORDINALS[ordinal]?.length)
    return (name.startsWith((ORDINALS[ordinal] ?? '').slice(0, 1)) ? following : following.slice(0, 1).toUpperCase() + following.slice(1)) + rest
  }
  const roman = /(?<![\p{L}\d])[IVXL]+(?![\p{L}\d])/u.exec(name)
  if (roman !== null && toRoman(fromRoman(roman[0])) === roman[0]) return replaced(name, roman, toRoman(fromRoman(roman[0]) + 1))
  const figures = /\d+/.exec(name)
  return figures === null ? name : replaced(name, figures, String(Number(figures[0]) + 1))
}

function replaced(text: string, match: RegExpExecArray, by: string): string {
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length)
}

const ROMAN = [['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const

function toRoman(value: number): string {
  let left = value
  let text = ''
  for (const [sign, worth] of ROMAN) {
    for (; left >= worth; left -= worth) text += sign
  }
  return text
}

function fromRoman(text: string): number {
  const worths = [...text].map((sign) => ROMAN.find(([one]) => one === sign)?.[1] ?? 0)
  return worths.reduce((sum: number, worth, at) => sum + (worth < (worths[at + 1] ?? 0) ? -worth : worth), 0)
}
