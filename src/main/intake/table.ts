/**
 * What comes out of a file from outside: plain values at the office's own row numbers, and what was noticed on the way.
 * A date is what the office sees on its screen, never a moment: no time zone touches it (docs of the trap: a day lost in Lima).
 */
export type Cell = string | number | boolean | null | CellDate

/** `date` is `YYYY-MM-DD`; `time` is `HH:MM:SS`, or null at midnight. */
export interface CellDate {
  readonly date: string
  readonly time: string | null
}

/**
 * What a sheet has that its values do not tell. Rows and columns count from 1, as in the sheet; 0 is "the whole row" or "the whole column".
 *
 * | kind | what | text |
 * |---|---|---|
 * | formula | the value is the last result of a formula | the formula |
 * | formula-no-value | a formula whose result was never saved; the cell is null | the formula |
 * | error | the cell shows an error; the cell is null | `#N/A`, `#REF!`… |
 * | merged | joined cells; the value is in the first | the range, `A1:D1` |
 * | hidden-rows, hidden-columns | hidden or filtered away, but read | the range, `5:12`, `C:D` |
 * | encoding | this line was in another encoding than the rest | that encoding |
 * | more | so many things of one kind that the rest is only counted | how many more |
 */
export interface SheetNote {
  readonly kind:
    | 'formula'
    | 'formula-no-value'
    | 'error'
    | 'merged'
    | 'hidden-rows'
    | 'hidden-columns'
    | 'encoding'
    | 'more'
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface Sheet {
  readonly name: string
  /** The row of the sheet, from 1, that `rows[0]` is. 1 for a sheet without rows. */
  readonly firstRow: number
  /** No nulls at the end of a row, no empty rows at the end; an empty row between is `[]`. */
  readonly rows: readonly (readonly Cell[])[]
  readonly hidden: boolean
  readonly notes: readonly SheetNote[]
}

export interface Workbook {
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly Sheet[]
  /** Of a csv: one of `alternatives.encodings`. `mixed` when lines differ. */
  readonly encoding: string | null
  /** Of a csv; null when it has a single column. */
  readonly delimiter: string | null
  readonly date1904: boolean
  /** What a person may choose instead, the likeliest first. Empty for an xlsx. */
  readonly alternatives: { readonly encodings: string[]; readonly delimiters: string[] }
}

export interface ReadOptions {
  readonly encoding?: string
  readonly delimiter?: string
  readonly limits?: Partial<Limits>
}

/** What a file may cost before it is refused. Bytes, counts, milliseconds; `memory` in megabytes of the worker's heap. */
export interface Limits {
  readonly fileBytes: number
  /** Real bytes that came out of the zip, not what its headers say. */
  readonly inflatedBytes: number
  readonly entries: number
  /** Inflated over deflated, of one entry, once it is past `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
  readonly rows: number
  readonly columns: number
  /** Cells with something in them, in the whole book. */
  readonly cells: number
  readonly milliseconds: number
  readonly memory: number
}

const MB = 1024 * 1024

/** A roster of 100,000 rows and 20 columns fits several times; what does not fit is no roster. */
export const LIMITS: Limits = {
  fileBytes: 64 * MB,
  inflatedBytes: 512 * MB,
  entries: 5_000,
  ratio: 250,
  ratioFrom: 8 * MB,
  rows: 200_000,
  columns: 256,
  cells: 5_000_000,
  milliseconds: 60_000,
  memory: 768,
}

/** A row without the nulls at its end. Takes the row itself: it is shortened in place. */
export function trimmed(row: Cell[]): Cell[] {
  let length = row.length
  while (length > 0 && (row[length - 1] ?? null) === null) length -= 1
  row.length = length
  for (let at = 0; at < length; at += 1) row[at] ??= null
  return row
}

/** Text with nothing to see in it is an empty cell. */
export function textOrNull(text: string): string | null {
  return text === '' || text.trim() === '' ? null : text
}
