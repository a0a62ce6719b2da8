import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppContract } from '../../shared/contract/index.ts'
import type { Client } from '../../shared/rpc/client.ts'
import type { FileRef } from '../../shared/rpc/wire.ts'

/** The example office as data: `samples/ejemplo.json`. All people in it are invented. */
const exampleOffice = z.object({
  entity: z.record(z.string(), z.string().nullable()),
  entityLogo: z.string(),
  yearNames: z.array(z.object({ year: z.number(), name: z.string() })),
  signatories: z.array(z.object({ name: z.string(), post: z.string(), image: z.string(), since: z.string().nullable(), until: z.string().nullable() })),
  programme: z.object({ name: z.string(), shortName: z.string().nullable(), description: z.string().nullable() }),
  edition: z.looseObject({ year: z.number() }),
  partners: z.array(z.object({ name: z.string(), kind: z.string(), role: z.enum(['organiser', 'sponsor', 'requester', 'academic']), logo: z.string().nullable() })),
  computer: z.string(),
  sessions: z.object({ days: z.array(z.string()), startsAt: z.string(), endsAt: z.string(), plannedMinutes: z.number(), modules: z.array(z.string()) }),
  mark: z.object({ name: z.string(), kind: z.enum(['work', 'exam', 'entry', 'exit']), weight: z.number(), scaleMin: z.number(), scaleMax: z.number() }),
  rules: z.record(z.enum(['certificado', 'constancia']), z.object({ leastShare: z.number().nullable(), needsRequired: z.union([z.literal(0), z.literal(1)]), leastMark: z.number().nullable() })),
  acta: z.object({ drawnUpOn: z.string() }),
  roster: z.string(),
  certificate: z.object({ paperKind: z.enum(['certificado', 'constancia']), issuedOn: z.string(), model: z.enum(['sober', 'festive']) }),
})

/** What the main job goes through, in order. */
export const mainJobSteps = ['settings', 'programme', 'roster', 'results', 'actas', 'certificates'] as const
export type MainJobStep = (typeof mainJobSteps)[number]

export interface MainJob {
  readonly api: Client<AppContract>
  /** Folder of the samples. */
  readonly samples: string
  /** Hands a file of this machine to the app. */
  take(path: string): Promise<FileRef>
  /** Called when a step begins. */
  begin(step: MainJobStep): Promise<void>
}

export interface MainJobResult {
  readonly editionId: string
  readonly actaIds: readonly string[]
  readonly issued: readonly string[]
}

/**
 * The whole main job as a clerk would do it, through the same calls as the screens: settings, programme, roster, sessions
 * with their attendance and the mark, a closed record of results for each group, certificates.
 */
export async function runMainJob(job: MainJob): Promise<MainJobResult> {
  const { api, samples } = job
  const office = exampleOffice.parse(JSON.parse(await readFile(join(samples, 'ejemplo.json'), 'utf8')))
  await job.begin('settings')
  const signatoryIds = await saveSettings(job, office)
  // The papers of the example are sealed, so that all that follows can be tried: its root is nobody's.
  await api.seal.prepare({ computerName: office.computer })
  await job.begin('programme')
  const editionId = await saveProgramme(job, office)
  await job.begin('roster')
  const file = await job.take(join(samples, office.roster))
  await api.imports.write({ file, target: { kind: 'groups', editionId, by: 'sheet' }, decisions: { acceptProposals: true } })
  await job.begin('results')
  const { cohorts } = await api.editions.get({ id: editionId })
  await saveRules(api, editionId, office)
  for (const cohort of cohorts) await writeResults(api, { editionId, cohortId: cohort.id }, office)
  await job.begin('actas')
  const actaIds: string[] = []
  for (const cohort of cohorts) {
    await api.actas.saveDraft({ cohortId: cohort.id, fields: office.acta })
    actaIds.push((await api.actas.close({ cohortId: cohort.id })).id)
  }
  await job.begin('certificates')
  const series = (await api.numbering.list({})).find((one) => one.paperKind === office.certificate.paperKind)
  if (series === undefined) throw new Error('the example office has no series')
  const enrolled = await api.enrolments.list({ editionId })
  // Whom the records do not release is left out, as at any office.
  const { issued } = await api.certificates.issue({ ...office.certificate, seriesId: series.id, signatoryIds, enrolmentIds: enrolled.map((one) => one.id), withSyllabus: true })
  return { editionId, actaIds, issued }
}

type Api = MainJob['api']

async function saveRules(api: Api, editionId: string, office: Office): Promise<void> {
  for (const paperKind of ['certificado', 'constancia'] as const) await api.rules.setPaper({ editionId, paperKind, rule: office.rules[paperKind] })
  await api.marks.saveItem({ editionId, id: null, fields: office.mark })
}

/** Sessions, attendance and the mark of a group. Some people miss a day, a few too many; nobody of them exists. */
async function writeResults(api: Api, { editionId, cohortId }: { readonly editionId: string; readonly cohortId: string }, { sessions }: Office): Promise<void> {
  const { days, modules, ...times } = sessions
  const sessionIds: string[] = []
  for (const [at, day] of days.entries()) {
    const module = modules[Math.floor((at * modules.length) / days.length)] ?? null
    const subject = `${module ?? ''} (${at % 2 === 0 ? 'I' : 'II'})`
    sessionIds.push((await api.sessions.create({ cohortId, fields: { ...times, day, subject, module, place: null, link: null, modality: null, isRequired: 0 } })).id)
  }
  const participants = await api.enrolments.list({ cohortId, role: 'participant' })
  await api.attendance.set({ cells: participants.flatMap(({ id: enrolmentId }, person) => sessionIds.map((sessionId, at) => ({ sessionId, enrolmentId, status: statusOf(person, at) }))) })
  const [item] = await api.marks.items({ editionId })
  if (item === undefined) throw new Error('the example office has no mark')
  await api.marks.set({ cells: participants.map(({ id: enrolmentId }, person) => ({ markItemId: item.id, enrolmentId, attempt: 1, value: markOf(person) })) })
}

/** One in seventeen misses four of ten days, one in twenty-three five; the others one day at times. */
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

type Office = z.output<typeof exampleOffice>

async function saveSettings(job: MainJob, office: Office): Promise<string[]> {
  const { api } = job
  const logo = await api.assets.add({ file: await job.take(join(job.samples, office.entityLogo)) })
  await api.entity.save({ ...office.entity, logoAssetId: logo.id })
  for (const yearName of office.yearNames) await api.entity.saveYearName(yearName)
  const ids: string[] = []
  for (const [position, { image, ...signatory }] of office.signatories.entries()) {
    const picture = await api.assets.add({ file: await job.take(join(job.samples, image)) })
    const { id } = await api.entity.addSignatory({ ...signatory, entityName: null, imageAssetId: picture.id, position })
    ids.push(id)
  }
  return ids
}

async function saveProgramme(job: MainJob, office: Office): Promise<string> {
  const { api } = job
  const programme = await api.programmes.create(office.programme)
  // The sample says the same as the form: the contract checks every field.
  const fields = { ...office.edition, programmeId: programme.id } as unknown as Parameters<typeof api.editions.create>[0]
  const edition = await api.editions.create(fields)
  const partners: { organisationId: string; role: Office['partners'][number]['role']; logoAssetId: string | null }[] = []
  for (const { name, kind, role, logo } of office.partners) {
    const organisation = await api.organisations.create({ name, kind, shortName: null, ruc: null, districtCode: null, federation: null })
    const asset = logo === null ? null : await api.assets.add({ file: await job.take(join(job.samples, logo)) })
    partners.push({ organisationId: organisation.id, role, logoAssetId: asset?.id ?? null })
  }
  await api.editions.setPartners({ id: edition.id, partners })
  return edition.id
}
