import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'

/** Attendance from the exports of video meetings, at `asistencia/reunion`. */
export function MeetingImport(props: CohortTabProps) {
  return <Screen {...useCohortFrame(props.seen, 'asistencia')}>{null}</Screen>
}
