import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import style from './commitments.module.css'

type Fields = Takes<'commitments.create'>

const EMPTY: Omit<Fields, 'planId'> = {
  code: null, title: '', startsOn: null, endsOn: null, leadOrganisationId: null, leadUnit: null, leadName: null, leadPost: null, leadEmail: null, policyArea: null, sector: null,
  problem: null, statusQuo: null, action: null, contribution: null, outcomes: null, longTermGoal: null, additional: null, completion: null, completionOn: null, completionNote: null,
}

/** A commitment begins with its title and dates; the rest is filled in on its own page. */
export function NewCommitmentPanel(props: { readonly plans: Gives<'commitments.list'>; readonly planId: string; readonly onClose: () => void }) {
  const t = useText()
  const [fields, setFields] = useState<Fields>({ ...EMPTY, planId: props.planId })
  const create = useCommand('commitments.create', { said: t('commitmentScreens.made') })
  const put = (change: Partial<Fields>): void => setFields((old) => ({ ...old, ...change }))
  const send = async (): Promise<void> => {
    const made = await create.run(fields)
    if (made !== undefined) go('outcomes', ['compromisos', made.id])
  }
  return (
    <Panel title={t('commitmentScreens.newCommitment')} subtitle={t('commitmentScreens.newWhy')} onClose={props.onClose}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label={t('commitmentScreens.commitmentTitle')} required autoFocus lines={2} maxLength={400} value={fields.title} error={create.error?.fields?.['title']} onChange={(title) => put({ title })} />
        <SelectField label={t('commitmentScreens.plan')} value={fields.planId} choices={props.plans.map((plan) => ({ value: plan.id, label: plan.name }))} onChange={(planId) => put(planId === null ? {} : { planId })} />
        <TextField label={t('commitmentScreens.code')} placeholder={t('commitmentScreens.codeExample')} maxLength={40} value={fields.code ?? ''} onChange={(code) => put({ code })} />
        <Row>
          <DateField label={t('commitments.startsOn')} value={fields.startsOn} onChange={(startsOn) => put({ startsOn })} />
          <DateField label={t('commitments.endsOn')} value={fields.endsOn} onChange={(endsOn) => put({ endsOn })} />
        </Row>
        <Failure error={create.error?.code === 'invalid' ? undefined : create.error} onClose={create.forget} />
        <div className={style['acts']}>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.running}>
            {t('commitmentScreens.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
