import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { dropBytes } from '../support/dropped-files.ts'
import { openApp } from '../support/open-app.ts'
import { anEdition, dropBook, everybody, yes } from './imports-support.ts'

/** Rosters as offices of Peru really keep them. */
describe('the list of an office', () => {
  test('with two joined headings over two columns each keeps both surnames and both contacts', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'dos-filas.xlsx', {
      Relacion: [
        ['GOBIERNO REGIONAL DE APURÍMAC'],
        ['N°', 'DNI', 'APELLIDOS', null, 'NOMBRES', 'CONTACTO', null, 'CARGO'],
        [null, null, 'PATERNO', 'MATERNO', null, 'CORREO', 'CELULAR', null],
        [1, '41229640', 'QUISPE', 'MAMANI', 'Juan', 'jq@example.pe', '944023214', 'Jefe'],
        ['CONVOCADOS DE LA PROVINCIA DE ANDAHUAYLAS'],
        [2, '41229641', 'DE LA CRUZ', 'VDA. DE ROJAS', 'Rosa', '', '987654321', 'Tesorera'],
      ],
    })
    const { numbers } = await app.api.imports.write({ file })
    expect(numbers).toMatchObject({ read: 2, created: 2, rejected: 0 })
    const people = await everybody(app.api)
    expect(people.map((person) => [person.firstSurname, person.secondSurname, person.givenNames])).toEqual([['DE LA CRUZ', 'VDA. DE ROJAS', 'Rosa'], ['QUISPE', 'MAMANI', 'Juan']])
    const { person } = await app.api.people.get({ id: people[1]?.id ?? '' })
    expect(person).toMatchObject({ email: 'jq@example.pe', phone: '944023214' })
  })

  test('with subtotals beside their count, a line to sign on and names below it, holds only persons', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'paginas.xlsx', {
      Hoja1: [
        ['N°', 'DNI', 'APELLIDOS Y NOMBRES', 'SEXO'],
        [1, '41229640', 'QUISPE MAMANI, ROSA', 'F'],
        ['', '', 'Sub total', '1'],
        [2, '41229641', 'CASTRO LUNA, ÓSCAR', 'M'],
        [],
        [null, null, '_____________________'],
        [null, null, 'Lic. Pedro Ramos Silva'],
        [null, null, 'Jefe de Recursos Humanos'],
      ],
    })
    const { numbers } = await app.api.imports.write({ file })
    expect(numbers).toMatchObject({ read: 2, created: 2 })
  })

  test('with a catalogue on another sheet leaves the catalogue', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'hojas.xlsx', {
      Base: [['DNI', 'Apellidos y nombres'], ['41229640', 'Quispe Mamani, Rosa']],
      Catálogo: [['Código', 'Nombre'], ['01', 'Amazonas'], ['02', 'Áncash'], ['03', 'Apurímac']],
    })
    const { sheets, groups } = await app.api.imports.read({ file })
    expect(sheets.map((sheet) => [sheet.name, sheet.chosen])).toEqual([['Base', true], ['Catálogo', false]])
    expect(groups.by).toBe('one')
    expect((await app.api.imports.write({ file })).numbers).toMatchObject({ read: 1, created: 1, rejected: 0 })
  })

  test('with treatments, degrees and remarks beside the names proposes to take them off', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'titulos.xlsx', {
      Hoja1: [
        ['Nombres y Apellidos', 'DNI'],
        ['Ing. Juan Pérez Quispe', '41229640'],
        ['Sra María Huamán Soto', '41229641'],
        ['Mg. Lic. José Mamani Ccori', '41229642'],
        ['Rosa Chambi Apaza (coordinadora)', '41229643'],
      ],
    })
    const review = await app.api.imports.review({ file })
    expect(review.causes.find((cause) => cause.cause === 'name-title')?.rows.map((row) => [row.before, row.after])).toEqual([
      ['Ing. Juan Pérez Quispe', 'Juan Pérez Quispe'],
      ['Sra María Huamán Soto', 'María Huamán Soto'],
      ['Mg. Lic. José Mamani Ccori', 'José Mamani Ccori'],
    ])
    expect(review.rejected.map((row) => row.row)).toEqual([5])
    await app.api.imports.write({ file, decisions: yes })
    expect((await everybody(app.api)).map((person) => person.givenNames)).toEqual(['María', 'José', 'Juan'])
  })

  test('with ditto marks repeats the value above once accepted, and never keeps the mark', async () => {
    const app = await openApp()
    const rows = ['Municipalidad Provincial de Puno', '"', 'ídem', '-do-', '″'].map((entity, at) => [`4122964${at}`, `Quispe ${'ABCDE'[at] ?? ''}ar`, 'Rosa', entity])
    const file = await dropBook(app, 'idem.xlsx', { Hoja1: [['DNI', 'Apellidos', 'Nombres', 'Institución'], ...rows] })
    const careful = await app.api.imports.review({ file })
    expect(careful.organisations).toEqual([expect.objectContaining({ name: 'Municipalidad Provincial de Puno', people: 1 })])
    expect(careful.causes.find((cause) => cause.cause === 'ditto')).toMatchObject({ count: 4, open: 4 })
    await app.api.imports.write({ file, decisions: yes })
    expect((await app.api.organisations.list({})).rows.map((row) => [row.name, row.people])).toEqual([['Municipalidad Provincial de Puno', 5]])
  })

  test('with the entity and the site joined over several rows says them for each row', async () => {
    const app = await openApp()
    const editionId = await anEdition(app.api)
    const file = await dropBytes(app, 'unidas.xlsx', await bookWithJoinedCells())
    const { numbers } = await app.api.imports.write({ file, target: { kind: 'groups', editionId, by: 'column' } })
    expect(numbers).toMatchObject({ read: 3, created: 3, enrolled: 3, newGroups: 2, newOrganisations: 1 })
    expect((await app.api.organisations.list({})).rows.map((row) => row.people)).toEqual([3])
  })

  test('with the letter of an old DNI takes off only the right one', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'letras.xlsx', { Hoja1: [['DNI', 'Apellidos', 'Nombres'], ['17801146D', 'Quispe', 'Rosa'], ['17801146F', 'Castro', 'Óscar']] })
    const review = await app.api.imports.review({ file })
    expect(review.causes.find((cause) => cause.cause === 'document-check-digit')?.rows.map((row) => [row.before, row.after])).toEqual([['17801146D', '17801146']])
    expect(review.rejected.map((row) => row.row)).toEqual([3])
  })

  test('with a carné of eight digits says that it is unusual', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'carne.xlsx', { Hoja1: [['Tipo de documento', 'Documento', 'Apellidos', 'Nombres'], ['CE', '53883496', 'Arias', 'Bea'], ['CE', '001234567', 'Smith', 'John']] })
    const review = await app.api.imports.review({ file })
    expect(review.causes.find((cause) => cause.cause === 'document-unusual')?.rows.map((row) => row.before)).toEqual(['53883496'])
    expect(review.numbers).toMatchObject({ created: 2, rejected: 0 })
  })
})

async function bookWithJoinedCells(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Hoja1')
  sheet.addRows([['Sede', 'Entidad', 'DNI', 'Apellidos', 'Nombres'], ['Lima', 'SERVIR', '41229640', 'Quispe', 'Rosa'], [null, null, '41229641', 'Castro', 'Óscar'], ['Cusco', null, '41229642', 'Paz', 'Ana']])
  sheet.mergeCells('A2:A3')
  sheet.mergeCells('B2:B4')
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('a subtotal is not taken for the total that the sheet states', async () => {
  const app = await openApp()
  const file = await dropBook(app, 'subtotal.xlsx', { Hoja1: [['N°', 'DNI', 'Apellidos y nombres', 'Sexo'], [1, '41229640', 'QUISPE MAMANI, ROSA', 'F'], ['', '', 'Sub total', '1'], [2, '41229641', 'CASTRO LUNA, ÓSCAR', 'M'], ['', '', 'Total', '2']] })
  const { sheets } = await app.api.imports.read({ file })
  expect(sheets[0]?.notes).toEqual(['No son personas las filas 3, 5: títulos, totales o notas.'])
})

test('who comes from a community organisation is a leader, from a company or a party other, from an entity a server', async () => {
  const app = await openApp()
  const entities = ['Club de madres Santa Rosa', 'Municipalidad Provincial de Puno', 'Empresa Minera Sol S.A.C.', 'Partido Democrático', 'JASS Chota']
  const file = await dropBook(app, 'clases.xlsx', { Hoja1: [['DNI', 'Apellidos', 'Nombres', 'Organización'], ...entities.map((entity, at) => [`4122964${at}`, `${'ABCDE'[at] ?? ''}quispe`, 'Rosa', entity])] })
  await app.api.imports.write({ file })
  expect((await everybody(app.api)).map((person) => person.personClass)).toEqual(['lider', 'servidor', 'otro', 'otro', 'lider'])
})

test('a column left because another says the same tells so, and one without a label has its letter', async () => {
  const app = await openApp()
  const file = await dropBook(app, 'repetidas.xlsx', { Hoja1: [['DNI', 'Apellidos', 'Nombres', 'Celular', 'Teléfono fijo', null], ['41229640', 'Quispe', 'Rosa', '984111222', '084 221133', 'suelto']] })
  const { columnsLeft } = await app.api.imports.review({ file })
  expect(columnsLeft.map((column) => [column.label, column.reason])).toEqual([['Teléfono fijo', 'Otra columna ya trae este dato.'], ['F', 'Se dejó fuera.']])
})
