import type { ReactNode } from 'react'
import style from './cell-grid.module.css'
import { sideOffsets } from './cell-row.tsx'
import type { GridColumn, SideColumn } from './cells.ts'

/** The headings: they stay above; a press chooses the whole column. */
export function CellHeader(props: {
  readonly columns: readonly GridColumn[]
  readonly before: readonly SideColumn[]
  readonly after: readonly SideColumn[]
  readonly left: number
  readonly right: number
  readonly offset: number
  readonly tail: number
  readonly height: number
  readonly cursor: number
  readonly heading: (column: number) => ReactNode
}) {
  const { columns, before, after } = props
  const shown = columns.slice(props.left, props.right + 1)
  return (
    <div role="row" aria-rowindex={1} className={style['header']} style={{ height: props.height }}>
      <Sides columns={before} side="before" first={1} />
      {props.offset > 0 && <span role="presentation" className={style['space']} style={{ width: props.offset }} />}
      {shown.map((column, index) => {
        const at = props.left + index
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={before.length + at + 1}
            aria-label={column.title}
            title={column.title}
            className={style['heading']}
            style={{ width: column.width }}
            data-heading={at}
            data-quiet={column.isQuiet}
            data-start={column.isStart}
            data-active={props.cursor === at}
          >
            {props.heading(at)}
          </div>
        )
      })}
      {props.tail > 0 && <span role="presentation" className={style['space']} style={{ width: props.tail }} />}
      <Sides columns={after} side="after" first={before.length + columns.length + 1} />
    </div>
  )
}

function Sides(props: { readonly columns: readonly SideColumn[]; readonly side: 'before' | 'after'; readonly first: number }) {
  const offsets = sideOffsets(props.columns, props.side)
  return props.columns.map((column, at) => (
    <div
      key={column.key}
      role="columnheader"
      aria-colindex={props.first + at}
      className={style['sideHeading']}
      data-side={props.side}
      data-edge={props.side === 'before' ? at === props.columns.length - 1 : at === 0}
      data-align={column.align}
      style={{ width: column.width, [props.side === 'before' ? 'left' : 'right']: offsets[at] }}
    >
      {column.title}
    </div>
  ))
}
