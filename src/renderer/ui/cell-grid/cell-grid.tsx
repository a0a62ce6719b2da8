import { useCallback, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { ClipboardEvent, MouseEvent, PointerEvent, ReactNode, Ref } from 'react'
import { CellEditor } from './cell-editor.tsx'
import type { Leaving } from './cell-editor.tsx'
import style from './cell-grid.module.css'
import { CellHeader } from './cell-header.tsx'
import { CellRow } from './cell-row.tsx'
import type { Area, CellEdit, CellWork, GridColumn, LeftOut, SideColumn, Spot } from './cells.ts'
import { areaOf } from './cells.ts'
import { cellKeys, copyCells, pasteCells } from './cell-keys.ts'
import type { KeyedGrid } from './cell-keys.ts'
import { ROW_PX, useWindow } from './use-window.ts'

/** The way for a screen to move in the grid. */
export interface CellGridHandle {
  readonly goTo: (spot: Partial<Spot>) => void
  readonly focus: () => void
}

export interface CellGridProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly before: readonly SideColumn[]
  readonly after?: readonly SideColumn[]
  /** `values[row][column]`; a row that did not change is the same object. */
  readonly values: readonly (readonly string[])[]
  readonly work: CellWork
  readonly heading: (column: number) => ReactNode
  /** Pixels of the headings. */
  readonly headHeight?: number
  readonly onWrite: (edits: readonly CellEdit[], how: 'typed' | 'block') => void
  /** Cells of a pasted block that were left out, and how many fell beyond the grid. */
  readonly onLeftOut?: (cells: readonly LeftOut[], beyond: number) => void
  readonly onCopied?: (cells: number) => void
  /** F2 and a double press; without it F2 types in the cell. */
  readonly onDetail?: ((spot: Spot) => void) | undefined
  /** PageDown and PageUp, where a page is more than what is in sight. */
  readonly onPage?: ((direction: 1 | -1) => void) | undefined
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onCursor?: (cursor: Spot, area: Area) => void
  readonly ref?: Ref<CellGridHandle>
  readonly foot?: ReactNode
  /** What is said aloud after something was written. */
  readonly said?: string
  /** Names the rows for what is remembered between two lists of them; the cursor stays with its row. */
  readonly rowKeys: readonly string[]
}

const NO_COLUMNS: readonly SideColumn[] = []

/**
 * Rows × columns of cells that are written with the keyboard, however many: only those in sight are drawn. It knows no
 * subject: `work` says how a cell looks and what a key means. The grid is one stop of the Tab key, and the cell under
 * the cursor is told by `aria-activedescendant`.
 */
export function CellGrid(props: CellGridProps) {
  const { columns, before, values, work } = props
  const after = props.after ?? NO_COLUMNS
  const grid = useId()
  const [before_, after_] = [widthOf(before), widthOf(after)]
  const headHeight = props.headHeight ?? ROW_PX
  const windowed = useWindow({ rows: values.length, columns, head: headHeight, before: before_, after: after_ })
  const { scroller, seen, starts } = windowed
  const { cursor, anchor, move, typed, setTyped } = useCursor(props, windowed.reach, scroller)
  const area = areaOf(anchor, cursor)

  const keyed: KeyedGrid = {
    rows: values.length,
    columns: columns.length,
    values,
    work,
    cursor,
    anchor,
    page: windowed.page,
    move,
    edit: (text, isNew) => setTyped({ spot: cursor, text, isNew }),
    write: props.onWrite,
    leftOut: (cells, beyond) => props.onLeftOut?.(cells, beyond),
    copied: (cells) => props.onCopied?.(cells),
    onDetail: props.onDetail,
    onPage: props.onPage,
    onUndo: props.onUndo,
    onRedo: props.onRedo,
  }
  const presses = usePresses(move, keyed)
  const keep = (value: string, leaving: Leaving): void => {
    const spot = typed?.spot ?? cursor
    setTyped(undefined)
    scroller.current?.focus({ preventScroll: true })
    if (value !== (values[spot.row]?.[spot.column] ?? '')) props.onWrite([{ ...spot, value }], 'typed')
    if (leaving !== 'stay') move(kept(left(spot, leaving), values.length, columns.length), false)
  }
  const editor = typed !== undefined && (
    <CellEditor
      key={`${typed.spot.row}-${typed.spot.column}`}
      label={columns[typed.spot.column]?.title ?? ''}
      text={typed.text}
      isNew={typed.isNew}
      isLow={typed.spot.row > (seen.top + seen.bottom) / 2}
      read={(text) => work.read(typed.spot.row, typed.spot.column, text, values[typed.spot.row]?.[typed.spot.column] ?? '')}
      onKeep={keep}
      onLeave={() => (setTyped(undefined), scroller.current?.focus({ preventScroll: true }))}
    />
  )
  const rows: number[] = []
  for (let row = seen.top; row <= Math.min(seen.bottom, values.length - 1); row += 1) rows.push(row)
  const offset = starts[seen.left] ?? 0
  const tail = (starts.at(-1) ?? 0) - (starts[seen.right + 1] ?? starts.at(-1) ?? 0)
  const isSeen = cursor.row >= seen.top && cursor.row <= seen.bottom && cursor.column >= seen.left && cursor.column <= seen.right
  return (
    <div className={style['grid']}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={values.length + 1}
        aria-colcount={before.length + columns.length + after.length}
        aria-multiselectable
        aria-activedescendant={isSeen && values.length > 0 ? `${grid}-${cursor.row}-${cursor.column}` : undefined}
        className={style['scroller']}
        style={{ '--least': `${before_ + (starts.at(-1) ?? 0) + after_}px` }}
        onScroll={windowed.onScroll}
        onKeyDown={cellKeys(keyed)}
        onCopy={(event: ClipboardEvent) => copyCells(keyed, event)}
        onPaste={(event: ClipboardEvent) => pasteCells(keyed, event)}
        {...presses}
      >
        <CellHeader columns={columns} before={before} after={after} left={seen.left} right={seen.right} offset={offset} tail={tail} height={headHeight} cursor={cursor.column} heading={props.heading} />
        <div role="rowgroup" className={style['body']} style={{ height: values.length * ROW_PX }}>
          {rows.map((row) => {
            const isChosen = row >= area.top && row <= area.bottom
            return (
              <CellRow
                key={props.rowKeys[row] ?? row}
                grid={grid}
                row={row}
                top={row * ROW_PX}
                values={values[row] ?? []}
                columns={columns}
                before={before}
                after={after}
                left={seen.left}
                right={seen.right}
                offset={offset}
                tail={tail}
                look={work.look}
                cursor={cursor.row === row ? cursor.column : -1}
                from={isChosen ? area.left : -1}
                to={isChosen ? area.right : -1}
                isQuiet={work.skips?.(row) === true}
                editing={typed?.spot.row === row ? typed.spot.column : -1}
                editor={typed?.spot.row === row ? editor : null}
              />
            )
          })}
        </div>
      </div>
      <div className="unseen" aria-live="polite">
        {props.said}
      </div>
      {props.foot !== undefined && <div className={style['foot']}>{props.foot}</div>}
    </div>
  )
}

interface Typed {
  readonly spot: Spot
  readonly text: string
  readonly isNew: boolean
}

/** The cell under the cursor, where the chosen block began, and what is being typed. When the rows change the cursor stays with its row. */
function useCursor(props: CellGridProps, reach: (spot: Spot) => void, scroller: { readonly current: HTMLDivElement | null }) {
  const [{ cursor, anchor }, setSpots] = useState<{ cursor: Spot; anchor: Spot }>({ cursor: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } })
  const [typed, setTyped] = useState<Typed>()
  const latest = useRef({ cursor, anchor, props })
  latest.current = { cursor, anchor, props }
  const move = useCallback(
    (to: Spot, extends_: boolean) => {
      const { anchor: from, props: now } = latest.current
      const next = { cursor: to, anchor: extends_ ? from : to }
      latest.current = { ...latest.current, ...next }
      setSpots(next)
      reach(to)
      now.onCursor?.(to, areaOf(next.anchor, to))
    },
    [reach],
  )
  useImperativeHandle(
    props.ref,
    () => ({
      goTo: (spot) => move(kept({ ...latest.current.cursor, ...spot }, latest.current.props.values.length, latest.current.props.columns.length), false),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    [move, scroller],
  )
  const { rowKeys } = props
  const known = useRef(rowKeys)
  useLayoutEffect(() => {
    const before = known.current
    known.current = rowKeys
    if (before === rowKeys || (before.length === rowKeys.length && before.every((key, at) => key === rowKeys[at]))) return
    const { cursor: at } = latest.current
    const again = rowKeys.indexOf(before[at.row] ?? '')
    if (again !== at.row) move({ row: Math.max(0, again), column: at.column }, false)
    setTyped(undefined)
  }, [rowKeys, move])
  const many = props.columns.length
  useEffect(() => {
    const { cursor: at } = latest.current
    if (at.column >= many && many > 0) move({ row: at.row, column: many - 1 }, false)
  }, [many, move])
  return { cursor, anchor, move, typed, setTyped }
}

/** A press moves the cursor, with Shift or dragging it chooses a block, on a heading the column; a double press opens the cell. */
function usePresses(move: (to: Spot, extends_: boolean) => void, keyed: KeyedGrid) {
  const last = keyed.rows - 1
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || event.target instanceof HTMLInputElement) return
      const heading = columnOf(event.target, 'heading')
      if (heading !== undefined && last >= 0) {
        move({ row: last, column: heading }, false)
        move({ row: 0, column: heading }, true)
        return
      }
      const spot = spotOf(event.target)
      if (spot !== undefined) move(spot, event.shiftKey)
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.buttons !== 1 || event.target instanceof HTMLInputElement) return
      const spot = spotOf(event.target)
      if (spot !== undefined) move(spot, true)
    },
    onDoubleClick: (event: MouseEvent) => {
      const spot = spotOf(event.target)
      if (spot === undefined || event.target instanceof HTMLInputElement) return
      if (keyed.onDetail !== undefined) keyed.onDetail(spot)
      else keyed.edit(keyed.work.text(spot.row, spot.column, keyed.values[spot.row]?.[spot.column] ?? ''), false)
    },
  } satisfies { readonly [event: string]: (event: never) => void }
}

function columnOf(target: EventTarget, kind: 'column' | 'heading'): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>(`[data-${kind}]`) : null
  return cell === null ? undefined : Number(cell.dataset[kind])
}

function spotOf(target: EventTarget): Spot | undefined {
  const column = columnOf(target, 'column')
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined
  return column === undefined || row === undefined ? undefined : { row: Number(row), column }
}

function left(from: Spot, leaving: Leaving): Spot {
  const [down, right] = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] }[leaving] as [number, number]
  return { row: from.row + down, column: from.column + right }
}

function kept(spot: Spot, rows: number, columns: number): Spot {
  return { row: Math.max(0, Math.min(rows - 1, spot.row)), column: Math.max(0, Math.min(columns - 1, spot.column)) }
}

function widthOf(columns: readonly SideColumn[]): number {
  return columns.reduce((sum, one) => sum + one.width, 0)
}
