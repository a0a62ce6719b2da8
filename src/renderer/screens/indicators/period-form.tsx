import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import type { Period } from './frame-rows.ts'
import style from './frame.module.css'

/** One period: a new one, or the name and days of one that is there. */
export function PeriodForm(props: { readonly frameId: string; readonly period: Period | undefined; readonly startsOn: string | null; readonly onDone: () => void }) {
  const t = useText()
  const { period } = props
  const save = useCommand('frames.savePeriod', { said: t('indicatorScreens.periodSaved') })
  const [name, setName] = useState(period?.name ?? '')
  const [startsOn, setStartsOn] = useState(period?.startsOn ?? props.startsOn)
  const [endsOn, setEndsOn] = useState(period?.endsOn ?? null)
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '' || startsOn === null || endsOn === null) return
    if ((await save.run({ frameId: props.frameId, id: period?.id ?? null, fields: { name, startsOn, endsOn } })) !== undefined) props.onDone()
  }
  return (
    <form noValidate className={style['boxed']} onSubmit={(event) => void onSubmit(event)}>
      <TextField label={t('indicatorScreens.periodName')} placeholder={t('indicatorScreens.periodExample')} required autoFocus maxLength={80} value={name} onChange={setName} />
      <Row>
        <DateField label={t('indicatorScreens.startsOn')} required value={startsOn} onChange={setStartsOn} />
        <DateField label={t('indicatorScreens.endsOn')} required value={endsOn} onChange={setEndsOn} />
      </Row>
      <Failure error={save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button variant="subtle" onClick={props.onDone}>
          {t('frame.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={save.running} disabled={name.trim() === '' || startsOn === null || endsOn === null}>
          {t('indicatorScreens.savePeriod')}
        </Button>
      </div>
    </form>
  )
}
