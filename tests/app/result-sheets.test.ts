import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import { dropBytes } from '../support/dropped-files.ts'
import { openApp } from '../support/open-app.ts'
import { anEdition, dropBook, samples, yes } from './imports-support.ts'
import { aGroup, cellsOf, sampleText } from './meetings-support.ts'

const form = join(samples, '05-cajamarca-inscripciones.xlsx')
const expected = JSON.parse(await readFile(join(samples, 'expected.json'), 'utf8'))['05-cajamarca-inscripciones.xlsx']

async function cajamarca() {
  const app = await openApp()
  const editionId = await anEdition(app.api, { year: 2025, startsOn: '2025-06-02', endsOn: '2025-06-05', hours: 12, minutesPerHour: 60 })
  const file = await app.drop(form)
  await app.api.imports.write({ file, target: { kind: 'groups', editionId, by: 'one' }, decisions: yes })
  const [cohort] = (await app.api.editions.get({ id: editionId })).cohorts
  return { app, api: app.api, file, cohortId: cohort?.id ?? '' }
}

/** Counts anew from the workbook's own XML, with another program: document to sessions attended. */
const recount = String.raw`
import sys, zipfile, re, json
from xml.etree import ElementTree as E
z = zipfile.ZipFile(sys.argv[1]); n = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
shared = [''.join(t.text or '' for t in s.iter(n + 't')) for s in E.fromstring(z.read('xl/sharedStrings.xml'))] if 'xl/sharedStrings.xml' in z.namelist() else []
def value(c):
    if c.get('t') == 's': return shared[int(c.find(n + 'v').text)]
    if c.get('t') == 'inlineStr': return ''.join(t.text or '' for t in c.iter(n + 't'))
    v = c.find(n + 'v'); return '' if v is None else v.text
sheet = [name for name in z.namelist() if name.startswith('xl/worksheets/sheet')][0]
rows = [{re.match('[A-Z]+', c.get('r')).group(): value(c) for c in r} for r in E.fromstring(z.read(sheet)).iter(n + 'row')]
head = {label: column for column, label in rows[0].items()}
columns = [head['Asistió S%d' % k] for k in (1, 2, 3, 4)]
print(json.dumps({r[head['Número de documento']].zfill(8): [r.get(c, '') in ('SI', 'Sí', 'X', '1') for c in columns] for r in rows[1:]}))
`

describe('the form of Cajamarca', () => {
  test('gives four sessions of 140 people, and of 123 of them three or more', async () => {
    const { app, api, file, cohortId } = await cajamarca()
    const read = await api.resultSheets.read({ file, cohortId })
    expect(read).toMatchObject({ rows: expected.rows, matched: expected.people, unmatched: [], problems: [], attendance: 560, marks: 0, checks: 0 })
    expect(read.newSessions.map((one) => [one.label, one.day, one.startsAt, one.endsAt, one.plannedMinutes])).toEqual([
      ['Sesión 1', '2025-06-02', '09:00', '12:00', 180], ['Sesión 2', '2025-06-03', '09:00', '12:00', 180], ['Sesión 3', '2025-06-04', '09:00', '12:00', 180], ['Sesión 4', '2025-06-05', '09:00', '12:00', 180],
    ])
    expect(read.columns.map((one) => [one.label, one.as.kind])).toEqual([
      ['Marca temporal', 'ignore'], ['Nombres', 'name'], ['Apellidos', 'name'], ['Tipo de documento', 'ignore'], ['Número de documento', 'document'], ['Organización', 'ignore'], ['Provincia', 'ignore'], ['Distrito', 'ignore'], ['Sexo', 'ignore'], ['Rango de edad', 'ignore'],
      ['¿Cómo se identifica?', 'ignore'], ['¿Tiene alguna discapacidad?', 'ignore'], ['Asistió S1', 'newSession'], ['Asistió S2', 'newSession'], ['Asistió S3', 'newSession'], ['Asistió S4', 'newSession'],
    ])
    expect(read.columns.every((one) => one.why !== '')).toBe(true)

    expect(await api.resultSheets.write({ file, cohortId })).toMatchObject({ attendance: 560, marks: 0, checks: 0, sessionsMade: 4, leftOut: 0 })
    const grid = await api.attendance.grid({ cohortId })
    const mine = Object.fromEntries(grid.people.map((person, at) => [person.documentNumber ?? '', grid.cells[at]?.map((cell) => cell === 'present')]))
    expect(mine).toEqual(JSON.parse(execFileSync('python3', ['-c', recount, form], { encoding: 'utf8' })))
    expect(Object.values(mine).filter((sessions) => (sessions ?? []).filter(Boolean).length >= 3)).toHaveLength(expected.trainedAt3of4)

    const before = await app.tables()
    expect((await api.resultSheets.read({ file, cohortId })).columns.slice(-4).map((one) => one.as.kind)).toEqual(['session', 'session', 'session', 'session'])
    expect(await api.resultSheets.write({ file, cohortId })).toMatchObject({ attendance: 0, sessionsMade: 0 })
    expect(await app.tables()).toEqual(before)
    expect(app.bugs).toEqual([])
  })
})

const people = [['FLORES', 'MONTENEGRO', 'Ana María', 'ana.flores@example.pe'], ['CULQUI', null, 'Óscar'], ['QUISPE', 'VILCA', 'Jesús'], ['QUISPE', 'VILCA', 'Jesús'], ['ROMERO', 'TUESTA', 'Gladys']] as const
const span = { startsOn: '2026-03-02', endsOn: '2026-03-06' } as const

describe('a teacher’s sheet', () => {
  test('with marks, days as labels, minutes, and a requirement, in Spanish', async () => {
    const { app, api, cohortId, enrolled } = await aGroup(people, span)
    const file = await dropBook(app, 'notas.xlsx', {
      Notas: [
        ['REGISTRO DE NOTAS Y ASISTENCIA'],
        ['N°', 'APELLIDOS Y NOMBRES', new Date(Date.UTC(2026, 2, 3)), new Date(Date.UTC(2026, 2, 4)), 'Prueba de entrada', 'Trabajo final', 'Plan de acción', 'Promedio'],
        [1, 'FLORES MONTENEGRO, ANA MARÍA', 'P', 180, '10,5', 15, 'Sí', 12.75],
        [2, 'CULQUI, OSCAR', 'F', 90, 'NP', 21, 'No', 10],
        [3, 'QUISPE VILCA, JESÚS', 'T', 200, 8, 12, 'tal vez', 10],
        [4, 'Gladys Romero', 'J', null, 'diez', 14, null, 14],
        [5, 'PÉREZ DESCONOCIDO, JUAN', 'P', 180, 11, 11, 'Sí', 11],
      ],
    })
    const read = await api.resultSheets.read({ file, cohortId })
    expect(read.columns.map((one) => one.as.kind)).toEqual(['ignore', 'name', 'newSession', 'newSession', 'newMark', 'newMark', 'newRequirement', 'ignore'])
    expect(read.newSessions.map((one) => [one.label, one.day])).toEqual([['Sesión del 03/03/2026', '2026-03-03'], ['Sesión del 04/03/2026', '2026-03-04']])
    expect(read.unmatched.map((one) => [one.row, one.reason, one.maybe.length])).toEqual([[5, expect.stringMatching(/más de un participante/), 2], [7, expect.stringMatching(/No hay en el grupo/), 0]])
    expect(read.problems.map((one) => one.sentence)).toEqual([
      'Fila 6, columna «Prueba de entrada»: «diez» no es una nota. Se entienden números con punto o coma, y NP. La celda queda fuera.',
      'Fila 4, columna «Trabajo final»: «21» está fuera de la escala, que va de 0 a 20. La celda queda fuera.',
    ])
    const first = await api.enrolments.list({ cohortId })
    const jesus = first.find((one) => one.givenNames === 'Jesús')?.id ?? ''
    const decided = { file, cohortId, people: [{ row: 5, enrolmentId: jesus }] }
    expect((await api.resultSheets.read(decided)).problems.map((one) => one.sentence)).toEqual(expect.arrayContaining([expect.stringMatching(/Fila 5.*son 200 minutos y la sesión tiene 180/), expect.stringMatching(/«tal vez» no dice sí ni no/)]))
    expect(await api.resultSheets.write(decided)).toMatchObject({ sessionsMade: 2, attendance: 7, marks: 6, checks: 2, leftOut: 5 })
    const cells = await cellsOf(api, cohortId)
    expect(cells).toMatchObject({
      'FLORES MONTENEGRO, Ana María | 2026-03-03': 'present', 'FLORES MONTENEGRO, Ana María | 2026-03-04': 'present:180', 'CULQUI, Óscar | 2026-03-03': 'absent', 'CULQUI, Óscar | 2026-03-04': 'leftEarly:90',
      'ROMERO TUESTA, Gladys | 2026-03-03': 'excused', 'ROMERO TUESTA, Gladys | 2026-03-04': 'absent',
    })
    const grid = await api.marks.grid({ cohortId })
    expect(grid.items.map((one) => [one.name, one.kind, one.weight, one.scaleMax])).toEqual([['Prueba de entrada', 'entry', 0, 20], ['Trabajo final', 'work', 1, 20]])
    expect(grid.requirements.map((one) => one.name)).toEqual(['Plan de acción'])
    const ana = grid.people.findIndex((one) => one.enrolmentId === enrolled('FLORES Ana María'))
    expect([grid.cells[ana], grid.checks[ana]]).toEqual([['10.5', '15'], ['1']])
    const oscar = grid.people.findIndex((one) => one.enrolmentId === enrolled('CULQUI Óscar'))
    expect([grid.cells[oscar], grid.checks[oscar]]).toEqual([['NP', ''], ['0']])
    expect(app.bugs).toEqual([])
  })

  test('in English, in another order, with the office’s own letters and what the course has already', async () => {
    const { app, api, cohortId } = await aGroup(people, span)
    const { edition } = await api.cohorts.get({ id: cohortId })
    await api.attendance.saveStatus({ key: null, name: 'Comisión', letter: 'C', share: 100, exempts: true })
    await api.marks.saveItem({ editionId: edition.id, id: null, fields: { name: 'Final exam', kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 100 } })
    await api.sessions.create({ cohortId, fields: { day: '2026-03-02', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Ética', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    const text = 'Final exam;Session 1;E-mail;Full name\n85;C;ana.flores@example.pe;Ana Flores\n101;P;;Óscar Culqui\n;F;;Gladys Romero\n'
    const read = await api.resultSheets.read({ file: await dropBytes(app, 'results.csv', text), cohortId })
    expect(read.columns.map((one) => [one.label, one.as.kind])).toEqual([['Final exam', 'mark'], ['Session 1', 'session'], ['E-mail', 'email'], ['Full name', 'name']])
    expect(read).toMatchObject({ matched: 3, attendance: 3, marks: 1, newSessions: [] })
    expect(read.problems.map((one) => one.sentence)).toEqual([expect.stringMatching(/«101» está fuera de la escala, que va de 0 a 100/)])
  })

  test('a document that is another person’s, a row twice, and a blank that takes no presence away', async () => {
    const { app, api, cohortId, enrolled } = await aGroup(people, span)
    const { id: sessionId } = await api.sessions.create({ cohortId, fields: { day: '2026-03-02', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Ética', module: null, place: null, link: null, modality: null, isRequired: 0 } })
    await api.attendance.set({ cells: [{ sessionId, enrolmentId: enrolled('CULQUI Óscar'), status: 'present' }] })
    const [ana] = (await api.people.list({ search: 'flores' })).rows
    await api.people.update({ id: ana?.id ?? '', fields: { documentType: '01', documentNumber: '01234567' } })
    const file = await dropBytes(app, 'a.csv', 'DNI;Nombre completo;Ética\n1234567;Ana Flores;SI\n1234567;Gladys Romero Tuesta;SI\n;Ana Flores Montenegro;SI\n;Óscar Culqui;\n')
    const read = await api.resultSheets.read({ file, cohortId })
    expect(read.unmatched.map((one) => [one.row, one.reason])).toEqual([[3, expect.stringMatching(/el nombre no es el suyo/)], [4, expect.stringMatching(/ya está en otra fila|no basta/)]])
    expect(await api.resultSheets.write({ file, cohortId })).toMatchObject({ attendance: 1 })
    expect(await cellsOf(api, cohortId)).toMatchObject({ 'CULQUI, Óscar | 2026-03-02': 'present', 'FLORES MONTENEGRO, Ana María | 2026-03-02': 'present', 'ROMERO TUESTA, Gladys | 2026-03-02': '' })
    const before = await app.tables()
    await expect(api.resultSheets.write({ file, cohortId, columns: [{ column: 2, as: { kind: 'ignore' } }] })).rejects.toThrow(/Ninguna columna con datos/)
    await expect(api.resultSheets.write({ file, cohortId, columns: [{ column: 0, as: { kind: 'ignore' } }, { column: 1, as: { kind: 'ignore' } }] })).rejects.toThrow(/ninguna columna dice de quién es cada fila/)
    await expect(api.resultSheets.read({ file, cohortId, columns: [{ column: 2, as: { kind: 'session', sessionId: cohortId } }] })).rejects.toThrow(/ya no existe/)
    await expect(api.resultSheets.read({ file: await dropBytes(app, 'zoom.csv', await sampleText('12')), cohortId })).rejects.toThrow(/Desde una reunión/)
    await expect(api.imports.read({ file: await dropBytes(app, 'zoom2.csv', await sampleText('12')) })).rejects.toThrow(/pestaña Asistencia → Desde una reunión/)
    expect(await app.tables()).toEqual(before)
  })
})

test('a sheet is opened by its name, and its hidden ones are not offered', async () => {
  const { app, api, cohortId } = await aGroup(people, span)
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Lunes').addRows([['Apellidos y nombres', 'S1'], ['CULQUI, ÓSCAR', 'X']])
  book.addWorksheet('Martes').addRows([['Apellidos y nombres', 'S2'], ['CULQUI, ÓSCAR', 'X']])
  book.addWorksheet('Claves', { state: 'hidden' }).addRows([['Apellidos y nombres', 'S2'], ['CULQUI, ÓSCAR', 'X']])
  const file = await dropBytes(app, 'dos.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
  expect(await api.resultSheets.read({ file, cohortId })).toMatchObject({ sheets: ['Lunes', 'Martes'], sheet: 'Lunes' })
  expect((await api.resultSheets.read({ file, cohortId, sheet: 'Martes' })).newSessions.map((one) => one.label)).toEqual(['Sesión 2'])
  await expect(api.resultSheets.read({ file, cohortId, sheet: 'Jueves' })).rejects.toThrow(/no está o no tiene una lista/)
})
