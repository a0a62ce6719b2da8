import { describe, expect, test } from 'vitest'
import type { RosterCell, RosterSheet } from '../../src/shared/domain/roster/cells.ts'
import { columnNameOrder, proposeColumns } from '../../src/shared/domain/roster/columns.ts'
import { layoutFingerprint } from '../../src/shared/domain/roster/fields.ts'
import { findLayout } from '../../src/shared/domain/roster/layout.ts'

const sheet = (rows: readonly (readonly RosterCell[])[]): RosterSheet => ({ name: 'Hoja1', firstRow: 1, rows, hidden: false })

function fieldsOf(rows: readonly (readonly RosterCell[])[]): string[] {
  const layout = findLayout(sheet(rows))
  if (layout === null) return []
  return proposeColumns(layout.labels, layout.list.map(({ index }) => rows[index] ?? [])).map((column) => column.field)
}

describe('the list inside a sheet', () => {
  test('is found between titles above and a total below', () => {
    const layout = findLayout(
      sheet([
        ['PROGRAMA DE GOBERNABILIDAD - XII EDICIÓN'],
        ['RELACIÓN DE PARTICIPANTES - SEDE AREQUIPA'],
        [],
        ['N°', 'DNI', 'APELLIDOS Y NOMBRES', 'SEXO'],
        [1, '01168951', 'Chuquihuanca Zúñiga, María', 'F'],
        [],
        [2, 1370008, 'Ccallo La Torre, Noemí', 'FEMENINO'],
        ['', '', 'TOTAL: 2 PARTICIPANTES'],
        ['Elaborado por la Oficina de Recursos Humanos'],
      ]),
    )
    expect(layout?.headerRows).toEqual([3])
    expect(layout?.list.map((row) => row.index)).toEqual([4, 6])
    expect(layout?.statedTotal).toBe(2)
    expect(layout?.left.map((row) => row.kind)).toEqual(['title', 'title', 'blank', 'blank', 'total', 'footnote'])
  })

  test('may have its labels in two rows, joined cells and all', () => {
    const layout = findLayout(
      sheet([
        ['N°', 'DNI', 'APELLIDOS', null, 'NOMBRES', 'SEXO'],
        [null, null, 'PATERNO', 'MATERNO'],
        [1, '01168951', 'Chuquihuanca', 'Zúñiga', 'María', 'F'],
        [2, '01229649', 'Ramírez', 'Vásquez', 'Verónica', 'F'],
      ]),
    )
    expect(layout?.headerRows).toEqual([0, 1])
    expect(layout?.labels).toEqual(['N°', 'DNI', 'PATERNO', 'MATERNO', 'NOMBRES', 'SEXO'])
    expect(layout?.list).toHaveLength(2)
  })

  test('may begin at once, without any label', () => {
    const rows = [
      ['01168951', 'Chuquihuanca Zúñiga, María', 'maria@example.pe'],
      ['01229649', 'Ramírez Vásquez, Verónica', 'veronica@example.pe'],
      ['41229648', 'Castro Cabrera, Óscar', 'oscar@example.pe'],
    ]
    expect(findLayout(sheet(rows))?.headerRows).toEqual([])
    expect(fieldsOf(rows)).toEqual(['documentNumber', 'fullName', 'email'])
  })

  test('keeps the heading that its rows stand under, and skips the labels when they come again', () => {
    const layout = findLayout(
      sheet([
        ['DNI', 'Nombres', 'Apellidos'],
        ['SEDE CUSCO'],
        ['41229648', 'Óscar', 'Castro'],
        ['DNI', 'Nombres', 'Apellidos'],
        ['SEDE LIMA'],
        ['41229649', 'Rosa', 'Begazo'],
      ]),
    )
    expect(layout?.list).toEqual([{ index: 2, section: 'SEDE CUSCO' }, { index: 5, section: 'SEDE LIMA' }])
    expect(layout?.left.map((row) => row.kind)).toEqual(['section', 'header-again', 'section'])
  })
})

describe('what a column is', () => {
  test('is read from Spanish labels', () => {
    expect(
      fieldsOf([
        ['Comunidad / AA.HH.', 'Sede', 'Pueblo', 'Apellidos', 'Nombres', 'Documento', 'Cargo en la comunidad', 'Federación', 'Sexo (H/M)', 'Edad'],
        ['C.N. Chiriaco', 'Iquitos', 'Wampis', 'KUJI NUGKUAG', 'NOEMÍ', '-', 'Secretaria', 'ACODECOSPAT', 'M', 58],
      ]),
    ).toEqual(['community', 'group', 'sensitive', 'surnames', 'givenNames', 'documentNumber', 'post', 'federation', 'sex', 'age'])
    expect(
      fieldsOf([
        ['MUNICIPALIDAD', 'UBIGEO', 'NRO DOC', 'PATERNO', 'MATERNO', 'NOMBRES', 'REGIMEN', 'UNIDAD ORGANICA', 'PUESTO', 'F. INGRESO'],
        ['MUNICIPALIDAD DISTRITAL DE IMAZA', 10205, 39475234, 'CONDORI', 'ZÚÑIGA', 'ELMER', '728', 'UF', 'ASISTENTE', { date: '2011-08-03', time: null }],
      ]),
    ).toEqual(['organisation', 'ubigeo', 'documentNumber', 'firstSurname', 'secondSurname', 'givenNames', 'regime', 'unit', 'post', 'since'])
  })

  test('is read from English labels', () => {
    expect(
      fieldsOf([
        ['#', 'Last name', 'First name', 'ID number', 'Gender', 'Date of birth', 'Organization', 'Job title', 'E-mail', 'Mobile phone'],
        [1, 'Quispe Mamani', 'Rosa', 41229648, 'F', { date: '1980-03-14', time: null }, 'SERVIR', 'Analyst', 'rosa@example.pe', 944023214],
      ]),
    ).toEqual(['rowNumber', 'surnames', 'givenNames', 'documentNumber', 'sex', 'birthDate', 'organisation', 'post', 'email', 'phone'])
  })

  test('is read from the cells when the label says nothing, and against a label that cannot be', () => {
    const person = (n: number): RosterCell[] => [`4122964${n}`, `Quispe Mamani, Rosa ${'ABCDEFG'[n] ?? ''}`, n % 2 === 0 ? 'F' : 'M', `p${n}@example.pe`, `94402321${n}`]
    expect(fieldsOf([['Columna A', 'DNI', 'C', 'D', 'E'], person(1), person(2), person(3), person(4)])).toEqual(['documentNumber', 'fullName', 'sex', 'email', 'phone'])
  })

  test('tells attendance and sensitive questions from what enters', () => {
    expect(
      fieldsOf([
        ['Marca temporal', 'Nombres', 'Apellidos', 'Tipo de documento', 'Número de documento', 'Organización', 'Provincia', 'Distrito', 'Sexo', 'Rango de edad', '¿Cómo se identifica?', '¿Tiene alguna discapacidad?', 'Asistió S1', 'Asistió S2'],
        [{ date: '2025-05-07', time: '14:03:00' }, 'Milagros', 'Terrones Terrones', 'DNI', '53883496', 'JASS', 'Cajamarca', 'Cajamarca', 'Femenino', '30-59', 'Awajún', 'Sí', 'Sí', '1'],
      ]),
    ).toEqual(['timestamp', 'givenNames', 'surnames', 'documentType', 'documentNumber', 'organisation', 'province', 'district', 'sex', 'age', 'sensitive', 'sensitive', 'attendance', 'attendance'])
  })

  test('"Nombres" without surnames beside it is the whole name', () => {
    expect(fieldsOf([['Nombres', 'DNI'], ['Rosa Quispe Mamani', '41229648']])).toEqual(['fullName', 'documentNumber'])
  })
})

describe('the order of a whole name', () => {
  test.each([
    ['surnames-first', 'Participante', ['Castro Cabrera, Óscar', 'Alva Alva, Carlos']],
    ['surnames-first', 'APELLIDOS Y NOMBRES', ['CASTRO CABRERA OSCAR']],
    ['given-first', 'Nombres y apellidos', ['Óscar Castro Cabrera']],
    ['given-first', 'nombre_completo', ['Segundo Ñaupari Valdivia', 'Inés Baldeón Ramírez', 'Rubén Darío Paredes Ramírez']],
    ['surnames-first', 'Participante', ['Ñaupari Valdivia Segundo', 'Baldeón Ramírez Inés', 'Paredes Ramírez Rubén Darío']],
  ])('is %s for "%s"', (order, label, names) => {
    expect(columnNameOrder(label, names).order).toBe(order)
  })
})

test('a layout is known again whatever its capitals and accents', () => {
  expect(layoutFingerprint(['N°', 'Régimen Laboral'])).toBe(layoutFingerprint(['N°', 'REGIMEN LABORAL ']))
})
