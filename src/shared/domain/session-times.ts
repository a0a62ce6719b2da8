import { isoDay } from './dates.ts'
import { readDate } from './date-reading.ts'
import type { DateOptions } from './date-reading.ts'
import { clockOfSerial } from './excel-serial.ts'
import { cleanText } from './names.ts'
import type { RosterCell } from './roster/cells.ts'
import { cellLine, folded, isBlank } from './roster/cells.ts'
import { timeOfMinutes } from './session-days.ts'

/** Times of a session as a sheet gives them, `HH:MM`. */
export interface ReadTimes {
  readonly startsAt: string | null
  readonly endsAt: string | null
  /** True when half of the day was supplied: a person should look. */
  readonly guess: boolean
}

/** "9", "9:00", "09h30", "9.30 a. m.", "14:00 hrs", "12 m." */
const TIME = /(\d{1,2})(?:\s*[:.hH]\s*(\d{2})(?!\d))?(?::\d{2})?\s*(?:h(?:rs?|oras?)?\b\.?)?\s*(?:([ap])\s?\.?\s?m\b\.?|(m(?:d|\.\s?d)?)\b\.?)?/giu

interface Moment {
  readonly minutes: number
  /** Whether the text said which half of the day it is, by words or by hours over 12. */
  readonly sure: boolean
}

/** Reads one time or two ("de 9:00 a. m. a 1:00 p. m.", "9-12", "14h00 – 16h30"). Null where there is none to read. */
export function readTimes(cell: RosterCell | undefined): ReadTimes | null {
  if (isBlank(cell)) return null
  if (typeof cell === 'number') return cell > 0 && cell < 1 ? one(clockOfSerial(cell)) : cell >= 5 && cell <= 23 && Number.isInteger(cell) ? one(timeOfMinutes(cell * 60)) : null
  if (typeof cell === 'object' && cell !== null) return cell.time === null ? null : one(cell.time)
  const moments = momentsIn(withoutDate(cleanText(String(cell))))
  const [first, second] = moments
  if (first === undefined || moments.length > 2) return null
  if (second === undefined) return { startsAt: timeOfMinutes(first.minutes), endsAt: null, guess: false }
  return paired(first, second)
}

const one = (clock: string | null): ReadTimes | null => (clock === null || Number(clock.slice(0, 2)) > 23 ? null : { startsAt: clock.slice(0, 5), endsAt: null, guess: false })

/** "12/10/2026 09:00": the date's own figures are no time. */
function withoutDate(text: string): string {
  return text.replace(/\b(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?=[\sT,]|$)/gu, ' ')
}

function momentsIn(text: string): Moment[] {
  return [...text.matchAll(TIME)].flatMap((match) => {
    const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
    if (hour > 23 || minute > 59) return []
    const half = (match[3] ?? '').toLowerCase()
    const hours = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
    return [{ minutes: hours * 60 + minute, sure: half !== '' || match[4] !== undefined || hour > 12 || /^0\d/.test(match[1] ?? '') }]
  })
}

const NOON = 12 * 60

/** "3 a 5 p. m." begins at 15:00; "9 a 1" ends at 13:00, which is a guess. */
function paired(first: Moment, second: Moment): ReadTimes {
  let [start, end] = [first.minutes, second.minutes]
  let guess = false
  if (!first.sure && second.sure && start < NOON && start + NOON < end) start += NOON
  if (!second.sure && end <= start && end < NOON && end + NOON > start) {
    end += NOON
    guess = true
  }
  return { startsAt: timeOfMinutes(start), endsAt: timeOfMinutes(end), guess }
}

/** How long something takes, in minutes or in hours (of which length is not told). Null for what says neither. */
export type ReadLength = { readonly unit: 'minutes' | 'hours'; readonly value: number }

/** "180", "180 min", "3 h", "2 h 30 min", "3:00", "1,5 horas", a duration of Excel. A bare number over 12 is minutes. */
export function readLength(cell: RosterCell | undefined, unit: 'minutes' | 'hours' | null): ReadLength | null {
  if (isBlank(cell) || cell === null || cell === undefined || typeof cell === 'boolean') return null
  if (typeof cell === 'object') return cell.time === null ? null : { unit: 'minutes', value: Number(cell.time.slice(0, 2)) * 60 + Number(cell.time.slice(3, 5)) }
  const text = typeof cell === 'number' ? String(cell) : cleanText(cell).toLowerCase().replace(',', '.')
  const both = /^(\d{1,2}) ?h(?:rs?|oras?)?\.? ?(?:y )?(\d{1,2}) ?(?:m|min|minutos?)?\.?$/.exec(text) ?? /^(\d{1,2}):(\d{2})(?::\d{2})?(?: ?h(?:rs?|oras?)?\.?)?$/.exec(text)
  if (both) return { unit: 'minutes', value: Number(both[1]) * 60 + Number(both[2]) }
  const single = /^(\d+(?:\.\d+)?) ?(h(?:rs?|oras?|ours?)?|m(?:in|ins|inutos?|inutes?)?)?\.?(?: (?:lectivas?|academicas?|académicas?|pedagógicas?|pedagogicas?|cronológicas?|cronologicas?))?$/.exec(text)
  if (!single) return null
  const value = Number(single[1])
  const said = single[2] === undefined ? unit : single[2].startsWith('h') ? 'hours' : 'minutes'
  // Half a day of Excel is 12 hours kept as a fraction.
  if (typeof cell === 'number' && cell > 0 && cell < 1 && unit !== 'hours') return { unit: 'minutes', value: Math.round(cell * 1440) }
  return { unit: said ?? (value > 12 ? 'minutes' : 'hours'), value }
}

export interface ReadDay {
  readonly day: string | null
  /** Where the cell holds a time of day too, `HH:MM`. */
  readonly time: string | null
  readonly guess: boolean
}

const WEEKDAY = /^(lun(es)?|mar(tes)?|mi[eé](rcoles)?|jue(ves)?|vie(rnes)?|s[aá]b(ado)?|dom(ingo)?|mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?)\b[.,]?\s*/iu

/** A day as programmes write it: what `readDate` reads, with the weekday in front, or without its year (the course's is supplied). */
export function readSessionDay(cell: RosterCell | undefined, year: number, options: DateOptions): ReadDay {
  if (isBlank(cell) || cell === undefined || typeof cell === 'boolean' || cell === null) return { day: null, time: null, guess: false }
  if (typeof cell === 'object') return { day: cell.date, time: cell.time?.slice(0, 5) ?? null, guess: false }
  const text = typeof cell === 'number' ? cell : cellLine(cell).replace(WEEKDAY, '')
  const read = readDate(text, options)
  if (read.date !== null || typeof text === 'number') return { day: read.date, time: read.time?.slice(0, 5) ?? null, guess: read.guess }
  const figures = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text)
  if (figures) {
    const [first, second] = [Number(figures[1]), Number(figures[2])]
    return { day: options.order === 'mdy' ? isoDay(year, first, second) : isoDay(year, second, first), time: null, guess: true }
  }
  const worded = /^\d{1,2}\D+$|^\p{L}+ \d{1,2}$/u.test(folded(text)) ? readDate(`${text} de ${year}`, options) : read
  return { day: worded.date, time: null, guess: worded.date !== null }
}
