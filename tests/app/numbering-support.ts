import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'

/** An office with a group of so many people whose papers it may issue. */
export async function anOfficeWith(opened: OpenApp, people: number) {
  const office = await anOffice(opened)
  // Years to come are issued too.
  await opened.api.entity.updateSignatory({ id: office.signatoryId, fields: { until: null } })
  const { cohortId } = await aCourse(opened.api)
  await opened.api.enrolments.add({ cohortId, personIds: await somePeople(opened.api, people) })
  const enrolmentIds = (await opened.api.enrolments.list({ cohortId })).map((one) => one.id)
  let given = 0
  /** Issues to the next so many people. Gives the numbers in order. */
  const issue = async (count: number, seriesId: string = office.seriesId, issuedOn = '2026-11-20'): Promise<string[]> => {
    const { issued } = await opened.api.certificates.issue({
      enrolmentIds: enrolmentIds.slice(given, given + count), paperKind: 'certificado', seriesId, issuedOn, model: 'sober', signatoryIds: [office.signatoryId],
    })
    given += issued.length
    const { rows } = await opened.api.certificates.list({ limit: 500 })
    return rows.filter((row) => issued.includes(row.id)).toSorted((one, other) => one.correlative - other.correlative).map((row) => row.number)
  }
  return { ...office, cohortId, enrolmentIds, issue }
}

export const codeOf = async ({ api }: OpenApp): Promise<string> => (await api.numbering.computer({})).code
