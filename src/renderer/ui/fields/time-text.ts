import { readTimes } from '../../../shared/domain/session-times.ts'

/**
 * The time of day in what a person typed, as `HH:MM` of 24 hours; undefined when there is none, or more than one. "9",
 * "9:00", "9.30", "0930", "9h30" and "2:30 p. m." are understood.
 */
export function readTimeText(typed: string): string | undefined {
  const text = typed.trim().replace(/^(\d{1,2})(\d{2})$/, '$1:$2')
  if (!/^\d[\d:.,h\sapmrs]*$/i.test(text)) return undefined
  const read = readTimes(text)
  return read === null || read.endsAt !== null ? undefined : (read.startsAt ?? undefined)
}
