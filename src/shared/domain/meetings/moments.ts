import { readDate } from '../date-reading.ts'
import type { DateOrder } from '../date-reading.ts'
import { dayFromNumber, dayNumber, isoDay } from '../dates.ts'
import type { RosterCell } from '../roster/cells.ts'
import { folded } from '../roster/cells.ts'

/** Figures of a date whose order is not known by themselves: 03/04/2020. */
export interface Figures {
  readonly first: number
  readonly second: number
  readonly year: number
}

/** A moment as an export writes it. A day that is null stands elsewhere: in the file's name, in the meeting's block. */
export interface WrittenMoment {
  readonly day: string | Figures | null
  /** Seconds since midnight; null where there is a day alone. */
  readonly seconds: number | null
  /** Whether Excel made a date of it: it may have taken the month for the day. */
  readonly excel?: true
}

const TIME = /(\d{1,2})\s*(?:[:h]|\.(?=\d{2}(?:\D|$)))\s*(\d{2})(?:\s*[:.]\s*(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\s*\.?\s*m\.?)?\s*(?:h(?:rs|oras?)?\.?|horas)?\s*(Z|[+-]\d{2}:?\d{2}|(?:GMT|UTC)[+-]?\d*(?::?\d{2})?)?$/iu
/** Lima, all year round. */
const LIMA_OFFSET = -5 * 3600

/** Reads "10/12/2020 08:50:00 AM", "12/10/2020 2:15 p. m.", "2020-10-12T13:50:00Z", "8:58 AM", a cell of Excel. Null where there is neither a day nor a time. */
export function readMoment(cell: RosterCell | undefined): WrittenMoment | null {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return null
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? { day: null, seconds: Math.round(cell * 86_400) } : null
  if (typeof cell === 'object') return fromExcel(cell.date, cell.time)
  const text = cell.replace(/\s+/gu, ' ').trim()
  const time = TIME.exec(text)
  const hasTime = time !== null && (time.index === 0 || /[\sT,;-]$/u.test(text.slice(0, time.index)))
  const seconds = hasTime ? secondsOf(time) : null
  const before = (hasTime ? text.slice(0, time.index) : text).replace(/[\sT,;-]+$/u, '').replace(/\b(a las?|at|el)$/iu, '').trim()
  const day = before === '' ? null : readDay(before)
  if (before !== '' && day === null) return null
  if (day === null && seconds === null) return null
  return hasTime && typeof day === 'string' && time[5] !== undefined ? inLima(day, seconds ?? 0, time[5]) : { day, seconds }
}

function fromExcel(date: string, time: string | null): WrittenMoment {
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? '').split(':').map(Number)
  // A time of day alone is a part of Excel's day zero.
  return { ...(date < '1901' ? { day: null } : { day: date, excel: true as const }), seconds: time === null ? (date < '1901' ? 0 : null) : hours * 3600 + minutes * 60 + seconds }
}

function secondsOf(time: RegExpExecArray): number | null {
  const half = (time[4] ?? '').toLowerCase()
  const hour = Number(time[1])
  const hours = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
  const [minutes, seconds] = [Number(time[2]), Number(time[3] ?? 0)]
  return hours < 24 && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : null
}

/** A moment that says its zone, as Lima's clocks showed it. */
function inLima(day: string, seconds: number, zone: string): WrittenMoment {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  const offset = match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60)
  const whole = dayNumber(day) * 86_400 + seconds - offset + LIMA_OFFSET
  return { day: dayOfSeconds(whole), seconds: ((whole % 86_400) + 86_400) % 86_400 }
}

function readDay(text: string): string | Figures | null {
  const figures = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/u.exec(text)
  if (figures !== null) {
    const year = Number(figures[3])
    return { first: Number(figures[1]), second: Number(figures[2]), year: year < 100 ? 2000 + year : year }
  }
  return readDate(text).date
}

/** The day, once the order of its figures is known; null for a day that is none. */
export function dayOf(day: WrittenMoment['day'], order: DateOrder): string | null {
  if (day === null || typeof day === 'string') return day
  return order === 'dmy' ? isoDay(day.year, day.second, day.first) : isoDay(day.year, day.first, day.second)
}

/** Seconds since 1970 on Lima's clocks: moments of two days can be compared and joined. */
export function secondsAt(day: string, seconds: number): number {
  return dayNumber(day) * 86_400 + seconds
}

export function dayOfSeconds(seconds: number): string {
  return dayFromNumber(Math.floor(seconds / 86_400))
}

/** `HH:MM` of so many seconds since 1970 or since midnight. */
export function timeOfSeconds(seconds: number): string {
  const minutes = Math.floor((((seconds % 86_400) + 86_400) % 86_400) / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Seconds since midnight of `HH:MM`. */
export function secondsOfTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60
}

/** Reads a duration in seconds: 55 and "55 min" are minutes; "2h 5m 10s", "1 hr 5 min", "2 h 5 min", "0:55:10", "1:05" are what they say. */
export function readDuration(cell: RosterCell | undefined): number | null {
  if (typeof cell === 'number') return cell >= 0 && Number.isFinite(cell) ? Math.round((cell > 0 && cell < 1 ? cell * 1440 : cell) * 60) : null
  if (cell !== null && typeof cell === 'object') return fromExcel(cell.date, cell.time).seconds
  if (typeof cell !== 'string') return null
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(cell.trim())
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  const words = folded(cell.replace(/(\d)[.,](\d)/gu, '$1p$2')).replace(/(\d)(\p{L})/gu, '$1 $2').replace(/(\d) ?p ?(\d)/gu, '$1.$2')
  if (/^\d+(\.\d+)?$/.test(words)) return Math.round(Number(words) * 60)
  let total = 0
  const rest = words.replace(/(\d+(?:\.\d+)?) (h|hr|hrs|hora|horas|hour|hours|m|min|mins|minuto|minutos|minute|minutes|s|sec|secs|seg|segs|segundo|segundos|second|seconds)\b/gu, (_whole, amount: string, unit: string) => {
    total += Number(amount) * (unit.startsWith('h') ? 3600 : unit.startsWith('m') ? 60 : 1)
    return ''
  })
  return /\d/.test(words) && rest.replace(/\b(y|and|menos de|less than)\b/gu, '').trim() === '' ? Math.round(total) : null
}
