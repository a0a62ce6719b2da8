import { memo } from 'react'
import { useLanguage } from '../../language.tsx'
import style from './attendance.module.css'
import { shortDay } from './session-words.ts'
import type { AttendanceData } from './use-attendance.ts'

/** A session above its column: day, time, subject as far as it fits, and how much of it is written. `open`: those of whom it is asked and who have no mark. */
export const SessionHeading = memo(function SessionHeading(props: { readonly session: AttendanceData['sessions'][number] | undefined; readonly marked: number; readonly open: number }) {
  const { t, language } = useLanguage()
  const { session, marked, open } = props
  if (session === undefined) return null
  const counted = { n: marked, of: marked + open }
  return (
    <>
      <strong className={style['day']}>{shortDay(session.day, language)}</strong>
      <span className={style['line']}>{session.startsAt}</span>
      <span className={style['line']}>{session.subject}</span>
      <span className={style['taken']} data-whole={open === 0} data-none={marked === 0} title={t('attending.markedOfWhy', counted)}>
        {t('attending.markedOf', counted)}
      </span>
    </>
  )
})
