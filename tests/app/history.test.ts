import { expect, test } from 'vitest'
import { aPerson, anOrganisation } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('the history of a record says who changed what, when, the latest first', async () => {
  const { api } = await openApp({ today: '2026-11-22', session: { who: 'Rosa' } })
  const made = await api.people.create(aPerson())
  const changed = await api.people.update({ id: made.id, fields: { phone: '976123456' } })
  const entries = await api.history.of({ entity: 'people', id: made.id })
  expect(entries.map(({ after, ...entry }) => ({ ...entry, after: entry.field === '' ? 'whole' : after }))).toEqual([
    { at: '2026-11-22T15:00:00.000Z', who: 'Rosa', act: changed.act, entity: 'people', entityId: made.id, field: 'phone', before: 'null', after: '"976123456"' },
    { at: '2026-11-22T15:00:00.000Z', who: 'Rosa', act: made.act, entity: 'people', entityId: made.id, field: '', before: null, after: 'whole' },
  ])
})

test('undoing puts a name back, and the search finds the old one again', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ firstSurname: 'QUISPE', secondSurname: null, givenNames: 'Ana' }))
  const { act } = await api.people.update({ id, fields: { firstSurname: 'HUAMÁN' } })
  const answer = await api.history.undo({ act })
  const totals = [(await api.people.list({ search: 'quispe' })).total, (await api.people.list({ search: 'huaman' })).total]
  expect({ undone: answer.undone, kept: answer.kept, totals }).toEqual({ undone: 1, kept: [], totals: [1, 0] })
})

test('undoing one of two edits of a name leaves the keys as the name is', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ firstSurname: 'QUISPE', secondSurname: null, givenNames: 'Ana' }))
  const { act } = await api.people.update({ id, fields: { firstSurname: 'HUAMÁN' } })
  await api.people.update({ id, fields: { givenNames: 'Anita' } })
  const { kept } = await api.history.undo({ act })
  const { person } = await api.people.get({ id })
  expect([kept, person.firstSurname, person.givenNames, person.searchKey]).toEqual([[], 'QUISPE', 'Anita', 'quispe anita'])
})

test('what was edited since stays, and is listed', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  const { act } = await api.people.update({ id, fields: { phone: '1', email: 'a@b.pe' } })
  await api.people.update({ id, fields: { phone: '2' } })
  const answer = await api.history.undo({ act })
  const { person } = await api.people.get({ id })
  expect([answer.undone, answer.kept, person.phone, person.email]).toEqual([1, [{ entity: 'people', id, field: 'phone' }], '2', null])
})

test('an undo can be undone', async () => {
  const { api } = await openApp()
  const { id, act } = await api.organisations.create(anOrganisation())
  const undone = await api.history.undo({ act })
  await api.history.undo({ act: undone.act })
  expect((await api.organisations.get({ id })).name).toBe('Municipalidad Provincial de Cajamarca')
})

test('an undo that would give one document to two persons is refused and changes nothing', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567' }))
  const { act } = await api.people.update({ id, fields: { documentNumber: '76543210', phone: '1' } })
  await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567' }))
  await expect(api.history.undo({ act })).rejects.toMatchObject({ code: 'refused', message: 'No se puede deshacer: lo que había antes (un documento, una inscripción) ahora es de otro registro. Nada cambió.' })
  const { person } = await api.people.get({ id })
  expect([person.documentNumber, person.phone]).toEqual(['76543210', '1'])
})

test('an act that nobody made is missing', async () => {
  const { api } = await openApp()
  await expect(api.history.undo({ act: '019a0000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing' })
})
