/** The questions of a reaction survey (level 1) and what one form says of them. */

export const questionKinds = ['scale', 'yesno', 'choice', 'text'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface Question {
  readonly id: string
  readonly section: string | null
  readonly text: string
  readonly kind: QuestionKind
  /** For `choice`: what can be chosen. */
  readonly options: readonly string[]
}

/** 1 to 5, whether yes, the option's or the writer's words; null for left blank. */
export type Answer = number | boolean | string | null
export type Answers = Readonly<Record<string, Answer>>

/** The scale of every question that is marked with a figure, very bad to very good. */
export const scaleSteps = [1, 2, 3, 4, 5] as const
/** From this step on somebody counts as satisfied. */
export const satisfiedFrom = 4
/** Fewer answers than these could tell who gave them: no group is shown apart with less. */
export const fewestApart = 5

/** What keeps an answer from being one to that question, or null. */
export function answerProblem(question: Question, answer: Answer): 'scale' | 'yesno' | 'choice' | 'text' | null {
  if (answer === null) return null
  if (question.kind === 'scale') return typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= 5 ? null : 'scale'
  if (question.kind === 'yesno') return typeof answer === 'boolean' ? null : 'yesno'
  if (question.kind === 'choice') return typeof answer === 'string' && question.options.includes(answer) ? null : 'choice'
  return typeof answer === 'string' ? null : 'text'
}

/** The answers in the order of the questions, each question once: what was not answered is null, what is only blanks too. */
export function wholeForm(questions: readonly Question[], answers: Answers): Record<string, Answer> {
  return Object.fromEntries(
    questions.map(({ id }) => {
      const answer = answers[id] ?? null
      const tidy = typeof answer === 'string' ? answer.normalize('NFC').trim() : answer
      return [id, tidy === '' ? null : tidy]
    }),
  )
}

export function isBlankForm(answers: Answers): boolean {
  return Object.values(answers).every((answer) => answer === null)
}

export interface EditRefusal {
  readonly kind: 'goes' | 'changesKind' | 'optionGoes'
  readonly question: Question
  /** The option that was chosen by somebody and would go. */
  readonly option: string
  readonly answered: number
}

/** The first change that answers already given do not survive: a question or an option of theirs that goes, or another kind of answer. */
export function editRefusal(before: readonly Question[], after: readonly Question[], given: readonly Answers[]): EditRefusal | null {
  for (const question of before) {
    const answers = given.flatMap((one) => one[question.id] ?? [])
    if (answers.length === 0) continue
    const next = after.find((one) => one.id === question.id)
    const refusal = { question, option: '', answered: answers.length }
    if (next === undefined) return { kind: 'goes', ...refusal }
    if (next.kind !== question.kind) return { kind: 'changesKind', ...refusal }
    const lost = question.kind === 'choice' ? question.options.find((option) => !next.options.includes(option) && answers.includes(option)) : undefined
    if (lost !== undefined) return { kind: 'optionGoes', question, option: lost, answered: answers.filter((answer) => answer === lost).length }
  }
  return null
}

/** What is wrong with a list of questions as an office leaves it, or null: the same id twice, a choice of fewer than two, an option twice. */
export function questionsProblem(questions: readonly Question[]): { readonly kind: 'sameId' | 'fewOptions' | 'sameOption'; readonly question: Question } | null {
  const ids = new Set<string>()
  for (const question of questions) {
    if (ids.has(question.id)) return { kind: 'sameId', question }
    ids.add(question.id)
    if (question.kind !== 'choice') continue
    if (question.options.length < 2) return { kind: 'fewOptions', question }
    if (new Set(question.options).size < question.options.length) return { kind: 'sameOption', question }
  }
  return null
}
