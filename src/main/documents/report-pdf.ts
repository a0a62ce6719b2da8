import PDFDocument from 'pdfkit'
import { groupedNumber } from '../../shared/domain/numbers.ts'
import { say } from '../../shared/messages/messages.ts'
import { utcDay } from './report-format.ts'
import type { FirstHead, Page } from './report-head.ts'
import { composeHead, drawFoot, drawRunningHead, openLogos, pageFoot, runningHead } from './report-head.ts'
import type { Column, ReportData, Row } from './report-model.ts'
import { isNumber } from './report-model.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks, penFor } from './report-pen.ts'
import type { SetRow, TableSetting } from './report-table.ts'
import { cell, paged, setHead, setRow, settingOf, sidePad, sum } from './report-table.ts'
import type { Block } from './report-totals.ts'
import { blocksOf, drawBlock } from './report-totals.ts'

/** A4 in points. */
const short = 595.28
const long = 841.89
const margin = 40
const countHeight = 24

/**
 * The report as a PDF on A4: every text whole, the head of the table on each page, the totals with their charts at the
 * end. The same data give the same bytes. Throws what `rows` throws.
 */
export async function reportPdf(data: ReportData): Promise<Uint8Array> {
  const rows = await gathered(data.rows)
  const room = { portrait: short - 2 * margin, landscape: long - 2 * margin }
  const setting = settingOf(data.columns, rows, data.language, room)
  const upright = setting.orientation === 'portrait'
  const page: Page = { width: upright ? short : long, height: upright ? long : short, margin }
  const doc = openPaper(data, setting)
  const bytes = collect(doc)
  const head = composeHead(data, page, openLogos(doc, data.header.logos))
  drawPages({ doc, pen: penFor(doc), data, page, setting, head, rows })
  doc.end()
  return bytes
}

type Drawing = {
  readonly doc: Paper
  readonly pen: Pen
  readonly data: ReportData
  readonly page: Page
  readonly setting: TableSetting
  readonly head: FirstHead
  readonly rows: readonly Row[]
}

type Sheet = { readonly rows: readonly SetRow[]; readonly blocks: readonly Block[]; readonly last: boolean }

/** Everything is placed before anything is drawn, so that the first page already knows how many there are. */
function drawPages(drawing: Drawing): void {
  const { doc, pen, data, page, head } = drawing
  const sheets = placed(drawing)
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
    drawFoot(data, page, pen, i + 1, sheets.length)
  })
}

function placed(drawing: Drawing): readonly Sheet[] {
  const { data, page, setting, head, rows } = drawing
  const bottom = page.height - margin - pageFoot
  const tableHead = setHead(data.columns, setting).height
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
function drawTable(drawing: Drawing, rows: readonly SetRow[], top: number): number {
  const { pen, data, page, setting } = drawing
  const right = page.width - margin
  const head = setHead(data.columns, setting)
  pen.rule(margin, right, top, 0.8, inks.ink)
  drawCells(drawing, head, top + 1, 'sansSemiBold')
  let y = top + head.height
  pen.rule(margin, right, y, 0.8, inks.ink)
  for (const row of rows) {
    drawCells(drawing, row, y, 'sans')
    y += row.height
    pen.rule(margin, right, y, 0.35, inks.hairline)
  }
  return y
}

function drawCells({ pen, data, setting }: Drawing, row: SetRow, top: number, face: 'sans' | 'sansSemiBold'): void {
  const first = top + cell.padY + setting.size
  const pad = sidePad(setting)
  let x = margin
  data.columns.forEach((column: Column, i) => {
    const width = setting.widths[i] ?? 0
    const right = isNumber(column.kind)
    row.cells[i]?.forEach((text, line) => {
      const baseline = first + line * setting.size * cell.leading
      pen.write({ text, x: right ? x + width - pad : x + pad, baseline, size: setting.size, face, align: right ? 'right' : 'left' })
    })
    x += width
  })
}

function drawCount({ pen, data, rows }: Drawing, top: number): number {
  const text =
    rows.length === 0
      ? say(data.language, 'reports.nothing')
      : say(data.language, 'reports.count', { n: groupedNumber(rows.length, 0), one: rows.length === 1 })
  pen.write({ text, x: margin + cell.padX, baseline: top + 13, size: 8.5, face: 'sansSemiBold' })
  return top + countHeight
}

function openPaper(data: ReportData, setting: TableSetting): Paper {
  const day = utcDay(data.header.generatedOn) ?? new Date(0)
  return new PDFDocument({
    size: 'A4',
    layout: setting.orientation,
    margin: 0,
    autoFirstPage: false,
    lang: data.language === 'es' ? 'es-PE' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: data.title, Author: data.header.entityName, Creator: 'Constancia', Producer: 'Constancia', CreationDate: day, ModDate: day },
  })
}

function collect(doc: Paper): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))))
    doc.on('error', reject)
  })
}

async function gathered(rows: ReportData['rows']): Promise<readonly Row[]> {
  if (!(Symbol.asyncIterator in rows)) return rows
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}
