import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconCalendar, IconPlus } from '../../ui/icons.ts'
import { Panel } from '../../ui/panel.tsx'
import type { Period } from './frame-rows.ts'
import { PeriodForm } from './period-form.tsx'
import { PeriodLine } from './period-line.tsx'
import { PeriodPlanFields } from './period-plan-fields.tsx'
import type { PeriodPlan } from './period-plan-fields.tsx'
import { periodsPlanned } from './period-plan.ts'
import { addDays } from '../../../shared/domain/dates.ts'
import style from './frame.module.css'

/** The periods of a matrix: added one by one or many at once, closed, and reopened with a reason. */
export function PeriodsPanel(props: { readonly frameId: string; readonly periods: readonly Period[]; readonly indicators: number; readonly openId: string | undefined; readonly onClose: () => void }) {
  const t = useText()
  const { frameId, periods } = props
  const today = useQuery('app.about', {}).data?.today
  const [adding, setAdding] = useState<'one' | 'many'>()
  const last = periods.at(-1)
  const nextDay = last === undefined ? (today === undefined ? null : `${today.slice(0, 4)}-01-01`) : addDays(last.endsOn, 1)
  const isFirst = periods.length === 0
  const done = (): void => setAdding(undefined)
  const add = (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding('one')}>
        {t('indicatorScreens.addPeriod')}
      </Button>
      <Button variant={isFirst ? 'filled' : 'default'} leftSection={<IconCalendar size={16} aria-hidden />} onClick={() => setAdding('many')}>
        {t('indicatorScreens.makePeriods')}
      </Button>
    </>
  )
  return (
    <Panel title={t('indicatorScreens.periods')} subtitle={isFirst ? undefined : t('indicatorScreens.closedOf', { closed: periods.filter((one) => one.closedAt !== null).length, n: periods.length })} width={500} onClose={props.onClose} actions={isFirst || adding !== undefined ? undefined : add}>
      {isFirst && adding === undefined && (
        <EmptyState drawing="calendar" title={t('indicatorScreens.noPeriods')} actions={add}>
          {t('indicatorScreens.noPeriodsWhy')}
        </EmptyState>
      )}
      {adding === 'one' && <PeriodForm key="new" frameId={frameId} period={undefined} startsOn={nextDay} onDone={done} />}
      {adding === 'many' && <ManyForm frameId={frameId} startsOn={nextDay} onDone={done} />}
      {periods.length > 0 && today !== undefined && (
        <ul className={style['periods']}>
          {periods.map((period) => (
            <PeriodLine key={period.id} frameId={frameId} period={period} today={today} indicators={props.indicators} isOpen={period.id === props.openId} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function ManyForm(props: { readonly frameId: string; readonly startsOn: string | null; readonly onDone: () => void }) {
  const t = useText()
  const make = useCommand('frames.makePeriods', { said: t('indicatorScreens.periodsSaved') })
  const [plan, setPlan] = useState<PeriodPlan>({ months: 3, startsOn: props.startsOn, count: '4' })
  const planned = periodsPlanned(plan.startsOn, plan.months, Number(plan.count))
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (planned === null) return
    if ((await make.run({ frameId: props.frameId, startsOn: planned.first, months: plan.months, count: Number(plan.count) })) !== undefined) props.onDone()
  }
  return (
    <form noValidate className={style['boxed']} onSubmit={(event) => void onSubmit(event)}>
      <PeriodPlanFields plan={plan} onChange={setPlan} />
      <Failure error={make.error} onClose={make.forget} />
      <div className={style['acts']}>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={make.running} disabled={planned === null}>
          {t('indicatorScreens.makePeriods')}
        </Button>
      </div>
    </form>
  )
}
