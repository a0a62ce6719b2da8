import type { ReactNode } from 'react'
import { useActivity } from '../api.ts'
import { secondsLeft } from '../activity.ts'
import type { RunningJob } from '../activity.ts'
import { useText } from '../language.tsx'
import { IconCircleCheck, IconClock } from '../ui/icons.ts'
import { Bar, useSecondHand } from '../ui/progress-bar.tsx'
import style from './frame.module.css'

/** Whether all is saved, what is running, and whose data this is. */
export function StatusLine(props: { readonly banner?: ReactNode }) {
  const t = useText()
  const { saving, savedAt, jobs } = useActivity()
  const isSaving = saving > 0
  const words = isSaving ? t('frame.saving') : savedAt === undefined ? t('frame.allSaved') : t('frame.allSavedAt', { time: clock(savedAt) })
  return (
    <footer className={style['status']} aria-label={t('frame.status')}>
      <span className={style['saved']} data-saving={isSaving} role="status">
        {isSaving ? <IconClock size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
        {words}
      </span>
      <div className={style['jobs']}>
        {jobs.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </div>
      {props.banner}
    </footer>
  )
}

function Job(props: { readonly job: RunningJob }) {
  const t = useText()
  const { job } = props
  const now = useSecondHand()
  const left = secondsLeft(job, now)
  const { progress } = job
  const words = [
    job.label,
    progress !== undefined && progress.total > 0 ? t('frame.progressOf', { done: progress.done, total: progress.total }) : '',
    left === undefined ? '' : t('frame.secondsLeft', { seconds: left }),
  ]
  return (
    <div className={style['job']}>
      <span>{words.filter((word) => word !== '').join(' · ')}</span>
      <div>
        <Bar label={job.label} progress={progress} />
      </div>
      <button type="button" className={style['link']} onClick={job.cancel}>
        {t('frame.cancel')}
      </button>
    </div>
  )
}

/** Lima's clock of that moment, "10:42". */
function clock(moment: number): string {
  return new Intl.DateTimeFormat('es-PE', { hour: '2-digit', minute: '2-digit', hour12: false }).format(moment)
}
