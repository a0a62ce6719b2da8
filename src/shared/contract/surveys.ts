import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'
import { reportFormat } from './reports.ts'

/** `scale`: 1 to 5, very bad to very good. */
export const surveyQuestion = z.strictObject({
  id: z.string().min(1).max(40),
  section: optionalText(120),
  text: text(400),
  kind: z.enum(['scale', 'yesno', 'choice', 'text']),
  /** For `choice`: what can be chosen. */
  options: z.array(text(120)).max(20),
})

/** A reaction survey (level 1): the form belongs to the course, the answers to nobody. */
export const surveyFields = z.strictObject({ name: text(150), intro: optionalText(1000), questions: z.array(surveyQuestion).max(80) })
export const survey = z.strictObject({
  id,
  editionId: id,
  name: text(150),
  intro: optionalText(1000),
  /** JSON of `surveyQuestion[]`. */
  questions: z.string(),
  removedAt: z.string().nullable(),
})

/** One answered form. No name, no moment finer than the day: it is anonymous. */
export const surveyResponse = z.strictObject({
  id,
  surveyId: id,
  cohortId: id,
  answeredOn: isoDate,
  source: z.enum(['typed', 'sheet']),
  /** JSON: question id → 1–5, true/false, the option's or the writer's words; null for left blank. */
  answers: z.string(),
  removedAt: z.string().nullable(),
})

/** What one form says, by question id. */
export const answers = z.record(z.string().max(40), z.union([z.number().int().min(1).max(5), z.boolean(), z.string().max(2000), z.null()]))

const surveySeen = z.strictObject({ id, editionId: id, name: z.string(), intro: z.string().nullable(), questions: z.array(surveyQuestion), responses: z.number().int() })

const questionResult = z.strictObject({
  question: surveyQuestion,
  answered: z.number().int(),
  blank: z.number().int(),
  /** Of `scale`: the mean 1–5 and the percent of 4 and 5. */
  mean: z.number().nullable(),
  satisfied: z.number().nullable(),
  /** How often each answer was given; empty for free text. */
  counts: z.array(z.strictObject({ label: z.string(), n: z.number().int(), share: z.number() })),
  /** Of free text, in no order that tells who wrote it. */
  texts: z.array(z.string()),
})

export const surveys = {
  list: query({ input: z.strictObject({ editionId: id }), output: z.array(surveySeen), reads: ['surveys'] }),
  /** Begins with the usual questions of a reaction survey, to be edited, or with those of another survey. */
  create: command({ input: z.strictObject({ editionId: id, name: text(150), copyOf: id.nullable().default(null) }), output: saved, changes: ['surveys'] }),
  /** Refused when a question already answered goes or changes its kind. */
  update: command({ input: z.strictObject({ id, fields: surveyFields.partial() }), output: saved, changes: ['surveys'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['surveys'] }),
  /** Types one paper form in. */
  answer: command({ input: z.strictObject({ surveyId: id, cohortId: id, answers }), output: saved, changes: ['surveys'] }),
  removeAnswer: command({ input: z.strictObject({ id }), output: saved, changes: ['surveys'] }),
  /** Those typed last first, to mend a slip. */
  responses: query({
    input: z.strictObject({ surveyId: id, cohortId: id.optional() }),
    output: z.array(z.strictObject({ id, cohortId: id, cohortName: z.string(), answeredOn: isoDate, source: z.enum(['typed', 'sheet']), answers })),
    reads: ['surveys', 'programmes'],
  }),
  /** Reads a form's export (xlsx, csv): which column is which question. Columns that would tell who answered (name, e-mail, DNI) stay out. */
  readSheet: job({
    input: z.strictObject({ file: fileRef, surveyId: id, columns: z.array(z.strictObject({ column: z.number().int(), questionId: z.string().nullable() })).max(400).default([]) }),
    output: z.strictObject({
      fileName: z.string(),
      rows: z.number().int(),
      /** `isPersonal`: would tell who answered, or at what hour; it stays out whatever is chosen. */
      columns: z.array(z.strictObject({ column: z.number().int(), letter: z.string(), label: z.string(), questionId: z.string().nullable(), isPersonal: z.boolean(), why: z.string(), samples: z.array(z.string()) })),
      problems: z.array(z.strictObject({ row: z.number().int(), column: z.number().int(), written: z.string(), sentence: z.string() })),
      notes: z.array(z.string()),
    }),
    changes: [],
  }),
  importSheet: job({
    input: z.strictObject({ file: fileRef, surveyId: id, cohortId: id, columns: z.array(z.strictObject({ column: z.number().int(), questionId: z.string().nullable() })).max(400).default([]) }),
    output: z.strictObject({ written: z.number().int(), alreadyThere: z.number().int(), empty: z.number().int(), act: id }),
    changes: ['surveys'],
  }),
  results: query({
    input: z.strictObject({ surveyId: id, cohortId: id.optional() }),
    output: z.strictObject({ responses: z.number().int(), participants: z.number().int(), mean: z.number().nullable(), satisfied: z.number().nullable(), questions: z.array(questionResult), cohorts: z.array(z.strictObject({ id, name: z.string(), responses: z.number().int(), mean: z.number().nullable() })) }),
    reads: ['surveys', 'enrolments', 'programmes'],
  }),
  /** The form on paper, to hand out. */
  form: job({ input: z.strictObject({ id }), output: fileRef, changes: [] }),
  report: job({ input: z.strictObject({ surveyId: id, cohortId: id.optional(), format: reportFormat }), output: fileRef, changes: [] }),
}
