import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { dayParts, longDate, monthNames, weekdayName } from '../../../shared/domain/dates.ts'
import { useQuery } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { dayMoved, monthsBetween, weeksOf } from './calendar-days.ts'
import type { Month } from './calendar-days.ts'
import type { SessionSeen } from './session-words.ts'
import { sessionWords } from './session-words.ts'
import style from './calendar.module.css'

/** The months of a group with the sessions on their days. Arrows walk over the days; Enter opens what is there, or begins a session. */
export function SessionCalendar(props: {
  readonly seen: CohortSeen
  readonly sessions: readonly SessionSeen[]
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onNew: (day: string) => void
}) {
  const { t } = useLanguage()
  const { sessions, onOpen, onNew } = props
  const today = useQuery('app.about', {}).data?.today
  const byDay = useMemo(() => Map.groupBy(sessions, (one) => one.day), [sessions])
  const first = sessions[0]?.day ?? props.seen.cohort.startsOn ?? props.seen.edition.startsOn ?? today ?? '2026-01-01'
  const last = sessions.at(-1)?.day ?? first
  const months = useMemo(() => monthsBetween(first, last), [first, last])
  const [cursor, setCursor] = useState(sessions.find((one) => one.id === props.openId)?.day ?? first)
  const room = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  useEffect(() => {
    if (!walked.current) return
    room.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus()
  }, [cursor])

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = dayMoved(cursor, event.key)
    if (next !== undefined) {
      event.preventDefault()
      const within = next < firstOf(months) ? firstOf(months) : next > lastOf(months) ? lastOf(months) : next
      walked.current = true
      setCursor(within)
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (event.target instanceof HTMLButtonElement) return
      event.preventDefault()
      const there = byDay.get(cursor) ?? []
      const open = there.findIndex((one) => one.id === props.openId)
      const session = there[(open + 1) % Math.max(1, there.length)]
      if (session === undefined) onNew(cursor)
      else onOpen(session.id)
    }
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={room} className={style['calendar']} onKeyDown={onKeyDown}>
        {months.map((month) => (
          <MonthGrid key={month.key} month={month} byDay={byDay} cursor={cursor} today={today} openId={props.openId} onOpen={onOpen} onDay={setCursor} />
        ))}
      </div>
      <p className={style['keys']}>
        <KeyHint keys="Enter" /> {t('agenda.calendarKeys')}
      </p>
    </>
  )
}

/** Any week, from Monday: names the days of all. */
const WEEK = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11'] as const

const firstOf = (months: readonly Month[]): string => `${months[0]?.key ?? '2026-01'}-01`
const lastOf = (months: readonly Month[]): string => months.at(-1)?.days.at(-1) ?? '2026-01-31'

function MonthGrid(props: {
  readonly month: Month
  readonly byDay: ReadonlyMap<string, readonly SessionSeen[]>
  readonly cursor: string
  readonly today: string | undefined
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onDay: (day: string) => void
}) {
  const { language } = useLanguage()
  const { month } = props
  const name = `${monthNames[language][month.month - 1] ?? ''} ${month.year}`
  const weeks = weeksOf(month)
  return (
    <section className={style['month']}>
      <h2>{name}</h2>
      <div role="grid" tabIndex={-1} aria-label={name}>
        <div role="row" className={style['week']}>
          {WEEK.map((day) => (
            <div key={day} role="columnheader" className={style['weekday']} aria-label={weekdayName(day, language)}>
              {weekdayName(day, language).slice(0, 3)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week.find((day) => day !== null)} role="row" className={style['week']}>
            {week.map((day, column) => (day === null ? <div key={WEEK[column]} role="presentation" className={style['outside']} /> : <DayCell key={day} {...props} day={day} weekend={column > 4} />))}
          </div>
        ))}
      </div>
    </section>
  )
}

function DayCell(props: {
  readonly day: string
  readonly weekend: boolean
  readonly byDay: ReadonlyMap<string, readonly SessionSeen[]>
  readonly cursor: string
  readonly today: string | undefined
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
  readonly onDay: (day: string) => void
}) {
  const { t, language } = useLanguage()
  const { day } = props
  const there = props.byDay.get(day) ?? []
  const date = longDate(day, language)
  return (
    <div
      role="gridcell"
      className={style['day']}
      tabIndex={day === props.cursor ? 0 : -1}
      data-day={day}
      data-weekend={props.weekend}
      data-today={day === props.today}
      data-some={there.length > 0}
      aria-label={there.length === 0 ? date : `${date}. ${t('agenda.sessions', { n: there.length })}. ${there.map((one) => `${one.startsAt} ${one.subject}`).join('; ')}`}
      aria-current={day === props.today ? 'date' : undefined}
      onFocus={() => props.onDay(day)}
    >
      <span className={style['number']}>{dayParts(day)?.day}</span>
      {there.map((one) => (
        <button
          key={one.id}
          type="button"
          tabIndex={-1}
          className={style['session']}
          data-open={one.id === props.openId}
          data-taken={one.participants > 0 && one.taken >= one.participants}
          title={sessionWords(one, language)}
          onClick={() => props.onOpen(one.id)}
        >
          <b>{one.startsAt}</b> {one.subject}
        </button>
      ))}
    </div>
  )
}
