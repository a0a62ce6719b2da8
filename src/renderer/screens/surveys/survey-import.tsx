import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { ActReceipt } from '../../ui/act-receipt.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { IconUpload } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import type { Survey, SurveyViewProps } from './surveys-tab.tsx'
import style from './surveys.module.css'

type Read = Gives<'surveys.readSheet'>
type Chosen = readonly { readonly column: number; readonly questionId: string | null }[]

/** Reads what a form on the web exported: which column is which question, what stays out, then writes it. */
export function SurveyImport({ seen, survey, frame, goTo }: SurveyViewProps) {
  const t = useText()
  const [file, setFile] = useState<FileRef>()
  const [chosen, setChosen] = useState<Chosen>([])
  const [read, setRead] = useState<Read>()
  const reading = useJob('surveys.readSheet', { label: t('survey.reading') })
  const writing = useJob('surveys.importSheet', { label: t('survey.writing'), quiet: true })
  const [done, setDone] = useState<Gives<'surveys.importSheet'>>()
  const look = async (taken: FileRef, columns: Chosen): Promise<void> => {
    setFile(taken)
    setChosen(columns)
    setDone(undefined)
    writing.forget()
    const answer = await reading.run({ file: taken, surveyId: survey.id, columns: [...columns] })
    if (answer !== undefined) setRead(answer)
  }
  const again = (): void => {
    setFile(undefined)
    setRead(undefined)
    setDone(undefined)
    reading.forget()
  }
  const write = async (): Promise<void> => {
    if (file !== undefined) setDone(await writing.run({ file, surveyId: survey.id, cohortId: seen.cohort.id, columns: [...chosen] }))
  }
  if (done !== undefined && read !== undefined) {
    return (
      <Screen {...frame}>
        <ActReceipt
          title={t('survey.imported', { file: read.fileName })}
          act={done.act}
          figures={[{ label: t('survey.written'), value: done.written }, { label: t('survey.alreadyThere'), value: done.alreadyThere }, { label: t('survey.emptyRows'), value: done.empty }]}
          actions={
            <>
              <Button variant="filled" onClick={() => goTo('resultados')}>
                {t('survey.seeResults')}
              </Button>
              <Button onClick={again}>{t('survey.anotherFile')}</Button>
            </>
          }
        >
          {done.alreadyThere > 0 && <p className={style['why']}>{t('survey.alreadyWhy')}</p>}
        </ActReceipt>
      </Screen>
    )
  }
  return (
    <Screen {...frame}>
      <Failure error={reading.error ?? writing.error} onClose={() => (reading.forget(), writing.forget())} />
      {read === undefined || file === undefined ? (
        <FileDrop accept=".csv,.xlsx" primary title={t('survey.dropExport')} onFiles={([taken]) => taken !== undefined && void look(taken, [])}>
          {t('survey.dropExportWhy', { group: seen.cohort.name })}
        </FileDrop>
      ) : (
        <div className={style['stack']}>
          <div className={style['between']}>
            <b>{t('survey.fileRows', { file: read.fileName, n: read.rows })}</b>
            <span className={style['which']}>
              <Button onClick={again}>{t('survey.anotherFile')}</Button>
              <Button variant="filled" leftSection={<IconUpload size={16} aria-hidden />} loading={writing.running} disabled={reading.running || !read.columns.some((column) => column.questionId !== null)} onClick={() => void write()}>
                {t('survey.writeRows', { group: seen.cohort.name })}
              </Button>
            </span>
          </div>
          {writing.running && <ProgressBar label={t('survey.writing')} progress={writing.progress} startedAt={writing.startedAt} onCancel={writing.cancel} />}
          {read.notes.length > 0 && (
            <Note tone="info">
              {read.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </Note>
          )}
          <Columns survey={survey} read={read} busy={reading.running} onChoose={(column, questionId) => void look(file, [...chosen.filter((one) => one.column !== column), { column, questionId }])} />
          {read.problems.length > 0 && <Problems read={read} />}
        </div>
      )}
      {reading.running && read === undefined && <ProgressBar label={t('survey.reading')} progress={reading.progress} startedAt={reading.startedAt} onCancel={reading.cancel} />}
    </Screen>
  )
}

function Columns(props: { readonly survey: Survey; readonly read: Read; readonly busy: boolean; readonly onChoose: (column: number, questionId: string | null) => void }) {
  const t = useText()
  const { survey, read } = props
  const choices = survey.questions.map((question, at) => ({ value: question.id, label: `${at + 1}. ${question.text}` }))
  const taken = new Set(read.columns.map((column) => column.questionId))
  const unread = survey.questions.filter((question) => !taken.has(question.id))
  return (
    <Card title={t('survey.columns')}>
      <table className={style['columns']}>
        <thead>
          <tr>
            <th scope="col">{t('survey.column')}</th>
            <th scope="col">{t('survey.isQuestion')}</th>
            <th scope="col">{t('survey.why')}</th>
            <th scope="col">{t('survey.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {read.columns.map((column) => (
            <tr key={column.column} data-out={column.questionId === null}>
              <th scope="row">
                <b>{column.letter}</b> {column.label}
              </th>
              <td>
                {column.isPersonal ? (
                  <span className={style['quiet']}>{t('survey.staysOut')}</span>
                ) : (
                  <Select aria-label={t('survey.questionOf', { column: column.letter })} placeholder={t('survey.staysOut')} data={choices} value={column.questionId} clearable searchable disabled={props.busy} onChange={(value) => props.onChoose(column.column, value)} />
                )}
              </td>
              <td>{column.why}</td>
              <td className={style['quiet']}>{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unread.length > 0 && <p className={style['why']}>{t('survey.unread', { questions: unread.map((question) => question.text).join('; ') })}</p>}
    </Card>
  )
}

function Problems({ read }: { readonly read: Read }) {
  const t = useText()
  const letters = new Map(read.columns.map((column) => [column.column, column.letter]))
  return (
    <Card title={t('survey.problems', { n: read.problems.length })}>
      <ul className={style['problems']}>
        {read.problems.map((problem) => (
          <li key={`${problem.row} ${problem.column}`}>
            <b className="tabular">{`${letters.get(problem.column) ?? ''}${problem.row}`}</b> {problem.sentence}
          </li>
        ))}
      </ul>
    </Card>
  )
}
