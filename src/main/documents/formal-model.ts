import type { Language } from '../../shared/messages/messages.ts'
import type { Column, Fact, ReportHeader, Row } from './report-model.ts'

/**
 * A paper with legal weight that is mostly one table: the record of results, a person's record. Plain data, every word of
 * it said already, so that the same data give the same paper whatever the app says later.
 */
export interface FormalDocument {
  readonly language: Language
  readonly title: string
  /** Under the title: its number. */
  readonly subtitle: string | null
  readonly header: ReportHeader
  readonly facts: readonly Fact[]
  /** What must be read before the rest: that it replaces another. */
  readonly notice: string | null
  /** What the table was drawn up by, as sentences. */
  readonly rules: { readonly heading: string; readonly lines: readonly string[] } | null
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Rows in quiet ink, by position: who left. */
  readonly quietRows: readonly number[]
  /** Said in the place of the rows where there are none. */
  readonly nothing: string
  readonly totals: readonly Fact[]
  readonly paragraphs: readonly { readonly heading: string | null; readonly text: string }[]
  /** Where people sign, left to right; their lines never stand alone on a page. */
  readonly signers: readonly { readonly name: string; readonly post: string }[]
  /** At the left of each page's foot. */
  readonly foot: string
  /** At its right: `{n}` and `{of}` are put in. */
  readonly page: string
  /** Across each page of what is not valid yet. */
  readonly watermark: string | null
  /** The moment inside the file, UTC text: the same paper is the same bytes. */
  readonly madeAt: string
}

/** The title of the file, and of the pages after the first. */
export const formalTitle = ({ title, subtitle }: Pick<FormalDocument, 'title' | 'subtitle'>): string => (subtitle === null ? title : `${title} ${subtitle}`)
