import { join } from 'node:path'
import { searchKey } from '../../../shared/domain/names.ts'
import type { Api, EditionPlan, ExampleWork, TrainingFile } from './programme-file.ts'
import { asFields } from './programme-file.ts'

/** What the training of an example goes through, in order. */
export const trainingSteps = ['programme', 'roster', 'results', 'actas', 'certificates'] as const
export type TrainingStep = (typeof trainingSteps)[number]

/** An edition of the file as it stands in the register now. */
export interface MadeEdition {
  readonly key: string
  readonly plan: EditionPlan
  readonly editionId: string
  readonly cohortIds: readonly string[]
  readonly actaIds: readonly string[]
  readonly issued: readonly string[]
}

/**
 * The training of an example as a clerk would do it, through the same calls as the screens: programme, editions and groups,
 * roster, sessions with their attendance and marks, a closed record of results for each group, certificates, survey.
 */
export async function makeTraining(work: ExampleWork, file: TrainingFile, begin: (step: TrainingStep) => Promise<void>): Promise<MadeEdition[]> {
  await begin('programme')
  const editions: { plan: EditionPlan; editionId: string }[] = []
  for (const one of file.programmes) {
    const programmeId = await programmeOf(work.api, one.programme)
    for (const plan of one.editions) editions.push({ plan, editionId: await saveEdition(work, programmeId, plan) })
  }
  await begin('roster')
  for (const { plan, editionId } of editions) await takeRoster(work, editionId, plan)
  await begin('results')
  const withGroups: { plan: EditionPlan; editionId: string; cohortIds: string[] }[] = []
  for (const { plan, editionId } of editions) {
    const { cohorts } = await work.api.editions.get({ id: editionId })
    await saveRules(work.api, editionId, plan)
    for (const cohort of cohorts) await writeResults(work, { editionId, cohortId: cohort.id }, plan)
    await fillSurvey(work.api, editionId, plan)
    withGroups.push({ plan, editionId, cohortIds: cohorts.map((cohort) => cohort.id) })
  }
  await begin('actas')
  const withActas: (Omit<MadeEdition, 'issued'>)[] = []
  for (const one of withGroups) withActas.push({ ...one, key: one.plan.key, actaIds: await closeActas(work.api, one.cohortIds, one.plan) })
  await begin('certificates')
  const made: MadeEdition[] = []
  for (const one of withActas) made.push({ ...one, issued: await issue(work.api, one.editionId, one.plan) })
  return made
}

/** The programme of that name where the office has it already: two examples may share one. */
async function programmeOf(api: Api, programme: object): Promise<string> {
  const given = asFields<Parameters<Api['programmes']['create']>[0]>(programme)
  const known = (await api.programmes.list({})).find((one) => one.name === given.name)
  return known?.id ?? (await api.programmes.create(given)).id
}

async function saveEdition(work: ExampleWork, programmeId: string, plan: EditionPlan): Promise<string> {
  const { api } = work
  const { id: editionId } = await api.editions.create(asFields<Parameters<Api['editions']['create']>[0]>({ ...plan.edition, programmeId }))
  const partners: Parameters<Api['editions']['setPartners']>[0]['partners'] = []
  for (const { name, kind, role, logo } of plan.partners) {
    const organisationId = await organisationOf(api, name, kind)
    const asset = logo === null ? null : await api.assets.add({ file: await work.take(join(work.samples, logo)) })
    partners.push({ organisationId, role, logoAssetId: asset?.id ?? null })
  }
  await api.editions.setPartners({ id: editionId, partners })
  for (const group of plan.groups) await api.cohorts.create(asFields<Parameters<Api['cohorts']['create']>[0]>({ site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, ...group, editionId }))
  return editionId
}

/** The organisation of that name, made where the office does not have it. */
export async function organisationOf(api: Api, name: string, kind: string): Promise<string> {
  const { rows } = await api.organisations.list({ search: name })
  const key = searchKey(name)
  return rows.find((row) => searchKey(row.name) === key)?.id ?? (await api.organisations.create({ name, kind, shortName: null, ruc: null, districtCode: null, federation: null })).id
}

async function takeRoster({ api, samples, take }: ExampleWork, editionId: string, { roster }: EditionPlan): Promise<void> {
  if (roster === null) return
  const file = await take(join(samples, roster.file))
  const { cohorts } = await api.editions.get({ id: editionId })
  // A list without sites goes whole into the only group.
  const groups = roster.by === 'one' ? [{ key: '', cohortId: cohorts[0]?.id ?? null, newName: null }] : []
  await api.imports.write({ file, target: { kind: 'groups', editionId, by: roster.by, groups }, personClass: roster.personClass, decisions: { acceptProposals: true } })
}

async function saveRules(api: Api, editionId: string, plan: EditionPlan): Promise<void> {
  for (const paperKind of ['certificado', 'constancia'] as const) {
    const rule = plan.rules?.[paperKind] ?? null
    if (rule !== null) await api.rules.setPaper({ editionId, paperKind, rule })
  }
  if (plan.mark !== null) await api.marks.saveItem({ editionId, id: null, fields: plan.mark })
}

/** Sessions, attendance and the mark of a group. */
async function writeResults(work: ExampleWork, at: { readonly editionId: string; readonly cohortId: string }, plan: EditionPlan): Promise<void> {
  const { api, samples, take } = work
  const { cohortId } = at
  const sessionIds = await makeSessions(api, cohortId, plan)
  const participants = await api.enrolments.list({ cohortId, role: 'participant' })
  if (plan.attendance.from === 'meetings') {
    const files = []
    for (const name of plan.attendance.files) files.push(await take(join(samples, name)))
    await api.meetings.write({ cohortId, files })
  } else if (plan.attendance.from === 'form') {
    await api.resultSheets.write({ file: await take(join(samples, plan.attendance.file)), cohortId })
  } else if (sessionIds.length > 0 && participants.length > 0) {
    await api.attendance.set({ cells: participants.flatMap(({ id: enrolmentId }, person) => sessionIds.map((sessionId, session) => ({ sessionId, enrolmentId, status: statusOf(person, session) }))) })
  }
  const [item] = plan.mark === null ? [] : await api.marks.items({ editionId: at.editionId })
  if (item !== undefined) await api.marks.set({ cells: participants.map(({ id: enrolmentId }, person) => ({ markItemId: item.id, enrolmentId, attempt: 1, value: markOf(person) })) })
}

async function makeSessions(api: Api, cohortId: string, { sessions }: EditionPlan): Promise<string[]> {
  if (sessions === null) return []
  const { days, modules, modality, ...times } = sessions
  const ids: string[] = []
  for (const [at, day] of days.entries()) {
    const module = modules[Math.floor((at * modules.length) / days.length)] ?? null
    const subject = `${module ?? ''} (${at % 2 === 0 ? 'I' : 'II'})`
    ids.push((await api.sessions.create({ cohortId, fields: { ...times, day, subject: days.length === modules.length ? (module ?? subject) : subject, module, place: null, link: null, modality, isRequired: 0 } })).id)
  }
  return ids
}

/** One in seventeen misses four of ten days, one in twenty-three half of them; the others one day at times. Nobody of them exists. */
function statusOf(person: number, session: number): string {
  if (person % 17 === 8) return session < 4 ? 'absent' : 'present'
  if (person % 23 === 11) return session % 2 === 0 ? 'absent' : 'present'
  if ((person * 3 + session) % 13 === 0) return 'excused'
  return (person + session * 5) % 19 === 0 ? 'late' : 'present'
}

/** From 12 to 19, and now and then 9. */
function markOf(person: number): number {
  return person % 29 === 14 ? 9 : 12 + ((person * 5) % 8)
}

/** The usual survey with so many forms, mostly content. */
async function fillSurvey(api: Api, editionId: string, { surveyForms }: EditionPlan): Promise<void> {
  if (surveyForms === 0) return
  const { id: surveyId } = await api.surveys.create({ editionId, name: 'Encuesta de satisfacción' })
  const [survey] = await api.surveys.list({ editionId })
  const { cohorts } = await api.editions.get({ id: editionId })
  for (let form = 0; form < surveyForms; form += 1) {
    const cohort = cohorts[form % cohorts.length]
    if (cohort === undefined || survey === undefined) return
    const answers = Object.fromEntries(survey.questions.map((question, at) => [question.id, answerOf(question, form, at)]))
    await api.surveys.answer({ surveyId, cohortId: cohort.id, answers })
  }
}

function answerOf(question: { readonly kind: string; readonly options: readonly string[] }, form: number, at: number): number | boolean | string | null {
  if (question.kind === 'scale') return (form * 7 + at * 3) % 11 === 0 ? 3 : (form + at) % 3 === 0 ? 4 : 5
  if (question.kind === 'yesno') return (form + at) % 9 !== 0
  return question.kind === 'choice' ? (question.options[(form + at) % question.options.length] ?? null) : null
}

async function closeActas(api: Api, cohortIds: readonly string[], { acta }: EditionPlan): Promise<string[]> {
  if (acta === null) return []
  const signers = (await inMandate(api, acta.drawnUpOn)).map(({ name, post }) => ({ name, post }))
  const ids: string[] = []
  for (const cohortId of cohortIds) {
    await api.actas.saveDraft({ cohortId, fields: { ...acta, signers } })
    ids.push((await api.actas.close({ cohortId })).id)
  }
  return ids
}

/** The papers that the records release; whom they do not is left out, as at any office. */
async function issue(api: Api, editionId: string, { certificate }: EditionPlan): Promise<readonly string[]> {
  if (certificate === null) return []
  const series = (await api.numbering.list({})).find((one) => one.paperKind === certificate.paperKind)
  if (series === undefined) throw new Error('the example office has no series')
  const enrolled = await api.enrolments.list({ editionId })
  const { issued } = await api.certificates.issue({ ...certificate, seriesId: series.id, signatoryIds: (await inMandate(api, certificate.issuedOn)).map((one) => one.id), enrolmentIds: enrolled.map((one) => one.id), withSyllabus: true })
  return issued
}

/** Who may sign on that day. */
async function inMandate(api: Api, on: string) {
  const { signatories } = await api.entity.get({})
  return signatories.filter((one) => (one.since === null || one.since <= on) && (one.until === null || one.until >= on))
}
