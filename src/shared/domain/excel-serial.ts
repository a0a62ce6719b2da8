import { dayFromNumber, dayNumber } from './dates.ts'

const secondsADay = 86_400
/** 9999-12-31, the last day that Excel shows. */
const lastSerial = 2_958_465
const dayZero1900 = dayNumber('1899-12-30')
const days1904 = dayNumber('1904-01-01') - dayZero1900

/**
 * The day and the time of day (`HH:MM:SS`, null for midnight) that a serial number of Excel shows.
 * Null where Excel itself shows ##### (negative, or after the year 9999).
 * Excel's 1900 has a 29 February that never was (serial 60): the days before it stand one later.
 */
export function momentOfSerial(serial: number, date1904: boolean): { readonly date: string; readonly time: string | null } | null {
  if (!Number.isFinite(serial)) return null
  const seconds = Math.round((serial - Math.floor(serial)) * secondsADay)
  let days = Math.floor(serial) + Math.floor(seconds / secondsADay)
  if (date1904) days += days1904
  if (days < 0 || days > lastSerial) return null
  if (!date1904 && days < 60) days += 1
  const clock = seconds % secondsADay
  return { date: dayFromNumber(dayZero1900 + days), time: clock === 0 ? null : clockText(clock) }
}

/** `HH:MM:SS` of a fraction of a day; more than a day counts on in hours, as a duration does. Null for a negative one. */
export function clockOfSerial(serial: number): string | null {
  return serial < 0 ? null : clockText(Math.round(serial * secondsADay))
}

function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
