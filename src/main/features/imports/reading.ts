import type { contract } from '../../../shared/contract/index.ts'
import { columnLetters } from '../../../shared/domain/column-letters.ts'
import { cellLine } from '../../../shared/domain/roster/cells.ts'
import type { Layout } from '../../../shared/domain/roster/layout.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Sheet, SheetNote } from '../../intake/table.ts'
import type { ListSheet } from './sheets.ts'
import { groupNameOf } from './sheets.ts'
import { columnReason, orderReason } from './sentences.ts'

const FIRST_ROWS = 8

type SheetSeen = OutputOf<typeof contract.imports.read>['sheets'][number]

/** A sheet with its list, its columns and what else was noticed, in the reader's language. */
export function sheetSeen(language: Language, list: ListSheet, chosen: boolean): SheetSeen {
  const header = list.layout.headerRows.at(-1)
  return {
    name: list.sheet.name,
    hidden: list.sheet.hidden,
    chosen,
    headerRow: header === undefined ? null : list.sheet.firstRow + header,
    rows: list.rows.length,
    columns: list.columns.map((column) => ({
      column: column.column,
      letter: columnLetters(column.column + 1),
      label: column.label,
      field: column.field,
      confidence: column.confidence,
      reason: columnReason(language, column.reason, column.label),
      samples: [...column.samples],
      filled: column.filled,
    })),
    nameOrder: list.order === null ? null : { order: list.order.order, confidence: list.order.confidence, reason: orderReason(language, list.order.reason) },
    remembered: list.remembered,
    firstRows: list.rows.slice(0, FIRST_ROWS).map(({ row, cells }) => ({ row, cells: list.columns.map((column) => cellLine(cells[column.column])) })),
    groupName: groupNameOf(list),
    notes: notesOf(language, list.sheet, list.layout),
  }
}

/** A sheet that holds no list: shown, so that nobody wonders where it went. */
export function emptySheetSeen(language: Language, sheet: Sheet): SheetSeen {
  return { name: sheet.name, hidden: sheet.hidden, chosen: false, headerRow: null, rows: 0, columns: [], nameOrder: null, remembered: false, firstRows: [], groupName: '', notes: [say(language, 'imports.note.noList')] }
}

function notesOf(language: Language, sheet: Sheet, layout: Layout): string[] {
  const notes: string[] = []
  if (sheet.hidden) notes.push(say(language, 'imports.note.hidden'))
  const left = layout.left.filter((row) => row.kind !== 'blank').map((row) => sheet.firstRow + row.index)
  if (left.length > 0) notes.push(say(language, 'imports.note.rowsLeft', { n: left.length, rows: rangesOf(left) }))
  if (layout.statedTotal !== null && layout.statedTotal !== layout.list.length) notes.push(say(language, 'imports.note.total', { stated: layout.statedTotal, found: layout.list.length }))
  const count = (...kinds: readonly SheetNote['kind'][]): number => sheet.notes.filter((note) => kinds.includes(note.kind)).length
  const hiddenRows = count('hidden-rows')
  if (hiddenRows > 0) notes.push(say(language, 'imports.note.hiddenRows', { n: hiddenRows }))
  const formulas = count('formula')
  if (formulas > 0) notes.push(say(language, 'imports.note.formulas', { n: formulas }))
  const broken = count('error', 'formula-no-value')
  if (broken > 0) notes.push(say(language, 'imports.note.errors', { n: broken }))
  const mixed = count('encoding')
  if (mixed > 0) notes.push(say(language, 'imports.note.encoding', { n: mixed }))
  return notes
}

/** "1-2, 61": rows in order, runs as ranges, at most ten pieces. */
function rangesOf(rows: readonly number[]): string {
  const pieces: [number, number][] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = pieces.at(-1)
    if (last !== undefined && row === last[1] + 1) last[1] = row
    else pieces.push([row, row])
  }
  const words = pieces.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
  return words.length > 10 ? `${words.slice(0, 10).join(', ')}…` : words.join(', ')
}
