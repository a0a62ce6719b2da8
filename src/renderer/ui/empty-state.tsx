import type { ReactNode } from 'react'
import { Drawing } from './drawing.tsx'
import type { DrawingName } from './drawing.tsx'
import style from './empty-state.module.css'

/** An empty place: what belongs here, why, and the first step. */
export function EmptyState(props: {
  readonly drawing: DrawingName
  readonly title: string
  readonly children?: ReactNode
  /** The button of the first step, and at most one other way. */
  readonly actions?: ReactNode
}) {
  return (
    <div className={style['empty']}>
      <Drawing name={props.drawing} />
      <h2>{props.title}</h2>
      {props.children !== undefined && <div className={style['why']}>{props.children}</div>}
      {props.actions !== undefined && <div className={style['actions']}>{props.actions}</div>}
    </div>
  )
}
