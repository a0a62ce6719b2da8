import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { TimeField } from '../../ui/fields/time-field.tsx'
import { readMinutes, spanOf } from '../sessions/session-words.ts'
import type { Reading } from './column-words.ts'
import type { NewSession, ResultSheet } from './use-result-sheet.ts'
import style from './result-sheets.module.css'

/** The sessions that columns make: their days, times and minutes are proposed and can be set right. */
export function NewSessions(props: { readonly sheet: ResultSheet; readonly reading: Reading }) {
  const t = useText()
  const { sheet, reading } = props
  const put = (session: NewSession, fields: Partial<NewSession>): void =>
    sheet.change((old) => ({ ...old, newSessions: new Map(old.newSessions).set(session.column, { ...(old.newSessions.get(session.column) ?? session), ...fields }) }))
  if (reading.newSessions.length === 0) return <p>{t('datasheet.noSessionsMade')}</p>
  return (
    <>
      <p className={style['soft']}>{t('datasheet.sessionsWhy')}</p>
      <table className={style['sessions']}>
        <thead>
          <tr>
            <th scope="col">{t('agenda.subject')}</th>
            <th scope="col">{t('agenda.day')}</th>
            <th scope="col">{t('agenda.startsAt')}</th>
            <th scope="col">{t('agenda.endsAt')}</th>
            <th scope="col">{t('agenda.planned')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.newSessions.map((proposed) => {
            const session = sheet.draft?.newSessions.get(proposed.column) ?? proposed
            const span = spanOf(session.startsAt, session.endsAt)
            return (
              <tr key={session.column}>
                <th scope="row">{session.label}</th>
                <td>
                  <DateField label={t('datasheet.dayOf', { session: session.label })} value={session.day} onChange={(day) => day !== null && put(session, { day })} />
                </td>
                <td>
                  <TimeField label={t('datasheet.startOf', { session: session.label })} value={session.startsAt} required onChange={(startsAt) => put(session, { startsAt })} />
                </td>
                <td>
                  <TimeField label={t('datasheet.endOf', { session: session.label })} value={session.endsAt} required error={span === 0 ? t('agenda.endsBefore') : undefined} onChange={(endsAt) => put(session, { endsAt, plannedMinutes: Math.max(1, spanOf(session.startsAt, endsAt)) })} />
                </td>
                <td>
                  <TextField
                    key={session.plannedMinutes}
                    label={t('datasheet.minutesOf', { session: session.label })}
                    value={String(session.plannedMinutes)}
                    inputMode="numeric"
                    maxLength={4}
                    error={session.plannedMinutes > span && span > 0 ? t('agenda.tooManyMinutes', { span }) : undefined}
                    onSave={(typed) => {
                      const plannedMinutes = readMinutes(typed)
                      if (plannedMinutes !== undefined) put(session, { plannedMinutes })
                      return Promise.resolve()
                    }}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
