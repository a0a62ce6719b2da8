import { addDays, dayNumber, formatDate, weekday, weekdayName } from '../../../shared/domain/dates.ts'
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
 * The day on which the next session probably falls: as far from the last as that was from the one before; no Saturday or
 * Sunday where none was used. Undefined while there is no session.
 */
export function nextDay(sessions: readonly { readonly day: string }[]): string | undefined {
  const days = [...new Set(sessions.map((one) => one.day))].toSorted()
  const [before, last] = [days.at(-2), days.at(-1)]
  if (last === undefined) return undefined
  const step = before === undefined ? 1 : Math.min(14, dayNumber(last) - dayNumber(before))
  const usesWeekend = days.some((day) => weekday(day) > 5)
  let day = addDays(last, step > 3 && step < 7 ? 1 : step)
  while (!usesWeekend && weekday(day) > 5) day = addDays(day, 1)
  return day
}

/** Planned minutes of all of them. */
export function plannedOf(sessions: readonly { readonly plannedMinutes: number }[]): number {
  return sessions.reduce((sum, one) => sum + one.plannedMinutes, 0)
}
