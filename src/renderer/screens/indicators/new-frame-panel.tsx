import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import { PeriodPlanFields } from './period-plan-fields.tsx'
import type { PeriodPlan } from './period-plan-fields.tsx'
import { periodsPlanned } from './period-plan.ts'
import style from './frame.module.css'

/** A new matrix: its name, for whom, and the periods in which it is told. The rest is filled in its table. */
export function NewFramePanel(props: { readonly onClose: () => void }) {
  const t = useText()
  const form = useId()
  const create = useCommand('frames.create', { said: t('indicatorScreens.created') })
  const makePeriods = useCommand('frames.makePeriods', { quiet: true })
  const today = useQuery('app.about', {}).data?.today
  const [name, setName] = useState('')
  const [funder, setFunder] = useState<Found | null>(null)
  const [agreementId, setAgreementId] = useState<string | null>(null)
  const [typed, setTyped] = useState<PeriodPlan>()
  const plan = typed ?? { months: 3, startsOn: today === undefined ? null : `${today.slice(0, 4)}-01-01`, count: '4' }
  const planned = periodsPlanned(plan.startsOn, plan.months, Number(plan.count))

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = await create.run({ name, organisationId: funder?.id ?? null, agreementId, commitmentId: null, notes: null })
    if (made === undefined) return
    if (planned !== null) await makePeriods.run({ frameId: made.id, startsOn: planned.first, months: plan.months, count: Number(plan.count) })
    go('outcomes', ['indicadores', made.id])
  }
  return (
    <Panel
      title={t('indicatorScreens.new')}
      width={480}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="subtle" onClick={props.onClose}>
            {t('frame.cancel')}
          </Button>
          <Button type="submit" form={form} variant="filled" disabled={name.trim() === ''} loading={create.running || makePeriods.running}>
            {t('indicatorScreens.create')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className={style['form']} onSubmit={(event) => void onSubmit(event)}>
        <TextField label={t('indicatorScreens.frameName')} placeholder={t('indicatorScreens.frameExample')} required autoFocus maxLength={200} value={name} onChange={setName} />
        <OrganisationField label={t('indicatorScreens.funder')} description={t('indicatorScreens.funderWhy')} value={funder} kindOfNew="cooperacion-internacional" onChange={setFunder} />
        <AgreementChoice value={agreementId} onChange={setAgreementId} />
        <PeriodPlanFields plan={plan} onChange={setTyped} canWait />
        <Failure error={create.error ?? makePeriods.error} onClose={create.forget} />
      </form>
    </Panel>
  )
}

/** One of the office's agreements; nothing to choose where there is none. */
export function AgreementChoice(props: { readonly value: string | null; readonly onChange?: (id: string | null) => void; readonly onSave?: (id: string | null) => Promise<unknown> }) {
  const t = useText()
  const agreements = useQuery('agreements.list', {})
  const { data } = agreements
  if (data === undefined || (data.length === 0 && props.value === null)) return null
  const choices = data.map((one) => ({ value: one.id, label: [one.number, one.title].filter(Boolean).join(' · ') }))
  return <SelectField {...props} label={t('indicatorScreens.agreement')} choices={choices} canBeEmpty />
}
