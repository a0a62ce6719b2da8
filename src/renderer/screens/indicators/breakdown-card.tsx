import { useState } from 'react'
import { Button } from '@mantine/core'
import { departmentOf } from '../../../shared/domain/geography.ts'
import type { ChartData } from '../../../shared/domain/charts/model.ts'
import { useCommand } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Chart } from '../../ui/chart.tsx'
import { IconAlertTriangle } from '../../ui/icons.ts'
import { Card } from '../../ui/screen.tsx'
import { figureText, percentText } from './figure-text.ts'
import type { Indicator } from './frame-rows.ts'
import { TargetCell } from './table-cells.tsx'
import style from './breakdown.module.css'

type Split = Gives<'indicators.breakdown'>['breakdowns'][number]
type Cell = Split['cells'][number]
type Target = Gives<'indicators.get'>['targets'][number]

/** Under this many people a sensitive category is hidden in everything that goes out. */
const FEW = 5
/** Longer lists show their largest categories first. */
const FIRST = 12

/** One dimension of a figure: its categories with their targets, and beside them the picture. */
export function BreakdownCard(props: { readonly seen: Split; readonly indicator: Indicator; readonly periodId: string | null; readonly targets: readonly Target[]; readonly onOpen: (category: string, name: string) => void }) {
  const t = useText()
  const { seen, indicator } = props
  const [isWhole, setIsWhole] = useState(false)
  const setTarget = useCommand('indicators.setTarget', { quiet: true })
  const shown = isWhole ? seen.cells : seen.cells.slice(0, FIRST)
  // Shares do not add up: nothing of them is a part of the whole.
  const isPart = indicator.counts !== 'share' && seen.total > 0
  const save = (category: string, value: number | null): Promise<unknown> => setTarget.runOrThrow({ indicatorId: indicator.id, fields: { periodId: props.periodId, dimension: seen.dimension, category, value } })
  return (
    <Card title={seen.label}>
      <div className={style['box']}>
        <div className={style['beside']}>
          <div>
            <table className={style['table']} aria-label={seen.label}>
              <thead>
                <tr>
                  <th scope="col">{t('indicatorScreens.category')}</th>
                  <th scope="col" data-figure>
                    {t('indicatorScreens.actual')}
                  </th>
                  {isPart && (
                    <th scope="col" data-figure>
                      {t('indicatorScreens.share')}
                    </th>
                  )}
                  <th scope="col" data-figure>
                    {t('indicatorScreens.target')}
                  </th>
                  <th scope="col" data-figure>
                    {t('indicatorScreens.percent')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((cell) => (
                  <Category key={cell.key} cell={cell} seen={seen} isPart={isPart} target={props.targets.find((one) => one.category === cell.key)?.value ?? null} onOpen={() => props.onOpen(cell.key, cell.label)} onTarget={(value) => save(cell.key, value)} />
                ))}
              </tbody>
            </table>
            {seen.cells.length > shown.length && (
              <Button variant="subtle" onClick={() => setIsWhole(true)}>
                {t('indicatorScreens.moreCategories', { n: seen.cells.length })}
              </Button>
            )}
          </div>
          <Picture seen={seen} shown={shown} onOpen={props.onOpen} />
        </div>
      </div>
    </Card>
  )
}

function Category(props: { readonly cell: Cell; readonly seen: Split; readonly isPart: boolean; readonly target: number | null; readonly onOpen: () => void; readonly onTarget: (value: number | null) => Promise<unknown> }) {
  const t = useText()
  const { cell, seen, target } = props
  const isFew = seen.isSensitive && cell.value > 0 && cell.value < FEW
  const label = cell.label === '' ? t('indicatorScreens.notKnown') : cell.label
  return (
    <tr>
      <td data-unknown={cell.key === ''}>
        {label}
        {isFew && (
          <small className={style['few']} title={t('indicatorScreens.hiddenWhy')}>
            <IconAlertTriangle size={13} aria-hidden />
            {t('indicatorScreens.hidden')}
          </small>
        )}
      </td>
      <td data-figure>
        <button type="button" className={style['open']} aria-label={t('indicatorScreens.openCategory', { category: label, n: figureText(cell.value) })} onClick={props.onOpen}>
          {figureText(cell.value)}
        </button>
      </td>
      {props.isPart && <td data-figure>{percentText((cell.value / seen.total) * 100)}</td>}
      <td data-figure data-target>
        {cell.key !== '' && <TargetCell names={{ indicator: label, period: seen.label }} value={target} cell={{ tabIndex: 0 }} onSave={props.onTarget} />}
      </td>
      <td data-figure>{target === null || target === 0 ? '' : percentText((cell.value / target) * 100)}</td>
    </tr>
  )
}

/** The same figures as a picture: departments on the map, all else as bars. One category alone is no picture. Its title and table stand beside it. */
function Picture(props: { readonly seen: Split; readonly shown: readonly Cell[]; readonly onOpen: (category: string, name: string) => void }) {
  const t = useText()
  const { seen, shown } = props
  if (shown.length < 2) return null
  const isMap = seen.dimension === 'department'
  const cells = isMap ? seen.cells.filter((one) => departmentOf(`${one.key}0101`) !== null) : shown
  const name = (cell: Cell): string => (cell.label === '' ? t('indicatorScreens.notKnown') : cell.label)
  const chart: ChartData = isMap
    ? { kind: 'map', regions: cells.map((one) => ({ code: one.key, name: one.label, value: one.value, words: figureText(one.value) })) }
    : { kind: 'bars', bars: cells.map((one) => ({ label: name(one), value: one.value, words: figureText(one.value) })) }
  const table = { columns: [t('indicatorScreens.category'), t('indicatorScreens.actual')], rows: cells.map((one) => [name(one), figureText(one.value)]) }
  return (
    <div className={style['picture']}>
      <Chart
        level={3}
        {...(isMap ? { height: 320 } : {})}
        chart={chart}
        title={seen.label}
        table={table}
        onPick={(index) => {
          const cell = cells[index]
          if (cell !== undefined) props.onOpen(cell.key, name(cell))
        }}
      />
    </div>
  )
}
