import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { anEdition, everybody, samples, yes } from './imports-support.ts'

const expected = JSON.parse(await readFile(join(samples, 'expected.json'), 'utf8'))

async function openWith(name: string) {
  const app = await openApp()
  const editionId = await anEdition(app.api)
  return { app, api: app.api, editionId, file: await app.drop(join(samples, name)) }
}

describe('the CAF list of six sites', () => {
  const name = '01-caf-xii-participantes.xlsx'
  const wanted = expected[name]

  test('gives its people once each, in their sites, and says who is listed twice', async () => {
    const { app, api, editionId, file } = await openWith(name)
    const settings = { file, target: { kind: 'groups', editionId, by: 'sheet' } as const, decisions: yes }
    const review = await api.imports.review(settings)
    const count = (cause: string) => review.causes.find((one) => one.cause === cause)?.count ?? 0
    expect(count('document-zero')).toBe(wanted.dniWithLostZero)
    expect(count('twice-same') + count('twice-differs')).toBe(wanted.listedTwice)
    expect(review.skipped).toHaveLength(wanted.listedTwice)
    expect(review.skipped[0]?.reason).toMatch(/Ya figura en la hoja TRUJILLO, fila 48: ÑAHUI APAZA, Juan Carlos/)

    const { numbers } = await api.imports.write(settings)
    expect(numbers).toMatchObject({ read: wanted.rows, created: wanted.people, updated: 0, unchanged: 0, skipped: wanted.listedTwice, rejected: 0, enrolled: wanted.people, newGroups: 6 })
    expect((await api.people.list({})).total).toBe(wanted.people)
    const { cohorts } = await api.editions.get({ id: editionId })
    expect(Object.fromEntries(cohorts.map((cohort) => [cohort.name, cohort.participants]))).toEqual(wanted.bySite)
    expect(app.bugs).toEqual([])
  })

  test('keeps out the rows whose lost zero nobody accepted, and hands them back as a file that comes in once mended', async () => {
    const { api, editionId, file } = await openWith(name)
    const target = { kind: 'groups', editionId, by: 'sheet' } as const
    const { importId, numbers } = await api.imports.write({ file, target })
    expect(numbers.rejected).toBe(wanted.dniWithLostZero)
    expect(numbers.read).toBe(numbers.created + numbers.updated + numbers.unchanged + numbers.skipped + numbers.rejected)
    const rejects = await api.imports.rejects({ importId })
    expect(rejects.name).toBe('01-caf-xii-participantes - filas devueltas.xlsx')

    const read = await api.imports.read({ file: rejects })
    expect(read.sheets[0]?.rows).toBe(wanted.dniWithLostZero)
    expect(read.sheets[0]?.columns.map((column) => column.label)).toEqual(['Hoja', 'N°', 'DNI', 'APELLIDOS Y NOMBRES', 'SEXO', 'FECHA NAC.', 'INSTITUCIÓN', 'SECTOR', 'CARGO', 'CORREO ELECTRÓNICO', 'CELULAR', 'Motivo'])
    expect(read.groups.by).toBe('column')
    await api.imports.write({ file: rejects, target: { kind: 'groups', editionId, by: 'column' }, decisions: yes })
    const { cohorts } = await api.editions.get({ id: editionId })
    expect(cohorts.reduce((sum, cohort) => sum + cohort.participants, 0)).toBe(wanted.people)
    expect((await api.people.list({})).total).toBe(wanted.people)
  })

  test('brought a second time changes nothing', async () => {
    const { api, editionId, file } = await openWith(name)
    const settings = { file, target: { kind: 'groups', editionId, by: 'sheet' } as const, decisions: yes }
    await api.imports.write(settings)
    const before = await everybody(api)
    const again = await api.imports.write(settings)
    expect(again.numbers).toEqual({ read: 326, created: 0, updated: 0, unchanged: 320, skipped: 6, rejected: 0, enrolled: 0, newOrganisations: 0, newGroups: 0 })
    expect(await everybody(api)).toEqual(before)
    expect((await api.imports.read({ file })).before).not.toBeNull()
  })
})

test('the LOGODI list is read in its own encoding', async () => {
  const { api, editionId, file } = await openWith('02-logodi-ronda-1.csv')
  const wanted = expected['02-logodi-ronda-1.csv']
  const read = await api.imports.read({ file })
  expect({ encoding: read.encoding, delimiter: read.delimiter }).toEqual({ encoding: wanted.encoding, delimiter: ';' })
  const { numbers } = await api.imports.write({ file, target: { kind: 'groups', editionId, by: 'one' }, decisions: yes })
  expect(numbers).toMatchObject({ read: wanted.rows, created: wanted.people, rejected: 0 })
  const [found] = (await api.people.list({ search: 'paucar' })).rows
  expect((await everybody(api)).some((person) => person.firstSurname === 'ÑAUPARI' || person.secondSurname === 'ÑAUPARI')).toBe(true)
  expect(found === undefined || found.organisationName !== null).toBe(true)
})

test('the community leaders come in, those without a document too, and are known again', async () => {
  const { app, api, editionId, file } = await openWith('03-lideres-comunales.xlsx')
  const wanted = expected['03-lideres-comunales.xlsx']
  const read = await api.imports.read({ file })
  expect(read.groups).toEqual({ by: 'column', groups: [{ key: 'Iquitos', name: 'Iquitos', rows: 34 }, { key: 'Conchán', name: 'Conchán', rows: 26 }] })
  const settings = { file, target: { kind: 'groups', editionId, by: 'column' } as const, decisions: yes }
  const review = await api.imports.review(settings)
  expect(review.causes.find((one) => one.cause === 'document-missing')?.count).toBe(wanted.withoutDocument)
  expect(review.columnsLeft.map((column) => [column.label, column.field])).toEqual([['Pueblo', 'sensitive']])
  expect(review.columnsLeft[0]?.reason).toMatch(/29733/)
  const { numbers } = await api.imports.write(settings)
  expect(numbers).toMatchObject({ read: wanted.rows, created: wanted.people, rejected: 0, enrolled: 60 })
  expect((await api.people.list({ only: 'withoutDocument' })).total).toBe(wanted.withoutDocument)
  expect((await api.people.list({ only: 'lider' })).total).toBe(60)
  const women = (await everybody(api)).filter((person) => person.sex === 'F')
  expect(women).toHaveLength(25)
  expect((await everybody(api)).some((person) => person.firstSurname.includes('Ẽ') || person.secondSurname?.includes('Ẽ'))).toBe(true)

  const again = await api.imports.write(settings)
  expect(again.numbers).toMatchObject({ created: 0, updated: 0, unchanged: 60, rejected: 0 })
  expect(app.bugs).toEqual([])
})

test('the municipal servers get their zeros and their blank municipality back, once accepted', async () => {
  const { api, editionId, file } = await openWith('03-servidores-municipales.xlsx')
  const settings = { file, target: { kind: 'groups', editionId, by: 'one' } as const }
  const careful = await api.imports.review(settings)
  expect(careful.causes.find((one) => one.cause === 'ubigeo-zero')).toMatchObject({ count: 32, open: 32, severity: 'proposed' })
  expect(careful.causes.find((one) => one.cause === 'organisation-filled')).toMatchObject({ count: 20, open: 20 })
  const { numbers } = await api.imports.write({ ...settings, decisions: yes })
  expect(numbers).toMatchObject({ read: 80, created: 80, rejected: 0, newOrganisations: 5 })
  const { rows } = await api.organisations.list({})
  expect(rows.map((row) => [row.name, row.districtCode, row.people])).toEqual(
    [
      ['MUNICIPALIDAD DISTRITAL DE IMAZA', '010205', 16],
      ['MUNICIPALIDAD DISTRITAL DE MANSERICHE', '160704', 16],
      ['MUNICIPALIDAD DISTRITAL DE URARINAS', '160305', 16],
      ['MUNICIPALIDAD PROVINCIAL DE CONDORCANQUI', '010401', 16],
      ['MUNICIPALIDAD PROVINCIAL DE DATEM DEL MARAÑÓN', '160701', 16],
    ],
  )
  expect((await api.people.list({ only: 'locador' })).total).toBe(13)
})

test('the agents come in with their given names first', async () => {
  const { api, editionId, file } = await openWith('04-agentes-cooperacion.csv')
  const read = await api.imports.read({ file })
  expect(read.sheets[0]?.nameOrder?.order).toBe('given-first')
  expect(read.groups.groups.map((group) => group.name)).toEqual(['Lima', 'Iquitos', 'Piura', 'Arequipa', 'Cusco'])
  const { numbers } = await api.imports.write({ file, target: { kind: 'groups', editionId, by: 'column' }, decisions: yes })
  expect(numbers).toMatchObject({ read: 68, created: 68, rejected: 0, newGroups: 5 })
  const [person] = (await api.people.list({ search: 'naupari de la cruz miguel' })).rows
  expect(person).toMatchObject({ firstSurname: 'Ñaupari', secondSurname: 'De La Cruz', givenNames: 'Miguel Ángel' })
})

test('the registrations of Cajamarca come in without the sensitive answers and without the attendance, and say so', async () => {
  const { api, editionId, file } = await openWith('05-cajamarca-inscripciones.xlsx')
  const settings = { file, target: { kind: 'groups', editionId, by: 'one' } as const, decisions: yes }
  const review = await api.imports.review(settings)
  expect(review.columnsLeft.map((column) => column.field)).toEqual(['timestamp', 'sensitive', 'sensitive', 'attendance', 'attendance', 'attendance', 'attendance'])
  const { numbers } = await api.imports.write(settings)
  expect(numbers).toMatchObject({ read: 140, created: 140, rejected: 0 })
  const foreigners = (await everybody(api)).filter((person) => person.documentType === '04')
  expect(foreigners).toHaveLength(35)
})
