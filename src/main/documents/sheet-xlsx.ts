import type { Style } from 'exceljs'
import { columnLetters } from '../../shared/domain/column-letters.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import { say } from '../../shared/messages/messages.ts'
import { utcDay, valueText } from './report-format.ts'
import type { Column, ColumnKind, ReportData, Row, Value } from './report-model.ts'
import { isNumber } from './report-model.ts'
import type { Sheet } from './sheet-book.ts'
import { cellOf, digitsWide, framedSheet, heightOf, linesOf, sheetName, styles, workbookPieces } from './sheet-book.ts'
import { writeSummary } from './sheet-summary.ts'

/** Rows looked at before the first is written: what the columns' widths are measured on. */
const MEASURED = 1_000
/** Rows written between two looks at what waits. */
const TURN = 100
const NARROWEST = 6
/** In characters; a longer text wraps inside its cell. */
const WIDEST = 48

/** What the indent of a text takes of its column, in characters. */
const INDENT = 1

const numberFormats: Readonly<Record<ColumnKind, string | undefined>> = {
  text: undefined,
  integer: '#,##0',
  decimal: '#,##0.00',
  figure: '#,##0.##',
  date: 'dd/mm/yyyy',
  money: '"S/" #,##0.00',
  document: '@',
}

/**
 * The report as an Excel workbook, in pieces: a sheet of typed rows under a head that stays, and one of totals.
 * Memory does not grow with the rows. Throws what `rows` throws.
 */
export function reportSheet(data: ReportData): AsyncGenerator<Uint8Array> {
  const { header } = data
  const properties = { title: data.title, author: header.entityName, day: header.generatedOn }
  return workbookPieces(properties, async (book, goOn) => {
    const { head, rest } = await firstRows(data.rows)
    const name = sheetName(data.title)
    const lines = headLines(data)
    const headerRow = lines.length + 1
    const sheet = framedSheet(book, {
      name,
      headerRow,
      columnsThatStay: data.columnsThatStay ?? 0,
      orientation: 'landscape',
      footer: footerOf(data),
    })
    const columns = data.columns.map((column, i) => {
      const width = column.width ?? widthOf(column, head.map((row) => row[i] ?? null), data)
      return { kind: column.kind, width, style: cellStyle(column.kind) }
    })
    sheet.columns = columns.map(({ width }) => ({ width }))
    writeHead(sheet, lines, data.columns)
    const last = await writeRows(sheet, columns, head, rest, goOn)
    const bottom = Math.max(headerRow + last, headerRow + 1)
    sheet.autoFilter = `A${headerRow}:${columnLetters(data.columns.length)}${bottom}`
    sheet.commit()
    await goOn(sheet)
    writeSummary(book, data, sheetName(say(data.language, 'reports.summary'), [name]), last, footerOf(data))
  })
}

type Line = { readonly text: string; readonly style: Partial<Style> }

/** What stands above the table; short, because it stays on the screen. The facts stand one by one in the summary. */
function headLines(data: ReportData): readonly Line[] {
  const { header } = data
  const owner = [header.entityName, header.unit, header.yearName && `“${header.yearName}”`]
  const facts = data.facts.map((fact) => `${fact.label}: ${fact.value}`)
  const made = say(data.language, 'reports.generatedOn', { day: formatDate(header.generatedOn) })
  return [
    { text: data.title, style: styles.title },
    ...(data.subtitle ? [{ text: data.subtitle, style: styles.heading }] : []),
    { text: owner.filter((part) => part).join(' · '), style: styles.plain },
    ...(facts.length > 0 ? [{ text: facts.join('  ·  '), style: styles.quiet }] : []),
    { text: made, style: styles.quiet },
  ]
}

function writeHead(sheet: Sheet, lines: readonly Line[], columns: readonly Column[]): void {
  for (const line of lines) {
    const row = sheet.addRow([line.text])
    row.getCell(1).style = line.style
    if (line.style === styles.title) row.height = 24
    row.commit()
  }
  const head = sheet.addRow(columns.map((column) => column.label))
  head.height = 30
  columns.forEach((column, i) => {
    head.getCell(i + 1).style = {
      ...styles.tableHead,
      alignment: { ...styles.tableHead.alignment, ...sideOf(column.kind) },
    }
  })
  head.commit()
}

type Written = { readonly kind: ColumnKind; readonly width: number; readonly style: Partial<Style> }

/** Writes every row, waiting whenever the deflater is behind; gives how many there were. */
async function writeRows(
  sheet: Sheet,
  columns: readonly Written[],
  head: readonly Row[],
  rest: AsyncIterator<Row> | Iterator<Row>,
  goOn: (sheet: Sheet) => Promise<void>,
): Promise<number> {
  let count = 0
  for (const row of head) {
    writeRow(sheet, columns, row)
    if (++count % TURN === 0) await goOn(sheet)
  }
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    writeRow(sheet, columns, next.value)
    if (++count % TURN === 0) await goOn(sheet)
  }
  return count
}

function writeRow(sheet: Sheet, columns: readonly Written[], values: Row): void {
  const row = sheet.addRow(columns.map(({ kind }, i) => typedCell(values[i] ?? null, kind)))
  let lines = 1
  columns.forEach(({ kind, width, style }, i) => {
    row.getCell(i + 1).style = style
    const value = values[i]
    if (kind === 'text' && typeof value === 'string') lines = Math.max(lines, linesOf(value, width - INDENT))
  })
  if (lines > 1) row.height = heightOf(lines)
  row.commit()
}

/** A date that is no day of the calendar stays as the text it is: never a wrong day. */
export function typedCell(value: Value, kind: ColumnKind): string | number | boolean | Date | null {
  if (value === null || value === '') return null
  if (kind === 'date' && typeof value === 'string') return utcDay(value) ?? value
  if (kind === 'money' && typeof value === 'number') return value / 100
  if ((kind === 'document' || kind === 'text') && typeof value === 'number') return String(value)
  return cellOf(value)
}

/** Given to cells, never to whole columns: a column's lines would go on to the last row of Excel. */
export function cellStyle(kind: ColumnKind): Partial<Style> {
  const numFmt = numberFormats[kind]
  return {
    font: styles.plain.font,
    border: styles.hairline,
    alignment: { vertical: 'top', ...sideOf(kind), ...(kind === 'text' ? { wrapText: true } : {}) },
    ...(numFmt === undefined ? {} : { numFmt }),
  }
}

function sideOf(kind: ColumnKind): { horizontal: 'left' | 'right'; indent?: number } {
  return isNumber(kind) ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }
}

/** In characters: room for the longest value up to a limit, and for the label's longest word with the filter's arrow. */
export function widthOf(column: Column, values: readonly Value[], data: Pick<ReportData, 'language'>): number {
  const longest = values.reduce<number>((most, value) => Math.max(most, textLength(value, column.kind, data)), 0)
  const word = Math.max(...column.label.split(/\s+/).map((part) => part.length))
  const wanted = Math.max(NARROWEST, longest + (isNumber(column.kind) ? 2 : 3), word + 4, Math.ceil(column.label.length / 2) + 4)
  return Math.min(WIDEST, Math.ceil(wanted))
}

function textLength(value: Value, kind: ColumnKind, data: Pick<ReportData, 'language'>): number {
  return digitsWide(valueText(value, kind, data.language))
}

/** The first rows to measure, and the way to those after them. */
export async function firstRows(rows: ReportData['rows']): Promise<{ head: Row[]; rest: AsyncIterator<Row> | Iterator<Row> }> {
  const rest = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const head: Row[] = []
  while (head.length < MEASURED) {
    const next = await rest.next()
    if (next.done === true) break
    head.push(next.value)
  }
  return { head, rest }
}

function footerOf(data: ReportData): { left: string; right: string } {
  const made = say(data.language, 'reports.generatedOn', { day: formatDate(data.header.generatedOn) })
  return {
    left: `${data.header.entityName} · ${data.title} · ${made}`.slice(0, 160),
    right: say(data.language, 'reports.page', { n: '&P', of: '&N' }),
  }
}
