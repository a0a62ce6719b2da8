import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { INTAKE_SENTENCES, IntakeFailure, type IntakeProblem } from '../../src/main/intake/failures.ts'
import { kindOfFile } from '../../src/main/intake/kind-of-file.ts'
import { readWorkbook } from '../../src/main/intake/read.ts'
import { LIMITS, type Sheet } from '../../src/main/intake/table.ts'
import { readXlsx } from '../../src/main/intake/xlsx/read-xlsx.ts'
import { intake as english } from '../../src/shared/messages/en/intake.ts'
import { intake as spanish } from '../../src/shared/messages/es/intake.ts'
import { bookBytes, fileOf, partsOf, readBytes, refusal, TWO_ROWS } from './hand-made.ts'

/** An OLE container as far as its directory: one sector of entries, 128 bytes each, with those names. */
function ole(...names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * names.length)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  names.forEach((name, at) => bytes.write(name, 512 + 128 * at, 'utf16le'))
  return bytes
}

/** The header of a local file and its line in the directory say another inflated size than the true one. */
function lying(bytes: Buffer, name: string, size: number): Buffer {
  const lie = Buffer.from(bytes)
  for (let at = lie.indexOf(name); at >= 0; at = lie.indexOf(name, at + 1)) {
    if (lie.readUInt32LE(at - 30) === 0x04034b50) lie.writeUInt32LE(size, at - 8)
    else if (lie.readUInt32LE(at - 46) === 0x02014b50) lie.writeUInt32LE(size, at - 22)
  }
  return lie
}

const SHEET = 'xl/worksheets/sheet1.xml'
const spaces = (megabytes: number) => `${TWO_ROWS}${' '.repeat(megabytes * 1024 * 1024)}`

describe('what is no workbook is refused by its name', () => {
  test.each<[string, Buffer | string, object]>([
    ['lista.xlsx', 'DNI;Nombre\n01234567;Ana\n', { problem: 'text-as-book', extension: '.xlsx' }],
    ['lista.xls', 'DNI\tNombre\n01234567\tAna\n', { problem: 'text-as-book', extension: '.xls' }],
    ['reporte.xls', '\n<html><body><table><tr><td>DNI</td></tr></table>', { problem: 'page-as-book', extension: '.xls' }],
    ['reporte.xlsx', '<?xml version="1.0"?><Workbook/>', { problem: 'page-as-book', extension: '.xlsx' }],
    ['lista.xls', ole('Root Entry', 'Workbook'), { problem: 'old-xls' }],
    ['lista.xlsx', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), { problem: 'password' }],
    ['carta.doc', ole('Root Entry', 'WordDocument'), { problem: 'not-a-sheet', looksLike: 'word' }],
    ['lista.pdf', '%PDF-1.7\n', { problem: 'not-a-sheet', looksLike: 'pdf' }],
    ['foto.xlsx', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), { problem: 'not-a-sheet', looksLike: 'image' }],
    ['datos.csv', Buffer.from([1, 2, 3, 0, 0, 7, 8, 200]), { problem: 'not-a-sheet', looksLike: 'unknown' }],
    ['vacio.xlsx', '', { problem: 'empty' }],
    ['~$lista.xlsx', '\x05Maria', { problem: 'lock-file' }],
    ['vacio.csv', '\n\n  \n', { problem: 'empty' }],
    ['solo.csv', 'DNI;Nombre\n', { problem: 'no-rows', sheet: 'solo', row: 1 }],
    ['comillas.csv', 'a;b\n1;2\n3;"abierto\n5;6\n', { problem: 'open-quote', row: 3 }],
  ])('%s', async (name, bytes, expected) => {
    expect(await refusal(name, bytes)).toEqual({ file: name, ...expected })
  })

  test.each<[string, Record<string, Uint8Array>, object]>([
    ['fotos.xlsx', { 'a.txt': strToU8('a') }, { problem: 'not-a-sheet', looksLike: 'archive' }],
    ['hoja.ods', { mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }, { problem: 'ods' }],
    ['hoja.numbers', { 'Index/Document.iwa': strToU8('x') }, { problem: 'numbers' }],
    ['carta.xlsx', rooted('word/document.xml'), { problem: 'not-a-sheet', looksLike: 'word' }],
    ['libro.xlsb', rooted('xl/workbook.bin'), { problem: 'binary-xlsb' }],
  ])('a zip that is something else: %s', async (name, parts, expected) => {
    expect(await refusal(name, zipSync(parts))).toEqual({ file: name, ...expected })
  })

  test('a sheet without cells is empty; one with its header alone has no rows', async () => {
    expect(await refusal('a.xlsx', bookBytes({ data: '<row r="1"/>' }))).toEqual({ problem: 'empty', file: 'a.xlsx' })
    const header = bookBytes({ data: '<row r="3"><c t="inlineStr"><is><t>DNI</t></is></c></row>' })
    expect(await refusal('a.xlsx', header)).toEqual({ problem: 'no-rows', file: 'a.xlsx', sheet: 'Hoja1', row: 3 })
  })

  test('a file that is gone, and a folder, are said to be that', async () => {
    const path = await fileOf('x.csv', '')
    const said = (file: string) => readWorkbook(file).catch((error: unknown) => (error as IntakeFailure).problem)
    await mkdir(join(dirname(path), 'carpeta.xlsx'))
    expect([await said(`${path}.no`), await said(join(dirname(path), 'carpeta.xlsx'))]).toEqual(['missing', 'unreadable'])
  })
})

function rooted(target: string): Record<string, Uint8Array> {
  const rels = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`
  return { '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8(rels), [target]: strToU8('x') }
}

describe('what would hurt is stopped', () => {
  test('a bomb, by the bytes that really come out', async () => {
    expect(await refusal('bomba.xlsx', bookBytes({ data: spaces(12) }))).toEqual({ problem: 'bomb', file: 'bomba.xlsx', part: SHEET })
  })

  test('a bomb under a header that lies', async () => {
    const lie = lying(bookBytes({ data: spaces(12) }), SHEET, 1000)
    expect(await refusal('bomba.xlsx', lie)).toEqual({ problem: 'bomb', file: 'bomba.xlsx', part: SHEET })
  })

  test('a header that promises more than there is', async () => {
    const lie = lying(bookBytes({ data: TWO_ROWS }), SHEET, 100_000)
    expect(await refusal('corto.xlsx', lie)).toEqual({ problem: 'damaged', file: 'corto.xlsx', part: SHEET })
  })

  test('one that promises more than is allowed is not even inflated; too many parts neither', async () => {
    const lie = lying(bookBytes({ data: TWO_ROWS }), SHEET, 4_000_000_000)
    expect(await refusal('bomba.xlsx', lie)).toMatchObject({ problem: 'bomb' })
    const more = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`media/${at}`, 'x']))
    expect(await refusal('bomba.xlsx', bookBytes({ data: TWO_ROWS, more }), { limits: { entries: 40 } })).toMatchObject({ problem: 'bomb' })
  })

  test('a document type with entities', async () => {
    const data = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
    expect(await refusal('xxe.xlsx', bookBytes({ data }))).toEqual({ problem: 'unsafe-xml', file: 'xxe.xlsx', part: SHEET })
  })

  test('300 columns, in a workbook and in a text', async () => {
    const cells = Array.from({ length: 300 }, (_, at) => `<c><v>${at}</v></c>`).join('')
    const refused = { problem: 'too-many-columns', limit: 256 }
    expect(await refusal('ancho.xlsx', bookBytes({ data: `<row>${cells}</row>` }))).toEqual({ ...refused, file: 'ancho.xlsx', sheet: 'Hoja1', cell: 'IW1' })
    const csv = `${'a;'.repeat(299)}a\n`
    expect(await refusal('ancho.csv', csv + csv)).toEqual({ ...refused, file: 'ancho.csv', sheet: 'ancho', cell: 'KN1' })
  })

  test('rows beyond the limit, and a lonely cell at the very bottom', async () => {
    const bottom = bookBytes({ data: `${TWO_ROWS}<row r="1048576"><c><v>1</v></c></row>` })
    expect(await refusal('largo.xlsx', bottom)).toEqual({ problem: 'too-many-rows', file: 'largo.xlsx', sheet: 'Hoja1', row: 1_048_576, limit: 200_000 })
    expect(await refusal('largo.csv', 'a;b\n'.repeat(12), { limits: { rows: 10 } })).toMatchObject({ problem: 'too-many-rows', row: 11 })
  })

  test('too many cells, too many megabytes', async () => {
    expect(await refusal('celdas.xlsx', bookBytes({ data: TWO_ROWS }), { limits: { cells: 1 } })).toMatchObject({ problem: 'too-many-cells' })
    expect(await refusal('peso.csv', 'a;b\n'.repeat(1_000_000), { limits: { fileBytes: 1024 * 1024 } })).toEqual({ problem: 'too-big', file: 'peso.csv', megabytes: 4, limit: 1 })
  })

  test('what takes too long, or too much memory', async () => {
    const long = Array.from({ length: 150_000 }, (_, at) => `<row><c t="inlineStr"><is><t>persona ${at} ${at * 7}</t></is></c><c><v>${at}</v></c></row>`).join('')
    const bytes = bookBytes({ data: long })
    expect(await refusal('lento.xlsx', bytes, { limits: { milliseconds: 150 } })).toMatchObject({ problem: 'too-slow' })
    expect(await refusal('memoria.xlsx', bytes, { limits: { memory: 12 } })).toMatchObject({ problem: 'too-much-memory' })
  })

  test('reading, when it is cancelled: the worker is gone', async () => {
    const long = Array.from({ length: 150_000 }, (_, at) => `<row><c><v>${at}</v></c><c><v>${at * 3}</v></c></row>`).join('')
    const path = await fileOf('cancelado.xlsx', bookBytes({ data: long }))
    const abort = new AbortController()
    const workers = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length
    const before = workers()
    const reading = readWorkbook(path, { signal: abort.signal, onProgress: () => abort.abort(new Error('basta')) })
    await expect(reading).rejects.toThrow('basta')
    expect(workers()).toBe(before)
    await expect(readWorkbook(path, { signal: AbortSignal.abort(new Error('ya no')) })).rejects.toThrow('ya no')
  })
})

/** As the worker does, in this thread. */
async function readHere(bytes: Buffer): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = []
  if (kindOfFile(bytes, 'x.xlsx') === 'text') throw new Error('taken for text')
  await readXlsx({ bytes, file: 'x.xlsx', limits: LIMITS, onProgress() {}, onSheet: async (sheet) => void sheets.push(sheet) })
  return sheets
}

describe('a damaged workbook', () => {
  test('cut at every 64th byte is refused with a sentence, never a crash or a hang', async () => {
    const whole = await readFile('samples/03-lideres-comunales.xlsx')
    const problems = new Set<string>()
    for (let length = 0; length < whole.length; length += 64) {
      const error: unknown = await readHere(whole.subarray(0, length)).then(() => null, (thrown: unknown) => thrown)
      expect(error, `cut at ${length}`).toBeInstanceOf(IntakeFailure)
      problems.add((error as IntakeFailure).problem)
    }
    expect([...problems].toSorted()).toEqual(['damaged', 'empty'])
  })

  test('with one byte changed gives the same rows or a refusal, never other rows', async () => {
    const whole = await readFile('samples/03-lideres-comunales.xlsx')
    const rows = JSON.stringify((await readHere(whole)).map((sheet) => sheet.rows))
    for (let at = 5; at < whole.length; at += 23) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      const outcome: unknown = await readHere(changed).then((sheets) => JSON.stringify(sheets.map((sheet) => sheet.rows)), (thrown: unknown) => thrown)
      if (outcome instanceof IntakeFailure) continue
      // A date's format lives in the styles, which are guarded by their check sum like all the rest.
      expect(outcome, `byte ${at}`).toBe(rows)
    }
  })

  test.each([
    ['broken XML', '<row><c><v>1</v></row>'],
    ['a string that is not there', '<row><c t="s"><v>99</v></c></row>'],
    ['rows that go back', '<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'],
  ])('with %s is refused', async (_, data) => {
    expect(await refusal('x.xlsx', bookBytes({ data }))).toEqual({ problem: 'damaged', file: 'x.xlsx', part: SHEET })
  })

  test('without the part that its relations name is refused by the part', async () => {
    const parts = partsOf({ data: TWO_ROWS })
    delete parts['xl/sharedStrings.xml']
    expect(await refusal('x.xlsx', zipSync(parts))).toEqual({ problem: 'damaged', file: 'x.xlsx', part: 'xl/sharedStrings.xml' })
  })
})

const soffice = spawnSync('soffice', ['--version']).status === 0

describe.skipIf(!soffice)('what LibreOffice writes', () => {
  test('is read as its own sheet was', async () => {
    const source = await fileOf('origen.csv', 'DNI,Nombre,Fecha,Monto\n01234567,Ñahui Ẽ,2026-03-14,12.5\n07654321,"Ríos, Ana",2026-12-31,3\n')
    const folder = dirname(source)
    const filter = '--infilter=CSV:44,34,76,1,1/2/2/1/3/5/4/1'
    spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', filter, '--convert-to', 'xlsx', '--outdir', folder, source])
    const book = await readBytes('origen.xlsx', await readFile(join(folder, 'origen.xlsx')))
    expect(book.sheets[0]?.rows).toEqual([
      ['DNI', 'Nombre', 'Fecha', 'Monto'],
      ['01234567', 'Ñahui Ẽ', { date: '2026-03-14', time: null }, 12.5],
      ['07654321', 'Ríos, Ana', { date: '2026-12-31', time: null }, 3],
    ])
  })
})

test('every problem has its sentence in both languages, which names the file and says that nothing changed', () => {
  const params = { file: 'lista.xlsx', looksLike: 'pdf', extension: '.xls', part: 'p', sheet: 'Hoja1', row: 3, cell: 'IW1', limit: 256, megabytes: 9, seconds: 60, reason: 'EACCES' }
  const problems = Object.keys(INTAKE_SENTENCES) as IntakeProblem[]
  for (const problem of problems) {
    const key = new IntakeFailure(problem, params).sentence
    expect((spanish[key] as (p: typeof params) => string)(params)).toMatch(/«.*No se guardó ni se cambió nada\.$/)
    expect((english[key] as (p: typeof params) => string)(params)).toMatch(/“.*Nothing was saved or changed\.$/)
  }
  expect(Object.keys(spanish).toSorted()).toEqual(Object.values(INTAKE_SENTENCES).toSorted())
})
