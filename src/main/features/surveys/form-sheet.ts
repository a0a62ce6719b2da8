import { createHash } from 'node:crypto'
import { columnLetters } from '../../../shared/domain/column-letters.ts'
import { guessDateOrder, readDate } from '../../../shared/domain/date-reading.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { RosterCell, RosterRow } from '../../../shared/domain/roster/cells.ts'
import { cellLine, cellsFilled, cellText, folded, isBlank } from '../../../shared/domain/roster/cells.ts'
import type { Answer, Question } from '../../../shared/domain/survey-questions.ts'
import { isBlankForm, wholeForm } from '../../../shared/domain/survey-questions.ts'
import type { FormColumn } from '../../../shared/domain/survey-reading.ts'
import { matchColumns, readAnswer } from '../../../shared/domain/survey-reading.ts'
import type { ScaleWords } from '../../../shared/domain/survey-scales.ts'
import { readStep, scaleOf } from '../../../shared/domain/survey-scales.ts'
import type { Sheet, Workbook } from '../../intake/table.ts'

/** A form's export as it was understood. Who answered is in none of it. */
export interface FormSheet {
  readonly sheet: string
  readonly columns: readonly (FormColumn & { readonly letter: string; readonly samples: readonly string[] })[]
  readonly rows: readonly FormRow[]
  readonly problems: readonly { readonly row: number; readonly column: number; readonly written: string; readonly question: Question }[]
  /** How each worded mark was read: "bueno" → 4. */
  readonly read: ReadonlyMap<string, number>
}

export interface FormRow {
  /** The sheet's own row. */
  readonly row: number
  readonly answers: Record<string, Answer>
  readonly isEmpty: boolean
  /** The day on which it was answered; null where the file does not tell. */
  readonly day: string | null
  /** What the row answers, told apart from its equals by how many of them came before: the same file again gives the same. */
  readonly mark: string
}

/** Rows of a sheet looked at to find its heading. */
const HEADING_WITHIN = 15
const SAMPLES = 3
/** Rows below a heading that tell whether it is one. */
const TELLING = 30

/** Reads the sheet of a book that answers most of the questions; null when no sheet has a heading and an answer below it. */
export function readForm(workbook: Workbook, questions: readonly Question[], chosen: ReadonlyMap<number, string | null>): FormSheet | null {
  const read = workbook.sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => headed(sheet, questions) ?? [])
  const best = read.reduce<Headed | undefined>((one, other) => (one === undefined || other.matches > one.matches ? other : one), undefined)
  return best === undefined ? null : understood(best, questions, chosen)
}

interface Headed {
  readonly sheet: Sheet
  readonly labels: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: RosterRow }[]
  readonly matches: number
}

function headed(sheet: Sheet, questions: readonly Question[]): Headed | null {
  const tries = sheet.rows.slice(0, HEADING_WITHIN).flatMap((row, index): Headed[] => {
    const below = sheet.rows.slice(index + 1).map((cells, at) => ({ row: sheet.firstRow + index + 1 + at, cells })).filter(({ cells }) => cellsFilled(cells) > 0)
    if (cellsFilled(row) === 0 || below.length === 0) return []
    const width = Math.max(row.length, ...below.slice(0, TELLING).map(({ cells }) => cells.length))
    const labels = Array.from({ length: width }, (_none, column) => cellLine(row[column]))
    const columns = matchColumns(labels, below.slice(0, TELLING).map(({ cells }) => cells), questions, new Map())
    return [{ sheet, labels, rows: below, matches: columns.filter((column) => column.questionId !== null).length }]
  })
  return tries.reduce<Headed | null>((one, other) => (one === null || other.matches > one.matches ? other : one), null)
}

function understood({ sheet, labels, rows }: Headed, questions: readonly Question[], chosen: ReadonlyMap<number, string | null>): FormSheet {
  const cells = rows.map((row) => row.cells)
  const columns = matchColumns(labels, cells, questions, chosen)
  const asked = columns.flatMap((column) => {
    const question = questions.find((one) => one.id === column.questionId)
    return question === undefined ? [] : [{ column: column.column, question }]
  })
  const scales = scaleColumns(asked, cells)
  const problems: FormSheet['problems'][number][] = []
  const dayOf = dayReader(columns, cells)
  const marks = markOf(columns, labels, cells, dayOf)
  const read = rows.map(({ row, cells: own }): FormRow => {
    const answers: Record<string, Answer> = {}
    for (const { column, question } of asked) {
      const answer = readAnswer(question, own[column], scales.get(column) ?? NO_SCALE)
      if (answer === undefined) problems.push({ row, column, written: cellLine(own[column]).slice(0, 120), question })
      answers[question.id] = answer ?? null
    }
    const form = wholeForm(questions, answers)
    return { row, answers: form, isEmpty: isBlankForm(form), day: dayOf(own), mark: marks(own) }
  })
  return { sheet: sheet.name, columns: columns.map((column) => columnSeen(column, cells)), rows: read, problems, read: wordsRead(asked, cells, scales) }
}

const NO_SCALE: ScaleWords = { scale: [] }

type Asked = readonly { readonly column: number; readonly question: Question }[]

function scaleColumns(asked: Asked, rows: readonly RosterRow[]): ReadonlyMap<number, ScaleWords> {
  const scales = asked.filter(({ question }) => question.kind === 'scale')
  const written = new Map(scales.map(({ column }) => [column, [...new Set(rows.flatMap((row) => (isBlank(row[column]) ? [] : [cellLine(row[column])])))]]))
  const everywhere = [...written.values()].flat()
  return new Map(scales.map(({ column }) => [column, scaleOf(written.get(column) ?? [], everywhere)]))
}

/** Only the words, as written: what stands as a figure needs no telling. */
function wordsRead(asked: Asked, rows: readonly RosterRow[], scales: ReadonlyMap<number, ScaleWords>): ReadonlyMap<string, number> {
  const read = new Map<string, number>()
  for (const { column } of asked) {
    const words = scales.get(column)
    if (words === undefined) continue
    for (const row of rows) {
      const text = cellLine(row[column])
      if (text === '' || /\d|★/.test(text) || read.has(text)) continue
      const step = readStep(text, words)
      if (step !== null) read.set(text, step)
    }
  }
  return read
}

function columnSeen(column: FormColumn, rows: readonly RosterRow[]): FormSheet['columns'][number] {
  // What says who answered is not even shown.
  const values = column.reason === 'personal' ? [] : rows.flatMap((row) => (isBlank(row[column.column]) ? [] : [cellLine(row[column.column]).slice(0, 80)]))
  return { ...column, letter: columnLetters(column.column + 1), samples: [...new Set(values)].slice(0, SAMPLES) }
}

function dayReader(columns: readonly FormColumn[], rows: readonly RosterRow[]): (row: RosterRow) => string | null {
  // Where a form tells when it was begun and when it was sent, the sending is the later column.
  const column = columns.findLast(({ reason }) => reason === 'moment')?.column
  if (column === undefined) return () => null
  const texts = rows.map((row) => row[column] ?? null).filter((cell) => typeof cell === 'string')
  const order = guessDateOrder(texts).order ?? 'dmy'
  return (row) => {
    const cell: RosterCell = row[column] ?? null
    if (cell !== null && typeof cell === 'object') return cell.date
    const text = cellText(cell).trim()
    return text === '' ? null : (readDate(text.split(/[\sT,]+/)[0] ?? '', { order }).date ?? readDate(text, { order }).date)
  }
}

/**
 * What tells a row again without keeping who wrote it: only what was answered, the headings, and the first day on which the
 * form was answered, which tells two forms with the same questions apart. Of rows that answer the same, each is counted.
 */
function markOf(columns: readonly FormColumn[], labels: readonly string[], rows: readonly RosterRow[], dayOf: (row: RosterRow) => string | null): (row: RosterRow) => string {
  const kept = columns.filter(({ reason }) => reason !== 'personal' && reason !== 'moment' && reason !== 'empty').map(({ column }) => column)
  const firstDay = rows.reduce<string | null>((first, row) => {
    const day = dayOf(row)
    return day !== null && (first === null || day < first) ? day : first
  }, null)
  const source = [kept.map((column) => folded(labels[column] ?? '')), firstDay]
  const seen = new Map<string, number>()
  // By day, so that a row added to the file later is the last among its equals wherever it stands.
  const inTime = rows.map((row) => ({ row, day: dayOf(row) ?? '' })).toSorted((one, other) => byText(one.day, other.day))
  const marks = new Map<RosterRow, string>()
  for (const { row } of inTime) {
    const said = JSON.stringify([source, kept.map((column) => cellText(row[column]))])
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    marks.set(row, `${createHash('sha256').update(said).digest('hex')}-${before}`)
  }
  return (row) => marks.get(row) ?? ''
}
