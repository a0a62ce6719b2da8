import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { ActaScreen } from './acta-screen.tsx'
import { ActaView } from './acta-view.tsx'
import { RulesView } from './rules-view.tsx'
import { VerdictList } from './verdict-list.tsx'

/** Who earned what and why, the rules behind it, and the record of results that makes it stand. */
export function ResultsTab(props: CohortTabProps) {
  const [view, id] = props.path
  if (view === 'reglas') return <RulesView seen={props.seen} />
  if (view === 'acta') return id === undefined ? <ActaView seen={props.seen} /> : <ActaScreen key={id} seen={props.seen} id={id} />
  return <VerdictList seen={props.seen} />
}
