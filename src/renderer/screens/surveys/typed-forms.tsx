import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { Answers, Question } from '../../../shared/domain/survey-questions.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconTrash } from '../../ui/icons.ts'
import type { Survey } from './surveys-tab.tsx'
import style from './surveys.module.css'

const SHOWN = 12

/** The forms of the group typed last, to see a slip and take it out. */
export function TypedForms({ survey, cohortId }: { readonly survey: Survey; readonly cohortId: string }) {
  const t = useText()
  const forms = useQuery('surveys.responses', { surveyId: survey.id, cohortId }, { keepOld: true })
  const remove = useCommand('surveys.removeAnswer', { said: t('survey.formRemoved') })
  const typed = forms.data?.filter((form) => form.source === 'typed') ?? []
  const imported = (forms.data?.length ?? 0) - typed.length
  return (
    <aside className={style['typed']} aria-label={t('survey.lastTyped')}>
      <h2>{t('survey.lastTyped')}</h2>
      <p className={style['why']}>{[t('survey.nTyped', { n: typed.length }), ...(imported === 0 ? [] : [t('survey.nImported', { n: imported })])].join(' · ')}</p>
      <Failure error={forms.error ?? remove.error} onClose={remove.forget} />
      <ol>
        {typed.slice(0, SHOWN).map((form, at) => (
          <li key={form.id}>
            <span className="tabular">
              <b>{t('survey.formNumber', { n: typed.length - at })}</b> <small>{formatDate(form.answeredOn)}</small>
            </span>
            <code title={t('survey.inOrder')}>{shortly(survey.questions, form.answers, t)}</code>
            <Button variant="subtle" size="compact-sm" aria-label={t('survey.removeForm', { n: typed.length - at })} onClick={() => void remove.run({ id: form.id })}>
              <IconTrash size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** "5 4 4 · 5 Sí": its marks in the order of the paper; a dot for left blank, a pencil's stroke for a text. */
function shortly(questions: readonly Question[], answers: Answers, t: Text): string {
  return questions
    .map((question) => {
      const answer = answers[question.id] ?? null
      if (answer === null) return '·'
      if (typeof answer === 'boolean') return t(answer ? 'surveys.yes' : 'surveys.no')
      if (question.kind === 'text') return '✎'
      return question.kind === 'choice' ? String(question.options.indexOf(String(answer)) + 1) : String(answer)
    })
    .join(' ')
}
