import type { FileRef } from '../../../shared/rpc/wire.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import { fewestApart } from '../../../shared/domain/survey-questions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { drawSurveyForm } from '../../documents/drawing-batch.ts'
import type { Breakdown, Fact, ReportData, Row } from '../../documents/report-model.ts'
import { editionOf, programmeOf } from '../programmes/records.ts'
import { headerOf, written } from '../reports/written.ts'
import type { Survey } from './records.ts'
import { groupOf, surveyOf } from './records.ts'
import type { Results } from './results.ts'
import { resultsSeen } from './results.ts'

/** The form to hand out. */
export async function surveyForm(context: JobContext, id: string): Promise<FileRef> {
  const { language, today, files, step, signal } = context
  const form = await context.read(async (db) => {
    const { name, intro, questions, editionId } = await surveyOf(db, id)
    if (questions.length === 0) refuse('surveys.noQuestions')
    return { language, header: await headerOf(db, today(), editionId), title: name, subtitle: (await courseOf(db, editionId)).join(' · '), intro, questions }
  })
  await step({ done: 0, total: 0, note: form.title })
  return files.write(`${form.title} - ${form.subtitle}.pdf`, drawSurveyForm(form, { signal }))
}

interface ReportAsked {
  readonly surveyId: string
  readonly cohortId?: string | undefined
  readonly format: 'xlsx' | 'pdf'
}

/** The results, of one group or of all: a row for each question, each with its chart. */
export async function surveyReport(context: JobContext, asked: ReportAsked): Promise<FileRef> {
  const data = await context.read(async (db) => {
    const survey = await surveyOf(db, asked.surveyId)
    const results = await resultsSeen(db, asked, context.language)
    if (results.questions.length === 0 && results.responses > 0) refuse('surveys.tooFewApart', { least: fewestApart })
    const cohort = asked.cohortId === undefined ? null : await groupOf(db, survey, asked.cohortId)
    const course = await courseOf(db, survey.editionId)
    return reportData(context.language, { survey, results, header: await headerOf(db, context.today(), survey.editionId), subtitle: [...course, ...(cohort === null ? [] : [cohort.name])].join(' · '), ofOneGroup: cohort !== null })
  })
  return written(context, data, asked.format)
}

async function courseOf(db: Reader, editionId: string): Promise<readonly string[]> {
  const edition = await editionOf(db, editionId)
  return [(await programmeOf(db, edition.programmeId)).name, edition.name]
}

interface Reported {
  readonly survey: Survey
  readonly results: Results
  readonly header: ReportData['header']
  readonly subtitle: string
  readonly ofOneGroup: boolean
}

function reportData(language: Language, { survey, results, header, subtitle, ofOneGroup }: Reported): ReportData {
  return {
    language,
    title: survey.name,
    subtitle,
    header,
    facts: factsOf(language, results, ofOneGroup),
    columns: [
      { label: say(language, 'lists.order'), kind: 'integer' },
      { label: say(language, 'surveys.section'), kind: 'text' },
      { label: say(language, 'surveys.questionOrComment'), kind: 'text' },
      { label: say(language, 'surveys.answered'), kind: 'integer' },
      { label: say(language, 'surveys.blank'), kind: 'integer' },
      { label: say(language, 'surveys.mean'), kind: 'decimal' },
      { label: say(language, 'surveys.satisfiedPercent'), kind: 'decimal' },
    ],
    rows: results.questions.flatMap((one, at): Row[] => [
      [at + 1, one.question.section, one.question.text, one.answered, one.blank, one.mean, one.satisfied],
      ...one.texts.map((text): Row => [null, null, `«${text}»`, null, null, null, null]),
    ]),
    totals: [...results.questions.flatMap((one, at) => distribution(language, one, at + 1)), ...(ofOneGroup || results.cohorts.length < 2 ? [] : [byGroup(language, results)])],
  }
}

function factsOf(language: Language, { responses, participants, mean, satisfied, cohorts }: Results, ofOneGroup: boolean): Fact[] {
  const groups = cohorts.filter((cohort) => cohort.mean !== null)
  const hidden = cohorts.filter((cohort) => cohort.mean === null && cohort.responses > 0)
  return [
    { label: say(language, 'surveys.responses'), value: participants === 0 ? String(responses) : say(language, 'surveys.ofParticipants', { n: responses, of: participants }) },
    ...(mean === null ? [] : [{ label: say(language, 'surveys.overallMean'), value: say(language, 'surveys.meanOfFive', { mean: groupedNumber(mean, 2) }) }]),
    ...(satisfied === null ? [] : [{ label: say(language, 'surveys.overallSatisfied'), value: `${groupedNumber(satisfied, 1)} %` }]),
    ...(ofOneGroup || groups.length < 2 ? [] : [{ label: say(language, 'surveys.meanByGroup'), value: groups.map((group) => `${group.name} ${groupedNumber(group.mean ?? 0, 2)}`).join(' · ') }]),
    ...(ofOneGroup || hidden.length === 0 ? [] : [{ label: say(language, 'surveys.hiddenGroups'), value: hidden.map((group) => group.name).join(' · ') }]),
    ...(responses > 0 && responses < fewestApart ? [{ label: say(language, 'surveys.anonymity'), value: say(language, 'surveys.couldTell', { n: responses }) }] : []),
  ]
}

/** Longer questions stand whole in the table above the charts. */
const TITLE = 88

function distribution(language: Language, { question, counts, answered }: Results['questions'][number], number: number): Breakdown[] {
  if (counts.length === 0 || answered === 0) return []
  const text = `${number}. ${question.text}`
  return [{ title: text.length > TITLE ? `${text.slice(0, TITLE - 1).trimEnd()}…` : text, columns: [say(language, 'surveys.answer'), say(language, 'surveys.answers')], rows: counts.map(({ label, n }) => [label, n] as const) }]
}

function byGroup(language: Language, { cohorts }: Results): Breakdown {
  return { title: say(language, 'surveys.byGroup'), columns: [say(language, 'lists.cohort'), say(language, 'surveys.answers')], rows: cohorts.map(({ name, responses }) => [name, responses] as const) }
}
