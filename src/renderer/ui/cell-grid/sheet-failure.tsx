import { useText } from '../../language.tsx'
import { Failure } from '../failure.tsx'
import { Note } from '../note.tsx'
import type { CellSheet, SheetSeen } from './cell-sheet.ts'

/** Why cells went back, or why they still wait: at the grid, and until it is read. */
export function SheetFailure(props: { readonly seen: SheetSeen; readonly sheet: CellSheet }) {
  const t = useText()
  const { failure } = props.seen
  if (failure === undefined) return null
  const { error, isStuck } = failure
  if (isStuck) return <Failure error={error} onRetry={() => props.sheet.flush()} />
  if (error.code === 'bug') return <Failure error={error} onClose={() => props.sheet.forgetFailure()} />
  return (
    <Note tone="warn" title={t('grid.wentBack')} onClose={() => props.sheet.forgetFailure()}>
      {error.message}
    </Note>
  )
}
