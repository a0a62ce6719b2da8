import { Select } from '@mantine/core'
import { useLanguage } from '../../language.tsx'
import { IconAlertOctagon, IconInfoCircle } from '../../ui/icons.ts'
import { dayWords, timeWords } from '../sessions/session-words.ts'
import type { Meeting, Meetings, Reading } from './use-meetings.ts'
import style from './meetings.module.css'

const NEW = 'new'
const NONE = 'none'

/** The files, each with the session that it is taken for. */
export function MeetingTable(props: { readonly meetings: Meetings; readonly reading: Reading }) {
  const { t } = useLanguage()
  return (
    <table className={style['files']} aria-label={t('joining.meetings')}>
      <thead>
        <tr>
          <th scope="col">{t('joining.file')}</th>
          <th scope="col">{t('joining.when')}</th>
          <th scope="col">{t('joining.session')}</th>
          <th scope="col">{t('joining.known')}</th>
          <th scope="col">{t('joining.doubts')}</th>
          <th scope="col">{t('joining.strangers')}</th>
          <th scope="col">{t('joining.missing')}</th>
        </tr>
      </thead>
      <tbody>
        {props.reading.meetings.map((meeting) => (
          <MeetingRow key={meeting.file} meeting={meeting} reading={props.reading} meetings={props.meetings} />
        ))}
      </tbody>
    </table>
  )
}

function MeetingRow(props: { readonly meeting: Meeting; readonly reading: Reading; readonly meetings: Meetings }) {
  const { t, language } = useLanguage()
  const { meeting, meetings } = props
  const choices = [
    { group: t('joining.otherwise'), items: [{ value: NEW, label: meeting.makesNew && meeting.sessionLabel !== null ? t('joining.newSessionOf', { session: meeting.sessionLabel }) : t('joining.newSession') }, { value: NONE, label: t('joining.leave') }] },
    { group: t('agenda.sessionsWord'), items: props.reading.sessions.map((one) => ({ value: one.id, label: one.label })) },
  ]
  const value = meetings.draft.sessions.get(meeting.file) === null ? NONE : (meeting.sessionId ?? (meeting.makesNew ? NEW : null))
  const isOut = meeting.problem !== null || value === NONE
  const figures = [meeting.matched, meeting.doubtful, meeting.strangers, meeting.missing.length]
  return (
    <>
      <tr data-out={isOut}>
        <td>
          <span className={style['fileName']}>{meeting.fileName}</span>
          <small>{[meeting.platform === null ? '' : t('joining.platform', { platform: meeting.platform }), meeting.topic ?? ''].filter(Boolean).join(' · ')}</small>
        </td>
        <td className="tabular">
          {meeting.day === null ? '' : dayWords(meeting.day, language)}
          {meeting.startsAt !== null && meeting.endsAt !== null && <small>{timeWords({ startsAt: meeting.startsAt, endsAt: meeting.endsAt })}</small>}
        </td>
        <td>
          <Select
            aria-label={t('joining.sessionOf', { file: meeting.fileName })}
            data={choices}
            value={value}
            placeholder={t('frame.choose')}
            searchable={props.reading.sessions.length > 10}
            maxDropdownHeight={300}
            onChange={(chosen) => chosen !== null && meetings.takeFor(meeting.file, chosen === NONE ? null : chosen)}
          />
        </td>
        {figures.map((n, at) => (
          <td key={`${at}`} className={style['figure']} data-none={n === 0} data-doubt={at === 1 && n > 0}>
            {isOut ? '' : n}
          </td>
        ))}
      </tr>
      {(meeting.problem !== null || meeting.notes.length > 0) && (
        <tr className={style['notes']}>
          <td colSpan={7}>
            {meeting.problem !== null && (
              <p data-tone="bad">
                <IconAlertOctagon size={14} aria-hidden /> {meeting.problem}
              </p>
            )}
            {meeting.notes.map((note) => (
              <p key={note}>
                <IconInfoCircle size={14} aria-hidden /> {note}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
