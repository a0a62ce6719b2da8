import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'

export function ResultsTab(props: CohortTabProps) {
  return <Screen {...useCohortFrame(props.seen, 'resultados')}>{null}</Screen>
}
