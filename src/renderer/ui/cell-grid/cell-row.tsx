import { memo } from 'react'
import type { ReactNode } from 'react'
import style from './cell-grid.module.css'
import type { CellWork, GridColumn, SideColumn } from './cells.ts'

export interface CellRowProps {
  readonly grid: string
  readonly row: number
  readonly top: number
  readonly values: readonly string[]
  readonly columns: readonly GridColumn[]
  readonly before: readonly SideColumn[]
  readonly after: readonly SideColumn[]
  /** Columns that are drawn, and the pixels before them. */
  readonly left: number
  readonly right: number
  readonly offset: number
  /** Pixels of the columns behind them. */
  readonly tail: number
  readonly look: CellWork['look']
  /** Column under the cursor, or -1; columns of the chosen block, or -1. */
  readonly cursor: number
  readonly from: number
  readonly to: number
  readonly isQuiet: boolean
  /** Column that is being typed in, or -1, and its field. */
  readonly editing: number
  readonly editor: ReactNode
}

/** One row: drawn again only when its own cells, the cursor or the columns in sight changed. */
export const CellRow = memo(function CellRow(props: CellRowProps) {
  const { row, columns, left, right } = props
  const cells: ReactNode[] = []
  for (let at = left; at <= right; at += 1) cells.push(<Cell key={at} at={at} {...props} />)
  return (
    <div role="row" aria-rowindex={row + 2} className={style['row']} style={{ transform: `translateY(${props.top}px)` }} data-quiet={props.isQuiet} data-active={props.cursor >= 0} data-row={row}>
      <Sides columns={props.before} side="before" first={1} row={row} values={props.values} />
      {props.offset > 0 && <span role="presentation" className={style['space']} style={{ width: props.offset }} />}
      {cells}
      {props.tail > 0 && <span role="presentation" className={style['space']} style={{ width: props.tail }} />}
      <Sides columns={props.after} side="after" first={props.before.length + columns.length + 1} row={row} values={props.values} />
    </div>
  )
})

function Cell(props: CellRowProps & { readonly at: number }) {
  const { at, row } = props
  const column = props.columns[at]
  if (column === undefined) return null
  const value = props.values[at] ?? ''
  const look = props.look(row, at, value)
  const isChosen = at >= props.from && at <= props.to
  return (
    <div
      id={`${props.grid}-${row}-${at}`}
      role="gridcell"
      aria-colindex={props.before.length + at + 1}
      aria-selected={isChosen}
      aria-label={look.label}
      title={look.title}
      className={style['cell']}
      style={{ width: column.width }}
      data-column={at}
      data-tone={look.tone}
      data-quiet={column.isQuiet}
      data-start={column.isStart}
      data-note={look.hasNote}
      data-cursor={props.cursor === at}
      data-chosen={isChosen && props.cursor !== at}
    >
      {props.editing === at ? props.editor : look.text}
    </div>
  )
}

function Sides(props: { readonly columns: readonly SideColumn[]; readonly side: 'before' | 'after'; readonly first: number; readonly row: number; readonly values: readonly string[] }) {
  const offsets = sideOffsets(props.columns, props.side)
  return props.columns.map((column, at) => (
    <div
      key={column.key}
      role={column.isRowHeader === true ? 'rowheader' : 'gridcell'}
      aria-colindex={props.first + at}
      className={style['side']}
      data-side={props.side}
      data-edge={props.side === 'before' ? at === props.columns.length - 1 : at === 0}
      data-align={column.align}
      style={{ width: column.width, [props.side === 'before' ? 'left' : 'right']: offsets[at] }}
    >
      {column.show(props.row, props.values)}
    </div>
  ))
}

/** Where each of the columns that stay in sight stands, in pixels from its side. */
export function sideOffsets(columns: readonly SideColumn[], side: 'before' | 'after'): readonly number[] {
  const rest = (at: number): readonly SideColumn[] => (side === 'before' ? columns.slice(0, at) : columns.slice(at + 1))
  return columns.map((_, at) => rest(at).reduce((sum, one) => sum + one.width, 0))
}
