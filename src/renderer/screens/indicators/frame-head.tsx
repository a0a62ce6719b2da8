import { dateText } from '../../ui/fields/date-text.ts'
import { useText } from '../../language.tsx'
import { IconAlertTriangle, IconLock } from '../../ui/icons.ts'
import type { Period } from './frame-rows.ts'
import { periodState } from './period-plan.ts'
import style from './frame.module.css'

/** Two lines of headings: the periods, with the lock of those closed and a sign on those to close; and under each what its columns are. */
export function FrameHead(props: { readonly periods: readonly Period[]; readonly today: string; readonly onPeriod: (id: string) => void }) {
  const t = useText()
  const blocks = [...props.periods.map((period) => period.id), 'total']
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={style['name']}>
          {t('indicatorScreens.indicator')}
        </th>
        <th rowSpan={2} scope="col">
          {t('indicatorScreens.unit')}
        </th>
        <th rowSpan={2} scope="col" data-figure title={t('indicatorScreens.baseline')}>
          {t('indicatorScreens.baselineShort')}
        </th>
        {props.periods.map((period) => (
          <th key={period.id} colSpan={3} scope="colgroup" data-period>
            <PeriodHeading period={period} today={props.today} onOpen={() => props.onPeriod(period.id)} />
          </th>
        ))}
        <th colSpan={3} scope="colgroup" data-period data-total>
          {t('indicatorScreens.total')}
        </th>
      </tr>
      <tr>
        {blocks.map((id) => [
          <th key={`${id} target`} scope="col" data-figure data-period>
            {t('indicatorScreens.target')}
          </th>,
          <th key={`${id} actual`} scope="col" data-figure>
            {t('indicatorScreens.actual')}
          </th>,
          <th key={`${id} percent`} scope="col" data-figure>
            {t('indicatorScreens.percent')}
          </th>,
        ])}
      </tr>
    </thead>
  )
}

function PeriodHeading(props: { readonly period: Period; readonly today: string; readonly onOpen: () => void }) {
  const t = useText()
  const { period } = props
  const state = periodState(period, props.today)
  return (
    <button type="button" className={style['period']} title={t('indicatorScreens.periodState', { state })} onClick={props.onOpen}>
      <b>
        {period.name}
        {state === 'closed' && <IconLock size={14} aria-label={t('indicatorScreens.periodState', { state })} />}
        {state === 'over' && <IconAlertTriangle size={14} data-waits aria-label={t('indicatorScreens.periodState', { state })} />}
      </b>
      <small>{`${dateText(period.startsOn)} – ${dateText(period.endsOn)}`}</small>
    </button>
  )
}
