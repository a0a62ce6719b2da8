import { addDays, dayParts, daysInMonth, isoDay } from '../../../shared/domain/dates.ts'

/** Periods of so many months one after another: the first day of the first and the last day of the last. Null while the answers are not whole. */
export function periodsPlanned(startsOn: string | null, months: number, count: number): { readonly first: string; readonly last: string } | null {
  if (startsOn === null || months === 0 || !Number.isInteger(count) || count < 1 || count > 60) return null
  return { first: startsOn, last: addDays(monthsAfter(startsOn, months * count), -1) }
}

/** Today stands in it, before it, or after it. */
export function periodState(period: { readonly startsOn: string; readonly endsOn: string; readonly closedAt: string | null }, today: string): 'closed' | 'running' | 'over' | 'coming' {
  if (period.closedAt !== null) return 'closed'
  if (today > period.endsOn) return 'over'
  return today < period.startsOn ? 'coming' : 'running'
}

/** The same day so many months later; the last of the month where it has no such day. */
function monthsAfter(day: string, months: number): string {
  const { year, month, day: date } = dayParts(day) ?? { year: 1, month: 1, day: 1 }
  const passed = month - 1 + months
  const [thenYear, thenMonth] = [year + Math.floor(passed / 12), (passed % 12) + 1]
  return isoDay(thenYear, thenMonth, Math.min(date, daysInMonth(thenYear, thenMonth))) ?? day
}
