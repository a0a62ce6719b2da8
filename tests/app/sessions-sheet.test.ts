import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { dropBytes } from '../support/dropped-files.ts'
import { aCourse, aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { dropBook } from './imports-support.ts'
import { aSession } from './sessions-support.ts'

const head = ['Fecha', 'Hora de inicio', 'Hora de fin', 'Tema', 'Ponente']

describe('a programme of sessions from a sheet', () => {
  it('is read without writing: each row with what keeps it out and what to look at, each speaker with whom he is taken for', async () => {
    const app = await openApp()
    const { api } = app
    const { cohortId } = await aCourse(api)
    const rosa = await api.people.create(aPerson({ firstSurname: 'ÑAHUI', secondSurname: 'PEÑA', givenNames: 'Rosa' }))
    const luis = await api.people.create(aPerson({ firstSurname: 'ROJAS', secondSurname: 'DÍAZ', givenNames: 'Luis' }))
    await api.people.create(aPerson({ firstSurname: 'SOTO', givenNames: 'Inés' }))
    await api.people.create(aPerson({ firstSurname: 'SOTO', givenNames: 'Inés' }))
    await api.sessions.create({ cohortId, fields: aSession({ day: '2026-10-13', subject: 'Presupuesto' }) })
    const file = await dropBook(app, 'Programa.xlsx', {
      Portada: [['Curso de gestión pública']],
      Programa: [
        ['PROGRAMA'],
        [],
        head,
        ['12/10/2026', '9:00', '12:00', 'Planeamiento', 'Dra. Rosa Ñahui Peña, Luis Rojas Díaz'],
        ['13/10/2026', '9:00', '12:00', 'Presupuesto', 'Inés Soto'],
        ['13/10/2026', '11:00', '13:00', 'Ética', 'Pedro Nadie'],
        ['30/02/2026', '9:00', '12:00', 'Cierre', null],
      ],
    })
    const read = await api.sessions.readSheet({ file, cohortId })
    expect({ fileName: read.fileName, sheet: read.sheet, columns: read.columns, notes: read.notes }).toEqual({
      fileName: 'Programa.xlsx', sheet: 'Programa', notes: [],
      columns: [{ label: 'Fecha', field: 'Fecha' }, { label: 'Hora de inicio', field: 'Hora de inicio' }, { label: 'Hora de fin', field: 'Hora de término' }, { label: 'Tema', field: 'Tema' }, { label: 'Ponente', field: 'Ponentes' }],
    })
    expect(read.rows.map(({ row, problems, warnings }) => [row, ...problems, ...warnings])).toEqual([
      [4],
      [5, 'Hay más de una persona llamada «Inés Soto»: elija al ponente después.', 'El grupo ya tiene esta sesión: queda como está.'],
      [6, '«Pedro Nadie» no está en el registro de personas: la sesión entra sin ese ponente.', 'A esa hora hay otra sesión del grupo: Presupuesto, 09:00–12:00.'],
      [7, 'La fecha «30/02/2026» no se entiende o no existe. Escríbala como dd/mm/aaaa.'],
    ])
    expect(read.rows[0]?.speakers).toEqual([
      { written: 'Dra. Rosa Ñahui Peña', personId: rosa.id, name: 'ÑAHUI PEÑA, Rosa' },
      { written: 'Luis Rojas Díaz', personId: luis.id, name: 'ROJAS DÍAZ, Luis' },
    ])
    expect(await api.sessions.list({ cohortId })).toHaveLength(1)
    const entered = await api.sessions.importSheet({ file, cohortId, skip: [6] })
    expect(entered).toMatchObject({ created: 1, alreadyThere: 1, rejected: 1 })
    const list = await api.sessions.list({ cohortId })
    expect(list.map((one) => [one.day, one.startsAt, one.plannedMinutes, one.subject, one.speakers.map((speaker) => speaker.personId)])).toEqual([
      ['2026-10-12', '09:00', 180, 'Planeamiento', [rosa.id, luis.id]],
      ['2026-10-13', '09:00', 180, 'Presupuesto', []],
    ])
    expect(await api.sessions.importSheet({ file, cohortId, skip: [6] })).toMatchObject({ created: 0, alreadyThere: 2 })
    await api.history.undo({ act: entered.act })
    expect(await api.sessions.list({ cohortId })).toHaveLength(1)
  })

  it('in Excel’s own dates, times and joined cells is read as Excel shows it', async () => {
    const app = await openApp()
    const { cohortId } = await aCourse(app.api)
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Hoja1')
    sheet.addRow(['FECHA', 'INICIO', 'FIN', 'DURACIÓN', 'TEMA', 'MÓDULO'])
    sheet.addRow([new Date(Date.UTC(2026, 9, 12)), 0.375, 0.5, 0.1041666667, 'A', 'Módulo I'])
    sheet.addRow([null, 0.5833333333, 0.75, 0.1666666667, 'B', null])
    for (const row of [2, 3]) for (const column of [2, 3, 4]) sheet.getRow(row).getCell(column).numFmt = 'hh:mm'
    sheet.getCell('A2').numFmt = 'dd/mm/yyyy'
    sheet.mergeCells('A2:A3')
    sheet.mergeCells('F2:F3')
    const file = await dropBytes(app, 'fechas.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const { rows } = await app.api.sessions.readSheet({ file, cohortId })
    expect(rows.map(({ fields, problems, warnings }) => [fields?.day, fields?.startsAt, fields?.endsAt, fields?.plannedMinutes, fields?.subject, fields?.module, ...problems, ...warnings])).toEqual([
      ['2026-10-12', '09:00', '12:00', 150, 'A', 'Módulo I'],
      ['2026-10-12', '14:00', '18:00', 240, 'B', 'Módulo I'],
    ])
  })

  it('in a CSV of semicolons is read too, and a file without sessions is refused with what to do', async () => {
    const app = await openApp()
    const { cohortId } = await aCourse(app.api)
    const csv = await dropBytes(app, 'programa.csv', 'Tema;Día;Horario\nÉtica pública;lunes 12 de octubre;de 3:00 p. m. a 5:30 p. m.\n')
    expect((await app.api.sessions.readSheet({ file: csv, cohortId })).rows.map((row) => [row.fields?.day, row.fields?.startsAt, row.fields?.endsAt, row.fields?.subject, ...row.warnings])).toEqual([
      ['2026-10-12', '15:00', '17:30', 'Ética pública', 'Se tomó como fecha el 12/10/2026: revise el año.'],
    ])
    const list = await dropBytes(app, 'padrón.csv', 'DNI;Nombre\n41229648;Rosa\n')
    await expect(app.api.sessions.readSheet({ file: list, cohortId })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('En «padrón.csv» no se encontró un programa de sesiones') })
    await expect(app.api.sessions.readSheet({ file: csv, cohortId: '01990000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing' })
  })

  it.each(['es', 'en'] as const)('the template (%s) is read back whole: its example stays out, what is written over it enters', async (language) => {
    const app = await openApp({ session: { language } })
    const { cohortId } = await aCourse(app.api)
    const template = await app.api.sessions.sheetTemplate({ cohortId })
    const dropped = await app.drop(app.path(template))
    const read = await app.api.sessions.readSheet({ file: dropped, cohortId })
    expect(read.columns).toHaveLength(11)
    expect(read.rows.map((row) => row.problems)).toEqual([[language === 'es' ? 'Es la fila de ejemplo de la plantilla.' : 'It is the example row of the template.']])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await app.bytes(template)) as unknown as ArrayBuffer)
    const cell = book.worksheets[0]?.getCell('E2')
    if (cell !== undefined) cell.value = 'Ética'
    const filled = await dropBytes(app, 'lleno.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const { rows } = await app.api.sessions.readSheet({ file: filled, cohortId })
    expect(rows[0]?.warnings).toHaveLength(2)
    expect(rows.map((row) => row.fields)).toEqual([
      { day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Ética', module: null, place: 'Cusco', link: null, modality: 'presencial', isRequired: 0 },
    ])
  })
})
