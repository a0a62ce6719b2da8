import type { ReactNode } from 'react'

/** A column whose cells are written. Keep the list the same object while nothing of it changes. */
export interface GridColumn {
  readonly key: string
  /** In whole words: what a screen reader says, and what points to it shows. */
  readonly title: string
  /** Pixels. */
  readonly width: number
  /** Drawn paler: what is not asked yet. */
  readonly isQuiet?: boolean
  /** A stronger line at its left: a new day, another kind. */
  readonly isStart?: boolean
}

/** A column that is only looked at and stays in sight: before the cells (number, name) or after them (a sum). */
export interface SideColumn {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
  /** Names its row. */
  readonly isRowHeader?: boolean
  /** From the row's place and its cells alone: it is drawn again when they change. */
  readonly show: (row: number, values: readonly string[]) => ReactNode
}

/** How a cell is seen and heard. */
export interface CellLook {
  readonly text: string
  /** What a screen reader says of it. */
  readonly label: string
  /** One of the tones of the style sheet; never alone, always with a text. */
  readonly tone?: 'good' | 'warn' | 'info' | 'bad' | 'own' | 'none'
  /** A small corner: something is written behind it. */
  readonly hasNote?: boolean
  readonly title?: string
}

export interface Spot {
  readonly row: number
  readonly column: number
}

/** A block of cells, its edges included. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface CellEdit extends Spot {
  readonly value: string
}

/** What a key does on a cell: writes at once, or begins the typing of more. */
export type Pressed = { readonly kind: 'write'; readonly value: string } | { readonly kind: 'edit'; readonly text: string }

/** What a written text means in a cell, or why it means nothing there. */
export type Read = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'unreadable'; readonly why: string }

/** A pasted text that was left out. */
export interface LeftOut extends Spot {
  readonly written: string
  readonly why: string
}

/** How the cells of a subject are shown, typed, read and written. Functions that stay the same keep the grid quick. */
export interface CellWork {
  readonly look: (row: number, column: number, value: string) => CellLook
  readonly press: (row: number, column: number, key: string, value: string) => Pressed | undefined
  /** `value`: what stands there before it. */
  readonly read: (row: number, column: number, text: string, value: string) => Read
  /** What Ctrl+C copies and F2 opens; `read` understands it. */
  readonly text: (row: number, column: number, value: string) => string
  /** Rows that filling passes over. */
  readonly skips?: (row: number) => boolean
}

export function areaOf(one: Spot, other: Spot): Area {
  return { top: Math.min(one.row, other.row), bottom: Math.max(one.row, other.row), left: Math.min(one.column, other.column), right: Math.max(one.column, other.column) }
}

export function sizeOf(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1)
}

/** Every cell of it, row by row. */
export function spotsOf(area: Area): readonly Spot[] {
  const spots: Spot[] = []
  for (let row = area.top; row <= area.bottom; row += 1) for (let column = area.left; column <= area.right; column += 1) spots.push({ row, column })
  return spots
}
