import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useText } from '../../language.tsx'
import type { RowSource } from '../../rows.ts'
import { Failure } from '../failure.tsx'
import { useColumnWidths } from './column-widths.ts'
import { DataHeader } from './data-header.tsx'
import type { Sort } from './data-header.tsx'
import type { Column } from './data-row.tsx'
import { DataRow } from './data-row.tsx'
import style from './data-table.module.css'
import { useGridKeys } from './use-grid-keys.ts'
import { usePresses } from './use-presses.ts'
import { useSelection } from './use-selection.ts'

const ROW_PX = 32
const CHOOSE_PX = 36
const OVERSCAN = 6
/** How far down a row that is to be brought into sight is looked for: no list that is read at once is longer. */
const NEAR_ROWS = 5_000

/**
 * A list of any length. `id` names it for what is remembered of it (column widths). A click or Enter opens a row;
 * where there are `actions`, the box, the space bar, Shift and Ctrl+A choose rows, and the foot shows what can be
 * done with them. `empty` stands in its place when there is nothing. It fills the height it is given.
 */
export function DataTable<Row>(props: {
  readonly id: string
  readonly label: string
  readonly source: RowSource<Row>
  readonly columns: readonly Column<Row>[]
  readonly idOf: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
  /** Id of the row whose record is open beside the list. */
  readonly openId?: string | undefined
  readonly actions?: ((ids: readonly string[], clear: () => void) => ReactNode) | undefined
  readonly sort?: Sort | undefined
  readonly empty: ReactNode
}) {
  const { source, columns, idOf } = props
  const table = useId()
  const canChoose = props.actions !== undefined
  const scroller = useRef<HTMLDivElement>(null)
  const { widthOf, setWidth } = useColumnWidths(props.id)
  const selection = useSelection(source, idOf)
  const total = source.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_PX,
    useFlushSync: false,
  })
  const rows = virtual.getVirtualItems()
  const first = rows[0]?.index ?? 0
  const last = rows.at(-1)?.index ?? 0
  const { want } = source
  useEffect(() => want(first, last), [want, first, last, total])

  // Rows that leave the sight are used again for those that enter it: nothing is made anew
  // or moved in the document while scrolling (aria-rowindex tells the order).
  const pool = Math.max(1, Math.ceil((virtual.scrollRect?.height ?? 0) / ROW_PX) + 2 * OVERSCAN + 2)

  const [cursor, setCursor] = useState({ row: 0, column: 0 })
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
    setCursor((old) => ({ row: 0, column: old.column }))
  }, [source.key])
  const reach = useCallback((row: number) => virtual.scrollToIndex(row, { align: 'auto' }), [virtual])
  useOpenInSight(source, props.openId, idOf, reach)
  const onKeyDown = useGridKeys({ source, columns, cursor, setCursor, reach, selection: canChoose ? selection : undefined, onOpen: props.onOpen, idOf })

  const { onPress, onChoose } = usePresses({ source, selection: canChoose ? selection : undefined, setCursor, onOpen: props.onOpen })

  const template = [...(canChoose ? [`${CHOOSE_PX}px`] : []), ...columns.map((one, at) => (at === columns.length - 1 ? `minmax(${widthOf(one)}px, 1fr)` : `${widthOf(one)}px`))].join(' ')
  const least = columns.reduce((sum, one) => sum + widthOf(one), canChoose ? CHOOSE_PX : 0)
  const chosen = [...selection.ids]
  const allChosen = total > 0 && chosen.length >= total

  if (source.error !== undefined && source.total === undefined) return <Failure error={source.error} onRetry={source.reload} />
  return (
    <div className={style['table']}>
      {source.total === 0 ? (
        <div className={style['empty']}>{props.empty}</div>
      ) : (
        <div
          ref={scroller}
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={total + 1}
          aria-colcount={columns.length}
          aria-multiselectable={canChoose}
          aria-busy={source.total === undefined}
          aria-activedescendant={total === 0 ? undefined : `${table}-${cursor.row}-${cursor.column}`}
          className={style['scroller']}
          data-choose={canChoose}
          style={{ '--columns': template, '--least': `${least}px` }}
          onKeyDown={onKeyDown}
        >
          <DataHeader columns={columns} widthOf={widthOf} setWidth={setWidth} sort={props.sort} canChoose={canChoose} allChosen={allChosen} onChooseAll={allChosen ? selection.clear : selection.all} />
          <div role="rowgroup" className={style['body']} style={{ height: virtual.getTotalSize() }}>
            {rows.toSorted((one, other) => (one.index % pool) - (other.index % pool)).map(({ index, start }) => {
              const row = source.at(index)
              const id = row === undefined ? undefined : idOf(row)
              return (
                <DataRow
                  key={index % pool}
                  table={table}
                  row={row}
                  index={index}
                  top={start}
                  columns={columns}
                  cursor={cursor.row === index ? cursor.column : -1}
                  isOpen={id !== undefined && id === props.openId}
                  isChosen={id !== undefined && selection.ids.has(id)}
                  canChoose={canChoose}
                  onPress={onPress}
                  onChoose={onChoose}
                />
              )
            })}
          </div>
        </div>
      )}
      {total > 0 && <Foot total={total} chosen={chosen} actions={props.actions} onClear={selection.clear} />}
    </div>
  )
}

/** The row whose record opens is brought into sight, once, where it is among those already there: the panel narrows the list and may push it away. */
function useOpenInSight<Row>(source: RowSource<Row>, openId: string | undefined, idOf: (row: Row) => string, reach: (row: number) => void): void {
  const latest = useRef({ source, idOf, reach })
  latest.current = { source, idOf, reach }
  const isThere = source.total !== undefined
  useEffect(() => {
    if (openId === undefined || !isThere) return undefined
    const now = latest.current
    for (let index = 0; index < Math.min(now.source.total ?? 0, NEAR_ROWS); index += 1) {
      const row = now.source.at(index)
      if (row === undefined || now.idOf(row) !== openId) continue
      // After the panel has taken its room: a scroll bar below may have come.
      const turn = requestAnimationFrame(() => now.reach(index))
      return () => cancelAnimationFrame(turn)
    }
    return undefined
  }, [openId, isThere])
}

/** How many there are; once some are chosen, what can be done with them. */
function Foot(props: {
  readonly total: number
  readonly chosen: readonly string[]
  readonly actions: ((ids: readonly string[], clear: () => void) => ReactNode) | undefined
  readonly onClear: () => void
}) {
  const t = useText()
  const n = props.chosen.length
  return (
    <div className={style['foot']} data-chosen={n > 0}>
      <span className="tabular" aria-live="polite">
        {n > 0 ? t('frame.selected', { n }) : t('frame.rows', { n: props.total })}
      </span>
      {n > 0 && (
        <>
          {props.actions?.(props.chosen, props.onClear)}
          <Button variant="subtle" size="compact-sm" onClick={props.onClear}>
            {t('frame.clearSelection')}
          </Button>
        </>
      )}
    </div>
  )
}
