import { memo } from 'react'
import type { MouseEvent, PointerEvent, ReactNode } from 'react'
import { IconCheck } from '../icons.ts'
import style from './data-table.module.css'

/** One column. `show` draws the cell, `text` is what Ctrl+C copies where what is drawn is no plain text. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Pixels, until the person changes it; the last column takes what is left. */
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  readonly show: (row: Row) => ReactNode
  readonly text?: (row: Row) => string
  /** The heading can be clicked; see `sort` of the table. */
  readonly canSort?: boolean
}

export interface DataRowProps<Row> {
  readonly table: string
  readonly row: Row | undefined
  readonly index: number
  readonly top: number
  readonly columns: readonly Column<Row>[]
  /** Index of the column under the cursor, or -1. */
  readonly cursor: number
  readonly isOpen: boolean
  readonly isChosen: boolean
  readonly canChoose: boolean
  readonly onPress: (index: number, column: number, event: MouseEvent) => void
  readonly onChoose: (index: number, event: MouseEvent) => void
}

function DrawnRow<Row>(props: DataRowProps<Row>) {
  const { row, index, columns, table } = props
  return (
    // What moves while scrolling is a bare box: the browser then styles nothing inside it again.
    <div role="presentation" className={style['slot']} style={{ transform: `translateY(${props.top}px)` }}>
      <div
        role="row"
        aria-rowindex={index + 2}
        {...(props.canChoose ? { 'aria-selected': props.isChosen } : {})}
        className={style['row']}
        data-open={props.isOpen}
        data-chosen={props.isChosen}
        data-active={props.cursor >= 0}
      >
        {props.canChoose && (
          // The keyboard chooses by the space bar on the grid itself.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div role="gridcell" className={style['choose']} onClick={(event) => props.onChoose(index, event)}>
            <span className={style['box']}>{props.isChosen && <IconCheck size={12} stroke={3} aria-hidden />}</span>
          </div>
        )}
        {columns.map((column, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={column.key}
            id={`${table}-${index}-${at}`}
            role="gridcell"
            className={style['cell']}
            data-align={column.align}
            data-first={at === 0}
            data-cursor={props.cursor === at}
            onPointerEnter={sayWhenCut}
            onClick={(event) => props.onPress(index, at, event)}
          >
            {row === undefined ? <i className={style['waiting']} /> : column.show(row)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** A cell too narrow for its words says them whole when pointed at. */
function sayWhenCut(event: PointerEvent<HTMLElement>): void {
  const cell = event.currentTarget
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : ''
}

/** Drawn again only when something of its own changed: what keeps 100,000 rows smooth. */
export const DataRow = memo(DrawnRow) as typeof DrawnRow
