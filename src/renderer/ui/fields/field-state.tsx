import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Loader } from '@mantine/core'
import { failureOf } from '../../api.ts'
import { useText } from '../../language.tsx'
import { IconCheck } from '../icons.ts'
import style from './fields.module.css'

/** What every field takes. With `onSave` it saves itself on blur or Enter; with `onChange` it only tells (a form not yet sent). */
export interface FieldProps<V> {
  readonly label: string
  readonly value: V
  readonly description?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** A sentence from outside: a failed form's `error.fields`. */
  readonly error?: string | undefined
  /** Rejects with `AppError` when it was not saved: the sentence is shown at the field and what was typed stays. */
  readonly onSave?: ((value: V) => Promise<unknown>) | undefined
  readonly onChange?: ((value: V) => void) | undefined
}

export type Saving = 'rest' | 'saving' | 'saved' | 'failed'

const SHOWN_MS = 2_000

/** The saving of one field: tells its state, its failure, and never saves what did not change. */
export function useSaving<V>(props: Pick<FieldProps<V>, 'onSave' | 'onChange'>): {
  readonly state: Saving
  readonly failure: string | undefined
  readonly save: (value: V) => Promise<boolean>
  readonly forget: () => void
} {
  const t = useText()
  const [state, setState] = useState<{ state: Saving; failure?: string }>({ state: 'rest' })
  const latest = useRef(props)
  latest.current = props
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => void (mounted.current = false)
  }, [])
  useEffect(() => {
    if (state.state !== 'saved') return undefined
    const timer = setTimeout(() => setState({ state: 'rest' }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])

  const save = useCallback(
    async (value: V): Promise<boolean> => {
      const { onSave, onChange } = latest.current
      onChange?.(value)
      if (onSave === undefined) return true
      setState({ state: 'saving' })
      try {
        await onSave(value)
        if (mounted.current) setState({ state: 'saved' })
        return true
      } catch (thrown) {
        const error = failureOf(thrown, t)
        if (mounted.current) setState({ state: 'failed', failure: Object.values(error.fields ?? {})[0] ?? error.message })
        return false
      }
    },
    [t],
  )
  const forget = useCallback(() => setState({ state: 'rest' }), [])
  return { state: state.state, failure: state.failure, save, forget }
}

/** The small sign at the end of a field: saving, saved. A failure is said below the field. */
export function SavingSign(props: { readonly state: Saving; readonly otherwise?: ReactNode }) {
  const t = useText()
  return (
    <span className={style['sign']} aria-live="polite">
      {props.state === 'saving' && <Loader size={14} color="teal" aria-label={t('frame.saving')} />}
      {props.state === 'saved' && (
        <span className={style['saved']}>
          <IconCheck size={16} stroke={2.25} aria-hidden />
          <span className="unseen">{t('frame.saved')}</span>
        </span>
      )}
      {props.state !== 'saving' && props.state !== 'saved' && props.otherwise}
    </span>
  )
}
