import { aCourse, aPerson, anOffice, someSessions } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'

/** Four people whose results are known beforehand: approved, attended only, failed, withdrew. */
export const surnames = ['ARCE', 'BACA', 'CCORI', 'DÍAZ'] as const
export type Surname = (typeof surnames)[number]

export interface ActaGroup {
  readonly office: Awaited<ReturnType<typeof anOffice>>
  readonly editionId: string
  readonly cohortId: string
  readonly sessionIds: readonly string[]
  readonly itemId: string
  readonly enrolments: Readonly<Record<Surname, string>>
  readonly people: Readonly<Record<Surname, string>>
}

/**
 * An office, a course of four sessions of 180 minutes that asks 75 % and 11 for a certificado and 75 % for a constancia,
 * and its group of four, with everything written that decides them.
 */
export async function aGroupWithResults(opened: OpenApp): Promise<ActaGroup> {
  const { api } = opened
  const office = await anOffice(opened)
  const { editionId, cohortId } = await aCourse(api, { startsOn: '2026-10-12', endsOn: '2026-10-15' }, { withActa: true })
  const people: Record<string, string> = {}
  for (const [at, firstSurname] of surnames.entries()) {
    people[firstSurname] = (await api.people.create(aPerson({ firstSurname, givenNames: 'Ana', sex: 'F', documentType: '01', documentNumber: `4000000${at}` }))).id
  }
  await api.enrolments.add({ cohortId, personIds: Object.values(people) })
  const seen = await api.enrolments.list({ cohortId })
  const enrolments = Object.fromEntries(seen.map((one) => [one.firstSurname, one.id])) as Record<Surname, string>
  const sessionIds = await someSessions(api, cohortId, 4)
  const item = await api.marks.saveItem({ editionId, id: null, fields: { name: 'Examen', kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 20 } })
  await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: { leastShare: 75, needsRequired: 0, leastMark: 11 } })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 75, needsRequired: 0, leastMark: null } })
  await api.enrolments.update({ ids: [enrolments.DÍAZ], state: 'withdrawn' })
  const statuses: Readonly<Record<Surname, readonly string[]>> = {
    ARCE: ['present', 'present', 'present', 'present'],
    BACA: ['present', 'present', 'present', 'absent'],
    CCORI: ['present', 'present', 'absent', 'absent'],
    DÍAZ: ['present'],
  }
  const cells = surnames.flatMap((surname) => statuses[surname].map((status, at) => ({ sessionId: sessionIds[at] ?? '', enrolmentId: enrolments[surname], status })))
  await api.attendance.set({ cells })
  await api.marks.set({ cells: [{ markItemId: item.id, enrolmentId: enrolments.ARCE, value: 16 }, { markItemId: item.id, enrolmentId: enrolments.BACA, value: 10 }, { markItemId: item.id, enrolmentId: enrolments.CCORI, value: 12 }] })
  return { office, editionId, cohortId, sessionIds, itemId: item.id, enrolments, people: people as Record<Surname, string> }
}
