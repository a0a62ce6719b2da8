import type { RosterCell, RosterRow } from '../../../shared/domain/roster/cells.ts'
import type { Finding } from '../../../shared/domain/roster/findings.ts'
import { rejects } from '../../../shared/domain/roster/findings.ts'
import type { Outcome, Plan } from '../../../shared/domain/roster/plan.ts'
import type { Settings } from './groups.ts'
import type { Prepared } from './prepare.ts'

/** What became of each row, kept for ever beside the import: short for rows that entered, whole for those that did not. */
export interface ImportDetails {
  readonly kind: 'xlsx' | 'csv'
  readonly delimiter: string | null
  readonly settings: Omit<Settings, 'file' | 'decisions'>
  readonly sheets: readonly { readonly name: string; readonly labels: readonly string[] }[]
  readonly rows: readonly RowRecord[]
  readonly rejected: readonly RejectedRow[]
}

/** Sheet (by index), row, outcome, person; the name and why only where there is no person to ask. */
export type RowRecord = readonly [sheet: number, row: number, outcome: Outcome, personId: string | null, name?: string, findings?: readonly Finding[]]

export interface RejectedRow {
  readonly sheet: number
  readonly row: number
  readonly cells: RosterRow
  readonly findings: readonly Finding[]
}

const CAUSES_OF_SKIPPING = new Set(['twice-same', 'twice-differs'])

export function detailsOf(settings: Settings, prepared: Prepared, plan: Plan, personIds: readonly (string | null)[]): ImportDetails {
  const { file: _file, decisions: _decisions, ...kept } = settings
  const at = new Map(prepared.lists.map((list, index) => [list.sheet.name, index]))
  const cells = prepared.lists.map((list) => new Map(list.rows.map((row) => [row.row, row.cells])))
  const rows = plan.rows.map(({ entry, outcome, findings }, index): RowRecord => {
    const sheet = at.get(entry.sheet) ?? 0
    if (outcome !== 'rejected' && outcome !== 'skipped') return [sheet, entry.row, outcome, personIds[index] ?? null]
    return [sheet, entry.row, outcome, null, entry.name, findings.filter((one) => rejects(one) || CAUSES_OF_SKIPPING.has(one.cause))]
  })
  const rejected = plan.rows.flatMap(({ entry, outcome, findings }): RejectedRow[] => {
    const sheet = at.get(entry.sheet) ?? 0
    return outcome === 'rejected' ? [{ sheet, row: entry.row, cells: cells[sheet]?.get(entry.row) ?? [], findings: findings.filter(rejects) }] : []
  })
  return {
    kind: prepared.source.workbook.kind,
    delimiter: prepared.source.workbook.delimiter,
    settings: kept,
    sheets: prepared.lists.map((list) => ({ name: list.sheet.name, labels: list.layout.labels })),
    rows,
    rejected,
  }
}

export function parseDetails(text: string): ImportDetails {
  return JSON.parse(text) as ImportDetails
}

/** The rejected rows under one heading: the office's own columns; with several sheets, the sheet in front. */
export function rejectsTable(details: ImportDetails, sheetLabel: string): { header: string[]; rows: { cells: RosterCell[]; findings: readonly Finding[] }[] } {
  const touched = [...new Set(details.rejected.map((row) => row.sheet))]
  const several = details.sheets.length > 1
  const labels: string[] = []
  // Sheets with other labels bring their columns behind: a label of the same words is the same column.
  const columns = details.sheets.map((sheet, index) => (touched.includes(index) ? sheet.labels.map((label, column) => columnFor(labels, label, column)) : []))
  const rows = details.rejected.map((row) => {
    const cells: RosterCell[] = labels.map(() => null)
    for (const [column, cell] of row.cells.entries()) cells[columns[row.sheet]?.[column] ?? column] = cell
    return { cells: several ? [details.sheets[row.sheet]?.name ?? null, ...cells] : cells, findings: row.findings }
  })
  return { header: several ? [sheetLabel, ...labels] : labels, rows }
}

function columnFor(labels: string[], label: string, column: number): number {
  const there = label === '' ? -1 : labels[column] === label ? column : labels.indexOf(label)
  if (there >= 0) return there
  return labels.push(label) - 1
}
