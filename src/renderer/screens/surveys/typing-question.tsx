import { useId } from 'react'
import type { Answer, Question } from '../../../shared/domain/survey-questions.ts'
import { scaleSteps } from '../../../shared/domain/survey-questions.ts'
import { useText } from '../../language.tsx'
import style from './surveys.module.css'

/** One question of a form being typed: boxes as on the paper, or lines to write on. */
export function TypingQuestion(props: { readonly question: Question; readonly number: number; readonly answer: Answer; readonly onAnswer: (answer: Answer) => void; readonly onFocus: () => void }) {
  const t = useText()
  const label = useId()
  const { question, answer } = props
  const words = (
    <span id={label} className={style['words']}>
      <b>{props.number}.</b> {question.text}
    </span>
  )
  if (question.kind === 'text') {
    return (
      <div className={style['question']} data-kind="text">
        {words}
        <textarea data-field aria-labelledby={label} rows={2} maxLength={2000} value={typeof answer === 'string' ? answer : ''} onFocus={props.onFocus} onChange={(event) => props.onAnswer(event.currentTarget.value)} />
      </div>
    )
  }
  const choices: readonly { readonly value: Answer; readonly word: string }[] =
    question.kind === 'scale'
      ? scaleSteps.map((step) => ({ value: step, word: String(step) }))
      : question.kind === 'yesno'
        ? [{ value: true, word: t('surveys.yes') }, { value: false, word: t('surveys.no') }]
        : question.options.map((option, at) => ({ value: option, word: `${at + 1} ${option}` }))
  const chosen = choices.findIndex((choice) => choice.value === answer)
  return (
    <div className={style['question']} data-kind={question.kind}>
      {words}
      <div role="group" aria-labelledby={label} className={style['boxes']}>
        {choices.map((choice, at) => (
          // One box holds the place of the question for Tab; figures and arrows do the rest.
          <button key={choice.word} type="button" data-field={at === Math.max(0, chosen) ? '' : undefined} tabIndex={at === Math.max(0, chosen) ? 0 : -1} aria-pressed={at === chosen} onFocus={props.onFocus} onClick={() => props.onAnswer(at === chosen ? null : choice.value)}>
            {choice.word}
          </button>
        ))}
      </div>
    </div>
  )
}
