import type { Answer, Question } from '../../../shared/domain/survey-questions.ts'

/** What a key does while a paper form is typed in. */
export type Press = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'save' | 'next' | 'previous' } | null

/**
 * Figures mark (1–5 the scale, 1 yes and 2 no, the option's place), S and N say yes and no, 0 leaves blank; each moves on.
 * Arrows and Backspace move; Enter saves. In a text all keys write but Enter, and the arrows while it is empty.
 */
export function pressOf(question: Question | undefined, key: string, written: string): Press {
  if (key === 'Enter') return { kind: 'save' }
  if (question === undefined) return key === 'ArrowUp' || key === 'Backspace' ? { kind: 'previous' } : null
  if (question.kind === 'text' && written !== '') return null
  if (key === 'ArrowDown') return { kind: 'next' }
  if (key === 'ArrowUp') return { kind: 'previous' }
  if (question.kind === 'text') return null
  if (key === 'Backspace') return { kind: 'previous' }
  if (key === '0' || key === ' ' || key === 'Delete') return { kind: 'answer', answer: null }
  const answer = answerOf(question, key)
  return answer === undefined ? null : { kind: 'answer', answer }
}

function answerOf(question: Question, key: string): Answer | undefined {
  const figure = /^[1-9]$/.test(key) ? Number(key) : 0
  if (question.kind === 'scale') return figure >= 1 && figure <= 5 ? figure : undefined
  if (question.kind === 'choice') return question.options[figure - 1]
  if (figure === 1 || /^[sy]$/i.test(key)) return true
  return figure === 2 || /^n$/i.test(key) ? false : undefined
}
