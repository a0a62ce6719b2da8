import { columnLetters } from '../../shared/domain/column-letters.ts'
import { csvLine } from '../../shared/domain/csv.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Value } from './report-model.ts'
import { cellOf, digitsWide, framedSheet, sheetName, styles, workbookPieces } from './sheet-book.ts'

/** Rows of an office's own file that were not taken, as they came, each with why in words the office understands. */
export type Rejects = {
  readonly language: Language
  /** What the file is about and whose it is, for the workbook's properties and its printed footer. */
  readonly title: string
  readonly author: string
  /** YYYY-MM-DD. */
  readonly day: string
  /** The office's own headings, in its own order. */
  readonly header: readonly string[]
  readonly rows: readonly Reject[]
}

export type Reject = { readonly cells: readonly Value[]; readonly motive: string }

const ROWS_A_TURN = 200

/**
 * The rejected rows as a workbook, in pieces: the heading in the first row, so that the file corrected can be imported
 * again, text kept as text whatever it looks like, and "Motivo" as the last column.
 */
export function rejectsSheet(rejects: Rejects): AsyncGenerator<Uint8Array> {
  const { language } = rejects
  const header = wideHeader(rejects)
  return workbookPieces(rejects, async (book, goOn) => {
    const sheet = framedSheet(book, {
      name: sheetName(say(language, 'reports.rejected')),
      headerRow: 1,
      columnsThatStay: 0,
      orientation: 'landscape',
      footer: { left: rejects.title, right: say(language, 'reports.page', { n: '&P', of: '&N' }) },
    })
    const motive = say(language, 'reports.motive')
    sheet.columns = [...header.map((label) => ({ width: Math.min(40, Math.max(12, digitsWide(label) + 3)) })), { width: 60 }]
    const head = sheet.addRow([...header, motive])
    for (let i = 1; i <= header.length + 1; i++) head.getCell(i).style = styles.tableHead
    head.commit()
    let count = 0
    for (const reject of rejects.rows) {
      const row = sheet.addRow([...asWide(reject.cells, header.length).map(cellOf), reject.motive])
      for (let i = 1; i <= header.length; i++) row.getCell(i).style = asItCame
      row.getCell(header.length + 1).style = reason
      row.commit()
      if (++count % ROWS_A_TURN === 0) await goOn(sheet)
    }
    sheet.autoFilter = `A1:${columnLetters(header.length + 1)}${count + 1}`
  })
}

/** Text format: a DNI typed anew into the cell keeps its zeros. */
const asItCame = { font: styles.plain.font, numFmt: '@', alignment: { vertical: 'top' } } as const
const reason = { font: { ...styles.plain.font, italic: true }, alignment: { vertical: 'top', wrapText: true } } as const

/**
 * The rejected rows as CSV in the delimiter they came with: UTF-8 with its mark (Excel needs it), CRLF,
 * cells that would run as a formula made harmless (`unescapeCsvCell` takes that back exactly).
 */
export async function* rejectsCsv(rejects: Rejects, delimiter: ',' | ';' | '\t'): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const line = (cells: readonly Value[]): string => `${csvLine(cells.map(plainText), delimiter)}\r\n`
  const header = wideHeader(rejects)
  let waiting = `\uFEFF${line([...header, say(rejects.language, 'reports.motive')])}`
  for (const reject of rejects.rows) {
    waiting += line([...asWide(reject.cells, header.length), reject.motive])
    if (waiting.length < 64 * 1024) continue
    yield encoder.encode(waiting)
    waiting = ''
  }
  yield encoder.encode(waiting)
}

/** The heading, with blanks above cells beyond it: a row longer than its heading is one reason for a reject. */
function wideHeader(rejects: Rejects): readonly string[] {
  const width = rejects.rows.reduce((most, reject) => Math.max(most, reject.cells.length), rejects.header.length)
  return Array.from({ length: width }, (_, i) => rejects.header[i] ?? '')
}

function asWide(cells: readonly Value[], width: number): readonly Value[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? null)
}

function plainText(value: Value): string {
  return value === null ? '' : String(value)
}
