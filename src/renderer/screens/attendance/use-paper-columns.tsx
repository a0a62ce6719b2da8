import { useMemo } from 'react'
import { readAttendanceCell } from '../../../shared/domain/attendance.ts'
import { useLanguage } from '../../language.tsx'
import type { CellWork, GridColumn, SideColumn } from '../../ui/cell-grid/cells.ts'
import { cellText, pressedKey, readCell, toneOf } from './attendance-words.ts'
import type { Status } from './attendance-words.ts'
import style from './paper.module.css'
import type { PaperPage, Sheet } from './use-paper.ts'

/** The cells of one page of a sheet. */
export function usePaperColumns(sheet: Sheet, page: PaperPage, statuses: readonly Status[]): { readonly columns: readonly GridColumn[]; readonly before: readonly SideColumn[]; readonly work: CellWork } {
  const { t } = useLanguage()
  const { sessions } = sheet
  const { rows } = page
  const columns = useMemo<readonly GridColumn[]>(() => sessions.map((one) => ({ key: one.id, title: `${one.startsAt} · ${one.subject}`, width: sessions.length === 1 ? 120 : 92 })), [sessions])
  const before = useMemo<readonly SideColumn[]>(
    () => [
      { key: 'row', title: t('attending.number'), width: 44, align: 'right', show: (row) => rows[row]?.row },
      {
        key: 'name',
        title: t('attending.name'),
        width: 290,
        isRowHeader: true,
        show: (row) => {
          const one = rows[row]
          if (one?.enrolmentId !== null) return <span className={style['person']} title={one?.name}>{one?.name}</span>
          if (one.isGone) return <span className={style['gone']} title={one.name}>{t(one.walkInId === null ? 'attending.goneRow' : 'attending.goneSigned', { name: one.name })}</span>
          return one.walkInId === null ? <span className={style['blank']}>{t('attending.blankRow')}</span> : <span className={style['walkIn']} title={one.name}>{t('attending.walkInRow', { name: one.name })}</span>
        },
      },
    ],
    [rows, t],
  )
  const work = useMemo<CellWork>(
    () => ({
      look: (_row, _column, value) => {
        const mark = readAttendanceCell(value)
        const status = statuses.find((one) => one.key === mark?.status)
        return { text: cellText(mark, statuses), label: status?.name ?? t('attending.nothing'), tone: toneOf(status) }
      },
      press: (row, _column, key) => {
        const pressed = pressedKey(key, statuses)
        return rows[row]?.enrolmentId === null && pressed?.kind === 'edit' ? undefined : pressed
      },
      read: (_row, column, text, value) => {
        const read = readCell(text, sessions[column]?.plannedMinutes ?? 0, value, statuses)
        return read === undefined ? { kind: 'unreadable', why: t('attending.unreadable', { written: text.trim() }) } : { kind: 'value', value: read }
      },
      text: (_row, _column, value) => cellText(readAttendanceCell(value), statuses),
      skips: (row) => rows[row]?.enrolmentId === null,
    }),
    [rows, sessions, statuses, t],
  )
  return { columns, before, work }
}
