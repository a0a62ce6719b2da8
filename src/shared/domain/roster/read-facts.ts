import { guessDateOrder, readDate } from '../date-reading.ts'
import type { DateOrder } from '../date-reading.ts'
import { ageOn, formatDate, readStatedAge } from '../dates.ts'
import { cleanText } from '../names.ts'
import type { RosterCell } from './cells.ts'
import { cellText, isBlank } from './cells.ts'
import type { RosterField } from './fields.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf, textOf } from './row-notes.ts'

/** In which order a column writes its dates, told by those that can be read in one way only; day first where none tells. */
export function columnDateOrder(cells: readonly RosterCell[]): DateOrder {
  return guessDateOrder(cells.filter((cell) => typeof cell === 'string')).order ?? 'dmy'
}

export interface DateRules {
  readonly order: DateOrder
  readonly date1904: boolean
  /** Today, to tell which century two figures mean, and that nobody is born tomorrow. */
  readonly today: string
}

/** A day of the calendar, or null. What is not certain waits for a yes. */
export function readRowDate(notes: RowNotes, cells: RowCells, field: RosterField, rules: DateRules): string | null {
  const cell = cellOf(cells, field)
  if (isBlank(cell)) return null
  if (cell !== null && typeof cell === 'object') return cell.date
  const before = cleanText(cellText(cell))
  const options = { order: rules.order, date1904: rules.date1904, latestYear: Number(rules.today.slice(0, 4)) }
  const read = readDate(typeof cell === 'number' ? cell : before, options)
  if (read.date === null) {
    if (read.problem === null) return null
    if (read.alternative !== null) return notes.note('date-month-first', field, before, formatDate(read.alternative)) ? read.alternative : null
    notes.note('date-impossible', field, before, '')
    return null
  }
  const after = formatDate(read.date)
  if (typeof cell === 'number' || /^\d{5}(\.\d+)?$/.test(before)) return notes.note('date-serial', field, before, after) ? read.date : null
  if (read.guess) return notes.note('date-short-year', field, before, after) ? read.date : null
  if (rules.order === 'mdy') return notes.note('date-month-first', field, before, after) ? read.date : null
  if (after !== before) notes.note('date-read', field, before, after)
  return read.date
}

const YOUNGEST = 12
const OLDEST = 110

export function readBirthDate(notes: RowNotes, cells: RowCells, rules: DateRules): string | null {
  const date = readRowDate(notes, cells, 'birthDate', rules)
  if (date === null) return null
  const age = ageOn(date, rules.today)
  if (age >= YOUNGEST && age <= OLDEST) return date
  // A birth date in the future is no birth date, whatever is accepted.
  return notes.note('birth-unlikely', 'birthDate', formatDate(date), '') && age >= 0 ? date : null
}

/** An age or a range of ages as the list states it. */
export function readAge(notes: RowNotes, cells: RowCells): string | null {
  const text = textOf(notes, cells, 'age', 20)
  if (text === null) return null
  const age = readStatedAge(text)
  const plausible = age !== null && age.from >= YOUNGEST - 2 && (age.to ?? age.from) <= OLDEST && age.from <= OLDEST
  return plausible || notes.note('age-unlikely', 'age', text, text) ? text : null
}

const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i
const NO_VALUE = /^(s\/?d|n\/?a|no( tiene)?|sin( correo| telefono| dato)?|ninguno|-+|x+|0+|\.+)$/i

export function readEmail(notes: RowNotes, cells: RowCells): string | null {
  const cell = cellOf(cells, 'email')
  if (isBlank(cell)) return null
  const before = cleanText(cellText(cell))
  if (before === '' || NO_VALUE.test(before)) return null
  // The first of several; "Nombre <correo>", "mailto:".
  const bare = (/<([^<>\s]+@[^<>\s]+)>/.exec(before)?.[1] ?? before).replace(/^mailto:/i, '').split(/\s*[;/|]\s*|\s+[yo]\s+|,\s+/)[0] ?? ''
  const tidy = bare.replace(/^[.,;:'"]+|[.,;:'"]+$/g, '').trim().toLowerCase()
  if (EMAIL.test(tidy) && tidy.length <= 80) {
    if (tidy !== before) notes.note('email-tidied', 'email', before, tidy)
    return tidy
  }
  const mended = tidy
    .replace(/\s+/g, '')
    .replace(/,(?=[a-z]{2,}$)|,(?=com|pe|gob)/gi, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/@{2,}/g, '@')
    .replace(/\(at\)|\[at\]|\(arroba\)/i, '@')
    .replace(/\.con$/i, '.com')
    .replace(/@(gmail|hotmail|outlook|yahoo)$/i, '@$1.com')
    .replace(/@(gmail|hotmail|outlook|yahoo)com$/i, '@$1.com')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  if (EMAIL.test(mended) && mended.length <= 80) return notes.note('email-repaired', 'email', before, mended) ? mended : null
  notes.note('email-bad', 'email', before, '')
  return null
}

export function readPhone(notes: RowNotes, cells: RowCells): string | null {
  const cell = cellOf(cells, 'phone')
  if (isBlank(cell)) return null
  const before = cleanText(cellText(cell))
  if (before === '' || NO_VALUE.test(before)) return null
  if (before.length > 40) {
    notes.note('value-long', 'phone', before, '')
    return null
  }
  const digits = before.replace(/[\s().\-–]+/g, '').replace(/^\+?(0{0,2}51)(?=9\d{8}$)/, '')
  if (/^9\d{8}$/.test(digits) || /^0?\d{6,8}$/.test(digits)) {
    if (digits !== before) notes.note('phone-tidied', 'phone', before, digits)
    return digits
  }
  // Several numbers, an extension, another country: kept as they came.
  notes.note('phone-odd', 'phone', before, before)
  return before
}
