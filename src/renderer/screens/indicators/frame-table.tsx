import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconPencil, IconPlus } from '../../ui/icons.ts'
import { figureText, percentText } from './figure-text.ts'
import { cellCount, frameLines, indicatorTitle, movedIds, resultTitle } from './frame-rows.ts'
import type { FigureRow, FrameSeen, Indicator, Result } from './frame-rows.ts'
import { FrameHead } from './frame-head.tsx'
import { IndicatorMenu } from './indicator-menu.tsx'
import { ActualCell, TargetCell } from './table-cells.tsx'
import style from './frame.module.css'

interface At {
  readonly row: number
  readonly column: number
}

/**
 * The logical frame: a line an indicator, under its result; for each period its target, what is real and the percent, and
 * the whole at the end. Arrows walk through it, a figure typed on a target replaces it, Enter on what is real opens its list.
 */
export function FrameTable(props: {
  readonly seen: FrameSeen
  readonly rows: readonly FigureRow[] | undefined
  readonly openFigure: { readonly indicatorId: string; readonly periodId: string | null } | undefined
  readonly onFigure: (indicatorId: string, periodId: string | null) => void
  readonly onPeriods: (periodId: string) => void
  readonly onResult: (id: string) => void
  readonly onAdd: (resultId: string) => void
}) {
  const t = useText()
  const { seen } = props
  const today = useQuery('app.about', {}).data?.today ?? ''
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<At>({ row: 0, column: 0 })
  const order = useCommand('indicators.order', { quiet: true })
  const setTarget = useCommand('indicators.setTarget', { quiet: true })
  const lines = useMemo(() => frameLines(seen), [seen])
  const shown = useMemo(() => lines.flatMap((line) => (line.kind === 'indicator' ? [line.indicator] : [])), [lines])
  const figures = useMemo(() => new Map(props.rows?.map((row) => [row.indicatorId, row.figures])), [props.rows])
  const columns = cellCount(seen.periods.length)

  const { openFigure } = props
  const openKey = openFigure === undefined ? '' : `${openFigure.indicatorId} ${openFigure.periodId ?? ''}`
  useEffect(() => {
    if (openKey === '') return undefined
    // After the panel has taken its room: what it tells of stays in sight.
    const turn = requestAnimationFrame(() => table.current?.querySelector('[data-open="true"][data-at]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
    return () => cancelAnimationFrame(turn)
  }, [openKey])

  const reach = (next: At): void => {
    const bounded = { row: Math.max(0, Math.min(shown.length - 1, next.row)), column: Math.max(0, Math.min(columns - 1, next.column)) }
    setAt(bounded)
    table.current?.querySelector<HTMLElement>(`[data-at="${bounded.row}-${bounded.column}"]`)?.focus()
  }
  const move = async (indicator: Indicator, by: -1 | 1): Promise<void> => {
    const ids = movedIds(seen, indicator.id, by)
    if (ids === undefined) return
    await order.run({ frameId: seen.frame.id, ids })
    reach({ row: shown.findIndex((one) => one.id === indicator.id) + by, column: at.column })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const indicator = shown[at.row]
    if (!(event.target instanceof HTMLElement) || event.target.dataset['at'] === undefined) return
    if (event.altKey && indicator !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      return void move(indicator, event.key === 'ArrowUp' ? -1 : 1)
    }
    const next = walked(event, at, shown.length, columns)
    if (next === undefined) return
    event.preventDefault()
    reach(next)
  }
  const save = (indicator: Indicator, periodId: string | null, value: number | null): Promise<unknown> =>
    setTarget.runOrThrow({ indicatorId: indicator.id, fields: { periodId, dimension: null, category: null, value } })
  return (
    <div className={style['card']}>
      <Failure error={order.error} onClose={order.forget} />
      <div className={style['scroller']}>
        {/* The keys are those of its cells, which hold the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table ref={table} role="grid" className={style['matrix']} aria-label={t('indicatorScreens.table')} onKeyDown={onKeyDown}>
          <FrameHead periods={seen.periods} today={today} onPeriod={props.onPeriods} />
          <tbody>
            {lines.map((line) =>
              line.kind === 'result' ? (
                <ResultLine key={line.result?.id ?? 'none'} result={line.result} span={3 + 3 * (seen.periods.length + 1)} onEdit={props.onResult} onAdd={props.onAdd} />
              ) : (
                <IndicatorLine
                  key={line.indicator.id}
                  seen={seen}
                  indicator={line.indicator}
                  row={shown.indexOf(line.indicator)}
                  at={at}
                  figures={figures.get(line.indicator.id)}
                  openPeriod={openFigure?.indicatorId === line.indicator.id ? openFigure.periodId : undefined}
                  onAt={setAt}
                  onReach={reach}
                  onFigure={props.onFigure}
                  onTarget={save}
                  onMove={(by) => void move(line.indicator, by)}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      <div className={style['foot']}>{t('indicatorScreens.tableKeys')}</div>
    </div>
  )
}

/** Where a key leads; undefined for keys that do not move. */
function walked(event: KeyboardEvent, at: At, rows: number, columns: number): At | undefined {
  const moves: Readonly<Record<string, At>> = {
    ArrowUp: { row: at.row - 1, column: at.column },
    ArrowDown: { row: at.row + 1, column: at.column },
    ArrowLeft: { row: at.row, column: at.column - 1 },
    ArrowRight: { row: at.row, column: at.column + 1 },
    Home: { row: event.ctrlKey ? 0 : at.row, column: 0 },
    End: { row: event.ctrlKey ? rows - 1 : at.row, column: columns - 1 },
    PageUp: { row: at.row - 10, column: at.column },
    PageDown: { row: at.row + 10, column: at.column },
  }
  return moves[event.key]
}

function ResultLine(props: { readonly result: Result | null; readonly span: number; readonly onEdit: (id: string) => void; readonly onAdd: (id: string) => void }) {
  const t = useText()
  const { result } = props
  return (
    <tr className={style['heading']}>
      <td colSpan={props.span}>
        <div className={style['headingLine']}>
          {result === null ? (
            <b>{t('indicatorScreens.withoutResult')}</b>
          ) : (
            <>
              <small>{t('indicatorScreens.levelName', { level: result.level })}</small>
              <b>{resultTitle(result)}</b>
              <button type="button" className={style['dots']} aria-label={t('indicatorScreens.editResult', { result: resultTitle(result) })} onClick={() => props.onEdit(result.id)}>
                <IconPencil size={15} aria-hidden />
              </button>
              <button type="button" className={style['dots']} aria-label={t('indicatorScreens.addIndicatorTo', { result: resultTitle(result) })} title={t('indicatorScreens.addIndicator')} onClick={() => props.onAdd(result.id)}>
                <IconPlus size={16} aria-hidden />
              </button>
            </>
          )}
        </div>
      </td>
    </tr>
  )
}

function IndicatorLine(props: {
  readonly seen: FrameSeen
  readonly indicator: Indicator
  readonly row: number
  readonly at: At
  readonly figures: FigureRow['figures'] | undefined
  /** Of the figure that is open beside the table: null for the total. */
  readonly openPeriod: string | null | undefined
  readonly onAt: (at: At) => void
  readonly onReach: (at: At) => void
  readonly onFigure: (indicatorId: string, periodId: string | null) => void
  readonly onTarget: (indicator: Indicator, periodId: string | null, value: number | null) => Promise<unknown>
  readonly onMove: (by: -1 | 1) => void
}) {
  const t = useText()
  const { indicator, row, at, seen } = props
  const title = indicatorTitle(indicator)
  const cellProps = (column: number) => ({ 'data-at': `${row}-${column}`, tabIndex: at.row === row && at.column === column ? 0 : -1, onFocus: () => props.onAt({ row, column }) })
  const open = (): void => go('outcomes', ['indicadores', seen.frame.id, indicator.id])
  const blocks = [...seen.periods.map((period) => ({ id: period.id as string | null, name: period.name })), { id: null, name: t('indicatorScreens.total') }]
  return (
    <tr data-open={props.openPeriod !== undefined}>
      <td className={style['name']}>
        <div className={style['nameLine']}>
          <button type="button" {...cellProps(0)} onClick={open} title={indicator.sentence}>
            {indicator.code !== null && <i>{indicator.code}</i>}
            {indicator.name}
          </button>
          <IndicatorMenu indicator={indicator} tabIndex={at.row === row ? 0 : -1} onMove={props.onMove} />
        </div>
      </td>
      <td className={style['unit']}>{indicator.unit ?? ''}</td>
      <td data-figure>{indicator.baseline === null ? '' : figureText(indicator.baseline, indicator.unit)}</td>
      {blocks.map((block, index) => {
        const figure = props.figures?.[index]
        const names = { indicator: title, period: block.name }
        return [
          <td key={`${block.id ?? ''} target`} data-figure data-cell="target">
            <TargetCell names={names} unit={indicator.unit} value={figure?.target ?? null} cell={cellProps(1 + 2 * index)} onSave={(value) => props.onTarget(indicator, block.id, value)} onDone={(by) => props.onReach({ row: row + by, column: 1 + 2 * index })} />
          </td>,
          <td key={`${block.id ?? ''} actual`} data-figure data-cell="actual">
            <ActualCell names={names} unit={indicator.unit} figure={figure} isTyped={indicator.counts === 'manual'} isOpen={props.openPeriod === block.id} cell={cellProps(2 + 2 * index)} onOpen={() => props.onFigure(indicator.id, block.id)} />
          </td>,
          <td key={`${block.id ?? ''} percent`} data-figure data-percent>
            {percentText(figure?.percent ?? null)}
          </td>,
        ]
      })}
    </tr>
  )
}
