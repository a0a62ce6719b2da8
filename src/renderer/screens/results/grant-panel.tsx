import { useId, useState } from 'react'
import { Button } from '@mantine/core'
import type { PaperKind } from '../../../shared/domain/training.ts'
import { ruleKinds } from '../../../shared/domain/eligibility.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import style from './results.module.css'

const RULES = [...ruleKinds, 'all'] as const

/** Sets a rule aside for some people, by name: with the reason, and who had the power to do so. `name`: whose it is, if it is one. */
export function GrantPanel(props: { readonly enrolmentIds: readonly string[]; readonly name?: string | undefined; readonly papers: readonly PaperKind[]; readonly onClose: () => void }) {
  const t = useText()
  const formId = useId()
  const about = useQuery('app.about', {})
  const grant = useCommand('eligibility.grant', { said: t('outcome.granted', { n: props.enrolmentIds.length }) })
  const [paperKind, setPaper] = useState<PaperKind>(props.papers[0] ?? 'constancia')
  const [rule, setRule] = useState<(typeof RULES)[number]>('share')
  const [reason, setReason] = useState('')
  const [grantedBy, setGrantedBy] = useState('')
  const [document, setDocument] = useState('')
  const [chosenDay, setDay] = useState<string | null>(null)
  const grantedOn = chosenDay ?? about.data?.today ?? null
  const isReady = reason.trim() !== '' && grantedBy.trim() !== '' && grantedOn !== null
  const send = async (): Promise<void> => {
    if (!isReady) return
    const done = await grant.run({ enrolmentIds: [...props.enrolmentIds], fields: { paperKind, rule, reason, grantedBy, document, grantedOn } })
    if (done !== undefined) props.onClose()
  }
  return (
    <Panel
      title={t('outcome.grantMany', { n: props.enrolmentIds.length })}
      subtitle={props.name}
      width={420}
      onClose={props.onClose}
      actions={
        <Button type="submit" form={formId} variant="filled" disabled={!isReady} loading={grant.running}>
          {t('outcome.grantAct')}
        </Button>
      }
    >
      <form
        id={formId}
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <SelectField label={t('outcome.grantPaper')} value={paperKind} choices={props.papers.map((kind) => ({ value: kind, label: t('outcome.paper', { kind }) }))} onChange={(value) => setPaper(props.papers.find((one) => one === value) ?? paperKind)} />
        <SelectField label={t('outcome.grantRule')} value={rule} choices={RULES.map((value) => ({ value, label: t('outcome.ruleName', { rule: value }) }))} onChange={(value) => setRule(RULES.find((one) => one === value) ?? rule)} />
        <TextField label={t('outcome.grantReason')} required autoFocus lines={3} maxLength={500} placeholder={t('outcome.grantReasonExample')} value={reason} onChange={setReason} />
        <TextField label={t('outcome.grantBy')} required maxLength={200} value={grantedBy} onChange={setGrantedBy} />
        <TextField label={t('outcome.grantDocument')} maxLength={120} value={document} onChange={setDocument} />
        <DateField label={t('outcome.grantOn')} value={grantedOn} onChange={setDay} />
        <Failure error={grant.error} onClose={grant.forget} />
      </form>
    </Panel>
  )
}
