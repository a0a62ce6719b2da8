import { useMemo } from 'react'
import { readAttendanceCell } from '../../../shared/domain/attendance.ts'
import { useLanguage } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import type { Language } from '../../../shared/messages/messages.ts'
import type { CellWork, GridColumn, SideColumn } from '../../ui/cell-grid/cells.ts'
import { attendedOf, cellText, percentOf, pressedKey, readCell, toneOf } from './attendance-words.ts'
import style from './attendance.module.css'
import { shortDay } from './session-words.ts'
import type { AttendanceData } from './use-attendance.ts'

export interface AttendanceColumns {
  readonly columns: readonly GridColumn[]
  readonly before: readonly SideColumn[]
  readonly after: readonly SideColumn[]
  readonly work: CellWork
}

/** The grid of a group's attendance. Everything stays the same object until sessions, people or statuses change. */
export function useAttendanceColumns(data: AttendanceData, people: AttendanceData['people']): AttendanceColumns {
  const { t, language } = useLanguage()
  const { sessions, statuses, today, noted } = data
  const columns = useMemo(() => columnsOf(sessions, today, t, language), [sessions, today, t, language])
  const before = useMemo<readonly SideColumn[]>(
    () => [
      { key: 'number', title: t('attending.number'), width: 50, align: 'right', show: (row) => row + 1 },
      { key: 'name', title: t('attending.name'), width: 262, isRowHeader: true, show: (row) => <PersonName person={people[row]} /> },
    ],
    [people, t],
  )
  const after = useMemo<readonly SideColumn[]>(() => {
    const planned = sessions.map((one) => one.plannedMinutes)
    return [
      {
        key: 'share',
        title: t('attending.share'),
        width: 82,
        align: 'right',
        show: (_row, values) => {
          const sum = attendedOf(values, planned, statuses)
          return <span title={t('attending.shareWhy', { attended: sum.attended, planned: sum.planned, open: sum.open })}>{sum.planned === 0 ? '' : sum.open === planned.length ? '–' : t('attending.percent', { n: percentOf(sum.attended, sum.planned) })}</span>
        },
      },
    ]
  }, [sessions, statuses, t])
  const work = useMemo<CellWork>(() => workOf({ sessions, statuses, people, noted: new Set(noted), t }), [sessions, statuses, people, noted, t])
  return { columns, before, after, work }
}

function columnsOf(sessions: AttendanceData['sessions'], today: string, t: Text, language: Language): readonly GridColumn[] {
  return sessions.map((one, at) => ({
    key: one.id,
    title: t('attending.session', { day: shortDay(one.day, language), from: one.startsAt, to: one.endsAt, subject: one.subject, minutes: one.plannedMinutes, isRequired: one.isRequired === 1 }),
    width: 58,
    isQuiet: one.day > today,
    isStart: at === 0 || sessions[at - 1]?.day !== one.day,
  }))
}

function workOf(of: Pick<AttendanceData, 'sessions' | 'statuses' | 'people'> & { readonly noted: ReadonlySet<string>; readonly t: Text }): CellWork {
  const { sessions, statuses, people, noted, t } = of
  const planned = (column: number): number => sessions[column]?.plannedMinutes ?? 0
  return {
    look: (row, column, value) => {
      const mark = readAttendanceCell(value)
      const status = statuses.find((one) => one.key === mark?.status)
      const hasNote = noted.has(`${people[row]?.enrolmentId} ${sessions[column]?.id}`)
      const word = mark === null ? t('attending.nothing') : status?.name ?? mark.status
      const label = [word, ...(mark?.minutes === null || mark === null ? [] : [t('attending.minutes', { n: mark.minutes })]), ...(hasNote ? [t('attending.withNote')] : [])].join(', ')
      return { text: cellText(mark, statuses), label, tone: toneOf(status), hasNote, ...(hasNote ? { title: t('attending.noteHere') } : {}) }
    },
    press: (_row, _column, key) => pressedKey(key, statuses),
    read: (_row, column, text, value) => {
      const read = readCell(text, planned(column), value, statuses)
      return read === undefined ? { kind: 'unreadable', why: t('attending.unreadable', { written: text.trim() }) } : { kind: 'value', value: read }
    },
    text: (_row, _column, value) => cellText(readAttendanceCell(value), statuses),
    skips: (row) => people[row]?.state === 'withdrawn',
  }
}

function PersonName(props: { readonly person: AttendanceData['people'][number] | undefined }) {
  const { t } = useLanguage()
  const { person } = props
  if (person === undefined) return null
  const mark = person.state === 'withdrawn' ? t('attending.withdrawn') : person.role === 'participant' ? undefined : t('attending.role', { role: person.role })
  return (
    <span className={style['name']} title={[person.name, person.documentNumber, person.organisationName].filter(Boolean).join(' · ')}>
      <span>{person.name}</span>
      {mark !== undefined && <small>{mark}</small>}
    </span>
  )
}
