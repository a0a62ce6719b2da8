import { readDate } from '../../../shared/domain/date-reading.ts'
import { formatDate } from '../../../shared/domain/dates.ts'

/** `2026-03-05` as dd/mm/aaaa. */
export function dateText(iso: string): string {
  return formatDate(iso)
}

/**
 * The date in what a person typed, as `YYYY-MM-DD`; undefined when there is none. Day first, always; "050326" is read
 * too. A bare number of five figures is Excel's way of counting, not something one types.
 */
export function readDateText(typed: string): string | undefined {
  const text = typed.trim()
  if (/^\d{1,5}$/.test(text)) return undefined
  return readDate(text.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1/$2/$3')).date ?? undefined
}
