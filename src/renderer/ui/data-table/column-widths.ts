import { useCallback, useState } from 'react'
import { recall, remember } from '../../remembered.ts'

const NARROWEST = 48

/** Widths in pixels by column, as the person left them on this computer. */
export function useColumnWidths(table: string): {
  readonly widthOf: (column: { readonly key: string; readonly width: number }) => number
  readonly setWidth: (key: string, width: number) => void
} {
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>(() => read(table))
  const widthOf = (column: { readonly key: string; readonly width: number }): number => widths[column.key] ?? column.width
  const setWidth = useCallback(
    (key: string, width: number) => {
      setWidths((old) => {
        const next = { ...old, [key]: Math.max(NARROWEST, Math.round(width)) }
        remember(`widths.${table}`, JSON.stringify(next))
        return next
      })
    },
    [table],
  )
  return { widthOf, setWidth }
}

function read(table: string): Readonly<Record<string, number>> {
  try {
    const kept: unknown = JSON.parse(recall(`widths.${table}`) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
  } catch {
    return {}
  }
}
