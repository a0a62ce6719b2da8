import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { ActReceipt } from '../../ui/act-receipt.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconDownload } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { dayWords, timeWords } from './session-words.ts'
import style from './sessions.module.css'

type Reading = Gives<'sessions.readSheet'>
type SheetRow = Reading['rows'][number]

/** The programme of a course from a sheet of the office's own: read, looked over, and written. */
export function SessionImport(props: { readonly seen: CohortSeen }) {
  const { t } = useLanguage()
  const { seen } = props
  const frame = useCohortFrame(seen, 'sesiones')
  const [file, setFile] = useState<FileRef>()
  const [reading, setReading] = useState<Reading>()
  const [skip, setSkip] = useState<ReadonlySet<number>>(new Set())
  const [written, setWritten] = useState<Gives<'sessions.importSheet'>>()
  const read = useJob('sessions.readSheet', { label: t('agenda.readingSheet') })
  const write = useJob('sessions.importSheet', { label: t('agenda.writing'), quiet: true })
  const take = async (taken: FileRef): Promise<void> => {
    setFile(taken)
    setSkip(new Set())
    setReading(await read.run({ file: taken, cohortId: seen.cohort.id }))
  }
  const onWrite = async (): Promise<void> => {
    if (file !== undefined) setWritten(await write.run({ file, cohortId: seen.cohort.id, skip: [...skip] }))
  }
  const restart = (): void => {
    setReading(undefined)
    setWritten(undefined)
  }
  const crumbs = [...frame.crumbs.slice(0, -1), { word: t('agenda.import') }]
  return (
    <Screen fill {...frame} crumbs={crumbs}>
      <div className={style['import']}>
        {written !== undefined ? (
          <Written written={written} cohortId={seen.cohort.id} onAgain={restart} />
        ) : reading === undefined ? (
          <Start cohortId={seen.cohort.id} running={read.running} progress={read.progress} startedAt={read.startedAt} onCancel={read.cancel} error={read.error} onClose={read.forget} onFile={(one) => void take(one)} />
        ) : (
          <Review reading={reading} skip={skip} onSkip={setSkip} writing={write.running} error={write.error} onWrite={() => void onWrite()} onBack={restart} />
        )}
      </div>
    </Screen>
  )
}

function Start(props: {
  readonly cohortId: string
  readonly running: boolean
  readonly progress: Parameters<typeof ProgressBar>[0]['progress']
  readonly startedAt: number | undefined
  readonly onCancel: () => void
  readonly error: Parameters<typeof Failure>[0]['error']
  readonly onClose: () => void
  readonly onFile: (file: FileRef) => void
}) {
  const { t } = useLanguage()
  const template = useJob('sessions.sheetTemplate', { quiet: true })
  const [made, setMade] = useState<FileRef>()
  if (props.running) return <ProgressBar label={t('agenda.readingSheet')} progress={props.progress} startedAt={props.startedAt} onCancel={props.onCancel} />
  return (
    <div className={style['start']}>
      <FileDrop accept=".xlsx,.csv" primary title={t('agenda.dropSheet')} onFiles={([file]) => file !== undefined && props.onFile(file)}>
        {t('agenda.dropSheetWhy')}
      </FileDrop>
      <Failure error={props.error} onClose={props.onClose} />
      {made === undefined ? (
        <div>
          <Button leftSection={<IconDownload size={16} aria-hidden />} loading={template.running} onClick={() => void template.run({ cohortId: props.cohortId }).then(setMade)}>
            {t('agenda.template')}
          </Button>
        </div>
      ) : (
        <FileDone file={made} title={t('agenda.templateReady')} />
      )}
      <Failure error={template.error} onClose={template.forget} />
    </div>
  )
}

function Review(props: {
  readonly reading: Reading
  readonly skip: ReadonlySet<number>
  readonly onSkip: (skip: ReadonlySet<number>) => void
  readonly writing: boolean
  readonly error: Parameters<typeof Failure>[0]['error']
  readonly onWrite: () => void
  readonly onBack: () => void
}) {
  const { t } = useLanguage()
  const { reading, skip } = props
  const wrong = reading.rows.filter((row) => row.problems.length > 0 || row.fields === null)
  const enters = reading.rows.length - wrong.length - [...skip].filter((row) => !wrong.some((one) => one.row === row)).length
  return (
    <>
      <div className={style['importBody']}>
        <p>
          <strong>{t('agenda.sheetRead', { file: reading.fileName, rows: reading.rows.length })}</strong> {t('agenda.columnsRead', { columns: reading.columns.map((one) => `«${one.label}»`).join(', ') })}
        </p>
        {reading.notes.length > 0 && <Note tone="info">{reading.notes.map((note) => <div key={note}>{note}</div>)}</Note>}
        {wrong.length > 0 && <Note tone="warn">{t('agenda.rowsOut', { n: wrong.length })}</Note>}
        {reading.rows.length > 0 && <ReviewTable rows={reading.rows} skip={skip} onSkip={props.onSkip} />}
        <Failure error={props.error} />
      </div>
      <StepFoot onBack={props.onBack} isLast next={t('agenda.create', { n: enters })} blocked={enters === 0 ? t('agenda.nothingEnters') : undefined} waits={props.writing ? t('agenda.writing') : undefined} onNext={props.onWrite}>
        {t('agenda.nothingWritten')}
      </StepFoot>
    </>
  )
}

function ReviewTable(props: { readonly rows: readonly SheetRow[]; readonly skip: ReadonlySet<number>; readonly onSkip: (skip: ReadonlySet<number>) => void }) {
  const { t } = useLanguage()
  const toggle = (row: number): void => {
    const next = new Set(props.skip)
    if (!next.delete(row)) next.add(row)
    props.onSkip(next)
  }
  return (
    <table className={style['review']} aria-label={t('agenda.table')}>
      <thead>
        <tr>
          <th aria-hidden="true" />
          <th scope="col">{t('agenda.row')}</th>
          <th scope="col">{t('agenda.day')}</th>
          <th scope="col">{t('agenda.time')}</th>
          <th scope="col">{t('agenda.subject')}</th>
          <th scope="col">{t('agenda.planned')}</th>
          <th scope="col">{t('agenda.speakers')}</th>
          <th scope="col">{t('agenda.toLook')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <ReviewRow key={row.row} row={row} isOut={props.skip.has(row.row)} onToggle={() => toggle(row.row)} />
        ))}
      </tbody>
    </table>
  )
}

function ReviewRow(props: { readonly row: SheetRow; readonly isOut: boolean; readonly onToggle: () => void }) {
  const { t, language } = useLanguage()
  const { row, isOut } = props
  const { fields } = row
  const cannot = fields === null || row.problems.length > 0
  return (
    <tr data-out={isOut || cannot}>
      <td>
        <Checkbox size="xs" checked={!isOut && !cannot} disabled={cannot} aria-label={t('agenda.takeRow', { row: row.row })} onChange={props.onToggle} />
      </td>
      <td>{row.row}</td>
      <td>{fields === null ? '' : dayWords(fields.day, language)}</td>
      <td>{fields === null ? '' : timeWords(fields)}</td>
      <td>
        {fields?.subject}
        {fields?.module != null && <div className={style['soft']}>{fields.module}</div>}
      </td>
      <td>{fields === null ? '' : t('agenda.minutes', { n: fields.plannedMinutes })}</td>
      <td>
        {row.speakers.map((one) => (
          <div key={one.written} className={one.personId === null ? style['unknown'] : undefined}>
            {one.name ?? t('agenda.speakerUnknown', { written: one.written })}
          </div>
        ))}
      </td>
      <td>
        <ul className={style['said']}>
          {row.problems.map((sentence) => (
            <li key={sentence} data-tone="bad">
              <IconAlertOctagon size={14} aria-hidden /> {sentence}
            </li>
          ))}
          {row.warnings.map((sentence) => (
            <li key={sentence} data-tone="warn">
              <IconAlertTriangle size={14} aria-hidden /> {sentence}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Written(props: { readonly written: Gives<'sessions.importSheet'>; readonly cohortId: string; readonly onAgain: () => void }) {
  const { t } = useLanguage()
  const { written } = props
  return (
    <ActReceipt
      title={t('agenda.written', { n: written.created })}
      act={written.act}
      figures={[
        { label: t('agenda.figureCreated'), value: written.created },
        { label: t('agenda.figureThere'), value: written.alreadyThere },
        { label: t('agenda.figureRejected'), value: written.rejected },
      ]}
      actions={
        <>
          <Button component="a" variant="filled" href={cohortHref(props.cohortId, 'sesiones')}>
            {t('agenda.seeSessions')}
          </Button>
          <Button onClick={props.onAgain}>{t('agenda.anotherSheet')}</Button>
        </>
      }
    />
  )
}
