import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { setCrumbs } from '../frame/crumbs.ts'
import type { Crumb } from '../frame/crumbs.ts'
import style from './screen.module.css'

/**
 * The body of every screen: title, what is said of it, at most one primary act, and below it the work, with a panel
 * beside it when a record is open. `crumbs` are the levels below the place, as the top bar shows them.
 * `fill`: the work takes the height of the window and scrolls by itself (tables); otherwise the screen scrolls.
 */
export function Screen(props: {
  readonly title: string
  readonly about?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
  /** The parts of the record, in a line of their own under the title. */
  readonly tabs?: ReactNode
  /** Filters and search, in one line under the title. */
  readonly tools?: ReactNode
  readonly panel?: ReactNode
  readonly fill?: boolean
  readonly children: ReactNode
}) {
  const crumbs = JSON.stringify(props.crumbs ?? [])
  useEffect(() => {
    setCrumbs(JSON.parse(crumbs) as readonly Crumb[])
    return () => setCrumbs([])
  }, [crumbs])
  return (
    <div className={style['screen']} data-fill={props.fill === true}>
      <header className={style['head']}>
        <div>
          <h1>{props.title}</h1>
          {props.about !== undefined && <div className={style['about']}>{props.about}</div>}
        </div>
        {props.actions !== undefined && <div className={style['actions']}>{props.actions}</div>}
      </header>
      {props.tabs}
      {props.tools !== undefined && <div className={style['tools']}>{props.tools}</div>}
      <div className={style['work']}>
        <div className={style['main']}>{props.children}</div>
        {props.panel}
      </div>
    </div>
  )
}

/** A white card on the paper. */
export function Card(props: { readonly title?: string; readonly actions?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={style['card']}>
      {(props.title !== undefined || props.actions !== undefined) && (
        <div className={style['cardHead']}>
          {props.title !== undefined && <h2>{props.title}</h2>}
          {props.actions}
        </div>
      )}
      {props.children}
    </section>
  )
}
