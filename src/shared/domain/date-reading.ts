import { isoDay } from './dates.ts'
import { momentOfSerial } from './excel-serial.ts'
import { cleanText, searchKey } from './names.ts'

export type DateOrder = 'dmy' | 'mdy'

export interface DateOptions {
  /** What stands first in 03/04/2020. Peru: the day. */
  readonly order?: DateOrder
  /** The last year a two-digit year may mean: this year for births, so that 48 is 1948. Without it, 00-49 are 2000-2049. */
  readonly latestYear?: number
  /** The workbook counts days from 1904 (old Excel for Mac). */
  readonly date1904?: boolean
}

export type DateProblem = 'unreadable' | 'impossible' | 'only-year' | 'no-day' | 'year-out-of-range'

export interface ReadDate {
  readonly date: string | null
  /** `HH:MM:SS` as it stands there; null where there is none. */
  readonly time: string | null
  /** Null also where there is nothing to read. */
  readonly problem: DateProblem | null
  /** True when the century was supplied, or the figures could mean another day: a person should look. */
  readonly guess: boolean
  /** For an impossible date: the day it would be with month and day exchanged. */
  readonly alternative: string | null
}

const MONTHS = new Map<string, number>(
  [
    ['ene', 'enero', 'jan', 'january'], ['feb', 'febr', 'febrero', 'february'], ['mar', 'marzo', 'march'], ['abr', 'abril', 'apr', 'april'],
    ['may', 'mayo'], ['jun', 'junio', 'june'], ['jul', 'julio', 'july'], ['ago', 'agos', 'agosto', 'aug', 'august'],
    ['set', 'sep', 'sept', 'setiembre', 'septiembre', 'september'], ['oct', 'octubre', 'october'], ['nov', 'noviembre', 'november'],
    ['dic', 'diciembre', 'dec', 'december'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
)
const NOTHING = /^(|s ?d|s ?n|n ?a|nd|no (indica|tiene|aplica|registra|precisa|sabe)|sin (fecha|dato|datos)|x+|0)$/

interface Found {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly guess: boolean
}

/**
 * Reads a date as offices write it: 12/10/2020, 5.4.91, 2020-10-12, "12 de octubre de 2020", 12-oct-2020, Excel's serial
 * numbers, with or without a time. An impossible date is told, never moved to another day.
 */
export function readDate(raw: string | number | null, options: DateOptions = {}): ReadDate {
  if (typeof raw === 'number') return fromSerial(raw, options)
  const clean = cleanText(raw ?? '')
  if (NOTHING.test(searchKey(clean))) return answer(null, null, null)
  const { text, time } = withoutTime(clean)
  if (/^\d{5}(\.\d+)?$/.test(text)) return { ...fromSerial(Number(text), options), guess: true }
  if (/^(19|20)\d{2}$/.test(text)) return answer(null, time, 'only-year')
  const found = asFigures(text, options) ?? asWords(text, options)
  if (found === null) return answer(null, time, isMonthAndYear(text) ? 'no-day' : 'unreadable')
  return judged(found, time, /^\d{4}\D/.test(text))
}

function answer(date: string | null, time: string | null, problem: DateProblem | null, guess = false, alternative: string | null = null): ReadDate {
  return { date, time, problem, guess, alternative }
}

function judged(found: Found, time: string | null, yearFirst: boolean): ReadDate {
  const date = isoDay(found.year, found.month, found.day)
  if (date === null) return answer(null, time, 'impossible', false, yearFirst ? null : isoDay(found.year, found.day, found.month))
  if (found.year < 1900 || found.year > 2100) return answer(null, time, 'year-out-of-range')
  return answer(date, time, null, found.guess)
}

/** The end of a text that is a time of day: 14:03, 08:50:00 AM, 2:15 p. m., T14:03:00Z. */
function withoutTime(text: string): { text: string; time: string | null } {
  const match = /^(.*?)(?:[\sT,]+|\s*-\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?\s*m\.?)?\s*(?:h(?:rs?)?\.?|horas)?(?:Z|[+-]\d{2}:?\d{2}|GMT\S*)?$/i.exec(text)
  if (!match) return { text, time: null }
  const half = (match[5] ?? '').toLowerCase().charAt(0)
  const hour = Number(match[2])
  const hours = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
  const valid = hours < 24 && Number(match[3]) < 60 && Number(match[4] ?? 0) < 60
  return { text: match[1] ?? '', time: valid ? `${String(hours).padStart(2, '0')}:${match[3]}:${match[4] ?? '00'}` : null }
}

function asFigures(text: string, options: DateOptions): Found | null {
  const ymd = /^(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)$/.exec(text)
  if (ymd) return { year: Number(ymd[1]), month: Number(ymd[2]), day: Number(ymd[3]), guess: !/\D/.test(text) }
  const parts = /^(\d{1,2})\s*[-/.\\ ]\s*(\d{1,2})\s*[-/.\\ ]\s*(\d{4}|\d{2})\.?$/.exec(text) ?? /^([0-3]\d)([01]\d)((?:19|20)\d{2})$/.exec(text)
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const [day, month] = options.order === 'mdy' ? [second, first] : [first, second]
  const { year, guess } = wholeYear(parts[3] ?? '', options)
  return { year, month, day, guess: guess || !/\D/.test(text) }
}

/** "12 de octubre de 2020", "12-oct-20", "octubre 12, 2020", "lunes 1° de mayo del 2020". */
function asWords(text: string, options: DateOptions): Found | null {
  const words = searchKey(text.replace(/(\d)\s*([°º]|er|ro|do|st|nd|rd|th)(?![\p{L}\d])/giu, '$1'))
    .replace(/(\d)(\p{L})|(\p{L})(\d)/gu, '$1$3 $2$4')
    .replace(/\b(de|del|the|of|el|dia|al|ano|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(mon|tues|wednes|thurs|fri|satur|sun)day)\b/g, ' ')
    .trim()
    .split(/\s+/)
  if (words.length !== 3) return null
  const [a = '', b = '', c = ''] = words
  const [dayText, monthText] = /^\d{1,2}$/.test(a) ? [a, b] : [b, a]
  const month = MONTHS.get(monthText)
  if (month === undefined || !/^\d{1,2}$/.test(dayText) || !/^(\d{4}|\d{2})$/.test(c)) return null
  const { year, guess } = wholeYear(c, options)
  return { year, month, day: Number(dayText), guess }
}

function isMonthAndYear(text: string): boolean {
  const words = searchKey(text).replace(/\bdel?\b/g, ' ').trim().split(/\s+/)
  return words.length === 2 && ((MONTHS.has(words[0] ?? '') && /^\d{2,4}$/.test(words[1] ?? '')) || /^(0?[1-9]|1[0-2]) (19|20)\d{2}$/.test(words.join(' ')))
}

function wholeYear(text: string, options: DateOptions): { year: number; guess: boolean } {
  const year = Number(text)
  if (text.length === 4) return { year, guess: false }
  if (options.latestYear === undefined) return { year: year < 50 ? 2000 + year : 1900 + year, guess: true }
  const century = Math.floor(options.latestYear / 100) * 100
  return { year: century + year <= options.latestYear ? century + year : century - 100 + year, guess: true }
}

/** A serial number of Excel: days, and the time of day as a fraction. Excel's 29 February 1900 (serial 60) never was. */
function fromSerial(serial: number, options: DateOptions): ReadDate {
  if (Number.isInteger(serial) && serial >= 1900 && serial <= 2100) return answer(null, null, 'only-year')
  // Eight digits that are a date without separators (20201012), which a sheet took for a quantity.
  if (Number.isInteger(serial) && serial >= 1_000_000) return readDate(String(serial).padStart(8, '0'), options)
  if (serial === 0) return answer(null, null, null)
  const date1904 = options.date1904 === true
  const found = serial < 1 ? null : momentOfSerial(serial, date1904)
  if (found === null) return answer(null, null, 'unreadable')
  if (!date1904 && Math.floor(serial) === 60) return answer(null, null, 'impossible')
  if (Number(found.date.slice(0, 4)) > 2100) return answer(null, null, 'year-out-of-range')
  return answer(found.date, found.time, null)
}

export interface DateOrderGuess {
  /** Null where samples contradict each other, or none tells. */
  readonly order: DateOrder | null
  /** Samples that can only be read with the day first, and only with the month first. */
  readonly dayFirst: number
  readonly monthFirst: number
  /** Samples that could be read both ways (03/04/2020). */
  readonly either: number
}

/** Tells from a column whether the day or the month comes first: a figure over 12 gives it away. */
export function guessDateOrder(samples: readonly (string | number | null)[]): DateOrderGuess {
  let [dayFirst, monthFirst, either] = [0, 0, 0]
  for (const sample of samples) {
    const { text } = withoutTime(cleanText(typeof sample === 'string' ? sample : ''))
    const parts = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/.exec(text)
    if (!parts) continue
    const [first, second] = [Number(parts[1]), Number(parts[2])]
    if (first > 12 && second <= 12) dayFirst += 1
    else if (second > 12 && first <= 12) monthFirst += 1
    else if (first <= 12 && second <= 12 && first !== second) either += 1
  }
  const order = dayFirst > 0 && monthFirst === 0 ? 'dmy' : monthFirst > 0 && dayFirst === 0 ? 'mdy' : null
  return { order, dayFirst, monthFirst, either }
}
