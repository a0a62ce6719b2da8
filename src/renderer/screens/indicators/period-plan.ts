import { addDays, monthsAfter } from '../../../shared/domain/dates.ts'

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
