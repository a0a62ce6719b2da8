import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { IconArrowRight, IconCircleCheck } from '../../ui/icons.ts'
import { nextHref } from './next-href.ts'
import style from './progress.module.css'

/** One line: what a group needs next, and the way there. */
export function NextLine(props: { readonly cohortId: string }) {
  const t = useText()
  const progress = useQuery('progress.cohort', { cohortId: props.cohortId })
  if (progress.data === undefined) return null
  const { next, acta } = progress.data
  const isDone = next.step === 'done'
  const Icon = isDone ? IconCircleCheck : IconArrowRight
  const to = nextHref(props.cohortId, next.step, acta?.id)
  return (
    <div className={style['line']} data-done={isDone} aria-label={t('progress.next')} role="note">
      <Icon size={16} aria-hidden />
      <span>{next.sentence}</span>
      {to !== null && next.step !== 'enrol' && (
        <Button component="a" size="compact-sm" href={to}>
          {t('progress.go', { step: next.step })}
        </Button>
      )}
    </div>
  )
}
