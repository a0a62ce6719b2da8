import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '@mantine/core'
import type { Answer, Answers } from '../../../shared/domain/survey-questions.ts'
import { isBlankForm, wholeForm } from '../../../shared/domain/survey-questions.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Screen } from '../../ui/screen.tsx'
import type { SurveyViewProps } from './surveys-tab.tsx'
import { TypedForms } from './typed-forms.tsx'
import { TypingQuestion } from './typing-question.tsx'
import { pressOf } from './typing-keys.ts'
import style from './surveys.module.css'

/** A form half typed stays while one looks elsewhere. */
const drafts = new Map<string, Answers>()

/** Types paper forms in, one after the other, with the keyboard alone. */
export function SurveyTyping({ seen, survey, frame, goTo }: SurveyViewProps) {
  const t = useText()
  const { questions } = survey
  const typing = useTyping(survey, seen.cohort.id)
  const { at, form, list } = typing
  if (questions.length === 0) {
    return (
      <Screen {...frame}>
        <EmptyState drawing="sheet" title={t('survey.noQuestions')} actions={<Button variant="filled" onClick={() => goTo('preguntas')}>{t('survey.addQuestions')}</Button>}>
          {t('survey.noQuestionsWhy')}
        </EmptyState>
      </Screen>
    )
  }
  return (
    <Screen {...frame} fill panel={<TypedForms survey={survey} cohortId={seen.cohort.id} />}>
      <div className={style['typing']}>
        <p className={style['keys']}>
          <KeyHint keys="1" /> … <KeyHint keys="5" /> {t('survey.keysMark')} · <KeyHint keys="0" /> {t('survey.keysBlank')} · <KeyHint keys="↑" /> <KeyHint keys="↓" /> {t('survey.keysMove')} · <KeyHint keys="Enter" /> {t('survey.keysSave')} · <KeyHint keys="Ctrl+Z" /> {t('survey.keysUndo')}
        </p>
        <Failure error={typing.error} onClose={typing.forget} />
        {/* Each row takes the keyboard by itself; the list hears the keys of whichever has it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ol ref={list} className={style['asked']} onKeyDown={typing.onKeyDown} aria-label={t('survey.formOf', { survey: survey.name, group: seen.cohort.name })}>
          {questions.map((question, index) => (
            <li key={question.id} data-now={index === at}>
              {question.section !== null && question.section !== questions[index - 1]?.section && <h3>{question.section}</h3>}
              <TypingQuestion question={question} number={index + 1} answer={form[question.id] ?? null} onAnswer={(answer) => typing.put(index, answer)} onFocus={() => typing.setAt(index)} />
            </li>
          ))}
        </ol>
        <div className={style['foot']}>
          <span aria-live="polite">{typing.saved === 0 ? t('survey.noneTypedYet', { group: seen.cohort.name }) : t('survey.typedNow', { n: typing.saved, group: seen.cohort.name })}</span>
          <Button variant="filled" loading={typing.running} disabled={typing.isBlank} rightSection={<KeyHint keys="Enter" />} onClick={() => void typing.save()}>
            {t('survey.saveForm')}
          </Button>
        </div>
      </div>
    </Screen>
  )
}

/** The form being typed: its answers, where the keyboard is, and the saving that opens the next one. */
function useTyping({ id: surveyId, questions }: SurveyViewProps['survey'], cohortId: string) {
  const draft = `${surveyId} ${cohortId}`
  const [form, setForm] = useState<Answers>(() => drafts.get(draft) ?? {})
  const [at, setAt] = useState(0)
  const [saved, setSaved] = useState(0)
  const list = useRef<HTMLOListElement>(null)
  const command = useCommand('surveys.answer', { quiet: true })
  const whole = wholeForm(questions, form)
  useEffect(() => {
    if (isBlankForm(whole)) drafts.delete(draft)
    else drafts.set(draft, form)
  })
  // The first question of each new form waits for the keyboard.
  useEffect(() => focusOn(list.current, 0), [saved])
  const move = (index: number): void => {
    const next = Math.max(0, Math.min(questions.length - 1, index))
    setAt(next)
    focusOn(list.current, next)
  }
  const put = (index: number, answer: Answer): void => {
    const question = questions[index]
    if (question !== undefined) setForm((old) => ({ ...old, [question.id]: answer }))
  }
  const save = async (): Promise<void> => {
    if (command.running || isBlankForm(whole)) return
    if ((await command.run({ surveyId, cohortId, answers: whole })) === undefined) return
    setForm({})
    setAt(0)
    setSaved((n) => n + 1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Ctrl+Enter keeps what is written everywhere else too.
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault()
      return void save()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === 'Enter' && event.shiftKey)) return
    const question = questions[at]
    const written = question === undefined ? '' : String(form[question.id] ?? '')
    const press = pressOf(question, event.key, question?.kind === 'text' ? written : '')
    if (press === null) return
    event.preventDefault()
    if (press.kind === 'save') void save()
    else if (press.kind === 'answer') {
      put(at, press.answer)
      move(at + 1)
    } else move(press.kind === 'next' ? at + 1 : at - 1)
  }
  return { form, at, setAt, put, save, saved, onKeyDown, list, isBlank: isBlankForm(whole), running: command.running, error: command.error, forget: command.forget }
}

function focusOn(list: HTMLOListElement | null, index: number): void {
  const field = list?.children[index]?.querySelector<HTMLElement>('[data-field]')
  field?.focus({ preventScroll: true })
  field?.closest('li')?.scrollIntoView?.({ block: 'nearest' })
}
