import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Area, CellEdit, CellWork, LeftOut, Spot } from './cells.ts'
import { areaOf, sizeOf, spotsOf } from './cells.ts'
import { movedSpot } from './moves.ts'
import { readTabText, tabText } from './tab-text.ts'

/** What the keys of the grid work on. */
export interface KeyedGrid {
  readonly rows: number
  readonly columns: number
  readonly values: readonly (readonly string[])[]
  readonly work: CellWork
  readonly cursor: Spot
  readonly anchor: Spot
  readonly page: () => number
  readonly move: (to: Spot, extends_: boolean) => void
  readonly edit: (text: string, isNew: boolean) => void
  readonly write: (edits: readonly CellEdit[], how: 'typed' | 'block') => void
  readonly leftOut: (cells: readonly LeftOut[], beyond: number) => void
  readonly copied: (cells: number) => void
  readonly onDetail?: ((spot: Spot) => void) | undefined
  readonly onPage?: ((direction: 1 | -1) => void) | undefined
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Excel's keys on cells that are written. */
export function cellKeys(grid: KeyedGrid): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey || grid.rows === 0 || grid.columns === 0) return
    if (movement(grid, event) || order(grid, event) || typing(grid, event)) event.preventDefault()
  }
}

function movement(grid: KeyedGrid, event: KeyboardEvent): boolean {
  const withCtrl = event.ctrlKey || event.metaKey
  if (grid.onPage !== undefined && (event.key === 'PageDown' || event.key === 'PageUp')) {
    grid.onPage(event.key === 'PageDown' ? 1 : -1)
    return true
  }
  if (event.key === 'Enter' && !withCtrl) {
    grid.move({ ...grid.cursor, row: Math.max(0, Math.min(grid.rows - 1, grid.cursor.row + (event.shiftKey ? -1 : 1))) }, false)
    return true
  }
  const to = movedSpot(event.key, withCtrl, grid.cursor, { rows: grid.rows, columns: grid.columns, page: grid.page(), isFilled: (spot) => valueAt(grid, spot) !== '' })
  if (to === undefined) return false
  grid.move(to, event.shiftKey)
  return true
}

function order(grid: KeyedGrid, event: KeyboardEvent): boolean {
  const area = areaOf(grid.anchor, grid.cursor)
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') (event.shiftKey ? grid.onRedo : grid.onUndo)()
    else if (key === 'y') grid.onRedo()
    else if (key === 'd') fill(grid, area, 'down')
    else if (key === 'r') fill(grid, area, 'right')
    else if (key === 'a') chooseAll(grid)
    else if (key === ' ') chooseColumn(grid)
    else return false
    return true
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const filled = spotsOf(area).filter((spot) => valueAt(grid, spot) !== '')
    if (filled.length > 0) grid.write(filled.map((spot) => ({ ...spot, value: '' })), filled.length > 1 ? 'block' : 'typed')
    return true
  }
  if (event.key === 'F2') {
    if (grid.onDetail === undefined) grid.edit(grid.work.text(grid.cursor.row, grid.cursor.column, valueAt(grid, grid.cursor)), false)
    else grid.onDetail(grid.cursor)
    return true
  }
  if (event.key !== 'Escape' || sizeOf(area) === 1) return false
  grid.move(grid.cursor, false)
  return true
}

function chooseAll(grid: KeyedGrid): void {
  grid.move({ row: 0, column: 0 }, false)
  grid.move({ row: grid.rows - 1, column: grid.columns - 1 }, true)
}

function chooseColumn(grid: KeyedGrid): void {
  const { column } = grid.cursor
  grid.move({ row: grid.rows - 1, column }, false)
  grid.move({ row: 0, column }, true)
}

/** A key writes the cell and goes down; with a block chosen it writes all of it and stays. */
function typing(grid: KeyedGrid, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.key.length !== 1) return false
  const { cursor, work } = grid
  const pressed = work.press(cursor.row, cursor.column, event.key, valueAt(grid, cursor))
  if (pressed === undefined) return false
  if (pressed.kind === 'edit') {
    grid.edit(pressed.text, true)
    return true
  }
  const area = areaOf(grid.anchor, cursor)
  if (sizeOf(area) === 1) {
    grid.write([{ ...cursor, value: pressed.value }], 'typed')
    grid.move({ ...cursor, row: Math.min(grid.rows - 1, cursor.row + 1) }, false)
    return true
  }
  const edits = spotsOf(area).flatMap((spot): CellEdit[] => {
    const one = work.skips?.(spot.row) === true ? undefined : work.press(spot.row, spot.column, event.key, valueAt(grid, spot))
    return one?.kind === 'write' ? [{ ...spot, value: one.value }] : []
  })
  if (edits.length > 0) grid.write(edits, 'block')
  return true
}

/** Ctrl+D and Ctrl+R: the first row or column of the block over the others; a single cell takes its neighbour's. */
function fill(grid: KeyedGrid, area: Area, towards: 'down' | 'right'): void {
  const isDown = towards === 'down'
  const isSingle = isDown ? area.top === area.bottom : area.left === area.right
  const from = isDown ? area.top - (isSingle ? 1 : 0) : area.left - (isSingle ? 1 : 0)
  if (from < 0) return
  const edits = spotsOf(area).flatMap((spot): CellEdit[] => {
    const source = isDown ? { row: from, column: spot.column } : { row: spot.row, column: from }
    if ((isDown ? spot.row : spot.column) === from || grid.work.skips?.(spot.row) === true) return []
    const read = grid.work.read(spot.row, spot.column, grid.work.text(source.row, source.column, valueAt(grid, source)), valueAt(grid, spot))
    return read.kind === 'value' ? [{ ...spot, value: read.value }] : []
  })
  if (edits.length > 0) grid.write(edits, 'block')
}

export function copyCells(grid: KeyedGrid, event: ClipboardEvent): void {
  if (event.target !== event.currentTarget) return
  const area = areaOf(grid.anchor, grid.cursor)
  const rows: string[][] = []
  for (let row = area.top; row <= area.bottom; row += 1) {
    rows.push(spotsOf({ ...area, top: row, bottom: row }).map((spot) => grid.work.text(spot.row, spot.column, valueAt(grid, spot))))
  }
  event.clipboardData.setData('text/plain', tabText(rows))
  event.preventDefault()
  grid.copied(sizeOf(area))
}

/** A block from Excel lands at the block's upper left; a single cell, or a block that fits several times, fills what is chosen. */
export function pasteCells(grid: KeyedGrid, event: ClipboardEvent): void {
  if (event.target !== event.currentTarget) return
  event.preventDefault()
  const rows = readTabText(event.clipboardData.getData('text/plain'))
  const width = Math.max(...rows.map((row) => row.length))
  const area = areaOf(grid.anchor, grid.cursor)
  const [high, wide] = [area.bottom - area.top + 1, area.right - area.left + 1]
  const repeats = high % rows.length === 0 && wide % width === 0
  const [downTo, rightTo] = repeats ? [high, wide] : [rows.length, width]
  const edits: CellEdit[] = []
  const out: LeftOut[] = []
  let beyond = 0
  for (let down = 0; down < downTo; down += 1) {
    for (let right = 0; right < rightTo; right += 1) {
      const written = rows[down % rows.length]?.[right % width]
      const spot = { row: area.top + down, column: area.left + right }
      if (written === undefined) continue
      if (spot.row >= grid.rows || spot.column >= grid.columns) {
        if (written.trim() !== '') beyond += 1
        continue
      }
      const read = grid.work.read(spot.row, spot.column, written, valueAt(grid, spot))
      if (read.kind === 'unreadable') out.push({ ...spot, written, why: read.why })
      else if (read.value !== valueAt(grid, spot)) edits.push({ ...spot, value: read.value })
    }
  }
  if (edits.length > 0) grid.write(edits, 'block')
  grid.leftOut(out, beyond)
  grid.move({ row: area.top, column: area.left }, false)
  grid.move({ row: Math.min(grid.rows - 1, area.top + downTo - 1), column: Math.min(grid.columns - 1, area.left + rightTo - 1) }, true)
}

function valueAt(grid: KeyedGrid, spot: Spot): string {
  return grid.values[spot.row]?.[spot.column] ?? ''
}
