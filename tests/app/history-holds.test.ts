import { expect, it } from 'vitest'
import { aClass, aSession } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { undoAnswer } from '../support/undo-answer.ts'
import { openApp } from '../support/open-app.ts'

// What an act left may hold no more once others built on it: then it is not taken back, and a sentence says what stands in the way.

const exam = { name: 'Examen', kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 20 } as const
const asksNothing = { leastShare: null, needsRequired: 0, leastMark: null } as const

/** One participant and one session. */
async function aSmallClass({ api }: OpenApp) {
  const { editionId, cohortId, sessionIds: [sessionId = ''], enrolmentIds: [enrolmentId = ''] } = await aClass(api, 1, { sessions: 1 })
  return { editionId, cohortId, sessionId, enrolmentId }
}

it('a session does not become shorter again than the minutes written since', async () => {
  const opened = await openApp()
  const { api } = opened
  const { sessionId, enrolmentId } = await aSmallClass(opened)
  await api.sessions.update({ id: sessionId, fields: { endsAt: '17:00', plannedMinutes: 120 } })
  const { act } = await api.sessions.update({ id: sessionId, fields: { endsAt: '18:00', plannedMinutes: 180 } })
  await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: 'present', minutes: 170 }] })
  expect(await undoAnswer(opened, act)).toBe('No se puede deshacer: QUISPE HUAMÁN, Ana quedaría con 170 minutos en la sesión «Sesión 1» del 12/10/2026, que tendría 120. Nada cambió.')
})

it('minutes taken away do not come back into a session that became shorter', async () => {
  const opened = await openApp()
  const { api } = opened
  const { sessionId, enrolmentId } = await aSmallClass(opened)
  await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: 'present', minutes: 170 }] })
  const { act } = await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: 'present', minutes: null }] })
  await api.sessions.update({ id: sessionId, fields: { plannedMinutes: 120 } })
  expect(await undoAnswer(opened, act)).toContain('quedaría con 170 minutos')
})

it('of a session changed twice no half comes back that cannot be', async () => {
  const opened = await openApp()
  const { api } = opened
  const { cohortId, sessionId } = await aSmallClass(opened)
  const longer = await api.sessions.update({ id: sessionId, fields: { endsAt: '20:00', plannedMinutes: 300 } })
  await api.sessions.update({ id: sessionId, fields: { plannedMinutes: 290 } })
  expect(await undoAnswer(opened, longer.act)).toBe('No se puede deshacer: la sesión «Sesión 1» del 12/10/2026 quedaría de 15:00 a 18:00 con 290 minutos. Nada cambió.')
  const { id } = await api.sessions.create({ cohortId, fields: aSession({ day: '2026-10-20' }) })
  const earlier = await api.sessions.update({ id, fields: { startsAt: '08:00', endsAt: '12:00' } })
  await api.sessions.update({ id, fields: { endsAt: '11:00' } })
  expect(await undoAnswer(opened, earlier.act)).toBe('No se puede deshacer: con lo que se cambió después quedaría algo que no puede ser, como una sesión que termina antes de empezar. Nada cambió.')
})

it('a scale does not come back under marks written on another one', async () => {
  const opened = await openApp()
  const { api } = opened
  const { editionId, enrolmentId } = await aSmallClass(opened)
  const { id } = await api.marks.saveItem({ editionId, id: null, fields: exam })
  const { act } = await api.marks.saveItem({ editionId, id, fields: { ...exam, scaleMax: 100 } })
  await api.marks.set({ cells: [{ markItemId: id, enrolmentId, value: 90 }] })
  expect(await undoAnswer(opened, act)).toBe('No se puede deshacer: QUISPE HUAMÁN, Ana quedaría con 90 en «Examen», fuera de la escala de 0 a 20. Nada cambió.')
})

it('a first attempt stays under its retake', async () => {
  const opened = await openApp()
  const { api } = opened
  const { editionId, enrolmentId } = await aSmallClass(opened)
  const { id } = await api.marks.saveItem({ editionId, id: null, fields: exam })
  const { act } = await api.marks.set({ cells: [{ markItemId: id, enrolmentId, value: 8 }] })
  const retake = await api.marks.set({ cells: [{ markItemId: id, enrolmentId, value: 14, attempt: 2 }] })
  expect(await undoAnswer(opened, act)).toBe('No se puede deshacer: QUISPE HUAMÁN, Ana tiene un intento posterior de «Examen», que quedaría sin el anterior. Nada cambió.')
  await api.history.undo({ act: retake.act })
  expect((await api.history.undo({ act })).undone).toBe(1)
})

it('a requirement stays while a rule asks it', async () => {
  const opened = await openApp()
  const { api } = opened
  const { editionId } = await aSmallClass(opened)
  const { id, act } = await api.rules.saveRequirement({ editionId, id: null, fields: { name: 'Plan de acción', dueOn: null } })
  await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: asksNothing, requirementIds: [id] })
  expect(await undoAnswer(opened, act)).toBe('No se puede deshacer: las reglas del curso piden «Plan de acción», que ya no estaría. Nada cambió.')
  const { act: freed } = await api.rules.setPaper({ editionId, paperKind: 'certificado', rule: asksNothing })
  await api.rules.removeRequirement({ id })
  expect(await undoAnswer(opened, freed)).toContain('«Plan de acción»')
})

it('two statuses never come to share a key or a name', async () => {
  const opened = await openApp()
  const { api } = opened
  const own = await api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'C', share: 100, exempts: true })
  const gone = await api.attendance.removeStatus({ key: own.id })
  const other = await api.attendance.saveStatus({ key: null, name: 'Capacitador', letter: 'C', share: 100, exempts: false })
  expect(await undoAnswer(opened, gone.act)).toBe('No se puede deshacer: la tecla C sería de dos estados de asistencia. Nada cambió.')
  await api.attendance.removeStatus({ key: other.id })
  await api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'D', share: 50, exempts: false })
  expect(await undoAnswer(opened, gone.act)).toBe('No se puede deshacer: habría dos veces «Comisión». Nada cambió.')
  const renamed = await api.attendance.saveStatus({ key: 'present', name: null, letter: 'A', share: 100, exempts: false })
  await api.attendance.saveStatus({ key: null, name: 'Permiso', letter: 'P', share: 0, exempts: false })
  expect(await undoAnswer(opened, renamed.act)).toContain('la tecla P')
})

it('a mark of attendance does not come back with a status that is gone', async () => {
  const opened = await openApp()
  const { api } = opened
  const { sessionId, enrolmentId } = await aSmallClass(opened)
  const own = await api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'C', share: 100, exempts: true })
  await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: own.id }] })
  const { act } = await api.attendance.set({ cells: [{ sessionId, enrolmentId, status: 'absent' }] })
  await api.attendance.removeStatus({ key: own.id })
  expect(await undoAnswer(opened, act)).toBe('No se puede deshacer: QUISPE HUAMÁN, Ana volvería a un estado de asistencia que ya no existe. Nada cambió.')
})

it('what is marked does not come back under a name that another took', async () => {
  const opened = await openApp()
  const { api } = opened
  const { editionId } = await aSmallClass(opened)
  const { id } = await api.marks.saveItem({ editionId, id: null, fields: exam })
  const { act } = await api.marks.removeItem({ id })
  await api.marks.saveItem({ editionId, id: null, fields: { ...exam, name: 'EXAMEN' } })
  expect(await undoAnswer(opened, act)).toMatch(/habría dos veces «examen»/i)
})

it('a session stays while a sheet was printed for it', async () => {
  const opened = await openApp()
  const { api } = opened
  const { cohortId } = await aSmallClass(opened)
  const made = await api.sessions.create({ cohortId, fields: aSession({ day: '2026-10-20', subject: 'Cierre' }) })
  const { sheets } = await api.sheets.print({ cohortId, sessionIds: [made.id] })
  expect(await undoAnswer(opened, made.act)).toBe(`No se puede deshacer: la hoja de firmas ${sheets[0]?.code} se imprimió para la sesión «Cierre» del 20/10/2026, que ya no estaría. Nada cambió.`)
  await api.sheets.remove({ id: sheets[0]?.id ?? '' })
  expect((await api.history.undo({ act: made.act })).kept).toEqual([])
})
