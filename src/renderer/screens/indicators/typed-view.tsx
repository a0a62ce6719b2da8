import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Card } from '../../ui/screen.tsx'
import { figureText } from './figure-text.ts'
import type { Indicator, Period } from './frame-rows.ts'
import style from './breakdown.module.css'

/** Of an indicator typed by hand: its figure in each period, where it stands, and the way to type it. */
export function TypedView(props: { readonly indicator: Indicator; readonly periods: readonly Period[]; readonly onOpen: (period: Period) => void }) {
  const t = useText()
  const asked = useQuery('indicators.get', { id: props.indicator.id })
  const typed = asked.data?.actuals ?? []
  const actOf = (period: Period): string => (period.closedAt === null ? t('indicatorScreens.typeFigure') : t('indicatorScreens.seeFigure'))
  if (props.periods.length === 0) {
    return (
      <Note tone="info" actions={<Button component="a" href={href('outcomes', ['indicadores', props.indicator.frameId, 'periodos'])}>{t('indicatorScreens.periods')}</Button>}>
        {t('indicatorScreens.needsPeriods')}
      </Note>
    )
  }
  return (
    <Card title={t('indicatorScreens.typed')}>
      <Failure error={asked.error} onRetry={asked.reload} />
      <table className={style['table']}>
        <thead>
          <tr>
            <th scope="col">{t('indicatorScreens.period')}</th>
            <th scope="col" data-figure>
              {t('indicatorScreens.value')}
            </th>
            <th scope="col">{t('indicatorScreens.typedVerification')}</th>
            <th scope="col">
              <span className="unseen">{t('indicatorScreens.typeFigure')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.periods.map((period) => {
            const own = typed.filter((one) => one.periodId === period.id)
            const whole = own.find((one) => one.dimension === null)
            return (
              <tr key={period.id}>
                <td>
                  {period.name} {period.closedAt !== null && <IconLock size={14} aria-label={t('indicatorScreens.periodState', { state: 'closed' })} />}
                </td>
                <td data-figure>{whole === undefined ? '' : figureText(whole.value, props.indicator.unit)}</td>
                <td>{whole?.verification ?? ''}</td>
                <td data-figure>
                  <Button size="compact-sm" aria-label={`${actOf(period)}: ${period.name}`} onClick={() => props.onOpen(period)}>
                    {actOf(period)}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Card>
  )
}
