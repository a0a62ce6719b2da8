import { expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import { dropBytes } from '../support/dropped-files.ts'
import type { OpenApp } from '../support/open-app.ts'
import { aGroup, cellsOf } from './meetings-support.ts'

const people = [['FLORES', 'MONTENEGRO', 'Ana María'], ['CULQUI', null, 'Óscar']] as const
const span = { startsOn: '2026-03-02', endsOn: '2026-03-06' } as const

/** A register as teachers keep it: joined labels above, what they are made of below. */
async function register(app: OpenApp, below: readonly (string | number | Date | null)[]) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Registro')
  sheet.addRow(['N°', 'APELLIDOS Y NOMBRES', 'ASISTENCIA', null, null, 'NOTAS', null])
  sheet.addRow([null, null, ...below])
  for (const range of ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1']) sheet.mergeCells(range)
  sheet.addRow([1, 'FLORES MONTENEGRO, ANA MARÍA', 'P', 'P', 'F', 8, 16])
  sheet.addRow([2, 'CULQUI, OSCAR', 'P', 'T', 'J', 10, 12])
  return dropBytes(app, 'registro.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
}

test('a register with labels in two rows, sessions and marks below what joins them', async () => {
  const { app, api, cohortId } = await aGroup(people, span)
  const file = await register(app, ['S1', 'S2', 'S3', 'Prueba de entrada', 'Prueba de salida'])
  const read = await api.resultSheets.read({ file, cohortId })
  expect(read.columns.map((one) => one.as.kind)).toEqual(['ignore', 'name', 'newSession', 'newSession', 'newSession', 'newMark', 'newMark'])
  expect([read.rows, read.matched, read.attendance, read.marks]).toEqual([2, 2, 6, 4])
  await api.resultSheets.write({ file, cohortId })
  expect(Object.values(await cellsOf(api, cohortId))).toEqual(['present', 'late', 'excused', 'present', 'present', 'absent'])
  const grid = await api.marks.grid({ cohortId })
  expect([grid.items.map((one) => one.kind), grid.cells]).toEqual([['entry', 'exit'], [['10', '12'], ['8', '16']]])
})

test.each([
  ['text', ['02/03', '03/03', '04/03', 'PC1', 'PC2']],
  ['dates', [2, 3, 4].map((day) => new Date(Date.UTC(2026, 2, day))).concat() as (Date | string)[]],
])('a register whose sessions are days below, as %s', async (_kind, below) => {
  const { app, api, cohortId } = await aGroup(people, span)
  const file = await register(app, below.length === 5 ? below : [...below, 'PC1', 'PC2'])
  const read = await api.resultSheets.read({ file, cohortId })
  expect(read.columns.map((one) => one.as.kind)).toEqual(['ignore', 'name', 'newSession', 'newSession', 'newSession', 'newMark', 'newMark'])
  expect(read.newSessions.map((one) => one.day)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04'])
  expect([read.rows, read.matched]).toEqual([2, 2])
})

test('marks that a sheet worked out to many decimals are rounded half up to hundredths, and the column says so', async () => {
  const { app, api, cohortId } = await aGroup(people, span)
  const rows = ['Apellidos y nombres;Examen', 'FLORES MONTENEGRO, ANA MARÍA;13,335', 'CULQUI, OSCAR;10,333333333']
  const file = await dropBytes(app, 'notas.csv', new TextEncoder().encode(rows.join('\n')))
  const read = await api.resultSheets.read({ file, cohortId })
  expect(read.problems).toEqual([])
  expect(read.columns[1]?.why).toMatch(/ 2 notas tienen más de dos decimales: se redondean al centésimo\.$/)
  await api.resultSheets.write({ file, cohortId })
  expect((await api.marks.grid({ cohortId })).cells).toEqual([['10.33'], ['13.34']])
})

test.each(['Recuperación examen', 'Examen sustitutorio', 'Examen de recuperación', 'Recuperación del examen', '2.ª oportunidad', 'Sustitutorio', 'Segunda oportunidad'])('«%s» beside a new mark is its second attempt', async (label) => {
  const { app, api, cohortId } = await aGroup(people, span)
  const book = (title: string) => ['Apellidos y nombres;Examen;' + title, 'FLORES MONTENEGRO, ANA MARÍA;8;14', 'CULQUI, OSCAR;;12'].join('\n')
  const file = await dropBytes(app, 'notas.csv', new TextEncoder().encode(book(label)))
  const read = await api.resultSheets.read({ file, cohortId })
  expect(read.columns.map((one) => one.as)).toEqual([{ kind: 'name' }, { kind: 'newMark' }, { kind: 'newMark', attemptOf: 1 }])
  expect(read.columns[2]?.why).toBe('Su título dice que es el segundo intento de una nota.')
  expect(read.problems.map((one) => one.sentence)).toEqual([`Fila 3, columna «${label}»: «12» es un segundo intento, y en la columna del primero no hay una nota que se lea: escriba allí NP si no se presentó. La celda queda fuera.`])
  expect(await api.resultSheets.write({ file, cohortId })).toMatchObject({ marks: 2, leftOut: 1 })
  const grid = await api.marks.grid({ cohortId })
  expect([grid.items.map((one) => one.name), grid.cells]).toEqual([['Examen'], [[''], ['8|14']]])
  // Now the course has the mark: the same sheet finds it, with both attempts.
  const again = await api.resultSheets.read({ file, cohortId })
  expect(again.columns.slice(1).map((one) => one.as)).toMatchObject([{ kind: 'mark', attempt: 1 }, { kind: 'mark', attempt: 2 }])
})

test('a second attempt follows what its first is chosen to be, and one may choose it for any column', async () => {
  const { app, api, cohortId } = await aGroup(people, span)
  const file = await dropBytes(app, 'notas.csv', new TextEncoder().encode(['Apellidos y nombres;Examen;Sustitutorio;Otra nota', 'FLORES MONTENEGRO, ANA MARÍA;8;14;9', 'CULQUI, OSCAR;10;12;9'].join('\n')))
  const alone = await api.resultSheets.read({ file, cohortId, columns: [{ column: 1, as: { kind: 'ignore' } }] })
  expect(alone.columns.map((one) => one.as)).toEqual([{ kind: 'name' }, { kind: 'ignore' }, { kind: 'newMark' }, { kind: 'newMark' }])
  const chosen = await api.resultSheets.read({ file, cohortId, columns: [{ column: 2, as: { kind: 'newMark' } }, { column: 3, as: { kind: 'newMark', attemptOf: 2 } }] })
  expect(chosen.columns.map((one) => one.as)).toEqual([{ kind: 'name' }, { kind: 'newMark' }, { kind: 'newMark' }, { kind: 'newMark', attemptOf: 2 }])
})
