import type { Language } from '../../../shared/messages/messages.ts'
import type { About } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import type { Block, DrawnSection } from '../../documents/funder-report/model.ts'
import type { Column, Row } from '../../documents/report-model.ts'
import type { Facts } from '../counting/model.ts'
import type { Protection } from './protect.ts'
import type { ReportDefinition, Section, Span } from './records.ts'

export interface ComposeContext {
  readonly db: Reader
  readonly about: About
  readonly language: Language
  today(): string
}

/** A list behind a figure, not yet read. */
export interface ListToDraw {
  /** "people", "indicator <id>". */
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  /** Null: only for the office's own eyes. */
  readonly number: string | null
  rows(): Promise<readonly Row[]>
}

/** A file of the annexes, as it is when the report goes out. */
export interface AnnexFile {
  readonly number: string
  readonly title: string
  readonly kind: 'file' | 'acta'
  /** The asset's id, or the acta's. */
  readonly id: string
  readonly fileName: string
  readonly sha256: string
}

export interface Problem {
  readonly sentence: string
  readonly isFatal: boolean
  readonly sectionId: string | null
}

/** A figure that the report says, to be asked again later. */
export interface SaidFigure {
  readonly key: string
  readonly label: string
  readonly value: number | null
}

/** What the sections of one report have in common while it is composed. */
export interface Composing {
  readonly context: ComposeContext
  readonly report: ReportDefinition
  readonly span: Span
  readonly editionIds: readonly string[]
  readonly facts: Facts
  readonly protection: Protection
  readonly isDraft: boolean
  readonly problems: Problem[]
  readonly figures: SaidFigure[]
  readonly lists: ListToDraw[]
  readonly files: AnnexFile[]
  /** Numbers of annexes by what they prove: an indicator's id, "people". */
  readonly annexOf: Map<string, string>
}

export type Compose = (composing: Composing, section: Section) => Promise<readonly Block[]>

export const drawn = (section: Section, title: string, blocks: readonly Block[]): DrawnSection => ({ id: section.id, kind: section.kind, title: section.title ?? title, blocks })

/** The paragraphs that were written for a section. */
export const bodyOf = (section: Section): Block[] => (section.body === null || section.body.trim() === '' ? [] : [{ kind: 'text', text: section.body }])

/** A part of a whole in percent with one decimal; of nothing, nothing. */
export const percentFigure = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10)

/** Without the columns, after the first, that nothing is written in. */
export function withoutEmpty(columns: readonly Column[], rows: readonly Row[]): readonly [readonly Column[], readonly Row[]] {
  const isKept = columns.map((_, at) => at === 0 || rows.some((row) => row[at] !== null && row[at] !== undefined && row[at] !== ''))
  const kept = <T>(list: readonly T[]): T[] => list.filter((__, at) => isKept[at])
  return [kept(columns), rows.map(kept)]
}

export const table = (columns: readonly Column[], rows: readonly Row[], more: { readonly title?: string | null; readonly total?: Row | null; readonly headingRows?: readonly number[] } = {}): Block => ({
  kind: 'table',
  title: more.title ?? null,
  columns,
  rows,
  total: more.total ?? null,
  headingRows: more.headingRows ?? [],
})
