import type { Spot } from './cells.ts'

export interface Bounds {
  readonly rows: number
  readonly columns: number
  /** Rows of one page. */
  readonly page: number
  readonly isFilled: (spot: Spot) => boolean
}

/** Where a key leads, as in Excel; undefined for a key that moves nothing. */
export function movedSpot(key: string, withCtrl: boolean, at: Spot, bounds: Bounds): Spot | undefined {
  const lastRow = Math.max(0, bounds.rows - 1)
  const lastColumn = Math.max(0, bounds.columns - 1)
  const kept = (row: number, column: number): Spot => ({ row: Math.max(0, Math.min(lastRow, row)), column: Math.max(0, Math.min(lastColumn, column)) })
  const step = (down: number, right: number): Spot => (withCtrl ? edgeFrom(at, down, right, bounds) : kept(at.row + down, at.column + right))
  switch (key) {
    case 'ArrowDown': return step(1, 0)
    case 'ArrowUp': return step(-1, 0)
    case 'ArrowRight': return step(0, 1)
    case 'ArrowLeft': return step(0, -1)
    case 'PageDown': return kept(at.row + bounds.page, at.column)
    case 'PageUp': return kept(at.row - bounds.page, at.column)
    case 'Home': return withCtrl ? { row: 0, column: 0 } : kept(at.row, 0)
    case 'End': return withCtrl ? kept(lastRow, lastColumn) : kept(at.row, lastColumn)
    default: return undefined
  }
}

/** The end of the run of filled cells; from an empty cell, or from such an end, the next filled one; else the border. */
function edgeFrom(from: Spot, down: number, right: number, { rows, columns, isFilled }: Bounds): Spot {
  const next = (spot: Spot): Spot => ({ row: spot.row + down, column: spot.column + right })
  const isInside = (spot: Spot): boolean => spot.row >= 0 && spot.row < rows && spot.column >= 0 && spot.column < columns
  let at = from
  let ahead = next(at)
  if (!isInside(ahead)) return at
  const runs = isFilled(at) && isFilled(ahead)
  while (isInside(ahead)) {
    if (runs && !isFilled(ahead)) return at
    at = ahead
    if (!runs && isFilled(at)) return at
    ahead = next(at)
  }
  return at
}
