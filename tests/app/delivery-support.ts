import { aCourse, anOffice, anOrganisation, aPost, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'

interface How {
  readonly withSyllabus?: boolean
  /** Where the first persons come from, one each. */
  readonly organisations?: readonly string[]
}

/** An office and a group of so many, to each of whom a certificate was issued. Gives the certificates in the order of surnames. */
export async function issueTo(app: OpenApp, people: number, { withSyllabus = false, organisations = [] }: How = {}): Promise<string[]> {
  const { api } = app
  const office = await anOffice(app)
  const personIds = await somePeople(api, people)
  for (const [at, name] of organisations.entries()) {
    const { id: organisationId } = await api.organisations.create(anOrganisation({ name }))
    await api.people.addPost(aPost({ personId: personIds[at] ?? '', organisationId }))
  }
  const { cohortId } = await aCourse(api, withSyllabus ? { syllabus: 'Gestión por resultados: 8 horas\nPresupuesto público: 16 horas' } : {})
  await api.enrolments.add({ cohortId, personIds })
  const enrolmentIds = (await api.enrolments.list({ cohortId })).map((one) => one.id)
  const { issued } = await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: office.seriesId, issuedOn: '2026-11-22', model: 'sober', signatoryIds: [office.signatoryId], withSyllabus })
  return issued
}
