import { describe, expect, it } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aGroup, aSession } from './sessions-support.ts'

describe('the grid of attendance', () => {
  it('shows participants in alphabetical order, others behind, sessions in order, and each mark', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, enrolmentIds, personIds } = await aGroup(api, { people: 3, sessions: 2 })
    const [first = '', second = ''] = sessionIds
    const [ana = '', beatriz = ''] = enrolmentIds
    await api.enrolments.add({ cohortId, personIds: [personIds[0] ?? ''], role: 'speaker' })
    await api.enrolments.update({ ids: [beatriz], state: 'withdrawn' })
    await api.attendance.set({ cells: [{ sessionId: second, enrolmentId: ana, status: 'late', minutes: 150, note: 'Llegó a las 9:30' }, { sessionId: first, enrolmentId: beatriz, status: 'absent' }] })
    const grid = await api.attendance.grid({ cohortId })
    expect(grid.people.map((one) => [one.name, one.role, one.state])).toEqual([
      ['QUISPE HUAMÁN, Ana', 'participant', 'enrolled'],
      ['QUISPE HUAMÁN, Beatriz', 'participant', 'withdrawn'],
      ['QUISPE HUAMÁN, Carla', 'participant', 'enrolled'],
      ['QUISPE HUAMÁN, Ana', 'speaker', 'enrolled'],
    ])
    expect(grid.sessions).toEqual(sessionIds.map((id, at) => ({ id, day: `2026-10-${12 + at}`, startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: `Tema ${at + 1}`, isRequired: 0 })))
    expect(grid.cells).toEqual([['', 'late:150'], ['absent', ''], ['', ''], ['', '']])
    expect(grid.noted).toEqual([`${ana} ${second}`])
    expect(grid.statuses.map((one) => `${one.letter} ${one.name}`)).toEqual(['P Asistió', 'T Tardanza', 'S Salió antes', 'J Falta justificada', 'F Faltó'])
    expect(grid.today).toBe('2026-11-22')
  })
})

describe('writing attendance', () => {
  it('a marked cell is changed, an emptied one is taken away, and each act is taken back whole', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, enrolmentIds } = await aGroup(api, { people: 2, sessions: 2 })
    const cells = async () => (await api.attendance.grid({ cohortId })).cells
    const all = (status: string | null) => sessionIds.flatMap((sessionId) => enrolmentIds.map((enrolmentId) => ({ sessionId, enrolmentId, status })))
    const marked = await api.attendance.set({ cells: all('present') })
    expect(marked.changed).toBe(4)
    const [sessionId = ''] = sessionIds
    const [enrolmentId = ''] = enrolmentIds
    const before = await api.attendance.cell({ sessionId, enrolmentId })
    const changed = await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: 'late', minutes: 100, note: 'Bus' }], source: 'paper' })
    expect(await api.attendance.cell({ sessionId, enrolmentId })).toEqual({ id: before.id, status: 'late', minutes: 100, source: 'paper', note: 'Bus', at: '2026-11-22T15:00:00.000Z', who: 'Prueba' })
    const emptied = await api.attendance.set({ cells: all(null) })
    expect(emptied.changed).toBe(4)
    expect(await cells()).toEqual([['', ''], ['', '']])
    expect(await api.attendance.cell({ sessionId, enrolmentId })).toEqual({ id: null, status: null, minutes: null, source: null, note: null, at: null, who: null })
    await api.history.undo({ act: emptied.act })
    expect(await cells()).toEqual([['late:100', 'present'], ['present', 'present']])
    await api.history.undo({ act: changed.act })
    expect(await cells()).toEqual([['present', 'present'], ['present', 'present']])
    expect(await api.attendance.cell({ sessionId, enrolmentId })).toMatchObject({ source: 'typed', note: null })
    await api.history.undo({ act: marked.act })
    expect(await cells()).toEqual([['', ''], ['', '']])
  })

  it('what stays as it was changes nothing, wherever it comes from; a note stays unless it is given', async () => {
    const { api } = await openApp()
    const { sessionIds, enrolmentIds } = await aGroup(api, { people: 1, sessions: 1 })
    const cell = { sessionId: sessionIds[0] ?? '', enrolmentId: enrolmentIds[0] ?? '' }
    await api.attendance.set({ cells: [{ ...cell, status: 'excused', note: 'Certificado médico' }] })
    expect((await api.attendance.set({ cells: [{ ...cell, status: 'excused' }], source: 'meeting' })).changed).toBe(0)
    expect(await api.attendance.cell(cell)).toMatchObject({ source: 'typed', note: 'Certificado médico' })
    await api.attendance.set({ cells: [{ ...cell, status: 'excused', note: '' }] })
    expect((await api.attendance.cell(cell)).note).toBeNull()
    expect((await api.attendance.set({ cells: [{ ...cell, status: 'present' }, { ...cell, status: 'absent' }] })).changed).toBe(1)
    expect((await api.attendance.cell(cell)).status).toBe('absent')
  })

  it('a block with one wrong cell is refused whole, naming the person and the session', async () => {
    const { api } = await openApp()
    const { cohortId, editionId, sessionIds, enrolmentIds } = await aGroup(api, { people: 3, sessions: 1 })
    const [sessionId = ''] = sessionIds
    const other = await api.cohorts.create({ editionId, name: 'Puno', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
    const elsewhere = await api.sessions.create({ cohortId: other.id, fields: aSession({ subject: 'Ética' }) })
    const good = { sessionId, enrolmentId: enrolmentIds[0] ?? '', status: 'present' }
    const second = enrolmentIds[1] ?? ''
    const third = enrolmentIds[2] ?? ''
    const refusals = [
      [{ sessionId, enrolmentId: second, status: 'late', minutes: 181 }, 'QUISPE HUAMÁN, Beatriz: 181 minutos son más que los 180 de la sesión «Tema 1» del 12/10/2026. No se guardó ningún cambio.'],
      [{ sessionId, enrolmentId: second, status: 'Z' }, 'No existe el estado de asistencia «Z» que se quiso poner a QUISPE HUAMÁN, Beatriz en la sesión «Tema 1» del 12/10/2026. No se guardó ningún cambio.'],
      [{ sessionId: elsewhere.id, enrolmentId: second, status: 'present' }, 'QUISPE HUAMÁN, Beatriz no pertenece al grupo de la sesión «Ética» del 12/10/2026. No se guardó ningún cambio.'],
    ] as const
    for (const [cell, message] of refusals) await expect(api.attendance.set({ cells: [good, cell] })).rejects.toMatchObject({ code: 'refused', message })
    await expect(api.attendance.set({ cells: [good, { ...good, enrolmentId: second, minutes: 200 }, { ...good, enrolmentId: third, minutes: 300 }] })).rejects.toMatchObject({
      message: 'QUISPE HUAMÁN, Beatriz: 200 minutos son más que los 180 de la sesión «Tema 1» del 12/10/2026, y hay otra celda igual. No se guardó ningún cambio.',
    })
    await expect(api.attendance.set({ cells: [{ ...good, sessionId: '01990000-0000-7000-8000-000000000000' }] })).rejects.toMatchObject({ code: 'missing' })
    expect((await api.attendance.grid({ cohortId })).cells).toEqual([[''], [''], ['']])
  })

  it('a block of thousands is written, changed and taken back', async () => {
    const { api } = await openApp()
    const { cohortId, sessionIds, enrolmentIds } = await aGroup(api, { people: 40, sessions: 15 })
    const cells = (status: string) => sessionIds.flatMap((sessionId) => enrolmentIds.map((enrolmentId, at) => ({ sessionId, enrolmentId, status, minutes: at % 7 === 0 ? at : null })))
    expect((await api.attendance.set({ cells: cells('present') })).changed).toBe(600)
    const again = await api.attendance.set({ cells: cells('absent') })
    expect(again.changed).toBe(600)
    await api.history.undo({ act: again.act })
    const grid = await api.attendance.grid({ cohortId })
    expect(grid.cells.every((row, at) => row.every((cell) => cell === (at % 7 === 0 ? `present:${at}` : 'present')))).toBe(true)
  })
})

describe('people in two places at once', () => {
  it('are told, not refused, where both marks have minutes', async () => {
    const { api } = await openApp()
    const { cohortId, editionId, sessionIds, enrolmentIds, personIds } = await aGroup(api, { people: 2, sessions: 2 })
    const other = await api.cohorts.create({ editionId, name: 'Puno', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
    await api.enrolments.add({ cohortId: other.id, personIds })
    const there = await api.attendance.grid({ cohortId: other.id })
    const rival = await api.sessions.create({ cohortId: other.id, fields: aSession({ startsAt: '11:30', endsAt: '13:00', plannedMinutes: 60, subject: 'Ética' }) })
    const after = await api.sessions.create({ cohortId: other.id, fields: aSession({ startsAt: '12:00', endsAt: '13:00', plannedMinutes: 60, subject: 'Cierre' }) })
    const elsewhere = there.people.map((person) => person.enrolmentId)
    const first = sessionIds[0] ?? ''
    const mine = await api.attendance.set({ cells: enrolmentIds.map((enrolmentId) => ({ sessionId: first, enrolmentId, status: 'present' })) })
    expect(mine.clashes).toEqual([])
    const set = await api.attendance.set({
      cells: [
        { sessionId: rival.id, enrolmentId: elsewhere[0] ?? '', status: 'late', minutes: 20 },
        { sessionId: rival.id, enrolmentId: elsewhere[1] ?? '', status: 'absent' },
        { sessionId: after.id, enrolmentId: elsewhere[1] ?? '', status: 'present' },
      ],
    })
    const clash = {
      personId: personIds[0], name: 'QUISPE HUAMÁN, Ana', day: '2026-10-12', here: 'Ética (Puno, 11:30–13:00)', there: 'Tema 1 (Cusco, 09:00–12:00)',
      sentence: 'QUISPE HUAMÁN, Ana figura el 12/10/2026 en dos sesiones a la misma hora: Ética (Puno, 11:30–13:00) y Tema 1 (Cusco, 09:00–12:00).',
    }
    expect(set.clashes).toEqual([clash])
    expect(await api.attendance.clashes({ cohortId: other.id })).toEqual([clash])
    expect((await api.attendance.clashes({ cohortId })).map((one) => [one.here, one.there])).toEqual([[clash.there, clash.here]])
    // Both in one group: told once.
    const twin = await api.sessions.create({ cohortId, fields: aSession({ startsAt: '10:00', endsAt: '11:00', plannedMinutes: 60, subject: 'Paralela' }) })
    const twice = await api.attendance.set({ cells: [{ sessionId: twin.id, enrolmentId: enrolmentIds[1] ?? '', status: 'present' }, { sessionId: first, enrolmentId: enrolmentIds[1] ?? '', status: 'present' }] })
    expect(twice.clashes.map((one) => [one.name, one.here, one.there])).toEqual([['QUISPE HUAMÁN, Beatriz', 'Tema 1 (Cusco, 09:00–12:00)', 'Paralela (Cusco, 10:00–11:00)']])
    expect(await api.attendance.clashes({ cohortId })).toHaveLength(2)
  })
})
