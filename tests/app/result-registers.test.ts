import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { anOrganisation, aPerson } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { dropBook } from './imports-support.ts'

type Api = OpenApp['api']
type Field = Parameters<Api['resultRegisters']['create']>[0]['fields'][number]
type RowFields = Parameters<Api['resultRegisters']['saveRow']>[0]['fields']

const samples = join(import.meta.dirname, '../../samples/programas')

const field = (id: string, label: string, kind: Field['kind'], rest: Partial<Field> = {}): Field => ({ id, label, kind, options: [], isRequired: false, ...rest })
const people = field('pueblo', 'Pueblo indígena', 'choice', { options: ['Awajún', 'Wampis', 'Kukama Kukamiria', 'Urarina', 'Chapra'], isRequired: true })
const section = field('tramo', 'Tramo del oleoducto', 'choice', { options: ['Tramo I', 'Tramo II', 'Ramal Norte'], isRequired: true })
const accredited: Field[] = [people, section, field('autoridad', 'Autoridad acreditada', 'text'), field('resolucion', 'Documento', 'text', { isRequired: true }), field('familias', 'Familias', 'number'), field('saneada', 'Saneamiento legal concluido', 'yesno')]

const aRegister = (api: Api, fields: Field[], name = 'Comunidades acreditadas', rowName = 'comunidad acreditada') => api.resultRegisters.create({ name, rowName, description: null, fields })
const aRow = (fields: Partial<RowFields> = {}): RowFields => ({ title: 'Comunidad nativa Nuevo Amanecer (ejemplo)', on: '2025-03-04', districtCode: null, agreementId: null, editionId: null, values: {}, note: null, ...fields })

describe('the fields of a register', () => {
  it('are told apart, and what rows stand on neither goes nor changes its kind', async () => {
    const opened = await openApp()
    const { api } = opened
    await expect(aRegister(api, [field('a', 'Familias', 'number'), field('b', 'FAMILIAS', 'text')])).rejects.toThrow('dos campos llamados')
    await expect(aRegister(api, [field('a', 'Estado', 'choice', { options: ['Vigente'] })])).rejects.toThrow('al menos dos opciones')
    await expect(aRegister(api, [field('a', 'Distrito', 'text')])).rejects.toThrow('Todo registro tiene ya')
    const { id } = await aRegister(api, [section, field('familias', 'Familias', 'number'), field('acta', 'Acta', 'text')])
    await expect(aRegister(api, [], 'comunidades ACREDITADAS')).rejects.toThrow('Ya hay un registro')
    await api.resultRegisters.saveRow({ registerId: id, id: null, fields: aRow({ values: { tramo: 'Tramo II', familias: 40 } }) })
    const change = (fields: Field[]) => api.resultRegisters.update({ id, fields: { fields } })
    await expect(change([section, field('acta', 'Acta', 'text')])).rejects.toThrow('«Familias» no se puede quitar: una fila')
    await expect(change([section, field('familias', 'Familias', 'text'), field('acta', 'Acta', 'text')])).rejects.toThrow('otra clase')
    await expect(change([{ ...section, options: ['Tramo I', 'Ramal Norte'] }, field('familias', 'Familias', 'number')])).rejects.toThrow('«Tramo II»')
    await expect(change([section, field('familias', 'Familias', 'number'), field('acta', 'Acta', 'text', { isRequired: true })])).rejects.toThrow('en blanco')
    // What nobody used may go; a label may change; an option may come.
    const { act } = await change([{ ...section, label: 'Tramo', options: ['Tramo II', 'Tramo III'] }, field('familias', 'N.º de familias', 'number'), field('aporte', 'Aporte', 'money')])
    await api.resultRegisters.saveRow({ registerId: id, id: null, fields: aRow({ title: 'Otra (ejemplo)', values: { tramo: 'Tramo III', aporte: 150_050 } }) })
    await expect(api.history.undo({ act })).rejects.toThrow('No se deshizo')
    await expect(api.resultRegisters.remove({ id })).rejects.toThrow('tiene 2 filas')
    expect(opened.bugs).toEqual([])
  })

  it('refuse values of another kind by their label, and rows keep only what was written', async () => {
    const opened = await openApp()
    const { api } = opened
    const { id } = await aRegister(api, [section, field('familias', 'Familias', 'number'), field('vence', 'Vence', 'date'), field('acta', 'Acta', 'text')])
    const save = (values: RowFields['values'], rest: Partial<RowFields> = {}) => api.resultRegisters.saveRow({ registerId: id, id: null, fields: aRow({ values, ...rest }) })
    await expect(save({})).rejects.toThrow('Falta «Tramo del oleoducto»')
    await expect(save({ tramo: 'Tramo 9' })).rejects.toThrow('una de sus opciones: Tramo I, Tramo II, Ramal Norte')
    await expect(save({ tramo: 'Tramo I', familias: 'cuarenta' })).rejects.toThrow('«Familias» debe ser un número')
    await expect(save({ tramo: 'Tramo I', vence: '2026-02-30' })).rejects.toThrow('debe ser una fecha')
    await expect(save({ tramo: 'Tramo I', otra: 1 })).rejects.toThrow('ya no existe')
    await expect(save({ tramo: 'Tramo I' }, { on: '2026-11-23' })).rejects.toThrow('aún no llega')
    const organisation = await api.organisations.create(anOrganisation({ name: 'Comunidad nativa Kusu (ejemplo)', kind: 'comunidad-nativa' }))
    const person = await api.people.create(aPerson({ firstSurname: 'TSAMAJAIN' }))
    const links = [{ personId: null, organisationId: organisation.id }, { personId: person.id, organisationId: null }]
    const saved = await api.resultRegisters.saveRow({ registerId: id, id: null, fields: aRow({ values: { tramo: 'Tramo I', familias: null, acta: '  ' }, districtCode: '160703' }), links })
    const row = await api.resultRegisters.row({ id: saved.id })
    expect(row).toMatchObject({ values: { tramo: 'Tramo I' }, districtName: 'Manseriche, Datem del Marañón, Loreto', links: [{ name: 'Comunidad nativa Kusu (ejemplo)' }, { name: 'TSAMAJAIN, Ana' }], attachments: 0 })
    expect(Object.keys(row.values)).toEqual(['tramo'])
    for (const search of ['amanecer', 'tramo', 'kusu', 'tsamajain']) expect((await api.resultRegisters.rows({ registerId: id, search })).total).toBe(1)
    expect((await api.resultRegisters.rows({ registerId: id, from: '2025-03-05' })).total).toBe(0)
    const removed = await api.resultRegisters.removeRow({ id: saved.id })
    await api.history.undo({ act: removed.act })
    expect((await api.resultRegisters.row({ id: saved.id })).links).toHaveLength(2)
    expect(opened.bugs).toEqual([])
  })
})

describe('a sheet of rows', () => {
  it('brings the 13 accredited communities and the 39 agreements once, and goes out as sheet and paper', async () => {
    const opened = await openApp()
    const { api, drop, bytes } = opened
    const { id } = await aRegister(api, accredited)
    const file = await drop(join(samples, 'acreditaciones.csv'))
    expect(await api.resultRegisters.readSheet({ file, registerId: id })).toMatchObject({ rows: 13, ready: 13, alreadyThere: 0, problems: [], notes: [] })
    expect((await api.resultRegisters.rows({ registerId: id })).total).toBe(0)
    const done = await api.resultRegisters.importSheet({ file, registerId: id })
    expect(done).toMatchObject({ created: 13, alreadyThere: 0, rejected: 0 })
    expect(await api.resultRegisters.importSheet({ file, registerId: id })).toMatchObject({ created: 0, alreadyThere: 13, rejected: 0 })
    const { rows } = await api.resultRegisters.rows({ registerId: id, limit: 500 })
    expect(rows.reduce((sum, row) => sum + Number(row.values['familias']), 0)).toBe(Array.from({ length: 13 }, (_, n) => 24 + ((n * 17) % 70)).reduce((sum, n) => sum + n, 0))
    expect(rows.filter((row) => row.values['saneada'] === false)).toHaveLength(3)
    expect(rows.every((row) => row.districtCode !== null)).toBe(true)

    const agreements = await aRegister(api, [section, field('estado', 'Estado', 'choice', { options: ['Vigente', 'Cumplido', 'Vencido'], isRequired: true }), field('vence', 'Vence', 'date'), field('aporte', 'Aporte comprometido', 'money'), field('temas', 'Temas', 'text')], 'Acuerdos de convivencia', 'acuerdo de convivencia')
    expect(await api.resultRegisters.importSheet({ file: await drop(join(samples, 'acuerdos.csv')), registerId: agreements.id })).toMatchObject({ created: 39, rejected: 0 })
    expect((await api.resultRegisters.rows({ registerId: agreements.id, search: 'cumplido' })).total).toBe(13)
    const [latest] = (await api.resultRegisters.rows({ registerId: agreements.id, search: 'Acuerdo 01-2025' })).rows
    expect(latest).toMatchObject({ on: '2025-01-02', values: { estado: 'Cumplido', vence: '2025-12-31', aporte: 800_000 } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytes(await api.resultRegisters.report({ registerId: agreements.id, format: 'xlsx' }))) as never)
    expect(book.worksheets[0]?.getColumn(2).values.filter((value) => typeof value === 'string' && value.startsWith('Acuerdo ') && value.includes('(ejemplo)'))).toHaveLength(39)
    expect((await bytes(await api.resultRegisters.report({ registerId: id, format: 'pdf' }))).subarray(0, 5).toString()).toBe('%PDF-')
    await api.history.undo({ act: done.act })
    expect((await api.resultRegisters.rows({ registerId: id })).total).toBe(0)
    expect(opened.bugs).toEqual([])
  })

  it('tells what is wrong in each row, writes the others, and takes its own empty sheet without the example', async () => {
    const opened = await openApp()
    const { api } = opened
    await api.organisations.create(anOrganisation({ name: 'Comunidad nativa Kusu (ejemplo)', kind: 'comunidad-nativa', ruc: '20131312955' }))
    await api.people.create(aPerson({ documentType: '01', documentNumber: '01234567' }))
    const { id } = await aRegister(api, [section, field('familias', 'Familias', 'number'), field('vence', 'Vence', 'date'), field('aporte', 'Aporte', 'money'), field('acta', 'Con acta', 'yesno')])
    const file = await dropBook(opened, 'comunidades.xlsx', {
      Hoja1: [
        ['Comunidades acreditadas 2025'],
        ['COMUNIDAD ACREDITADA', 'Fecha *', 'Ubigeo', 'Tramo del Oleoducto', 'familias', 'Vence', 'Aporte', 'con acta', 'Organizaciones', 'DNI', 'Color'],
        ['Kusu', new Date(Date.UTC(2025, 2, 4)), '160703', 'TRAMO II', '1,250', '31/12/2026', 'S/ 1 500,50', 'x', '20131312955', 1234567, 'azul'],
        ['Sin fecha', null, '', 'Tramo I'],
        ['Sin tramo', '05/03/2025'],
        ['Malas', '06/03/2025', 'Santa Rosa', 'Tramo 7', 'muchas', '31/02/2026', 'mil', 'quizá', 'Nadie', '99999999'],
        ['Futura', '01/01/2027', '', 'Tramo I'],
        ['KUSU', '04/03/2025', '', 'Tramo I'],
      ],
    })
    const read = await api.resultRegisters.readSheet({ file, registerId: id })
    expect([read.rows, read.ready, read.alreadyThere]).toEqual([6, 1, 0])
    expect(read.columns.find((one) => one.label === 'Color')?.field).toBeNull()
    expect(read.columns.find((one) => one.label === 'con acta')?.field).toBe('Con acta')
    expect(Map.groupBy(read.problems, (one) => one.row).get(6)?.map((one) => one.sentence)).toEqual([
      '«Tramo del oleoducto» dice «Tramo 7»; debe ser una de sus opciones: Tramo I, Tramo II, Ramal Norte.',
      '«Familias» dice «muchas»; debe ser un número.',
      '«Vence» dice «31/02/2026»; debe ser una fecha.',
      '«Aporte» dice «mil»; debe ser un monto en soles, con dos decimales a lo más.',
      '«Con acta» dice «quizá»; debe ser sí o no.',
      expect.stringContaining('Hay varios distritos llamados «Santa Rosa»'),
      '«Nadie» no está entre las entidades. Regístrela antes o deje la celda en blanco.',
      'No hay una persona con «99999999». Escriba su número de documento como está en el registro.',
    ])
    expect(read.problems.filter((one) => one.row !== 6).map((one) => [one.row, one.sentence])).toEqual([
      [4, 'Falta la fecha.'],
      [5, 'Falta «Tramo del oleoducto», que es obligatorio.'],
      [7, 'El 01/01/2027 aún no llega.'],
      [8, 'Es igual a la fila 3: mismo título y misma fecha.'],
    ])
    expect(await api.resultRegisters.importSheet({ file, registerId: id })).toMatchObject({ created: 1, alreadyThere: 0, rejected: 5 })
    expect((await api.resultRegisters.rows({ registerId: id })).rows[0]).toMatchObject({ title: 'Kusu', on: '2025-03-04', values: { tramo: 'Tramo II', familias: 1250, vence: '2026-12-31', aporte: 150_050, acta: true }, links: [{ name: 'Comunidad nativa Kusu (ejemplo)' }, { name: 'QUISPE, Ana' }] })
    const template = await api.resultRegisters.sheetTemplate({ registerId: id })
    expect(await api.resultRegisters.readSheet({ file: template, registerId: id })).toMatchObject({ rows: 0, ready: 0, problems: [], notes: [] })
    const strange = await dropBook(opened, 'otra.xlsx', { Hoja1: [['Apellidos', 'Nombres'], ['Quispe', 'Ana']] })
    await expect(api.resultRegisters.readSheet({ file: strange, registerId: id })).rejects.toThrow('«Comunidad acreditada» y «Fecha»')
    expect(opened.bugs).toEqual([])
  })
})
