import type { contract } from '../../../shared/contract/index.ts'
import type { QuestionCount } from '../../../shared/domain/survey-count.ts'
import { countForms, hiddenGroups, overall } from '../../../shared/domain/survey-count.ts'
import type { Answer, Question } from '../../../shared/domain/survey-questions.ts'
import { fewestApart } from '../../../shared/domain/survey-questions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { formsOf, groupOf, surveyOf } from './records.ts'

export type Results = OutputOf<typeof contract.surveys.results>

/** What the forms say, of one group or of all; a group whose answers could tell who gave them is counted, not shown. */
export async function resultsSeen(db: Reader, which: { readonly surveyId: string; readonly cohortId?: string | undefined }, language: Language): Promise<Results> {
  const asked = await surveyOf(db, which.surveyId)
  const { questions } = asked
  if (which.cohortId !== undefined) await groupOf(db, asked, which.cohortId)
  const all = await formsOf(db, asked.id)
  const groups = await groupsAsked(db, asked.editionId)
  const answered = groups.map((group) => ({ ...group, forms: all.filter((form) => form.cohortId === group.id).map((form) => form.answers) }))
  const hidden = hiddenGroups(answered.map(({ id, forms }) => ({ id, responses: forms.length })))
  const shown = which.cohortId === undefined ? all : all.filter((form) => form.cohortId === which.cohortId)
  // Asked for by itself, only a group that is small itself is kept back; beside the others, also what would tell it by subtraction.
  const isHidden = which.cohortId !== undefined && hidden.has(which.cohortId) && shown.length < fewestApart
  const forms = isHidden ? [] : shown.map((form) => form.answers)
  return {
    responses: shown.length,
    participants: groups.filter((group) => which.cohortId === undefined || group.id === which.cohortId).reduce((sum, group) => sum + group.participants, 0),
    ...overall(questions, forms),
    questions: isHidden ? [] : countForms(questions, forms).map((count) => questionSeen(count, language)),
    cohorts: answered.map(({ id, name, forms: own }) => ({ id, name, responses: own.length, mean: hidden.has(id) ? null : overall(questions, own).mean })),
  }
}

function questionSeen({ question, counts, texts, ...count }: QuestionCount, language: Language): Results['questions'][number] {
  return {
    ...count,
    question: { ...question, options: [...question.options] },
    counts: counts.map(({ answer, n, share }) => ({ label: answerWords(question, answer, language), n, share })),
    texts: [...texts],
  }
}

/** An answer as results and reports call it. */
export function answerWords(question: Question, answer: Answer, language: Language): string {
  if (question.kind === 'scale') return say(language, 'surveys.step', { step: Number(answer) })
  if (question.kind === 'yesno') return say(language, answer === true ? 'surveys.yes' : 'surveys.no')
  return String(answer)
}

/** The groups of a course with how many are asked: participants who have not withdrawn. */
async function groupsAsked(db: Reader, editionId: string): Promise<{ readonly id: string; readonly name: string; readonly participants: number }[]> {
  const counts = db
    .selectFrom('enrolments')
    .select(['cohortId', rowCount().as('participants')])
    .where('role', '=', 'participant')
    .where('state', '<>', 'withdrawn')
    .where('removedAt', 'is', null)
    .groupBy('cohortId')
    .as('counts')
  const rows = await db
    .selectFrom('cohorts')
    .leftJoin(counts, 'counts.cohortId', 'cohorts.id')
    .select(['cohorts.id', 'cohorts.name', 'counts.participants'])
    .where('cohorts.editionId', '=', editionId)
    .where('cohorts.removedAt', 'is', null)
    .orderBy('cohorts.sortKey')
    .orderBy('cohorts.id')
    .execute()
  return rows.map((row) => ({ ...row, participants: row.participants ?? 0 }))
}
