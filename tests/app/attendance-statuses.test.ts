import { describe, expect, it } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aGroup } from './sessions-support.ts'

const brief = (statuses: readonly { name: string; letter: string; share: number; exempts: boolean }[]) => statuses.map(({ name, letter, share, exempts }) => `${letter} ${name} ${share}${exempts ? ' exime' : ''}`)

describe('statuses of attendance', () => {
  it('one of the five is changed and given back, an own one is added behind them', async () => {
    const { api } = await openApp()
    await api.attendance.saveStatus({ key: 'late', name: null, letter: 'T', share: 0, exempts: false })
    const own = await api.attendance.saveStatus({ key: null, name: 'Comisión de servicio', letter: 'C', share: 0, exempts: true })
    expect(brief(await api.attendance.statuses({}))).toEqual(['P Asistió 100', 'T Tardanza 0', 'S Salió antes 50', 'J Falta justificada 0', 'F Faltó 0', 'C Comisión de servicio 0 exime'])
    await api.attendance.saveStatus({ key: 'late', name: 'Tarde', letter: '2', share: 75, exempts: false })
    await api.attendance.saveStatus({ key: own.id, name: 'Comisión', letter: 'Ñ', share: 100, exempts: false })
    expect(brief(await api.attendance.statuses({})).filter((_, at) => at === 1 || at === 5)).toEqual(['2 Tarde 75', 'Ñ Comisión 100'])
    await api.attendance.removeStatus({ key: 'late' })
    const gone = await api.attendance.removeStatus({ key: own.id })
    expect(brief(await api.attendance.statuses({}))).toEqual(['P Asistió 100', 'T Tardanza 100', 'S Salió antes 50', 'J Falta justificada 0', 'F Faltó 0'])
    await api.history.undo({ act: gone.act })
    expect(await api.attendance.statuses({})).toHaveLength(6)
  })

  it('are called in the reader’s language where the office gave no name', async () => {
    const { api } = await openApp({ session: { language: 'en' } })
    expect((await api.attendance.statuses({})).map((one) => one.name)).toEqual(['Present', 'Late', 'Left early', 'Excused', 'Absent'])
  })

  it('refuse a letter or a name that is taken, a nameless own one, and one that is gone', async () => {
    const { api } = await openApp()
    const own = (fields: { letter?: string; name?: string | null; key?: string | null }) => api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'C', share: 0, exempts: false, ...fields })
    await own({})
    await expect(own({ letter: 'P', name: 'Otro' })).rejects.toMatchObject({ code: 'refused', message: 'La tecla P ya es de otro estado. Elija otra letra o cifra.' })
    await expect(own({ letter: 'K', name: 'comision' })).rejects.toMatchObject({ code: 'refused', message: 'Ya hay un estado llamado «comision».' })
    await expect(own({ letter: 'K', name: '' })).rejects.toMatchObject({ code: 'refused', message: 'Escriba cómo se llama el estado.' })
    await expect(own({ letter: 'k' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(own({ letter: 'K', name: 'Otro', key: '01990000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing' })
    await api.attendance.saveStatus({ key: 'present', name: null, letter: 'X', share: 100, exempts: false })
    await own({ letter: 'P', name: 'Parcial' })
    await expect(api.attendance.removeStatus({ key: 'present' })).rejects.toMatchObject({ message: 'La tecla P ya es de otro estado. Elija otra letra o cifra.' })
    await expect(api.attendance.removeStatus({ key: 'late' })).rejects.toMatchObject({ code: 'refused' })
  })

  it('an own one stays while it is in use', async () => {
    const { api } = await openApp()
    const { sessionIds, enrolmentIds } = await aGroup(api, { people: 2, sessions: 1 })
    const own = await api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'C', share: 0, exempts: true })
    await api.attendance.set({ cells: enrolmentIds.map((enrolmentId) => ({ sessionId: sessionIds[0] ?? '', enrolmentId, status: own.id })) })
    await expect(api.attendance.removeStatus({ key: own.id })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar el estado «Comisión»: lo usan 2 marcas de asistencia.' })
    expect((await api.history.undo({ act: own.act })).kept).toEqual([{ entity: 'attendanceStatuses', id: own.id, field: '' }])
    expect(await api.attendance.statuses({})).toHaveLength(6)
  })
})
