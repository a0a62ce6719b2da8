import { say } from '../../shared/messages/messages.ts'
import { alphanumericQrPath } from './pdf-qr.ts'
import { utcDay } from './report-format.ts'
import type { Logo } from './report-head.ts'
import { openLogos } from './report-head.ts'
import { openPaper } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks, penFor } from './report-pen.ts'
import { drawSheetHead } from './sign-sheet-head.ts'
import type { SheetColumn, SheetDrawing } from './sign-sheet-layout.ts'
import { fitted, leading, planOf } from './sign-sheet-layout.ts'
import type { SignRow, SignSheets } from './sign-sheet-model.ts'

/** Lines that a pen has to follow, and that a photocopy keeps. */
const grid = '#8d8779'

/** The sheets as one PDF on A4, in pieces as they come. The same data give the same bytes. `onSheet` hears how many are drawn. */
export function signSheetsPdf(all: SignSheets, onSheet?: (done: number) => void): AsyncGenerator<Uint8Array> {
  return sheetPieces(
    all,
    (opened, sheet) => {
      const plan = planOf(sheet.signatures.length)
      sheet.pageCodes.forEach((code, page) => drawPage({ ...opened, all, sheet, plan }, page, code))
    },
    onSheet,
  )
}

interface Opened {
  readonly doc: Paper
  readonly pen: Pen
  readonly logos: readonly Logo[]
}

/** Sheets of either kind as one PDF, each drawn by `draw`, in pieces as they come. `onSheet` hears how many are drawn. */
export async function* sheetPieces<Sheet>(all: Pick<SignSheets, 'language' | 'title' | 'header'> & { readonly sheets: readonly Sheet[] }, draw: (opened: Opened, sheet: Sheet) => void, onSheet: (done: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const { language, title, header } = all
  const doc = openPaper({ language, title, author: header.entityName, madeAt: utcDay(header.generatedOn) ?? new Date(0) })
  const opened = { doc, pen: penFor(doc), logos: await openLogos(doc, header.logos) }
  for (const [at, sheet] of all.sheets.entries()) {
    draw(opened, sheet)
    const piece: unknown = doc.read()
    if (piece instanceof Uint8Array) yield piece
    onSheet(at + 1)
  }
  doc.end()
  for await (const piece of doc as AsyncIterable<Uint8Array>) yield piece
}

function drawPage(drawing: SheetDrawing, page: number, code: string): void {
  const { doc, plan, sheet } = drawing
  doc.addPage({ size: [plan.width, plan.height], margin: 0 })
  drawSheetHead(drawing)
  drawTable(drawing, page)
  drawFoot(drawing, page)
  drawCodes(drawing, code, `${sheet.code} · ${page + 1}/${sheet.pageCodes.length}`)
}

/** The page's QR twice, at two corners: one torn off or stained leaves the other. `words` stand under the first. */
export function drawCodes({ doc, pen, plan }: Pick<SheetDrawing, 'doc' | 'pen' | 'plan'>, code: string, words: string): void {
  const qr = alphanumericQrPath(code)
  drawQr(doc, qr, plan.qr)
  drawQr(doc, qr, plan.copy)
  const { x, y, side } = plan.qr
  pen.write({ text: words, x: x + side / 2, baseline: y + side + 10.5, size: 8, face: 'sansSemiBold', align: 'center' })
}

function drawTable(drawing: SheetDrawing, page: number): void {
  const { sheet, plan, pen } = drawing
  const { table } = plan
  const from = page * table.rows
  const count = Math.min(table.rows, sheet.rows.length + sheet.blankRows - from)
  drawHeads(drawing)
  for (let at = 0; at < count; at += 1) {
    const top = table.top + table.head + at * table.row
    const row = sheet.rows[from + at]
    pen.write({ text: String(from + at + 1), x: plan.left + 20, baseline: top + table.row / 2 + 3.2, size: 9, face: 'sansSemiBold', align: 'right' })
    if (row === undefined) drawBlank(drawing, top)
    else drawPerson(drawing, row, top)
  }
  drawGrid(drawing, drawing.plan.columns, count)
}

function drawHeads(drawing: SheetDrawing): void {
  const { all, sheet, plan, doc, pen } = drawing
  const { top, head } = plan.table
  doc.rect(plan.left, top, plan.right - plan.left, head).fill('#efece5')
  const heads = {
    number: say(all.language, 'sheets.number'),
    name: say(all.language, 'sheets.name'),
    organisation: say(all.language, 'sheets.organisation'),
    document: say(all.language, 'sheets.document'),
    in: say(all.language, 'sheets.in'),
    out: say(all.language, 'sheets.out'),
  }
  let signature = 0
  for (const column of plan.columns) {
    const text = column.kind === 'signature' ? (sheet.signatures[signature++] ?? '') : heads[column.kind]
    const fit = fitted(text, 'sansSemiBold', { width: column.width - 6, height: head - 4, max: 8 })
    const middle = top + head / 2
    const first = middle - (fit.lines.length * fit.size * leading) / 2 + fit.size * 0.93
    const centred = column.kind !== 'name' && column.kind !== 'organisation'
    fit.lines.forEach((line, at) => {
      const x = centred ? column.x + column.width / 2 : column.x + 4
      pen.write({ text: line, x, baseline: first + at * fit.size * leading, size: fit.size, face: 'sansSemiBold', align: centred ? 'center' : 'left' })
    })
  }
}

function drawPerson(drawing: SheetDrawing, row: SignRow, top: number): void {
  for (const column of drawing.plan.columns) {
    if (column.kind === 'name') cell(drawing, column, row.name, top, { max: 9.5 })
    if (column.kind === 'organisation') cell(drawing, column, row.organisation, top, { max: 7.5 })
    if (column.kind === 'document') cell(drawing, column, row.document, top, { max: 8.5, centred: true })
  }
}

function cell({ pen, plan }: SheetDrawing, column: SheetColumn, text: string, top: number, { max, centred = false }: { max: number; centred?: boolean }): void {
  const { row } = plan.table
  const fit = fitted(text, 'sans', { width: column.width - 8, height: row - 4, max })
  const first = top + row / 2 - (fit.lines.length * fit.size * leading) / 2 + fit.size * 0.93
  fit.lines.forEach((line, at) => {
    const x = centred ? column.x + column.width / 2 : column.x + 4
    pen.write({ text: line, x, baseline: first + at * fit.size * leading, size: fit.size, face: fit.face, align: centred ? 'center' : 'left' })
  })
}

/** A row for who is not in the list: a small word says what to write, above the line to write on. */
function drawBlank({ all, plan, pen }: SheetDrawing, top: number): void {
  const name = plan.columns.find((column) => column.kind === 'name')
  if (name !== undefined) pen.write({ text: say(all.language, 'sheets.nameByHand'), x: name.x + 4, baseline: top + 7.5, size: 6, color: inks.quiet })
}

/** The lines of a table of so many rows. */
export function drawGrid({ doc, plan, pen }: Pick<SheetDrawing, 'doc' | 'pen' | 'plan'>, columns: readonly { readonly x: number }[], count: number): void {
  const { top, head, row } = plan.table
  const bottom = top + head + count * row
  for (let at = 1; at < count; at += 1) pen.rule(plan.left, plan.right, top + head + at * row, 0.5, grid)
  for (const column of columns.slice(1)) doc.moveTo(column.x, top).lineTo(column.x, bottom).lineWidth(0.5).strokeColor(grid).stroke()
  pen.rule(plan.left, plan.right, top + head, 0.9, inks.ink)
  doc.rect(plan.left, top, plan.right - plan.left, bottom - top).lineWidth(0.9).strokeColor(inks.ink).stroke()
}

function drawFoot({ all, sheet, plan, pen }: SheetDrawing, page: number): void {
  const x = plan.copy.x + plan.copy.side + 12
  const bottom = plan.copy.y + plan.copy.side
  const line = { from: plan.right - 190, to: plan.right }
  pen.write({ text: say(all.language, 'reports.page', { n: page + 1, of: sheet.pageCodes.length }), x, baseline: plan.copy.y + 9, size: 9, face: 'sansSemiBold' })
  pen.write({ text: say(all.language, 'sheets.codeOf', { code: sheet.code }), x, baseline: plan.copy.y + 20, size: 8.5 })
  const hint = fitted(say(all.language, 'sheets.hint'), 'sans', { width: line.from - x - 24, height: 20, max: 7 })
  hint.lines.forEach((text, at) => pen.write({ text, x, baseline: plan.copy.y + 31 + at * hint.size * 1.2, size: hint.size, color: inks.quiet }))
  pen.rule(line.from, line.to, bottom - 12, 0.7, inks.ink)
  pen.write({ text: say(all.language, 'sheets.responsible'), x: (line.from + line.to) / 2, baseline: bottom - 2, size: 7.5, color: inks.quiet, align: 'center' })
}

/** Modules as rectangles on white: black ink only, so that any printer and copier keeps them. */
function drawQr(doc: Paper, qr: { readonly size: number; readonly path: string }, at: { readonly x: number; readonly y: number; readonly side: number }): void {
  const module = at.side / qr.size
  doc.save()
  // The path counts upwards from the bottom left, as PDF does; pdfkit counts downwards.
  doc.transform(module, 0, 0, -module, at.x, at.y + at.side)
  doc.fillColor('#000000')
  doc.addContent(`${qr.path}f`)
  doc.restore()
}
