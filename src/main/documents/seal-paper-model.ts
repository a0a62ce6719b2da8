import type { Language } from '../../shared/messages/messages.ts'
import type { Fact, ReportHeader } from './report-model.ts'

/** A page that bears what machines read: the sheet of the root, the annulment list for the notice board. Every word of it said already. */
export interface SealPaper {
  readonly language: Language
  readonly title: string
  readonly subtitle: string | null
  readonly header: ReportHeader
  readonly facts: readonly Fact[]
  /** What must be read before the rest. */
  readonly notice: string
  /** Words to be copied by hand, each with its number; empty where there are none. */
  readonly words: readonly string[]
  /** Null where it would be too large to be printed. `least`: millimetres of its side at least. */
  readonly qr: { readonly text: string; readonly caption: string; readonly least: number } | null
  /** Eight words, to be compared by eye. */
  readonly fingerprint: { readonly label: string; readonly words: string }
  readonly paragraphs: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  /** At the left and at the right of the page's foot. */
  readonly foot: string
  readonly page: string
  /** UTC text: the same paper is the same bytes. */
  readonly madeAt: string
}
