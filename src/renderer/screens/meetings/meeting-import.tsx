import { useState } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import { ActReceipt } from '../../ui/act-receipt.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { Note } from '../../ui/note.tsx'
import { Bar, ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { GuestTable } from './guest-table.tsx'
import { MeetingSettings } from './meeting-settings.tsx'
import { MeetingTable } from './meeting-table.tsx'
import { missingOf, personsIn, sessionsOf } from './people.ts'
import { useMeetings } from './use-meetings.ts'
import type { Meetings } from './use-meetings.ts'
import style from './meetings.module.css'

const EXPORTS = '.csv,.xlsx,.txt,.tsv'

/** Attendance from the exports of video meetings, at `asistencia/reunion`: what was read, who is who, and what was written. */
export function MeetingImport(props: CohortTabProps) {
  const t = useText()
  const { cohort } = props.seen
  const frame = useCohortFrame(props.seen, 'asistencia')
  const meetings = useMeetings(cohort.id)
  const crumbs = [...frame.crumbs.slice(0, -1), { word: t('joining.title') }]
  return (
    <Screen fill {...frame} crumbs={crumbs}>
      <div className={style['import']}>
        {meetings.written !== undefined ? (
          <Written meetings={meetings} written={meetings.written} cohortId={cohort.id} />
        ) : meetings.draft.files.length === 0 ? (
          <Start meetings={meetings} />
        ) : (
          <Review meetings={meetings} cohortId={cohort.id} />
        )}
      </div>
    </Screen>
  )
}

function Start(props: { readonly meetings: Meetings }) {
  const t = useText()
  return (
    <div className={style['start']}>
      <FileDrop accept={EXPORTS} many primary title={t('joining.drop')} button={t('joining.choose')} onFiles={props.meetings.addFiles}>
        {t('joining.dropWhy')}
      </FileDrop>
      <aside>
        <h2>{t('joining.where')}</h2>
        <dl>
          {(['zoom', 'teams', 'meet'] as const).map((platform) => (
            <div key={platform}>
              <dt>{t('joining.platform', { platform })}</dt>
              <dd>{t('joining.wherePlatform', { platform })}</dd>
            </div>
          ))}
        </dl>
      </aside>
    </div>
  )
}

type View = 'meetings' | 'doubts' | 'known' | 'strangers' | 'missing'

function Review(props: { readonly meetings: Meetings; readonly cohortId: string }) {
  const t = useText()
  const { meetings } = props
  const { reading, people, read, write } = meetings
  const [view, setView] = useState<View>('meetings')
  if (reading === undefined) {
    return (
      <div className={style['body']}>
        {read.error === undefined && <ProgressBar label={t('joining.reading')} progress={read.progress} startedAt={read.startedAt} onCancel={() => (read.cancel(), meetings.restart())} />}
        <Failure error={read.error} />
        {read.error !== undefined && (
          <div>
            <Button onClick={meetings.restart}>{t('joining.otherFiles')}</Button>
          </div>
        )}
      </div>
    )
  }
  const doubts = people.filter((one) => one.state === 'doubt')
  const known = people.filter((one) => one.state === 'known').toSorted((one, other) => (one.match?.name ?? '').localeCompare(other.match?.name ?? '', 'es'))
  const strangers = people.filter((one) => one.state === 'stranger')
  const missing = missingOf(reading.meetings)
  const sessions = sessionsOf(reading.meetings)
  const toDoubts = doubts.length > 0 && view === 'meetings'
  return (
    <>
      <div className={style['head']}>
        <FilterWords
          label={t('joining.views')}
          value={view}
          onChange={setView}
          words={[
            { value: 'meetings', word: t('joining.meetings'), count: reading.meetings.length },
            { value: 'doubts', word: t('joining.doubts'), count: doubts.length },
            { value: 'known', word: t('joining.known'), count: personsIn(known) },
            { value: 'strangers', word: t('joining.strangers'), count: strangers.length },
            { value: 'missing', word: t('joining.missed'), count: missing.length },
          ]}
        />
        <MeetingSettings meetings={meetings} accept={EXPORTS} />
      </div>
      <div className={style['wait']}>{read.running && <Bar label={t('joining.reading')} progress={undefined} />}</div>
      <div className={style['body']}>
        <Failure error={read.error ?? write.error} />
        {view === 'meetings' && <MeetingTable meetings={meetings} reading={reading} />}
        {view === 'doubts' && <GuestTable cohortId={props.cohortId} meetings={meetings} takesFocus guests={people.filter((one) => one.wasDoubt)} of={reading.meetings.length} empty={t('joining.noDoubts')} />}
        {view === 'known' && <GuestTable cohortId={props.cohortId} meetings={meetings} guests={known} of={reading.meetings.length} empty={t('joining.noKnown')} />}
        {view === 'strangers' && <GuestTable cohortId={props.cohortId} meetings={meetings} guests={strangers} of={reading.meetings.length} empty={t('joining.noStrangers')} about={t('joining.strangersWhy')} />}
        {view === 'missing' && <Missing people={missing} sessions={sessions.all} absent={meetings.draft.absentOthers} />}
      </div>
      <StepFoot
        key={toDoubts ? 'to doubts' : 'write'}
        isLast={!toDoubts}
        takesFocus={view === 'meetings'}
        onBack={view === 'meetings' ? meetings.restart : () => setView('meetings')}
        next={toDoubts ? t('joining.toDoubts', { n: doubts.length }) : t('joining.write')}
        blocked={sessions.all === 0 ? t('joining.nothing') : undefined}
        waits={write.running ? t('joining.writing') : read.running ? t('joining.reading') : undefined}
        onNext={() => (toDoubts ? setView('doubts') : void meetings.finish())}
      >
        <strong>{t('joining.willWrite', { people: personsIn(known), sessions: sessions.all, made: sessions.made })}</strong>
        {doubts.length > 0 && <span>{t('joining.doubtsLeft', { n: doubts.length })}</span>}
      </StepFoot>
    </>
  )
}

function Missing(props: { readonly people: readonly { readonly name: string; readonly times: number }[]; readonly sessions: number; readonly absent: boolean }) {
  const t = useText()
  if (props.people.length === 0) return <p>{t('joining.noMissing')}</p>
  return (
    <>
      <p className={style['soft']}>{t(props.absent ? 'joining.missingAbsent' : 'joining.missingOpen')}</p>
      <ul className={style['missing']}>
        {props.people.map((one) => (
          <li key={one.name}>
            <span>{one.name}</span>
            <small className="tabular">{t('joining.missedOf', { n: one.times, of: props.sessions })}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Written(props: { readonly meetings: Meetings; readonly written: NonNullable<Meetings['written']>; readonly cohortId: string }) {
  const t = useText()
  const { written } = props
  return (
    <div className={style['body']}>
      <ActReceipt
        title={t('joining.written')}
        act={written.act}
        figures={[
          { label: t('joining.figureWritten'), value: written.written },
          { label: t('joining.figureAbsent'), value: written.absent },
          { label: t('joining.figureSessions'), value: written.sessionsMade },
          { label: t('joining.figureStrangers'), value: written.strangers },
        ]}
        actions={
          <>
            <Button component="a" variant="filled" href={cohortHref(props.cohortId, 'asistencia')}>
              {t('joining.seeAttendance')}
            </Button>
            {written.strangers > 0 && (
              <Button component="a" href={cohortHref(props.cohortId, 'asistencia', ['visitantes'])}>
                {t('joining.identify')}
              </Button>
            )}
            <Button onClick={props.meetings.restart}>{t('joining.otherFiles')}</Button>
          </>
        }
      >
        {written.leftOut.length > 0 && (
          <Note tone="warn" title={t('joining.leftOut', { n: written.leftOut.length })}>
            {written.leftOut.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </Note>
        )}
      </ActReceipt>
    </div>
  )
}
