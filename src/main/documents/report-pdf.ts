import { formatDate } from '../../shared/domain/dates.ts'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import { say } from '../../shared/messages/messages.ts'
import { utcDay } from './report-format.ts'
import type { FirstHead, Page } from './report-head.ts'
import { composeHead, drawFoot, drawRunningHead, openLogos, pageFoot, runningHead } from './report-head.ts'
import type { ReportData, Row } from './report-model.ts'
import { a4, collected, openPaper } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { penFor } from './report-pen.ts'
import type { SetRow, Table } from './report-table.ts'
import { cell, drawTableHead, drawTableRow, paged, setRow, settingOf, sum, tableIn } from './report-table.ts'
import type { Block } from './report-totals.ts'
import { blocksOf, drawBlock } from './report-totals.ts'

/** In points. */
const margin = 40
const countHeight = 24

/**
 * The report as a PDF on A4: every text whole, the head of the table on each page, the totals with their charts at the
 * end. The same data give the same bytes. Throws what `rows` throws.
 */
export async function reportPdf(data: ReportData): Promise<Uint8Array> {
  const rows = await gathered(data.rows)
  const room = { portrait: a4.short - 2 * margin, landscape: a4.long - 2 * margin }
  const setting = settingOf(data.columns, rows, data.language, room)
  const upright = setting.orientation === 'portrait'
  const page: Page = { width: upright ? a4.short : a4.long, height: upright ? a4.long : a4.short, margin }
  const madeAt = utcDay(data.header.generatedOn) ?? new Date(0)
  const doc = openPaper({ language: data.language, title: data.title, author: data.header.entityName, madeAt, layout: setting.orientation })
  const bytes = collected(doc)
  const head = composeHead(data, page, await openLogos(doc, data.header.logos))
  drawPages({ doc, pen: penFor(doc), data, page, table: tableIn(setting, data.columns), head, rows })
  doc.end()
  return bytes
}

type Drawing = {
  readonly doc: Paper
  readonly pen: Pen
  readonly data: ReportData
  readonly page: Page
  readonly table: Table
  readonly head: FirstHead
  readonly rows: readonly Row[]
}

type Sheet = { readonly rows: readonly SetRow[]; readonly blocks: readonly Block[]; readonly last: boolean }

/** Everything is placed before anything is drawn, so that the first page already knows how many there are. */
function drawPages(drawing: Drawing): void {
  const { doc, pen, data, page, head } = drawing
  const sheets = placed(drawing)
  const made = say(data.language, 'reports.generatedOn', { day: formatDate(data.header.generatedOn) })
  sheets.forEach((sheet, i) => {
    doc.addPage()
    let y = i === 0 ? head.height : runningHead
    if (i === 0) head.draw(doc, pen)
    else drawRunningHead(data, page, pen)
    if (sheet.rows.length > 0 || i === 0) y = drawTable(drawing, sheet.rows, y)
    if (sheet.last) y = drawCount(drawing, y)
    for (const block of sheet.blocks) {
      drawBlock(doc, pen, block, margin, y, page.width - 2 * margin)
      y += block.height
    }
    drawFoot(pen, page, { left: made, right: say(data.language, 'reports.page', { n: i + 1, of: sheets.length }) })
  })
}

function placed(drawing: Drawing): readonly Sheet[] {
  const { data, page, table, head, rows } = drawing
  const { setting } = table
  const bottom = page.height - margin - pageFoot
  const tableHead = table.head.height
  const set = rows.map((row) => setRow(row, data.columns, setting, data.language))
  const pages = paged(set, bottom - head.height - tableHead, bottom - runningHead - tableHead, setting.size)
  const sheets: { rows: readonly SetRow[]; blocks: Block[]; last: boolean }[] = pages.map((each) => ({ rows: each, blocks: [], last: false }))
  const start = pages.length === 1 ? head.height : runningHead
  let left = bottom - start - tableHead - sum((pages.at(-1) ?? []).map((row) => row.height)) - countHeight
  if (left < 0) {
    sheets.push({ rows: [], blocks: [], last: true })
    left = bottom - runningHead - countHeight
  } else {
    sheets[sheets.length - 1] = { rows: pages.at(-1) ?? [], blocks: [], last: true }
  }
  for (const block of blocksOf(data, page.width - 2 * margin, bottom - runningHead)) {
    if (block.height > left) {
      sheets.push({ rows: [], blocks: [], last: false })
      left = bottom - runningHead
    }
    sheets.at(-1)?.blocks.push(block)
    left -= block.height
  }
  return sheets
}

/** Draws the head and these rows from there down; gives where they end. */
function drawTable({ pen, page, table }: Drawing, rows: readonly SetRow[], top: number): number {
  drawTableHead(pen, table, page, top)
  let y = top + table.head.height
  for (const row of rows) {
    drawTableRow(pen, table, row, page, { top: y })
    y += row.height
  }
  return y
}

function drawCount({ pen, data, rows }: Drawing, top: number): number {
  const text =
    rows.length === 0
      ? say(data.language, 'reports.nothing')
      : say(data.language, 'reports.count', { n: groupedNumber(rows.length, 0), one: rows.length === 1 })
  pen.write({ text, x: margin + cell.padX, baseline: top + 13, size: 8.5, face: 'sansSemiBold' })
  return top + countHeight
}

async function gathered(rows: ReportData['rows']): Promise<readonly Row[]> {
  if (!(Symbol.asyncIterator in rows)) return rows
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}
