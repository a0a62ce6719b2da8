import { useEffect } from 'react'
import { useActivity, useApi, useUndo } from '../api.ts'
import type { Toast } from '../activity.ts'
import { useText } from '../language.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconX } from '../ui/icons.ts'
import style from './frame.module.css'

const SHOWN_MS = { done: 6_000, warn: 10_000, bad: 15_000 } as const
const ICONS = { done: IconCircleCheck, warn: IconAlertTriangle, bad: IconAlertOctagon } as const

/** What just happened, and the way to take it back. */
export function Toasts() {
  const { toasts } = useActivity()
  return (
    <div className={style['toasts']} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function One(props: { readonly toast: Toast }) {
  const t = useText()
  const { activity } = useApi()
  const undo = useUndo()
  const { id, act, tone, text } = props.toast
  useEffect(() => {
    const timer = setTimeout(() => activity.unsay(id), SHOWN_MS[tone])
    return () => clearTimeout(timer)
  }, [activity, id, tone])
  const Icon = ICONS[tone]
  return (
    <div className={style['toast']}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{text}</span>
      {act !== undefined && (
        <button type="button" onClick={() => void undo(act)}>
          {t('frame.undo')}
        </button>
      )}
      <button type="button" aria-label={t('frame.close')} onClick={() => activity.unsay(id)}>
        <IconX size={16} />
      </button>
    </div>
  )
}
