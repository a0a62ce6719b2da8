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
  // Asked of the page only when it changes: asking in the middle of a key would make the browser lay everything out twice.
  const box = useRef<Box>({ width: 0, height: 0, top: 0, left: 0 })
  const [seen, setSeen] = useState<Seen>({ top: 0, bottom: 0, left: 0, right: 0 })
  const look = useCallback(() => {
    const next = seenIn(box.current, latest.current)
    setSeen((old) => (same(old, next) ? old : next))
  }, [])
  const measure = useCallback(() => {
    const element = scroller.current
    if (element !== null) box.current = { width: element.clientWidth, height: element.clientHeight, top: element.scrollTop, left: element.scrollLeft }
  }, [])
  const onScroll = useCallback(() => {
    measure()
    look()
  }, [measure, look])

  useLayoutEffect(onScroll, [onScroll, frame.rows, starts, frame.before, frame.after, frame.head])
  const reach = useCallback(
    ({ row, column }: Spot) => {
      const element = scroller.current
      at.current = { row, column }
      if (element === null) return
      const next = reached(box.current, { row, column }, latest.current)
      if (next.top !== box.current.top) element.scrollTop = next.top
      if (next.left !== box.current.left) element.scrollLeft = next.left
      box.current = next
      look()
    },
    [look],
  )
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      measure()
      // What opens above or beside the grid must not cover the cell that is typed in.
      if (at.current !== undefined && element.contains(document.activeElement)) reach(at.current)
      else look()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [measure, look, reach])

  const page = useCallback(() => Math.max(1, Math.floor((box.current.height - latest.current.head) / ROW_PX) - 1), [])
  return { scroller, seen, starts, onScroll, reach, page }
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

/** The part of the grid that is in sight, in pixels. */
interface Box {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly left: number
}

type Known = Frame & { readonly starts: readonly number[] }

/** The box moved as little as brings a cell into sight. */
function reached(box: Box, { row, column }: Spot, { head, before, after, starts }: Known): Box {
  const height = box.height - head
  const width = box.width - before - after
  const left = starts[column] ?? 0
  const right = starts[column + 1] ?? left
  return {
    ...box,
    top: row * ROW_PX < box.top ? row * ROW_PX : Math.max(box.top, (row + 1) * ROW_PX - height),
    left: left < box.left ? left : Math.max(box.left, right - width),
  }
}

function seenIn(box: Box, { rows, columns, head, before, after, starts }: Known): Seen {
  const top = Math.floor(box.top / ROW_PX) - MORE_ROWS
  const bottom = Math.ceil((box.top + box.height - head) / ROW_PX) + MORE_ROWS
  const from = box.left
  const to = from + Math.max(0, box.width - before - after)
  let left = 0
  while (left < columns.length - 1 && (starts[left + 1] ?? 0) <= from) left += 1
  let right = left
  while (right < columns.length - 1 && (starts[right + 1] ?? 0) < to) right += 1
  return { top: Math.max(0, top), bottom: Math.min(rows - 1, bottom), left: Math.max(0, left - MORE_COLUMNS), right: Math.min(columns.length - 1, right + MORE_COLUMNS) }
}

function same(one: Seen, other: Seen): boolean {
  return one.top === other.top && one.bottom === other.bottom && one.left === other.left && one.right === other.right
}
