import type { Limits, Sheet } from '../table.ts'
import { openZip, type GuardedZip } from '../zip.ts'
import { bookOf, type Book } from './book.ts'
import { lookOf, type NumberLook } from './dates.ts'
import { readSheet } from './sheet.ts'
import { ItemText } from './strings.ts'
import { readXml } from './xml.ts'

export interface XlsxRequest {
  readonly bytes: Buffer
  readonly file: string
  readonly limits: Limits
  readonly onProgress: (done: number, total: number) => void
  /** Each sheet as soon as it is read; awaited, so that a slow taker holds the reader back. */
  readonly onSheet: (sheet: Sheet) => Promise<void>
}

/**
 * Reads a workbook with a reader of our own over the guarded zip: saxes for the XML (the parser that exceljs itself stands on),
 * and only the parts that carry values. exceljs was measured beside it and left for writing: see `tests/bench/intake.bench.ts`.
 * It stops at cells without `r`, shifts dates by the zone, gives no merged cells when streaming, and inflates before it looks.
 * Progress is in deflated bytes.
 */
export async function readXlsx(request: XlsxRequest): Promise<{ readonly date1904: boolean }> {
  const { bytes, file, limits } = request
  let done = 0
  let total = 0
  const zip = await openZip(bytes, file, limits, (count) => {
    done += count
    request.onProgress(done, Math.max(done, total))
  })
  const book = await bookOf(zip, file)
  total = done + deflatedBytesOf(zip, book)
  const strings = await stringsOf(zip, book, file)
  const looks = await looksOf(zip, book, file)
  const budget = { cells: limits.cells }
  for (const sheet of book.sheets) {
    await request.onSheet(await readSheet({ zip, file, limits, sheet, strings, looks, date1904: book.date1904, budget }))
  }
  return { date1904: book.date1904 }
}

function deflatedBytesOf(zip: GuardedZip, book: Book): number {
  const parts = [book.strings, book.styles, ...book.sheets.map((sheet) => sheet.part)]
  return parts.reduce((sum, part) => sum + (part === null ? 0 : zip.deflatedBytes(part)), 0)
}

/** The shared strings, in order. */
async function stringsOf(zip: GuardedZip, book: Book, file: string): Promise<readonly string[]> {
  const strings: string[] = []
  if (book.strings === null) return strings
  const item = new ItemText()
  await readXml(zip, book.strings, file, {
    open: (name) => item.open(name),
    text: (text) => item.text(text),
    close(name) {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
  })
  return strings
}

/** How each cell style shows its numbers, by the style's place in `cellXfs`. */
async function looksOf(zip: GuardedZip, book: Book, file: string): Promise<readonly NumberLook[]> {
  if (book.styles === null) return []
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  await readXml(zip, book.styles, file, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) formats.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats.map((id) => lookOf(id, codes.get(id)))
}
