import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import { MeetingImport } from '../meetings/meeting-import.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { ResultSheetImport } from '../result-sheets/result-sheet-import.tsx'
import { AttendanceEmpty } from './attendance-empty.tsx'
import { AttendanceScreen } from './attendance-screen.tsx'
import { PaperList } from './paper-list.tsx'
import { PaperScreen } from './paper-screen.tsx'
import { unknownPeople } from './unknown-people.ts'
import { useAttendance } from './use-attendance.ts'
import { WalkInsScreen } from './walk-ins-screen.tsx'

/** Who came to what: the grid, and the ways by which attendance comes into it. */
export function AttendanceTab(props: CohortTabProps) {
  const [first, second] = props.path
  const rest = { seen: props.seen, path: props.path.slice(1) }
  if (first === 'papel' && second !== undefined) return <PaperScreen key={second} seen={props.seen} sheetId={second} />
  if (first === 'papel') return <PaperList seen={props.seen} />
  if (first === 'visitantes') return <WalkInsScreen seen={props.seen} />
  if (first === 'reunion') return <MeetingImport {...rest} />
  if (first === 'hoja-de-datos') return <ResultSheetImport {...rest} at="asistencia" />
  return <Grid key={props.seen.cohort.id} seen={props.seen} />
}

function Grid(props: Pick<CohortTabProps, 'seen'>) {
  const t = useText()
  const { seen } = props
  const frame = useCohortFrame(seen, 'asistencia')
  const state = useAttendance(seen.cohort.id)
  const walkIns = useQuery('walkIns.list', { cohortId: seen.cohort.id, onlyUnknown: true })
  const { data } = state
  if (data === undefined) {
    return (
      <Screen fill {...frame}>
        {state.error === undefined ? <p role="status">{t('frame.loading')}</p> : <Failure error={state.error} onRetry={state.reload} />}
      </Screen>
    )
  }
  if (data.sessions.length === 0 || data.people.length === 0) {
    return (
      <Screen fill {...frame}>
        <AttendanceEmpty cohortId={seen.cohort.id} lacks={data.people.length === 0 ? 'people' : 'sessions'} />
      </Screen>
    )
  }
  return <AttendanceScreen seen={seen} data={data} state={state} unknown={unknownPeople(walkIns.data ?? []).length} />
}
