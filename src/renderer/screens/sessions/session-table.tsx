import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import { useLanguage } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { rowsOf } from '../../rows.ts'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { IconCircleCheck, IconPrinter } from '../../ui/icons.ts'
import { dayWords, timeWords } from './session-words.ts'
import type { SessionSeen } from './session-words.ts'
import style from './sessions.module.css'

/** The sessions in the order of their days; columns that no session fills are not shown. */
export function SessionTable(props: {
  readonly sessions: readonly SessionSeen[]
  readonly minutesPerHour: number
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onPrint: (ids: readonly string[]) => void
}) {
  const { t, language } = useLanguage()
  const { sessions, minutesPerHour } = props
  const columns = useMemo(() => columnsOf(sessions, minutesPerHour, t, language), [sessions, minutesPerHour, t, language])
  return (
    <DataTable
      id="sessions"
      label={t('agenda.table')}
      source={rowsOf(sessions)}
      columns={columns}
      idOf={(row) => row.id}
      openId={props.openId}
      onOpen={(row) => props.onOpen(row.id)}
      actions={(ids) => (
        <Button size="compact-sm" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => props.onPrint(ids)}>
          {t('agenda.printSheets')}
        </Button>
      )}
      empty={null}
    />
  )
}

function columnsOf(sessions: readonly SessionSeen[], minutesPerHour: number, t: Text, language: 'es' | 'en'): readonly Column<SessionSeen>[] {
  const some = (has: (one: SessionSeen) => boolean, column: Column<SessionSeen>): readonly Column<SessionSeen>[] => (sessions.some(has) ? [column] : [])
  return [
    { key: 'day', title: t('agenda.day'), width: 140, show: (row) => dayWords(row.day, language) },
    { key: 'time', title: t('agenda.time'), width: 108, show: timeWords },
    { key: 'subject', title: t('agenda.subject'), width: 320, show: subjectOf(t), text: (row) => row.subject },
    { key: 'hours', title: t('agenda.hours'), width: 64, align: 'right', show: (row) => t('agenda.hoursShort', { hours: hoursShown(row.plannedMinutes, minutesPerHour) }) },
    { key: 'taken', title: t('agenda.taken'), width: 104, align: 'right', show: (row) => (row.participants === 0 ? '' : done(row.taken, row.participants, t)), text: (row) => t('agenda.of', { n: row.taken, of: row.participants }) },
    { key: 'pages', title: t('agenda.pages'), width: 80, show: (row) => (row.pages === 0 ? '' : done(row.pagesBack, row.pages, t)), text: (row) => t('agenda.of', { n: row.pagesBack, of: row.pages }) },
    ...some((one) => one.module !== null, { key: 'module', title: t('agenda.module'), width: 100, show: (row) => row.module ?? '' }),
    ...some((one) => one.place !== null || one.link !== null, { key: 'place', title: t('agenda.place'), width: 120, show: (row) => row.place ?? row.link ?? '' }),
    ...some((one) => one.speakers.length > 0, { key: 'speakers', title: t('agenda.speakers'), width: 170, show: (row) => row.speakers.map((one) => one.name).join(' · ') }),
  ]
}

function subjectOf(t: Text): (row: SessionSeen) => ReactNode {
  return (row) => (
    <>
      {row.subject}
      {row.isRequired === 1 && <small className={style['required']}>{t('agenda.requiredShort')}</small>}
    </>
  )
}

/** "42 de 45"; with a sign once it is whole. */
function done(n: number, of: number, t: Text): ReactNode {
  return (
    <span className={style['done']} data-whole={n >= of} data-none={n === 0}>
      {t('agenda.of', { n, of })}
      {n >= of && <IconCircleCheck size={14} aria-label={t('agenda.whole')} />}
    </span>
  )
}
