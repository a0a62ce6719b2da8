import { expect, test } from 'vitest'
import { aPerson, aPost, anOrganisation } from '../support/builders.ts'
import type { PersonFields } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']

const roster: readonly Partial<PersonFields>[] = [
  { firstSurname: 'ÑAUPARI', secondSurname: 'HUAMÁN', givenNames: 'José María', documentType: '01', documentNumber: '01234567', sex: 'M', birthDate: '1980-05-04' },
  { firstSurname: 'NÚÑEZ', secondSurname: 'DE LA CRUZ', givenNames: 'María José', documentType: '01', documentNumber: '45678901', sex: 'F' },
  { firstSurname: 'Ch’oque', secondSurname: null, givenNames: 'T’ito', personClass: 'lider' },
  { firstSurname: 'CRUZ', secondSurname: 'LEÓN', givenNames: 'Abel', documentType: '04', documentNumber: '000123456', personClass: 'locador' },
  { firstSurname: 'CRUZ', secondSurname: null, givenNames: 'Zoila', personClass: 'otro', sex: 'F' },
  { firstSurname: 'NUÑO', secondSurname: 'VEGA', givenNames: 'Iris' },
]

async function withRoster(api: Api): Promise<void> {
  for (const fields of roster) await api.people.create(aPerson(fields))
}

const found = async (api: Api, input: Parameters<Api['people']['list']>[0]): Promise<string[]> => (await api.people.list(input)).rows.map((row) => row.givenNames)

test("people stand in Peru's alphabetical order: ñ after n, accents ignored, one surname before two", async () => {
  const { api } = await openApp()
  await withRoster(api)
  expect(await found(api, {})).toEqual(['T’ito', 'Zoila', 'Abel', 'María José', 'Iris', 'José María'])
})

test.each([
  ['nunez', ['María José']],
  ['NÚÑEZ maría', ['María José']],
  ['jose mar', ['María José', 'José María']],
  ['cruz de', ['María José']],
  ['choque tito', ['T’ito']],
  ['2345', ['Abel', 'José María']],
  ['0123456 ab', ['Abel']],
  ['45.678.901', ['María José']],
  ['Ñ', ['Abel', 'Iris', 'José María', 'María José']],
  ['100%', []],
  ['_', ['T’ito', 'Zoila', 'Abel', 'María José', 'Iris', 'José María']],
  ['zzz', []],
] as const)('searching «%s» finds by any part of name or document, whatever the accents, case and order', async (search, names) => {
  const { api } = await openApp()
  await withRoster(api)
  const answer = await api.people.list({ search })
  expect({ names: answer.rows.map((row) => row.givenNames).sort(), total: answer.total }).toEqual({ names: [...names].sort(), total: names.length })
})

test('each filter shows as many as its count says', async () => {
  const { api } = await openApp()
  await withRoster(api)
  const counts = await api.people.counts({})
  expect(counts).toEqual({ all: 6, withoutDocument: 3, withoutSex: 3, withoutBirthDate: 5, servidor: 3, lider: 1, locador: 1, otro: 1 })
  for (const [only, count] of Object.entries(counts)) expect([only, (await api.people.list({ only: only as keyof typeof counts })).total]).toEqual([only, count])
  expect(await api.people.counts({ search: 'cruz' })).toEqual({ all: 3, withoutDocument: 1, withoutSex: 1, withoutBirthDate: 3, servidor: 1, lider: 0, locador: 1, otro: 1 })
})

test('windows of a list follow each other without gap or repetition, and each says the whole total', async () => {
  const { api } = await openApp()
  for (let at = 0; at < 25; at += 1) await api.people.create(aPerson({ firstSurname: 'QUISPE', givenNames: at % 2 === 0 ? 'Ana' : 'Beto' }))
  const whole = await api.people.list({ search: 'quispe', limit: 100 })
  const windows = await Promise.all([0, 10, 20, 30].map((offset) => api.people.list({ search: 'quispe', offset, limit: 10 })))
  expect(windows.map((one) => [one.rows.length, one.total])).toEqual([[10, 25], [10, 25], [5, 25], [0, 25]])
  expect(windows.flatMap((one) => one.rows.map((row) => row.id))).toEqual(whole.rows.map((row) => row.id))
})

test('the list shows the post in force today, and filters by its organisation', async () => {
  const { api } = await openApp({ today: '2026-11-22' })
  const before = await api.organisations.create(anOrganisation({ name: 'Gobierno Regional de Cajamarca', shortName: 'GRC' }))
  const now = await api.organisations.create(anOrganisation({ name: 'Municipalidad Distrital de Jesús', shortName: null }))
  const { id } = await api.people.create(aPerson())
  await api.people.addPost(aPost({ personId: id, organisationId: before.id, title: 'Asistente', since: '2020-01-01' }))
  await api.people.addPost(aPost({ personId: id, organisationId: now.id, title: 'Jefa', since: '2025-01-01' }))
  await api.people.addPost(aPost({ personId: id, organisationId: before.id, title: 'Gerenta', since: '2027-01-01' }))
  const { rows } = await api.people.list({})
  const totals = [(await api.people.list({ organisationId: now.id })).total, (await api.people.list({ organisationId: before.id })).total]
  const counts = (await api.organisations.list({})).rows.map((row) => [row.name, row.people])
  expect({ shown: rows.map((row) => [row.organisationName, row.postTitle]), totals, counts }).toEqual({
    shown: [['Municipalidad Distrital de Jesús', 'Jefa']],
    totals: [1, 0],
    counts: [['Gobierno Regional de Cajamarca', 0], ['Municipalidad Distrital de Jesús', 1]],
  })
})
