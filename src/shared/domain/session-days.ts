import { addDays, weekday } from './dates.ts'

/** On which days of the week something is repeated, and until when: so many days in all, or up to a day. */
export interface DayPattern {
  /** 1 Monday … 7 Sunday; none: the weekday of the first day. */
  readonly weekdays: readonly number[]
  /** How many days in all, the first one counted. */
  readonly count?: number | undefined
  /** The last day it may fall on, `YYYY-MM-DD`. */
  readonly until?: string | undefined
}

/** As many as one repetition makes, and as far as it looks. */
const MOST = 200
const FARTHEST = 366 * 3

/**
 * The days of a pattern, in order, from the first one on; the first counts only when its weekday is among them.
 * With both limits the nearer one holds; with neither, only the first day it falls on.
 */
export function repeatedDays(first: string, { weekdays, count, until }: DayPattern): string[] {
  const wanted = new Set(weekdays.length === 0 ? [weekday(first)] : weekdays)
  const most = Math.min(MOST, count ?? (until === undefined ? 1 : MOST))
  const days: string[] = []
  for (let step = 0; step < FARTHEST && days.length < most; step += 1) {
    const day = addDays(first, step)
    if (until !== undefined && day > until) break
    if (wanted.has(weekday(day))) days.push(day)
  }
  return days
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** `HH:MM` of minutes since midnight, 0 to 1439. */
export function timeOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Whether two sessions have a minute in common. One that begins when the other ends has none. */
export function overlap(one: Slot, other: Slot): boolean {
  return one.day === other.day && one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

export interface Slot {
  readonly day: string
  /** `HH:MM` */
  readonly startsAt: string
  readonly endsAt: string
}
