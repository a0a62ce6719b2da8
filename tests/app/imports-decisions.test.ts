import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { dropBytes } from '../support/dropped-files.ts'
import { openApp } from '../support/open-app.ts'
import { anEdition, dropBook, everybody, yes } from './imports-support.ts'

const header = ['DNI', 'Apellidos y nombres', 'Sexo', 'Fecha de nacimiento', 'Entidad', 'Cargo', 'Correo', 'Celular']
const rosa = ['41229648', 'Quispe Mamani, Rosa', 'F', '14/03/1980', 'SERVIR', 'Analista', 'rosa@example.pe', '944023214']
const oscar = ['41229649', 'Castro Cabrera, Óscar', 'M', '02/09/1975', 'SERVIR', 'Director', 'oscar@example.pe', '944023215']

async function openWith(rows: readonly (readonly (string | number | null)[])[], name = 'lista.xlsx') {
  const app = await openApp()
  const editionId = await anEdition(app.api)
  const file = await dropBook(app, name, { Hoja1: rows })
  return { app, api: app.api, file, editionId, target: { kind: 'groups' as const, editionId, by: 'one' as const } }
}

describe('what is decided in the review', () => {
  test('can be said for one row or for all the rows of a cause', async () => {
    const { api, file, target } = await openWith([header, [1370008, ...rosa.slice(1)], [2370008, ...oscar.slice(1)]])
    const one = await api.imports.review({ file, target, decisions: { accept: [{ cause: 'document-zero', rows: [{ sheet: 'Hoja1', row: 2 }] }] } })
    expect(one.numbers).toMatchObject({ created: 1, rejected: 1 })
    expect(one.ready).toBe(false)
    const all = await api.imports.review({ file, target, decisions: { accept: [{ cause: 'document-zero' }] } })
    expect(all.numbers).toMatchObject({ created: 2, rejected: 0 })
    expect(all.causes.find((cause) => cause.cause === 'document-zero')).toMatchObject({ count: 2, open: 0, title: 'Documento que perdió sus ceros' })
  })

  test('a cell typed anew stands instead of what the file says', async () => {
    const { api, file, target } = await openWith([header, ['123', ...rosa.slice(1)]])
    const before = await api.imports.review({ file, target })
    expect(before.rejected[0]?.reason).toBe('Documento que no puede ser: «123». Le faltan cifras: un DNI tiene 8.')
    const decisions = { edits: [{ sheet: 'Hoja1', row: 2, field: 'documentNumber' as const, value: '41229648' }] }
    await api.imports.write({ file, target, decisions })
    expect((await everybody(api))[0]).toMatchObject({ documentType: '01', documentNumber: '41229648' })
  })

  test('an impossible document may be left out, and a row too', async () => {
    const { api, file, target } = await openWith([header, ['123', ...rosa.slice(1)], oscar])
    const { numbers } = await api.imports.write({
      file,
      target,
      decisions: { accept: [{ cause: 'document-impossible' }], skip: [{ sheet: 'Hoja1', row: 3 }] },
    })
    expect(numbers).toMatchObject({ read: 2, created: 1, skipped: 1, rejected: 0 })
    expect((await everybody(api))[0]).toMatchObject({ documentType: '00', documentNumber: null })
  })

  test('who is whom is asked once and remembered', async () => {
    const { app, api, file, target } = await openWith([header, rosa])
    await api.imports.write({ file, target })
    const [person] = await everybody(api)
    if (person === undefined) throw new Error('nobody came in')
    // The same name and birth date under another document: a typing error, or another person?
    const other = await dropBook(app, 'otra.xlsx', { Hoja1: [header, ['41229684', ...rosa.slice(1)]] })
    const asked = await api.imports.review({ file: other, target })
    expect(asked.causes.find((cause) => cause.cause === 'known-same-birth')?.rows[0]).toMatchObject({
      before: '41229684',
      rejects: true,
      detail: 'Coinciden: el mismo nombre, en otro orden o sin tildes, la misma fecha de nacimiento, el mismo correo, el mismo teléfono, la misma entidad.',
      person: { id: person.id, document: '41229648' },
    })
    const said = await api.imports.write({ file: other, target, decisions: { verdicts: [{ sheet: 'Hoja1', row: 2, personId: person.id, same: true }] } })
    expect(said.numbers).toMatchObject({ created: 0, unchanged: 1, rejected: 0 })
    const again = await api.imports.review({ file: other, target })
    expect(again.numbers).toMatchObject({ unchanged: 1, rejected: 0 })
  })

  test('undecided namesakes without a document stay out; told apart they come in', async () => {
    const { api, file, target } = await openWith([header, ['', ...rosa.slice(1, 3), '', ...rosa.slice(4, 6), '', ''], ['', 'QUISPE MAMANI, ROSA', '', '', '', '', '', '']])
    const review = await api.imports.review({ file, target })
    expect(review.numbers).toMatchObject({ created: 1, rejected: 1 })
    expect(review.rejected[0]?.reason).toMatch(/Ya figura en la hoja Hoja1, fila 2/)
    const apart = await api.imports.review({ file, target, decisions: { verdicts: [{ sheet: 'Hoja1', row: 3, other: { sheet: 'Hoja1', row: 2 }, same: false }] } })
    expect(apart.numbers).toMatchObject({ created: 2, rejected: 0 })
    const together = await api.imports.review({ file, target, decisions: { verdicts: [{ sheet: 'Hoja1', row: 3, other: { sheet: 'Hoja1', row: 2 }, same: true }] } })
    expect(together.numbers).toMatchObject({ created: 1, skipped: 1, rejected: 0 })
  })

  test('the fields chosen for a layout are proposed the next time', async () => {
    const { app, api, file, target } = await openWith([['Código', 'Participante', 'Procedencia rara'], ['41229648', 'Quispe Mamani, Rosa', 'SERVIR'], ['41229649', 'Castro Cabrera, Óscar', 'SERVIR']])
    const read = await api.imports.read({ file })
    expect(read.sheets[0]).toMatchObject({ remembered: false })
    const columns = [{ column: 0, field: 'documentNumber' as const }, { column: 1, field: 'fullName' as const }, { column: 2, field: 'unit' as const }]
    await api.imports.write({ file, target, sheets: [{ name: 'Hoja1', columns, nameOrder: 'surnames-first' }] })
    const next = await dropBook(app, 'marzo.xlsx', { Marzo: [['CODIGO', 'PARTICIPANTE', 'PROCEDENCIA RARA'], ['41229650', 'Begazo Pariona, Rosa', 'PCM']] })
    const [sheet] = (await api.imports.read({ file: next })).sheets
    expect(sheet).toMatchObject({ remembered: true })
    expect(sheet?.columns.map((column) => [column.field, column.reason])).toEqual([
      ['documentNumber', 'Así lo eligió la última vez.'],
      ['fullName', 'Así lo eligió la última vez.'],
      ['unit', 'Así lo eligió la última vez.'],
    ])
  })
})

describe('a second list of the same people', () => {
  test('fills what was empty, proposes what differs, never erases, and adds posts as of its day', async () => {
    const { app, api, file, target } = await openWith([header, [...rosa.slice(0, 6), '', ''], oscar])
    await api.imports.write({ file, target, asOf: '2026-03-02' })
    const second = await dropBook(app, 'segunda.xlsx', {
      Hoja1: [header, [...rosa.slice(0, 5), 'Directora', 'rosa@example.pe', ''], [...oscar.slice(0, 6), 'otro@example.pe', '']],
    })
    const careful = await api.imports.write({ file: second, target, asOf: '2026-09-01' })
    expect(careful.numbers).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
    const people = await everybody(api)
    const get = async (surname: string) => api.people.get({ id: people.find((person) => person.firstSurname === surname)?.id ?? '' })
    expect((await get('Quispe')).person.email).toBe('rosa@example.pe')
    expect((await get('Quispe')).posts.map((post) => `${post.since} ${post.title}`)).toEqual(expect.arrayContaining(['2026-03-02 Analista', '2026-09-01 Directora']))
    expect((await get('Castro')).person).toMatchObject({ email: 'oscar@example.pe', phone: '944023215' })

    const willing = await api.imports.write({ file: second, target, asOf: '2026-09-01', decisions: yes })
    expect(willing.numbers).toMatchObject({ updated: 1, unchanged: 1 })
    expect((await get('Castro')).person).toMatchObject({ email: 'otro@example.pe', phone: '944023215' })
  })

  test('completes the document of who had none', async () => {
    const { app, api, file, target } = await openWith([header, ['en trámite', ...rosa.slice(1)]])
    await api.imports.write({ file, target })
    const second = await dropBook(app, 'segunda.xlsx', { Hoja1: [header, rosa] })
    const review = await api.imports.review({ file: second, target })
    expect(review.causes.find((cause) => cause.cause === 'known-now-document')).toMatchObject({ severity: 'proposed', rejected: 1 })
    await api.imports.write({ file: second, target, decisions: yes })
    expect(await everybody(api)).toMatchObject([{ documentType: '01', documentNumber: '41229648' }])
  })

  test('a document that belongs to another name stays out', async () => {
    const { app, api, file, target } = await openWith([header, rosa])
    await api.imports.write({ file, target })
    const second = await dropBook(app, 'segunda.xlsx', { Hoja1: [header, [rosa[0] ?? '', 'Tuesta Güere, Ana María', 'F', '', '', '', '', '']] })
    const { numbers, importId } = await api.imports.write({ file: second, target, decisions: yes })
    expect(numbers).toMatchObject({ created: 0, rejected: 1 })
    const { rows } = await api.imports.get({ id: importId, outcome: 'rejected' })
    expect(rows[0]?.reason).toBe('Documento ya registrado con otro nombre: «41229648». Coinciden: el mismo documento. En la base: QUISPE MAMANI, Rosa, 41229648.')
  })
})

describe('undoing an import', () => {
  test('takes back everything, whenever', async () => {
    const { app, api, file, target } = await openWith([header, rosa, oscar])
    const { importId } = await api.imports.write({ file, target })
    const { kept } = await api.imports.undo({ id: importId })
    expect(kept).toEqual([])
    expect((await api.people.list({})).total).toBe(0)
    expect((await api.organisations.list({})).total).toBe(0)
    expect((await api.imports.list({})).rows[0]).toMatchObject({ undone: true })
    await expect(api.imports.undo({ id: importId })).rejects.toThrow('Esta importación ya se deshizo.')
    const again = await api.imports.write({ file, target })
    expect(again.numbers).toMatchObject({ created: 2 })
    expect(app.bugs).toEqual([])
  })

  test('leaves what was edited since, and lists it', async () => {
    const { api, file, target } = await openWith([header, rosa, oscar])
    const { importId } = await api.imports.write({ file, target })
    const person = (await everybody(api)).find((one) => one.firstSurname === 'Castro')
    await api.people.update({ id: person?.id ?? '', fields: { phone: '999999999' } })
    const { kept } = await api.imports.undo({ id: importId })
    expect(kept.filter((one) => one.entity === 'people')).toEqual([{ entity: 'people', id: person?.id, field: '', name: 'CASTRO CABRERA, Óscar' }])
    expect((await everybody(api)).map((one) => one.firstSurname)).toEqual(['Castro'])
  })
})

test('a cancelled import leaves nothing', async () => {
  const app = await openApp()
  const rows = Array.from({ length: 1500 }, (_, at) => [String(40_000_000 + at), `Quispe Mamani, Rosa ${'ABCDEFGHIJ'[at % 10] ?? ''}${'KLMNOPQRST'[Math.floor(at / 10) % 10] ?? ''}${'UVWXYZABCD'[Math.floor(at / 100) % 10] ?? ''}`, 'F', '', 'SERVIR', '', '', ''])
  const file = await dropBook(app, 'lista.xlsx', { Hoja1: [header, ...rows] })
  const news = app.app.onNews((one) => {
    if (one.kind === 'progress' && one.progress.note === 'Escribiendo' && one.progress.done > 0) app.app.cancel(one.id)
  })
  await expect(app.api.imports.write({ file })).rejects.toMatchObject({ code: 'cancelled' })
  news()
  expect((await app.api.people.list({})).total).toBe(0)
  expect((await app.api.imports.list({})).total).toBe(0)
  expect((await app.api.imports.write({ file })).numbers.created).toBe(1500)
})

test('the rejected rows of a csv come back as a csv, in its own delimiter', async () => {
  const app = await openApp()
  const file = await dropBytes(app, 'lista.csv', 'DNI;Apellidos;Nombres\r\n123;Quispe;Rosa\r\n41229649;Castro;Óscar\r\n')
  const { importId, numbers } = await app.api.imports.write({ file })
  expect(numbers).toMatchObject({ created: 1, rejected: 1 })
  const bytes = await app.bytes(await app.api.imports.rejects({ importId }))
  expect(bytes.toString('utf8')).toBe('\uFEFFDNI;Apellidos;Nombres;Motivo\r\n123;Quispe;Rosa;Documento que no puede ser: «123». Le faltan cifras: un DNI tiene 8.\r\n')
})

test('the rejected rows of a workbook keep their cells as they came', async () => {
  const app = await openApp()
  const file = await dropBook(app, 'lista.xlsx', { Hoja1: [['Relación'], [], header, [1370008, ...rosa.slice(1)]] })
  const { importId } = await app.api.imports.write({ file })
  const book = new ExcelJS.Workbook()
  const rejects = await app.api.imports.rejects({ importId })
  await book.xlsx.readFile(app.path(rejects))
  const sheet = book.worksheets[0]
  expect(sheet?.getRow(1).values).toEqual([undefined, ...header, 'Motivo'])
  expect(sheet?.getRow(2).getCell(1).value).toBe(1370008)
  expect(sheet?.getRow(2).getCell(9).text).toMatch(/^Documento que perdió sus ceros: «1370008»/)
})
