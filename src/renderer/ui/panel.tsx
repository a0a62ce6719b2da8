import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../language.tsx'
import { useEscape } from './escape.ts'
import { IconX } from './icons.ts'
import style from './panel.module.css'

/**
 * A record beside its list. Esc closes it and the keyboard returns to where it was.
 * Give it `key={id}`, so that another record begins anew. `subtitle` under the title, `actions` at the foot.
 */
export function Panel(props: {
  readonly title: ReactNode
  /** What the panel is called where its title is more than words. */
  readonly label?: string | undefined
  readonly subtitle?: ReactNode
  readonly onClose: () => void
  readonly actions?: ReactNode
  /** Pixels; 440 when not given. */
  readonly width?: number
  readonly children: ReactNode
}) {
  const t = useText()
  useEscape(true, props.onClose)
  // Taken before the first field of the panel takes the cursor.
  const [origin] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Where another screen has taken the keyboard already it stays there.
      const isFree = document.activeElement === null || document.activeElement === document.body
      if (isFree && origin instanceof HTMLElement) origin.focus({ preventScroll: true })
    },
    [origin],
  )
  return (
    <aside className={style['panel']} style={{ width: props.width ?? 440 }} aria-label={props.label ?? (typeof props.title === 'string' ? props.title : undefined)}>
      <header>
        <div>
          <h2>{props.title}</h2>
          {props.subtitle !== undefined && <div className={style['subtitle']}>{props.subtitle}</div>}
        </div>
        <button type="button" onClick={props.onClose} aria-label={t('frame.close')} aria-keyshortcuts="Escape">
          <IconX size={18} />
        </button>
      </header>
      {/* Long records of mere words are read by the arrows too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={style['body']} role="group" tabIndex={0}>
        {props.children}
      </div>
      {props.actions !== undefined && <footer>{props.actions}</footer>}
    </aside>
  )
}

/** A part of a panel or a form, under its own heading. */
export function Section(props: { readonly title?: string; readonly actions?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={style['section']}>
      {(props.title !== undefined || props.actions !== undefined) && (
        <div className={style['heading']}>
          {props.title !== undefined && <h3>{props.title}</h3>}
          {props.actions}
        </div>
      )}
      {props.children}
    </section>
  )
}

/** Fields side by side, by their shares: `columns={[1, 2]}`. */
export function Row(props: { readonly columns?: readonly number[]; readonly children: ReactNode }) {
  const columns = props.columns?.map((share) => `minmax(0, ${share}fr)`).join(' ')
  return (
    <div className={style['row']} style={columns === undefined ? {} : { gridTemplateColumns: columns, gridAutoFlow: 'row' }}>
      {props.children}
    </div>
  )
}
