import type { Language } from '../../shared/messages/messages.ts'
import type { Fact, ReportHeader } from './report-model.ts'

/** A fact of the sheet's head; `share` says how much of its line it takes beside the others. */
export type SheetFact = Fact & { readonly share: number }

/** A row for a person, in the order of the paper. */
export type SignRow = {
  readonly name: string
  readonly organisation: string
  /** Hidden but for its last characters: the sheet goes from hand to hand. */
  readonly document: string
}

/** A sign-in sheet as plain data; its words arrive in the reader's language, only the paper's own are said here. */
export type SignSheet = {
  /** What is learnt: the course's title. */
  readonly course: string
  /** Programme, edition and group. */
  readonly context: string
  /** Lines of facts, three at most. */
  readonly facts: readonly (readonly SheetFact[])[]
  /** Heads of the signature columns: one alone leaves room for the times of coming and going. */
  readonly signatures: readonly string[]
  readonly rows: readonly SignRow[]
  readonly blankRows: number
  /** Readable code of the sheet. */
  readonly code: string
  /** What the QR of each page says: as many as there are pages. */
  readonly pageCodes: readonly string[]
}

/** Sheets that go to one file. */
export type SignSheets = {
  readonly language: Language
  readonly title: string
  readonly header: ReportHeader
  readonly sheets: readonly SignSheet[]
}

/** A sheet lies on its side where more than two signatures stand side by side. */
export function liesOnItsSide(signatures: number): boolean {
  return signatures > 2
}

/** Signature columns that still leave room for a signature. */
export const mostSignatures = 8

/**
 * Rows on each page. Fixed, whatever the head says, so that a sheet printed again has the same rows on the same pages;
 * every row is 9 mm high or more.
 */
export function rowsPerPage(signatures: number): number {
  if (!liesOnItsSide(signatures)) return 20
  return signatures > 4 ? 11 : 12
}

/** Pages of a sheet with so many rows, one at least. */
export function pagesOf(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage))
}
