import type { ReactNode } from 'react'
import style from './figures.module.css'

export interface Figure {
  readonly label: string
  readonly value: number | string
  /** Address that the figure leads to (from a number to its names). */
  readonly href?: string | undefined
  readonly note?: ReactNode
}

/** A row of figures on one card, divided by hairlines. */
export function Figures(props: { readonly figures: readonly Figure[]; readonly label: string }) {
  return (
    <ul className={style['figures']} aria-label={props.label}>
      {props.figures.map((figure) => (
        <li key={figure.label}>
          <span className={style['label']}>{figure.label}</span>
          {figure.href === undefined ? <b>{shown(figure.value)}</b> : <a href={figure.href}>{shown(figure.value)}</a>}
          {figure.note !== undefined && <span className={style['note']}>{figure.note}</span>}
        </li>
      ))}
    </ul>
  )
}

function shown(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('es-PE') : value
}
