import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aCourse, somePeople } from '../support/builders.ts'
import { aSession } from './sessions-support.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']
const session = (day: string) => aSession({ day, subject: `Tema del ${day}` })

/** A group of four with a course that asks 80 % of attendance for its constancia. Today is 22 November 2026. */
async function aGroup() {
  const app = await openApp()
  const { api } = app
  const course = await aCourse(api)
  await api.rules.configure({ editionId: course.editionId, withoutActa: false })
  const people = await somePeople(api, 4)
  return { ...app, ...course, people }
}

const nextOf = async (api: Api, cohortId: string): Promise<string> => (await api.progress.cohort({ cohortId })).next.step

test('a group is told one step after another, from enrolling to issuing', async () => {
  const { api, cohortId, editionId, people } = await aGroup()
  const steps = [await nextOf(api, cohortId)]
  await api.enrolments.add({ cohortId, personIds: people })
  steps.push(await nextOf(api, cohortId))
  const one = await api.sessions.create({ cohortId, fields: session('2026-10-12') })
  steps.push(await nextOf(api, cohortId))
  const { people: rows } = await api.attendance.grid({ cohortId })
  await api.attendance.set({ cells: rows.map((row, at) => ({ sessionId: one.id, enrolmentId: row.enrolmentId, status: at === 3 ? 'absent' : 'present' })) })
  steps.push(await nextOf(api, cohortId))
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 80, needsRequired: 0, leastMark: null } })
  steps.push(await nextOf(api, cohortId))
  await api.actas.close({ cohortId })
  steps.push(await nextOf(api, cohortId))
  expect(steps).toEqual(['enrol', 'sessions', 'takeAttendance', 'rules', 'closeActa', 'issue'])
})

test('the curve counts minutes attended of those planned, session by session, of whoever is written', async () => {
  const { api, cohortId, people } = await aGroup()
  await api.enrolments.add({ cohortId, personIds: people })
  const one = await api.sessions.create({ cohortId, fields: session('2026-10-12') })
  const two = await api.sessions.create({ cohortId, fields: session('2026-10-13') })
  await api.sessions.create({ cohortId, fields: session('2026-12-01') })
  const { people: rows } = await api.attendance.grid({ cohortId })
  const [a = '', b = '', c = '', d = ''] = rows.map((row) => row.enrolmentId)
  await api.attendance.set({
    cells: [
      { sessionId: one.id, enrolmentId: a, status: 'present' },
      { sessionId: one.id, enrolmentId: b, status: 'late', minutes: 90 },
      { sessionId: one.id, enrolmentId: c, status: 'absent' },
      { sessionId: one.id, enrolmentId: d, status: 'present' },
      { sessionId: two.id, enrolmentId: a, status: 'present' },
    ],
  })
  const progress = await api.progress.cohort({ cohortId })
  expect(progress.curve.map(({ day, share, present, asked }) => ({ day, share, present, asked }))).toEqual([
    { day: '2026-10-12', share: 62.5, present: 3, asked: 4 },
    { day: '2026-10-13', share: 100, present: 1, asked: 1 },
  ])
  // (180 + 90 + 0 + 180 + 180) of 5 × 180.
  expect({ share: progress.share, held: progress.sessionsHeld, taken: progress.sessionsTaken, all: progress.sessions }).toEqual({ share: 70, held: 2, taken: 1, all: 3 })
})

test('who can no longer reach the share comes first, then who will not at this pace; who is at ease is not named', async () => {
  const { api, cohortId, editionId, people } = await aGroup()
  await api.enrolments.add({ cohortId, personIds: people })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 75, needsRequired: 0, leastMark: null } })
  const days = ['2026-10-12', '2026-10-13', '2026-12-01', '2026-12-02']
  const ids: string[] = []
  for (const day of days) ids.push((await api.sessions.create({ cohortId, fields: session(day) })).id)
  const { people: rows } = await api.attendance.grid({ cohortId })
  const marks = ['FF', 'PF', 'PP', 'PP']
  await api.attendance.set({ cells: rows.flatMap((row, at) => [0, 1].map((day) => ({ sessionId: ids[day] ?? '', enrolmentId: row.enrolmentId, status: marks[at]?.[day] === 'P' ? 'present' : 'absent' }))) })
  const { atRisk } = await api.progress.cohort({ cohortId })
  expect(atRisk.map(({ enrolmentId, isLost, share }) => ({ who: rows.findIndex((row) => row.enrolmentId === enrolmentId), isLost, share }))).toEqual([
    { who: 0, isLost: true, share: 0 },
    { who: 1, isLost: false, share: 50 },
  ])
})

test('a record of results is stale once somebody has earned something else', async () => {
  const { api, cohortId, editionId, people } = await aGroup()
  await api.enrolments.add({ cohortId, personIds: people })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 80, needsRequired: 0, leastMark: null } })
  const one = await api.sessions.create({ cohortId, fields: session('2026-10-12') })
  const { people: rows } = await api.attendance.grid({ cohortId })
  await api.attendance.set({ cells: rows.map((row) => ({ sessionId: one.id, enrolmentId: row.enrolmentId, status: 'present' })) })
  await api.actas.close({ cohortId })
  const before = (await api.progress.cohort({ cohortId })).acta?.isStale
  await api.attendance.set({ cells: [{ sessionId: one.id, enrolmentId: rows[0]?.enrolmentId ?? '', status: 'absent' }] })
  const after = await api.progress.cohort({ cohortId })
  expect([before, after.acta?.isStale, after.next.step]).toEqual([false, true, 'closeActa'])
})

test('a record of results is stale once somebody comes who is not in it', async () => {
  const { api, cohortId, editionId, people } = await aGroup()
  const [late = '', ...early] = people
  await api.enrolments.add({ cohortId, personIds: early })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 80, needsRequired: 0, leastMark: null } })
  const one = await api.sessions.create({ cohortId, fields: session('2026-10-12') })
  const { people: rows } = await api.attendance.grid({ cohortId })
  await api.attendance.set({ cells: rows.map((row) => ({ sessionId: one.id, enrolmentId: row.enrolmentId, status: 'present' })) })
  await api.actas.close({ cohortId })
  const before = (await api.progress.cohort({ cohortId })).acta?.isStale
  await api.enrolments.add({ cohortId, personIds: [late] })
  expect([before, (await api.progress.cohort({ cohortId })).acta?.isStale]).toEqual([false, true])
})

test('who is excepted from the least share is not at risk', async () => {
  const { api, cohortId, editionId, people } = await aGroup()
  await api.enrolments.add({ cohortId, personIds: people })
  await api.rules.setPaper({ editionId, paperKind: 'constancia', rule: { leastShare: 75, needsRequired: 0, leastMark: null } })
  const one = await api.sessions.create({ cohortId, fields: session('2026-10-12') })
  const { people: rows } = await api.attendance.grid({ cohortId })
  await api.attendance.set({ cells: rows.map((row) => ({ sessionId: one.id, enrolmentId: row.enrolmentId, status: 'absent' })) })
  const [excepted = '', ...others] = rows.map((row) => row.enrolmentId)
  await api.eligibility.grant({ enrolmentIds: [excepted], fields: { paperKind: 'constancia', rule: 'share', reason: 'Comisión de servicio', grantedBy: 'Gerencia', document: null, grantedOn: '2026-11-20' } })
  expect((await api.progress.cohort({ cohortId })).atRisk.map((risk) => risk.enrolmentId).toSorted()).toEqual(others.toSorted())
})
