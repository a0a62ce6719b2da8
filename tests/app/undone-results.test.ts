import { expect, it } from 'vitest'
import { aCourse } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { aFrame, added } from './indicators-support.ts'

it('taking back what moved the days of a period is refused once it was closed, and so is closing it again over other days', async () => {
  const { api, bugs } = await openApp()
  const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 3, count: 1 })
  const [id = ''] = periodIds
  await added(api, frameId)
  const days = { name: 'Primero', startsOn: '2026-01-01', endsOn: '2026-04-30' }
  const moved = await api.frames.savePeriod({ frameId, id, fields: days })
  const closed = await api.frames.closePeriod({ id })
  await expect(api.history.undo({ act: moved.act })).rejects.toThrow('El período «Enero–marzo 2026» está cerrado')
  expect((await api.frames.get({ id: frameId })).periods).toMatchObject([days])
  const reopened = await api.frames.reopenPeriod({ id, reason: 'Faltaba abril' })
  const again = await api.frames.savePeriod({ frameId, id, fields: { ...days, endsOn: '2026-05-31' } })
  await expect(api.history.undo({ act: reopened.act })).rejects.toThrow('cambió de días o de nombre después de reabrirlo')
  expect((await api.frames.get({ id: frameId })).periods).toMatchObject([{ endsOn: '2026-05-31', closedAt: null }])
  await api.history.undo({ act: again.act })
  expect((await api.frames.get({ id: frameId })).periods).toMatchObject([{ endsOn: '2026-04-30', closedAt: null }])
  expect(closed.id).toBe(id)
  expect(bugs).toEqual([])
})

it('an expense never comes back to a line of the budget that is gone', async () => {
  const { api, bugs } = await openApp()
  const { editionId } = await aCourse(api)
  const line = { editionId, agreementId: null, agreementItemId: null, category: null, plannedCents: 100_000, currency: 'PEN' }
  const one = await api.budget.saveLine({ id: null, fields: { ...line, concept: 'Local' } })
  const other = await api.budget.saveLine({ id: null, fields: { ...line, concept: 'Refrigerios' } })
  const expense = { spentOn: '2026-03-02', amountCents: 5000, currency: 'PEN', supplier: null, document: null, note: null }
  const spent = await api.budget.saveExpense({ budgetLineId: one.id, id: null, fields: expense })
  const moved = await api.budget.saveExpense({ budgetLineId: other.id, id: spent.id, fields: expense })
  await api.budget.removeLine({ id: one.id })
  await expect(api.history.undo({ act: moved.act })).rejects.toThrow('Local')
  expect((await api.budget.list({ editionId })).sums[0]).toMatchObject({ spentCents: 5000 })
  const gone = await api.budget.removeExpense({ id: spent.id })
  await api.budget.removeLine({ id: other.id })
  await expect(api.history.undo({ act: gone.act })).rejects.toThrow('Refrigerios')
  expect(bugs).toEqual([])
})
