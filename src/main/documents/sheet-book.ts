import { PassThrough } from 'node:stream'
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises'
import Excel from 'exceljs'
import type { Style, stream } from 'exceljs'
import { columnLetters } from '../../shared/domain/column-letters.ts'
import type { Value } from './report-model.ts'
import { utcDay } from './report-format.ts'

export type Book = stream.xlsx.WorkbookWriter
/** The streaming sheet, with the one thing its types leave out: where its XML waits to be squeezed. */
export type Sheet = ReturnType<Book['addWorksheet']>

export type BookProperties = {
  readonly title: string
  readonly author: string
  /** YYYY-MM-DD. */
  readonly day: string
}

const INK = 'FF1B2433'
const HAIRLINE = 'FFBFB9AE'
const PAPER = 'FFF3EFE6'

/** The looks of a sheet; numbers and dates keep the formats of Peru on any machine. */
export const styles = {
  title: { font: { name: 'Calibri', size: 16, bold: true, color: { argb: INK } } },
  heading: { font: { name: 'Calibri', size: 12, bold: true, color: { argb: INK } } },
  quiet: { font: { name: 'Calibri', size: 10, color: { argb: 'FF5B6270' } } },
  plain: { font: { name: 'Calibri', size: 11, color: { argb: INK } } },
  tableHead: {
    font: { name: 'Calibri', size: 11, bold: true, color: { argb: INK } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: PAPER } },
    border: { top: { style: 'thin', color: { argb: INK } }, bottom: { style: 'thin', color: { argb: INK } } },
    alignment: { vertical: 'middle', wrapText: true },
  },
  total: {
    font: { name: 'Calibri', size: 11, bold: true, color: { argb: INK } },
    border: { top: { style: 'thin', color: { argb: INK } } },
  },
  hairline: { bottom: { style: 'hair', color: { argb: HAIRLINE } } },
} as const satisfies Record<string, Partial<Style> | Style['border']>

/** No cell of Excel holds more characters than this; a file with more is refused as damaged. */
const LONGEST_TEXT = 32_767
/** The XML that may wait for the deflater before the rows do. */
const MOST_WAITING = 1024 * 1024
const WAITING_SQUEEZED = 64 * 1024
/** In milliseconds. */
const LOOK_AGAIN = 4

/**
 * A workbook in pieces, as `fill` writes it: memory stays bounded, a reader that stops stops the writing,
 * and what `fill` throws is thrown to the reader.
 */
export async function* workbookPieces(
  properties: BookProperties,
  fill: (book: Book, goOn: (sheet: Sheet) => Promise<void>) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const out = new PassThrough({ highWaterMark: WAITING_SQUEEZED })
  const goOn = async (sheet: Sheet): Promise<void> => {
    await breathe()
    // There is no event to wait for; looking again after some milliseconds leaves the processor to others.
    while (!out.destroyed && waiting(sheet) > MOST_WAITING) await sleep(LOOK_AGAIN)
    if (out.destroyed) throw new Error('Nobody reads this workbook any more')
  }
  write(out, properties, (book) => fill(book, goOn)).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    for await (const piece of out) yield piece as Uint8Array
  } finally {
    // Not awaited: exceljs's commit never answers once its reader has gone.
    out.destroy()
  }
}

async function write(out: PassThrough, properties: BookProperties, fill: (book: Book) => Promise<void>): Promise<void> {
  // Archiver holds a megabyte on each side of each of its streams unless told; all of it squeezed, some 60,000 rows.
  const zip = { highWaterMark: WAITING_SQUEEZED } as object
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false, zip })
  const day = utcDay(properties.day) ?? new Date(Date.UTC(1980, 0, 1))
  datedOn(book, day)
  book.title = properties.title
  book.creator = properties.author
  book.lastModifiedBy = properties.author
  book.created = day
  book.modified = day
  await fill(book)
  await book.commit()
}

/** An archive keeps for each of its files the moment it was added: put to the report's day, the same report is the same bytes. */
function datedOn(book: Book, date: Date): void {
  // The book adds its first files before it is given: only where they are written can all of them be dated.
  const { zip } = book as unknown as { readonly zip: { readonly _module: { append(source: unknown, entry: object, then: unknown): unknown } } }
  const writer = zip._module
  const append = writer.append.bind(writer)
  writer.append = (source, entry, then) => append(source, { ...entry, date }, then)
}

/** What a reader of the sheet sees first, and what its printer needs: A4, all columns on the width, page x of y. */
export type SheetFrame = {
  readonly name: string
  readonly headerRow: number
  readonly columnsThatStay: number
  readonly orientation: 'portrait' | 'landscape'
  /** With &P and &N where Excel puts the page and the pages. */
  readonly footer: { readonly left: string; readonly right: string }
}

/** A sheet whose head stays in sight and is repeated on every printed page. */
export function framedSheet(book: Book, frame: SheetFrame): Sheet {
  return book.addWorksheet(frame.name, {
    views: [
      {
        state: 'frozen',
        ySplit: frame.headerRow,
        xSplit: frame.columnsThatStay,
        topLeftCell: `${columnLetters(frame.columnsThatStay + 1)}${frame.headerRow + 1}`,
        showGridLines: false,
      },
    ],
    pageSetup: {
      paperSize: 9,
      orientation: frame.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
      printTitlesRow: `${frame.headerRow}:${frame.headerRow}`,
    },
    headerFooter: { oddFooter: `&L&8${frame.footer.left.replaceAll('&', '&&')}&R&8${frame.footer.right}` },
  })
}

/** A value as a cell: text stays text whatever it begins with, a day is a date of the calendar and of no zone. */
export function cellOf(value: Value): string | number | boolean | null {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value
}

/** A name Excel takes for a sheet: 31 characters, none of []:*?/\ and no apostrophes (they would need quoting everywhere). */
export function sheetName(wanted: string, taken: readonly string[] = []): string {
  const clean = wanted.replace(/[[\]:*?/\\'’]/g, ' ').replace(/\s+/g, ' ').trim()
  const short = [...clean].slice(0, 31).join('').trim() || '-'
  if (!taken.some((name) => name.toLowerCase() === short.toLowerCase())) return short
  return `${[...short].slice(0, 28).join('')} 2`
}

/** How wide a text is, in digits, which is how Excel measures a column: capitals are wider, small letters narrower. */
export function digitsWide(text: string): number {
  let width = 0
  for (const letter of text) {
    if (' .,;:il\'’-/'.includes(letter)) width += 0.55
    else if (letter >= '0' && letter <= '9') width += 1
    else width += letter === letter.toLowerCase() ? 1 : 1.2
  }
  return width
}

/** The lines a text takes in a cell of that width (in digits) when it wraps between words. */
export function linesOf(text: string, width: number): number {
  if (text.length * 1.2 < width && !text.includes('\n')) return 1
  const room = Math.max(1, width - 0.5)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines++
    for (const word of paragraph.split(' ')) {
      const wide = digitsWide(word)
      if (used > 0 && used + 0.55 + wide > room) {
        lines++
        used = 0
      }
      lines += Math.max(0, Math.ceil(wide / room) - 1)
      used += (used > 0 ? 0.55 : 0) + (wide % room || wide)
    }
  }
  return lines
}

/**
 * In points, at most Excel's 409. Given and not left to the program: LibreOffice and the previews of mail do not make
 * room for wrapped text by themselves.
 */
export function heightOf(lines: number): number {
  return Math.min(409, lines * 15)
}

type Pipe = { readonly _writableState: { readonly length: number }; readonly _readableState: { readonly length: number } }

/**
 * The XML that waits for the deflater. exceljs's sheet stream takes everything at once and says nothing when it is full
 * (its `write` ignores the answer of the pipe behind it), so what waits is read where it waits: in a stream of an old
 * `readable-stream`, which keeps its lengths only in its inner states.
 */
function waiting(sheet: Sheet): number {
  const { pipes } = (sheet as unknown as { stream: { pipes: readonly Pipe[] } }).stream
  // Before archiver has taken the sheet up there is no pipe, and it does so within a few turns.
  return pipes.reduce((sum, { _writableState, _readableState }) => sum + _writableState.length + _readableState.length, 0)
}
