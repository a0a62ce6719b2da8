import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aPerson } from '../support/builders.ts'
import { samples } from './imports-support.ts'

const expected = JSON.parse(await readFile(join(samples, 'expected.json'), 'utf8')) as Record<string, { people: number }>

test('the example office is filled by the main job, once, in a database of its own', async () => {
  const opened = await openApp()
  const { api } = opened
  await api.people.create(aPerson({ firstSurname: 'PROPIA' }))
  const own = await opened.tables()

  const notes: string[] = []
  await api.app.openExample({}, { onProgress: ({ note }) => notes.push(note) })
  expect(notes).toHaveLength(10)
  expect(await api.app.about({})).toMatchObject({ example: true })
  const overview = await api.home.overview({})
  const persons = expected['01-caf-xii-participantes.xlsx']?.people
  expect((await api.people.list({})).total).toBe(persons)
  // The certificates are those that the closed records released, no more and no fewer; some people did not earn one.
  const actas = await api.actas.list({})
  expect(actas.reduce((sum, acta) => sum + acta.people, 0)).toBe(persons)
  const certified = actas.reduce((sum, acta) => sum + acta.certificado, 0)
  expect((await api.certificates.list({})).total).toBe(certified)
  expect(certified).toBeLessThan(persons ?? 0)
  expect(actas.every((acta) => acta.certificates === acta.certificado && acta.constancia > 0)).toBe(true)
  expect((await api.people.list({ search: 'propia' })).total).toBe(0)

  // What is done in the example stays in the example, and is there the next time.
  await api.people.create(aPerson({ firstSurname: 'DELEJEMPLO' }))
  await api.app.leaveExample({})
  expect(await api.app.about({})).toMatchObject({ example: false })
  expect((await api.people.list({})).rows.map((row) => row.firstSurname)).toEqual(['PROPIA'])
  expect(await opened.tables()).toEqual(own)

  const again: string[] = []
  await api.app.openExample({}, { onProgress: ({ note }) => again.push(note) })
  expect(again).toEqual([])
  expect((await api.people.list({ search: 'delejemplo' })).total).toBe(1)
  expect((await api.home.overview({})).certificates).toBe(overview.certificates)
  expect(opened.bugs).toEqual([])
})

test('after a restart one is in one’s own office, and the example is as it was left', async () => {
  const opened = await openApp()
  await opened.api.app.openExample({})
  const made = await stat(join(opened.folder, 'ejemplo', 'constancia.db'))
  const again = await opened.reopen()
  expect(await again.api.app.about({})).toMatchObject({ example: false })
  expect((await again.api.people.list({})).total).toBe(0)
  await again.api.app.openExample({})
  expect((await again.api.certificates.list({})).total).toBeGreaterThan(0)
  expect((await stat(join(opened.folder, 'ejemplo', 'constancia.db'))).ino).toBe(made.ino)
})

test('opening it twice, or leaving it twice, is no fault; two at once fill it once', async () => {
  const opened = await openApp()
  const { api } = opened
  await api.app.leaveExample({})
  await Promise.all([api.app.openExample({}), api.app.openExample({})])
  const { total } = await api.certificates.list({})
  await api.app.openExample({})
  expect((await api.certificates.list({})).total).toBe(total)
  await api.app.leaveExample({})
  await api.app.leaveExample({})
  expect(await api.app.about({})).toMatchObject({ example: false })
  expect(opened.bugs).toEqual([])
})

test('a half filled example, left by a power cut, is made from the start', async () => {
  const opened = await openApp()
  const { api } = opened
  // As if the light had gone after the programme and before the roster.
  const { createApp } = await import('../../src/main/app.ts')
  const half = await createApp({
    folder: join(opened.folder, 'ejemplo'), resources: join(import.meta.dirname, '../..'), version: 'x', log: { error: () => {} },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
  await half.call({ id: '1', name: 'programmes.create', input: { name: 'A medias', shortName: null, description: null } }, { who: 'x', language: 'es' })
  await half.close()
  expect(existsSync(join(opened.folder, 'ejemplo', 'constancia.db'))).toBe(true)
  await api.app.openExample({})
  expect((await api.programmes.list({})).map((one) => one.name)).not.toContain('A medias')
  expect((await api.certificates.list({})).total).toBeGreaterThan(0)
})
