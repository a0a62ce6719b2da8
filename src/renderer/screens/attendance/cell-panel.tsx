import { useState } from 'react'
import { attendanceCell, countedMinutes, readAttendanceCell } from '../../../shared/domain/attendance.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Status } from './attendance-words.ts'
import { readAttendance } from './attendance-words.ts'
import style from './attendance.module.css'
import { sessionWord } from './session-words.ts'
import type { AttendanceData } from './use-attendance.ts'

/** One cell whole: status, minutes, why, and where it comes from. */
export function CellPanel(props: {
  readonly person: AttendanceData['people'][number]
  readonly session: AttendanceData['sessions'][number]
  readonly statuses: readonly Status[]
  readonly value: string
  /** Nothing of the grid is on its way any more: a note can be written behind it. */
  readonly isSaved: boolean
  readonly onWrite: (value: string) => void
  readonly onClose: () => void
}) {
  const { t, language } = useLanguage()
  const { person, session, statuses } = props
  const where = { sessionId: session.id, enrolmentId: person.enrolmentId }
  const cell = useQuery('attendance.cell', where)
  const set = useCommand('attendance.set', { quiet: true })
  const [wrong, setWrong] = useState<string>()
  const mark = readAttendanceCell(props.value)
  const status = statuses.find((one) => one.key === mark?.status)
  const kept = cell.data
  const putMinutes = async (text: string): Promise<void> => {
    const read = text === '' ? (mark === null ? null : { ...mark, minutes: null }) : readAttendance(`${text} min`, session.plannedMinutes, mark, statuses)
    setWrong(read === undefined ? t('attending.unreadable', { written: text }) : undefined)
    if (read !== undefined) props.onWrite(attendanceCell(read))
  }
  return (
    <Panel width={340} title={person.name} subtitle={`${sessionWord(session, language)} · ${t('attending.minutes', { n: session.plannedMinutes })}`} onClose={props.onClose}>
      <SelectField
        label={t('attending.status')}
        value={mark?.status ?? null}
        canBeEmpty
        choices={statuses.map((one) => ({ value: one.key, label: `${one.letter} · ${one.name}` }))}
        onChange={(key) => props.onWrite(key === null ? '' : attendanceCell({ status: key, minutes: null }))}
      />
      <TextField
        key={props.value}
        label={t('attending.minutesAttended')}
        description={mark === null || status === undefined ? undefined : t('attending.counts', { n: countedMinutes(mark, status, session.plannedMinutes), planned: session.plannedMinutes, exempts: status.exempts })}
        value={mark?.minutes === null || mark === null ? '' : String(mark.minutes)}
        placeholder={t('attending.minutesExample')}
        maxLength={8}
        error={wrong}
        onSave={putMinutes}
      />
      <TextField
        label={t('attending.note')}
        description={mark === null ? t('attending.noteNeedsMark') : t('attending.noteWhy')}
        value={kept?.note ?? ''}
        lines={3}
        maxLength={300}
        disabled={mark === null || !props.isSaved}
        onSave={(note) => set.runOrThrow({ cells: [{ ...where, status: mark?.status ?? null, minutes: mark?.minutes ?? null, note: note === '' ? null : note }] })}
      />
      <Failure error={cell.error} onRetry={cell.reload} />
      {kept?.source !== undefined && kept.source !== null && <p className={style['origin']}>{t('attending.origin', { source: kept.source, who: kept.who ?? '', at: kept.at === null ? '' : momentText(kept.at, language) })}</p>}
    </Panel>
  )
}

function momentText(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-PE' : 'en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: 'America/Lima' }).format(new Date(moment))
}
