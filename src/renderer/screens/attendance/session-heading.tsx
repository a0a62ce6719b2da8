import { useLanguage } from '../../language.tsx'
import style from './attendance.module.css'
import type { Taken } from './attendance-screen.tsx'
import { shortDay } from './session-words.ts'
import type { AttendanceData } from './use-attendance.ts'

/** A session above its column: day, time, subject as far as it fits, and how much of it is written. */
export function SessionHeading(props: { readonly session: AttendanceData['sessions'][number] | undefined; readonly taken: Taken | undefined; readonly isFuture: boolean }) {
  const { t, language } = useLanguage()
  const { session, taken } = props
  if (session === undefined || taken === undefined) return null
  const share = taken.marked + taken.open === 0 ? 0 : Math.floor((taken.marked * 100) / (taken.marked + taken.open))
  return (
    <>
      <strong className={style['day']}>{shortDay(session.day, language)}</strong>
      <span className={style['line']}>{session.startsAt}</span>
      <span className={style['line']}>{session.subject}</span>
      <span className={style['taken']} data-whole={taken.open === 0} data-none={taken.marked === 0}>
        {t('attending.percent', { n: String(share) })}
      </span>
    </>
  )
}
