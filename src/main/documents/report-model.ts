import type { Language } from '../../shared/messages/messages.ts'

/**
 * A report as plain data, from which both the sheet and the paper are drawn, so that they cannot say different things.
 * Titles, labels and words of the data arrive in the reader's language; only the report's own words are said here.
 */
export type ReportData = {
  readonly language: Language
  readonly title: string
  readonly subtitle?: string
  readonly header: ReportHeader
  /** What the report is about, in the order of reading: programme, group, dates, place. */
  readonly facts: readonly Fact[]
  readonly columns: readonly Column[]
  readonly rows: Rows
  readonly totals: readonly Breakdown[]
  /** Columns at the left that stay in sight when the sheet is scrolled sideways. */
  readonly columnsThatStay?: number
}

export type ReportHeader = {
  readonly entityName: string
  readonly unit?: string
  /** "Año de …", printed on official papers. */
  readonly yearName?: string
  /** PNG or JPEG, in the order they stand on the line. */
  readonly logos: readonly Uint8Array[]
  /** False where the first of the logos is not the office's own: it has none, and its name stands alone. */
  readonly hasOwnLogo?: boolean
  /** YYYY-MM-DD. Also the date inside the file, so that the same report is the same bytes. */
  readonly generatedOn: string
}

export type Fact = { readonly label: string; readonly value: string }

/**
 * What a column's values are: `integer` and `decimal` numbers, `figure` a number with the decimals that it has (two at most), `money` integer cents of sol, `date` YYYY-MM-DD text,
 * `document` a number that is text (it keeps its zeros), `text` anything else.
 */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'figure' | 'date' | 'money' | 'document'

/** Whether values of that kind are set at the right, digit below digit. */
export function isNumber(kind: ColumnKind): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'figure' || kind === 'money'
}

export type Column = {
  readonly label: string
  readonly kind: ColumnKind
  /** In characters; measured from the content when not given. */
  readonly width?: number
}

export type Value = string | number | boolean | null
export type Row = readonly Value[]
/** Given one by one where a report can be longer than memory; the paper still gathers them, to number its pages. */
export type Rows = readonly Row[] | AsyncIterable<Row>

/** A count by sex, by kind of organisation, by region: one label a row, one or more figures. */
export type Breakdown = {
  readonly title: string
  /** The heading of the labels, then one for each figure. The share and the chart are of the first figure. */
  readonly columns: readonly [label: string, ...figures: string[]]
  readonly rows: readonly (readonly [label: string, ...figures: number[]])[]
  /** Where a total is not the sum: a person who took part in two regions is one person. */
  readonly total?: readonly number[]
}

/** The total under each figure: the one given, or the sum. */
export function totalsOf(breakdown: Breakdown): readonly number[] {
  if (breakdown.total) return breakdown.total
  const figures = breakdown.columns.length - 1
  return Array.from({ length: figures }, (_, i) => breakdown.rows.reduce((sum, row) => sum + figure(row, i), 0))
}

/** The part of the first figure's total that each row is, 0 to 1; 0 when there is nothing to share. */
export function sharesOf(breakdown: Breakdown): readonly number[] {
  const total = totalsOf(breakdown)[0] ?? 0
  return breakdown.rows.map((row) => (total === 0 ? 0 : figure(row, 0) / total))
}

/** The figures of a row without its label. */
export function figuresOf(row: Breakdown['rows'][number]): readonly number[] {
  const [, ...figures] = row
  return figures
}

function figure(row: Breakdown['rows'][number], index: number): number {
  return figuresOf(row)[index] ?? 0
}
