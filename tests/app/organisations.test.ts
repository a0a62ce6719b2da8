import { expect, test } from 'vitest'
import { aPerson, aPost, anOrganisation } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('an organisation is found by any part of its name, its siglas or its RUC, written short or in full', async () => {
  const { api } = await openApp()
  await api.organisations.create(anOrganisation({ name: 'Municipalidad Provincial de Cajamarca', shortName: 'MPC', ruc: '20131257750' }))
  await api.organisations.create(anOrganisation({ name: 'Comunidad Nativa Wawás', shortName: null, kind: 'comunidad-nativa' }))
  const found = async (search: string): Promise<string[]> => (await api.organisations.list({ search })).rows.map((row) => row.name)
  const searches = ['cajamarca munic', 'mpc', '2013125', 'WAWAS', 'zzz']
  expect(await Promise.all(searches.map(found))).toEqual([...Array.from({ length: 3 }, () => ['Municipalidad Provincial de Cajamarca']), ['Comunidad Nativa Wawás'], []])
})

test('the list stands in alphabetical order and says how many there are of each kind', async () => {
  const { api } = await openApp()
  for (const [name, kind] of [['Ñahuimpuquio', 'otra'], ['Nueva Esperanza', 'otra'], ['Ópera', 'empresa']] as const) await api.organisations.create(anOrganisation({ name, kind, shortName: null }))
  const all = await api.organisations.list({})
  const some = await api.organisations.list({ kind: 'empresa' })
  expect({ names: all.rows.map((row) => row.name), kinds: all.kinds, totals: [all.total, some.total], some: some.rows.map((row) => row.name) }).toEqual({
    names: ['Nueva Esperanza', 'Ñahuimpuquio', 'Ópera'],
    kinds: [{ kind: 'otra', count: 2 }, { kind: 'empresa', count: 1 }],
    totals: [3, 1],
    some: ['Ópera'],
  })
})

test('the same organisation written otherwise is refused, naming the one that is there', async () => {
  const { api } = await openApp()
  await api.organisations.create(anOrganisation({ name: 'Municipalidad Provincial de Cajamarca', ruc: '20131257750' }))
  const twin = api.organisations.create(anOrganisation({ name: 'MUNIC. PROV. DE CAJAMARCA' }))
  await expect(twin).rejects.toMatchObject({ code: 'refused', message: 'Ya está en la lista: «Municipalidad Provincial de Cajamarca». Si es otra con el mismo nombre, indique en cada una su distrito.' })
  const sameRuc = api.organisations.create(anOrganisation({ name: 'MPC', ruc: '20131257750' }))
  await expect(sameRuc).rejects.toMatchObject({ code: 'refused', message: 'El RUC 20131257750 ya es de «Municipalidad Provincial de Cajamarca».' })
})

test('municipalities of the same name in two districts are two, shown with their districts', async () => {
  const { api } = await openApp()
  await api.organisations.create(anOrganisation({ name: 'Municipalidad Distrital de Santa Rosa', shortName: null, districtCode: '150139' }))
  await api.organisations.create(anOrganisation({ name: 'Municipalidad Distrital de Santa Rosa', shortName: null, districtCode: '140114' }))
  const { rows } = await api.organisations.list({})
  expect(rows.map((row) => row.districtName ?? '').sort((one, other) => one.localeCompare(other))).toEqual(['Santa Rosa, Chiclayo, Lambayeque', 'Santa Rosa, Lima, Lima'])
})

test('a RUC whose check digit is wrong is refused', async () => {
  const { api } = await openApp()
  await expect(api.organisations.create(anOrganisation({ ruc: '20131257751' }))).rejects.toMatchObject({ code: 'refused', message: 'El RUC 20131257751 no es válido: revise sus 11 dígitos.' })
})

test('an organisation that a post or an edition names is not removed', async () => {
  const { api } = await openApp()
  const { id } = await api.organisations.create(anOrganisation())
  const person = await api.people.create(aPerson())
  const post = await api.people.addPost(aPost({ personId: person.id, organisationId: id }))
  await expect(api.organisations.remove({ id })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar: figura en el puesto de una persona.' })
  await api.people.removePost({ id: post.id })
  await api.organisations.remove({ id })
  await expect(api.organisations.get({ id })).rejects.toMatchObject({ code: 'missing', message: 'Esa entidad ya no está en la lista.' })
})

test('removing a person takes her off the count of her organisation', async () => {
  const { api } = await openApp()
  const { id } = await api.organisations.create(anOrganisation())
  for (const givenNames of ['Ana', 'Beto']) {
    const person = await api.people.create(aPerson({ givenNames }))
    await api.people.addPost(aPost({ personId: person.id, organisationId: id }))
  }
  const [first] = (await api.people.list({})).rows
  await api.people.remove({ id: first?.id ?? '' })
  expect((await api.organisations.get({ id })).people).toBe(1)
})
