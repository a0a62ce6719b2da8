import type { DesignElement, DisplayItem, TextStyle } from '../../../shared/contract/designs.ts'
import type { FieldValues } from '../../../shared/domain/design/fields.ts'
import type { Span } from '../../../shared/domain/design/template.ts'
import { fillTemplate, parseTemplate } from '../../../shared/domain/design/template.ts'
import type { Box } from './items.ts'
import { boxOf, styleOf, textItems } from './items.ts'
import { linePath } from './paths.ts'
import { setPlain, setShrunk } from './setting.ts'
import type { SetText } from './setting.ts'
import type { PaperWords } from './words.ts'

// A table in its box: as large as its style says when it fits; then smaller; then in two or three blocks side by side; and
// what no page holds at a size that can be read goes on, on another page of the same design. Never cut.

type Table = Extract<DesignElement, { kind: 'table' }>
type Row = readonly (readonly Span[])[]

/** Points: below this nobody reads a list. */
const leastSize = 6.5
const padding = { x: 4, y: 2.2 }
const gutter = 20

interface SetRow {
  readonly cells: readonly SetText[]
  readonly height: number
}

/** How the rows lie at one size. */
interface Setting {
  /** Of the style's size. */
  readonly scale: number
  /** Pages, each with its blocks side by side. */
  readonly pages: readonly (readonly (readonly SetRow[])[])[]
  readonly blocks: number
  readonly head: SetRow | null
}

interface Kept {
  readonly styles: readonly TextStyle[]
  readonly given: unknown
  readonly pages: DisplayItem[][]
}

/** What was laid out last of each table: a page is asked how many sheets it takes before it is drawn. */
const kept = new WeakMap<Table, Kept>()

/** A table laid out: the items of each page it takes. None when there is nothing to show. */
export function tablePages(table: Table, styles: readonly TextStyle[], words: PaperWords): DisplayItem[][] {
  const given = table.source === 'own' ? words.fields : words.tables[table.source]
  const known = kept.get(table)
  if (known?.styles === styles && known.given === given) return known.pages
  const pages = laidPages(table, styles, words)
  kept.set(table, { styles, given, pages })
  return pages
}

function laidPages(table: Table, styles: readonly TextStyle[], words: PaperWords): DisplayItem[][] {
  const { columns, rows } = filled(table, words)
  if (rows.length === 0 || columns.length === 0) return []
  const box = boxOf(table)
  const setting = settle({ ...table, columns }, styles, rows, box)
  return setting.pages.map((blocks) => draw({ ...table, columns }, styles, setting, blocks, box))
}

/** The rows' words. A column that says nothing anywhere is left out: a syllabus without hours has no column of them. */
function filled(table: Table, words: PaperWords): { columns: Table['columns']; rows: Row[] } {
  if (table.source === 'own') {
    const cells = (texts: readonly string[]) => table.columns.map((_, at) => fillTemplate(parseTemplate(texts[at] ?? ''), words.fields as FieldValues))
    return { columns: table.columns, rows: table.rows.map(cells) }
  }
  const given = words.tables[table.source] ?? []
  const columns = table.columns.filter(({ field }) => given.some((row) => (row[field] ?? '') !== ''))
  return { columns, rows: given.map((row) => columns.map(({ field }): Span[] => [{ text: row[field] ?? '', strong: false }])) }
}

function settle(table: Table, styles: readonly TextStyle[], rows: readonly Row[], box: Box): Setting {
  const size = styleOf(styles, table.bodyStyle).size
  const least = Math.min(1, leastSize / size)
  // One block down to a comfortable size, then two, then three.
  for (const { blocks, from, to } of [{ blocks: 1, from: 1, to: 0.78 }, { blocks: 2, from: 0.92, to: 0.7 }, { blocks: 3, from: 0.8, to: least }, { blocks: 1, from: 0.78, to: least }]) {
    if (blocks > 1 && (box.width - gutter * (blocks - 1)) / blocks < 150) continue
    for (let scale = from; scale >= Math.max(to, least) - 1e-9; scale -= 0.03) {
      const setting = setAt(table, styles, rows, box, blocks, Math.round(scale * 100) / 100)
      if (setting.pages.length === 1 && fits(setting, box)) return setting
    }
  }
  const blocks = box.width >= 2 * 150 + gutter ? 2 : 1
  const spread = setAt(table, styles, rows, box, blocks, least)
  // The office's own rows and a person's marks stay on their page, however small.
  if (table.source === 'syllabus' && spread.pages.every((page) => page.length > 0)) return spread
  for (let scale = least; scale > 0.05; scale *= 0.94) {
    const setting = setAt(table, styles, rows, box, blocks, Math.round(scale * 1000) / 1000)
    if (setting.pages.length === 1 && fits(setting, box)) return setting
  }
  return spread
}

function fits({ head, pages }: Setting, box: Box): boolean {
  return (pages[0] ?? []).every((rows) => rows.reduce((sum, row) => sum + row.height, head?.height ?? 0) <= box.height + 0.01)
}

function setAt(table: Table, styles: readonly TextStyle[], rows: readonly Row[], box: Box, blocks: number, scale: number): Setting {
  const widths = columnWidths(table, (box.width - gutter * (blocks - 1)) / blocks)
  const hasHead = table.columns.some(({ title }) => title.trim() !== '')
  const head = hasHead ? setRow(table, styleOf(styles, table.headStyle), table.columns.map(({ title }) => [{ text: title, strong: false }]), widths, scale) : null
  const body = styleOf(styles, table.bodyStyle)
  const room = box.height - (head?.height ?? 0)
  const set = rows.map((row) => setRow(table, body, row, widths, scale))
  return { scale, blocks, head, pages: paged(set, room, blocks) }
}

/** Rows dealt out to blocks and pages, in their order; the blocks of a last page are of even length. */
function paged(rows: readonly SetRow[], room: number, blocks: number): SetRow[][][] {
  const whole = dealt(rows, room)
  const pages: SetRow[][][] = []
  for (let at = 0; at < whole.length; at += blocks) pages.push(whole.slice(at, at + blocks))
  const last = pages.at(-1)
  if (last === undefined || blocks === 1) return pages
  const left = last.flat()
  const total = left.reduce((sum, row) => sum + row.height, 0)
  for (let limit = total / blocks; limit <= room; limit += room / 40) {
    const even = dealt(left, limit)
    if (even.length <= blocks) return [...pages.slice(0, -1), even]
  }
  return pages
}

function dealt(rows: readonly SetRow[], room: number): SetRow[][] {
  const blocks: SetRow[][] = [[]]
  let used = 0
  for (const row of rows) {
    if (used > 0 && used + row.height > room + 0.01) {
      blocks.push([])
      used = 0
    }
    blocks.at(-1)?.push(row)
    used += row.height
  }
  return blocks
}

function setRow(table: Table, style: TextStyle, cells: readonly (readonly Span[])[], widths: readonly number[], scale: number): SetRow {
  const set = cells.map((spans, at) => {
    const look = { ...style, size: style.size * scale, spacing: style.spacing * scale, align: table.columns[at]?.align ?? style.align }
    const width = (widths[at] ?? 1) - 2 * padding.x
    const plain = setPlain(spans, look, width)
    // A word wider than its column makes its cell smaller, not wider.
    return plain.lines.some((line) => line.width > width + 0.01) ? setShrunk(spans, look, { width, height: Number.POSITIVE_INFINITY }) : plain
  })
  return { cells: set, height: Math.max(style.size * scale * 1.2, ...set.map((cell) => cell.height)) + 2 * padding.y * Math.min(1, scale + 0.1) }
}

function columnWidths(table: Table, width: number): number[] {
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0)
  return table.columns.map(({ share }) => (width * share) / shares)
}

function draw(table: Table, styles: readonly TextStyle[], setting: Setting, blocks: readonly (readonly SetRow[])[], box: Box): DisplayItem[] {
  const width = (box.width - gutter * (setting.blocks - 1)) / setting.blocks
  const items: DisplayItem[] = []
  const line = (x: number, y: number, strokeWidth: number) => {
    if (table.rule !== null) items.push({ kind: 'path', element: table.id, path: linePath(x, y, x + width, y), fill: null, stroke: table.rule, strokeWidth })
  }
  for (const [index, rows] of blocks.entries()) {
    const x = box.x + index * (width + gutter)
    let { y } = box
    if (setting.head !== null) {
      items.push(...rowItems(table, styleOf(styles, table.headStyle), setting.head, { x, y, width, height: setting.head.height }))
      y += setting.head.height
      line(x, y, 0.9)
    }
    for (const row of rows) {
      items.push(...rowItems(table, styleOf(styles, table.bodyStyle), row, { x, y, width, height: row.height }))
      y += row.height
      line(x, y, 0.35)
    }
  }
  return items
}

function rowItems(table: Table, style: TextStyle, row: SetRow, box: Box): DisplayItem[] {
  const widths = columnWidths(table, box.width)
  let { x } = box
  return row.cells.flatMap((cell, at) => {
    const width = widths[at] ?? 0
    const look = { ...style, align: table.columns[at]?.align ?? style.align }
    const inside = { x: x + padding.x, y: box.y, width: width - 2 * padding.x, height: box.height }
    x += width
    return textItems(table.id, cell, look, inside, 'middle')
  })
}
