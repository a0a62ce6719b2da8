import type { Style } from 'exceljs'
import { formatDate } from '../../shared/domain/dates.ts'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Breakdown, ReportData } from './report-model.ts'
import { figuresOf, sharesOf, totalsOf } from './report-model.ts'
import type { Book, Sheet, SheetFrame } from './sheet-book.ts'
import { framedSheet, heightOf, linesOf, styles } from './sheet-book.ts'

type Cell = string | number | null
type NextRow = (cells: readonly Cell[], looks: readonly Partial<Style>[], height?: number) => void

/** In signs, for a share of 100 %. */
const LONGEST_BAR = 24
const barLook: Partial<Style> = { font: { name: 'Calibri', size: 9, color: { argb: 'FF4A5568' } }, alignment: { horizontal: 'left', vertical: 'middle', indent: 1 } }

/** The second sheet: what the report is about, how many rows it has, and each breakdown with its total and shares. */
export function writeSummary(book: Book, data: ReportData, name: string, count: number, footer: SheetFrame['footer']): void {
  const sheet = framedSheet(book, { name, headerRow: 1, columnsThatStay: 0, orientation: 'portrait', footer })
  const figures = Math.max(1, ...data.totals.map((breakdown) => breakdown.columns.length - 1))
  const width = labelWidth(data)
  sheet.columns = [{ width }, ...Array.from({ length: figures }, () => ({ width: 16 })), { width: 10 }, { width: 28 }]
  const next = rowWriter(sheet, width)
  next([data.title], [styles.title], 24)
  for (const text of headTexts(data)) next([text], [styles.plain])
  for (const fact of data.facts) next([fact.label, fact.value], [styles.quiet, styles.plain])
  next([say(data.language, 'reports.count', { n: groupedNumber(count, 0), one: count === 1 })], [styles.heading])
  for (const breakdown of data.totals) writeBreakdown(next, breakdown, data)
  sheet.commit()
}

function headTexts(data: ReportData): readonly string[] {
  const { header } = data
  const made = say(data.language, 'reports.generatedOn', { day: formatDate(header.generatedOn) })
  return [data.subtitle, header.entityName, header.unit, header.yearName, made].filter((text) => text !== undefined && text !== '') as string[]
}

function writeBreakdown(next: NextRow, breakdown: Breakdown, data: ReportData): void {
  const figures = breakdown.columns.length - 1
  const shares = sharesOf(breakdown)
  next([null], [])
  next([breakdown.title], [styles.heading], 20)
  const headings = [...breakdown.columns, say(data.language, 'reports.share')]
  next(headings, across(styles.tableHead, figures))
  breakdown.rows.forEach((row, i) => {
    const share = shares[i] ?? 0
    next([row[0], ...figuresOf(row), share, bar(share)], [...across({ ...styles.plain, border: styles.hairline }, figures), barLook])
  })
  const whole = breakdown.rows.length === 0 ? 0 : 1
  next([say(data.language, 'reports.total'), ...totalsOf(breakdown), whole], across(styles.total, figures))
}

/**
 * The share as a bar of signs: the one chart that every program shows and every printer prints. (exceljs's own data bars
 * leave an empty id in a streamed sheet, for which Excel calls the file damaged.)
 */
function bar(share: number): string {
  const length = Math.round(share * LONGEST_BAR)
  return length === 0 && share > 0 ? '▏' : '█'.repeat(length)
}

function across(look: Partial<Style>, figures: number): readonly Partial<Style>[] {
  const right = { ...look, alignment: { ...look.alignment, vertical: 'middle' as const, horizontal: 'right' as const } }
  const counts = Array.from({ length: figures }, () => ({ ...right, numFmt: '#,##0' }))
  return [{ ...look, alignment: { ...look.alignment, vertical: 'middle' as const, wrapText: true } }, ...counts, { ...right, numFmt: '0.0%' }]
}

function rowWriter(sheet: Sheet, width: number): NextRow {
  return (cells, looks, height) => {
    const row = sheet.addRow([...cells])
    looks.forEach((look, i) => {
      row.getCell(i + 1).style = look
    })
    const lines = looks[0]?.alignment?.wrapText ? linesOf(String(cells[0]), width) : 1
    if (height !== undefined) row.height = height
    else if (lines > 1) row.height = heightOf(lines)
    row.commit()
  }
}

function labelWidth(data: ReportData): number {
  const labels = data.totals.flatMap((breakdown) => breakdown.rows.map((row) => row[0].length))
  const facts = data.facts.map((fact) => fact.label.length)
  return Math.min(40, Math.max(24, ...labels.map((length) => Math.ceil(length * 1.1) + 2), ...facts.map((length) => length + 2)))
}
