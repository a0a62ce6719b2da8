import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bookBytes } from '../intake/hand-made.ts'
import { dropBytes } from '../support/dropped-files.ts'
import { aCourse, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { anEdition, dropBook, everybody, yes } from './imports-support.ts'

/** What the screen shows of a file that cannot be taken in, once it was seen that nothing else happened. */
async function refusedRoster(name: string, bytes: Uint8Array | string): Promise<string> {
  const opened = await openApp()
  await somePeople(opened.api, 2)
  const { editionId } = await aCourse(opened.api)
  const file = await dropBytes(opened, name, bytes)
  const before = { tables: await opened.tables(), files: await opened.written() }
  const target = { kind: 'groups' as const, editionId, by: 'one' as const }
  const answers = [await said(opened.api.imports.read({ file })), await said(opened.api.imports.write({ file, target }))]
  expect({ tables: await opened.tables(), files: await opened.written() }).toEqual(before)
  expect(opened.bugs).toEqual([])
  // The app goes on: the person chooses the right file.
  const good = await dropBytes(opened, 'buena.csv', 'DNI;Apellidos y nombres\n41229648;Quispe Mamani, Rosa\n')
  expect((await opened.api.imports.read({ file: good })).sheets[0]?.rows).toBe(1)
  expect(new Set(answers).size, answers.join('\n')).toBe(1)
  return answers[0] ?? ''
}

async function said(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(() => 'it was taken in', (thrown: unknown) => thrown)
  return error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : String(error)
}

const inline = (text: string | number): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`

/** An OLE container as far as its directory: one sector of entries, 128 bytes each, with those names ([MS-CFB] 2.6). */
function ole(...names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * names.length)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  names.forEach((name, at) => bytes.write(name, 512 + 128 * at, 'utf16le'))
  return bytes
}

describe('a roster that cannot be taken in is told in a sentence, and changes nothing', () => {
  test.each<[string, string, Uint8Array | string, string]>([
    [
      'a text renamed .xlsx', 'lista.xlsx', 'DNI;Apellidos y nombres\n41229648;Quispe Mamani, Rosa\n',
      '«lista.xlsx» se llama .xlsx pero por dentro es texto, no un libro de Excel. Cámbiele el nombre para que termine en .csv, o ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)». No se guardó ni se cambió nada.',
    ],
    [
      'an .xls of 2003', 'padrón.xls', ole('Root Entry', 'Workbook'),
      '«padrón.xls» es un libro de Excel antiguo (.xls, de 2003 o antes). Ábralo en Excel o LibreOffice y guárdelo como «Libro de Excel (.xlsx)». No se guardó ni se cambió nada.',
    ],
    [
      'a book with a password', 'reservado.xlsx', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
      '«reservado.xlsx» está protegido con contraseña. Ábralo en Excel con su clave, quítela en Archivo → Información → Proteger libro, y guárdelo de nuevo. No se guardó ni se cambió nada.',
    ],
    ['an empty sheet', 'vacía.xlsx', bookBytes({ data: '' }), '«vacía.xlsx» está vacío: ninguna de sus hojas tiene datos. No se guardó ni se cambió nada.'],
    [
      'a header without rows', 'encabezado.xlsx', bookBytes({ data: `<row r="4">${inline('DNI')}${inline('Apellidos y nombres')}</row>` }),
      '«encabezado.xlsx» solo tiene una fila escrita (hoja «Hoja1», fila 4): hay encabezado, pero ninguna persona debajo. No se guardó ni se cambió nada.',
    ],
    [
      'a zip bomb', 'bomba.xlsx', bookBytes({ data: `<row>${inline('DNI')}</row>${' '.repeat(12 * 1024 * 1024)}` }),
      '«bomba.xlsx» crece de manera anormal al abrirse (en «xl/worksheets/sheet1.xml»), como los archivos hechos para bloquear un equipo. No se abrió. Si es de confianza, ábralo en Excel, copie los datos a un libro nuevo y guárdelo. No se guardó ni se cambió nada.',
    ],
    [
      '300 columns', 'ancha.xlsx', bookBytes({ data: `<row>${Array.from({ length: 300 }, (_, at) => inline(`Columna ${at}`)).join('')}</row>`.repeat(2) }),
      'La hoja «Hoja1» de «ancha.xlsx» tiene datos hasta la celda IW1 y se aceptan 256 columnas. Borre las columnas que no sean de la relación. No se guardó ni se cambió nada.',
    ],
    [
      'a book cut short', 'cortada.xlsx', bookBytes({ data: `<row>${inline('DNI')}</row>`.repeat(50) }).subarray(0, 900),
      '«cortada.xlsx» está dañado o incompleto (en «zip»). Vuelva a copiarlo o a descargarlo; si Excel puede abrirlo, guárdelo de nuevo desde ahí. No se guardó ni se cambió nada.',
    ],
    [
      'quotes that never close', 'comillas.csv', 'DNI;Nombre\n41229648;"Rosa\n41229649;Óscar\n',
      'En «comillas.csv» hay unas comillas que se abren en la fila 2 y no se cierran, así que no se sabe dónde termina esa fila. Corríjala e intente de nuevo. No se guardó ni se cambió nada.',
    ],
    ['a picture', 'foto.xlsx', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), '«foto.xlsx» no es una hoja de cálculo: parece una imagen. Elija un archivo de Excel (.xlsx) o CSV. No se guardó ni se cambió nada.'],
  ])('%s', async (_what, name, bytes, sentence) => {
    expect(await refusedRoster(name, bytes)).toBe(`refused: ${sentence}`)
  })

  test('a list of things is shown, for its columns to be said by hand; as it is, it is not written', async () => {
    const opened = await openApp()
    const file = await dropBytes(opened, 'bienes.csv', 'Código;Bien;Cantidad\n1;Silla;4\n2;Mesa;1\n')
    const before = await opened.tables()
    expect((await opened.api.imports.read({ file })).sheets.map((sheet) => [sheet.chosen, sheet.rows])).toEqual([[false, 3]])
    const sentence = 'refused: «bienes.csv» no tiene ninguna lista de personas: no se halló una fila de encabezados con nombres o documentos. No se cambió nada.'
    expect([await said(opened.api.imports.review({ file })), await said(opened.api.imports.write({ file }))]).toEqual([sentence, sentence])
    expect(await opened.tables()).toEqual(before)
  })

  test('an .xls that another program really wrote', async ({ skip }) => {
    const opened = await openApp()
    const csv = join(opened.folder, 'lista.csv')
    await writeFile(csv, 'DNI,Nombre\n41229648,Rosa\n')
    const made = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${opened.folder}/lo`, '--convert-to', 'xls', '--outdir', opened.folder, csv])
    if (made.error !== undefined) skip('LibreOffice is not installed')
    const answer = await refusedRoster('lista.xls', await readFile(join(opened.folder, 'lista.xls')))
    expect(answer).toMatch(/^refused: «lista\.xls» es un libro de Excel antiguo/)
  })
})

describe('a roster that can be read in part is read, and says so', () => {
  test('lines in two encodings are read each in its own, with a note', async () => {
    const opened = await openApp()
    const bytes = Buffer.concat([Buffer.from('DNI;Apellidos y nombres\n41229648;Ñahui Peña, José\n', 'utf8'), Buffer.from('41229649;Muñoz Ibáñez, María\n', 'latin1')])
    const file = await dropBytes(opened, 'mezcla.csv', bytes)
    const read = await opened.api.imports.read({ file })
    expect(read.sheets[0]?.notes).toEqual(['Una línea está en otra codificación que el resto: se leyó con la suya.'])
    await opened.api.imports.write({ file, target: { kind: 'people' }, decisions: yes })
    expect(names(await everybody(opened.api))).toEqual(['María Muñoz Ibáñez', 'José Ñahui Peña'])
  })

  test('a formula where a name should be stays out with its reason, and is never kept nor run', async () => {
    const opened = await openApp()
    const editionId = await anEdition(opened.api)
    const file = await dropBook(opened, 'fórmulas.xlsx', {
      Hoja1: [
        ['DNI', 'Apellidos y nombres'],
        ['41229648', '=HYPERLINK("http://example.pe","Quispe")'],
        ['41229649', '@SUM(1+1)*cmd|calc'],
        ['41229650', { formula: '1/0' }],
        ['41229651', { formula: 'CONCATENATE("Rojas"," Díaz, Luz")', result: 'Rojas Díaz, Luz' }],
      ],
    })
    const target = { kind: 'groups' as const, editionId, by: 'one' as const }
    const review = await opened.api.imports.review({ file, target })
    expect(review.rejected.map((row) => [row.row, row.reason])).toEqual([
      [2, 'Una fórmula en lugar del nombre: «=HYPERLINK("http://example.pe","Quispe")». Empieza como una fórmula.'],
      [3, 'Una fórmula en lugar del nombre: «@SUM(1+1)*cmd|calc». Empieza como una fórmula.'],
      [4, 'Filas sin nombre.'],
    ])
    const written = await opened.api.imports.write({ file, target, decisions: yes })
    expect(written.numbers).toMatchObject({ read: 4, created: 1, rejected: 3 })
    expect(names(await everybody(opened.api))).toEqual(['Luz Rojas Díaz'])
  })
})

const names = (people: Awaited<ReturnType<typeof everybody>>): string[] => people.map((one) => `${one.givenNames} ${[one.firstSurname, one.secondSurname].filter(Boolean).join(' ')}`)

