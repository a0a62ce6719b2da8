import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/main/intake/read.ts'
import type { Cell, Sheet } from '../../src/main/intake/table.ts'

interface Expected {
  readonly rows: number
  readonly listedTwice?: number
  readonly encoding?: string
  readonly dniWithLostZero?: number
  readonly bySite?: Readonly<Record<string, number>>
}
const expected = JSON.parse(readFileSync('samples/expected.json', 'utf8')) as Record<string, Expected>
const sample = (name: string) => readWorkbook(`samples/${name}`)

/** Rows under the header that carry a person: the header row is known here, the app finds it itself. */
function people(sheet: Sheet, header: number): readonly (readonly Cell[])[] {
  return sheet.rows.slice(header).filter((row) => row.length > 3)
}

describe('the rosters as offices keep them', () => {
  test('the one of six sites has every row of every site, at its own row number', async () => {
    const book = await sample('01-caf-xii-participantes.xlsx')
    const { rows, listedTwice = 0, bySite = {} } = expected['01-caf-xii-participantes.xlsx'] ?? { rows: 0 }
    const found = Object.fromEntries(book.sheets.map((sheet) => [sheet.name, people(sheet, 5).length]))
    // The six that are listed twice stand in the sheet of Lima.
    const sites = { ...bySite, Lima: (bySite['Lima'] ?? 0) + listedTwice }
    expect(found).toEqual(Object.fromEntries(Object.entries(sites).map(([site, count]) => [site.toUpperCase(), count])))
    expect(Object.values(found).reduce((sum, count) => sum + count, 0)).toBe(rows)
    const [arequipa] = book.sheets
    expect(arequipa?.firstRow).toBe(1)
    expect(arequipa?.rows[2]).toEqual([])
    expect(arequipa?.rows[4]?.slice(0, 3)).toEqual(['N°', 'DNI', 'APELLIDOS Y NOMBRES'])
    expect(arequipa?.rows[60]).toEqual([null, null, 'TOTAL: 54 PARTICIPANTES'])
    expect(arequipa?.notes.filter((note) => note.kind === 'merged').map((note) => note.text)).toEqual(['A1:J1', 'A2:J2'])
  })

  test('a birth date is the day the office wrote, in Lima too', async () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(300)
    const book = await sample('01-caf-xii-participantes.xlsx')
    expect(book.sheets[0]?.rows[5]?.[4]).toEqual({ date: '1988-07-13', time: null })
    expect(book.sheets[0]?.rows[6]?.[4]).toEqual({ date: '1999-04-16', time: null })
  })

  test('a DNI that Excel made a number is still a number, so that its lost zero can be seen', async () => {
    const book = await sample('01-caf-xii-participantes.xlsx')
    const lost = book.sheets.flatMap((sheet) => people(sheet, 5)).filter((row) => typeof row[1] === 'number' && row[1] < 10_000_000)
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.length).toBeLessThanOrEqual(expected['01-caf-xii-participantes.xlsx']?.dniWithLostZero ?? 0)
  })

  test.each([
    ['03-lideres-comunales.xlsx', 'Líderes'],
    ['03-servidores-municipales.xlsx', 'Hoja1'],
    ['05-cajamarca-inscripciones.xlsx', 'Inscripciones'],
  ])('%s has its rows in one sheet', async (file, name) => {
    const book = await sample(file)
    expect(book.sheets.map((sheet) => [sheet.name, people(sheet, 1).length])).toEqual([[name, expected[file]?.rows]])
  })

  test('indigenous letters, numbers, blanks and time stamps come as they are', async () => {
    const [leaders] = (await sample('03-lideres-comunales.xlsx')).sheets
    expect(leaders?.rows[3]).toEqual(['C.N. Nuevo Progreso', 'Iquitos', 'Kukama Kukamiria', 'TAMANI TSAMAJẼIN', 'TSAKIM', '34080772', 'Promotor', 'ACODECOSPAT', 'M', 29])
    const [officials] = (await sample('03-servidores-municipales.xlsx')).sheets
    expect(officials?.rows[2]?.slice(0, 3)).toEqual([null, 160704, 39484699])
    const [forms] = (await sample('05-cajamarca-inscripciones.xlsx')).sheets
    expect(forms?.rows[1]?.[0]).toEqual({ date: '2025-05-07', time: '14:03:00' })
  })

  test('the Windows-1252 with semicolons is told from its bytes, and its zeros stay', async () => {
    const book = await sample('02-logodi-ronda-1.csv')
    expect([book.kind, book.encoding, book.delimiter]).toEqual(['csv', expected['02-logodi-ronda-1.csv']?.encoding, ';'])
    expect(book.sheets[0]?.rows).toHaveLength((expected['02-logodi-ronda-1.csv']?.rows ?? 0) + 1)
    expect(book.sheets[0]?.rows[2]?.slice(0, 4)).toEqual(['30258212', 'PARIONA', 'ÑAUPARI', 'FREDY'])
  })

  test('the UTF-8 with commas keeps the commas within quotes', async () => {
    const book = await sample('04-agentes-cooperacion.csv')
    expect([book.encoding, book.delimiter, book.sheets[0]?.rows.length]).toEqual(['utf-8', ',', 69])
    expect(book.sheets[0]?.rows[1]).toEqual(['Segundo Ñaupari Valdivia', '47051072', 'Lima', 'académico', 'Universidad Nacional, Lima', 'segundo.naupari@example.pe'])
  })
})
