import { useCallback } from 'react'
import type { attendanceSources } from '../../../shared/domain/attendance.ts'
import { readAttendanceCell } from '../../../shared/domain/attendance.ts'
import { useApi, useCommand } from '../../api.ts'
import type { Api, Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { KeyedEdit } from '../../ui/cell-grid/write-queue.ts'
import { useCellSheet } from '../../ui/cell-grid/use-cell-sheet.ts'
import type { CellSheetState } from '../../ui/cell-grid/use-cell-sheet.ts'

export type Grid = Gives<'attendance.grid'>
export type Clash = Gives<'attendance.clashes'>[number]
export type AttendanceData = Grid & { readonly clashes: readonly Clash[] }
type Source = (typeof attendanceSources)[number]

/** Writes marks: rows are enrolments, columns sessions. A block says how many, with its undo. */
export function useSendMarks(source: Source): (edits: readonly KeyedEdit[], isBlock: boolean) => Promise<string | undefined> {
  const api = useApi()
  const t = useText()
  const set = useCommand('attendance.set', { quiet: true })
  const { runOrThrow } = set
  return useCallback(
    async (edits, isBlock) => {
      const cells = edits.map(({ row, column, value }) => {
        const mark = readAttendanceCell(value)
        return { enrolmentId: row, sessionId: column, status: mark?.status ?? null, minutes: mark?.minutes ?? null }
      })
      const { act, changed } = await runOrThrow({ cells, source })
      if (isBlock && changed > 1) api.activity.say({ tone: 'done', text: t('attending.written', { n: changed }), act })
      return act
    },
    [api, runOrThrow, source, t],
  )
}

/** The group's attendance as it is written, with the clashes that the core finds. */
export function useAttendance(cohortId: string): CellSheetState<AttendanceData> {
  const send = useSendMarks('typed')
  return useCellSheet<AttendanceData>({
    name: 'attendance.grid',
    key: cohortId,
    load: (api) => loaded(api, cohortId),
    base: (grid) => ({ rows: grid.people.map((one) => one.enrolmentId), columns: grid.sessions.map((one) => one.id), cells: grid.cells }),
    send,
    isRich: (edit, { noted }) => noted.includes(`${edit.row} ${edit.column}`),
  })
}

async function loaded(api: Api, cohortId: string): Promise<AttendanceData> {
  const [grid, clashes] = await Promise.all([api.client.attendance.grid({ cohortId }), api.client.attendance.clashes({ cohortId })])
  return { ...grid, clashes }
}
