import { describe, expect, it } from 'vitest'
import { aPerson } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aSheetGroup } from './sheets-support.ts'

type Fields = Parameters<OpenApp['api']['walkIns']['add']>[0]['fields']

const aWalkIn = (fields: Partial<Fields> = {}): Fields => ({ sheetId: null, page: null, row: null, writtenName: 'Rosa Ñahui Peña', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'paper', ...fields })

describe('walk-ins of a sheet', () => {
  it('stand in a blank row of it, one person in each, for a session it was printed for', async () => {
    const app = await openApp()
    const { api } = app
    const { cohortId, sessionIds } = await aSheetGroup(app, 25, ['2026-10-12', '2026-10-13'])
    const [first = '', second = ''] = sessionIds
    const { sheets } = await api.sheets.print({ cohortId, sessionIds: [first], blankRows: 5 })
    const [{ id: sheetId, code } = { id: '', code: '' }] = sheets
    const { rows: pages } = await api.sheets.get({ id: sheetId })
    const lastPage = pages.at(-1)?.page ?? 0
    const lastRow = pages.at(-1)?.rows.at(-1)?.row ?? 0
    const add = (fields: Partial<Fields>, sessionId = first) => api.walkIns.add({ sessionId, fields: aWalkIn({ sheetId, ...fields }) })
    const before = await app.tables()
    await expect(add({ page: 99 })).rejects.toThrow(`La hoja ${code} no tiene página 99`)
    for (const wrong of [{ page: 1, row: 3 }, { page: lastPage, row: lastRow + 1 }, { page: 1, row: lastRow }]) await expect(add(wrong)).rejects.toThrow(`La fila ${wrong.row} no es una fila en blanco de esa página de la hoja ${code}`)
    await expect(add({ page: lastPage, row: lastRow }, second)).rejects.toMatchObject({ code: 'missing' })
    expect(await app.tables()).toEqual(before)
    const { id } = await add({ page: lastPage, row: lastRow })
    await expect(add({ page: lastPage, row: lastRow, writtenName: 'Otra' })).rejects.toThrow(`En la fila ${lastRow} de la hoja ${code} ya está anotada otra persona en esa sesión: «Rosa Ñahui Peña».`)
    await api.walkIns.update({ id, fields: { writtenName: 'Rosa Ñahui' } })
    expect((await api.sheets.get({ id: sheetId })).rows.at(-1)?.rows.at(-1)).toMatchObject({ name: 'Rosa Ñahui', walkInId: id })
  })

  it('stand in the row of who was taken out of the group since, until she is enrolled again', async () => {
    const app = await openApp()
    const { api } = app
    const { cohortId, sessionIds, enrolmentIds } = await aSheetGroup(app, 3)
    const { sheets } = await api.sheets.print({ cohortId, sessionIds: [...sessionIds] })
    const sheetId = sheets[0]?.id ?? ''
    const rowsNow = async () => (await api.sheets.get({ id: sheetId })).rows[0]?.rows.slice(0, 3) ?? []
    const printed = await rowsNow()
    expect(printed.map((row) => [row.enrolmentId, row.isGone])).toEqual(enrolmentIds.map((id) => [id, false]))
    const [, gone] = await api.enrolments.list({ cohortId })
    await api.enrolments.remove({ ids: [gone?.id ?? ''] })
    const name = printed[1]?.name ?? ''
    expect((await rowsNow())[1]).toEqual({ row: 2, enrolmentId: null, name, isGone: true, walkInId: null, cells: [''] })
    await expect(api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn({ sheetId, page: 1, row: 1 }) })).rejects.toMatchObject({ code: 'refused' })
    const { id, act } = await api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn({ sheetId, page: 1, row: 2, writtenName: name }) })
    expect((await rowsNow())[1]).toEqual({ row: 2, enrolmentId: null, name, isGone: true, walkInId: id, cells: ['present'] })
    await api.history.undo({ act })
    await api.enrolments.add({ cohortId, personIds: [gone?.personId ?? ''] })
    const again = (await api.enrolments.list({ cohortId })).find((one) => one.personId === gone?.personId)
    expect((await rowsNow())[1]).toEqual({ row: 2, enrolmentId: again?.id, name, isGone: false, walkInId: null, cells: [''] })
  })

  it('taken for the wrong person are set free: her mark is what it was before, unless it was changed since', async () => {
    const app = await openApp()
    const { api } = app
    const { cohortId, sessionIds } = await aSheetGroup(app, 0, ['2026-10-12', '2026-10-13', '2026-10-14'])
    const [first = '', second = '', third = ''] = sessionIds
    const personIds: string[] = []
    for (const firstSurname of ['QUISPE', 'ÑAHUI']) personIds.push((await api.people.create(aPerson({ firstSurname, secondSurname: 'PEÑA', givenNames: 'Rosa' }))).id)
    const [wrong = '', right = ''] = personIds
    await api.enrolments.add({ cohortId, personIds: [wrong] })
    const enrolmentId = (await api.enrolments.list({ cohortId }))[0]?.id ?? ''
    await api.attendance.set({ cells: [{ sessionId: second, enrolmentId, status: 'absent' }] })
    const ids: string[] = []
    for (const sessionId of sessionIds) ids.push((await api.walkIns.add({ sessionId, fields: aWalkIn() })).id)
    const [id = ''] = ids
    await expect(api.walkIns.release({ id })).rejects.toMatchObject({ code: 'refused', message: 'De «Rosa Ñahui Peña» todavía no se dijo quién es.' })
    await api.walkIns.identify({ id, personId: wrong, others: true })
    await api.attendance.set({ cells: [{ sessionId: third, enrolmentId, status: 'late' }] })
    const hers = async () => Promise.all([first, second, third].map(async (sessionId) => (await api.attendance.cell({ sessionId, enrolmentId })).status))
    expect(await hers()).toEqual(['present', 'present', 'late'])
    const before = await app.tables()
    const { act, ...done } = await api.walkIns.release({ id, others: true })
    expect(done).toEqual({ released: 3, written: 2 })
    expect(await hers()).toEqual([null, 'absent', 'late'])
    expect((await api.walkIns.list({ cohortId, onlyUnknown: true })).map((one) => one.id)).toEqual(ids)
    await api.history.undo({ act })
    expect((await app.tables())['walkIns']).toEqual(before['walkIns'])
    expect(await hers()).toEqual(['present', 'present', 'late'])
    await api.walkIns.release({ id })
    expect(await hers()).toEqual([null, 'present', 'late'])
    const again = await api.walkIns.identify({ id, personId: right })
    expect((await api.attendance.cell({ sessionId: first, enrolmentId: again.enrolmentId })).status).toBe('present')
    expect((await api.walkIns.list({ cohortId })).map((one) => one.personName)).toEqual(['ÑAHUI PEÑA, Rosa', 'QUISPE PEÑA, Rosa', 'QUISPE PEÑA, Rosa'])
  })

  it('are unknown again when who they were taken for leaves the group, and known again when that is undone', async () => {
    const app = await openApp()
    const { api } = app
    const { cohortId, sessionIds } = await aSheetGroup(app, 1)
    const { id: personId } = await api.people.create(aPerson({ firstSurname: 'ÑAHUI', secondSurname: 'PEÑA', givenNames: 'Rosa' }))
    const { id } = await api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: aWalkIn() })
    const { enrolmentId } = await api.walkIns.identify({ id, personId })
    await api.attendance.set({ cells: [{ sessionId: sessionIds[0] ?? '', enrolmentId, status: null }] })
    const { act } = await api.enrolments.remove({ ids: [enrolmentId] })
    expect((await api.walkIns.list({ cohortId, onlyUnknown: true })).map((one) => one.id)).toEqual([id])
    await api.history.undo({ act })
    expect((await api.walkIns.list({ cohortId })).map((one) => one.personName)).toEqual(['ÑAHUI PEÑA, Rosa'])
    await api.people.remove({ id: personId })
    expect((await api.walkIns.list({ cohortId, onlyUnknown: true })).map((one) => one.id)).toEqual([id])
  })
})
