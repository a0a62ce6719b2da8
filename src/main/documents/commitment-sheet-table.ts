import type { ItemState } from '../../shared/domain/commitments.ts'
import type { Head, Node, Piece, TaggedPen } from './commitment-sheet-flow.ts'
import { leadingOf } from './commitment-sheet-flow.ts'
import type { FaceName } from './fonts.ts'
import type { Paper } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { wrapped } from './report-text.ts'

export const sheetInks = { teal: '#1a6663', past: '#9bbdb9', track: '#e3dccd', wash: '#f7f3ea', good: '#2c6a3a', bad: '#a11f3c' } as const

export interface CellText {
  readonly text: string
  readonly face?: FaceName
  readonly color?: string
}

export interface Cell {
  /** Each begins a line. */
  readonly parts: readonly CellText[]
  /** Points from the cell's left. */
  readonly indent?: number
  /** Drawn before the first line, in the indent. */
  readonly mark?: ItemState | 'late'
}

export interface SheetTable {
  readonly left: number
  /** Points. */
  readonly widths: readonly number[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Which cell names its row. */
  readonly names: number
}

const size = 8.5
const headSize = 7.5
const pad = { x: 8, y: 4 }
/** Lines of a row that stay on one page; a longer row goes on over the next. */
const mostLines = 34

/** The table as a piece a row, its head above the first of each page. */
export function tablePieces(tags: TaggedPen, table: SheetTable): Piece[] {
  const node = tags.node('Table')
  const head = tableHead(tags, node, table)
  return table.rows.flatMap((row) => rowPieces(tags, node, table, row, head))
}

function tableHead(tags: TaggedPen, parent: Node, { left, widths, columns }: SheetTable): Head {
  const row = tags.node('TR', parent)
  const cells = columns.map((text, at) => ({ text, x: left + offset(widths, at), node: tags.node('TH', row, { scope: 'Column' }) }))
  const write = (text: string, x: number, y: number): void => tags.pen.write({ text, x, baseline: y + 11, size: headSize, face: 'sansSemiBold', color: inks.quiet })
  return {
    height: 18,
    draw: (y, isFirst) => {
      for (const { text, x, node } of cells) {
        if (isFirst) tags.tell(node, () => write(text, x, y))
        else tags.ornament(() => write(text, x, y))
      }
      tags.ornament((doc) => hairline(doc, left, left + offset(widths, widths.length), y + 15.5, 1, inks.ink))
    },
  }
}

function rowPieces(tags: TaggedPen, parent: Node, { left, widths, names }: SheetTable, row: readonly Cell[], head: Head): Piece[] {
  const rowNode = tags.node('TR', parent)
  const cells = row.map((cell, at) => {
    const indent = cell.indent ?? 0
    const width = (widths[at] ?? 0) - pad.x - indent
    const lines = cell.parts.flatMap((part): CellText[] => wrapped(part.text, part.face ?? 'sans', size, width).map((text) => ({ ...part, text })))
    return { cell, lines, x: left + offset(widths, at) + indent, node: tags.node(at === names ? 'TH' : 'TD', rowNode, at === names ? { scope: 'Row' } : {}) }
  })
  const tallest = Math.max(1, ...cells.map(({ lines }) => lines.length))
  const pieces: Piece[] = []
  for (let from = 0; from < tallest; from += mostLines) {
    const count = Math.min(mostLines, tallest - from)
    const isLast = from + count >= tallest
    pieces.push({
      height: pad.y + count * leadingOf(size) + (isLast ? pad.y : 0),
      staysWithNext: false,
      head,
      draw: (y) => {
        for (const { cell, lines, x, node } of cells) drawCell(tags, node, { cell, lines: lines.slice(from, from + count), x, y: y + pad.y, isFirst: from === 0 })
        const foot = y + pad.y + count * leadingOf(size) + pad.y
        if (isLast) tags.ornament((doc) => hairline(doc, left, left + offset(widths, widths.length), foot, 0.4, inks.hairline))
      },
    })
  }
  return pieces
}

interface DrawnCell {
  readonly cell: Cell
  readonly lines: readonly CellText[]
  readonly x: number
  readonly y: number
  readonly isFirst: boolean
}

function drawCell(tags: TaggedPen, node: Node, { cell, lines, x, y, isFirst }: DrawnCell): void {
  const { mark } = cell
  if (mark !== undefined && isFirst) tags.ornament((doc) => drawMark(doc, mark, x - 11, y + 2.2))
  lines.forEach(({ text, face = 'sans', color = inks.ink }, at) => tags.tell(node, () => tags.pen.write({ text, x, baseline: y + at * leadingOf(size) + size * 1.05, size, face, color })))
}

export const stateInk = (state: ItemState | 'late'): string => ({ pending: inks.quiet, inProgress: sheetInks.teal, done: sheetInks.good, dropped: inks.quiet, late: sheetInks.bad })[state]

/** A sign of 8 points: a photocopy tells states apart by it. */
function drawMark(doc: Paper, state: ItemState | 'late', x: number, y: number): void {
  const ink = stateInk(state)
  const [cx, cy, r] = [x + 4, y + 4, 3.5]
  doc.save().lineWidth(0.9).strokeColor(ink).fillColor(ink)
  if (state === 'done') {
    doc.circle(cx, cy, r + 0.4).fill()
    doc.moveTo(cx - 1.9, cy + 0.1).lineTo(cx - 0.5, cy + 1.5).lineTo(cx + 2, cy - 1.5).lineWidth(1.1).strokeColor('#ffffff').stroke()
  } else if (state === 'dropped') {
    doc.moveTo(cx - 2.6, cy - 2.6).lineTo(cx + 2.6, cy + 2.6).moveTo(cx - 2.6, cy + 2.6).lineTo(cx + 2.6, cy - 2.6).stroke()
  } else if (state === 'late') {
    doc.moveTo(cx, cy - 3.9).lineTo(cx + 4, cy + 3.2).lineTo(cx - 4, cy + 3.2).closePath().stroke()
    doc.moveTo(cx, cy - 1.4).lineTo(cx, cy + 1).moveTo(cx, cy + 1.9).lineTo(cx, cy + 2.3).stroke()
  } else {
    doc.circle(cx, cy, r).stroke()
    if (state === 'inProgress') doc.path(`M ${cx} ${cy - r} A ${r} ${r} 0 0 1 ${cx} ${cy + r} Z`).fill()
  }
  doc.restore()
}

export function hairline(doc: Paper, from: number, to: number, y: number, width: number, color: string): void {
  doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(color).stroke()
}

const offset = (widths: readonly number[], at: number): number => widths.slice(0, at).reduce((sum, width) => sum + width, 0)
