import { execFileSync, spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { run } from '../documents/second-programs.ts'
import { aCourse, anOffice, anOrganisation, aPerson, aPost } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0

/**
 * Two groups of an edition. Rosa is in both; Óscar's DNI begins with zeros; Sisa has no document; Wilmer has a passport,
 * no sex and no organisation. Ages are told on 12 October 2026, the edition's first day.
 */
async function twoGroups() {
  const opened = await openApp()
  const { api } = opened
  const office = await anOffice(opened)
  const course = await aCourse(api)
  const other = await api.cohorts.create({ editionId: course.editionId, name: 'Puno', site: 'Puno', districtCode: '210101', startsOn: '2026-10-19', endsOn: null, modality: null })
  const municipality = await api.organisations.create(anOrganisation({ name: 'Municipalidad Distrital de Ate', kind: 'municipalidad-distrital', districtCode: '150103' }))
  const university = await api.organisations.create(anOrganisation({ name: 'Universidad Nacional del Altiplano', kind: 'universidad', districtCode: '210101' }))
  const person = async (fields: Parameters<typeof aPerson>[0], organisationId: string | null, title: string | null): Promise<string> => {
    const { id } = await api.people.create(aPerson(fields))
    if (title !== null) await api.people.addPost(aPost({ personId: id, organisationId, title, since: '2024-01-01' }))
    return id
  }
  const rosa = await person({ documentType: '01', documentNumber: '41229648', firstSurname: 'ÑAHUI', secondSurname: 'PEÑA', givenNames: 'Rosa', sex: 'F', birthDate: '1980-10-12', email: 'rosa@example.pe', phone: '944023214' }, municipality.id, 'Gerenta')
  const oscar = await person({ documentType: '01', documentNumber: '00370008', firstSurname: 'CASTRO', secondSurname: 'CABRERA', givenNames: 'Óscar', sex: 'M', birthDate: '1975-10-13', phone: '051365411' }, university.id, 'Docente')
  const sisa = await person({ firstSurname: 'MAMANI', givenNames: 'Sisa', sex: 'F', districtCode: '210101', personClass: 'lider' }, null, null)
  const wilmer = await person({ documentType: '07', documentNumber: '0012345', documentCountry: 'BO', firstSurname: 'CHOQUE', secondSurname: null, givenNames: 'Wilmer', personClass: 'otro' }, null, null)
  await api.enrolments.add({ cohortId: course.cohortId, personIds: [rosa, oscar, sisa] })
  await api.enrolments.add({ cohortId: other.id, personIds: [rosa, wilmer] })
  return { opened, api, office, ...course, otherId: other.id }
}

type Cell = string | number | null

/** A sheet below its header row, cell by cell; a date as `date 1980-10-12`, so that its type shows too. */
async function tableOf(opened: OpenApp, file: FileRef): Promise<{ header: Cell[]; rows: Cell[][] }> {
  const rows = await cellsOf(opened, file, 0)
  const head = rows.findIndex((row) => row[0] === 'N.º')
  const width = rows[head]?.length ?? 0
  return { header: rows[head] ?? [], rows: rows.slice(head + 1).map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null)) }
}

/** The totals on the second sheet: each label with its figure, in order. */
async function figuresOf(opened: OpenApp, file: FileRef): Promise<Cell[][]> {
  const rows = await cellsOf(opened, file, 1)
  return rows.slice(rows.findIndex((row) => row[0] === 'Por sexo')).flatMap(([label = null, figure]) => (typeof figure === 'number' ? [[label, figure]] : []))
}

async function cellsOf(opened: OpenApp, file: FileRef, index: number): Promise<Cell[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await opened.bytes(file)) as unknown as ArrayBuffer)
  const sheet = book.worksheets[index]
  if (sheet === undefined) throw new Error(`no sheet ${index}`)
  const rows: Cell[][] = []
  sheet.eachRow((row) => {
    const values = Array.isArray(row.values) ? row.values.slice(1) : []
    rows.push(Array.from(values, cellSeen))
  })
  return rows
}

function cellSeen(value: ExcelJS.CellValue): Cell {
  if (value instanceof Date) return `date ${value.toISOString()}`
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

const midnight = (day: string): string => `date ${day}T00:00:00.000Z`

describe('the list of participants', () => {
  test('of a group stands in Excel cell by cell: text documents with their zeros, real dates, numbers', async () => {
    const { opened, api, cohortId } = await twoGroups()
    const file = await api.reports.participants({ cohortId, format: 'xlsx' })
    expect(file).toMatchObject({ name: 'Relación de participantes 2026-11-22 - Gestión pública · I edición · Cusco.xlsx', type: 'xlsx' })
    const { header, rows } = await tableOf(opened, file)
    expect(header).toEqual(['N.º', 'Tipo', 'Documento', 'Apellidos', 'Nombres', 'Sexo', 'Nacimiento', 'Edad', 'Entidad u organización', 'Tipo de entidad', 'Cargo', 'Participó como', 'Estado', 'Correo', 'Celular', 'Certificado o constancia'])
    expect(rows).toEqual([
      [1, 'DNI', '00370008', 'CASTRO CABRERA', 'Óscar', 'M', midnight('1975-10-13'), 50, 'Universidad Nacional del Altiplano', 'Universidad', 'Docente', 'Participante', 'Inscrito', null, '051365411', null],
      [2, null, null, 'MAMANI', 'Sisa', 'F', null, null, null, null, null, 'Participante', 'Inscrito', null, null, null],
      [3, 'DNI', '41229648', 'ÑAHUI PEÑA', 'Rosa', 'F', midnight('1980-10-12'), 46, 'Municipalidad Distrital de Ate', 'Gobierno local', 'Gerenta', 'Participante', 'Inscrito', 'rosa@example.pe', '944023214', null],
    ])
  })

  test('of an edition counts who is in two groups once, in every total', async () => {
    const { opened, api, editionId } = await twoGroups()
    const file = await api.reports.participants({ editionId, format: 'xlsx' })
    const { rows } = await tableOf(opened, file)
    expect(rows.map((row) => [row[0], row[3], row[11]])).toEqual([[1, 'CASTRO CABRERA', 'Cusco'], [2, 'CHOQUE', 'Puno'], [3, 'MAMANI', 'Cusco'], [4, 'ÑAHUI PEÑA', 'Cusco'], [5, 'ÑAHUI PEÑA', 'Puno']])
    expect(await figuresOf(opened, file)).toEqual([
      ['Mujeres', 2], ['Hombres', 1], ['Sin dato', 1], ['Total', 4],
      ['Gobierno local', 1], ['Universidad', 1], ['Sin dato', 2], ['Total', 4],
      ['Puno', 3], ['Lima', 1], ['Total', 4],
      ['Cusco', 3], ['Puno', 2], ['Total', 4],
    ])
  })

  test('in PDF names everyone and says the same totals, and a second program finds it whole', async () => {
    const { opened, api, editionId } = await twoGroups()
    const path = opened.path(await api.reports.participants({ editionId, format: 'pdf' }))
    expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors found')
    const text = run('pdftotext', '-layout', path, '-').toString().normalize('NFC')
    for (const words of ['Municipalidad Provincial de Cajamarca', 'Año de la Esperanza y el Fortalecimiento de la Democracia', 'Gestión pública', '00370008', '41229648', 'Página 1 de']) expect(text).toContain(words)
    for (const name of [/CASTRO CABRERA,? Óscar/i, /ÑAHUI PEÑA,? Rosa/i, /MAMANI,? Sisa/i, /CHOQUE,? Wilmer/i]) expect(text).toMatch(name)
    for (const total of [/Mujeres\s+2\s+50\.0 %/, /Hombres\s+1\s+25\.0 %/, /Puno\s+3\s+75\.0 %/, /Total\s+4\s+100\.0 %/]) expect(text).toMatch(total)
  })

  test('of a group without anybody is a file that says so', async () => {
    const opened = await openApp()
    const { cohortId } = await aCourse(opened.api)
    const path = opened.path(await opened.api.reports.participants({ cohortId, format: 'pdf' }))
    expect(run('pdftotext', path, '-').toString()).toContain('No hay registros que mostrar.')
    const { rows } = await tableOf(opened, await opened.api.reports.participants({ cohortId, format: 'xlsx' }))
    expect(rows.flat().filter((cell) => cell !== null && cell !== 'No hay registros que mostrar.')).toEqual([])
  })

  test('asks for a group or an edition when neither is given', async () => {
    const { api } = await openApp()
    await expect(api.reports.participants({ format: 'pdf' })).rejects.toMatchObject({ code: 'refused', message: 'Elija un grupo o una edición.' })
  })
})

describe('the certificate register', () => {
  async function withPapers() {
    const all = await twoGroups()
    const { api, office, editionId } = all
    const enrolmentIds = (await api.enrolments.list({ editionId })).map((one) => one.id)
    const choice = { enrolmentIds, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
    await api.certificates.issue({ ...choice, paperKind: 'certificado', seriesId: office.seriesId })
    return all
  }

  test('stands in Excel as in the database, in the order of the numbers', async () => {
    const { opened, api } = await withPapers()
    const file = await api.reports.register({ format: 'xlsx' })
    expect(file.name).toBe('Registro de certificados y constancias 2026-11-22.xlsx')
    const { header, rows } = await tableOf(opened, file)
    expect(header).toEqual(['N.º', 'Número', 'Emitido el', 'Documento emitido', 'Nombres y apellidos', 'Documento', 'Entidad u organización', 'Participó como', 'Acción de capacitación', 'Grupo', 'Horas', 'Versión', 'Estado', 'Código de verificación'])
    const { rows: register } = await api.certificates.list({ limit: 100 })
    const kept = register.toSorted((one, other) => one.correlative - other.correlative)
    expect(kept).toHaveLength(5)
    const titled = (text: Cell | undefined): string => String(text).toLowerCase()
    expect(rows.map((row) => [row[0], row[1], row[2], titled(row[3]), row[4], row[5], row[7], row[8], row[9], row[10], row[11], row[12], String(row[13]).replaceAll(/[\s-]/g, '')])).toEqual(
      kept.map((one, at) => [at + 1, one.number, midnight(one.issuedOn), one.paperKind, one.personName, one.documentNumber, 'Participante', one.title, one.cohortName, 24, 1, 'Vigente', one.code]),
    )
    expect((await figuresOf(opened, file)).slice(0, 4)).toEqual([['Mujeres', 2], ['Hombres', 1], ['Sin dato', 1], ['Total', 4]])
  })

  test('keeps to what the screen filters', async () => {
    const { opened, api, otherId } = await withPapers()
    const { rows } = await tableOf(opened, await api.reports.register({ format: 'xlsx', cohortId: otherId, search: 'nahui' }))
    expect(rows.map((row) => [row[4], row[9]])).toEqual([['Rosa Ñahui Peña', 'Puno']])
  })

  test('in PDF has every number, and a second program finds it whole', async () => {
    const { opened, api } = await withPapers()
    const path = opened.path(await api.reports.register({ format: 'pdf' }))
    expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors found')
    const text = run('pdftotext', '-layout', path, '-').toString()
    for (const at of [1, 2, 3, 4, 5]) expect(text).toContain(`N° 00${at}-2026-MPC/GRH`)
  })

  test.skipIf(!hasOffice)('is shown by LibreOffice as it stands in the database', async () => {
    const { opened, api } = await withPapers()
    const path = opened.path(await api.reports.register({ format: 'xlsx' }))
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true'
    execFileSync('soffice', [`-env:UserInstallation=file://${join(opened.folder, 'lo')}`, '--headless', '--convert-to', filter, '--outdir', join(opened.folder, 'csv'), path], { stdio: 'ignore' })
    const [name = ''] = await readdir(join(opened.folder, 'csv'))
    const rows: string[][] = parse(await readFile(join(opened.folder, 'csv', name)), { relax_column_count: true })
    const body = rows.slice(rows.findIndex((row) => row[0] === 'N.º') + 1)
    expect(body.map((row) => [row[0], row[1], row[2], row[5], row[10]])).toEqual([
      ['1', 'N° 001-2026-MPC/GRH', '20/11/2026', '00370008', '24.00'],
      ['2', 'N° 002-2026-MPC/GRH', '20/11/2026', '0012345', '24.00'],
      ['3', 'N° 003-2026-MPC/GRH', '20/11/2026', '', '24.00'],
      ['4', 'N° 004-2026-MPC/GRH', '20/11/2026', '41229648', '24.00'],
      ['5', 'N° 005-2026-MPC/GRH', '20/11/2026', '41229648', '24.00'],
    ])
  })
})
