import { CsvError, parse } from 'csv-parse/sync'
import { columnLetters } from '../../../shared/domain/column-letters.ts'
import { unescapeCsvCell } from '../../../shared/domain/csv.ts'
import { failure } from '../failures.ts'
import { NoteBook } from '../notes.ts'
import { textOrNull, trimmed, type Cell, type Limits, type Sheet } from '../table.ts'
import { likelyDelimiters } from './delimiter.ts'
import { decodeText } from './encoding.ts'
import { mendedQuotes } from './quotes.ts'

export interface CsvRequest {
  readonly bytes: Buffer
  readonly file: string
  readonly limits: Limits
  readonly encoding: string | undefined
  readonly delimiter: string | undefined
}

export interface CsvBook {
  readonly sheet: Sheet
  readonly encoding: string
  readonly delimiter: string | null
  readonly alternatives: { readonly encodings: string[]; readonly delimiters: string[] }
}

interface ParsedRecord {
  readonly record: string[]
  /** Line of the file on which the record ends. */
  readonly line: number
}

/**
 * Reads a text with delimiters. Every value stays text, so that leading zeros do; a row's number is the one Excel would show.
 * What our own export put in front of a formula is taken off.
 */
export function readCsv(request: CsvRequest): CsvBook {
  const decoded = decodeText(request.bytes, request.encoding)
  const { text, said } = withoutPreamble(decoded.text)
  const likely = likelyDelimiters(text)
  const delimiter = request.delimiter ?? said ?? likely[0] ?? null
  const records = recordsOf(text, delimiter, request)
  const notes = new NoteBook()
  noteStrangers(records, decoded.strangers, said === null ? 0 : 1, notes)
  const { firstRow, rows } = rowsOf(records, request)
  const name = request.file.replace(/\.[^.]*$/, '')
  return {
    sheet: { name, firstRow, rows, hidden: false, notes: notes.all() },
    encoding: decoded.encoding,
    delimiter,
    alternatives: {
      encodings: decoded.alternatives,
      delimiters: [...new Set([...(delimiter === null ? [] : [delimiter]), ...likely, ';', ',', '\t', '|'])],
    },
  }
}

/** `sep=;` on the first line is for Excel, which takes it away and counts rows from the next. */
function withoutPreamble(decoded: string): { readonly text: string; readonly said: string | null } {
  const text = decoded.replace(/^\ufeff/, '')
  const match = /^"?sep=(.)"?\r?\n/i.exec(text)
  if (match?.[1] === undefined) return { text, said: null }
  return { text: text.slice(match[0].length), said: match[1] }
}

/** Strict first; where the quotes break the rule, once more with the quotes mended. */
function recordsOf(text: string, delimiter: string | null, request: CsvRequest): ParsedRecord[] {
  try {
    return parsed(text, delimiter, request.limits.rows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  const mended = mendedQuotes(text, delimiter ?? NO_DELIMITER)
  if (mended.openAt !== null) throw failure('open-quote', { file: request.file, row: mended.openAt })
  return parsed(mended.text, delimiter, request.limits.rows)
}

/** A character that stands in no roster: the parser wants a delimiter even for a single column. */
const NO_DELIMITER = '\u0001'

function parsed(text: string, delimiter: string | null, most: number): ParsedRecord[] {
  const records: ParsedRecord[] = []
  parse(text, {
    delimiter: delimiter ?? NO_DELIMITER,
    // All of them: left to itself the parser takes the first it meets for the only one, and pasted files mix them.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    to: most + 1,
    on_record(record: string[], { lines }) {
      records.push({ record, line: lines })
      return null
    },
  })
  return records
}

function rowsOf(records: readonly ParsedRecord[], { file, limits }: CsvRequest) {
  const name = file.replace(/\.[^.]*$/, '')
  if (records.length > limits.rows) throw failure('too-many-rows', { file, sheet: name, row: records.length, limit: limits.rows })
  const rows: Cell[][] = []
  let firstRow = 0
  let cells = 0
  for (const [index, { record }] of records.entries()) {
    const row = trimmed(record.map((text): Cell => textOrNull(unescapeCsvCell(text))))
    if (row.length > limits.columns) {
      const cell = `${columnLetters(row.length)}${index + 1}`
      throw failure('too-many-columns', { file, sheet: name, cell, limit: limits.columns })
    }
    cells += row.length
    if (cells > limits.cells) throw failure('too-many-cells', { file, sheet: name, limit: limits.cells })
    if (row.length > 0 && firstRow === 0) firstRow = index + 1
    if (firstRow > 0) rows.push(row)
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  return { firstRow: Math.max(1, firstRow), rows }
}

/** Lines of the file are not rows: a record with a line break inside takes several. */
function noteStrangers(
  records: readonly ParsedRecord[], strangers: ReadonlyMap<number, string>, linesBefore: number, notes: NoteBook,
): void {
  if (strangers.size === 0) return
  let line = linesBefore + 1
  for (const [index, record] of records.entries()) {
    const last = Math.max(line, record.line + linesBefore)
    let encoding: string | undefined
    for (; line <= last; line += 1) encoding ??= strangers.get(line)
    if (encoding !== undefined) notes.add('encoding', index + 1, 0, encoding)
  }
}
