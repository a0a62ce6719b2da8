import type { CellDate } from '../table.ts'

/** Number formats without a text of their own that show a date or a time (ECMA-376 Part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN = new Map<number, 'date' | 'time'>([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id) => [id, 'time'] as const),
])

/** How a number is shown: as itself, as a date, as a time of day or duration, or as text padded with zeros to a width. */
export type NumberLook =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'padded'; readonly width: number }

const AS_NUMBER: NumberLook = { kind: 'number' }

/** Decides by the format's own characters, once what is quoted, escaped or in brackets is taken away. */
export function lookOf(formatId: number, code: string | undefined): NumberLook {
  if (code === undefined) return { kind: BUILT_IN.get(formatId) ?? 'number' }
  const padded = /^0{2,}$/.exec(code)
  if (padded !== null) return { kind: 'padded', width: code.length }
  const elapsed = /\[(h+|m+|s+)\]/i.test(code)
  const section = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  if (/^(general|est[aá]ndar|standard)$/i.test(section.trim()) || section.includes('@')) return AS_NUMBER
  const letters = section.replace(/AM\/PM|A\/P/gi, 'h').replace(/s\.0+/gi, 's')
  if (/[#0?]/.test(letters)) return AS_NUMBER
  if (/[yd]/i.test(letters) || /m{3,}/i.test(letters)) return { kind: 'date' }
  if (elapsed || /[hs]/i.test(letters)) return { kind: 'time' }
  return /m/i.test(letters) ? { kind: 'date' } : AS_NUMBER
}

/** A cell of type `d` holds ISO 8601 (ECMA-376 Part 1, 18.18.11). Null where it is something else. */
export function dateOfIso(text: string): CellDate | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?Z?)?$/.exec(text.trim())
  if (match === null || match[1] === undefined) return null
  const time = match[2] === undefined ? null : `${match[2]}${match[3] ?? ':00'}`
  return { date: match[1], time: time === '00:00:00' ? null : time }
}
