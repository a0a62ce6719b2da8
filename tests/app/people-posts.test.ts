import { expect, test } from 'vitest'
import { aCourse, aPerson, aPost } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

type Api = Awaited<ReturnType<typeof openApp>>['api']

const posts = async (api: Api, id: string): Promise<unknown[]> => (await api.people.get({ id })).posts.map((post) => [post.title, post.since, post.until])

test('a post added later leaves the earlier ones as they are', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  await api.people.addPost(aPost({ personId: id, title: 'Asistente', since: '2020-01-01' }))
  await api.people.addPost(aPost({ personId: id, title: 'Jefa', since: '2025-03-01' }))
  expect(await posts(api, id)).toEqual([['Jefa', '2025-03-01', null], ['Asistente', '2020-01-01', null]])
})

test('a post closes the earlier ones only when that is asked, on the day before it begins', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  await api.people.addPost(aPost({ personId: id, title: 'Practicante', since: '2015-01-01', until: '2015-12-31' }))
  await api.people.addPost(aPost({ personId: id, title: 'Asistente', since: null }))
  await api.people.addPost(aPost({ personId: id, title: 'Futura', since: '2027-01-01' }))
  await api.people.addPost(aPost({ personId: id, title: 'Jefa', since: '2025-03-01', closesEarlier: true }))
  expect(await posts(api, id)).toEqual([['Futura', '2027-01-01', null], ['Jefa', '2025-03-01', null], ['Practicante', '2015-01-01', '2015-12-31'], ['Asistente', null, '2025-02-28']])
})

test.each([
  ['that says nothing', { title: null }, 'Escriba al menos la entidad, el puesto o la unidad.'],
  ['that ends before it begins', { since: '2026-02-01', until: '2026-01-31' }, 'El puesto termina antes de empezar: revise las fechas.'],
  ['that closes others on no date', { closesEarlier: true }, 'Para terminar el puesto anterior hace falta la fecha en que empieza el nuevo.'],
] as const)('a post %s is refused', async (_what, fields, message) => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  await expect(api.people.addPost(aPost({ personId: id, ...fields }))).rejects.toMatchObject({ code: 'refused', message })
})

test('a post is corrected field by field, and taken off with an undo', async () => {
  const { api } = await openApp()
  const { id } = await api.people.create(aPerson())
  const post = await api.people.addPost(aPost({ personId: id, title: 'Asistente' }))
  await api.people.updatePost({ id: post.id, fields: { title: 'Asistenta social', regime: '15' } })
  const { act } = await api.people.removePost({ id: post.id })
  expect(await posts(api, id)).toEqual([])
  await api.history.undo({ act })
  expect(await posts(api, id)).toEqual([['Asistenta social', null, null]])
})

test('who is enrolled figures with the post she held when the training began', async () => {
  const { api } = await openApp({ today: '2026-11-22' })
  const { id } = await api.people.create(aPerson())
  await api.people.addPost(aPost({ personId: id, title: 'Practicante', since: null, until: null }))
  await api.people.addPost(aPost({ personId: id, title: 'Asistente', since: '2026-01-01' }))
  await api.people.addPost(aPost({ personId: id, title: 'Jefa', since: '2026-11-01', closesEarlier: true }))
  const { cohortId } = await aCourse(api, { startsOn: '2026-10-12', endsOn: '2026-10-21' })
  await api.enrolments.add({ cohortId, personIds: [id] })
  expect((await api.enrolments.list({ cohortId })).map((one) => one.postTitle)).toEqual(['Asistente'])
})
