import { useText } from '../../language.tsx'
import { Note } from '../note.tsx'
import type { LeftOut } from './cells.ts'

export interface LeftOutSeen {
  readonly cells: readonly LeftOut[]
  /** Cells that fell beyond the last row or column. */
  readonly beyond: number
}

const SHOWN = 5

/** What of a pasted block was left out: how many cells, and the first of them by name. */
export function LeftOutNote(props: { readonly out: LeftOutSeen | undefined; readonly placeOf: (cell: LeftOut) => string; readonly onClose: () => void }) {
  const t = useText()
  const { out } = props
  if (out === undefined) return null
  const { cells, beyond } = out
  return (
    <Note tone="warn" onClose={props.onClose}>
      {cells.length > 0 && t('grid.leftOut', { n: cells.length, which: cells.slice(0, SHOWN).map((cell) => t('grid.leftOutCell', { written: cell.written, place: props.placeOf(cell) })).join('; '), more: Math.max(0, cells.length - SHOWN) })}
      {beyond > 0 && <div>{t('grid.beyond', { n: beyond })}</div>}
    </Note>
  )
}
