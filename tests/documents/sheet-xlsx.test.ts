import { unzipSync } from 'fflate'
import Excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/main/documents/report-model.ts'
import { linesOf, sheetName } from '../../src/main/documents/sheet-book.ts'
import { columnLetters } from '../../src/shared/domain/column-letters.ts'
import { reportSheet } from '../../src/main/documents/sheet-xlsx.ts'
import { rejectsCsv, rejectsSheet } from '../../src/main/documents/sheet-rejects.ts'
import type { Rejects } from '../../src/main/documents/sheet-rejects.ts'
import { csvLine } from '../../src/shared/domain/csv.ts'
import { collected, columns, participant, report } from './report-sample.ts'

const people = Array.from({ length: 320 }, (_, n) => participant(n))

describe('a report as a sheet', () => {
  test('holds every cell as it was given, under the same headings', async () => {
    const { sheet, headerRow } = await opened(await collected(reportSheet(report(people))))
    expect(sheet.getRow(headerRow).values).toEqual([undefined, ...columns.map((column) => column.label)])
    const read = people.map((_, i) => columns.map((_column, c) => sheet.getRow(headerRow + 1 + i).getCell(c + 1).value))
    expect(read).toEqual(people.map(asCells))
    expect(sheet.rowCount).toBe(headerRow + people.length)
  })

  test('keeps zeros in front, and a name that looks like a formula, as text', async () => {
    const { xml } = await parts(people.slice(0, 5))
    expect(xml).toContain('t="str"><v>00007919</v>')
    expect(xml).toContain('t="str"><v>=CMD()</v>')
    expect(xml).not.toContain('<f>')
  })

  test('writes a day as the number of that day, which no zone shifts', async () => {
    const { xml, styles } = await parts([participant(1)])
    // 14 March 1961 is day 22354 of Excel's calendar.
    expect(xml).toContain('<v>22354</v>')
    expect(styles).toContain('formatCode="dd/mm/yyyy"')
    expect(styles).toContain('formatCode="&quot;S/&quot; #,##0.00"')
  })

  test('leaves as text what is no day of the calendar', async () => {
    const { xml } = await parts([[1, '1', 'x', 'F', '1980-02-30', '', '', '', 1, 1]])
    expect(xml).toContain('<v>1980-02-30</v>')
  })

  test('keeps its head in sight, filters the rows, and prints on A4 across with the head and page numbers', async () => {
    const { xml, book } = await parts(people)
    expect(xml).toMatch(/<pane xSplit="3" ySplit="6" topLeftCell="D7" activePane="bottomRight" state="frozen"\/>/)
    expect(xml).toContain('<autoFilter ref="A6:J326"/>')
    expect(xml).toContain('paperSize="9" orientation="landscape"')
    expect(xml).toContain('fitToWidth="1" fitToHeight="0"')
    expect(xml).toContain('Página &amp;P de &amp;N')
    expect(book).toContain('Participantes de la edición&apos;!$6:$6')
  })

  test('has a second sheet with the totals by sex, kind of organisation and region, and their shares', async () => {
    const { workbook } = await opened(await collected(reportSheet(report(people))))
    const summary = workbook.getWorksheet('Resumen')
    const rows: unknown[] = []
    summary?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    expect(rows).toContainEqual(['320 registros'])
    expect(rows).toContainEqual(['Mujeres', 182, 182 / 320, '█'.repeat(14)])
    expect(rows).toContainEqual(['Partido político', 26, 25, 26 / 320, '██'])
    expect(rows).toContainEqual(['Total', 320, 301, 1])
    expect(rows).toContainEqual(['Lima', 74, 74 / 320, '██████'])
    expect(rows).toContainEqual(['Grupo', 'Cajamarca'])
  })

  test('says who made it and when, not when the computer thinks it is', async () => {
    const { workbook } = await opened(await collected(reportSheet(report(people))))
    expect(workbook.title).toBe('Participantes de la edición')
    expect(workbook.creator).toBe('Municipalidad Provincial de Cajamarca')
    expect(workbook.created.toISOString()).toBe('2026-11-22T00:00:00.000Z')
  })

  test('of no rows is a head with nothing under it', async () => {
    const { sheet, headerRow } = await opened(await collected(reportSheet(report([]))))
    expect(sheet.rowCount).toBe(headerRow)
  })

  test('gives wrapped text the height it needs', async () => {
    const { xml } = await parts([[1, '1', 'A'.repeat(20), 'F', null, 'palabra '.repeat(40), '', '', 1, 1]])
    const height = Number(/<row r="7" ht="(\d+)"/.exec(xml)?.[1])
    expect(height).toBeGreaterThanOrEqual(7 * 15)
  })

  test('stops reading rows when nobody takes its bytes any more', async () => {
    let read = 0
    async function* rows(): AsyncGenerator<Row> {
      for (;;) yield participant(read++)
    }
    for await (const piece of reportSheet(report(rows()))) {
      expect(piece.length).toBeGreaterThan(0)
      if (read > 3_000) break
    }
    const then = read
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(read - then).toBeLessThan(200)
  })

  test('waits for its reader: rows do not run ahead of the bytes taken', async () => {
    let read = 0
    async function* rows(): AsyncGenerator<Row> {
      for (; read < 200_000; read++) yield participant(read)
    }
    const pieces = reportSheet(report(rows()))
    await pieces.next()
    let before = -1
    while (read !== before && read < 200_000) {
      before = read
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    expect(read).toBeLessThan(30_000)
    await pieces.return(undefined)
  })

  test('throws what its rows throw', async () => {
    async function* rows(): AsyncGenerator<Row> {
      yield participant(0)
      throw new Error('the database closed')
    }
    await expect(collected(reportSheet(report(rows())))).rejects.toThrow('the database closed')
  })
})

describe('a sheet’s details', () => {
  test('a name is one that Excel takes', () => {
    expect(sheetName("Registro de certificados [2026] de la 'sede' central")).toBe('Registro de certificados 2026 d')
    expect(sheetName('//')).toBe('-')
    expect(sheetName('resumen', ['Resumen'])).toBe('resumen 2')
  })

  test.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [702, 'ZZ'], [703, 'AAA']])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters)
  })

  test('a text wraps where its cell ends', () => {
    expect(linesOf('uno dos', 20)).toBe(1)
    expect(linesOf('uno\ndos', 20)).toBe(2)
    expect(linesOf('a'.repeat(50), 11)).toBeGreaterThanOrEqual(5)
  })
})

describe('rejected rows', () => {
  const rejects: Rejects = {
    language: 'es',
    title: 'roster.xlsx',
    author: 'Municipalidad',
    day: '2026-11-22',
    header: ['DNI', 'Apellidos; nombres', '=x'],
    rows: [
      { cells: ['01234567', 'QUISPE "el Ñato"', '=1+1'], motive: 'El DNI tiene 7 cifras' },
      { cells: [1234567, null, true, 'sobra'], motive: 'La fila tiene más celdas que el encabezado' },
    ],
  }

  test('go back in the office’s own columns with the reason behind', async () => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(Buffer.from(await collected(rejectsSheet(rejects))).buffer as ArrayBuffer)
    const rows: unknown[] = []
    workbook.getWorksheet('Filas rechazadas')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    expect(rows[0]).toEqual(['DNI', 'Apellidos; nombres', '=x', undefined, 'Motivo'])
    expect(rows[1]).toEqual(['01234567', 'QUISPE "el Ñato"', '=1+1', undefined, 'El DNI tiene 7 cifras'])
    expect(rows[2]).toEqual([1234567, undefined, true, 'sobra', 'La fila tiene más celdas que el encabezado'])
  })

  test('as CSV cannot run as formulas, and Excel sees their letters', async () => {
    const text = Buffer.from(await collected(rejectsCsv(rejects, ';'))).toString('utf8')
    expect(text).toBe(
      '\uFEFFDNI;"Apellidos; nombres";\'=x;;Motivo\r\n' +
        `01234567;"QUISPE ""el Ñato""";'=1+1;;El DNI tiene 7 cifras\r\n` +
        '1234567;;true;sobra;La fila tiene más celdas que el encabezado\r\n',
    )
    expect(csvLine(['a'], ',')).toBe('a')
  })
})

/** What exceljs reads back where this was written: cents as soles, days as midnight in UTC, nothing for nothing. */
function asCells(row: Row): unknown[] {
  return columns.map(({ kind }, i) => {
    const value = row[i] ?? null
    if (value === '') return null
    if (kind === 'date' && typeof value === 'string') return new Date(`${value}T00:00:00.000Z`)
    return kind === 'money' && typeof value === 'number' ? value / 100 : value
  })
}

async function opened(bytes: Uint8Array): Promise<{ workbook: Excel.Workbook; sheet: Excel.Worksheet; headerRow: number }> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes).buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return { workbook, sheet, headerRow: 6 }
}

async function parts(rows: readonly Row[]): Promise<{ xml: string; styles: string; book: string }> {
  const files = unzipSync(await collected(reportSheet(report(rows))))
  const text = (name: string): string => new TextDecoder().decode(files[name])
  return { xml: text('xl/worksheets/sheet1.xml'), styles: text('xl/styles.xml'), book: text('xl/workbook.xml') }
}
