import { describe, expect, it } from 'vitest'
import { aPerson, aPost } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aGroup } from './sessions-support.ts'

type Fields = Parameters<OpenApp['api']['walkIns']['add']>[0]['fields']

const aWalkIn = (fields: Partial<Fields> = {}): Fields => ({ sheetId: null, page: null, row: null, writtenName: 'Rosa Ñahui Peña', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'paper', ...fields })

describe('walk-ins', () => {
  it('are kept as they were written, corrected and removed', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds } = await aGroup(api, { people: 0, sessions: 2 })
    const [first = '', second = ''] = sessionIds
    const later = await api.walkIns.add({ sessionId: second, fields: aWalkIn({ writtenName: 'Zoila Nadie' }) })
    const { id } = await api.walkIns.add({ sessionId: first, fields: aWalkIn({ page: 2, row: 41, minutes: 170, writtenOrganisation: 'UGEL Cusco' }) })
    await api.walkIns.update({ id, fields: { writtenDocument: '41229648', minutes: 175 } })
    expect(await api.walkIns.list({ cohortId })).toEqual([
      { ...aWalkIn({ page: 2, row: 41, minutes: 175, writtenOrganisation: 'UGEL Cusco', writtenDocument: '41229648' }), id, sessionId: first, enrolmentId: null, day: '2026-10-12', sessionSubject: 'Tema 1', personName: null, maybe: [] },
      { ...aWalkIn({ writtenName: 'Zoila Nadie' }), id: later.id, sessionId: second, enrolmentId: null, day: '2026-10-13', sessionSubject: 'Tema 2', personName: null, maybe: [] },
    ])
    await api.walkIns.remove({ id })
    expect((await api.walkIns.list({ sessionId: first }))).toEqual([])
    await expect(api.sessions.remove({ id: second })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar la sesión «Tema 2» del 13/10/2026: tiene una persona anotada fuera de lista.' })
  })

  it('are refused with more minutes than the session, an unknown status or a sheet that is not there', async () => {
    const { api } = await openApp()
    const { sessionIds } = await aGroup(api, { people: 0, sessions: 1 })
    const add = (fields: Partial<Fields>) => api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn(fields) })
    await expect(add({ minutes: 181 })).rejects.toMatchObject({ code: 'refused', message: 'Rosa Ñahui Peña: 181 minutos son más que los 180 de la sesión «Tema 1» del 12/10/2026. No se guardó ningún cambio.' })
    await expect(add({ status: 'Z' })).rejects.toMatchObject({ code: 'refused', message: 'No existe el estado de asistencia «Z».' })
    await expect(add({ sheetId: '01990000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing' })
    await expect(api.walkIns.list({})).rejects.toMatchObject({ code: 'refused' })
    const { id } = await add({ minutes: 120 })
    await expect(api.walkIns.update({ id, fields: { minutes: 181 } })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.sessions.update({ id: sessionIds[0] ?? '', fields: { plannedMinutes: 119 } })).rejects.toMatchObject({ code: 'refused' })
  })

  it('come with whom they may be: by document, then the group’s people by likeness, then everybody', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds } = await aGroup(api, { people: 1, sessions: 1 })
    const person = async (fields: Parameters<typeof aPerson>[0]) => (await api.people.create(aPerson(fields))).id
    const outside = await person({ firstSurname: 'ÑAHUI', secondSurname: 'PEÑA', givenNames: 'Rosa' })
    const near = await person({ firstSurname: 'ÑAHUI', secondSurname: 'PENAS', givenNames: 'Rosa' })
    const inside = await person({ firstSurname: 'ÑAHUI', secondSurname: 'PEÑA', givenNames: 'Rosa María' })
    const byDocument = await person({ documentType: '01', documentNumber: '00370008', firstSurname: 'CASTRO', givenNames: 'Óscar' })
    await person({ firstSurname: 'ÑAHUI', givenNames: 'Wilmer' })
    await api.enrolments.add({ cohortId, personIds: [inside] })
    await api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn({ writtenDocument: 'DNI 00370008' }) })
    const [walkIn] = await api.walkIns.list({ cohortId, onlyUnknown: true })
    expect(walkIn?.maybe.map(({ personId, reason }) => [personId, reason])).toEqual([
      [byDocument, 'Tiene el mismo documento (00370008); no está en el grupo.'],
      [inside, 'Falta un nombre o un apellido; está en el grupo.'],
      [outside, 'Los mismos nombres en otro orden; no está en el grupo.'],
      [near, 'El nombre difiere en una letra; no está en el grupo.'],
    ])
  })

  it('are identified: enrolled with the post of the group’s first day, attendance written, and taken back in one undo', async () => {
    const { api } = await openApp()
    const { cohortId, editionId, sessionIds } = await aGroup(api, { people: 1, sessions: 3 })
    const { id: personId } = await api.people.create(aPerson({ firstSurname: 'ÑAHUI', secondSurname: 'PEÑA', givenNames: 'Rosa' }))
    await api.people.addPost(aPost({ personId, title: 'Antes', since: '2020-01-01', until: '2026-10-01' }))
    await api.people.addPost(aPost({ personId, title: 'Gerenta', since: '2026-10-02' }))
    const other = await api.cohorts.create({ editionId, name: 'Puno', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
    const far = await api.sessions.create({ cohortId: other.id, fields: { day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Otro', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    const first = await api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn() })
    await api.walkIns.add({ sessionId: sessionIds[1] ?? '', fields: aWalkIn({ writtenName: 'PEÑA, rosa ñahui', status: 'late', minutes: 100, source: 'meeting' }) })
    await api.walkIns.add({ sessionId: sessionIds[2] ?? '', fields: aWalkIn({ writtenName: 'Rosa Ñahui' }) })
    await api.walkIns.add({ sessionId: far.id, fields: aWalkIn() })
    const done = await api.walkIns.identify({ id: first.id, personId, others: true })
    expect({ enrolled: done.enrolled, written: done.written }).toEqual({ enrolled: true, written: 2 })
    const grid = await api.attendance.grid({ cohortId })
    const row = grid.people.findIndex((one) => one.personId === personId)
    expect([grid.people[row]?.role, grid.cells[row]]).toEqual(['participant', ['present', 'late:100', '']])
    expect(await api.attendance.cell({ sessionId: sessionIds[1] ?? '', enrolmentId: done.enrolmentId })).toMatchObject({ source: 'meeting' })
    expect((await api.enrolments.list({ cohortId, search: 'nahui' }))[0]).toMatchObject({ postTitle: 'Gerenta', state: 'enrolled' })
    expect((await api.walkIns.list({ cohortId })).map((one) => one.personName)).toEqual(['ÑAHUI PEÑA, Rosa', 'ÑAHUI PEÑA, Rosa', null])
    expect(await api.walkIns.list({ cohortId, onlyUnknown: true })).toHaveLength(1)
    expect((await api.walkIns.list({ cohortId: other.id }))[0]?.enrolmentId).toBeNull()
    await expect(api.walkIns.update({ id: first.id, fields: { minutes: 10 } })).rejects.toMatchObject({ code: 'refused', message: 'Ya se sabe quién es: ÑAHUI PEÑA, Rosa. Su asistencia se cambia en la lista del grupo.' })
    await expect(api.walkIns.identify({ id: first.id, personId })).rejects.toMatchObject({ code: 'refused', message: 'Ya se dijo quién es «Rosa Ñahui Peña».' })
    const undone = await api.history.undo({ act: done.act })
    expect(undone.kept).toEqual([])
    expect((await api.attendance.grid({ cohortId })).people).toHaveLength(1)
    expect(await api.walkIns.list({ cohortId, onlyUnknown: true })).toHaveLength(3)
  })

  it('of somebody already in the group fill her row; a mark that counts as much stays', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, enrolmentIds, personIds } = await aGroup(api, { people: 1, sessions: 2 })
    const [first = '', second = ''] = sessionIds
    const [enrolmentId = ''] = enrolmentIds
    await api.attendance.set({ cells: [{ sessionId: first, enrolmentId, status: 'absent' }, { sessionId: second, enrolmentId, status: 'late' }] })
    const name = 'Ana Quispe Huamán'
    const { id } = await api.walkIns.add({ sessionId: first, fields: aWalkIn({ writtenName: name }) })
    await api.walkIns.add({ sessionId: second, fields: aWalkIn({ writtenName: name, minutes: 60 }) })
    expect(await api.walkIns.identify({ id, personId: personIds[0] ?? '', others: true })).toMatchObject({ enrolmentId, enrolled: false, written: 1 })
    expect((await api.attendance.grid({ cohortId })).cells).toEqual([['present', 'late']])
  })

  it('with other documents are other people, however they are called', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, personIds } = await aGroup(api, { people: 1, sessions: 2 })
    const { id } = await api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn({ writtenDocument: '41229648' }) })
    await api.walkIns.add({ sessionId: sessionIds[1] ?? '', fields: aWalkIn({ writtenDocument: '41229649' }) })
    await api.walkIns.identify({ id, personId: personIds[0] ?? '', others: true })
    expect((await api.walkIns.list({ cohortId, onlyUnknown: true })).map((one) => one.writtenDocument)).toEqual(['41229649'])
  })
})
