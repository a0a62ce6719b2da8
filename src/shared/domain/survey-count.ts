import { byText } from './order.ts'
import type { Answer, Answers, Question } from './survey-questions.ts'
import { fewestApart, satisfiedFrom, scaleSteps } from './survey-questions.ts'

export interface QuestionCount {
  readonly question: Question
  readonly answered: number
  readonly blank: number
  /** Of `scale`: the mean 1–5 and the percent of 4 and 5, unrounded; null where nobody answered. */
  readonly mean: number | null
  readonly satisfied: number | null
  /** `share` in percent of those who answered. */
  readonly counts: readonly { readonly answer: Answer; readonly n: number; readonly share: number }[]
  readonly texts: readonly string[]
}

/** What all forms together say to each question. */
export function countForms(questions: readonly Question[], forms: readonly Answers[]): QuestionCount[] {
  return questions.map((question) => {
    const answers = forms.flatMap((form) => form[question.id] ?? [])
    const scale = question.kind === 'scale' ? answers.filter((answer) => typeof answer === 'number') : []
    return {
      question,
      answered: answers.length,
      blank: forms.length - answers.length,
      mean: meanOf(scale),
      satisfied: satisfiedOf(scale),
      counts: possible(question).map((answer) => {
        const n = answers.filter((given) => given === answer).length
        return { answer, n, share: answers.length === 0 ? 0 : (n * 100) / answers.length }
      }),
      texts: question.kind === 'text' ? shuffled(answers.map(String), question.id) : [],
    }
  })
}

/** The mean and the percent of 4 and 5 over every scale of every form; null where no scale was marked. */
export function overall(questions: readonly Question[], forms: readonly Answers[]): { readonly mean: number | null; readonly satisfied: number | null } {
  const ids = questions.filter((question) => question.kind === 'scale').map((question) => question.id)
  const marks = forms.flatMap((form) => ids.flatMap((id) => (typeof form[id] === 'number' ? [form[id]] : [])))
  return { mean: meanOf(marks), satisfied: satisfiedOf(marks) }
}

/**
 * The groups whose answers may not be shown apart: those with fewer than five, and the smallest others with them until what
 * is hidden cannot be told from the total by subtraction. None where only one group answered: it is the total itself.
 */
export function hiddenGroups(groups: readonly { readonly id: string; readonly responses: number }[]): ReadonlySet<string> {
  const answered = groups.filter((group) => group.responses > 0).toSorted((one, other) => one.responses - other.responses || byText(one.id, other.id))
  const hidden = answered.length > 1 ? answered.filter((group) => group.responses < fewestApart) : []
  let sum = hidden.reduce((total, group) => total + group.responses, 0)
  for (const group of answered.slice(hidden.length)) {
    if (hidden.length === 0 || sum >= fewestApart) break
    hidden.push(group)
    sum += group.responses
  }
  return new Set(hidden.map((group) => group.id))
}

function possible(question: Question): readonly Answer[] {
  if (question.kind === 'scale') return scaleSteps
  if (question.kind === 'yesno') return [true, false]
  return question.kind === 'choice' ? question.options : []
}

function meanOf(marks: readonly number[]): number | null {
  return marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length
}

function satisfiedOf(marks: readonly number[]): number | null {
  return marks.length === 0 ? null : (marks.filter((mark) => mark >= satisfiedFrom).length * 100) / marks.length
}

/** An order that tells nothing of when or by whom a text was written, the same each time. */
function shuffled(texts: readonly string[], seed: string): string[] {
  return texts
    .map((text) => ({ text, key: spread(`${seed}\n${text}`) }))
    .toSorted((one, other) => one.key - other.key || byText(one.text, other.text))
    .map(({ text }) => text)
}

/** FNV-1a over UTF-16 units, stirred: neighbours in the alphabet end far apart. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
