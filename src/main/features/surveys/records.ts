import type { z } from 'zod'
import type { survey } from '../../../shared/contract/surveys.ts'
import type { Answers, Question } from '../../../shared/domain/survey-questions.ts'
import { editRefusal, questionsProblem } from '../../../shared/domain/survey-questions.ts'
import type { Language, MessageKey } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { live } from '../live.ts'

export type Survey = Omit<z.output<typeof survey>, 'questions' | 'removedAt'> & { readonly questions: Question[] }

/** The survey with its questions read. Throws `missing`. */
export async function surveyOf(db: Reader, id: string): Promise<Survey> {
  const { questions, removedAt: _, ...row } = await live(db, 'surveys', id, 'surveys.missing')
  return { ...row, questions: readQuestions(questions) }
}

export function readQuestions(json: string): Question[] {
  return JSON.parse(json) as Question[]
}

/** What each form says, those of one group or of all. */
export async function formsOf(db: Reader, surveyId: string, cohortId?: string): Promise<{ readonly cohortId: string; readonly answers: Answers }[]> {
  let ask = db.selectFrom('surveyResponses').select(['cohortId', 'answers']).where('surveyId', '=', surveyId).where('removedAt', 'is', null).orderBy('id')
  if (cohortId !== undefined) ask = ask.where('cohortId', '=', cohortId)
  const rows = await ask.execute()
  return rows.map((row) => ({ cohortId: row.cohortId, answers: JSON.parse(row.answers) as Answers }))
}

/** Throws `refused` unless the group belongs to the survey's course. */
export async function groupOf(db: Reader, asked: Survey, cohortId: string): Promise<{ readonly id: string; readonly name: string }> {
  const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
  if (cohort.editionId !== asked.editionId) refuse('surveys.otherCourse', { group: cohort.name })
  return cohort
}

const PROBLEMS = { sameId: 'surveys.sameId', fewOptions: 'surveys.fewOptions', sameOption: 'surveys.sameOption' } as const

/** Throws `refused` when the questions cannot stand as they are, or answers already given would not survive them. */
export async function checkQuestions(db: Reader, before: Survey, after: readonly Question[]): Promise<void> {
  const problem = questionsProblem(after)
  if (problem !== null) refuse(PROBLEMS[problem.kind], { question: problem.question.text })
  const forms = await formsOf(db, before.id)
  const refusal = editRefusal(before.questions, after, forms.map((form) => form.answers))
  if (refusal === null) return
  const { kind, question, option, answered } = refusal
  if (kind === 'optionGoes') refuse('surveys.optionGoes', { question: question.text, option, n: answered })
  refuse(kind === 'goes' ? 'surveys.goes' : 'surveys.changesKind', { question: question.text, n: answered })
}

/** Throws `missing` unless a form with that id is there. */
export async function responseOf(db: Reader, id: string): Promise<string> {
  const row = await db.selectFrom('surveyResponses').select('id').where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()
  return row?.id ?? missing('surveys.responseMissing')
}

/**
 * The usual questions of a reaction survey (level 1; RPE 141-2016-SERVIR-PE asks for one after every training), from
 * which each office makes its own: the words are in the messages.
 */
const USUAL = [
  ['content', 'scale', ['surveys.usual.goals', 'surveys.usual.clarity', 'surveys.usual.time']],
  ['facilitators', 'scale', ['surveys.usual.mastery', 'surveys.usual.explains', 'surveys.usual.doubts']],
  ['materials', 'scale', ['surveys.usual.material', 'surveys.usual.materialInTime']],
  ['organisation', 'scale', ['surveys.usual.notice', 'surveys.usual.schedule', 'surveys.usual.place']],
  ['use', 'scale', ['surveys.usual.useful', 'surveys.usual.applicable']],
  ['overall', 'scale', ['surveys.usual.satisfaction']],
  ['overall', 'yesno', ['surveys.usual.recommend']],
  ['overall', 'text', ['surveys.usual.best', 'surveys.usual.improve']],
] as const satisfies readonly (readonly [string, Question['kind'], readonly MessageKey[]])[]

/** They in the language of whoever begins the survey. */
export function usualQuestions(language: Language): Question[] {
  return USUAL.flatMap(([section, kind, keys]) => keys.map((key) => ({ section: say(language, `surveys.section.${section}`), text: say(language, key), kind, options: [] }))).map((question, at) => ({ id: `p${at + 1}`, ...question }))
}
