import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../language.tsx'
import { IconArrowRight, IconChevronLeft } from './icons.ts'
import { KeyHint } from './key-hint.tsx'
import style from './step-foot.module.css'

/** The foot of a step: back, what is to be known before going on, and the one act. Enter goes on at once; Ctrl+Enter from anywhere. */
export function StepFoot(props: {
  readonly onBack?: (() => void) | undefined
  readonly next: string
  readonly onNext: () => void
  /** Why one cannot go on, as a sentence. */
  readonly blocked?: string | undefined
  readonly isLast?: boolean
  /** What it waits for: pressed meanwhile, the act does nothing. */
  readonly waits?: string | undefined
  /** Whether the keyboard waits on the act as soon as the step is shown. */
  readonly takesFocus?: boolean
  /** What was done so far, beside the way back. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  const { takesFocus = true } = props
  const isBlocked = props.blocked !== undefined
  const isShown = useRef(false)
  useEffect(() => {
    // Once the step is shown, only a keyboard that stands nowhere is called here.
    const isFree = !isShown.current || document.activeElement === null || document.activeElement === document.body
    isShown.current = true
    if (takesFocus && !isBlocked && isFree) button.current?.focus({ preventScroll: true })
  }, [takesFocus, isBlocked])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
      event.preventDefault()
      button.current?.click()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <footer className={style['foot']}>
      {props.onBack !== undefined && (
        <Button leftSection={<IconChevronLeft size={16} />} onClick={props.onBack}>
          {t('frame.goBack')}
        </Button>
      )}
      {props.aside !== undefined && <div className={style['footAside']}>{props.aside}</div>}
      <div className={style['footWords']} aria-live="polite">
        {props.blocked ?? props.waits ?? props.children}
      </div>
      <KeyHint keys="Ctrl+Enter" />
      <Button ref={button} variant="filled" data-next disabled={isBlocked} aria-disabled={props.waits !== undefined || isBlocked} rightSection={props.isLast === true ? undefined : <IconArrowRight size={16} />} onClick={() => props.waits === undefined && props.onNext()}>
        {props.next}
      </Button>
    </footer>
  )
}
