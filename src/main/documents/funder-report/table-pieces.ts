import type { Language } from '../../../shared/messages/messages.ts'
import type { Page } from '../report-head.ts'
import type { Column } from '../report-model.ts'
import { isNumber } from '../report-model.ts'
import { inks } from '../report-pen.ts'
import type { SetRow, Table, TableSetting } from '../report-table.ts'
import { cell, setRow, settingOf, tableIn } from '../report-table.ts'
import { wrapped } from '../report-text.ts'
import type { TableBlock } from './model.ts'
import type { Piece } from './pieces.ts'
import type { Told } from './tagged.ts'

/** Rows of a table that is not parted. */
const shortTable = 8
const ground = '#f4f0e7'

/** How a table would stand: upright, or on a page on its side where it needs one. `room` of both, in points. */
export function settingOfTable(block: TableBlock, language: Language, room: { readonly portrait: number; readonly landscape: number }): TableSetting {
  const rows = block.rows.filter((_, at) => !block.headingRows.includes(at))
  return settingOf(block.columns, block.total === null ? rows : [...rows, block.total], language, room)
}

/** Its title, then row by row under a head that each page repeats. */
export function tablePieces(block: TableBlock, page: Page, language: Language): readonly Piece[] {
  const width = page.width - 2 * page.margin
  const table = tableIn(settingOfTable(block, language, { portrait: width, landscape: width }), block.columns)
  const heading = new Set(block.headingRows)
  const key = {}
  const head = rowPiece({ key, table, set: table.head, page, look: 'head', staysWithNext: true })
  const rows = block.rows.map((row, at) => {
    // A short table stands on one page; of a long one neither the first row nor the last stands alone.
    const staysWithNext = block.rows.length <= shortTable || at === 0 || at === block.rows.length - 2 || (at === block.rows.length - 1 && block.total !== null)
    if (heading.has(at)) return spanning({ key, text: String(row[0] ?? ''), page, head })
    return { ...rowPiece({ key, table, set: setRow(row, block.columns, table.setting, language), page, look: 'row', staysWithNext: staysWithNext && (at < block.rows.length - 1 || block.total !== null) }), head }
  })
  const total = block.total === null ? [] : [{ ...rowPiece({ key, table, set: setRow(block.total, block.columns, table.setting, language), page, look: 'total', staysWithNext: false }), head }]
  return [...(block.title === null ? [] : [captionPiece(block.title, page)]), head, ...rows, ...total, { height: 14, isAir: true, staysWithNext: false, draw: () => {} }]
}

function captionPiece(title: string, page: Page): Piece {
  const lines = wrapped(title, 'sansSemiBold', 10, page.width - 2 * page.margin)
  return {
    height: 6 + lines.length * 13 + 4,
    staysWithNext: true,
    draw: (told, y) => told.say('H2', () => lines.forEach((text, at) => told.pen.write({ text, x: page.margin, baseline: y + 15 + at * 13, size: 10, face: 'sansSemiBold' }))),
  }
}

interface RowToDraw {
  readonly key: object
  readonly table: Table
  readonly set: SetRow
  readonly page: Page
  readonly look: 'head' | 'row' | 'total'
  readonly staysWithNext: boolean
}

function rowPiece({ key, table, set, page, look, staysWithNext }: RowToDraw): Piece {
  const right = page.width - page.margin
  return {
    height: set.height,
    staysWithNext,
    draw: (told, y) => {
      told.ornament(() => {
        if (look === 'head') told.doc.rect(page.margin, y, right - page.margin, set.height).fill(ground)
        if (look !== 'row') told.pen.rule(page.margin, right, y, 0.8, inks.ink)
        told.pen.rule(page.margin, right, y + set.height, look === 'row' ? 0.35 : 0.8, look === 'row' ? inks.hairline : inks.ink)
      })
      told.row(key, cellsOf(told, table, set, { left: page.margin, top: y, look }))
    },
  }
}

function cellsOf({ pen }: Told, { columns, setting }: Table, set: SetRow, at: { readonly left: number; readonly top: number; readonly look: RowToDraw['look'] }): { readonly isHead: boolean; readonly draw: () => void }[] {
  const pad = (cell.padX * setting.size) / cell.largest
  const face = at.look === 'row' ? 'sans' : 'sansSemiBold'
  let x = at.left
  return columns.map((column: Column, place) => {
    const from = x
    const width = setting.widths[place] ?? 0
    x += width
    const isRight = isNumber(column.kind)
    return {
      isHead: at.look === 'head',
      draw: () =>
        set.cells[place]?.forEach((text, line) =>
          pen.write({ text, x: isRight ? from + width - pad : from + pad, baseline: at.top + cell.padY + setting.size + line * setting.size * cell.leading, size: setting.size, face, align: isRight ? 'right' : 'left' }),
        ),
    }
  })
}

/** A row that heads those under it, over the whole width. */
function spanning({ key, text, page, head }: { readonly key: object; readonly text: string; readonly page: Page; readonly head: Piece }): Piece {
  const lines = wrapped(text, 'sansSemiBold', 9, page.width - 2 * page.margin - 8)
  const height = lines.length * 12 + 8
  return {
    height,
    staysWithNext: true,
    head,
    draw: (told, y) => {
      told.ornament(() => told.pen.rule(page.margin, page.width - page.margin, y + height, 0.6, inks.hairline))
      told.row(key, [{ isHead: true, draw: () => lines.forEach((line, at) => told.pen.write({ text: line, x: page.margin + 4, baseline: y + 13 + at * 12, size: 9, face: 'sansSemiBold', color: inks.seal })) }])
    },
  }
}
