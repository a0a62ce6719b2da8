import type { AttendanceCode } from '../attendance.ts'
import type { DateOrder } from '../date-reading.ts'
import type { Interval } from './intervals.ts'
import { clipped, joinedIntervals, secondsOfIntervals, wholeMinutes } from './intervals.ts'
import type { WrittenMoment } from './moments.ts'
import { dayOf, dayOfSeconds, secondsAt, secondsOfTime, timeOfSeconds } from './moments.ts'
import { searchKey } from '../names.ts'
import type { MeetingExport } from './read-export.ts'
import { isDeviceName } from './writings.ts'

/** A meeting with its moments placed on the calendar. */
export interface Sitting {
  readonly day: string | null
  /** From its start to its end; null where the export gives no time at all. */
  readonly span: Interval | null
  /** In the order of the export's joins. */
  readonly stays: readonly Stay[]
}

/** One join: when, or for how long alone. */
export interface Stay {
  readonly name: string
  readonly email: string | null
  readonly interval: Interval | null
  /** What the export counts itself, in seconds. */
  readonly seconds: number | null
}

/** The day that most moments say; null when none says any. */
function dayOfExport(read: MeetingExport, order: DateOrder): string | null {
  const own = dayOf(read.start?.day ?? null, order)
  if (own !== null) return own
  const counts = new Map<string, number>()
  for (const { join, leave } of read.joins) {
    const day = dayOf(join?.day ?? null, order) ?? dayOf(leave?.day ?? null, order)
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Places an export on the calendar. `otherwise`: the day where the export itself writes times alone. */
export function sittingOf(read: MeetingExport, order: DateOrder, otherwise: string | null): Sitting {
  const day = dayOfExport(read, order) ?? otherwise
  const placed = (moment: WrittenMoment | null): number | null => {
    const on = dayOf(moment?.day ?? null, order) ?? day
    return moment === null || moment.seconds === null || on === null ? null : secondsAt(on, moment.seconds)
  }
  const [start, end] = [placed(read.start), placed(read.end)]
  const written = read.joins.map((one) => ({ ...one, from: placed(one.join), to: placed(one.leave) }))
  const latest = end ?? maxOf(written.flatMap((one) => one.to ?? (one.from !== null && one.seconds !== null ? one.from + one.seconds : (one.from ?? []))))
  const stays = devicesApart(written.map(({ name, email, from, to, seconds }): Stay => ({ name, email, seconds, interval: intervalOf(from, to, seconds, latest) })))
  const times = stays.flatMap((one) => one.interval ?? [])
  const first = start ?? (times.length === 0 ? null : Math.min(...times.map((one) => one.from)))
  const last = end ?? maxOf(times.map((one) => one.to))
  return { day: day ?? (first === null ? null : dayOfSeconds(first)), span: first !== null && last !== null && last > first ? { from: first, to: last } : null, stays }
}

/** Two devices of one name in the meeting at the same time are two guests: the second is told by a number. */
function devicesApart(stays: readonly Stay[]): Stay[] {
  const busyUntil = new Map<string, number[]>()
  const inOrder = stays.map((stay, at) => ({ stay, at })).toSorted((a, b) => (a.stay.interval?.from ?? 0) - (b.stay.interval?.from ?? 0) || a.at - b.at)
  const apart = [...stays]
  for (const { stay, at } of inOrder) {
    if (stay.interval === null || stay.email !== null || !isDeviceName(stay.name)) continue
    const key = searchKey(stay.name)
    const lanes = busyUntil.get(key) ?? []
    const { from, to } = stay.interval
    const free = lanes.findIndex((until) => until <= from)
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = to
    busyUntil.set(key, lanes)
    if (lane > 0) apart[at] = { ...stay, name: `${stay.name} (${lane + 1})` }
  }
  return apart
}

function intervalOf(from: number | null, to: number | null, seconds: number | null, latest: number | null): Interval | null {
  if (from === null) return to !== null && seconds !== null ? { from: to - seconds, to } : null
  // Who never left was there until it ended; past midnight the clock begins again.
  const end = to ?? (seconds === null ? latest : from + seconds)
  if (end === null) return null
  return { from, to: end >= from ? end : end + 86_400 > from && from - end > 43_200 ? end + 86_400 : from }
}

const maxOf = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values))

/** What a session asks, as far as attendance counts. */
export interface SessionTimes {
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
  readonly plannedMinutes: number
}

function spanOfSession({ day, startsAt, endsAt }: SessionTimes): Interval {
  return { from: secondsAt(day, secondsOfTime(startsAt)), to: secondsAt(day, secondsOfTime(endsAt)) }
}

/** The session of the same day that shares most time with the meeting; without times, the only one of that day. */
export function sessionOfSitting<S extends SessionTimes>(sitting: Sitting, sessions: readonly S[]): S | null {
  const { day, span } = sitting
  const sameDay = sessions.filter((one) => one.day === day)
  if (span === null) return sameDay.length === 1 ? (sameDay[0] ?? null) : null
  const overlaps = sameDay.map((session) => ({ session, seconds: secondsOfIntervals(clipped([span], spanOfSession(session))) })).toSorted((a, b) => b.seconds - a.seconds)
  return overlaps[0] !== undefined && overlaps[0].seconds > 0 ? overlaps[0].session : null
}

const HALF_HOUR = 1800

/**
 * The times of a session made from a meeting: rooms open before the session and close after it, so both ends go to the nearest half
 * hour. Planned minutes are those of the group's other sessions of that length, else the length. Null for a meeting without times.
 */
export function sessionFromSpan(span: Interval | null, others: readonly SessionTimes[]): SessionTimes | null {
  if (span === null) return null
  const day = dayOfSeconds(span.from)
  const midnight = secondsAt(day, 0)
  const nearest = (seconds: number): number => Math.round((seconds - midnight) / HALF_HOUR) * HALF_HOUR
  const exact = (seconds: number): number => Math.floor((seconds - midnight) / 60) * 60
  const rounded = [nearest(span.from), Math.min(nearest(span.to), 86_400 - 60)] as const
  const [from, to] = rounded[1] - rounded[0] >= HALF_HOUR ? rounded : [exact(span.from), Math.min(exact(span.to), 86_400 - 60)]
  if (to <= from) return null
  const length = (to - from) / 60
  const alike = others.find((one) => (secondsOfTime(one.endsAt) - secondsOfTime(one.startsAt)) / 60 === length)
  return { day, startsAt: timeOfSeconds(from), endsAt: timeOfSeconds(to), plannedMinutes: alike?.plannedMinutes ?? length }
}

/** A session ends on its day: whole minutes of a meeting that went past midnight which stay outside one that lasts to the day's end. */
export function minutesPastDay(span: Interval | null, session: SessionTimes): number {
  const midnight = secondsAt(session.day, 86_400)
  const { to } = spanOfSession(session)
  if (span === null || span.from >= to || span.to <= midnight || midnight - to > HALF_HOUR) return 0
  return Math.floor((span.to - to) / 60)
}

export interface Presence {
  /** Minutes in the meeting. */
  readonly minutes: number
  /** Those inside the session, never more than it plans. */
  readonly counted: number
  readonly status: AttendanceCode
}

/**
 * What somebody's joins come to in a session. Where the export tells a total beside the first join and the last leave, the total wins.
 * `tolerance` in minutes: so much may be missing of a presence.
 */
export function presenceOf(stays: readonly Stay[], session: SessionTimes | null, tolerance: number): Presence {
  const intervals = joinedIntervals(stays.flatMap((one) => (one.interval === null ? [] : [one.interval])))
  const alone = stays.flatMap((one) => (one.interval === null && one.seconds !== null ? [one.seconds] : [])).reduce((sum, one) => sum + one, 0)
  // First join to last leave, with less time inside than between: she was away meanwhile.
  const away = stays.reduce((sum, one) => sum + (one.interval === null || one.seconds === null || one.seconds === 0 ? 0 : Math.max(0, one.interval.to - one.interval.from - one.seconds - 60)), 0)
  const total = Math.max(0, secondsOfIntervals(intervals) - away) + alone
  const minutes = wholeMinutes(total)
  if (session === null) return { minutes, counted: minutes, status: 'present' }
  const span = spanOfSession(session)
  const inside = clipped(intervals, span)
  const counted = Math.min(session.plannedMinutes, minutes, wholeMinutes(secondsOfIntervals(inside) + alone))
  return { minutes, counted, status: statusOf(counted, inside, span, session.plannedMinutes, tolerance) }
}

function statusOf(counted: number, inside: readonly Interval[], span: Interval, planned: number, tolerance: number): AttendanceCode {
  if (counted <= 0) return 'absent'
  if (counted >= planned - tolerance) return 'present'
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return 'leftEarly'
  const [before, after] = [first.from - span.from, span.to - last.to]
  return before > tolerance * 60 && before >= after ? 'late' : 'leftEarly'
}
