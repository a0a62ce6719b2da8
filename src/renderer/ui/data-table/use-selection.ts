import { useCallback, useEffect, useRef, useState } from 'react'
import type { RowSource } from '../../rows.ts'

export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly toggle: (index: number) => void
  /** From where the last choice was made to this row. */
  readonly extend: (index: number) => void
  readonly all: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Which rows are chosen, by id: they stay chosen when the list is filtered or scrolled away. */
export function useSelection<Row>(source: RowSource<Row>, idOf: (row: Row) => string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(NONE)
  const anchor = useRef(0)
  const latest = useRef({ source, idOf })
  latest.current = { source, idOf }
  useEffect(() => void (anchor.current = 0), [source.key])

  const toggle = useCallback((index: number) => {
    const row = latest.current.source.at(index)
    if (row === undefined) return
    const id = latest.current.idOf(row)
    anchor.current = index
    setIds((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const take = useCallback(async (from: number, to: number) => {
    const rows = await latest.current.source.range(from, to)
    setIds((old) => new Set([...old, ...rows.map(latest.current.idOf)]))
  }, [])
  const extend = useCallback(
    (index: number) => void take(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1).catch(() => undefined),
    [take],
  )
  const all = useCallback(() => void take(0, latest.current.source.total ?? 0).catch(() => undefined), [take])
  const clear = useCallback(() => setIds(NONE), [])
  return { ids, toggle, extend, all, clear }
}
