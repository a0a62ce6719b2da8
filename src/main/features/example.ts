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
  roster: z.string(),
  certificate: z.object({ paperKind: z.enum(['certificado', 'constancia']), issuedOn: z.string(), model: z.enum(['sober', 'festive']) }),
})

/** What the main job goes through, in order. */
export type MainJobStep = 'settings' | 'programme' | 'roster' | 'approve' | 'certificates'

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
  readonly issued: readonly string[]
}

/** The whole main job as a clerk would do it, through the same calls as the screens: settings, programme, roster, certificates. */
export async function runMainJob(job: MainJob): Promise<MainJobResult> {
  const { api, samples } = job
  const office = exampleOffice.parse(JSON.parse(await readFile(join(samples, 'ejemplo.json'), 'utf8')))
  await job.begin('settings')
  const signatoryIds = await saveSettings(job, office)
  await job.begin('programme')
  const editionId = await saveProgramme(job, office)
  await job.begin('roster')
  const file = await job.take(join(samples, office.roster))
  await api.imports.write({ file, target: { kind: 'groups', editionId, by: 'sheet' }, decisions: { acceptProposals: true } })
  await job.begin('approve')
  const enrolled = await api.enrolments.list({ editionId })
  await api.rules.configure({ editionId, withoutActa: true })
  await api.enrolments.update({ ids: enrolled.map((one) => one.id), state: 'approved' })
  await job.begin('certificates')
  const series = (await api.numbering.list({})).find((one) => one.paperKind === office.certificate.paperKind)
  if (series === undefined) throw new Error('the example office has no series')
  const { issued } = await api.certificates.issue({ ...office.certificate, seriesId: series.id, signatoryIds, enrolmentIds: enrolled.map((one) => one.id), withSyllabus: true })
  return { editionId, issued }
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
