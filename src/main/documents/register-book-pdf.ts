import { say } from '../../shared/messages/messages.ts'
import type { FirstHead, Page } from './report-head.ts'
import { composeHead, drawFoot, openLogos, pageFoot } from './report-head.ts'
import { a4, openPaper } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks, penFor } from './report-pen.ts'
import { cellFace, wrapped } from './report-text.ts'
import type { BookLine, BookWords, Folios, RegisterBook } from './register-book-model.ts'
import { foliosOf } from './register-book-model.ts'

/** A4 lying, in points. */
const page: Page = { width: a4.long, height: a4.short, margin: 34 }
const room = page.width - 2 * page.margin
const bottom = page.height - page.margin - pageFoot
/** From the page's top to the table: the folio's number and whose book it is. */
const tableTop = page.margin + 34
const size = 7
const leading = 8.1
const pad = 3
/** Figures stand apart from the words at their right. */
const padAfterFigures = 9
/** How high a row is, so that a hand can sign in it; lower ones make room for tall neighbours where a folio then stays on one page. */
const signingRow = 17
const lowestRow = 12.5
const highestRow = 30
const gapFill = '#f4f1ea'
/** Pages after which the pieces made so far are handed on. */
const piece = 20

interface Column {
  readonly x: number
  readonly width: number
  readonly label: readonly string[]
  readonly align: 'left' | 'right'
}

interface Row {
  readonly line: BookLine
  readonly cells: readonly (readonly string[])[]
  readonly height: number
}

interface Sheet {
  readonly folios: Folios
  /** Where a folio's rows do not fit on one page. */
  readonly part: { readonly n: number; readonly of: number } | null
  readonly rows: readonly Row[]
}

interface Drawing {
  readonly doc: Paper
  readonly pen: Pen
  readonly book: RegisterBook
  readonly columns: readonly Column[]
  readonly headHeight: number
}

/**
 * The libro de registro as a PDF on A4 lying, in pieces as they come: a page that opens it, a page for each folio, a page
 * that closes it. Every text whole; the same data give the same bytes. `onPage` hears how many pages are drawn.
 */
export async function* registerBookPdf(book: RegisterBook, onPage: (done: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const { language, title, subtitle, header } = book
  const doc = openPaper({ language, title: `${title} · ${subtitle}`, author: header.entityName, madeAt: new Date(book.madeAt), layout: 'landscape' })
  const logos = await openLogos(doc, header.logos)
  const columns = columnsOf(book)
  const drawing: Drawing = { doc, pen: penFor(doc), book, columns, headHeight: Math.max(...columns.map((column) => column.label.length)) * leading + 8 }
  const head = composeHead({ language, title, subtitle, header, facts: book.facts, columns: [], rows: [], totals: [] }, page, logos)
  const sheets = foliosOf(book).flatMap((folios) => sheetsOf(drawing, folios))
  const pages = sheets.length + 2
  drawWords(drawing, book.opening, { head, n: 1, of: pages })
  for (const [at, sheet] of sheets.entries()) {
    drawSheet(drawing, sheet, { n: at + 2, of: pages })
    onPage(at + 2)
    if (at % piece === 0) yield* made(doc)
  }
  drawWords(drawing, book.closing, { head: null, n: pages, of: pages })
  doc.end()
  for await (const bytes of doc as AsyncIterable<Uint8Array>) yield bytes
}

function* made(doc: Paper): Generator<Uint8Array> {
  const bytes: unknown = doc.read()
  if (bytes instanceof Uint8Array) yield bytes
}

function columnsOf({ columns }: RegisterBook): Column[] {
  const whole = columns.reduce((sum, column) => sum + column.share, 0)
  let x = page.margin
  return columns.map(({ label, share, align }) => {
    const width = (room * share) / whole
    const column: Column = { x, width, label: wrapped(label, 'sansSemiBold', size, width - 2 * pad), align: align ?? 'left' }
    x += width
    return column
  })
}

/** The pages of a folio: one, unless its rows are many or tall. */
function sheetsOf(drawing: Drawing, folios: Folios): Sheet[] {
  const space = bottom - tableTop - drawing.headHeight
  const set = folios.lines.flatMap((line) => rowsOf(drawing, line, space))
  const least = rowHeightFor(set, space, Math.max(signingRow, Math.min(highestRow, space / drawing.book.rowsPerFolio)))
  const parts: Row[][] = [[]]
  let left = space
  for (const row of set.map((one) => ({ ...one, height: Math.max(least, one.height) }))) {
    if (row.height > left) {
      parts.push([])
      left = space
    }
    parts.at(-1)?.push(row)
    left -= row.height
  }
  return parts.map((rows, at) => ({ folios, rows, part: parts.length === 1 ? null : { n: at + 1, of: parts.length } }))
}

/** The least height of rows with which they all stand on one page; where none does, as high as wanted. */
function rowHeightFor(rows: readonly Row[], space: number, wanted: number): number {
  for (let height = wanted; height >= lowestRow; height -= 0.25) {
    if (rows.reduce((sum, row) => sum + Math.max(height, row.height), 0) <= space) return height
  }
  return wanted
}

/** A line of the book as it is set, as low as its words allow; one taller than a page goes on in a second row. */
function rowsOf({ columns }: Drawing, line: BookLine, space: number): Row[] {
  const cells = line.kind === 'gap' ? [wrapped(line.text, cellFace(line.text, 'sansItalic'), size, room - 2 * pad - 8)] : columns.map(({ width }, at) => cellLines(line.entry.cells[at] ?? '', width - 2 * pad))
  const most = Math.max(1, Math.floor((space - 4) / leading))
  const tall = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: Math.ceil(tall / most) }, (_, part) => {
    const shown = cells.map((lines) => lines.slice(part * most, (part + 1) * most))
    const lines = Math.max(1, ...shown.map((each) => each.length))
    return { line, cells: shown, height: lines * leading + (lines > 2 ? 4 : 1) }
  })
}

function cellLines(text: string, width: number): readonly string[] {
  return text === '' ? [] : wrapped(text, cellFace(text, 'sans'), size, width)
}

function drawSheet(drawing: Drawing, { folios, part, rows }: Sheet, { n, of }: { readonly n: number; readonly of: number }): void {
  const { doc, pen, book } = drawing
  const { language } = book
  doc.addPage()
  const right = page.width - page.margin
  const folio = folios.first === folios.last ? say(language, 'numbering.bookFolio', { n: folios.first }) : say(language, 'numbering.bookFolios', { first: folios.first, last: folios.last })
  drawWhose(pen, book)
  pen.write({ text: folio, x: right, baseline: page.margin + 12, size: 14, face: 'sansBold', align: 'right' })
  if (part !== null) pen.write({ text: say(language, 'numbering.bookPart', part), x: right, baseline: page.margin + 23, size: 7.5, color: inks.quiet, align: 'right' })
  drawTable(drawing, rows)
  drawFoot(pen, page, { left: book.foot, right: say(language, 'reports.page', { n, of }) })
}

function drawWhose(pen: Pen, { header, title, subtitle }: RegisterBook): void {
  pen.write({ text: wrapped(header.entityName, 'sansSemiBold', 9, room - 200)[0] ?? '', x: page.margin, baseline: page.margin + 9, size: 9, face: 'sansSemiBold' })
  pen.write({ text: wrapped(`${title} · ${subtitle}`, 'sans', 8, room - 200)[0] ?? '', x: page.margin, baseline: page.margin + 21, size: 8, color: inks.quiet })
}

function drawTable({ doc, pen, columns, headHeight }: Drawing, rows: readonly Row[]): void {
  const right = page.width - page.margin
  pen.rule(page.margin, right, tableTop, 0.8, inks.ink)
  for (const column of columns) column.label.forEach((text, at) => write(pen, column, { text, baseline: tableTop + 4 + size + at * leading, face: 'sansSemiBold', color: inks.ink }))
  let y = tableTop + headHeight
  pen.rule(page.margin, right, y, 0.8, inks.ink)
  const divided: { top: number; bottom: number }[] = []
  for (const row of rows) {
    if (row.line.kind === 'gap') drawGap(doc, pen, row, y)
    else {
      drawEntry(pen, columns, row, y)
      divided.push({ top: y, bottom: y + row.height })
    }
    y += row.height
    pen.rule(page.margin, right, y, 0.4, inks.hairline)
  }
  const sign = columns.at(-1)
  // Where people sign is set apart, so that each signs in her own row.
  if (sign !== undefined) for (const { top, bottom: end } of divided) doc.moveTo(sign.x, top).lineTo(sign.x, end).lineWidth(0.4).strokeColor(inks.hairline).stroke()
}

function drawEntry(pen: Pen, columns: readonly Column[], row: Row, top: number): void {
  if (row.line.kind !== 'entry') return
  const color = row.line.entry.quiet ? inks.quiet : inks.ink
  columns.forEach((column, at) => {
    const lines = row.cells[at] ?? []
    const first = top + (row.height - lines.length * leading) / 2 + size * 0.98
    lines.forEach((text, line) => write(pen, column, { text, baseline: first + line * leading, face: 'sans', color }))
  })
}

function drawGap(doc: Paper, pen: Pen, row: Row, top: number): void {
  doc.rect(page.margin, top, room, row.height).fill(gapFill)
  const lines = row.cells[0] ?? []
  const first = top + (row.height - lines.length * leading) / 2 + size * 0.98
  lines.forEach((text, line) => pen.write({ text, x: page.margin + pad + 4, baseline: first + line * leading, size, face: 'sansItalic' }))
}

function write(pen: Pen, { x, width, align }: Column, words: { readonly text: string; readonly baseline: number; readonly face: 'sans' | 'sansSemiBold'; readonly color: string }): void {
  pen.write({ ...words, size, x: align === 'right' ? x + width - padAfterFigures : x + pad, align })
}

/** The page that opens or closes the book: what it holds, and a line to sign on. */
function drawWords({ doc, pen, book }: Drawing, words: BookWords, { head, n, of }: { readonly head: FirstHead | null; readonly n: number; readonly of: number }): void {
  doc.addPage()
  head?.draw(doc, pen)
  let y = head === null ? page.margin + 20 : head.height + 14
  if (head === null) {
    drawWhose(pen, book)
    y += 18
  }
  pen.write({ text: words.heading, x: page.margin, baseline: y + 14, size: 13, face: 'sansSemiBold' })
  y += 28
  for (const paragraph of words.paragraphs) {
    for (const text of wrapped(paragraph, cellFace(paragraph, 'sans'), 10.5, Math.min(room, 620))) {
      pen.write({ text, x: page.margin, baseline: y + 10.5, size: 10.5 })
      y += 15.5
    }
    y += 7
  }
  const line = Math.min(y + 92, bottom - 26)
  pen.rule(page.margin, page.margin + 220, line, 0.7, inks.ink)
  pen.write({ text: words.signer, x: page.margin, baseline: line + 12, size: 8.5, color: inks.quiet })
  drawFoot(pen, page, { left: book.foot, right: say(book.language, 'reports.page', { n, of }) })
}
