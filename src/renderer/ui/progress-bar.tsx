import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import type { Progress } from '../../shared/rpc/wire.ts'
import { secondsLeft } from '../activity.ts'
import { useText } from '../language.tsx'
import style from './progress-bar.module.css'

/** How many of how many, how long still, and the way to stop. `startedAt`: milliseconds since the epoch. */
export function ProgressBar(props: {
  readonly label: string
  readonly progress: Progress | undefined
  readonly startedAt?: number | undefined
  readonly onCancel?: (() => void) | undefined
}) {
  const t = useText()
  const { progress } = props
  const now = useSecondHand()
  const left = props.startedAt === undefined ? undefined : secondsLeft({ id: '', label: '', startedAt: props.startedAt, progress, cancel: () => undefined }, now)
  const known = progress !== undefined && progress.total > 0
  const words = known ? t('frame.progressOf', { done: progress.done, total: progress.total }) : ''
  return (
    <div className={style['progress']}>
      <div className={style['words']}>
        <span className={style['label']}>{progress?.note || props.label}</span>
        <span className="tabular">{[words, left === undefined ? '' : t('frame.secondsLeft', { seconds: left })].filter(Boolean).join(' · ')}</span>
      </div>
      <div className={style['line']}>
        <Bar label={props.label} progress={progress} />
        {props.onCancel !== undefined && (
          <Button size="compact-sm" onClick={props.onCancel}>
            {t('frame.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The bar alone; it wanders while the total is not known. */
export function Bar(props: { readonly label: string; readonly progress: Progress | undefined }) {
  const known = props.progress !== undefined && props.progress.total > 0
  const share = known ? Math.min(1, props.progress.done / props.progress.total) : undefined
  return (
    <div
      className={style['track']}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === undefined ? {} : { 'aria-valuenow': Math.round(share * 100) })}
    >
      <div className={share === undefined ? style['wander'] : style['fill']} style={share === undefined ? {} : { transform: `scaleX(${share})` }} />
    </div>
  )
}

/** Milliseconds since the epoch, renewed each second. */
export function useSecondHand(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
