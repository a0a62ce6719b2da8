import { useCallback, useRef } from 'react'
import { readMarkCell } from '../../../shared/domain/marks.ts'
import { useApi, useCommand } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { CellSheetState } from '../../ui/cell-grid/use-cell-sheet.ts'
import { useCellSheet } from '../../ui/cell-grid/use-cell-sheet.ts'
import type { KeyedEdit } from '../../ui/cell-grid/write-queue.ts'

export type MarksGrid = Gives<'marks.grid'>

/** Columns of the grid: the items first, then the requirements. */
export function columnIds(grid: MarksGrid): readonly string[] {
  return [...grid.items.map((one) => one.id), ...grid.requirements.map((one) => one.id)]
}

/** The group's marks and requirements as they are written. */
export function useMarks(cohortId: string): CellSheetState<MarksGrid> {
  const kinds = useRef<Kinds>({ requirements: new Set(), attempts: 1 })
  const send = useSendMarks(kinds)
  return useCellSheet<MarksGrid>({
    name: 'marks.grid',
    key: cohortId,
    load: async (api) => {
      const grid = await api.client.marks.grid({ cohortId })
      const most = Math.max(...grid.cells.flat().map((cell) => readMarkCell(cell).length), kinds.current.attempts)
      kinds.current = { requirements: new Set(grid.requirements.map((one) => one.id)), attempts: most }
      return grid
    },
    base: (grid) => ({ rows: grid.people.map((one) => one.enrolmentId), columns: columnIds(grid), cells: grid.people.map((_, row) => [...(grid.cells[row] ?? []), ...(grid.checks[row] ?? [])]) }),
    send,
  })
}

interface Kinds {
  readonly requirements: ReadonlySet<string>
  /** The most attempts that any cell has or had here: those that a cell lacks are erased with its writing. */
  readonly attempts: number
}

function useSendMarks(kinds: { current: Kinds }): (edits: readonly KeyedEdit[], isBlock: boolean) => Promise<string | undefined> {
  const api = useApi()
  const t = useText()
  const { runOrThrow: set } = useCommand('marks.set', { quiet: true })
  const { runOrThrow: check } = useCommand('marks.check', { quiet: true })
  return useCallback(
    async (edits, isBlock) => {
      const { requirements } = kinds.current
      const marks = edits.filter((edit) => !requirements.has(edit.column))
      const checks = edits.filter((edit) => requirements.has(edit.column))
      const attempts = Math.max(kinds.current.attempts, ...marks.map((edit) => readMarkCell(edit.value).length))
      kinds.current = { requirements, attempts }
      const acts: string[] = []
      if (marks.length > 0) acts.push((await set({ cells: marks.flatMap((edit) => attemptsOf(edit, attempts)) })).act)
      if (checks.length > 0) acts.push((await check({ cells: checks.map(({ row, column, value }) => ({ enrolmentId: row, requirementId: column, met: value === '' ? null : value === '1' })) })).act)
      const [act] = acts
      const whole = acts.length === 1 && act !== undefined ? act : undefined
      if (isBlock && edits.length > 1) api.activity.say({ tone: 'done', text: t('grading.written', { n: edits.length }), ...(whole === undefined ? {} : { act: whole }) })
      return whole
    },
    [api, set, check, kinds, t],
  )
}

function attemptsOf({ row, column, value }: KeyedEdit, attempts: number): Takes<'marks.set'>['cells'] {
  const values = readMarkCell(value)
  return Array.from({ length: attempts }, (_, at) => ({ enrolmentId: row, markItemId: column, attempt: at + 1, value: values[at] ?? null }))
}
