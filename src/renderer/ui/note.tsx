import type { ReactNode } from 'react'
import { useText } from '../language.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from './icons.ts'
import style from './note.module.css'

export type Tone = 'info' | 'done' | 'warn' | 'bad'

const ICONS = { info: IconInfoCircle, done: IconCircleCheck, warn: IconAlertTriangle, bad: IconAlertOctagon } as const
const WORDS = { info: 'frame.noteInfo', done: 'frame.noteDone', warn: 'frame.noteWarn', bad: 'frame.noteBad' } as const

/** A remark in its place: colour, icon and word together. `actions` stand at its end; `onClose` lets it be put away. */
export function Note(props: {
  readonly tone: Tone
  /** Instead of the tone's own word (Nota, Listo, Atención, No se pudo). */
  readonly title?: string
  readonly actions?: ReactNode
  readonly onClose?: () => void
  readonly children?: ReactNode
}) {
  const t = useText()
  const Icon = ICONS[props.tone]
  return (
    <div className={style['note']} data-tone={props.tone} role={props.tone === 'bad' || props.tone === 'warn' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.75} aria-hidden className={style['icon']} />
      <div className={style['words']}>
        <strong>{props.title ?? t(WORDS[props.tone])}</strong>
        {props.children !== undefined && <div>{props.children}</div>}
      </div>
      {props.actions !== undefined && <div className={style['actions']}>{props.actions}</div>}
      {props.onClose !== undefined && (
        <button type="button" className={style['close']} onClick={props.onClose} aria-label={t('frame.close')}>
          <IconX size={16} />
        </button>
      )}
    </div>
  )
}
