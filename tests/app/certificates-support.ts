import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'

/** A group of so many, and what is needed to issue its certificates; with `ruc`, of an office whose seal is prepared. */
export async function aGroup(opened: OpenApp, count: number, { ruc, edition = {} }: { readonly ruc?: string; readonly edition?: Parameters<typeof aCourse>[1] } = {}) {
  const { api } = opened
  const office = await anOffice(opened)
  if (ruc !== undefined) {
    await api.entity.save({ ruc })
    await api.seal.prepare({ computerName: 'Mesa de partes' })
  }
  const course = await aCourse(api, edition)
  await api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(api, count) })
  const enrolmentIds = (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  const choice = { enrolmentIds, paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  return { ...office, ...course, enrolmentIds, choice }
}
