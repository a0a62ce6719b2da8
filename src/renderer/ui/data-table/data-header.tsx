import type { PointerEvent as PressEvent } from 'react'
import { useText } from '../../language.tsx'
import { IconArrowDown, IconArrowUp, IconCheck } from '../icons.ts'
import type { Column } from './data-row.tsx'
import style from './data-table.module.css'

export interface Sort {
  readonly by: string
  readonly descending: boolean
  readonly onSort: (by: string) => void
}

/** The headings: they stay at the top, sort when they can, and are dragged wider at their edge. */
export function DataHeader<Row>(props: {
  readonly columns: readonly Column<Row>[]
  readonly widthOf: (column: Column<Row>) => number
  readonly setWidth: (key: string, width: number) => void
  readonly sort?: Sort | undefined
  readonly canChoose: boolean
  readonly allChosen: boolean
  readonly onChooseAll: () => void
}) {
  const t = useText()
  const { sort } = props
  return (
    <div role="row" aria-rowindex={1} className={style['header']}>
      {props.canChoose && (
        <div role="columnheader" className={style['choose']}>
          <button type="button" tabIndex={-1} className={style['box']} aria-pressed={props.allChosen} aria-label={t('frame.selectAll')} onClick={props.onChooseAll}>
            {props.allChosen && <IconCheck size={12} stroke={3} aria-hidden />}
          </button>
        </div>
      )}
      {props.columns.map((column, at) => {
        const isSorted = sort?.by === column.key
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={style['heading']}
            data-align={column.align}
            data-first={at === 0}
          >
            {column.canSort === true && sort !== undefined ? (
              <button type="button" tabIndex={-1} className={style['sort']} onClick={() => sort.onSort(column.key)}>
                {column.title}
                {isSorted && (sort.descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
              </button>
            ) : (
              <span className={style['title']}>{column.title}</span>
            )}
            <span
              className={style['grip']}
              role="presentation"
              title={t('frame.resizeColumn', { column: column.title })}
              onPointerDown={(event) => drag(event, props.widthOf(column), (width) => props.setWidth(column.key, width))}
            />
          </div>
        )
      })}
    </div>
  )
}

function drag(event: PressEvent<HTMLElement>, width: number, onWidth: (width: number) => void): void {
  event.preventDefault()
  const grip = event.currentTarget
  const start = event.clientX
  const move = (moved: PointerEvent): void => onWidth(width + moved.clientX - start)
  grip.setPointerCapture(event.pointerId)
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', () => grip.removeEventListener('pointermove', move), { once: true })
}
