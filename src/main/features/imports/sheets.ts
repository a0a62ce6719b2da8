import type { Sheet, Workbook } from '../../intake/table.ts'
import type { RosterCell, RosterRow } from '../../../shared/domain/roster/cells.ts'
import { cellText, folded, isBlank } from '../../../shared/domain/roster/cells.ts'
import type { ColumnNameOrder, ColumnProposal } from '../../../shared/domain/roster/columns.ts'
import { columnNameOrder, proposeColumns } from '../../../shared/domain/roster/columns.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { layoutFingerprint } from '../../../shared/domain/roster/fields.ts'
import type { Layout } from '../../../shared/domain/roster/layout.ts'
import { findLayout } from '../../../shared/domain/roster/layout.ts'
import type { NameOrder } from '../../../shared/domain/name-parts.ts'

/** How a layout was mapped the last time. */
export interface RememberedLayout {
  readonly fields: readonly RosterField[]
  readonly nameOrder: NameOrder
}

/** A sheet with its list found and its columns proposed. */
export interface ListSheet {
  readonly sheet: Sheet
  readonly layout: Layout
  readonly columns: readonly ColumnProposal[]
  readonly order: ColumnNameOrder | null
  readonly fingerprint: string
  readonly remembered: boolean
  /** Rows of the list, in order. */
  readonly rows: readonly { readonly row: number; readonly cells: RosterRow; readonly section: string | null }[]
}

/** What the file alone says of its sheets does not change from review to review. */
const found = new WeakMap<Workbook, readonly ListSheet[]>()

/** The sheets of a file that hold a list, each as it would be read; what the office chose before for the same labels comes first. */
export function listSheets(workbook: Workbook, rememberedFor: (fingerprint: string) => RememberedLayout | undefined): ListSheet[] {
  const lists = found.get(workbook) ?? workbook.sheets.flatMap((sheet) => listSheet(sheet) ?? [])
  found.set(workbook, lists)
  return lists.map((list) => {
    const remembered = list.layout.headerRows.length === 0 ? undefined : rememberedFor(list.fingerprint)
    if (remembered === undefined) return list
    const columns = list.columns.map((column) => recalled(column, remembered))
    return { ...list, columns, order: orderOf(columns, list.rows.map((row) => row.cells), remembered), remembered: true }
  })
}

function listSheet(sheet: Sheet): ListSheet | null {
  const layout = findLayout(sheet)
  if (layout === null || layout.list.length === 0) return null
  const rows = layout.list.map(({ index, section }) => ({ row: sheet.firstRow + index, cells: sheet.rows[index] ?? [], section }))
  const columns = proposeColumns(layout.labels, rows.map((row) => row.cells))
  return { sheet, layout, columns, order: orderOf(columns, rows.map((row) => row.cells), undefined), fingerprint: layoutFingerprint(layout.labels), remembered: false, rows }
}

function recalled(column: ColumnProposal, remembered: RememberedLayout): ColumnProposal {
  const field = remembered.fields[column.column]
  return field === undefined ? column : { ...column, field, confidence: 1, reason: 'remembered' }
}

function orderOf(columns: readonly ColumnProposal[], rows: readonly RosterRow[], remembered: RememberedLayout | undefined): ColumnNameOrder | null {
  const whole = columns.find((column) => column.field === 'fullName')
  if (whole === undefined) return null
  const guess = columnNameOrder(whole.label, rows.map((row): RosterCell => row[whole.column] ?? null))
  return remembered === undefined ? guess : { ...guess, order: remembered.nameOrder, confidence: 1 }
}

/** Whether a sheet's list can be of people: somebody's name, or a document, stands in it. */
export function holdsPeople(list: Pick<ListSheet, 'columns'>): boolean {
  const has = (field: RosterField): boolean => list.columns.some((column) => column.field === field)
  return has('fullName') || has('givenNames') || has('surnames') || has('firstSurname')
}

/** What the sheet says it is: "SEDE AREQUIPA" in a title above the list, else its own name. */
export function groupNameOf(list: ListSheet): string {
  const titles = list.layout.left.filter((row) => row.kind === 'title').flatMap(({ index }) => (list.sheet.rows[index] ?? []).map((cell) => cellText(cell)))
  for (const title of titles) {
    const match = /\b(?:sede|grupo|ciudad|aula)\s*:?\s+([\p{L}\p{N}][\p{L}\p{N} .'’-]{1,60})/iu.exec(title)
    if (match?.[1] !== undefined) return properName(match[1])
  }
  return /^(hoja|sheet|lista|datos|relacion|participantes|data)\s*\d*$/.test(folded(list.sheet.name)) ? '' : properName(list.sheet.name)
}

/** "AREQUIPA" as a group is called: "Arequipa". What already mixes capitals stays. */
export function properName(text: string): string {
  const clean = text.replace(/\s+/gu, ' ').trim().replace(/[\s.,;:-]+$/u, '')
  if (clean !== clean.toUpperCase()) return clean
  return clean.toLowerCase().replace(/(^|[\s(-])(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase())
}

/** The value of a row's column of groups, as it was written. */
export function groupValue(row: RosterRow, column: number): string {
  const cell = row[column]
  return isBlank(cell) ? '' : cellText(cell).replace(/\s+/gu, ' ').trim()
}


/** The attendance that a video meeting exports: a list of joins, not of people to enrol. */
export function isMeetingExport(workbook: Workbook): boolean {
  const heads = workbook.sheets.flatMap((sheet) => sheet.rows.slice(0, 8)).map((row) => row.map((cell) => folded(cellText(cell))).join('|'))
  return heads.some((head) => /join time|hora de (ingreso|union|entrada)/.test(head) && /leave time|hora de salida/.test(head))
}
