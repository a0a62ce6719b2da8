import { useMemo, useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { weekday, weekdayName, addDays } from '../../../shared/domain/dates.ts'
import { repeatedDays } from '../../../shared/domain/session-days.ts'
import { useCommand } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { dayWords, sessionWords } from './session-words.ts'
import type { SessionSeen } from './session-words.ts'
import style from './sessions.module.css'

/** Any Monday: names the days of the week. */
const MONDAY = '2026-01-05'
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** The same session on other days: on which days of the week, until when, and the days that come of it. */
export function RepeatPanel(props: { readonly session: SessionSeen; readonly sessions: readonly SessionSeen[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const { t, language } = useLanguage()
  const { session } = props
  const [weekdays, setWeekdays] = useState<readonly number[]>([weekday(session.day)])
  const [until, setUntil] = useState<string | null>(null)
  const [times, setTimes] = useState('')
  const repeat = useCommand('sessions.repeat', { said: t('agenda.repeated') })
  const count = /^\d{1,3}$/.test(times.trim()) ? Number(times.trim()) : undefined
  const days = useMemo(
    () => (weekdays.length === 0 || (until === null && count === undefined) ? [] : repeatedDays(addDays(session.day, 1), { weekdays, count, until: until ?? undefined })),
    [session.day, weekdays, until, count],
  )
  const taken = new Set(props.sessions.filter((one) => one.startsAt === session.startsAt && one.subject === session.subject).map((one) => one.day))
  const fresh = days.filter((day) => !taken.has(day))
  const onRepeat = async (): Promise<void> => {
    if ((await repeat.run({ id: session.id, days: fresh })) !== undefined) props.onDone()
  }
  return (
    <Panel
      title={t('agenda.repeat')}
      subtitle={sessionWords(session, language)}
      onClose={props.onClose}
      actions={
        <Button type="submit" form="repeat" variant="filled" disabled={fresh.length === 0} loading={repeat.running}>
          {t('agenda.repeatAct', { n: fresh.length })}
        </Button>
      }
    >
      <form id="repeat" className={style['form']} onSubmit={(event) => (event.preventDefault(), fresh.length > 0 && void onRepeat())}>
        <fieldset className={style['week']}>
          <legend>{t('agenda.onDays')}</legend>
          {WEEK.map((day) => (
            <Checkbox
              key={day}
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={day === weekday(session.day)}
              label={weekdayName(addDays(MONDAY, day - 1), language)}
              checked={weekdays.includes(day)}
              onChange={(event) => setWeekdays(event.currentTarget.checked ? [...weekdays, day] : weekdays.filter((one) => one !== day))}
            />
          ))}
        </fieldset>
        <Row>
          <DateField label={t('agenda.until')} value={until} onChange={setUntil} />
          <TextField label={t('agenda.times')} value={times} inputMode="numeric" maxLength={3} error={times.trim() !== '' && count === undefined ? t('agenda.badTimes') : undefined} onChange={setTimes} />
        </Row>
        <p className={style['soft']}>{days.length === 0 ? t('agenda.untilWhy') : t('agenda.daysAre', { n: fresh.length, there: days.length - fresh.length })}</p>
        {days.length > 0 && (
          <ol className={style['days']} aria-label={t('agenda.days')}>
            {days.map((day) => (
              <li key={day} data-taken={taken.has(day)}>
                {dayWords(day, language)}
                {taken.has(day) && <small>{t('agenda.alreadyThere')}</small>}
              </li>
            ))}
          </ol>
        )}
        <Failure error={repeat.error} onClose={repeat.forget} />
      </form>
    </Panel>
  )
}
