/**
 * Civil dates, `YYYY-MM-DD`: days of the calendar, not moments. Nothing here knows a time zone, so that no day is lost
 * in Lima. Functions that take a day throw RangeError for a text that is no such day.
 */
type Language = 'es' | 'en'

export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Peru writes "setiembre" (CLDR es-PE). */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'setiembre', 'octubre', 'noviembre', 'diciembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const two = (value: number) => String(value).padStart(2, '0')

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day as text, or null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const whole = [year, month, day].every(Number.isInteger)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** The parts of a `YYYY-MM-DD` that exists in the calendar; null for anything else. */
export function dayParts(date: string): DayParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isoDay(year, month, day) === null ? null : { year, month, day }
}

function partsOf(date: string): DayParts {
  const parts = dayParts(date)
  if (parts === null) throw new RangeError(`not a day: ${date}`)
  return parts
}

/** Days since 1970-01-01 in the Gregorian calendar. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date)
  // Years begin in March, so that the leap day is the last one (H. Hinnant, "chrono-compatible low-level date algorithms").
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** The day that stands so many days after 1970-01-01. */
export function dayFromNumber(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const at = Math.floor((5 * ofYear + 2) / 153)
  const month = at < 10 ? at + 3 : at - 9
  const date = isoDay(year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * at + 2) / 5) + 1)
  if (date === null) throw new RangeError(`no day: ${days}`)
  return date
}

export function addDays(date: string, days: number): string {
  return dayFromNumber(dayNumber(date) + days)
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function weekdayName(date: string, language: Language = 'es'): string {
  return weekdayNames[language][weekday(date) - 1] ?? ''
}

/** `22/11/2026`; a text that is no day stays as it came, and nothing is nothing. */
export function formatDate(date: string | null): string {
  const parts = date === null ? null : dayParts(date)
  return parts === null ? (date ?? '') : `${two(parts.day)}/${two(parts.month)}/${String(parts.year).padStart(4, '0')}`
}

/** "12 de setiembre de 2026"; in English "12 September 2026". */
export function longDate(date: string, language: Language = 'es'): string {
  return worded(partsOf(date), language, 'year')
}

/**
 * "del 12 al 21 de octubre de 2020", "el 3 de mayo de 2026", "del 28 de setiembre al 3 de octubre de 2020";
 * in English "from 12 to 21 October 2020". Two days in the wrong order are put right.
 */
export function dateRange(from: string, to: string, language: Language = 'es'): string {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const [a, b] = [partsOf(first), partsOf(last)]
  const end = worded(b, language, 'year')
  if (first === last) return language === 'es' ? `el ${end}` : `on ${end}`
  const start = worded(a, language, a.year !== b.year ? 'year' : a.month !== b.month ? 'month' : 'day')
  return language === 'es' ? `del ${start} al ${end}` : `from ${start} to ${end}`
}

function worded(parts: DayParts, language: Language, upTo: 'day' | 'month' | 'year'): string {
  const words = [String(parts.day)]
  if (upTo !== 'day') words.push(monthNames[language][parts.month - 1] ?? '')
  if (upTo === 'year') words.push(String(parts.year))
  return words.join(language === 'es' ? ' de ' : ' ')
}

/** Whole years lived on a day. Who was born on 29 February completes a year on 1 March of common years. Negative before birth. */
export function ageOn(birth: string, day: string): number {
  const [a, b] = [partsOf(birth), partsOf(day)]
  const hadBirthday = b.month > a.month || (b.month === a.month && b.day >= a.day)
  return b.year - a.year - (hadBirthday ? 0 : 1)
}

export type AgeGroup = '0-14' | '15-29' | '30-59' | '60+'

/** Groups of the rosters and of Peru's life stages: young to 29 (Ley 27802), older adult from 60 (Ley 30490). */
export function ageGroup(age: number): AgeGroup {
  return age < 15 ? '0-14' : age < 30 ? '15-29' : age < 60 ? '30-59' : '60+'
}

/** An age as lists state it ("58", "58 años", "30-59", "60 a más"): whole years from and to, both included. Null when it says none. */
export function readStatedAge(text: string | number | null): { readonly from: number; readonly to: number | null } | null {
  const words = String(text ?? '').trim().toLowerCase().replace(/\s*años?\b\.?/g, '')
  const range = /^(?:de\s+)?(\d{1,3})\s*(?:-|–|—|a|al|hasta)\s*(\d{1,3})$/.exec(words)
  if (range) return range[1] === undefined || Number(range[1]) > Number(range[2]) ? null : { from: Number(range[1]), to: Number(range[2]) }
  const open = /^(?:de\s+|m[aá]s de\s+|mayor(?:es)? de\s+)?(\d{1,3})\s*(?:a\s+m[aá]s|o\s+m[aá]s|y\s+m[aá]s|\+|en adelante)$/.exec(words)
  if (open) return { from: Number(open[1]), to: null }
  const years = /^(\d{1,3})(?:\.0+)?$/.exec(words)
  return years && Number(years[1]) <= 120 ? { from: Number(years[1]), to: Number(years[1]) } : null
}

/** The group that holds the whole of a stated age; null where it lies across two. */
export function statedAgeGroup(text: string | number | null): AgeGroup | null {
  const age = readStatedAge(text)
  if (age === null) return null
  const group = ageGroup(age.from)
  return group === ageGroup(age.to ?? Math.max(age.from, 60)) ? group : null
}

/** So many months after a day (before it, below zero), on the same day of the month or the last one that month has. Throws RangeError for what is no day. */
export function monthsAfter(day: string, months: number): string {
  const parts = dayParts(day)
  if (parts === null) throw new RangeError(`not a day: ${day}`)
  const count = parts.year * 12 + parts.month - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return isoDay(year, month, Math.min(parts.day, daysInMonth(year, month))) ?? day
}
