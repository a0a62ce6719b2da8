import { say } from '../../shared/messages/messages.ts'
import type { HandoverSheet, HandoverSheets } from './handover-sheet-model.ts'
import { handoverRowsPerPage } from './handover-sheet-model.ts'
import type { Logo } from './report-head.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { drawSheetHead } from './sign-sheet-head.ts'
import type { FitBox } from './sign-sheet-layout.ts'
import { fitted, leading, planOf } from './sign-sheet-layout.ts'
import { drawCodes, drawGrid, sheetPieces } from './sign-sheet-pdf.ts'

/** A page as a sign-in sheet of one signature has it: upright, its head and codes in the same places. */
const plan = planOf(1)

const columns = placed([['position', 25], ['number', 112], ['name', 146], ['document', 56], ['signature', 112], ['day', 0]])

interface Column {
  readonly kind: 'position' | 'number' | 'name' | 'document' | 'signature' | 'day'
  readonly x: number
  readonly width: number
}

interface Drawing {
  readonly doc: Paper
  readonly pen: Pen
  readonly logos: readonly Logo[]
  readonly all: HandoverSheets
  readonly sheet: HandoverSheet
}

/** The sheets as one PDF on A4, in pieces as they come. The same data give the same bytes. `onSheet` hears how many are drawn. */
export function handoverSheetsPdf(all: HandoverSheets, onSheet?: (done: number) => void): AsyncGenerator<Uint8Array> {
  return sheetPieces(all, (opened, sheet) => sheet.pageCodes.forEach((code, page) => drawPage({ ...opened, all, sheet }, page, code)), onSheet)
}

function drawPage(drawing: Drawing, page: number, code: string): void {
  const { doc, pen, logos, all, sheet } = drawing
  doc.addPage({ size: [plan.width, plan.height], margin: 0 })
  const head = { course: sheet.heading, context: sheet.context, facts: sheet.facts, signatures: [''], rows: [], blankRows: 0, code: sheet.code, pageCodes: sheet.pageCodes }
  drawSheetHead({ doc, pen, logos, plan, all: { ...all, sheets: [head] }, sheet: head })
  drawTable(drawing, page)
  drawFoot(drawing, page)
  drawCodes({ doc, pen, plan }, code, `${sheet.code} · ${page + 1}/${sheet.pageCodes.length}`)
}

function drawTable(drawing: Drawing, page: number): void {
  const { table } = plan
  const from = page * handoverRowsPerPage
  const rows = drawing.sheet.rows.slice(from, from + handoverRowsPerPage)
  drawHeads(drawing)
  rows.forEach((row, at) => {
    const top = table.top + table.head + at * table.row
    drawing.pen.write({ text: String(from + at + 1), x: plan.left + 20, baseline: top + table.row / 2 + 3.2, size: 9, face: 'sansSemiBold', align: 'right' })
    for (const column of columns) {
      if (column.kind === 'number') put(drawing.pen, row.number, column, { top, max: 8.5 })
      if (column.kind === 'name') put(drawing.pen, row.name, column, { top, max: 9.5 })
      if (column.kind === 'document') put(drawing.pen, row.document, column, { top, max: 8.5, isCentred: true })
    }
  })
  drawGrid({ ...drawing, plan }, columns, rows.length)
}

function drawHeads({ doc, pen, all }: Drawing): void {
  const { top, head } = plan.table
  doc.rect(plan.left, top, plan.right - plan.left, head).fill('#efece5')
  for (const column of columns) {
    const words = { position: say(all.language, 'sheets.number'), number: say(all.language, 'delivery.paperNumber'), name: say(all.language, 'sheets.name'), document: say(all.language, 'sheets.document'), signature: say(all.language, 'sheets.signature'), day: say(all.language, 'delivery.day') }[column.kind]
    const box: FitBox = { width: column.width - 6, height: head - 4, max: 8 }
    write(pen, fitted(words, 'sansSemiBold', box), { column, middle: top + head / 2, isCentred: column.kind !== 'name' && column.kind !== 'number' })
  }
}

function put(pen: Pen, text: string, column: Column, { top, max, isCentred = false }: { readonly top: number; readonly max: number; readonly isCentred?: boolean }): void {
  const { row } = plan.table
  write(pen, fitted(text, 'sans', { width: column.width - 8, height: row - 4, max }), { column, middle: top + row / 2, isCentred })
}

function write(pen: Pen, fit: ReturnType<typeof fitted>, { column, middle, isCentred }: { readonly column: Column; readonly middle: number; readonly isCentred: boolean }): void {
  const first = middle - (fit.lines.length * fit.size * leading) / 2 + fit.size * 0.93
  const x = isCentred ? column.x + column.width / 2 : column.x + 4
  fit.lines.forEach((text, at) => pen.write({ text, x, baseline: first + at * fit.size * leading, size: fit.size, face: fit.face, align: isCentred ? 'center' : 'left' }))
}

function drawFoot({ all, sheet, pen }: Drawing, page: number): void {
  const x = plan.copy.x + plan.copy.side + 12
  const line = { from: plan.right - 190, to: plan.right }
  pen.write({ text: say(all.language, 'reports.page', { n: page + 1, of: sheet.pageCodes.length }), x, baseline: plan.copy.y + 9, size: 9, face: 'sansSemiBold' })
  pen.write({ text: say(all.language, 'sheets.codeOf', { code: sheet.code }), x, baseline: plan.copy.y + 20, size: 8.5 })
  const hint = fitted(say(all.language, 'delivery.sheetHint'), 'sans', { width: line.from - x - 24, height: 20, max: 7 })
  hint.lines.forEach((text, at) => pen.write({ text, x, baseline: plan.copy.y + 31 + at * hint.size * 1.2, size: hint.size, color: inks.quiet }))
  const bottom = plan.copy.y + plan.copy.side
  pen.rule(line.from, line.to, bottom - 12, 0.7, inks.ink)
  pen.write({ text: say(all.language, 'delivery.handedBy'), x: (line.from + line.to) / 2, baseline: bottom - 2, size: 7.5, color: inks.quiet, align: 'center' })
}

/** Columns side by side; the last takes what is left. */
function placed(widths: readonly (readonly [Column['kind'], number])[]): readonly Column[] {
  let x = plan.left
  return widths.map(([kind, wanted]) => {
    const column = { kind, x, width: wanted === 0 ? plan.right - x : wanted }
    x += column.width
    return column
  })
}
