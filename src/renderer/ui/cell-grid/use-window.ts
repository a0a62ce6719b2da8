import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { GridColumn, Spot } from './cells.ts'

export const ROW_PX = 32
const MORE_ROWS = 6
const MORE_COLUMNS = 2

/** Which rows and columns are drawn, and where the columns begin. */
export interface Seen {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Frame {
  readonly rows: number
  readonly columns: readonly GridColumn[]
  /** Pixels taken by what stays: the heading above, the columns at either side. */
  readonly head: number
  readonly before: number
  readonly after: number
}

export interface Windowed {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly seen: Seen
  /** `starts[i]`: pixels before column i, with one more for the end. */
  readonly starts: readonly number[]
  readonly onScroll: () => void
  /** Brings a cell into sight, at once. */
  readonly reach: (spot: Spot) => void
  /** Rows that fit between the heading and the foot. */
  readonly page: () => number
}

/** Draws only what is in sight, both ways; redraws only when another row or column comes into it. */
export function useWindow(frame: Frame): Windowed {
  const scroller = useRef<HTMLDivElement>(null)
  const { columns } = frame
  const starts = useStarts(columns)
  const latest = useRef({ ...frame, starts })
  latest.current = { ...frame, starts }
  const at = useRef<Spot>(undefined)
  const [seen, setSeen] = useState<Seen>({ top: 0, bottom: 0, left: 0, right: 0 })
  const look = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    const next = seenIn(box, latest.current)
    setSeen((old) => (same(old, next) ? old : next))
  }, [])

  useLayoutEffect(look, [look, frame.rows, starts, frame.before, frame.after, frame.head])
  const reach = useCallback(
    ({ row, column }: Spot) => {
      const box = scroller.current
      at.current = { row, column }
      if (box === null) return
      const { head, before, after, starts: edges } = latest.current
      const left = edges[column] ?? 0
      const right = edges[column + 1] ?? left
      const height = box.clientHeight - head
      const width = box.clientWidth - before - after
      if (row * ROW_PX < box.scrollTop) box.scrollTop = row * ROW_PX
      else if ((row + 1) * ROW_PX > box.scrollTop + height) box.scrollTop = (row + 1) * ROW_PX - height
      if (left < box.scrollLeft) box.scrollLeft = left
      else if (right > box.scrollLeft + width) box.scrollLeft = right - width
      look()
    },
    [look],
  )
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return undefined
    const observer = new ResizeObserver(() => {
      // What opens above or beside the grid must not cover the cell that is typed in.
      if (at.current !== undefined && box.contains(document.activeElement)) reach(at.current)
      else look()
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [look, reach])

  const page = useCallback(() => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - latest.current.head) / ROW_PX) - 1), [])
  return { scroller, seen, starts, onScroll: look, reach, page }
}

function useStarts(columns: readonly GridColumn[]): readonly number[] {
  const kept = useRef<{ columns: readonly GridColumn[]; starts: readonly number[] }>(undefined)
  if (kept.current?.columns !== columns) {
    const starts = [0]
    for (const column of columns) starts.push((starts.at(-1) ?? 0) + column.width)
    kept.current = { columns, starts }
  }
  return kept.current.starts
}

function seenIn(box: HTMLElement, { rows, columns, head, before, after, starts }: Frame & { readonly starts: readonly number[] }): Seen {
  const top = Math.floor(box.scrollTop / ROW_PX) - MORE_ROWS
  const bottom = Math.ceil((box.scrollTop + box.clientHeight - head) / ROW_PX) + MORE_ROWS
  const from = box.scrollLeft
  const to = from + Math.max(0, box.clientWidth - before - after)
  let left = 0
  while (left < columns.length - 1 && (starts[left + 1] ?? 0) <= from) left += 1
  let right = left
  while (right < columns.length - 1 && (starts[right + 1] ?? 0) < to) right += 1
  return { top: Math.max(0, top), bottom: Math.min(rows - 1, bottom), left: Math.max(0, left - MORE_COLUMNS), right: Math.min(columns.length - 1, right + MORE_COLUMNS) }
}

function same(one: Seen, other: Seen): boolean {
  return one.top === other.top && one.bottom === other.bottom && one.left === other.left && one.right === other.right
}
