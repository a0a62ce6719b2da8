import { describe, expect, test } from 'vitest'
import { dropBytes } from '../support/dropped-files.ts'
import { openApp } from '../support/open-app.ts'
import { anEdition, dropBook, everybody, yes } from './imports-support.ts'

/** Rosters that nobody prepared the app for. */
describe('a roster not seen before', () => {
  test('with English headings, in another order, and a passport', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'participants.xlsx', {
      Participants: [
        ['LIST OF PARTICIPANTS'],
        ['#', 'E-mail', 'First name', 'Last name', 'Document type', 'ID number', 'Issuing country', 'Gender', 'Date of birth', 'Organization', 'Job title'],
        [1, 'rosa@example.pe', 'Rosa', 'Quispe Mamani', 'DNI', 41229648, '', 'Female', new Date(Date.UTC(1980, 2, 14)), 'SERVIR', 'Analyst'],
        [2, 'min@example.kr', 'Min Soo', 'Kim', 'Passport', 'M12345678', 'Corea', 'Male', new Date(Date.UTC(1975, 8, 2)), 'KOICA', 'Director'],
        ['Total: 2'],
      ],
    })
    const { numbers } = await app.api.imports.write({ file })
    expect(numbers).toMatchObject({ read: 2, created: 2, rejected: 0 })
    const people = await everybody(app.api)
    expect(people.find((person) => person.firstSurname === 'Kim')).toMatchObject({ documentType: '07', documentNumber: 'M12345678', secondSurname: null, givenNames: 'Min Soo', sex: 'M' })
    const rosa = await app.api.people.get({ id: people.find((person) => person.firstSurname === 'Quispe')?.id ?? '' })
    expect(rosa.person).toMatchObject({ birthDate: '1980-03-14', email: 'rosa@example.pe', sex: 'F' })
  })

  test('with given names first and no comma, particles kept together', async () => {
    const app = await openApp()
    const file = await dropBytes(app, 'lista.csv', 'Nombres y apellidos,DNI\nMaría de los Ángeles Chuquihuanca Zúñiga,41229640\nJuan Carlos De La Cruz Quispe,41229641\nRosa San Martín Del Águila,41229642\n')
    const review = await app.api.imports.review({ file })
    expect(review.numbers).toMatchObject({ read: 3, created: 3 })
    await app.api.imports.write({ file })
    expect((await everybody(app.api)).map((person) => [person.firstSurname, person.secondSurname, person.givenNames])).toEqual([
      ['Chuquihuanca', 'Zúñiga', 'María de los Ángeles'],
      ['De La Cruz', 'Quispe', 'Juan Carlos'],
      ['San Martín', 'Del Águila', 'Rosa'],
    ])
  })

  test('with two rows of headings under joined titles', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'dos-filas.xlsx', {
      Lista: [
        ['MUNICIPALIDAD PROVINCIAL DE CAJAMARCA'],
        ['N°', 'DNI', 'APELLIDOS', null, 'NOMBRES', 'SEXO'],
        [null, null, 'PATERNO', 'MATERNO', null, null],
        [1, 41229648, 'QUISPE', 'MAMANI', 'ROSA', 'F'],
        [2, 41229649, 'CASTRO', null, 'ÓSCAR', 'M'],
      ],
    })
    await app.api.imports.write({ file })
    expect((await everybody(app.api)).map((person) => [person.firstSurname, person.secondSurname, person.givenNames])).toEqual([['CASTRO', null, 'ÓSCAR'], ['QUISPE', 'MAMANI', 'ROSA']])
  })

  test('as text with tabs, and in UTF-16', async () => {
    const text = 'DNI\tApellidos\tNombres\r\n41229648\tÑahui Güere\tInés\r\n'
    for (const [name, bytes] of [['tabs.tsv', Buffer.from(text, 'utf8')], ['utf16.csv', Buffer.from(`\uFEFF${text}`, 'utf16le')]] as const) {
      const app = await openApp()
      await app.api.imports.write({ file: await dropBytes(app, name, bytes) })
      expect((await everybody(app.api)).map((person) => person.firstSurname)).toEqual(['Ñahui'])
    }
  })

  test('with documents of every shape', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'documentos.xlsx', {
      Hoja1: [
        ['Documento', 'Apellidos', 'Nombres'],
        ['17801146-0', 'Con', 'Guion'],
        ['10412296481', 'Con', 'Ruc'],
        ['20131257750', 'Con', 'Entidad'],
        ['41.229.650', 'Con', 'Puntos'],
        ["'41229651", 'Con', 'Apóstrofo'],
        ['DNI N° 41229652', 'Con', 'Prefijo'],
        ['S/D', 'Sin', 'Documento'],
        ['4122965', 'Sin', 'Cero'],
        ['ABC', 'Sin', 'Sentido'],
        [41229653.5, 'Con', 'Fracción'],
      ],
    })
    const careful = await app.api.imports.review({ file })
    const reasons = Object.fromEntries(careful.rejected.map((row) => [row.name.split(', ')[1], row.reason]))
    expect(Object.keys(reasons)).toEqual(expect.arrayContaining(['Entidad', 'Cero', 'Sentido', 'Fracción']))
    expect(careful.numbers.read).toBe(10)
    expect(careful.causes.find((cause) => cause.cause === 'document-check-digit')?.rows[0]).toMatchObject({ before: '17801146-0', after: '17801146' })
    await app.api.imports.write({ file, decisions: yes })
    const byName = new Map((await everybody(app.api)).map((person) => [person.givenNames, person.documentNumber]))
    expect([byName.get('Guion'), byName.get('Puntos'), byName.get('Apóstrofo'), byName.get('Prefijo'), byName.get('Documento'), byName.get('Cero')]).toEqual(['17801146', '41229650', '41229651', '41229652', null, '04122965'])
    expect(app.bugs).toEqual([])
  })

  test('with the RUC of persons, whose DNI is proposed', async () => {
    const app = await openApp()
    const ruc = rucOf('41229648')
    const file = await dropBook(app, 'ruc.xlsx', { Hoja1: [['DNI', 'Apellidos', 'Nombres'], [ruc, 'Quispe', 'Rosa'], [Number(rucOf('41229649')), 'Castro', 'Óscar']] })
    const review = await app.api.imports.review({ file })
    expect(review.causes.find((cause) => cause.cause === 'document-ruc-person')).toMatchObject({ count: 2, severity: 'proposed', rejected: 2 })
    await app.api.imports.write({ file, decisions: yes })
    expect((await everybody(app.api)).map((person) => person.documentNumber)).toEqual(['41229649', '41229648'])
  })

  test('with one person in two sheets, and with three namesakes', async () => {
    const app = await openApp()
    const editionId = await anEdition(app.api)
    const header = ['DNI', 'Apellidos y nombres', 'Fecha de nacimiento']
    const file = await dropBook(app, 'hojas.xlsx', {
      Lima: [header, ['41229648', 'Quispe Mamani, Rosa', '14/03/1980'], ['41229641', 'Torres Huamán, José Luis', '01/01/1990'], ['41229642', 'Torres Huamán, José Luis', '02/02/1991']],
      Cusco: [header, ['41229648', 'ROSA QUISPE MAMANI', '14/03/1980'], ['41229643', 'TORRES HUAMAN, JOSE LUIS', '03/03/1992']],
    })
    const { numbers } = await app.api.imports.write({ file, target: { kind: 'groups', editionId, by: 'sheet' } })
    expect(numbers).toMatchObject({ read: 5, created: 4, skipped: 1, rejected: 0, enrolled: 4 })
  })

  test('with dates written in every way', async () => {
    const app = await openApp()
    const header = ['DNI', 'Apellidos', 'Nombres', 'Fecha de nacimiento']
    const dates = ['14/03/1980', '14-3-1980', '14.03.80', '1980-03-14', '14 de marzo de 1980', '31/02/1980', '2030-01-01', 29_294]
    const file = await dropBook(app, 'fechas.xlsx', { Hoja1: [header, ...dates.map((date, at) => [`4122964${at}`, `Quispe ${'ABCDEFGH'[at] ?? ''}ar`, 'Rosa', date])] })
    const review = await app.api.imports.review({ file })
    const told = Object.fromEntries(review.causes.map((cause) => [cause.cause, cause.rows.map((row) => [row.before, row.after])]))
    expect(told['date-impossible']).toEqual([['31/02/1980', '']])
    expect(told['date-short-year']).toEqual([['14.03.80', '14/03/1980']])
    expect(told['date-serial']).toEqual([['29294', '14/03/1980']])
    expect(told['birth-unlikely']).toEqual([['01/01/2030', '']])
    expect(told['date-read']?.map(([before]) => before)).toEqual(['14-3-1980', '1980-03-14', '14 de marzo de 1980', '2030-01-01'])
    await app.api.imports.write({ file, decisions: yes })
    const births = await Promise.all((await everybody(app.api)).map(async (person) => (await app.api.people.get({ id: person.id })).person.birthDate))
    expect(births).toEqual(['1980-03-14', '1980-03-14', '1980-03-14', '1980-03-14', '1980-03-14', null, null, '1980-03-14'])
  })

  test('with names that are none', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'nombres.xlsx', {
      Hoja1: [
        ['DNI', 'Apellidos', 'Nombres'],
        ['41229640', 'Quispe', '=cmd|calc'],
        ['41229641', 'Quispe', 'R0sa'],
        ['41229642', '', ''],
        ['41229643', 'Quispe', ''],
        ['41229644', 'NÃºÃ±ez', 'Rosa'],
        ['41229645', `${'Larguísimo'.repeat(6)}`, 'Rosa'],
        ['41229646', { formula: 'A1', result: 'Castro' }, 'Óscar'],
      ],
    })
    const review = await app.api.imports.review({ file })
    expect(review.numbers).toMatchObject({ read: 7, created: 1, rejected: 6 })
    expect(review.rejected.map((row) => row.reason)).toEqual([
      'Una fórmula en lugar del nombre: «=cmd|calc». Empieza como una fórmula.',
      'Nombre con cifras o signos: «R0sa». Tiene cifras.',
      'Filas sin nombre.',
      'Nombre de una sola palabra: «Quispe».',
      'Nombre con cifras o signos: «NÃºÃ±ez». Tiene letras dañadas: revise la codificación del archivo.',
      expect.stringMatching(/^Nombre demasiado largo: «Larguísimo/),
    ])
  })

  test('with e-mails and telephones to mend', async () => {
    const app = await openApp()
    const file = await dropBook(app, 'contacto.xlsx', {
      Hoja1: [
        ['DNI', 'Apellidos', 'Nombres', 'Correo', 'Celular'],
        ['41229640', 'A', 'Rosa', 'Rosa <ROSA@example.pe>', '+51 944 023 214'],
        ['41229641', 'B', 'Rosa', 'rosa@gmail,com', '944-023-215'],
        ['41229642', 'C', 'Rosa', 'no tiene', 'sin telefono'],
        ['41229643', 'D', 'Rosa', 'rosa en gmail', '12'],
      ],
    })
    const review = await app.api.imports.review({ file })
    const told = (cause: string) => review.causes.find((one) => one.cause === cause)?.rows.map((row) => [row.before, row.after])
    expect(told('email-tidied')).toEqual([['Rosa <ROSA@example.pe>', 'rosa@example.pe']])
    expect(told('email-repaired')).toEqual([['rosa@gmail,com', 'rosa@gmail.com']])
    expect(told('email-bad')).toEqual([['rosa en gmail', '']])
    expect(told('phone-tidied')).toEqual([['+51 944 023 214', '944023214'], ['944-023-215', '944023215']])
    expect(told('phone-odd')).toEqual([['12', '12']])
  })

  test('with rows of a group left blank', async () => {
    const app = await openApp()
    const editionId = await anEdition(app.api)
    const file = await dropBook(app, 'sedes.xlsx', { Hoja1: [['Sede', 'DNI', 'Apellidos', 'Nombres'], ['LIMA', '41229640', 'Quispe', 'Rosa'], ['', '41229641', 'Castro', 'Óscar'], ['Lima ', '41229642', 'Begazo', 'Ana']] })
    const target = { kind: 'groups' as const, editionId, by: 'column' as const }
    const review = await app.api.imports.review({ file, target })
    expect(review.groups).toEqual([{ key: 'LIMA', name: 'Lima', cohortId: null, people: 2 }])
    expect(review.rejected.map((row) => row.reason)).toEqual(['Fila sin grupo.'])
    const { numbers } = await app.api.imports.write({ file, target, decisions: { edits: [{ sheet: 'Hoja1', row: 3, field: 'group', value: 'lima' }] } })
    expect(numbers).toMatchObject({ created: 3, enrolled: 3, newGroups: 1 })
  })

  test('that is the attendance of a video meeting is told from a roster', async () => {
    const app = await openApp()
    const file = await dropBytes(app, 'zoom.csv', 'Meeting ID,Topic\n987,Día 12\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"Inés Vilca",,10/12/2020 08:58:00 AM,10/12/2020 09:53:00 AM,55,No\n')
    await expect(app.api.imports.read({ file })).rejects.toThrow(/asistencia de una reunión virtual/)
  })
})

describe('a file that cannot be imported says so', () => {
  test.each([
    ['vacio.csv', '', /está vacío/],
    ['encabezado.csv', 'DNI;Apellidos;Nombres\n', /ninguna persona/],
    ['sin-lista.csv', 'precio;cantidad\n12;3\n15;4\n', /no tiene ninguna lista de personas/],
    ['texto.xlsx', 'DNI;Apellidos\n41229648;Quispe\n', /por dentro es texto/],
  ])('%s', async (name, bytes, sentence) => {
    const app = await openApp()
    const file = await dropBytes(app, name, bytes)
    await expect(app.api.imports.write({ file })).rejects.toThrow(sentence)
    expect(app.bugs).toEqual([])
    expect((await app.api.people.list({})).total).toBe(0)
  })

  test('in English too', async () => {
    const app = await openApp({ session: { language: 'en' } })
    const file = await dropBytes(app, 'sin-lista.csv', 'precio;cantidad\n12;3\n15;4\n')
    await expect(app.api.imports.write({ file })).rejects.toThrow(/has no list of people/)
  })
})

/** The RUC of a natural person: 10, the DNI, and SUNAT's check digit. */
function rucOf(dni: string): string {
  const digits = `10${dni}`
  const sum = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return `${digits}${(11 - (sum % 11)) % 10}`
}
