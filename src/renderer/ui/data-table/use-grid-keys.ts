import type { KeyboardEvent } from 'react'
import { useApi } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { RowSource } from '../../rows.ts'
import type { Column } from './data-row.tsx'
import type { Selection } from './use-selection.ts'

const PAGE_ROWS = 15

interface Cursor {
  readonly row: number
  readonly column: number
}

/** Excel's keys on a grid that is only looked at: arrows, Home, End, pages, Enter, space, Shift, Ctrl+A, Ctrl+C. */
export function useGridKeys<Row>(grid: {
  readonly source: RowSource<Row>
  readonly columns: readonly Column<Row>[]
  readonly cursor: Cursor
  readonly setCursor: (cursor: Cursor) => void
  readonly reach: (row: number) => void
  readonly selection: Selection | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  readonly idOf: (row: Row) => string
}): (event: KeyboardEvent) => void {
  const api = useApi()
  const t = useText()
  const { source, selection, cursor } = grid

  const copy = async (): Promise<void> => {
    const rows = await rowsToCopy(grid)
    const lines = rows.map((row) => grid.columns.map((column) => plain(column.text?.(row) ?? column.show(row))).join('\t'))
    await navigator.clipboard.writeText(lines.join('\n'))
    api.activity.say({ tone: 'done', text: t('frame.copied', { n: rows.length }) })
  }

  return (event) => {
    if (event.target !== event.currentTarget) return
    const moved = movedCursor(event, cursor, (source.total ?? 0) - 1, grid.columns.length - 1)
    const command = event.ctrlKey || event.metaKey
    if (moved !== undefined) {
      event.preventDefault()
      grid.setCursor(moved)
      grid.reach(moved.row)
      if (event.shiftKey && moved.row !== cursor.row) {
        if (selection?.ids.size === 0) selection.toggle(cursor.row)
        selection?.extend(moved.row)
      }
    } else if (event.key === 'Enter') {
      const row = source.at(cursor.row)
      if (row !== undefined) grid.onOpen?.(row)
    } else if (event.key === ' ') {
      event.preventDefault()
      selection?.toggle(cursor.row)
    } else if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      selection?.all()
    } else if (command && event.key.toLowerCase() === 'c' && String(window.getSelection()) === '') {
      event.preventDefault()
      void copy().catch(() => undefined)
    } else if (event.key === 'Escape' && selection !== undefined && selection.ids.size > 0) {
      event.preventDefault()
      selection.clear()
    }
  }
}

/** The chosen rows that this list holds, in its order; the row under the cursor when none is chosen. */
async function rowsToCopy<Row>(grid: { readonly source: RowSource<Row>; readonly cursor: Cursor; readonly selection: Selection | undefined; readonly idOf: (row: Row) => string }): Promise<readonly Row[]> {
  const chosen = grid.selection?.ids
  if (chosen === undefined || chosen.size === 0) {
    const row = grid.source.at(grid.cursor.row)
    return row === undefined ? [] : [row]
  }
  const rows = await grid.source.range(0, grid.source.total ?? 0)
  return rows.filter((row) => chosen.has(grid.idOf(row)))
}

function plain(shown: unknown): string {
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown).replace(/[\t\n]/g, ' ') : ''
}

function movedCursor(event: KeyboardEvent, at: Cursor, lastRow: number, lastColumn: number): Cursor | undefined {
  const end = event.ctrlKey || event.metaKey
  const row = (wanted: number): Cursor => ({ row: Math.max(0, Math.min(lastRow, wanted)), column: at.column })
  const column = (wanted: number): Cursor => ({ row: at.row, column: Math.max(0, Math.min(lastColumn, wanted)) })
  switch (event.key) {
    case 'ArrowDown':
      return row(end ? lastRow : at.row + 1)
    case 'ArrowUp':
      return row(end ? 0 : at.row - 1)
    case 'PageDown':
      return row(at.row + PAGE_ROWS)
    case 'PageUp':
      return row(at.row - PAGE_ROWS)
    case 'ArrowRight':
      return column(end ? lastColumn : at.column + 1)
    case 'ArrowLeft':
      return column(end ? 0 : at.column - 1)
    case 'Home':
      return end ? { row: 0, column: 0 } : column(0)
    case 'End':
      return end ? { row: Math.max(0, lastRow), column: lastColumn } : column(lastColumn)
    default:
      return undefined
  }
}
