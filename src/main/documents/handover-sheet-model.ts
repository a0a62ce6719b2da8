import type { Language } from '../../shared/messages/messages.ts'
import type { ReportHeader } from './report-model.ts'
import type { SheetFact } from './sign-sheet-model.ts'

/** A paper to be handed over, in the order of the sheet. */
export type HandoverRow = {
  readonly number: string
  readonly name: string
  /** Hidden but for its last characters: the sheet goes from hand to hand. */
  readonly document: string
}

/** A list with a signature column as plain data; its words arrive in the reader's language, only the paper's own are said here. */
export type HandoverSheet = {
  /** For whom: the organisation, or all. */
  readonly heading: string
  /** What the papers are for. */
  readonly context: string
  readonly facts: readonly (readonly SheetFact[])[]
  readonly rows: readonly HandoverRow[]
  readonly code: string
  /** What the QR of each page says: as many as there are pages. */
  readonly pageCodes: readonly string[]
}

/** Sheets that go to one file. */
export type HandoverSheets = {
  readonly language: Language
  readonly title: string
  readonly header: ReportHeader
  readonly sheets: readonly HandoverSheet[]
}

/** Fixed, so that a sheet drawn again has the same rows on the same pages; every row is 9 mm high or more. */
export const handoverRowsPerPage = 20
