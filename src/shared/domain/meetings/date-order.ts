import type { DateOrder } from '../date-reading.ts'
import { isoDay } from '../dates.ts'
import type { MeetingExport } from './read-export.ts'
import type { Figures, WrittenMoment } from './moments.ts'
import { dayOf } from './moments.ts'

/** What told the order of day and month. `none`: nothing had to. */
export type OrderWhy = 'none' | 'impossible' | 'fileName' | 'session' | 'neighbours' | 'dates' | 'future' | 'excel'

export interface OrderFound {
  readonly order: DateOrder
  readonly why: OrderWhy
}

export interface OrderHints {
  /** The day that the file's name says. */
  readonly fileDay: string | null
  /** Days on which the group has sessions. */
  readonly sessionDays: ReadonlySet<string>
  /** First and last day of the training, where known. */
  readonly from: string | null
  readonly to: string | null
  readonly today: string
  /** The order of other exports of the same kind brought together with this one. */
  readonly neighbours: DateOrder | null
}

/** All dates in figures that an export writes. */
export function figuresOf(read: MeetingExport): Figures[] {
  const days = [read.start?.day, read.end?.day, ...read.joins.flatMap((one) => [one.join?.day, one.leave?.day])]
  return days.filter((day): day is Figures => day !== null && day !== undefined && typeof day === 'object')
}

/** The order that the figures alone prove: one of them is no month. */
export function provenOrder(figures: readonly Figures[]): OrderFound | null {
  if (figures.every((one) => one.first === one.second)) return { order: 'dmy', why: 'none' }
  if (figures.some((one) => one.first > 12)) return { order: 'dmy', why: 'impossible' }
  return figures.some((one) => one.second > 12) ? { order: 'mdy', why: 'impossible' } : null
}

/** Which figure is the day, told by what else is known; null when nothing tells: a person must. */
export function dateOrder(figures: readonly Figures[], hints: OrderHints): OrderFound | null {
  const proven = provenOrder(figures)
  if (proven !== null) return proven
  const readings = (['dmy', 'mdy'] as const).map((order) => ({ order, days: new Set(figures.flatMap((one) => dayOf(one, order) ?? [])) }))
  const only = (why: OrderWhy, fits: (days: ReadonlySet<string>) => boolean): OrderFound | null => {
    const fitting = readings.filter(({ days }) => days.size > 0 && fits(days))
    return fitting.length === 1 && fitting[0] !== undefined ? { order: fitting[0].order, why } : null
  }
  const { fileDay, sessionDays, from, to, today, neighbours } = hints
  return (
    (fileDay === null ? null : only('fileName', (days) => days.has(fileDay))) ??
    only('session', (days) => [...days].some((day) => sessionDays.has(day))) ??
    (neighbours === null ? null : { order: neighbours, why: 'neighbours' as const }) ??
    (from === null && to === null ? null : only('dates', (days) => [...days].every((day) => (from === null || day >= from) && (to === null || day <= to)))) ??
    only('future', (days) => [...days].every((day) => day <= today))
  )
}

/**
 * An export that Excel opened and saved again may have its months taken for days: 10/12, an October day, has become 10 December. It is put
 * right where the file's name or a session says so and nothing speaks for the day as it stands. Null where there is nothing to put right.
 */
export function withoutExcelsOrder(read: MeetingExport, { fileDay, sessionDays }: Pick<OrderHints, 'fileDay' | 'sessionDays'>): MeetingExport | null {
  const days = new Set([read.start, read.end, ...read.joins.flatMap((one) => [one.join, one.leave])].flatMap((one) => (one?.excel === true && typeof one.day === 'string' ? [one.day] : [])))
  const [day] = days
  const other = day === undefined ? null : exchanged(day)
  if (day === undefined || other === null || days.size !== 1) return null
  const told = fileDay === null ? !sessionDays.has(day) && sessionDays.has(other) : fileDay === other
  if (!told || fileDay === day) return null
  const mended = (moment: WrittenMoment | null): WrittenMoment | null => (moment?.excel === true && moment.day === day ? { ...moment, day: other } : moment)
  return { ...read, start: mended(read.start), end: mended(read.end), joins: read.joins.map((one) => ({ ...one, join: mended(one.join), leave: mended(one.leave) })) }
}

function exchanged(day: string): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return month === date ? null : isoDay(year, date, month)
}

/** The day in a file's name where it can be read in one way only: 2020-10-12, 20201012, 21-10-2020. */
export function dayInName(name: string): string | null {
  const iso = /(?<!\d)(20\d{2})[-_. ]?(0[1-9]|1[0-2])[-_. ]?([0-2]\d|3[01])(?!\d)/.exec(name)
  if (iso !== null) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ](20\d{2})(?!\d)/.exec(name)
  if (figures === null) return null
  const [first, second, year] = [Number(figures[1]), Number(figures[2]), Number(figures[3])]
  if (first > 12 || first === second) return isoDay(year, second, first)
  return second > 12 ? isoDay(year, first, second) : null
}
