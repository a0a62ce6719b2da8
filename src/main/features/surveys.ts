import type { contract } from '../../shared/contract/index.ts'
import type { Answers } from '../../shared/domain/survey-questions.ts'
import { answerProblem, isBlankForm, wholeForm } from '../../shared/domain/survey-questions.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { rowCount } from '../db/queries.ts'
import { editionOf } from './programmes/records.ts'
import { surveyForm, surveyReport } from './surveys/paper.ts'
import { checkQuestions, groupOf, readQuestions, responseOf, surveyOf, usualQuestions } from './surveys/records.ts'
import { resultsSeen } from './surveys/results.ts'
import { importForms, sheetSeen } from './surveys/sheet.ts'

export const surveys: Handlers<typeof contract.surveys> = {
  list: async ({ db }, { editionId }) => {
    const counts = db.selectFrom('surveyResponses').select(['surveyId', rowCount().as('responses')]).where('removedAt', 'is', null).groupBy('surveyId').as('counts')
    const rows = await db
      .selectFrom('surveys')
      .leftJoin(counts, 'counts.surveyId', 'surveys.id')
      .select(['surveys.id', 'surveys.editionId', 'surveys.name', 'surveys.intro', 'surveys.questions', 'counts.responses'])
      .where('surveys.editionId', '=', editionId)
      .where('surveys.removedAt', 'is', null)
      .orderBy('surveys.id')
      .execute()
    return rows.map((row) => ({ ...row, questions: readQuestions(row.questions).map((one) => ({ ...one, options: [...one.options] })), responses: row.responses ?? 0 }))
  },
  create: async ({ db, language }, { editionId, name, copyOf }) => {
    await editionOf(db, editionId)
    const model = copyOf === null ? null : await surveyOf(db, copyOf)
    const questions = model?.questions ?? usualQuestions(language)
    const [id = ''] = await db.add('surveys', [{ editionId, name, intro: model?.intro ?? null, questions: JSON.stringify(questions) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields: { questions, ...fields } }) => {
    const before = await surveyOf(db, id)
    if (questions !== undefined) await checkQuestions(db, before, questions)
    await db.change('surveys', id, { ...fields, ...(questions === undefined ? {} : { questions: JSON.stringify(questions) }) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await surveyOf(db, id)
    await db.remove('surveys', id)
    return { id, act: db.act }
  },
  answer: async ({ db, today }, { surveyId, cohortId, answers }) => {
    const asked = await surveyOf(db, surveyId)
    await groupOf(db, asked, cohortId)
    const form = wholeForm(asked.questions, answers)
    checkAnswers(asked.questions, answers)
    if (isBlankForm(form)) refuse('surveys.blankForm')
    const [id = ''] = await db.add('surveyResponses', [{ surveyId, cohortId, answeredOn: today(), source: 'typed', answers: JSON.stringify(form) }])
    return { id, act: db.act }
  },
  removeAnswer: async ({ db }, { id }) => {
    await db.remove('surveyResponses', await responseOf(db, id))
    return { id, act: db.act }
  },
  responses: async ({ db }, { surveyId, cohortId }) => {
    await surveyOf(db, surveyId)
    let ask = db
      .selectFrom('surveyResponses')
      .innerJoin('cohorts', 'cohorts.id', 'surveyResponses.cohortId')
      .select(['surveyResponses.id', 'surveyResponses.cohortId', 'cohorts.name as cohortName', 'surveyResponses.answeredOn', 'surveyResponses.source', 'surveyResponses.answers'])
      .where('surveyResponses.surveyId', '=', surveyId)
      .where('surveyResponses.removedAt', 'is', null)
      // Ids of what is typed grow with time; those of a sheet come from what it says.
      .orderBy('surveyResponses.source', 'desc')
      .orderBy('surveyResponses.id', 'desc')
    if (cohortId !== undefined) ask = ask.where('surveyResponses.cohortId', '=', cohortId)
    return (await ask.execute()).map((row) => ({ ...row, answers: { ...(JSON.parse(row.answers) as Answers) } }))
  },
  readSheet: (context, asked) => sheetSeen(context, asked),
  importSheet: (context, asked) => importForms(context, asked),
  results: ({ db, language }, which) => resultsSeen(db, which, language),
  form: (context, { id }) => surveyForm(context, id),
  report: (context, asked) => surveyReport(context, asked),
}

/** Throws `refused` for an answer to no question of the survey, or of another kind than its question's. */
function checkAnswers(questions: Parameters<typeof wholeForm>[0], answers: Answers): void {
  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.find((one) => one.id === id) ?? refuse('surveys.noSuchQuestion')
    const tidy = typeof answer === 'string' && answer.trim() === '' ? null : answer
    if (answerProblem(question, tidy) !== null) refuse('surveys.wrongAnswer', { question: question.text, answer: String(answer) })
  }
}
