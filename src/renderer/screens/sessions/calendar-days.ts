import { addDays, dayParts, daysInMonth, isoDay, weekday } from '../../../shared/domain/dates.ts'

export interface Month {
  /** `YYYY-MM` */
  readonly key: string
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly days: readonly string[]
}

/** A course that lasts longer is looked at as a list. */
const MOST = 36

/** The whole months from that of the first day to that of the last. */
export function monthsBetween(first: string, last: string): readonly Month[] {
  const start = dayParts(first)
  if (start === null) return []
  const months: Month[] = []
  for (let at = 0; at < MOST; at += 1) {
    const year = start.year + Math.floor((start.month - 1 + at) / 12)
    const month = ((start.month - 1 + at) % 12) + 1
    const days = Array.from({ length: daysInMonth(year, month) }, (_day, index) => isoDay(year, month, index + 1) ?? '')
    const key = days[0]?.slice(0, 7) ?? ''
    if (months.length > 0 && key > last.slice(0, 7)) break
    months.push({ key, year, month, days })
  }
  return months
}

/** The weeks of a month, Monday first; null where another month's days are. */
export function weeksOf(month: Month): readonly (readonly (string | null)[])[] {
  const [first = ''] = month.days
  const cells: (string | null)[] = [...Array.from({ length: weekday(first) - 1 }, () => null), ...month.days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_week, at) => cells.slice(at * 7, at * 7 + 7))
}

/** Where a key leads from a day: arrows by day and week, Home and End within the week, pages by month. Undefined for other keys. */
export function dayMoved(day: string, key: string): string | undefined {
  switch (key) {
    case 'ArrowLeft': return addDays(day, -1)
    case 'ArrowRight': return addDays(day, 1)
    case 'ArrowUp': return addDays(day, -7)
    case 'ArrowDown': return addDays(day, 7)
    case 'Home': return addDays(day, 1 - weekday(day))
    case 'End': return addDays(day, 7 - weekday(day))
    case 'PageUp': return monthMoved(day, -1)
    case 'PageDown': return monthMoved(day, 1)
    default: return undefined
  }
}

/** The same day of another month, or its last. */
function monthMoved(day: string, by: 1 | -1): string {
  const parts = dayParts(day)
  if (parts === null) return day
  const [year, month] = parts.month + by === 0 ? [parts.year - 1, 12] : parts.month + by === 13 ? [parts.year + 1, 1] : [parts.year, parts.month + by]
  return isoDay(year, month, Math.min(parts.day, daysInMonth(year, month))) ?? day
}
