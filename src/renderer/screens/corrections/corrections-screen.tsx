import type { Route } from '../../router.ts'
import { AnnulScreen } from './annul-screen.tsx'
import { CorrectScreen } from './correct-screen.tsx'
import { LogScreen } from './log-screen.tsx'

/** What was corrected and annulled; correcting at `corregir`, annulling at `anular`. */
export function CorrectionsScreen(props: { readonly path: readonly string[]; readonly params: Route['params'] }) {
  const [first, id] = props.path
  if (first === 'corregir') return <CorrectScreen key={JSON.stringify(props.params)} params={props.params} />
  if (first === 'anular') return <AnnulScreen key={JSON.stringify(props.params)} params={props.params} />
  const kind = first === 'correccion' || first === 'anulacion' ? first : undefined
  return <LogScreen open={kind === undefined || id === undefined ? undefined : { kind, id }} />
}
