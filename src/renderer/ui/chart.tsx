import { useComputedColorScheme } from '@mantine/core'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { ChartData } from '../../shared/domain/charts/model.ts'
import { useText } from '../language.tsx'
import { IconChartBar, IconTable } from './icons.ts'
import style from './chart.module.css'

/** The figures of a chart: a heading a column, a row a datum in the order of the chart's data. The first cell names the row. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ChartProps {
  readonly chart: ChartData
  readonly title: string
  /** No chart without its table: one key away, or `beside` it, and always there for those who cannot see the picture. */
  readonly table: ChartTable
  readonly beside?: boolean
  /** The level of its heading; 2 when not given. */
  readonly level?: 2 | 3
  /** Said under the title: what a mark or a shade means. */
  readonly note?: string | undefined
  /** What changes the picture, beside the title. */
  readonly actions?: ReactNode
  /** Pixels; what the chart wants when not given. */
  readonly height?: number
  /** Which rows lead somewhere; all with a picture when not given. */
  readonly canPick?: ((index: number) => boolean) | undefined
  /** Opens what is behind a datum, by its place. */
  readonly onPick?: ((index: number) => void) | undefined
}

/** A chart with its table. Loads what draws only when it is first needed. */
export function Chart(props: ChartProps) {
  const t = useText()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const Heading = props.level === 3 ? 'h3' : 'h2'
  const showsTable = props.beside === true || asTable
  return (
    <section className={style['chart']} aria-labelledby={id} data-beside={props.beside === true}>
      <header>
        <div>
          <Heading id={id}>{props.title}</Heading>
          {props.note !== undefined && <p>{props.note}</p>}
        </div>
        {props.actions}
        {props.beside !== true && (
          <button type="button" className={style['switch']} aria-label={`${asTable ? t('charts.showPicture') : t('charts.showTable')}: ${props.title}`} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            {asTable ? t('charts.showPicture') : t('charts.showTable')}
          </button>
        )}
      </header>
      <div className={style['body']}>
        {(props.beside === true || !asTable) && <Picture {...props} />}
        {showsTable ? (
          // A long table scrolls inside the card, by the arrows too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={style['table']} tabIndex={0} role="group" aria-label={t('charts.tableOf', { title: props.title })}>
            <Table {...props} />
          </div>
        ) : (
          <div className="unseen">
            <Table {...props} onPick={undefined} />
          </div>
        )}
      </div>
    </section>
  )
}

function Table(props: Pick<ChartProps, 'table' | 'title' | 'onPick' | 'canPick'>) {
  const { onPick } = props
  return (
    <table>
      <caption className="unseen">{props.title}</caption>
      <thead>
        <tr>
          {props.table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.table.rows.map(([name = '', ...cells], index) => (
          <tr key={name}>
            <th scope="row">
              {onPick !== undefined && (props.canPick?.(index) ?? true) ? (
                <button type="button" onClick={() => onPick(index)}>
                  {name}
                </button>
              ) : (
                name
              )}
            </th>
            {cells.map((cell, at) => (
              <td key={props.table.columns[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The picture alone. With `onPick` one stop of the keyboard: the arrows go from datum to datum, Enter opens it. */
function Picture(props: ChartProps) {
  const t = useText()
  const isDark = useComputedColorScheme('light') === 'dark'
  const { place, width } = useWidth()
  const failed = useDrawn(place, props, { width, isDark })
  const { onPick } = props
  const open = (target: EventTarget): void => {
    const index = indexOf(target)
    if (index !== null && (props.canPick?.(index) ?? true)) onPick?.(index)
  }
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(event.target)
    } else if (event.key.startsWith('Arrow')) {
      event.preventDefault()
      step(event.currentTarget, event.target, event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1)
    }
  }
  const handlers = onPick === undefined ? {} : { onClick: (event: MouseEvent) => open(event.target), onKeyDown: keys }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={place} className={style['picture']} data-picks={onPick !== undefined} role="group" aria-label={t('charts.pictureOf', { title: props.title })} {...handlers} />
      {failed && <p className={style['failed']}>{t('charts.notDrawn')}</p>}
    </>
  )
}

function useWidth() {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const node = place.current
    if (node === null || typeof ResizeObserver === 'undefined') return undefined
    const watcher = new ResizeObserver(() => setWidth(Math.floor(node.clientWidth)))
    watcher.observe(node)
    return () => watcher.disconnect()
  }, [])
  return { place, width }
}

/** Draws into the place whenever the data, the width or the theme change; tells whether it could not. */
function useDrawn(place: { readonly current: HTMLDivElement | null }, props: ChartProps, room: { readonly width: number; readonly isDark: boolean }): boolean {
  const [failed, setFailed] = useState(false)
  const { width, isDark } = room
  const key = JSON.stringify([props.chart, props.table, props.height])
  const latest = useRef(props)
  latest.current = props
  const draw = useCallback(
    async (wanted: () => boolean) => {
      const { drawChart } = await import('./chart-drawing.ts')
      const { chart, height } = latest.current
      if (!wanted() || place.current === null) return
      const picture = drawChart(chart, { width, height, isDark })
      picture.setAttribute('aria-hidden', String(latest.current.onPick === undefined))
      if (latest.current.onPick !== undefined) makePickable(picture, latest.current)
      place.current.replaceChildren(picture)
      setFailed(false)
    },
    [place, width, isDark],
  )
  useEffect(() => {
    if (width === 0) return undefined
    let wanted = true
    draw(() => wanted).catch(() => wanted && setFailed(true))
    return () => void (wanted = false)
  }, [draw, key, width])
  return failed
}

/** One element of each datum is a button, named as its row of the table; the first takes the keyboard. */
function makePickable(picture: SVGSVGElement, { table, canPick }: ChartProps): void {
  const done = new Set<number>()
  for (const element of picture.querySelectorAll('[data-index]')) {
    const index = indexOf(element)
    const row = index === null ? undefined : table.rows[index]
    if (index === null || row === undefined || canPick?.(index) === false) continue
    element.setAttribute('data-pick', '')
    const name = row.map((cell, at) => (at === 0 ? cell : `${table.columns[at]}: ${cell}`)).join(', ')
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
    title.textContent = row.map((cell, at) => (at === 0 ? cell : `${table.columns[at]}: ${cell}`)).join('\n')
    element.append(title)
    if (done.has(index)) continue
    element.setAttribute('role', 'button')
    element.setAttribute('aria-label', name)
    element.setAttribute('tabindex', done.size === 0 ? '0' : '-1')
    done.add(index)
  }
}

function step(place: HTMLElement, from: EventTarget, by: 1 | -1): void {
  const stops = [...place.querySelectorAll<SVGElement>('[role="button"]')]
  const next = stops[(stops.findIndex((stop) => stop === from) + by + stops.length) % stops.length]
  for (const stop of stops) stop.setAttribute('tabindex', stop === next ? '0' : '-1')
  next?.focus()
}

function indexOf(target: EventTarget): number | null {
  const value = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : null
  return value == null ? null : Number(value)
}
