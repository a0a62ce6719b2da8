import type { BookProperties } from './sheet-book.ts'
import { cellOf, framedSheet, sheetName, styles, workbookPieces } from './sheet-book.ts'
import { utcDay } from './report-format.ts'

/** A sheet to be filled in and given back: labels in the first row, one example row below. */
export interface FormTable extends BookProperties {
  /** Width in characters. */
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  /** One value a column; a day is a date of the calendar. */
  readonly example: readonly (string | number | { readonly day: string })[]
}

/** Rows below the example that carry its formats, so that what is typed is kept as it is meant. */
const READY_ROWS = 200

/** The form as a workbook, in pieces. Text cells stay text: an hour or a number with zeros is not turned into something else. */
export function formTable(form: FormTable): AsyncGenerator<Uint8Array> {
  return workbookPieces(form, async (book) => {
    const sheet = framedSheet(book, { name: sheetName(form.title), headerRow: 1, columnsThatStay: 0, orientation: 'landscape', footer: { left: form.title, right: '&P / &N' } })
    sheet.columns = form.columns.map(({ width }) => ({ width }))
    const head = sheet.addRow(form.columns.map(({ label }) => label))
    form.columns.forEach((_, at) => (head.getCell(at + 1).style = styles.tableHead))
    head.commit()
    const formats = form.example.map((value) => (typeof value === 'object' ? 'dd/mm/yyyy' : typeof value === 'number' ? '0' : '@'))
    for (let at = 0; at < READY_ROWS; at += 1) {
      const row = sheet.addRow(at === 0 ? form.example.map((value) => (typeof value === 'object' ? utcDay(value.day) : cellOf(value))) : [])
      formats.forEach((numFmt, column) => (row.getCell(column + 1).style = { font: at === 0 ? { ...styles.plain.font, italic: true } : styles.plain.font, numFmt, alignment: { vertical: 'top', wrapText: true } }))
      row.commit()
    }
  })
}
