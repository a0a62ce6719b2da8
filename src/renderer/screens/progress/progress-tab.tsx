import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'

export function ProgressTab(props: CohortTabProps) {
  return <Screen {...useCohortFrame(props.seen, 'resumen')}>{null}</Screen>
}
