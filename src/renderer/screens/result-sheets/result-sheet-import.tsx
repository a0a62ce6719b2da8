import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { useText } from '../../language.tsx'
import { ActReceipt } from '../../ui/act-receipt.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { Bar, ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { ColumnGrid } from './column-grid.tsx'
import type { Reading } from './column-words.ts'
import { NewSessions } from './new-sessions.tsx'
import { ProblemCells } from './problem-cells.tsx'
import { UnmatchedRows } from './unmatched-rows.tsx'
import { useResultSheet } from './use-result-sheet.ts'
import type { ResultSheet } from './use-result-sheet.ts'
import style from './result-sheets.module.css'

type At = 'asistencia' | 'notas'

/** Attendance, marks and requirements from a sheet of the office's own, at `asistencia/hoja-de-datos` and `notas/hoja-de-datos`. */
export function ResultSheetImport(props: CohortTabProps & { readonly at: At }) {
  const t = useText()
  const { cohort } = props.seen
  const frame = useCohortFrame(props.seen, props.at)
  const sheet = useResultSheet(cohort.id)
  const crumbs = [...frame.crumbs.slice(0, -1), { word: t('datasheet.title') }]
  return (
    <Screen fill {...frame} crumbs={crumbs}>
      <div className={style['import']}>
        {sheet.written !== undefined ? (
          <Written sheet={sheet} written={sheet.written} cohortId={cohort.id} at={props.at} />
        ) : sheet.draft === undefined ? (
          <Start sheet={sheet} />
        ) : sheet.reading === undefined ? (
          <Waiting sheet={sheet} />
        ) : (
          <Review sheet={sheet} reading={sheet.reading} cohortId={cohort.id} />
        )}
      </div>
    </Screen>
  )
}

function Start(props: { readonly sheet: ResultSheet }) {
  const t = useText()
  return (
    <div className={style['start']}>
      <FileDrop accept=".xlsx,.csv" primary title={t('datasheet.drop')} onFiles={([file]) => file !== undefined && props.sheet.take(file)}>
        {t('datasheet.dropWhy')}
      </FileDrop>
    </div>
  )
}

function Waiting(props: { readonly sheet: ResultSheet }) {
  const t = useText()
  const { read, restart } = props.sheet
  return (
    <div className={style['body']}>
      {read.error === undefined && <ProgressBar label={t('datasheet.reading')} progress={read.progress} startedAt={read.startedAt} onCancel={() => (read.cancel(), restart())} />}
      <Failure error={read.error} />
      {read.error !== undefined && (
        <div>
          <Button onClick={restart}>{t('datasheet.another')}</Button>
        </div>
      )}
    </div>
  )
}

/** Columns that only tell whose a row is, or nothing. */
const TELLING = new Set<string>(['ignore', 'name', 'document', 'email'])

type View = 'columns' | 'sessions' | 'people' | 'cells'

function Review(props: { readonly sheet: ResultSheet; readonly reading: Reading; readonly cohortId: string }) {
  const t = useText()
  const { sheet, reading } = props
  const { draft, read, write, change } = sheet
  const [view, setView] = useState<View>('columns')
  const open = reading.unmatched.filter((one) => draft?.people.has(one.row) !== true)
  const total = reading.attendance + reading.marks + reading.checks
  return (
    <>
      <div className={style['head']}>
        <FilterWords
          label={t('datasheet.views')}
          value={view}
          onChange={setView}
          words={[
            { value: 'columns', word: t('datasheet.columns'), count: reading.columns.length },
            { value: 'sessions', word: t('datasheet.sessionsMade'), count: reading.newSessions.length },
            { value: 'people', word: t('datasheet.unmatched'), count: open.length },
            { value: 'cells', word: t('datasheet.problems'), count: reading.problems.length },
          ]}
        />
        <div className={style['settings']}>
          {reading.sheets.length > 1 && (
            <SelectField
              label={t('datasheet.sheet')}
              value={reading.sheet}
              choices={reading.sheets.map((name) => ({ value: name, label: name }))}
              onChange={(name) => name !== null && change((old) => ({ ...old, sheet: name, columns: new Map(), newSessions: new Map(), people: new Map() }))}
            />
          )}
          <Checkbox
            label={t('datasheet.emptyIsAbsent')}
            checked={draft?.emptyIsAbsent ?? true}
            onChange={(event) => {
              const emptyIsAbsent = event.currentTarget.checked
              change((old) => ({ ...old, emptyIsAbsent }))
            }}
          />
        </div>
      </div>
      <div className={style['wait']}>{read.running && <Bar label={t('datasheet.reading')} progress={undefined} />}</div>
      <div className={style['body']}>
        <Failure error={read.error ?? write.error} />
        {view === 'columns' && <ColumnGrid sheet={sheet} reading={reading} />}
        {view === 'sessions' && <NewSessions sheet={sheet} reading={reading} />}
        {view === 'people' && <UnmatchedRows sheet={sheet} cohortId={props.cohortId} />}
        {view === 'cells' && <ProblemCells reading={reading} />}
      </div>
      <StepFoot
        isLast
        takesFocus={view === 'columns'}
        onBack={view === 'columns' ? sheet.restart : () => setView('columns')}
        next={t('datasheet.write')}
        blocked={total > 0 ? undefined : t(reading.columns.some((one) => !TELLING.has(one.as.kind)) ? 'datasheet.nobodyMatched' : 'datasheet.nothing')}
        waits={write.running ? t('datasheet.writing') : read.running ? t('datasheet.reading') : undefined}
        onNext={() => void sheet.finish()}
      >
        <span>{t('datasheet.matchedOf', { n: reading.matched, of: reading.rows })}</span>
        <strong>{t('datasheet.willWrite', { attendance: reading.attendance, marks: reading.marks, checks: reading.checks })}</strong>
      </StepFoot>
    </>
  )
}

function Written(props: { readonly sheet: ResultSheet; readonly written: NonNullable<ResultSheet['written']>; readonly cohortId: string; readonly at: At }) {
  const t = useText()
  const { written, at } = props
  return (
    <div className={style['body']}>
      <ActReceipt
        title={t('datasheet.written')}
        act={written.act}
        figures={[
          { label: t('datasheet.figureAttendance'), value: written.attendance },
          { label: t('datasheet.figureMarks'), value: written.marks },
          { label: t('datasheet.figureChecks'), value: written.checks },
          { label: t('datasheet.figureSessions'), value: written.sessionsMade },
          { label: t('datasheet.figureLeftOut'), value: written.leftOut },
        ]}
        actions={
          <>
            <Button component="a" variant="filled" href={cohortHref(props.cohortId, at)}>
              {t(at === 'notas' ? 'datasheet.seeMarks' : 'datasheet.seeAttendance')}
            </Button>
            <Button onClick={props.sheet.restart}>{t('datasheet.another')}</Button>
          </>
        }
      />
    </div>
  )
}
