import type { ChartData } from '../../../shared/domain/charts/model.ts'
import type { SectionKind } from '../../../shared/domain/report-sections.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { Column, Fact, Row } from '../report-model.ts'

/**
 * A funder's report as plain data, every word of it said already: the paper, the workbook and the text are drawn from this
 * and nothing else, so that they cannot say different things, and a year later say the same.
 */
export interface FunderReportData {
  readonly language: Language
  readonly title: string
  readonly subtitle: string | null
  readonly entityName: string
  readonly unit: string | null
  readonly yearName: string | null
  /** SHA-256 of PNG or JPEG assets, in the order they stand on the line. */
  readonly logos: readonly string[]
  /** What the cover tells: agreement, period, office, date. */
  readonly facts: readonly Fact[]
  readonly sections: readonly DrawnSection[]
  /** YYYY-MM-DD. */
  readonly generatedOn: string
  /** The moment inside the file, UTC text. */
  readonly madeAt: string
  /** Across each page of what has not been issued. */
  readonly watermark: string | null
  /** At the left of each page's foot. */
  readonly foot: string
  /** Words that the drawers need: the heading of the contents, "Página {n} de {of}". */
  readonly words: { readonly contents: string; readonly page: string }
}

export interface DrawnSection {
  readonly id: string
  readonly kind: SectionKind
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = TextBlock | FiguresBlock | TableBlock | ChartBlock

/** Paragraphs; a heading stands over what follows, a note is set in quiet ink. */
export interface TextBlock {
  readonly kind: 'heading' | 'text' | 'note'
  readonly text: string
}

/** The figures that are read first. */
export interface FiguresBlock {
  readonly kind: 'figures'
  readonly figures: readonly { readonly label: string; readonly value: string; readonly detail: string | null }[]
}

/** A chart is never without its table, which stands right after it. `alt` is said by who cannot see it. */
export interface ChartBlock {
  readonly kind: 'chart'
  readonly title: string
  readonly chart: ChartData
  readonly alt: string
}

export interface TableBlock {
  readonly kind: 'table'
  /** Null: what stands over it says what it is. */
  readonly title: string | null
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly total: Row | null
  /** By position: rows that head the others under them (a result over its indicators). */
  readonly headingRows: readonly number[]
}

/** A list that goes along as annex, row by row: too long to stand in memory with the rest. */
export interface AnnexList {
  readonly number: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<Row> | readonly Row[]
}

