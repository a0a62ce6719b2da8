import { execFileSync } from 'node:child_process'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'

export interface Issued {
  readonly editionId: string
  /** The first is the course's own group. */
  readonly cohortIds: readonly string[]
  readonly personIds: readonly string[]
  /** In the order of their numbers. */
  readonly ids: readonly string[]
  readonly office: Awaited<ReturnType<typeof anOffice>>
  readonly choice: { readonly paperKind: 'certificado'; readonly seriesId: string; readonly issuedOn: string; readonly model: 'sober'; readonly signatoryIds: string[] }
}

/** A course whose people, in groups of these sizes, hold their certificates; the first person of all is in every group. */
export async function issuedPapers(opened: OpenApp, sizes: readonly number[], { sealed = false }: { readonly sealed?: boolean } = {}): Promise<Issued> {
  const { api } = opened
  const office = await anOffice(opened)
  if (sealed) {
    await api.entity.save({ ruc: '20131370645' })
    await api.seal.prepare({ computerName: 'Mesa de partes' })
  }
  const course = await aCourse(api)
  const cohortIds = [course.cohortId]
  for (const name of ['Puno', 'Tacna'].slice(0, sizes.length - 1)) cohortIds.push((await api.cohorts.create({ editionId: course.editionId, name, site: name, districtCode: null, startsOn: null, endsOn: null, modality: null })).id)
  const personIds = await somePeople(api, sizes.reduce((sum, size) => sum + size, 0) - sizes.length + 1)
  const choice = { paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  const [first = '', ...others] = personIds
  const ids: string[] = []
  for (const [at, cohortId] of cohortIds.entries()) {
    await api.enrolments.add({ cohortId, personIds: [first, ...others.splice(0, (sizes[at] ?? 1) - 1)] })
    const enrolmentIds = (await api.enrolments.list({ cohortId })).map((one) => one.id)
    ids.push(...(await api.certificates.issue({ ...choice, enrolmentIds })).issued)
  }
  return { editionId: course.editionId, cohortIds, personIds, ids, office, choice }
}

export const procedure = { reason: 'Error en el título del curso, según el plan aprobado', decidedOn: '2026-11-21', resolution: 'Memorando N° 031-2026-GRH' }

/** The words of a PDF, as a second program reads them, in one line. */
export const wordsOf = (path: string): string => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).normalize('NFC').replace(/\s+/g, ' ')
