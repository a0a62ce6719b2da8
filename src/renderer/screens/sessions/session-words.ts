import { addDays, formatDate, weekday, weekdayName } from '../../../shared/domain/dates.ts'
import { minutesOfDay, timeOfMinutes } from '../../../shared/domain/session-days.ts'
import type { Gives } from '../../api.ts'

export type SessionSeen = Gives<'sessions.list'>[number]

/** "lun 12/10/2020". */
export function dayWords(day: string, language: 'es' | 'en'): string {
  return `${weekdayName(day, language).slice(0, 3)} ${formatDate(day)}`
}

/** "09:00–12:00". */
export function timeWords(session: { readonly startsAt: string; readonly endsAt: string }): string {
  return `${session.startsAt}–${session.endsAt}`
}

/** "lun 12/10/2020, 09:00–12:00. Gestión de la innovación". */
export function sessionWords(session: { readonly day: string; readonly startsAt: string; readonly endsAt: string; readonly subject: string }, language: 'es' | 'en'): string {
  return `${dayWords(session.day, language)}, ${timeWords(session)}. ${session.subject}`
}

/** Minutes from start to end of two `HH:MM`; 0 where there is none. */
export function spanOf(startsAt: string, endsAt: string): number {
  return startsAt === '' || endsAt === '' ? 0 : Math.max(0, minutesOfDay(endsAt) - minutesOfDay(startsAt))
}

/** The end moved along with a start that is moved, so that the session keeps its length within its day. */
export function endAfter(session: { readonly startsAt: string; readonly endsAt: string }, startsAt: string): string {
  return timeOfMinutes(Math.min(1439, minutesOfDay(startsAt) + spanOf(session.startsAt, session.endsAt)))
}

/** The planned minutes after the times moved: breaks stay as long as they were. */
export function plannedAfter(old: { readonly startsAt: string; readonly endsAt: string; readonly plannedMinutes: number }, next: { readonly startsAt: string; readonly endsAt: string }): number {
  return Math.max(1, old.plannedMinutes + spanOf(next.startsAt, next.endsAt) - spanOf(old.startsAt, old.endsAt))
}

/** Minutes as a person types them, 1 to 1440; undefined for what is no such figure. */
export function readMinutes(typed: string): number | undefined {
  const text = typed.trim().replace(/\s*min\.?$/i, '')
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return minutes >= 1 && minutes <= 1440 ? minutes : undefined
}

/**
 * The day on which the next session probably falls: the next working day where they follow one another, else the next of
 * the weekdays in use; Saturdays and Sundays only where some were used. Undefined while there is no session.
 */
export function nextDay(sessions: readonly { readonly day: string }[]): string | undefined {
  const days = [...new Set(sessions.map((one) => one.day))].toSorted()
  const [before, last] = [days.at(-2), days.at(-1)]
  if (last === undefined) return undefined
  const used = new Set(days.map(weekday))
  const [onWeekdays, onWeekends] = [[...used].some((one) => one < 6), [...used].some((one) => one > 5)]
  const isWorking = (day: string): boolean => (weekday(day) < 6 ? onWeekdays : onWeekends)
  if (before === undefined || following(before, isWorking) === last) return following(last, isWorking)
  return following(last, (day) => used.has(weekday(day)))
}

function following(day: string, fits: (day: string) => boolean): string {
  let next = addDays(day, 1)
  while (!fits(next)) next = addDays(next, 1)
  return next
}

/** Planned minutes of all of them. */
export function plannedOf(sessions: readonly { readonly plannedMinutes: number }[]): number {
  return sessions.reduce((sum, one) => sum + one.plannedMinutes, 0)
}
