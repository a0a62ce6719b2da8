import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useCommands } from '../../frame/commands.ts'
import { useText } from '../../language.tsx'
import { href, replace, useRoute } from '../../router.ts'
import { IconCertificate, IconPencil, IconUpload, IconUserPlus } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { ApplicationTab } from '../application/application-tab.tsx'
import { AttendanceTab } from '../attendance/attendance-tab.tsx'
import { MarksTab } from '../marks/marks-tab.tsx'
import { NextLine } from '../progress/next-line.tsx'
import { ProgressTab } from '../progress/progress-tab.tsx'
import { ResultsTab } from '../results/results-tab.tsx'
import { SessionsTab } from '../sessions/sessions-tab.tsx'
import { SurveysTab } from '../surveys/surveys-tab.tsx'
import { AddPeoplePanel } from './add-people-panel.tsx'
import { useCohortFrame } from './cohort-frame.tsx'
import type { CohortTabProps } from './cohort-frame.tsx'
import { CohortPanel } from './cohort-panel.tsx'
import { EnrolledPanel } from './enrolled-panel.tsx'
import { EnrolmentTable } from './enrolment-table.tsx'
import { EnrolmentTools } from './enrolment-tools.tsx'
import { lookedFor, stateFilterOf } from './enrolment-filters.ts'
import type { Looking } from './enrolment-filters.ts'
import { Gone } from './gone.tsx'
import { NextStepLine } from './next-step-line.tsx'
import { useRosterFile } from './use-roster-file.tsx'

export type CohortSeen = Gives<'cohorts.get'>
export type Enrolled = Gives<'enrolments.list'>[number]

/** A group: its people first, and what was done with them in tabs of their own. */
export function CohortScreen(props: { readonly id: string; readonly path: readonly string[] }) {
  const t = useText()
  const seen = useQuery('cohorts.get', { id: props.id })
  const [tab, ...path] = props.path
  if (seen.data === undefined) {
    return (
      <Screen title={t('training.cohort')}>
        <Gone error={seen.error} onRetry={seen.reload} />
      </Screen>
    )
  }
  return tabOf(tab, { seen: seen.data, path })
}

function tabOf(tab: string | undefined, props: CohortTabProps): ReactNode {
  switch (tab) {
    case 'resumen': return <ProgressTab {...props} />
    case 'sesiones': return <SessionsTab {...props} />
    case 'asistencia': return <AttendanceTab {...props} />
    case 'notas': return <MarksTab {...props} />
    case 'resultados': return <ResultsTab {...props} />
    case 'encuestas': return <SurveysTab {...props} />
    case 'aplicacion': return <ApplicationTab {...props} />
    default: return <PeopleTab {...props} />
  }
}

/** Who is enrolled, how they ended, and what to do next. */
function PeopleTab(props: CohortTabProps) {
  const t = useText()
  const enrolled = useQuery('enrolments.list', { cohortId: props.seen.cohort.id })
  if (enrolled.data === undefined) {
    return (
      <Screen title={t('training.cohort')}>
        <Gone error={enrolled.error} onRetry={enrolled.reload} />
      </Screen>
    )
  }
  return <People seen={props.seen} enrolled={enrolled.data} />
}

type Beside = { readonly kind: 'none' } | { readonly kind: 'facts' } | { readonly kind: 'add' } | { readonly kind: 'person'; readonly id: string }

function People(props: { readonly seen: CohortSeen; readonly enrolled: readonly Enrolled[] }) {
  const t = useText()
  const { seen, enrolled } = props
  const { cohort } = seen
  const frame = useCohortFrame(seen, 'personas')
  // A record of results says how each one ended; without one the office says so by hand.
  const withoutActa = useQuery('rules.get', { editionId: seen.edition.id }).data?.withoutActa
  const { params } = useRoute()
  const [search, setSearch] = useState('')
  const [role, setRole] = useState<Looking['role']>('any')
  const [beside, setBeside] = useState<Beside>({ kind: 'none' })
  const state = stateFilterOf(params['ver'])
  const looking = useMemo<Looking>(() => ({ search, state, role }), [search, state, role])
  const shown = useMemo(() => lookedFor(enrolled, looking), [enrolled, looking])
  const roster = useRosterFile({ cohortId: cohort.id })
  const look = (next: Looking['state']): void => replace('programmes', ['grupo', cohort.id], next === 'all' ? {} : { ver: next })
  const seeAll = (): void => {
    setSearch('')
    setRole('any')
    look('all')
  }
  const close = (): void => setBeside({ kind: 'none' })
  const isEmpty = enrolled.length === 0
  useCommands([{ id: 'training.addPeople', label: t('training.addPeople'), run: () => setBeside({ kind: 'add' }) }])
  return (
    <Screen
      fill
      {...frame}
      actions={<Acts cohortId={cohort.id} isEmpty={isEmpty} roster={roster.button} onFacts={() => setBeside({ kind: 'facts' })} onAdd={() => setBeside({ kind: 'add' })} />}
      tools={!isEmpty && <EnrolmentTools enrolled={enrolled} looking={looking} onSearch={setSearch} onState={look} onRole={setRole} />}
      panel={<Panels beside={beside} seen={seen} enrolled={enrolled} onClose={close} />}
    >
      {roster.outcome}
      {withoutActa === true && <NextStepLine enrolled={enrolled} onPending={() => look('enrolled')} />}
      {withoutActa === false && !isEmpty && <NextLine cohortId={cohort.id} />}
      <EnrolmentTable
        cohortId={cohort.id}
        rows={shown}
        looking={looking}
        isEmpty={isEmpty}
        openId={beside.kind === 'person' ? beside.id : undefined}
        onOpen={(row) => setBeside({ kind: 'person', id: row.id })}
        onAdd={() => setBeside({ kind: 'add' })}
        onSeeAll={seeAll}
      />
    </Screen>
  )
}

function Acts(props: { readonly cohortId: string; readonly isEmpty: boolean; readonly roster: ReactNode; readonly onFacts: () => void; readonly onAdd: () => void }) {
  const t = useText()
  const facts = (
    <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={props.onFacts}>
      {t('training.cohortFacts')}
    </Button>
  )
  if (props.isEmpty) return facts
  return (
    <>
      {facts}
      {props.roster}
      <Button component="a" href={href('programmes', ['importar'], { grupo: props.cohortId })} leftSection={<IconUpload size={16} aria-hidden />}>
        {t('training.importRoster')}
      </Button>
      <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={props.onAdd}>
        {t('training.addPeople')}
      </Button>
      <Button component="a" variant="filled" href={href('certificates', ['emitir'], { grupo: props.cohortId })} leftSection={<IconCertificate size={16} aria-hidden />}>
        {t('training.issue')}
      </Button>
    </>
  )
}

function Panels(props: { readonly beside: Beside; readonly seen: CohortSeen; readonly enrolled: readonly Enrolled[]; readonly onClose: () => void }) {
  const { beside, seen, onClose } = props
  if (beside.kind === 'facts') return <CohortPanel seen={seen} onClose={onClose} />
  if (beside.kind === 'add') return <AddPeoplePanel cohortId={seen.cohort.id} enrolled={props.enrolled} onClose={onClose} />
  const row = beside.kind === 'person' ? props.enrolled.find((one) => one.id === beside.id) : undefined
  return row === undefined ? null : <EnrolledPanel key={row.id} row={row} onClose={onClose} />
}
