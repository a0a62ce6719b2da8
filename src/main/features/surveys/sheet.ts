import { createHash } from 'node:crypto'
import type { contract } from '../../../shared/contract/index.ts'
import type { Question } from '../../../shared/domain/survey-questions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Writer } from '../../db/doors.ts'
import { sourceOf } from '../imports/source.ts'
import type { FormRow, FormSheet } from './form-sheet.ts'
import { readForm } from './form-sheet.ts'
import type { Survey } from './records.ts'
import { groupOf, surveyOf } from './records.ts'

type Calls = typeof contract.surveys

interface Asked {
  readonly file: FileRef
  readonly surveyId: string
  readonly columns: readonly { readonly column: number; readonly questionId: string | null }[]
}

/** Cells that could not be read and are shown one by one; the rest is as many. */
const PROBLEMS = 200

/** The export as it would be read, for the office to look at before anything is written. */
export async function sheetSeen(context: JobContext, asked: Asked): Promise<OutputOf<Calls['readSheet']>> {
  const { language } = context
  const { sheet } = await readAsked(context, asked)
  const words = [...sheet.read].toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other, 'es'))
  const personal = sheet.columns.filter((column) => column.reason === 'personal')
  return {
    fileName: asked.file.name,
    rows: sheet.rows.length,
    columns: sheet.columns
      .filter((column) => column.reason !== 'empty')
      .map(({ column, letter, label, questionId, reason, samples }) => ({ column, letter, label, questionId, isPersonal: reason === 'personal' || reason === 'moment', why: say(language, `surveys.why.${reason}`), samples: [...samples] })),
    problems: sheet.problems.slice(0, PROBLEMS).map(({ row, column, written, question }) => ({ row, column, written, sentence: problemSaid(language, question, written) })),
    notes: [
      ...(personal.length === 0 ? [] : [say(language, 'surveys.personalLeftOut', { columns: personal.map((column) => column.label || column.letter).join(', ') })]),
      ...(words.length === 0 ? [] : [say(language, 'surveys.wordsRead', { words: words.map(([word, step]) => `${word} = ${step}`).join(' · ') })]),
      ...(sheet.problems.length > PROBLEMS ? [say(language, 'surveys.moreProblems', { n: sheet.problems.length - PROBLEMS })] : []),
    ],
  }
}

function problemSaid(language: Language, question: Question, written: string): string {
  if (question.kind === 'scale') return say(language, 'surveys.notAStep', { written })
  return question.kind === 'yesno' ? say(language, 'surveys.notYesNo', { written }) : say(language, 'surveys.notAnOption', { written })
}

/** Writes the forms of an export that are not there yet. What was not read is left blank; who answered is kept nowhere. */
export async function importForms(context: JobContext, asked: Asked & { readonly cohortId: string }): Promise<OutputOf<Calls['importSheet']>> {
  const { survey, sheet } = await readAsked(context, asked)
  if (!sheet.columns.some((column) => column.questionId !== null)) refuse('surveys.noColumns', { file: asked.file.name })
  const rows = sheet.rows.filter((row) => !row.isEmpty)
  await context.step({ done: 0, total: rows.length, note: say(context.language, 'surveys.step.writing') })
  const today = context.today()
  return context.write(async (db) => {
    // What was looked at may have changed meanwhile: the group, the survey.
    await groupOf(db, await surveyOf(db, survey.id), asked.cohortId)
    const { written, alreadyThere } = await writeForms(db, survey.id, asked.cohortId, rows, today)
    return { written, alreadyThere, empty: sheet.rows.length - rows.length, act: db.act }
  })
}

async function writeForms(db: Writer, surveyId: string, cohortId: string, rows: readonly FormRow[], today: string): Promise<{ readonly written: number; readonly alreadyThere: number }> {
  const forms = rows.map((row) => ({ row, id: idFrom([surveyId, cohortId, row.mark].join('\n')), answers: JSON.stringify(row.answers), answeredOn: row.day === null || row.day > today ? today : row.day }))
  const there = new Map<string, { readonly answers: string; readonly removedAt: string | null }>()
  for (const chunk of inChunks(forms, 1)) {
    const known = await db.selectFrom('surveyResponses').select(['id', 'answers', 'removedAt']).where('id', 'in', chunk.map((form) => form.id)).execute()
    for (const form of known) there.set(form.id, form)
  }
  const fresh = forms.filter((form) => !there.has(form.id))
  // Taken back once, or read now with another column: the form is the same, what is kept of it changes.
  const renewed = forms.filter((form) => {
    const known = there.get(form.id)
    return known !== undefined && (known.removedAt !== null || known.answers !== form.answers)
  })
  await db.add('surveyResponses', fresh.map(({ id, answers, answeredOn }) => ({ id, surveyId, cohortId, answeredOn, source: 'sheet' as const, answers })))
  await db.changeMany('surveyResponses', renewed.map(({ id, answers }) => ({ id, patch: { answers, removedAt: null } })))
  return { written: fresh.length + renewed.length, alreadyThere: forms.length - fresh.length - renewed.length }
}

/** An id that is the same for the same words: version 8 of RFC 9562, from their SHA-256. */
function idFrom(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8'
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

async function readAsked(context: JobContext, asked: Asked): Promise<{ readonly survey: Survey; readonly sheet: FormSheet }> {
  const survey = await context.read((db) => surveyOf(db, asked.surveyId))
  const questions = new Set(survey.questions.map((question) => question.id))
  const chosen = new Map(asked.columns.map((one) => [one.column, one.questionId]))
  const used = [...chosen.values()].filter((id) => id !== null)
  if (used.some((id) => !questions.has(id))) refuse('surveys.noSuchQuestion')
  if (new Set(used).size < used.length) refuse('surveys.twiceChosen')
  const { workbook } = await sourceOf(context, { file: asked.file })
  const sheet = readForm(workbook, survey.questions, chosen) ?? refuse('surveys.noAnswers', { file: asked.file.name })
  return { survey, sheet }
}
