import type { Language } from '../../shared/messages/messages.ts'
import { valueText } from './report-format.ts'
import type { Page } from './report-head.ts'
import type { Column, Row } from './report-model.ts'
import { isNumber } from './report-model.ts'
import type { Pen } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { cellFace, textWidth, widestWord, wrapped } from './report-text.ts'

/** In points. */
export const cell = { padX: 4, padY: 3, leading: 1.32, largest: 8.5, smallest: 6 } as const

/** How the table is set on the paper. */
export type TableSetting = {
  readonly orientation: 'portrait' | 'landscape'
  readonly size: number
  /** In points, with their padding; together the width of the page. */
  readonly widths: readonly number[]
}

/** A row with its text broken to its columns. */
export type SetRow = { readonly cells: readonly (readonly string[])[]; readonly height: number }

/** A table set on its paper. */
export interface Table {
  readonly columns: readonly Column[]
  readonly setting: TableSetting
  readonly head: SetRow
}

/** A wish stronger than this does not turn the paper: a text wraps before that. In points. */
const WIDE_TEXT = 150
/** No column asks for more than this for one word; a longer one is broken. */
const WIDE_WORD = 120

/** Chooses the paper's orientation, the size of the letters and the columns' widths, so that everything is shown. */
export function settingOf(
  columns: readonly Column[],
  rows: readonly Row[],
  language: Language,
  room: { readonly portrait: number; readonly landscape: number },
): TableSetting {
  const needs = columns.map((column, i) => needOf(column, rows, i, language))
  const upright = sum(needs.map(({ wish, least }) => Math.max(least, Math.min(wish, WIDE_TEXT)))) <= room.portrait
  const width = upright ? room.portrait : room.landscape
  const least = sum(needs.map((need) => need.least))
  const size = least <= width ? cell.largest : Math.max(cell.smallest, Math.floor((cell.largest * width * 4) / least) / 4)
  return { orientation: upright ? 'portrait' : 'landscape', size, widths: shared(needs, width, size / cell.largest) }
}

/** The table in that setting, with its head broken to its columns. */
export function tableIn(setting: TableSetting, columns: readonly Column[]): Table {
  return { columns, setting, head: setHead(columns, setting) }
}

/** A row broken to its columns. */
export function setRow(row: Row, columns: readonly Column[], setting: TableSetting, language: Language): SetRow {
  const cells = columns.map((column, i) => {
    const text = valueText(row[i] ?? null, column.kind, language)
    if (text === '') return []
    return wrapped(text, cellFace(text, 'sans'), setting.size, textRoom(setting, i))
  })
  return { cells, height: rowHeight(cells, setting.size) }
}

/** The pages' rows: each page takes what its room (points) holds; a row taller than a whole page goes on over the next. */
export function paged(rows: readonly SetRow[], first: number, others: number, size: number): readonly (readonly SetRow[])[] {
  const pages: SetRow[][] = [[]]
  let left = first
  for (const row of rows.flatMap((whole) => sliced(whole, others, size))) {
    if (row.height > left) {
      pages.push([])
      left = others
    }
    pages.at(-1)?.push(row)
    left -= row.height
  }
  return pages
}

/** Draws the table's head between its rules. `top` in points. */
export function drawTableHead(pen: Pen, table: Table, page: Page, top: number): void {
  const right = page.width - page.margin
  pen.rule(page.margin, right, top, 0.8, inks.ink)
  drawCells(pen, table, table.head, { left: page.margin, top: top + 1, face: 'sansSemiBold', color: inks.ink })
  pen.rule(page.margin, right, top + table.head.height, 0.8, inks.ink)
}

/** Draws a row with the hairline under it. `top` in points. */
export function drawTableRow(pen: Pen, table: Table, row: SetRow, page: Page, at: { readonly top: number; readonly color?: string }): void {
  const { top, color = inks.ink } = at
  drawCells(pen, table, row, { left: page.margin, top, face: 'sans', color })
  pen.rule(page.margin, page.width - page.margin, top + row.height, 0.35, inks.hairline)
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function drawCells(pen: Pen, { columns, setting }: Table, row: SetRow, at: { readonly left: number; readonly top: number; readonly face: 'sans' | 'sansSemiBold'; readonly color: string }): void {
  const { face, color } = at
  const first = at.top + cell.padY + setting.size
  const pad = sidePad(setting)
  let x = at.left
  columns.forEach((column, i) => {
    const width = setting.widths[i] ?? 0
    const right = isNumber(column.kind)
    row.cells[i]?.forEach((text, line) => {
      const baseline = first + line * setting.size * cell.leading
      pen.write({ text, x: right ? x + width - pad : x + pad, baseline, size: setting.size, face, color, align: right ? 'right' : 'left' })
    })
    x += width
  })
}

function setHead(columns: readonly Column[], setting: TableSetting): SetRow {
  const cells = columns.map((column, i) => wrapped(column.label, 'sansSemiBold', setting.size, textRoom(setting, i)))
  return { cells, height: rowHeight(cells, setting.size) + 2 }
}

/** The space at each side of a cell's text, in points: small letters stand closer. */
function sidePad(setting: TableSetting): number {
  return (cell.padX * setting.size) / cell.largest
}

function textRoom(setting: TableSetting, column: number): number {
  return (setting.widths[column] ?? 0) - 2 * sidePad(setting)
}

function rowHeight(cells: readonly (readonly string[])[], size: number): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * size * cell.leading + 2 * cell.padY
}

function sliced(row: SetRow, room: number, size: number): readonly SetRow[] {
  if (row.height <= room) return [row]
  const most = Math.max(1, Math.floor((room - 2 * cell.padY) / (size * cell.leading)))
  const lines = Math.max(...row.cells.map((texts) => texts.length))
  return Array.from({ length: Math.ceil(lines / most) }, (_, i) => {
    const cells = row.cells.map((texts) => texts.slice(i * most, (i + 1) * most))
    return { cells, height: rowHeight(cells, size) }
  })
}

/** At the largest size and with padding, in points: what a column would like, and what it cannot do without. */
type Need = { readonly wish: number; readonly least: number; readonly weight: number }

function needOf(column: Column, rows: readonly Row[], index: number, language: Language): Need {
  let wish = 0
  let least = widestWord(column.label, 'sansSemiBold', cell.largest)
  let total = 0
  for (const row of rows) {
    const text = valueText(row[index] ?? null, column.kind, language)
    const width = textWidth(text, 'sans', cell.largest)
    total += width
    wish = Math.max(wish, width)
    const word = column.kind === 'text' ? widestWord(text, 'sans', cell.largest) : width
    least = Math.max(least, word)
  }
  const floor = Math.min(least, WIDE_WORD) + 2 * cell.padX + 0.5
  // A column whose long texts are few gives way to one whose texts are all long.
  const weight = (wish + (rows.length === 0 ? 0 : total / rows.length) * 2) / 3
  return { wish: Math.max(wish + 2 * cell.padX + 0.5, floor), least: floor, weight }
}

/** Everybody gets the least; what is left goes first to those who lack something, by weight, then to all. */
function shared(needs: readonly Need[], width: number, scale: number): readonly number[] {
  const least = needs.map((need) => need.least * scale)
  const squeeze = Math.min(1, width / sum(least))
  const widths = least.map((each) => each * squeeze)
  let left = width - sum(widths)
  for (let round = 0; round < 20 && left > 0.01; round++) {
    const lacking = needs.map((need, i) => (need.wish * scale - (widths[i] ?? 0) > 0.01 ? need.weight : 0))
    const weights = sum(lacking) > 0 ? lacking : needs.map((need) => need.weight + 1)
    const sharing = left
    weights.forEach((weight, i) => {
      const lack = sum(lacking) > 0 ? (needs[i]?.wish ?? 0) * scale - (widths[i] ?? 0) : Infinity
      const gain = Math.min((sharing * weight) / sum(weights), Math.max(0, lack))
      widths[i] = (widths[i] ?? 0) + gain
      left -= gain
    })
  }
  return widths
}
