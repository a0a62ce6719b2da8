import type { ConditionalFormattingRule, Style } from 'exceljs'
import { say } from '../../shared/messages/messages.ts'
import { dayText, grouped } from './report-format.ts'
import type { Breakdown, ReportData } from './report-model.ts'
import { figuresOf, sharesOf, totalsOf } from './report-model.ts'
import type { Book, Sheet, SheetFrame } from './sheet-book.ts'
import { columnLetter, framedSheet, heightOf, linesOf, styles } from './sheet-book.ts'

type Cell = string | number | null
/** Writes the next row and gives its number. */
type NextRow = (cells: readonly Cell[], looks: readonly Partial<Style>[], height?: number) => number

/** The second sheet: what the report is about, how many rows it has, and each breakdown with its total and shares. */
export function writeSummary(book: Book, data: ReportData, name: string, count: number, footer: SheetFrame['footer']): void {
  const sheet = framedSheet(book, { name, headerRow: 1, columnsThatStay: 0, orientation: 'portrait', footer })
  const figures = Math.max(1, ...data.totals.map((breakdown) => breakdown.columns.length - 1))
  const width = labelWidth(data)
  sheet.columns = [{ width }, ...Array.from({ length: figures }, () => ({ width: 16 })), { width: 14 }]
  const next = rowWriter(sheet, width)
  next([data.title], [styles.title], 24)
  for (const text of headTexts(data)) next([text], [styles.plain])
  for (const fact of data.facts) next([fact.label, fact.value], [styles.quiet, styles.plain])
  next([say(data.language, 'reports.count', { n: grouped(count, 0), one: count === 1 })], [styles.heading])
  for (const breakdown of data.totals) writeBreakdown(sheet, next, breakdown, data)
  sheet.commit()
}

function headTexts(data: ReportData): readonly string[] {
  const { header } = data
  const made = say(data.language, 'reports.generatedOn', { day: dayText(header.generatedOn) })
  return [data.subtitle, header.entityName, header.unit, header.yearName, made].filter((text) => text !== undefined && text !== '') as string[]
}

function writeBreakdown(sheet: Sheet, next: NextRow, breakdown: Breakdown, data: ReportData): void {
  const figures = breakdown.columns.length - 1
  const shares = sharesOf(breakdown)
  next([null], [])
  next([breakdown.title], [styles.heading], 20)
  const headings = [...breakdown.columns, say(data.language, 'reports.share')]
  const head = next(headings, across(styles.tableHead, figures))
  breakdown.rows.forEach((row, i) => {
    next([row[0], ...figuresOf(row), shares[i] ?? 0], across({ ...styles.plain, border: styles.hairline }, figures))
  })
  const whole = breakdown.rows.length === 0 ? 0 : 1
  next([say(data.language, 'reports.total'), ...totalsOf(breakdown), whole], across(styles.total, figures))
  if (breakdown.rows.length > 0) barsBehind(sheet, figures + 2, head + 1, head + breakdown.rows.length)
}

/** The share drawn as a bar inside its cell: the chart a streamed workbook can carry. */
function barsBehind(sheet: Sheet, column: number, from: number, to: number): void {
  const letter = columnLetter(column)
  // exceljs writes the bar's colour, but its types do not know it.
  const rule = {
    type: 'dataBar',
    priority: 1,
    cfvo: [{ type: 'num', value: 0 }, { type: 'num', value: 1 }],
    color: { argb: 'FFB9C4CC' },
  } as ConditionalFormattingRule
  const formatted = sheet as unknown as { addConditionalFormatting(of: { ref: string; rules: ConditionalFormattingRule[] }): void }
  formatted.addConditionalFormatting({ ref: `${letter}${from}:${letter}${to}`, rules: [rule] })
}

function across(look: Partial<Style>, figures: number): readonly Partial<Style>[] {
  const right = { ...look, alignment: { ...look.alignment, horizontal: 'right' as const } }
  const counts = Array.from({ length: figures }, () => ({ ...right, numFmt: '#,##0' }))
  return [{ ...look, alignment: { ...look.alignment, wrapText: true } }, ...counts, { ...right, numFmt: '0.0%' }]
}

function rowWriter(sheet: Sheet, width: number): NextRow {
  let number = 0
  return (cells, looks, height) => {
    const row = sheet.addRow([...cells])
    looks.forEach((look, i) => {
      row.getCell(i + 1).style = look
    })
    const lines = looks[0]?.alignment?.wrapText ? linesOf(String(cells[0]), width) : 1
    if (height !== undefined) row.height = height
    else if (lines > 1) row.height = heightOf(lines)
    row.commit()
    return ++number
  }
}

function labelWidth(data: ReportData): number {
  const labels = data.totals.flatMap((breakdown) => breakdown.rows.map((row) => row[0].length))
  const facts = data.facts.map((fact) => fact.label.length)
  return Math.min(40, Math.max(24, ...labels.map((length) => Math.ceil(length * 1.1) + 2), ...facts.map((length) => length + 2)))
}
