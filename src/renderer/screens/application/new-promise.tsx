import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import style from './application.module.css'

/** When promises are looked at usually, and at what: applied in the first half-year, its effect after a year. */
const USUAL = [
  { level: 'application', months: 3 },
  { level: 'application', months: 6 },
  { level: 'impact', months: 12 },
] as const

/** A promise that is being written: kept at once with its checks. Ctrl+Enter saves. */
export function NewPromise(props: { readonly enrolmentId: string; readonly today: string; readonly onDone: (id: string) => void; readonly onCancel: () => void }) {
  const t = useText()
  const save = useCommand('application.savePlan', { said: t('promise.saved') })
  const [fields, setFields] = useState({ promise: '', indicator: '', baseline: '', target: '', promisedOn: props.today, checker: '' })
  const [months, setMonths] = useState<readonly number[]>(USUAL.map((one) => one.months))
  const put = (patch: Partial<typeof fields>): void => setFields((old) => ({ ...old, ...patch }))
  const onSave = async (): Promise<void> => {
    if (fields.promise.trim() === '' || save.running) return
    const made = await save.run({ id: null, enrolmentId: props.enrolmentId, fields, months: USUAL.filter((one) => months.includes(one.months)).map((one) => ({ ...one })) })
    if (made !== undefined) props.onDone(made.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void onSave()
  }
  return (
    // The fields inside are what one types in; the form hears the keys that save it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={style['form']} onKeyDown={onKeyDown} onSubmit={(event) => (event.preventDefault(), void onSave())}>
      <TextField label={t('application.promise')} description={t('promise.promiseWhy')} value={fields.promise} required autoFocus lines={3} maxLength={1000} onChange={(promise) => put({ promise })} />
      <TextField label={t('application.indicator')} description={t('promise.indicatorWhy')} value={fields.indicator} maxLength={300} onChange={(indicator) => put({ indicator })} />
      <Row>
        <TextField label={t('application.baseline')} placeholder={t('promise.baselineLike')} value={fields.baseline} maxLength={60} onChange={(baseline) => put({ baseline })} />
        <TextField label={t('application.target')} placeholder={t('promise.targetLike')} value={fields.target} maxLength={60} onChange={(target) => put({ target })} />
      </Row>
      <Row columns={[2, 3]}>
        <DateField label={t('promise.promisedOn')} value={fields.promisedOn} required onChange={(day) => put({ promisedOn: day ?? props.today })} />
        <TextField label={t('promise.checker')} placeholder={t('promise.checkerLike')} value={fields.checker} maxLength={200} onChange={(checker) => put({ checker })} />
      </Row>
      <fieldset className={style['months']}>
        <legend>{t('promise.checkAt')}</legend>
        {USUAL.map((one) => (
          <Checkbox
            key={one.months}
            label={t('promise.checkAfter', { months: one.months, level: t(`application.level.${one.level}`) })}
            checked={months.includes(one.months)}
            onChange={(event) => setMonths(event.currentTarget.checked ? [...months, one.months] : months.filter((each) => each !== one.months))}
          />
        ))}
      </fieldset>
      <Failure error={save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={props.onCancel}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.running} disabled={fields.promise.trim() === ''}>
          {t('promise.save')}
        </Button>
      </div>
    </form>
  )
}
