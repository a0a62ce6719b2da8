import { useCallback, useRef } from 'react'
import type { Dispatch, MouseEvent, SetStateAction } from 'react'
import type { RowSource } from '../../rows.ts'
import type { Selection } from './use-selection.ts'

interface Pressed<Row> {
  readonly source: RowSource<Row>
  readonly selection: Selection | undefined
  readonly setCursor: Dispatch<SetStateAction<{ readonly row: number; readonly column: number }>>
  readonly onOpen: ((row: Row) => void) | undefined
}

/** The pointer on a grid: a press opens, with Ctrl it chooses, with Shift it chooses up to here. Both functions stay the same for ever. */
export function usePresses<Row>(grid: Pressed<Row>): {
  readonly onPress: (index: number, column: number, event: MouseEvent) => void
  readonly onChoose: (index: number, event: MouseEvent) => void
} {
  const latest = useRef(grid)
  latest.current = grid
  const onPress = useCallback((index: number, column: number, event: MouseEvent) => {
    const { source, selection, setCursor, onOpen } = latest.current
    setCursor({ row: index, column })
    if (selection !== undefined && event.shiftKey) return selection.extend(index)
    if (selection !== undefined && (event.ctrlKey || event.metaKey)) return selection.toggle(index)
    const row = source.at(index)
    if (row !== undefined) onOpen?.(row)
  }, [])
  const onChoose = useCallback((index: number, event: MouseEvent) => {
    const { selection, setCursor } = latest.current
    setCursor((old) => ({ row: index, column: old.column }))
    if (event.shiftKey) selection?.extend(index)
    else selection?.toggle(index)
  }, [])
  return { onPress, onChoose }
}
