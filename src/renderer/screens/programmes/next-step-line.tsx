import { Button } from '@mantine/core'
import { failureOf, useApi } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { IconArrowRight, IconCircleCheck } from '../../ui/icons.ts'
import type { Enrolled } from './cohort-screen.tsx'
import { isPending, nextStep } from './next-step.ts'
import type { NextStep } from './next-step.ts'
import { useMarkState } from './use-mark-state.ts'
import style from './programmes.module.css'

/** One line: what this group waits for. Where all who are pending ended alike, one press says so of all. */
export function NextStepLine(props: { readonly enrolled: readonly Enrolled[]; readonly onPending: () => void }) {
  const t = useText()
  const api = useApi()
  const mark = useMarkState()
  const step = nextStep(props.enrolled)
  if (step === null) return null
  const markAll = async (state: 'approved' | 'completed'): Promise<void> => {
    try {
      await mark(props.enrolled.filter(isPending).map((one) => one.id), state)
    } catch (thrown) {
      api.activity.say({ tone: 'bad', text: failureOf(thrown, t).message })
    }
  }
  const Icon = step.kind === 'done' ? IconCircleCheck : IconArrowRight
  return (
    <p className={style['next']} data-done={step.kind === 'done'} aria-label={t('training.next')} role="note">
      <Icon size={16} aria-hidden />
      <span>{sentence(t, step)}</span>
      {step.kind === 'mark' && (
        <>
          {(['approved', 'completed'] as const).map((state) => (
            <Button key={state} size="compact-sm" onClick={() => void markAll(state)}>
              {t('training.nextMarkAll', { n: step.pending, state })}
            </Button>
          ))}
          {step.pending < step.enrolled && (
            <Button variant="subtle" size="compact-sm" onClick={props.onPending}>
              {t('training.nextSeePending')}
            </Button>
          )}
        </>
      )}
    </p>
  )
}

function sentence(t: Text, step: NextStep): string {
  if (step.kind === 'mark') return t('training.nextMark', { n: step.pending, enrolled: step.enrolled })
  if (step.kind === 'issue') return t('training.nextIssue', { n: step.missing, done: step.done })
  return step.kind === 'done' ? t('training.nextDone', { n: step.done }) : t('training.nextNobody')
}
