import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FilterWords } from '../../ui/filter-words.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { SurveyImport } from './survey-import.tsx'
import { SurveyQuestions } from './survey-questions.tsx'
import { SurveyResults } from './survey-results.tsx'
import { SurveyTyping } from './survey-typing.tsx'
import style from './surveys.module.css'

export type Survey = Gives<'surveys.list'>[number]

/** What can be done with a survey, as it stands in the address. */
const VIEWS = ['resultados', 'escribir', 'importar', 'preguntas'] as const
type View = (typeof VIEWS)[number]

/** What each view of a survey is handed. `frame` is spread into its `Screen`. */
export interface SurveyViewProps {
  readonly seen: CohortTabProps['seen']
  readonly survey: Survey
  readonly frame: Omit<Parameters<typeof Screen>[0], 'children'>
  readonly goTo: (view: View) => void
}

/** The surveys of reaction of the group's course: what they say, typing them in, reading an export, their questions. */
export function SurveysTab({ seen, path }: CohortTabProps) {
  const t = useText()
  const frame = useCohortFrame(seen, 'encuestas')
  const list = useQuery('surveys.list', { editionId: seen.edition.id })
  const create = useCommand('surveys.create', { said: t('survey.created') })
  const toView = (surveyId: string, view: View): void => go('programmes', ['grupo', seen.cohort.id, 'encuestas', surveyId, view])
  const onCreate = async (copyOf: string | null = null): Promise<void> => {
    const names = new Set(list.data?.map((one) => one.name))
    const name = t('survey.usualName')
    let free = name
    for (let n = 2; names.has(free); n += 1) free = `${name} ${n}`
    const made = await create.run({ editionId: seen.edition.id, name: free, copyOf })
    if (made !== undefined) toView(made.id, 'preguntas')
  }
  if (list.data === undefined) {
    return (
      <Screen {...frame}>
        <Failure error={list.error} onRetry={list.reload} />
      </Screen>
    )
  }
  const survey = list.data.find((one) => one.id === path[0]) ?? list.data.at(-1)
  if (survey === undefined) {
    return (
      <Screen {...frame}>
        <Failure error={create.error} onClose={create.forget} />
        <NoSurvey running={create.running} onCreate={() => void onCreate()} />
      </Screen>
    )
  }
  const view = VIEWS.find((one) => one === path[1]) ?? 'resultados'
  const tools = <Tools surveys={list.data} survey={survey} view={view} onSurvey={(id) => toView(id, view)} onView={(next) => toView(survey.id, next)} onNew={() => void onCreate()} />
  const props: SurveyViewProps = { seen, survey, frame: { ...frame, tools }, goTo: (next) => toView(survey.id, next) }
  if (view === 'escribir') return <SurveyTyping key={survey.id} {...props} />
  if (view === 'importar') return <SurveyImport key={survey.id} {...props} />
  if (view === 'preguntas') return <SurveyQuestions key={survey.id} {...props} />
  return <SurveyResults key={survey.id} {...props} />
}

function Tools(props: { readonly surveys: readonly Survey[]; readonly survey: Survey; readonly view: View; readonly onSurvey: (id: string) => void; readonly onView: (view: View) => void; readonly onNew: () => void }): ReactNode {
  const t = useText()
  const { survey } = props
  return (
    <div className={style['tools']}>
      <FilterWords
        label={t('survey.views')}
        value={props.view}
        onChange={props.onView}
        words={[
          { value: 'resultados', word: t('survey.results'), count: survey.responses },
          { value: 'escribir', word: t('survey.type') },
          { value: 'importar', word: t('survey.import') },
          { value: 'preguntas', word: t('survey.questions'), count: survey.questions.length },
        ]}
      />
      <span className={style['which']}>
        {props.surveys.length > 1 ? <FilterWords label={t('survey.surveys')} value={survey.id} onChange={props.onSurvey} words={props.surveys.map((one) => ({ value: one.id, word: one.name }))} /> : <b>{survey.name}</b>}
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={props.onNew}>
          {t('survey.another')}
        </Button>
      </span>
    </div>
  )
}

function NoSurvey(props: { readonly running: boolean; readonly onCreate: () => void }) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  return (
    <EmptyState
      drawing="sheet"
      title={t('survey.none')}
      actions={
        <Button variant="filled" loading={props.running} disabled={asked && props.running} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => (setAsked(true), props.onCreate())}>
          {t('survey.create')}
        </Button>
      }
    >
      {t('survey.noneWhy')}
    </EmptyState>
  )
}
