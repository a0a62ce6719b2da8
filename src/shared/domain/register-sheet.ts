import type { DateOrder } from './date-reading.ts'
import { guessDateOrder, readDate } from './date-reading.ts'
import { cleanText } from './names.ts'
import { parseMoney } from './money.ts'
import { parseNumber } from './numbers.ts'
import type { RegisterField, RegisterValue } from './registers.ts'
import { valueProblem } from './registers.ts'
import type { RosterCell, RosterRow } from './roster/cells.ts'
import { cellLine, cellsFilled, cellText, folded, isBlank } from './roster/cells.ts'
import { EXAMPLE } from './session-sheet.ts'

/** What every register has beside its own fields. */
export const fixedColumns = ['title', 'on', 'district', 'organisations', 'people', 'agreement', 'note'] as const
export type FixedColumn = (typeof fixedColumns)[number]

/** Words that head such a column, on folded text; a field of the register that is called the same comes first. */
const HEADS: Readonly<Record<FixedColumn, RegExp>> = {
  title: /^(titulo|nombre|denominacion|title|name)\b/,
  on: /^(fecha|dia|date|day)\b/,
  district: /^(distrito|ubigeo|lugar|ubicacion|district|place)\b/,
  organisations: /^(organizacion(es)?|entidad(es)?|organi[sz]ations?)\b/,
  people: /^(personas?|dni|people|persons?)\b/,
  agreement: /^(convenio|acuerdo marco|agreement)\b/,
  note: /^(notas?|observacion(es)?|comentarios?|notes?|remarks?)\b/,
}

export type RowProblemKind = 'noTitle' | 'noDay' | 'badDay' | 'tooLong' | 'blank' | 'wrong'
export interface RowProblem {
  readonly kind: RowProblemKind
  /** Of the field; '' for the title and the day. */
  readonly label: string
  readonly written: string
  readonly field: RegisterField | null
}

export interface ReadRegisterRow {
  /** Index in the rows that were given. */
  readonly index: number
  readonly title: string
  /** '' where the row has none. */
  readonly on: string
  readonly district: RosterCell
  /** As written, one by one. */
  readonly organisations: readonly string[]
  readonly people: readonly string[]
  readonly agreement: string
  readonly note: string | null
  readonly values: Readonly<Record<string, RegisterValue>>
  readonly problems: readonly RowProblem[]
}

type Target = { readonly fixed: FixedColumn } | { readonly own: RegisterField }
export interface RegisterColumn {
  readonly label: string
  readonly target: Target | null
}

const HEADING_WITHIN = 15
const MOST = { title: 300, text: 4000, note: 2000 } as const

/** Reads a sheet of rows of a register, its columns in any order. Null when no row heads a title and a day. */
export function readRegisterSheet(rows: readonly RosterRow[], register: { readonly rowName: string; readonly fields: readonly RegisterField[] }, { date1904 }: { readonly date1904: boolean }): { readonly columns: readonly RegisterColumn[]; readonly rows: readonly ReadRegisterRow[] } | null {
  const heads = rows.slice(0, HEADING_WITHIN).map((row, index) => ({ index, columns: columnsOf(row, register) }))
  const known = (columns: readonly RegisterColumn[]): number => columns.filter((one) => one.target !== null).length
  const head = heads.filter(({ columns }) => (['title', 'on'] as const).every((fixed) => at(columns, fixed) >= 0)).toSorted((one, other) => known(other.columns) - known(one.columns))[0]
  if (head === undefined) return null
  const below = rows.map((row, index) => ({ row, index })).slice(head.index + 1).filter(({ row }) => cellsFilled(row) > 0 && !EXAMPLE.test(cellLine(row[at(head.columns, 'title')])))
  const days = head.columns.flatMap(({ target }, column) => (target !== null && ('own' in target ? target.own.kind === 'date' : target.fixed === 'on') ? below.map(({ row }) => row[column]).filter((cell) => typeof cell === 'string') : []))
  const order = guessDateOrder(days).order ?? 'dmy'
  return { columns: head.columns, rows: below.map(({ row, index }) => readRow(row, index, head.columns, { order, date1904 })) }
}

function columnsOf(row: RosterRow, { rowName, fields }: { readonly rowName: string; readonly fields: readonly RegisterField[] }): RegisterColumn[] {
  const taken = new Set<string>()
  const once = (key: string, target: Target): Target | null => (taken.has(key) ? null : (taken.add(key), target))
  const labels = Array.from(row, (cell) => cellLine(cell))
  const own = labels.map((label) => fields.find((field) => label !== '' && folded(field.label) === folded(label)))
  const fixed = (label: string): FixedColumn | undefined => (label === '' ? undefined : folded(label) === folded(rowName) ? 'title' : fixedColumns.find((one) => HEADS[one].test(folded(label))))
  return labels.map((label, column) => {
    const field = own[column]
    if (field !== undefined) return { label, target: once(`own ${field.id}`, { own: field }) }
    const name = fixed(label)
    return { label, target: name === undefined ? null : once(name, { fixed: name }) }
  })
}

function at(columns: readonly RegisterColumn[], fixed: FixedColumn): number {
  return columns.findIndex(({ target }) => target !== null && 'fixed' in target && target.fixed === fixed)
}

interface Dates {
  readonly order: DateOrder
  readonly date1904: boolean
}

function readRow(row: RosterRow, index: number, columns: readonly RegisterColumn[], dates: Dates): ReadRegisterRow {
  const cell = (fixed: FixedColumn): RosterCell => row[at(columns, fixed)] ?? null
  const problems: RowProblem[] = []
  const complain = (kind: RowProblemKind, written = '', field: RegisterField | null = null): void => void problems.push({ kind, label: field?.label ?? '', written: written.slice(0, 80), field })
  const title = cleanText(cellText(cell('title')))
  if (title === '') complain('noTitle')
  if (title.length > MOST.title) complain('tooLong', title)
  const on = readDay(cell('on'), dates)
  if (on === null) complain('noDay')
  if (on === undefined) complain('badDay', cellLine(cell('on')))
  const values: Record<string, RegisterValue> = {}
  columns.forEach(({ target }, column) => {
    if (target === null || !('own' in target)) return
    const written = row[column] ?? null
    const value = readValue(target.own, written, dates)
    if (value === undefined) complain('wrong', cellLine(written), target.own)
    else if (typeof value === 'string' && value.length > MOST.text) complain('tooLong', value, target.own)
    else if (valueProblem(target.own, value) === 'blank') complain('blank', '', target.own)
    else if (value !== null) values[target.own.id] = value
  })
  const note = cellText(cell('note')).trim()
  return { index, title, on: on ?? '', district: cell('district'), organisations: several(cell('organisations'), /[;\n]/), people: several(cell('people'), /[;,\n]/), agreement: cellLine(cell('agreement')), note: note === '' ? null : note.slice(0, MOST.note), values, problems }
}

function several(cell: RosterCell, between: RegExp): string[] {
  return cellText(cell).split(between).map((one) => cleanText(one)).filter((one) => one !== '')
}

/** Null where nothing stands there; undefined for what is no day. */
function readDay(cell: RosterCell, { order, date1904 }: Dates): string | null | undefined {
  if (isBlank(cell) || typeof cell === 'boolean') return isBlank(cell) ? null : undefined
  if (cell !== null && typeof cell === 'object') return cell.date
  const { date, problem } = readDate(cell, { order, date1904 })
  return date ?? (problem === null ? null : undefined)
}

const YES = new Set(['si', 's', 'x', 'yes', 'y', 'verdadero', 'true', '1'])
const NO = new Set(['no', 'n', 'falso', 'false', '0'])

/** Null where nothing stands there; undefined for what is no value of the field. */
function readValue(field: RegisterField, cell: RosterCell, dates: Dates): RegisterValue | undefined {
  if (isBlank(cell)) return null
  if (field.kind === 'date') return readDay(cell, dates)
  const text = cellText(cell).trim()
  const plain = typeof cell === 'number' ? cell : text
  switch (field.kind) {
    case 'text':
      return text
    case 'number':
      return parseNumber(plain) ?? undefined
    case 'money':
      return parseMoney(plain) ?? undefined
    case 'choice':
      return field.options.find((option) => folded(option) === folded(text))
    case 'yesno': {
      const word = folded(text)
      return YES.has(word) ? true : NO.has(word) ? false : undefined
    }
  }
}
