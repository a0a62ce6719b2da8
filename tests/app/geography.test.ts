import { expect, test } from 'vitest'
import { aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('districts are found without accents, each with where it lies', async () => {
  const { api } = await openApp()
  const found = await api.geography.districts({ search: 'jesus cajamarca' })
  expect(found[0]).toEqual({ code: '060106', name: 'Jesús', province: 'Cajamarca', department: 'Cajamarca', label: 'Jesús, Cajamarca, Cajamarca' })
})

test('names that repeat are all shown, at most as many as asked for', async () => {
  const { api } = await openApp()
  const found = await api.geography.districts({ search: 'santa rosa', limit: 5 })
  expect([found.length, new Set(found.map((one) => one.label)).size]).toEqual([5, 5])
})

test('districts are asked for by their codes too, and a code that is none gives nothing', async () => {
  const { api } = await openApp()
  const found = await api.geography.districts({ codes: ['150101', '999999', '080914'] })
  expect(found.map((one) => one.label)).toEqual(['Lima, Lima, Lima', 'Megantoni, La Convención, Cusco'])
})

test("a person's record names her district", async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson({ districtCode: '010205' }))
  expect((await api.people.get({ id })).districtName).toMatch(/^.+, Bagua, Amazonas$/)
})
