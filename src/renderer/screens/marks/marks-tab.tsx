import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconPlus, IconUpload } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { AttendanceEmpty } from '../attendance/attendance-empty.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { ResultSheetImport } from '../result-sheets/result-sheet-import.tsx'
import { ItemsPanel } from './items-panel.tsx'
import { MarksScreen } from './marks-screen.tsx'
import { useMarks } from './use-marks.ts'

/** What is marked, what is asked for beside it, and everybody's marks. */
export function MarksTab(props: CohortTabProps) {
  if (props.path[0] === 'hoja-de-datos') return <ResultSheetImport seen={props.seen} path={props.path.slice(1)} at="notas" />
  return <Marks key={props.seen.cohort.id} seen={props.seen} />
}

function Marks(props: Pick<CohortTabProps, 'seen'>) {
  const t = useText()
  const { seen } = props
  const frame = useCohortFrame(seen, 'notas')
  const state = useMarks(seen.cohort.id)
  const [isPanelOpen, setPanelOpen] = useState(false)
  const { data } = state
  if (data === undefined) {
    return (
      <Screen fill {...frame}>
        {state.error === undefined ? <p role="status">{t('frame.loading')}</p> : <Failure error={state.error} onRetry={state.reload} />}
      </Screen>
    )
  }
  const panel = isPanelOpen && <ItemsPanel editionId={seen.edition.id} editionName={seen.edition.name} items={data.items} requirements={data.requirements} onClose={() => setPanelOpen(false)} />
  if (data.people.length === 0) {
    return (
      <Screen fill {...frame}>
        <AttendanceEmpty cohortId={seen.cohort.id} lacks="people" />
      </Screen>
    )
  }
  if (data.items.length + data.requirements.length === 0) {
    return (
      <Screen fill {...frame} panel={panel}>
        <EmptyState
          drawing="sheet"
          title={t('grading.empty')}
          actions={
            <>
              <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPanelOpen(true)}>
                {t('grading.begin')}
              </Button>
              <Button component="a" href={cohortHref(seen.cohort.id, 'notas', ['hoja-de-datos'])} leftSection={<IconUpload size={16} aria-hidden />}>
                {t('attending.fromSheet')}
              </Button>
            </>
          }
        >
          {t('grading.emptyWhy')}
        </EmptyState>
      </Screen>
    )
  }
  return <MarksScreen seen={seen} data={data} state={state} panel={panel} onItems={() => setPanelOpen(!isPanelOpen)} />
}
