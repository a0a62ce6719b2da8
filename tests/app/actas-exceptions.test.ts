import { expect, it } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'

it('who earned the certificado by an exception is not said to be without it, though the constancia asks what she lacks', async () => {
  const opened = await openApp()
  const { api } = opened
  const { cohortId, enrolments } = await aGroupWithResults(opened)
  await api.eligibility.grant({ enrolmentIds: [enrolments.CCORI], fields: { paperKind: 'certificado', rule: 'share', reason: 'Descanso médico', grantedBy: 'Rosa Ñaupari', document: 'Memorando 012-2026', grantedOn: '2026-11-20' } })
  const { id } = await api.actas.close({ cohortId })
  const { frozen } = await api.actas.get({ id })
  const { lines } = JSON.parse(frozen) as { lines: { enrolmentId: string; outcome: string; papers: string[]; observation: string | null }[] }
  const line = lines.find((one) => one.enrolmentId === enrolments.CCORI)
  expect([line?.outcome, line?.papers]).toEqual(['Aprobó', ['certificado']])
  expect(line?.observation).toMatch(/^Excepción en la asistencia: Descanso médico; .*Rosa Ñaupari/)
  expect(lines.find((one) => one.enrolmentId === enrolments.BACA)?.observation).toBe('Sin certificado: nota 10 de 11 como mínimo')
})

it('an exception of a day to come is refused', async () => {
  const opened = await openApp()
  const { api } = opened
  const { enrolments } = await aGroupWithResults(opened)
  const fields = { paperKind: 'certificado', rule: 'all', reason: 'Descanso médico', grantedBy: 'Rosa Ñaupari', document: null } as const
  await expect(api.eligibility.grant({ enrolmentIds: [enrolments.CCORI], fields: { ...fields, grantedOn: '2026-11-23' } })).rejects.toMatchObject({ code: 'refused', message: 'No se otorgó la excepción: su fecha, 23/11/2026, todavía no llega.' })
  expect((await api.eligibility.grant({ enrolmentIds: [enrolments.CCORI], fields: { ...fields, grantedOn: '2026-11-22' } })).granted).toBe(1)
})

it('a mark a hair off the scale is named as it was written', async () => {
  const opened = await openApp()
  const { api } = opened
  const { itemId, enrolments } = await aGroupWithResults(opened)
  await expect(api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: 20.001 }] })).rejects.toThrow('ARCE, Ana: 20.001 en «Examen» está fuera de la escala, que va de 0 a 20.')
})

it('a mark of more than two decimals is refused, so that what is shown is what is compared', async () => {
  const opened = await openApp()
  const { api } = opened
  const { cohortId, itemId, enrolments } = await aGroupWithResults(opened)
  const before = (await api.marks.grid({ cohortId })).cells
  await expect(api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: 10.4999999999 }] })).rejects.toMatchObject({ code: 'refused', message: 'ARCE, Ana: 10.4999999999 en «Examen» tiene más de dos decimales. Escríbala con dos a lo más. No se escribió ninguna nota.' })
  expect((await api.marks.grid({ cohortId })).cells).toEqual(before)
  expect((await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: 10.49 }] })).changed).toBe(1)
})

it('a record is out of date as soon as hours or a mark are other ones, and no more once they are put back', async () => {
  const opened = await openApp()
  const { api } = opened
  const { cohortId, enrolments, itemId, sessionIds } = await aGroupWithResults(opened)
  await api.actas.close({ cohortId })
  const isStale = async () => (await api.progress.cohort({ cohortId })).acta?.isStale
  const seen = [await isStale()]
  const marked = await api.marks.set({ cells: [{ markItemId: itemId, enrolmentId: enrolments.ARCE, value: 17 }] })
  seen.push(await isStale())
  await api.history.undo({ act: marked.act })
  seen.push(await isStale())
  await api.attendance.set({ cells: [{ sessionId: sessionIds[0] ?? '', enrolmentId: enrolments.ARCE, status: 'present', minutes: 170 }] })
  seen.push(await isStale())
  expect(seen).toEqual([false, true, false, true])
})
