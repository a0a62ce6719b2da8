import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import { periodsPlanned } from './period-plan.ts'
import style from './frame.module.css'

/** Every so many months (0: not yet known), from a day, so many (as typed). */
export interface PeriodPlan {
  readonly months: number
  readonly startsOn: string | null
  readonly count: string
}

const USUAL = [3, 6, 12, 1] as const

/** How often a funder is told, from which day, and how many times; below it what that comes to. */
export function PeriodPlanFields(props: { readonly plan: PeriodPlan; readonly onChange: (plan: PeriodPlan) => void; readonly canWait?: boolean }) {
  const t = useText()
  const { plan, onChange } = props
  const months = [...USUAL, ...(props.canWait === true ? [0] : [])]
  const planned = periodsPlanned(plan.startsOn, plan.months, Number(plan.count))
  const isBad = !/^\d{1,2}$/.test(plan.count.trim()) || Number(plan.count) < 1 || Number(plan.count) > 60
  return (
    <>
      <SelectField label={t('indicatorScreens.usualPeriods')} value={String(plan.months)} choices={months.map((one) => ({ value: String(one), label: t('indicatorScreens.every', { months: String(one) }) }))} onChange={(value) => onChange({ ...plan, months: Number(value ?? 3) })} />
      {plan.months > 0 && (
        <div>
          <Row columns={[2, 1]}>
            <DateField label={t('indicatorScreens.periodsFrom')} value={plan.startsOn} onChange={(startsOn) => onChange({ ...plan, startsOn })} />
            <TextField label={t('indicatorScreens.howMany')} inputMode="numeric" maxLength={2} value={plan.count} error={isBad ? t('indicatorScreens.badCount') : undefined} onChange={(count) => onChange({ ...plan, count })} />
          </Row>
          <p className={style['read']} aria-live="polite">
            {planned !== null && t('indicatorScreens.periodsMade', { n: Number(plan.count), first: dateText(planned.first), last: dateText(planned.last) })}
          </p>
        </div>
      )}
    </>
  )
}
