import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'

/** Attendance, marks and requirements from a sheet of the office's own, at `asistencia/hoja-de-datos` and `notas/hoja-de-datos`. */
export function ResultSheetImport(props: CohortTabProps & { readonly at: 'asistencia' | 'notas' }) {
  return <Screen {...useCohortFrame(props.seen, props.at)}>{null}</Screen>
}
