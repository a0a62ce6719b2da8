import type { Sheet, Workbook } from '../../intake/table.ts'
import type { RosterCell, RosterRow } from '../../../shared/domain/roster/cells.ts'
import { cellLine, cellText, folded, isBlank } from '../../../shared/domain/roster/cells.ts'
import type { ColumnNameOrder, ColumnProposal } from '../../../shared/domain/roster/columns.ts'
import { columnNameOrder, proposeColumns } from '../../../shared/domain/roster/columns.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { layoutFingerprint } from '../../../shared/domain/roster/fields.ts'
import type { Layout } from '../../../shared/domain/roster/layout.ts'
import { findLayout } from '../../../shared/domain/roster/layout.ts'
import { isMeetingSheet } from '../../../shared/domain/meetings/read-export.ts'
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
  const columns = proposeColumns(layout.labels, layout.list.map(({ index }) => sheet.rows[index] ?? []))
  const joined = joinedCells(sheet, new Set(columns.flatMap(({ field, column }) => (SHARED.has(field) ? [column] : []))))
  const rows = layout.list.map(({ index, section }) => ({ row: sheet.firstRow + index, cells: joined(sheet.firstRow + index, sheet.rows[index] ?? []), section }))
  return { sheet, layout, columns, order: orderOf(columns, rows.map((row) => row.cells), undefined), fingerprint: layoutFingerprint(layout.labels), remembered: false, rows }
}

/** What one cell joined over several rows may say of all of them. A name or a document is of one row only. */
const SHARED: ReadonlySet<RosterField> = new Set<RosterField>(['organisation', 'organisationKind', 'unit', 'department', 'province', 'district', 'ubigeo', 'community', 'federation', 'group', 'role'])

/** A cell joined over several rows says its value for each of them; the file keeps it in the first only. */
function joinedCells(sheet: Sheet, shared: ReadonlySet<number>): (row: number, cells: RosterRow) => RosterRow {
  const values = new Map<number, Map<number, RosterCell>>()
  for (const note of sheet.notes) {
    const range = note.kind === 'merged' ? /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(note.text) : null
    if (range === null || range[1] !== range[3] || !shared.has(note.column - 1)) continue
    const [first, last] = [Number(range[2]), Number(range[4])]
    const value = sheet.rows[first - sheet.firstRow]?.[note.column - 1] ?? null
    for (let row = first + 1; row <= Math.min(last, sheet.firstRow + sheet.rows.length - 1); row += 1) values.set(row, (values.get(row) ?? new Map<number, RosterCell>()).set(note.column - 1, value))
  }
  return (row, cells) => {
    const joined = values.get(row)
    if (joined === undefined) return cells
    const width = Math.max(cells.length, ...[...joined.keys()].map((column) => column + 1))
    return Array.from({ length: width }, (_none, column) => (isBlank(cells[column]) ? (joined.get(column) ?? null) : (cells[column] ?? null)))
  }
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

/** The sheets that are imported when nobody chooses: visible, with people; a list whose names are one word each (a catalogue) only where there is no other. */
export function proposedLists(lists: readonly ListSheet[]): readonly ListSheet[] {
  const possible = lists.filter((list) => !list.sheet.hidden && holdsPeople(list))
  const named = possible.filter(namesPersons)
  return named.length > 0 ? named : possible
}

function namesPersons(list: ListSheet): boolean {
  if (list.columns.some((column) => column.field === 'documentNumber')) return true
  const names = list.columns.filter((column) => NAME_FIELDS.has(column.field))
  const words = (cells: RosterRow): number => names.flatMap((column) => folded(cellText(cells[column.column])).split(' ')).filter((word) => /\p{L}/u.test(word)).length
  return list.rows.filter(({ cells }) => words(cells) > 1).length * 5 > list.rows.length
}

const NAME_FIELDS: ReadonlySet<RosterField> = new Set<RosterField>(['fullName', 'givenNames', 'surnames', 'firstSurname', 'secondSurname'])

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
  return isBlank(cell) ? '' : cellLine(cell)
}

/** The attendance that a video meeting exports: a list of joins, not of people to enrol. */
export function isMeetingExport(workbook: Workbook): boolean {
  return workbook.sheets.some(isMeetingSheet)
}
