import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { lookOf } from '../../src/main/intake/xlsx/dates.ts'
import { momentOfSerial } from '../../src/shared/domain/excel-serial.ts'
import { bookBytes, readBytes, sheetOf, TWO_ROWS } from './hand-made.ts'

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

describe('a workbook', () => {
  test('without references on rows and cells is read in order', async () => {
    const sheet = await sheetOf({ data: `<row>${text('DNI')}${text('Nombre')}</row><row><c><v>7</v></c>${text('Ana')}</row>` })
    expect(sheet.rows).toEqual([['DNI', 'Nombre'], [7, 'Ana']])
  })

  test('keeps the office’s row numbers: leading rows are skipped, rows between stay empty', async () => {
    const sheet = await sheetOf({ data: '<row r="4"><c r="C4"><v>1</v></c></row><row r="7"><c r="A7"><v>2</v></c><c r="B7" s="0"/></row><row r="9"/>' })
    expect([sheet.firstRow, sheet.rows]).toEqual([4, [[null, null, 1], [], [], [2]]])
  })

  test('joins rich text, leaves out phonetic guides, and gives back escaped characters', async () => {
    const sheet = await sheetOf({
      strings: ['<r><t>QUISPE </t></r><r><rPr><b/></rPr><t xml:space="preserve">ÑAUPARI</t></r>', '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>', '<t>uno_x000D_dos_x005F_</t>', '<t>  </t>'],
      data: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>',
    })
    expect(sheet.rows).toEqual([['QUISPE ÑAUPARI', '東京'], ['uno\rdos_']])
  })

  test('takes the saved result of a formula and says so; without a result the cell is empty and it says that', async () => {
    const sheet = await sheetOf({
      data: '<row><c r="A1" t="str"><f>B1&amp;" "&amp;C1</f><v>Ana Ríos</v></c><c r="B1"><f>SUM(D1:D9)</f></c><c r="C1" t="str"><f>IF(1,"")</f><v></v></c></row><row><c r="A2"><f>1+1</f><v>2</v></c></row>',
    })
    expect(sheet.rows).toEqual([['Ana Ríos'], [2]])
    expect(sheet.notes).toEqual([
      { kind: 'formula', row: 1, column: 1, text: '=B1&" "&C1' },
      { kind: 'formula-no-value', row: 1, column: 2, text: '=SUM(D1:D9)' },
      { kind: 'formula', row: 1, column: 3, text: '=IF(1,"")' },
      { kind: 'formula', row: 2, column: 1, text: '=1+1' },
    ])
  })

  test('an error is an empty cell and a note; booleans and ISO dates are what they are', async () => {
    const sheet = await sheetOf({ data: '<row><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row><row><c t="d"><v>2026-03-14T09:30:00</v></c></row>' })
    expect(sheet.rows).toEqual([[null, true, false], [{ date: '2026-03-14', time: '09:30:00' }]])
    expect(sheet.notes).toEqual([{ kind: 'error', row: 1, column: 1, text: '#N/A' }])
  })

  test('tells dates, times, money and padded numbers by their format', async () => {
    const sheet = await sheetOf({
      formats: ['dd/mm/yyyy', '[$-280A]d" de "mmmm" de "yyyy;@', '"S/" #,##0.00', '00000000', 'hh:mm', '[h]:mm', 'dd/mm/yyyy hh:mm AM/PM', '0.00%'],
      data: `<row>${[46095, 46095, 1250.5, 1234567, 0.354166667, 1.5, 46095.75, 0.95].map((value, at) => `<c s="${at + 1}"><v>${value}</v></c>`).join('')}</row>${TWO_ROWS.replace('r="1"', 'r="5"').replace('r="2"', 'r="6"')}`,
    })
    const day = { date: '2026-03-14', time: null }
    expect(sheet.rows[0]).toEqual([day, day, 1250.5, '01234567', '08:30:00', '36:00:00', { date: '2026-03-14', time: '18:00:00' }, 0.95])
  })

  test('of 1904 counts from there', async () => {
    const book = await readBytes('mac.xlsx', bookBytes({
      formats: ['yyyy-mm-dd'],
      workbook: '<workbook xmlns:r="http://x"><workbookPr date1904="1"/><sheets><sheet name="Hoja1" r:id="rId1"/></sheets></workbook>',
      data: '<row><c s="1"><v>44633</v></c></row><row><c s="1"><v>0</v></c></row>',
    }))
    expect([book.date1904, book.sheets[0]?.rows]).toEqual([true, [[{ date: '2026-03-14', time: null }], [{ date: '1904-01-01', time: null }]]])
  })

  test('hidden sheets, rows and columns are read, and said to be hidden', async () => {
    const sheet = await sheetOf({
      sheetState: 'veryHidden',
      beforeData: '<cols><col min="3" max="4" hidden="1"/><col min="300" max="16384" hidden="1"/></cols>',
      data: '<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="3" hidden="true"><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row>',
      afterData: '<mergeCells><mergeCell ref="B2:B4"/></mergeCells><controls><control><anchor><from><col>0</col><row>9</row></from></anchor></control></controls>',
    })
    expect([sheet.hidden, sheet.rows]).toEqual([true, [[1], [2], [3], [4]]])
    expect(sheet.notes).toEqual([
      { kind: 'hidden-columns', row: 0, column: 3, text: 'C:D' },
      { kind: 'hidden-rows', row: 2, column: 0, text: '2:3' },
      { kind: 'merged', row: 2, column: 2, text: 'B2:B4' },
    ])
  })

  test('of another dialect is read too: prefixes on every name, strict namespaces, other cases in the parts’ names', async () => {
    const book = await readBytes('otro.xlsx', bookBytes({
      workbook: '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="http://purl.oclc.org/x"><x:sheets><x:sheet name="Lista" q:id="rId1"/></x:sheets></x:workbook>',
      data: '<worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>dos</x:t></x:is></x:c></x:row></x:sheetData></worksheet>'.replace('<worksheet', '<worksheet xmlns="z"'),
    }))
    expect(book.sheets).toMatchObject([{ name: 'Lista', rows: [[1], [null, 'dos']] }])
  })

  test('whose used range reaches the last cell, with only styles below, costs nothing', async () => {
    const sheet = await sheetOf({
      beforeData: '<dimension ref="A1:XFD1048576"/>',
      data: `${TWO_ROWS}<row r="90000" s="1"><c r="XFD90000" s="0"/></row><row r="1048576"><c r="XFD1048576" s="0"/></row>`,
    })
    expect(sheet.rows).toEqual([['Nombre'], ['Ñahui']])
  })

  test('written by exceljs comes back cell by cell', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Ida y vuelta')
    sheet.addRow(['Nombre', 'Fecha', 'Monto'])
    sheet.addRow(['Ñahui', new Date(Date.UTC(2026, 2, 14)), 12.5])
    sheet.addRow([{ text: 'ana@example.pe', hyperlink: 'mailto:ana@example.pe' }, new Date(Date.UTC(2026, 11, 31, 23, 59, 30)), true])
    const [read] = (await readBytes('ida.xlsx', Buffer.from(await book.xlsx.writeBuffer()))).sheets
    expect(read?.rows).toEqual([
      ['Nombre', 'Fecha', 'Monto'],
      ['Ñahui', { date: '2026-03-14', time: null }, 12.5],
      ['ana@example.pe', { date: '2026-12-31', time: '23:59:30' }, true],
    ])
  })
})

describe('a serial number', () => {
  test.each([
    [1, '1900-01-01', null], [59, '1900-02-28', null], [61, '1900-03-01', null], [25569, '1970-01-01', null],
    [46095.999999, '2026-03-15', null], [46095.5, '2026-03-14', '12:00:00'], [2958465, '9999-12-31', null],
  ])('%d is the day %s', (serial, date, time) => {
    expect(momentOfSerial(serial, false)).toEqual({ date, time })
  })

  test('that Excel shows as ##### is no date', () => {
    expect([momentOfSerial(-1, false), momentOfSerial(2958466, false)]).toEqual([null, null])
  })

  test.each([
    ['General', 'number'], ['#,##0.00', 'number'], ['"día" 0', 'number'], ['@', 'number'], ['0.00E+00', 'number'], ['[Red]0', 'number'],
    ['mmm-yy', 'date'], ['mm:ss.0', 'time'], ['d/m/yyyy\\ h:mm', 'date'], ['[$-F400]h:mm:ss\\ AM/PM', 'time'], ['000', 'padded'],
  ])('under the format %s is a %s', (code, kind) => {
    expect(lookOf(200, code).kind).toBe(kind)
  })
})
