import { describe, expect, it } from 'vitest'
import { aCourse, aPerson, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { aGroup, aSession } from './sessions-support.ts'

const noOne = '01990000-0000-7000-8000-000000000000'

describe('sessions of a group', () => {
  it('stand in order of day and time, with their speakers in the order given', async () => {
    const { api } = await openApp()
    const { cohortId, editionId } = await aCourse(api)
    const [rosa = '', luis = ''] = await somePeople(api, 2)
    await api.sessions.create({ cohortId, fields: aSession({ day: '2026-10-13', subject: 'B' }) })
    const { id } = await api.sessions.create({ cohortId, fields: aSession({ startsAt: '15:00', endsAt: '17:00', plannedMinutes: 110, subject: 'C', module: ' Módulo I ', place: 'Auditorio', link: 'https://zoom.us/j/1', modality: 'virtual', isRequired: 1 }), speakers: [{ personId: luis, role: 'moderator' }, { personId: rosa, role: 'speaker' }, { personId: luis, role: 'moderator' }] })
    await api.sessions.create({ cohortId, fields: aSession({ subject: 'A' }) })
    const list = await api.sessions.list({ cohortId })
    expect(list.map((one) => one.subject)).toEqual(['A', 'C', 'B'])
    expect(list[1]).toEqual({
      id, cohortId, day: '2026-10-12', startsAt: '15:00', endsAt: '17:00', plannedMinutes: 110, subject: 'C', module: 'Módulo I', place: 'Auditorio', link: 'https://zoom.us/j/1', modality: 'virtual', isRequired: 1,
      speakers: [{ personId: luis, name: 'QUISPE HUAMÁN, Beatriz', role: 'moderator' }, { personId: rosa, name: 'QUISPE HUAMÁN, Ana', role: 'speaker' }],
      taken: 0, participants: 0, attendedShare: null, pages: 0, pagesBack: 0, evidence: 0, walkIns: 0,
    })
    expect(await api.sessions.list({ editionId })).toEqual(list)
  })

  it('are refused with a sentence when their times cannot be', async () => {
    const { api } = await openApp()
    const { cohortId } = await aCourse(api)
    const create = (fields: Parameters<typeof aSession>[0]) => api.sessions.create({ cohortId, fields: aSession(fields) })
    await expect(create({ startsAt: '12:00', endsAt: '09:00' })).rejects.toMatchObject({ code: 'refused', message: 'La hora de término (09:00) debe ser posterior a la de inicio (12:00).' })
    await expect(create({ plannedMinutes: 181 })).rejects.toMatchObject({ message: 'La sesión no puede tener 181 minutos: de 09:00 a 12:00 solo hay 180.' })
    await expect(create({ day: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(create({ startsAt: '24:00' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(api.sessions.create({ cohortId: noOne, fields: aSession() })).rejects.toMatchObject({ code: 'missing', message: 'Ese grupo ya no existe.' })
    await expect(api.sessions.create({ cohortId, fields: aSession(), speakers: [{ personId: noOne, role: 'speaker' }] })).rejects.toMatchObject({ message: 'Una de las personas elegidas ya no existe.' })
    await expect(api.sessions.list({})).rejects.toMatchObject({ code: 'refused' })
    expect(await api.sessions.list({ cohortId })).toEqual([])
  })

  it('are not shortened below the minutes that are written', async () => {
    const { api } = await openApp()
    const { sessionIds, enrolmentIds } = await aGroup(api, { people: 2, sessions: 1 })
    const [sessionId = ''] = sessionIds
    await api.attendance.set({ cells: enrolmentIds.map((enrolmentId, at) => ({ sessionId, enrolmentId, status: 'late', minutes: 150 - at })) })
    await expect(api.sessions.update({ id: sessionId, fields: { plannedMinutes: 149 } })).rejects.toMatchObject({
      code: 'refused',
      message: 'La sesión «Tema 1» del 12/10/2026 no puede quedar en 149 minutos: ya hay una persona con más (hasta 150). Corrija primero esos minutos en la asistencia.',
    })
    await api.sessions.update({ id: sessionId, fields: { plannedMinutes: 150, subject: 'Otro' } })
    await expect(api.sessions.update({ id: sessionId, fields: { endsAt: '11:00' } })).rejects.toMatchObject({ message: 'La sesión no puede tener 150 minutos: de 09:00 a 11:00 solo hay 120.' })
  })

  it('are not removed while attendance is written in them; undo brings a removed one back with its speakers', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, enrolmentIds, personIds } = await aGroup(api, { people: 1, sessions: 1 })
    const [sessionId = ''] = sessionIds
    const [enrolmentId = ''] = enrolmentIds
    await api.sessions.setSpeakers({ id: sessionId, speakers: [{ personId: personIds[0] ?? '', role: 'tutor' }] })
    await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: 'present' }] })
    await expect(api.sessions.remove({ id: sessionId })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar la sesión «Tema 1» del 12/10/2026: tiene la asistencia de una persona. Bórrela primero en Asistencia.' })
    await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: null }] })
    const { act } = await api.sessions.remove({ id: sessionId })
    expect(await api.sessions.list({ cohortId })).toEqual([])
    await api.history.undo({ act })
    expect((await api.sessions.list({ cohortId }))[0]?.speakers.map((one) => one.role)).toEqual(['tutor'])
  })

  it('are not taken back by undo once attendance stands on them', async () => {
    const { api } = await openApp()
    const { cohortId, enrolmentIds } = await aGroup(api, { people: 1, sessions: 0 })
    const { id, act } = await api.sessions.create({ cohortId, fields: aSession() })
    await api.attendance.set({ cells: [{ sessionId: id, enrolmentId: enrolmentIds[0] ?? '', status: 'present' }] })
    expect((await api.history.undo({ act })).kept).toEqual([{ entity: 'sessions', id, field: '' }])
    expect(await api.sessions.list({ cohortId })).toHaveLength(1)
  })

  it('keep a group, an edition and an enrolment with attendance from being removed', async () => {
    const { api } = await openApp()
    const { cohortId, editionId, sessionIds, enrolmentIds, personIds } = await aGroup(api, { people: 1, sessions: 1 })
    const [enrolmentId = ''] = enrolmentIds
    await api.attendance.set({ cells: [{ sessionId: sessionIds[0] ?? '', enrolmentId, status: 'present' }] })
    await expect(api.people.remove({ id: personIds[0] ?? '' })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.enrolments.remove({ ids: [enrolmentId] })).rejects.toMatchObject({
      code: 'refused',
      message: 'No se puede quitar a QUISPE HUAMÁN, Ana: ya tiene asistencia escrita. Si dejó de venir, márquela como «se retiró»; si se inscribió por error, borre antes su asistencia.',
    })
    await api.attendance.set({ cells: [{ sessionId: sessionIds[0] ?? '', enrolmentId, status: null }] })
    const item = await api.marks.saveItem({ editionId, id: null, fields: { name: 'Examen', kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 20 } })
    const marked = await api.marks.set({ cells: [{ markItemId: item.id, enrolmentId, value: 15 }] })
    await expect(api.enrolments.remove({ ids: [enrolmentId] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('QUISPE HUAMÁN, Ana: ya tiene notas.') })
    await api.history.undo({ act: marked.act })
    await api.enrolments.remove({ ids: [enrolmentId] })
    await expect(api.cohorts.remove({ id: cohortId })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar: el grupo tiene una sesión. Quítela primero.' })
    await expect(api.editions.remove({ id: editionId })).rejects.toMatchObject({ code: 'refused' })
    await api.sessions.remove({ id: sessionIds[0] ?? '' })
    await api.cohorts.remove({ id: cohortId })
  })
})

describe('repeating and copying sessions', () => {
  it('a session is repeated on other days with its speakers; where it stands already it is left; undo takes all away', async () => {
    const { api } = await openApp()
    const { cohortId } = await aCourse(api)
    const person = await api.people.create(aPerson())
    const { id } = await api.sessions.create({ cohortId, fields: aSession({ isRequired: 1 }), speakers: [{ personId: person.id, role: 'speaker' }] })
    const repeated = await api.sessions.repeat({ id, days: ['2026-10-19', '2026-10-12', '2026-10-14', '2026-10-19'] })
    expect({ made: repeated.ids.length, alreadyThere: repeated.alreadyThere }).toEqual({ made: 2, alreadyThere: 1 })
    const list = await api.sessions.list({ cohortId })
    expect(list.map((one) => [one.day, one.isRequired, one.speakers.length])).toEqual([['2026-10-12', 1, 1], ['2026-10-14', 1, 1], ['2026-10-19', 1, 1]])
    await api.history.undo({ act: repeated.act })
    expect(await api.sessions.list({ cohortId })).toHaveLength(1)
  })

  it('all sessions of a group go to others with their distances kept, once', async () => {
    const { api } = await openApp()
    const { cohortId, editionId, sessionIds, personIds } = await aGroup(api, { people: 1, sessions: 3 })
    await api.sessions.update({ id: sessionIds[2] ?? '', fields: { day: '2026-10-30' } })
    await api.sessions.setSpeakers({ id: sessionIds[0] ?? '', speakers: [{ personId: personIds[0] ?? '', role: 'facilitator' }] })
    const other = async (name: string) => (await api.cohorts.create({ editionId, name, site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })).id
    const [puno, tacna] = [await other('Puno'), await other('Tacna')]
    const copied = await api.sessions.copy({ fromCohortId: cohortId, toCohortIds: [puno, tacna], startsOn: '2026-12-30', withSpeakers: true })
    expect({ made: copied.ids.length, alreadyThere: copied.alreadyThere }).toEqual({ made: 6, alreadyThere: 0 })
    expect((await api.sessions.list({ cohortId: tacna })).map((one) => [one.day, one.subject, one.speakers.map((speaker) => speaker.role).join()])).toEqual([
      ['2026-12-30', 'Tema 1', 'facilitator'],
      ['2026-12-31', 'Tema 2', ''],
      ['2027-01-17', 'Tema 3', ''],
    ])
    expect(await api.sessions.copy({ fromCohortId: cohortId, toCohortIds: [puno], startsOn: '2026-12-30', withSpeakers: false })).toMatchObject({ ids: [], alreadyThere: 3 })
    await api.history.undo({ act: copied.act })
    expect(await api.sessions.list({ editionId })).toHaveLength(3)
    await expect(api.sessions.copy({ fromCohortId: puno, toCohortIds: [tacna], startsOn: null })).rejects.toMatchObject({ code: 'refused', message: 'Ese grupo todavía no tiene sesiones que copiar.' })
  })
})

describe('figures of sessions', () => {
  it('count who is written of whom, the share attended of those asked, and who signed without being known', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, enrolmentIds } = await aGroup(api, { people: 5, sessions: 2 })
    const [first = '', second = ''] = sessionIds
    const [ana = '', beatriz = '', carla = '', dina = '', elmer = ''] = enrolmentIds
    const leave = await api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'C', share: 0, exempts: true })
    await api.attendance.set({
      cells: [
        { sessionId: first, enrolmentId: ana, status: 'present' },
        { sessionId: first, enrolmentId: beatriz, status: 'late', minutes: 90 },
        { sessionId: first, enrolmentId: carla, status: leave.id },
        { sessionId: first, enrolmentId: dina, status: 'absent' },
        { sessionId: first, enrolmentId: elmer, status: 'present' },
        { sessionId: second, enrolmentId: carla, status: leave.id },
      ],
    })
    await api.enrolments.update({ ids: [elmer], state: 'withdrawn' })
    await api.walkIns.add({ sessionId: first, fields: { sheetId: null, page: null, row: null, writtenName: 'Zoila Nadie', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'paper' } })
    const list = await api.sessions.list({ cohortId })
    // Asked in the first: Ana 180, Beatriz 90, Dina 0 of 540; Carla is exempt, Elmer withdrew.
    expect(list.map(({ taken, participants, attendedShare, walkIns }) => ({ taken, participants, attendedShare, walkIns }))).toEqual([
      { taken: 4, participants: 4, attendedShare: 50, walkIns: 1 },
      { taken: 1, participants: 4, attendedShare: null, walkIns: 0 },
    ])
  })
})
