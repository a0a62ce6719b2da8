import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { readAttendanceCell } from '../../../shared/domain/attendance.ts'
import { longDate } from '../../../shared/domain/dates.ts'
import { useLanguage } from '../../language.tsx'
import { CellGrid } from '../../ui/cell-grid/cell-grid.tsx'
import type { CellGridHandle } from '../../ui/cell-grid/cell-grid.tsx'
import type { CellEdit, Spot } from '../../ui/cell-grid/cells.ts'
import { LeftOutNote } from '../../ui/cell-grid/left-out-note.tsx'
import type { LeftOutSeen } from '../../ui/cell-grid/left-out-note.tsx'
import { SheetFailure } from '../../ui/cell-grid/sheet-failure.tsx'
import { useSheetUndo } from '../../ui/cell-grid/use-sheet-undo.ts'
import type { CellSheetState } from '../../ui/cell-grid/use-cell-sheet.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconChevronLeft, IconChevronRight } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { replace, useRoute } from '../../router.ts'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { StatusLegend } from './attendance-tools.tsx'
import type { Status } from './attendance-words.ts'
import { PagePicture } from './page-picture.tsx'
import style from './paper.module.css'
import { usePaperColumns } from './use-paper-columns.tsx'
import type { PaperPage, PaperRow, Sheet } from './use-paper.ts'
import { rowKey, usePaper } from './use-paper.ts'
import { WalkInForm } from './walk-in-form.tsx'

type Seen = Pick<CohortTabProps, 'seen'>

/** A printed sheet typed back: its pages, its row order, one key a row. */
export function PaperScreen(props: Seen & { readonly sheetId: string }) {
  const { t } = useLanguage()
  const frame = useCohortFrame(props.seen, 'asistencia')
  const state = usePaper(props.sheetId)
  if (state.data === undefined || state.statuses.length === 0) {
    return (
      <Screen fill {...frame}>
        {state.error === undefined ? <p role="status">{t('frame.loading')}</p> : <Failure error={state.error} onRetry={state.reload} />}
      </Screen>
    )
  }
  return <Pages seen={props.seen} sheet={state.data} state={state} statuses={state.statuses} />
}

function Pages(props: Seen & { readonly sheet: Sheet; readonly state: CellSheetState<Sheet>; readonly statuses: readonly Status[] }) {
  const { t, language } = useLanguage()
  const { seen, sheet } = props
  const frame = useCohortFrame(seen, 'asistencia')
  const { params } = useRoute()
  const cells = props.state.seen
  const wanted = Number(params['pagina'] ?? '')
  const open = useMemo(() => new Map(sheet.rows.map((page) => [page.page, openRows(page, cells.rows, cells.cells)])), [sheet.rows, cells.rows, cells.cells])
  const [first] = useState(() => sheet.rows.find((page) => (open.get(page.page) ?? 0) > 0)?.page ?? 1)
  const page = sheet.rows.find((one) => one.page === wanted) ?? sheet.rows.find((one) => one.page === first) ?? sheet.rows[0]
  const turn = (to: number): void => {
    if (sheet.rows.some((one) => one.page === to)) replace('programmes', ['grupo', seen.cohort.id, 'asistencia', 'papel', sheet.id], { pagina: String(to) })
  }
  if (page === undefined) return null
  const left = open.get(page.page) ?? 0
  const next = sheet.rows.find((one) => one.page !== page.page && (open.get(one.page) ?? 0) > 0)?.page
  return (
    <Screen
      fill
      {...frame}
      actions={
        <Button component="a" href={cohortHref(seen.cohort.id, 'asistencia', ['papel'])}>
          {t('attending.toSheets')}
        </Button>
      }
      tools={
        <>
          <div className={style['pager']}>
            <Button aria-label={t('frame.previousPage')} disabled={page.page <= 1} onClick={() => turn(page.page - 1)} px={8}>
              <IconChevronLeft size={16} aria-hidden />
            </Button>
            <strong className="tabular" aria-live="polite">
              {t('attending.pageOf', { page: page.page, pages: sheet.pages })}
            </strong>
            <Button aria-label={t('frame.nextPage')} disabled={page.page >= sheet.pages} onClick={() => turn(page.page + 1)} px={8}>
              <IconChevronRight size={16} aria-hidden />
            </Button>
          </div>
          <span className={style['left']} data-done={left === 0} role="status">
            {left === 0 ? (next === undefined ? t('attending.sheetTyped') : t('attending.pageTyped', { next })) : t('attending.rowsLeft', { n: left })}
          </span>
          <span className={style['which']}>{t('attending.sheetOf', { code: sheet.code, day: longDate(sheet.day, language) })}</span>
          <StatusLegend statuses={props.statuses} />
        </>
      }
    >
      <Page key={page.page} {...props} page={page} onPage={(direction) => turn(page.page + direction)} />
    </Screen>
  )
}

/** Rows of people that lack a mark in any session of the sheet. */
function openRows(page: PaperPage, rows: readonly string[], cells: readonly (readonly string[])[]): number {
  return page.rows.filter((row) => row.enrolmentId !== null && (cells[rows.indexOf(row.enrolmentId)] ?? row.cells).includes('')).length
}

interface PageProps extends Seen {
  readonly sheet: Sheet
  readonly state: CellSheetState<Sheet>
  readonly statuses: readonly Status[]
  readonly page: PaperPage
  readonly onPage: (direction: 1 | -1) => void
}

function Page(props: PageProps) {
  const { t } = useLanguage()
  const { sheet, page, statuses } = props
  const { sheet: cellSheet, seen: cells } = props.state
  const grid = useRef<CellGridHandle>(null)
  const [blank, setBlank] = useState<{ readonly row: PaperRow; readonly status: string }>()
  const [out, setOut] = useState<LeftOutSeen>()
  const [said, setSaid] = useState('')
  const undo = useSheetUndo(cellSheet, setSaid)
  const keys = useMemo(() => page.rows.map((row) => rowKey(page.page, row)), [page])
  const values = useMemo(() => keys.map((key, at) => cells.cells[cells.rows.indexOf(key)] ?? page.rows[at]?.cells ?? []), [keys, cells, page.rows])
  const { columns, before, work } = usePaperColumns(sheet, page, statuses)
  // A page opens where typing goes on; what comes from the core later moves nothing.
  const [from] = useState(() => Math.max(0, page.rows.findIndex((row, at) => row.enrolmentId !== null && values[at]?.includes('') === true)))
  useEffect(() => {
    grid.current?.goTo({ row: from, column: 0 })
    grid.current?.focus()
  }, [from])

  const begin = (spot: Spot, value: string): void => {
    const row = page.rows[spot.row]
    if (row !== undefined) setBlank({ row, status: readAttendanceCell(value)?.status ?? statuses[0]?.key ?? '' })
  }
  const write = (edits: readonly CellEdit[], how: 'typed' | 'block'): void => {
    const isBlank = (edit: CellEdit): boolean => page.rows[edit.row]?.enrolmentId === null
    const keyed = edits.flatMap((edit) => {
      const [row, session] = [keys[edit.row], sheet.sessions[edit.column]]
      return isBlank(edit) || row === undefined || session === undefined ? [] : [{ row, column: session.id, value: edit.value }]
    })
    if (keyed.length > 0) cellSheet.write(keyed, how === 'block')
    const [first] = edits
    if (first !== undefined && edits.length === 1 && isBlank(first) && first.value !== '') begin(first, first.value)
    else if (first !== undefined) setSaid(t('attending.said', { name: page.rows[first.row]?.name ?? '', status: statuses.find((one) => one.key === readAttendanceCell(first.value)?.status)?.name ?? t('attending.nothing') }))
  }
  const absent = statuses.find((one) => one.code === 'absent')
  const rest = values.flatMap((row, at) => row.flatMap((value, column) => (value === '' && page.rows[at]?.enrolmentId !== null ? [{ row: at, column, value: absent?.key ?? '' }] : [])))
  const evidence = page.evidence
  return (
    <>
      <SheetFailure seen={cells} sheet={cellSheet} />
      <LeftOutNote out={out} placeOf={(cell) => page.rows[cell.row]?.name ?? ''} onClose={() => setOut(undefined)} />
      <div className={style['desk']}>
        <div className={style['typing']} data-alone={evidence.length === 0} data-narrow={blank !== undefined && evidence.length > 0}>
          <CellGrid
            ref={grid}
            label={t('attending.paperGrid', { page: page.page, pages: sheet.pages })}
            columns={columns}
            before={before}
            rowKeys={keys}
            values={values}
            work={work}
            headHeight={48}
            heading={(column) => (
              <>
                <strong className={style['time']}>{sheet.sessions[column]?.startsAt}</strong>
                <span className={style['subject']}>{sheet.sessions[column]?.subject}</span>
              </>
            )}
            said={said}
            onWrite={write}
            onLeftOut={(left, beyond) => setOut(left.length + beyond === 0 ? undefined : { cells: left, beyond })}
            onDetail={(spot) => page.rows[spot.row]?.enrolmentId === null && begin(spot, values[spot.row]?.[spot.column] ?? '')}
            onPage={props.onPage}
            {...undo}
            foot={
              <>
                <Button size="compact-sm" disabled={rest.length === 0} onClick={() => (write(rest, 'block'), grid.current?.focus())}>
                  {t('attending.restAbsent', { n: rest.length })}
                </Button>
                <span>{t('attending.paperKeys')}</span>
              </>
            }
          />
        </div>
        {(blank === undefined || evidence.length > 0) && <PagePicture evidence={evidence} page={page.page} />}
        {blank !== undefined && (
          <WalkInForm
            key={blank.row.row}
            sheet={sheet}
            page={page.page}
            row={blank.row}
            statuses={statuses}
            status={blank.status}
            onDone={() => (setBlank(undefined), props.state.reload(), grid.current?.focus())}
            onClose={() => (setBlank(undefined), grid.current?.focus())}
          />
        )}
      </div>
    </>
  )
}
