import { useState } from 'react'
import { Button } from '@mantine/core'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { fewestApart } from '../../../shared/domain/survey-questions.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Figures } from '../../ui/figures.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconKeyboard, IconPrinter, IconUpload } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { Comments, ResultTable } from './result-table.tsx'
import { ReportMenu, useMadeFile } from './report-file.tsx'
import type { SurveyViewProps } from './surveys-tab.tsx'
import style from './surveys.module.css'

export type Results = Gives<'surveys.results'>
type Of = 'group' | 'all'

/** What the forms say: of this group, or of all groups of the course. */
export function SurveyResults({ seen, survey, frame, goTo }: SurveyViewProps) {
  const t = useText()
  const [of, setOf] = useState<Of>('group')
  const which = { surveyId: survey.id, ...(of === 'group' ? { cohortId: seen.cohort.id } : {}) }
  const results = useQuery('surveys.results', which, { keepOld: true })
  const report = useJob('surveys.report', { label: t('survey.makingReport') })
  const form = useJob('surveys.form', { label: t('survey.makingForm') })
  const made = useMadeFile()
  const onReport = async (format: 'xlsx' | 'pdf'): Promise<void> => {
    made.show(undefined)
    made.show(await report.run({ ...which, format }), t('survey.reportReady'))
  }
  const onForm = async (): Promise<void> => {
    made.show(undefined)
    made.show(await form.run({ id: survey.id }), t('survey.formReady'))
  }
  const { data } = results
  // A group that may not be shown apart has no report of its own.
  const canReport = data !== undefined && data.responses > 0 && data.questions.length > 0
  return (
    <Screen
      {...frame}
      actions={
        <>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={form.running} onClick={() => void onForm()}>
            {t('survey.printForm')}
          </Button>
          {canReport && <ReportMenu word={t('survey.report')} running={report.running} onMake={(format) => void onReport(format)} />}
          {survey.responses > 0 && (
            <Button variant="filled" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => goTo('escribir')}>
              {t('survey.typeForms')}
            </Button>
          )}
        </>
      }
    >
      {made.outcome}
      <Failure error={report.error ?? form.error} onClose={() => (report.forget(), form.forget())} />
      {data === undefined ? <Failure error={results.error} onRetry={results.reload} /> : survey.responses === 0 ? <NoAnswers goTo={goTo} /> : <Seen data={data} of={of} onOf={setOf} group={seen.cohort.name} />}
    </Screen>
  )
}

function NoAnswers({ goTo }: Pick<SurveyViewProps, 'goTo'>) {
  const t = useText()
  return (
    <EmptyState
      drawing="sheet"
      title={t('survey.noAnswers')}
      actions={
        <>
          <Button variant="filled" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => goTo('escribir')}>
            {t('survey.typeForms')}
          </Button>
          <Button leftSection={<IconUpload size={16} aria-hidden />} onClick={() => goTo('importar')}>
            {t('survey.importFile')}
          </Button>
        </>
      }
    >
      {t('survey.noAnswersWhy')}
    </EmptyState>
  )
}

function Seen(props: { readonly data: Results; readonly of: Of; readonly onOf: (of: Of) => void; readonly group: string }) {
  const t = useText()
  const { data, of } = props
  const [shape, setShape] = useState<'chart' | 'figures'>('chart')
  const marked = data.questions.filter((one) => one.question.kind !== 'text')
  const own = data.cohorts.filter((cohort) => cohort.responses > 0)
  return (
    <div className={style['stack']}>
      <div className={style['between']}>
        <FilterWords label={t('survey.whose')} value={of} onChange={props.onOf} words={[{ value: 'group', word: props.group }, { value: 'all', word: t('survey.allGroups'), count: data.cohorts.reduce((sum, cohort) => sum + cohort.responses, 0) }]} />
        {marked.length > 0 && <FilterWords label={t('survey.shape')} value={shape} onChange={setShape} words={[{ value: 'chart', word: t('survey.asChart') }, { value: 'figures', word: t('survey.asFigures') }]} />}
      </div>
      <Figures label={t('survey.results')} figures={figuresOf(data, t)} />
      {data.responses > 0 && data.questions.length === 0 && <Note tone="warn" title={t('survey.notApart')}>{t('surveys.tooFewApart', { least: fewestApart })}</Note>}
      {data.questions.length > 0 && data.responses > 0 && data.responses < fewestApart && <Note tone="warn">{t('surveys.couldTell', { n: data.responses })}</Note>}
      {data.participants > 0 && data.responses > data.participants && <Note tone="warn">{t('survey.tooMany', { n: data.responses, of: data.participants })}</Note>}
      {data.responses === 0 && <Note tone="info">{t('survey.groupHasNone', { group: props.group })}</Note>}
      {data.responses > 0 && marked.length > 0 && <ResultTable results={marked} shape={shape} />}
      {data.responses > 0 && data.questions.filter((one) => one.texts.length > 0).map((one) => <Comments key={one.question.id} result={one} />)}
      {of === 'all' && own.length > 1 && <Groups data={data} />}
    </div>
  )
}

function figuresOf(data: Results, t: Text): { label: string; value: string }[] {
  const none = '—'
  return [
    { label: t('survey.forms'), value: data.participants === 0 ? String(data.responses) : t('survey.nOf', { n: data.responses, of: data.participants }) },
    { label: t('surveys.overallMean'), value: data.mean === null ? none : t('surveys.meanOfFive', { mean: groupedNumber(data.mean, 2) }) },
    { label: t('surveys.overallSatisfied'), value: data.satisfied === null ? none : `${groupedNumber(data.satisfied, 1)} %` },
  ]
}

function Groups({ data }: { readonly data: Results }) {
  const t = useText()
  const isHiding = data.cohorts.some((cohort) => cohort.responses > 0 && cohort.mean === null)
  return (
    <Card title={t('survey.byGroup')}>
      <table className={style['results']}>
        <thead>
          <tr>
            <th scope="col">{t('lists.cohort')}</th>
            <th scope="col">{t('survey.forms')}</th>
            <th scope="col">{t('survey.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {data.cohorts.map((cohort) => (
            <tr key={cohort.id}>
              <th scope="row">{cohort.name}</th>
              <td>{cohort.responses}</td>
              <td>{cohort.mean === null ? (cohort.responses === 0 ? '—' : t('survey.hidden')) : groupedNumber(cohort.mean, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isHiding && <p className={style['why']}>{t('survey.hiddenWhy', { least: fewestApart })}</p>}
    </Card>
  )
}
