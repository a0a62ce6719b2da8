import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { run } from '../documents/second-programs.ts'
import { aCourse, aPerson, aPost, anOrganisation, someSessions } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'

it('a person’s record holds every course with its hours, mark, record of results and papers, and the sessions she gave', async () => {
  const opened = await openApp()
  const { api } = opened
  const group = await aGroupWithResults(opened)
  const { office, people, enrolments, cohortId } = group
  const personId = people.ARCE
  // Closed and certified in the first course.
  const acta = await api.actas.close({ cohortId })
  const choice = { paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  const { issued } = await api.certificates.issue({ ...choice, enrolmentIds: [enrolments.ARCE] })
  // What attendance says afterwards does not touch what was closed.
  await api.attendance.set({ cells: [{ sessionId: group.sessionIds[0] ?? '', enrolmentId: enrolments.ARCE, status: 'absent' }] })
  // A second course without record of results: two sessions of 180 minutes, of one she left early with 100 minutes.
  const organisation = await api.organisations.create(anOrganisation())
  await api.people.addPost(aPost({ personId, organisationId: organisation.id, title: 'Tesorera', since: '2026-01-01' }))
  const talk = await aCourse(api, { title: 'Charla de ética', startsOn: '2026-11-02', endsOn: '2026-11-03', minutesPerHour: 60 })
  await api.enrolments.add({ cohortId: talk.cohortId, personIds: [personId] })
  const [talkEnrolment] = await api.enrolments.list({ cohortId: talk.cohortId })
  const talkSessions = await someSessions(api, talk.cohortId, 2)
  await api.attendance.set({ cells: [{ sessionId: talkSessions[0] ?? '', enrolmentId: talkEnrolment?.id ?? '', status: 'present' }, { sessionId: talkSessions[1] ?? '', enrolmentId: talkEnrolment?.id ?? '', status: 'leftEarly', minutes: 100 }] })
  // A third where she only gives two sessions, one of them still to come.
  const taught = await aCourse(api, { title: 'Taller de tesorería', startsOn: '2026-11-09', endsOn: '2026-12-01' })
  const [held = '', coming = ''] = await someSessions(api, taught.cohortId, 2)
  await api.sessions.update({ id: coming, fields: { day: '2026-12-01', plannedMinutes: 120 } })
  await api.sessions.setSpeakers({ id: held, speakers: [{ personId, role: 'speaker' }, { personId, role: 'moderator' }] })
  await api.sessions.setSpeakers({ id: coming, speakers: [{ personId, role: 'speaker' }] })

  const record = await api.people.record({ id: personId })
  expect(record.lines.map(({ title, role, state, plannedMinutes, attendedMinutes, mark, postTitle, acta: by, certificates }) => [title, role, state, plannedMinutes, attendedMinutes, mark, postTitle, by?.number ?? null, certificates.map((one) => one.number)])).toEqual([
    ['Taller de tesorería', 'speaker', 'enrolled', 180 + 120, 180, null, null, null, []],
    ['Charla de ética', 'participant', 'enrolled', 360, 180 + 100, null, 'Tesorera', null, []],
    ['Curso de gestión pública', 'participant', 'approved', 720, 720, 16, null, acta.number, ['N° 001-2026-MPC/GRH']],
  ])
  expect(record).toMatchObject({ name: 'ARCE, Ana', documentNumber: '40000000', postTitle: 'Tesorera', organisationName: 'Municipalidad Provincial de Cajamarca' })
  expect(record.totals).toEqual({ courses: 2, asSpeaker: 1, attendedMinutes: 720 + 280, certificates: issued.length })
  expect(record.lines[0]?.enrolmentId).toBeNull()
})

it('who is enrolled to speak in a group and gives its sessions has one line for it', async () => {
  const { api } = await openApp()
  const { cohortId } = await aCourse(api)
  const { id: personId } = await api.people.create(aPerson())
  await api.enrolments.add({ cohortId, personIds: [personId], role: 'speaker' })
  const [sessionId = ''] = await someSessions(api, cohortId, 1)
  await api.sessions.setSpeakers({ id: sessionId, speakers: [{ personId, role: 'speaker' }] })
  const { lines, totals } = await api.people.record({ id: personId })
  expect(lines.map(({ role, plannedMinutes, attendedMinutes }) => [role, plannedMinutes, attendedMinutes])).toEqual([['speaker', 180, 180]])
  expect(totals).toMatchObject({ courses: 0, asSpeaker: 1 })
})

it('who has no training has an empty record, and who is not there is said to be missing', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  expect(await api.people.record({ id })).toMatchObject({ lines: [], totals: { courses: 0, asSpeaker: 0, attendedMinutes: 0, certificates: 0 } })
  await expect(api.people.record({ id: '0193a1b2-0000-7000-8000-000000000001' })).rejects.toMatchObject({ code: 'missing' })
})

it('on paper it says the same, and as of which day', async () => {
  const opened = await openApp()
  const { api } = opened
  const { people, cohortId } = await aGroupWithResults(opened)
  const acta = await api.actas.close({ cohortId })
  const file = await api.people.printRecord({ id: people.ARCE })
  expect(file.name).toBe('Historial de capacitación - ARCE, Ana.pdf')
  const path = opened.path(file)
  expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors')
  const words = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  for (const part of ['Historial de capacitación', 'ARCE, Ana', 'DNI 40000000', 'Curso de gestión pública', '45', acta.number.replace('N° ', ''), 'a la fecha 22 de noviembre de 2026', 'Página 1 de 1']) expect(words).toContain(part)
})
