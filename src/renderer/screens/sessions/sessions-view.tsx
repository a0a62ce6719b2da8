import { useState } from 'react'
import { Button } from '@mantine/core'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import { useCommands } from '../../frame/commands.ts'
import { useText } from '../../language.tsx'
import { useRoute } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconCopy, IconPlus, IconScan, IconUpload } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { PrintPanel } from '../sheets/print-panel.tsx'
import type { Scans } from '../sheets/use-scans.tsx'
import { CopyPanel } from './copy-panel.tsx'
import { NewSessionPanel } from './new-session-panel.tsx'
import { RepeatPanel } from './repeat-panel.tsx'
import { SessionCalendar } from './session-calendar.tsx'
import { SessionPanel } from './session-panel.tsx'
import { SessionTable } from './session-table.tsx'
import { SessionViews } from './session-views.tsx'
import { plannedOf } from './session-words.ts'
import type { SessionSeen } from './session-words.ts'
import style from './sessions.module.css'

export interface SessionsParts {
  readonly seen: CohortSeen
  readonly sessions: readonly SessionSeen[]
  readonly scans: Scans
}

type Beside =
  | { readonly kind: 'none' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'new'; readonly day?: string }
  | { readonly kind: 'session' | 'repeat'; readonly id: string }
  | { readonly kind: 'print'; readonly ids: readonly string[] }

/** The sessions as a list or as a calendar, with the one that is open beside them. */
export function SessionsView(props: SessionsParts) {
  const t = useText()
  const { seen, sessions, scans } = props
  const frame = useCohortFrame(seen, 'sesiones')
  const { params } = useRoute()
  const [beside, setBeside] = useState<Beside>({ kind: 'none' })
  const view = params['vista'] === 'calendario' ? 'calendar' : 'list'
  const isEmpty = sessions.length === 0
  const openId = beside.kind === 'session' || beside.kind === 'repeat' ? beside.id : undefined
  const onOpen = (id: string): void => setBeside({ kind: 'session', id })
  const onNew = (day?: string): void => setBeside({ kind: 'new', ...(day === undefined ? {} : { day }) })
  useCommands([{ id: 'agenda.new', label: t('agenda.new'), run: () => onNew() }])
  return (
    <Screen
      fill
      {...frame}
      actions={<Acts cohortId={seen.cohort.id} isEmpty={isEmpty} scans={scans} onNew={() => onNew()} onCopy={() => setBeside({ kind: 'copy' })} />}
      tools={
        <>
          <SessionViews cohortId={seen.cohort.id} at={view} />
          {!isEmpty && <SumLine seen={seen} sessions={sessions} />}
        </>
      }
      panel={<Panels beside={beside} {...props} onBeside={setBeside} />}
    >
      {scans.outcome}
      {isEmpty && view === 'list' ? (
        <Empty cohortId={seen.cohort.id} onNew={() => onNew()} onCopy={() => setBeside({ kind: 'copy' })} />
      ) : view === 'calendar' ? (
        <SessionCalendar seen={seen} sessions={sessions} openId={openId} onOpen={onOpen} onNew={onNew} />
      ) : (
        <SessionTable minutesPerHour={seen.edition.minutesPerHour} sessions={sessions} openId={openId} onOpen={onOpen} onPrint={(ids) => setBeside({ kind: 'print', ids })} />
      )}
      {scans.overlay}
    </Screen>
  )
}

function Acts(props: { readonly cohortId: string; readonly isEmpty: boolean; readonly scans: Scans; readonly onNew: () => void; readonly onCopy: () => void }) {
  const t = useText()
  if (props.isEmpty) return null
  return (
    <>
      <Button leftSection={<IconScan size={16} aria-hidden />} onClick={props.scans.pick}>
        {t('agenda.scans')}
      </Button>
      <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={props.onCopy}>
        {t('agenda.copy')}
      </Button>
      <Button component="a" href={cohortHref(props.cohortId, 'sesiones', ['importar'])} leftSection={<IconUpload size={16} aria-hidden />}>
        {t('agenda.import')}
      </Button>
      <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onNew}>
        {t('agenda.new')}
      </Button>
    </>
  )
}

function Empty(props: { readonly cohortId: string; readonly onNew: () => void; readonly onCopy: () => void }) {
  const t = useText()
  return (
    <div className={style['blank']}>
      <EmptyState
        drawing="calendar"
        title={t('agenda.empty')}
        actions={
          <>
            <Button variant="filled" leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onNew}>
              {t('agenda.first')}
            </Button>
            <Button component="a" href={cohortHref(props.cohortId, 'sesiones', ['importar'])} leftSection={<IconUpload size={16} aria-hidden />}>
              {t('agenda.import')}
            </Button>
            <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={props.onCopy}>
              {t('agenda.copyFrom')}
            </Button>
          </>
        }
      >
        {t('agenda.emptyWhy')}
      </EmptyState>
    </div>
  )
}

/** How many, and the hours that they plan against those of the edition. */
function SumLine(props: { readonly seen: CohortSeen; readonly sessions: readonly SessionSeen[] }) {
  const t = useText()
  const { edition } = props.seen
  const minutes = plannedOf(props.sessions)
  const perHour = edition.minutesPerHour
  const asked = edition.hours === null ? null : edition.hours * perHour
  const lacking = asked === null ? 0 : asked - minutes
  return (
    <p className={style['sum']} aria-live="polite">
      <strong>{t('agenda.sessions', { n: props.sessions.length })}</strong>
      {' · '}
      {edition.hours === null ? t('agenda.hoursPlanned', { planned: hoursShown(minutes, perHour) }) : t('agenda.hoursOf', { planned: hoursShown(minutes, perHour), asked: String(edition.hours) })}
      {lacking !== 0 && <span data-state={lacking > 0 ? 'lacking' : 'over'}>{lacking > 0 ? t('agenda.hoursLacking', { hours: hoursShown(lacking, perHour) }) : t('agenda.hoursOver', { hours: hoursShown(-lacking, perHour) })}</span>}
      {asked !== null && lacking === 0 && <span data-state="whole">{t('agenda.hoursWhole')}</span>}
    </p>
  )
}

function Panels(props: SessionsParts & { readonly beside: Beside; readonly onBeside: (next: Beside) => void }) {
  const { beside, seen, sessions, onBeside } = props
  const onClose = (): void => onBeside({ kind: 'none' })
  if (beside.kind === 'copy') return <CopyPanel seen={seen} sessions={sessions} onClose={onClose} />
  if (beside.kind === 'new') return <NewSessionPanel key={beside.day} seen={seen} sessions={sessions} day={beside.day} onClose={onClose} />
  if (beside.kind === 'print') return <PrintPanel key={beside.ids.join()} cohortId={seen.cohort.id} sessions={sessions} chosen={beside.ids} onClose={onClose} />
  if (beside.kind === 'none') return null
  const session = sessions.find((one) => one.id === beside.id)
  if (session === undefined) return null
  if (beside.kind === 'repeat') return <RepeatPanel key={session.id} session={session} sessions={sessions} onClose={() => onBeside({ kind: 'session', id: session.id })} onDone={onClose} />
  return (
    <SessionPanel
      key={session.id}
      seen={seen}
      session={session}
      onClose={onClose}
      onRepeat={() => onBeside({ kind: 'repeat', id: session.id })}
      onPrint={() => onBeside({ kind: 'print', ids: [session.id] })}
    />
  )
}
