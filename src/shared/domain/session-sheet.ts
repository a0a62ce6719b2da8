import type { SessionRole } from './attendance.ts'
import { guessDateOrder } from './date-reading.ts'
import { cleanText } from './names.ts'
import type { RosterCell, RosterRow } from './roster/cells.ts'
import { cellLine, cellsFilled, folded, isBlank, isDitto } from './roster/cells.ts'
import { minutesOfDay, timeOfMinutes } from './session-days.ts'
import type { SheetColumn, SheetField } from './session-labels.ts'
import { findColumns } from './session-labels.ts'
import type { ReadTimes } from './session-times.ts'
import { readLength, readSessionDay, readTimes } from './session-times.ts'
import type { Modality } from './training.ts'

/** A session as a row of a sheet gives it. */
export interface SheetSession {
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
  readonly plannedMinutes: number
  readonly subject: string
  readonly module: string | null
  readonly place: string | null
  readonly link: string | null
  readonly modality: Modality | null
  readonly isRequired: 0 | 1
}

export interface SheetFinding<C extends string> {
  readonly cause: C
  /** What the cell says, or the value that was supplied. */
  readonly text: string
}
export type SheetProblem = SheetFinding<'noDay' | 'badDay' | 'noStart' | 'badTime' | 'noEnd' | 'endsBeforeStart' | 'noSubject' | 'badMinutes' | 'tooManyMinutes' | 'tooLong' | 'isBreak' | 'isExample' | 'twice'>
export type SheetWarning = SheetFinding<'dayGuessed' | 'dayAbove' | 'earlyHours' | 'endGuessed' | 'outsideDates' | 'badModality' | 'badRequired'>

export interface ReadSheetRow {
  /** Index in the rows that were given. */
  readonly index: number
  /** Null when there is a problem. */
  readonly fields: SheetSession | null
  readonly speakers: readonly { readonly written: string; readonly role: SessionRole }[]
  readonly problems: readonly SheetProblem[]
  readonly warnings: readonly SheetWarning[]
}

export interface SheetOptions {
  /** Of the course: what a day without year is in. */
  readonly year: number
  /** Length of an hour of the course, in minutes. */
  readonly minutesPerHour: number
  /** First and last day of the group; a session outside them is told. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly date1904: boolean
}

/** What stands before the subject of the example row of our own template. */
export const EXAMPLE = /^(ejemplo|example)\s*:/i
const BREAK = /^(receso|refrigerio|almuerzo|coffee ?break|break|pausa( activa)?|intermedio|descanso|lunch|cena|desayuno)\b/
const TOTAL = /^(sub ?)?total(es)?\b/
const MOST = { subject: 300, module: 200, place: 200, link: 500 } as const

/** Reads a programme of sessions, its columns in any order and under any title. Null when no row names a day and a subject or a time. */
export function readSessionSheet(rows: readonly RosterRow[], options: SheetOptions): { readonly columns: readonly SheetColumn[]; readonly rows: readonly ReadSheetRow[] } | null {
  const found = findColumns(rows)
  if (found === null) return null
  const { header, columns } = found
  const dayColumn = columns.find((one) => one.field === 'day' || one.field === 'startsAt')?.column ?? -1
  const { order } = guessDateOrder(rows.slice(header + 1).map((row) => cellLine(row[dayColumn])))
  const labels = rows[header] ?? []
  const reading: Reading = { columns, options, order: order ?? 'dmy', dayAbove: null, moduleAbove: null, seen: new Set() }
  const read: ReadSheetRow[] = []
  for (const [index, row] of rows.entries()) {
    if (index <= header || cellsFilled(row) === 0 || isLabelsAgain(row, labels)) continue
    if (isHeading(row, reading)) continue
    read.push(readRow(row, index, reading))
  }
  return { columns, rows: read }
}

interface Reading {
  readonly columns: readonly SheetColumn[]
  readonly options: SheetOptions
  readonly order: 'dmy' | 'mdy'
  dayAbove: string | null
  moduleAbove: string | null
  readonly seen: Set<string>
}

const isLabelsAgain = (row: RosterRow, labels: RosterRow): boolean => cellsFilled(row) === cellsFilled(labels) && row.every((cell, at) => folded(cellLine(cell)) === folded(cellLine(labels[at])))

/** "MÓDULO II: …" across the table names the module of what follows; a total is no session. */
function isHeading(row: RosterRow, reading: Reading): boolean {
  const texts = [...new Set(row.filter((cell) => !isBlank(cell)).map((cell) => cellLine(cell)))]
  const [first = ''] = texts
  if (TOTAL.test(folded(first)) || texts.some((text) => /^total\b/.test(folded(text)) && texts.length <= 3)) return true
  if (texts.length > 1 || typeof row.find((cell) => !isBlank(cell)) !== 'string') return false
  if (/^(modulo|unidad|bloque|module|unit|curso|eje)\b/.test(folded(first))) reading.moduleAbove = first.slice(0, MOST.module)
  // Words alone under another column than the subject's hold no session.
  return readSessionDay(first, reading.options.year, {}).day === null
}

/** A row being read: what its cells say and what was noticed. */
interface RowSoFar {
  readonly cell: (field: SheetField) => RosterCell | undefined
  readonly problems: SheetProblem[]
  readonly warnings: SheetWarning[]
}

function readRow(row: RosterRow, index: number, reading: Reading): ReadSheetRow {
  const cell = (field: SheetField): RosterCell | undefined => {
    const column = reading.columns.find((one) => one.field === field)?.column
    return column === undefined ? undefined : row[column]
  }
  const so: RowSoFar = { cell, problems: [], warnings: [] }
  const day = dayOf(so, reading)
  const subject = subjectOf(so, reading)
  const times = timesOf(so, reading)
  const length = lengthOf(so, reading, times)
  const endsAt = times.endsAt ?? endFrom(times.startsAt, length)
  const plannedMinutes = minutesOf(so, { startsAt: times.startsAt, endsAt, length })
  const words = { module: textOf(so, 'module') ?? reading.moduleAbove, place: textOf(so, 'place'), link: textOf(so, 'link') }
  const facts = { modality: modalityOf(so), isRequired: requiredOf(so) }
  const speakers = reading.columns.filter((one) => one.field === 'speakers').flatMap(({ column, role }) => namesIn(row[column]).map((written) => ({ written, role })))
  if (day !== null && subject !== null && times.startsAt !== null) {
    const key = `${day} ${times.startsAt} ${subject}`
    if (reading.seen.has(key)) so.problems.push({ cause: 'twice', text: subject })
    reading.seen.add(key)
  }
  if (so.problems.length > 0 || day === null || subject === null || times.startsAt === null || endsAt === null || plannedMinutes === null) return { index, fields: null, speakers, problems: so.problems, warnings: so.warnings }
  return { index, fields: { day, startsAt: times.startsAt, endsAt, plannedMinutes, subject, ...words, ...facts }, speakers, problems: [], warnings: so.warnings }
}

function dayOf({ cell, problems, warnings }: RowSoFar, reading: Reading): string | null {
  const { year, date1904, startsOn, endsOn } = reading.options
  const own = cell('day')
  const from = isBlank(own) || isDitto(own) ? (reading.columns.some((one) => one.field === 'day') ? null : cell('startsAt')) : own
  if (from === null || isBlank(from)) {
    if (reading.dayAbove === null) problems.push({ cause: 'noDay', text: '' })
    else warnings.push({ cause: 'dayAbove', text: reading.dayAbove })
    return reading.dayAbove
  }
  const { day, guess } = readSessionDay(from, year, { order: reading.order, date1904 })
  if (day === null) {
    problems.push({ cause: 'badDay', text: cellLine(from) })
    return null
  }
  if (guess) warnings.push({ cause: 'dayGuessed', text: day })
  if ((startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn)) warnings.push({ cause: 'outsideDates', text: day })
  reading.dayAbove = day
  return day
}

function subjectOf(so: RowSoFar, reading: Reading): string | null {
  const label = reading.columns.find((one) => one.field === 'subject')?.label ?? ''
  const own = textOf(so, 'subject')
  const text = own !== null && /^\d{1,3}$/.test(own) ? cleanText(`${label} ${own}`) : (own ?? textOf(so, 'module') ?? reading.moduleAbove)
  if (text === null) so.problems.push({ cause: 'noSubject', text: '' })
  else if (EXAMPLE.test(text)) so.problems.push({ cause: 'isExample', text })
  else if (BREAK.test(folded(text))) so.problems.push({ cause: 'isBreak', text })
  return text
}

function textOf({ cell, problems }: RowSoFar, field: 'subject' | 'module' | 'place' | 'link'): string | null {
  const text = cleanText(cellLine(cell(field)))
  if (text.length <= MOST[field]) return text === '' ? null : text
  if (!problems.some((one) => one.cause === 'tooLong')) problems.push({ cause: 'tooLong', text: `${text.slice(0, 60)}…` })
  return text.slice(0, MOST[field])
}

const NONE: ReadTimes = { startsAt: null, endsAt: null, guess: false }

function timesOf({ cell, problems, warnings }: RowSoFar, reading: Reading): ReadTimes {
  const [starts, ends, both] = [cell('startsAt'), cell('endsAt'), cell('times')]
  const bad = (text: RosterCell | undefined): ReadTimes => {
    problems.push({ cause: 'badTime', text: cellLine(text) })
    return NONE
  }
  const inDay = readSessionDay(cell('day'), reading.options.year, { order: reading.order, date1904: reading.options.date1904 }).time
  let times: ReadTimes = { ...NONE, startsAt: inDay }
  for (const given of [both, starts]) {
    if (isBlank(given)) continue
    const read = readTimes(given)
    if (read === null) return bad(given)
    times = read
  }
  if (!isBlank(ends)) {
    const read = readTimes(ends)
    if (read === null || read.startsAt === null) return bad(ends)
    times = { ...times, endsAt: read.endsAt ?? read.startsAt }
  }
  if (times.startsAt === null) problems.push({ cause: 'noStart', text: '' })
  else if (times.startsAt < '06:00') warnings.push({ cause: 'earlyHours', text: times.startsAt })
  if (times.guess && times.endsAt !== null) warnings.push({ cause: 'endGuessed', text: times.endsAt })
  return times
}

interface Length {
  /** Minutes that it may mean, the likeliest first: hours of 60 minutes, then of the course's. */
  readonly minutes: readonly number[]
  readonly text: string
}

function lengthOf({ cell, problems }: RowSoFar, { options: { minutesPerHour } }: Reading, times: ReadTimes): Length | null {
  for (const field of ['minutes', 'lessonHours', 'hours', 'length'] as const) {
    const given = cell(field)
    if (isBlank(given)) continue
    const read = readLength(given, field === 'minutes' ? 'minutes' : field === 'length' ? null : 'hours')
    if (read === null || read.value * (read.unit === 'hours' ? minutesPerHour : 1) < 1) {
      problems.push({ cause: 'badMinutes', text: cellLine(given) })
      return null
    }
    const hours = field === 'lessonHours' ? [minutesPerHour] : times.endsAt === null ? [60] : [60, minutesPerHour]
    return { minutes: read.unit === 'minutes' ? [Math.round(read.value)] : hours.map((each) => Math.round(read.value * each)), text: cellLine(given) }
  }
  return null
}

function endFrom(startsAt: string | null, length: Length | null): string | null {
  const end = startsAt === null || length === null ? null : minutesOfDay(startsAt) + (length.minutes[0] ?? 0)
  return end === null || end >= 24 * 60 ? null : timeOfMinutes(end)
}

function minutesOf({ problems }: RowSoFar, { startsAt, endsAt, length }: { startsAt: string | null; endsAt: string | null; length: Length | null }): number | null {
  if (startsAt === null) return null
  if (endsAt === null) {
    problems.push({ cause: 'noEnd', text: '' })
    return null
  }
  if (endsAt <= startsAt) {
    problems.push({ cause: 'endsBeforeStart', text: `${startsAt}–${endsAt}` })
    return null
  }
  const span = minutesOfDay(endsAt) - minutesOfDay(startsAt)
  if (length === null) return span
  const fitting = length.minutes.find((minutes) => minutes <= span)
  if (fitting === undefined) problems.push({ cause: 'tooManyMinutes', text: length.text })
  return fitting ?? null
}

function modalityOf({ cell, warnings }: RowSoFar): Modality | null {
  const written = cellLine(cell('modality'))
  const words = folded(written)
  if (words === '') return null
  if (/semi|mixt|mixed|hibrid|hybrid|blended/.test(words)) return 'semipresencial'
  if (/virtual|remot|en linea|on ?line|a distancia|remote|zoom|meet|teams|sincron/.test(words)) return 'virtual'
  if (/presencial|en sala|in person|face to face|classroom|on ?site/.test(words)) return 'presencial'
  warnings.push({ cause: 'badModality', text: written })
  return null
}

function requiredOf({ cell, warnings }: RowSoFar): 0 | 1 {
  const given = cell('required')
  const words = folded(cellLine(given))
  if (words === '' || given === false || /^(no|0|n|opcional|optional|libre)$/.test(words)) return 0
  if (given === true || /^(si|s|x|1|yes|y|obligatori[oa]|required|verdadero)$/.test(words)) return 1
  warnings.push({ cause: 'badRequired', text: cellLine(given) })
  return 0
}

/** Several names in one cell stand on lines of their own, or between semicolons, slashes or an "y" with two words on each side. */
function namesIn(cell: RosterCell | undefined): string[] {
  if (typeof cell !== 'string') return []
  const pieces = cell.split(/[;\n\r]|\s\/\s|\s\|\s/u).flatMap((piece) => {
    const halves = piece.split(/\s+(?:y|e|and)\s+/iu)
    return halves.every((half) => half.trim().split(/\s+/u).length >= 2) ? halves : [piece]
  })
  return [...new Set(pieces.map((piece) => cleanText(piece.replace(/^\s*[-–•*]\s*/u, ''))).filter((piece) => /\p{L}{2}/u.test(piece) && piece.length <= 200))]
}
