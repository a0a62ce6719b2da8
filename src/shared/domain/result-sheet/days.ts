import { addDays, weekday } from '../dates.ts'
import type { SessionTimes } from '../meetings/sittings.ts'
import { minutesOfDay, timeOfMinutes } from '../session-days.ts'
import { dayInLabel } from './columns.ts'

export interface NewSession extends SessionTimes {
  readonly column: number
}

export interface DayHints {
  readonly from: string | null
  readonly to: string | null
  readonly today: string
  /** Minutes that the course plans in all, where it says so. */
  readonly courseMinutes: number | null
  readonly standing: readonly SessionTimes[]
}

const USUAL_START = '09:00'
const USUAL_MINUTES = 180
const LONGEST = 600

/**
 * Days and times proposed for the sessions that a sheet's columns make: the day that the label says; else the group's own days, one a
 * column, from its first day on. Times are those of the group's other sessions.
 */
export function proposedSessions(columns: readonly { readonly column: number; readonly label: string }[], hints: DayHints): NewSession[] {
  const { from, to, today, standing } = hints
  const taken = new Set(standing.map((one) => one.day))
  const first = from ?? standing.at(-1)?.day ?? today
  const told = columns.map(({ label }) => daySaid(dayInLabel(label), first))
  for (const day of told) if (day !== null) taken.add(day)
  const free = freeDays(first, to, told.filter((day) => day === null).length, taken)
  const like = standing.at(-1)
  const minutes = like?.plannedMinutes ?? shareOf(hints.courseMinutes, columns.length + standing.length)
  const startsAt = like?.startsAt ?? USUAL_START
  const endsAt = like?.endsAt ?? timeOfMinutes(Math.min(1439, minutesOfDay(startsAt) + minutes))
  let next = 0
  return columns.map(({ column }, at) => ({ column, day: told[at] ?? free[next++] ?? first, startsAt, endsAt, plannedMinutes: minutes }))
}

/** Of two readings the one nearer to the group's first day; without a year, that of its first day. */
function daySaid(days: readonly string[] | null, first: string): string | null {
  if (days === null) return null
  const whole = days.map((day) => (day.length === 5 ? `${first.slice(0, 4)}-${day}` : day))
  const sameMonth = whole.find((day) => day.slice(0, 7) === first.slice(0, 7))
  return sameMonth ?? whole.find((day) => day >= first) ?? whole[0] ?? null
}

/** Working days from the first on, unless the group's days are exactly as many, weekends too. */
function freeDays(first: string, to: string | null, count: number, taken: ReadonlySet<string>): string[] {
  const span: string[] = []
  for (let day = first; to !== null && day <= to && span.length <= 400; day = addDays(day, 1)) if (!taken.has(day)) span.push(day)
  if (span.length === count) return span
  const days: string[] = []
  for (let day = first; days.length < count; day = addDays(day, 1)) if (!taken.has(day) && weekday(day) < 6) days.push(day)
  return days
}

function shareOf(courseMinutes: number | null, sessions: number): number {
  if (courseMinutes === null || sessions === 0) return USUAL_MINUTES
  const share = Math.round(courseMinutes / sessions)
  return share >= 30 && share <= LONGEST ? share : USUAL_MINUTES
}
