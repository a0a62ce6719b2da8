import { useQuery } from '../../api.ts'
import type { Api, Gives } from '../../api.ts'
import { useCellSheet } from '../../ui/cell-grid/use-cell-sheet.ts'
import type { CellSheetState } from '../../ui/cell-grid/use-cell-sheet.ts'
import type { Status } from './attendance-words.ts'
import { useSendMarks } from './use-attendance.ts'

export type Sheet = Gives<'sheets.get'>
export type PaperPage = Sheet['rows'][number]
export type PaperRow = PaperPage['rows'][number]

/** The row's own name among the cells: the person's, or the place on the paper of a blank row. */
export function rowKey(page: number, row: PaperRow): string {
  return row.enrolmentId ?? `blank-${page}-${row.row}`
}

/** A sheet as it is typed back: rows in the paper's order, one column a session. */
export function usePaper(sheetId: string): CellSheetState<Sheet> & { readonly statuses: readonly Status[] } {
  const send = useSendMarks('paper')
  const statuses = useQuery('attendance.statuses', {})
  const state = useCellSheet<Sheet>({
    name: 'sheets.get',
    key: sheetId,
    load: (api: Api) => api.client.sheets.get({ id: sheetId }),
    base: (sheet) => ({
      rows: sheet.rows.flatMap((page) => page.rows.map((row) => rowKey(page.page, row))),
      columns: sheet.sessions.map((one) => one.id),
      cells: sheet.rows.flatMap((page) => page.rows.map((row) => row.cells)),
    }),
    send,
  })
  return { ...state, statuses: statuses.data ?? [] }
}
