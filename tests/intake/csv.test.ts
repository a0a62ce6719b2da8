import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BYTE_ENCODINGS, decodeBytes, type ByteEncoding } from '../../src/main/intake/csv/byte-encodings.ts'
import { decodeText } from '../../src/main/intake/csv/encoding.ts'
import { mendedQuotes } from '../../src/main/intake/csv/quotes.ts'
import { readCsv } from '../../src/main/intake/csv/read-csv.ts'
import { LIMITS } from '../../src/main/intake/table.ts'
import { csvLine } from '../../src/shared/domain/csv.ts'
import { readBytes } from './hand-made.ts'

/** The bytes of a text in an encoding of one byte a letter. */
function encoded(text: string, encoding: ByteEncoding): Buffer {
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [decodeBytes(Buffer.from([byte]), encoding), byte]))
  return Buffer.from(Array.from(text, (letter) => letters.get(letter) ?? 63))
}

const NAMES = 'DNI;Apellidos;Nombres;Distrito\r\n01234567;ÑAUPARI GÜERE;José María;Ñuñoa\r\n07654321;Núñez Peña;MARÍA BELÉN;Santa María de Nieva\r\n'
const ROWS = [['DNI', 'Apellidos', 'Nombres', 'Distrito'], ['01234567', 'ÑAUPARI GÜERE', 'José María', 'Ñuñoa'], ['07654321', 'Núñez Peña', 'MARÍA BELÉN', 'Santa María de Nieva']]

async function rowsOf(text: string | Buffer, name = 'lista.csv') {
  const book = await readBytes(name, text)
  return { delimiter: book.delimiter, rows: book.sheets[0]?.rows, firstRow: book.sheets[0]?.firstRow }
}

describe('the encoding of a text', () => {
  test.each<[string, Buffer]>([
    ['utf-8', Buffer.from(NAMES)],
    ['utf-8', Buffer.from(`\ufeff${NAMES}`)],
    ['utf-16le', Buffer.from(`\ufeff${NAMES}`, 'utf16le')],
    ['utf-16le', Buffer.from(NAMES, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${NAMES}`, 'utf16le').swap16()],
    ['windows-1252', encoded(NAMES, 'windows-1252')],
    ['cp850', encoded(NAMES, 'cp850')],
    ['macintosh', encoded(NAMES, 'macintosh')],
  ])('is %s', async (encoding, bytes) => {
    const book = await readBytes('lista.csv', bytes)
    expect([book.encoding, book.alternatives.encodings[0], book.sheets[0]?.rows]).toEqual([encoding, encoding, ROWS])
  })

  test.each(['PEÑA', 'Peña', 'José', 'JOSÉ', 'Ángel Ríos', 'ÓSCAR', 'N°', 'Verónica', 'RAÚL', 'Güere', 'ÁÉÍÓÚÑ', 'Muñoz Ibáñez', 'NUÑEZ'])('is told by one word: %s', (word) => {
    for (const encoding of BYTE_ENCODINGS) {
      const { text } = decodeText(encoded(`Nombre;x\n${word};y\n`, encoding), undefined)
      expect([encoding, text]).toEqual([encoding, `Nombre;x\n${word};y\n`])
    }
  })

  test('may be chosen by hand', async () => {
    const book = await readBytes('lista.csv', encoded(NAMES, 'cp850'), { encoding: 'windows-1252' })
    expect([book.encoding, book.sheets[0]?.rows[1]?.[1]]).toEqual(['windows-1252', '¥AUPARI GšERE'])
  })

  test('may change from line to line: each is read in its own, and the strangers are noted by row', async () => {
    const bytes = Buffer.concat([
      Buffer.from('DNI;Nombre\r\n1;Peña\r\n2;"Ríos\nAna"\r\n'), encoded('3;Ibáñez Núñez\r\n', 'windows-1252'),
      encoded('4;MARÍA ÑAHUI\r\n', 'cp850'), Buffer.from('5;Ẽta Güere\r\n'),
    ])
    const book = await readBytes('pegado.csv', bytes)
    expect(book.encoding).toBe('mixed')
    expect(book.sheets[0]?.rows).toEqual([['DNI', 'Nombre'], ['1', 'Peña'], ['2', 'Ríos\nAna'], ['3', 'Ibáñez Núñez'], ['4', 'MARÍA ÑAHUI'], ['5', 'Ẽta Güere']])
    expect(book.sheets[0]?.notes.map((note) => [note.kind, note.row])).toEqual([['encoding', 4], ['encoding', 5]])
    const chosen = await readBytes('pegado.csv', bytes, { encoding: 'cp850' })
    expect(chosen.alternatives.encodings.slice(0, 2)).toEqual(['cp850', 'mixed'])
    expect((await readBytes('lista.csv', NAMES, { encoding: 'mixed' })).encoding).toBe('utf-8')
  })
})

describe('the delimiter of a text', () => {
  test.each([
    [';', 'a;b;c\n12,5;13,0;x\n1,5;2,25;y\n', ['12,5', '13,0', 'x']],
    [',', 'nombre,institucion\nAna,"Universidad, Lima"\nLuz,"Gobierno, Cusco"\n', ['Ana', 'Universidad, Lima']],
    ['\t', 'a\tb\nuno, dos\t3\ncuatro, cinco\t6\n', ['uno, dos', '3']],
    ['|', 'a|b|c\n1|2|3\n4|5|6\n', ['1', '2', '3']],
    [';', 'DNI;Apellidos y nombres\n1;RÍOS PEÑA, ANA\n2;SOTO RUIZ, LUZ\n', ['1', 'RÍOS PEÑA, ANA']],
    [',', 'dni,nombre,nota\n01,Ana,"12,5"\n02,Luz,"13,25"\n', ['01', 'Ana', '12,5']],
    [',', 'dni,cantidad\n12345678,15\n23456789,16\n', ['12345678', '15']],
  ])('is %j', async (delimiter, text, second) => {
    const read = await rowsOf(text)
    expect([read.delimiter, read.rows?.[1]]).toEqual([delimiter, second])
  })

  test('is none in a single column of "surnames, names"', async () => {
    expect(await rowsOf('Apellidos y nombres\nRÍOS PEÑA, ANA\nSOTO RUIZ, LUZ\n')).toEqual({
      delimiter: null, firstRow: 1, rows: [['Apellidos y nombres'], ['RÍOS PEÑA, ANA'], ['SOTO RUIZ, LUZ']],
    })
  })

  test('is found below a title, and may be chosen by hand', async () => {
    expect((await rowsOf('RELACIÓN DE PARTICIPANTES, 2026\n\nDNI;Nombre\n1;Ana\n2;Luz\n3;Eva\n')).delimiter).toBe(';')
    const book = await readBytes('lista.csv', 'a;b,c\n1;2,3\n', { delimiter: ',' })
    expect(book.sheets[0]?.rows).toEqual([['a;b', 'c'], ['1;2', '3']])
  })

  test('may be said by the first line, which is no row', async () => {
    expect(await rowsOf('sep=|\r\nDNI|Nombre;x\r\n1|Ana;y\r\n')).toEqual({ delimiter: '|', firstRow: 1, rows: [['DNI', 'Nombre;x'], ['1', 'Ana;y']] })
  })
})

describe('the rows of a text', () => {
  test('keep their numbers, zeros and line breaks within quotes', async () => {
    expect(await rowsOf('\r\nDNI;Nota\r\n01234567;"uno\r\ndos"\r\n\r\n00000012;"dijo ""sí"""\r\n;\r\n')).toEqual({
      delimiter: ';', firstRow: 2, rows: [['DNI', 'Nota'], ['01234567', 'uno\r\ndos'], [], ['00000012', 'dijo "sí"']],
    })
  })

  test('end at any line end, though the file mixes them', async () => {
    expect((await rowsOf('DNI;Nombre\r\n1;Ana\n2;Luz\r3;Eva\x1b\n')).rows).toEqual([['DNI', 'Nombre'], ['1', 'Ana'], ['2', 'Luz'], ['3', 'Eva\x1b']])
  })

  test('survive quotes that nobody doubled', async () => {
    const { rows } = await rowsOf('DNI;Nombre;Cargo\n1;"Juan "el Chino" Ríos";Alcalde\n2;Ana "Nita" Peña;"Regidora"\n3;"";x\n')
    expect(rows?.slice(1)).toEqual([['1', 'Juan "el Chino" Ríos', 'Alcalde'], ['2', 'Ana "Nita" Peña', 'Regidora'], ['3', null, 'x']])
  })

  test('lose the apostrophe of our own export, and only that', async () => {
    const cells = ['=1+1', '+51 999', "'@x", '-5', "O'Higgins", "'texto"]
    const { rows } = await rowsOf(`${csvLine(cells, ';')}\n${csvLine(['a', 'b', 'c', 'd', 'e', 'f'], ';')}\n`)
    expect(rows?.[0]).toEqual(cells)
  })

  test('come back as our own export wrote them, whatever they hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'Ñ', ';', ',', '"', '\n', "'", '=', '-', ' ', '1'), minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '')
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 20 })
    fc.assert(fc.property(table, (rows) => {
      const bytes = Buffer.from(rows.map((row) => `${csvLine(row, ';')}\r\n`).join(''))
      expect(readCsv({ bytes, file: 'ida.csv', limits: LIMITS, encoding: undefined, delimiter: ';' }).sheet.rows).toEqual(rows)
    }), { numRuns: 500 })
  })

  test('are the same after quotes that were right are mended', () => {
    const text = 'a;"b;c";"d ""e"" f"\r\n"g\nh";;i'
    expect(mendedQuotes(text, ';')).toEqual({ text: 'a;"b;c";"d ""e"" f"\r\n"g\nh";;i', openAt: null })
  })
})
