import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconHistory } from '../../ui/icons.ts'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import type { CommitmentSeen } from './commitment-page.tsx'
import style from './commitments.module.css'

function usePut(id: string): (fields: Takes<'commitments.update'>['fields']) => Promise<unknown> {
  const update = useCommand('commitments.update', { quiet: true })
  return (fields) => update.runOrThrow({ id, fields })
}

/** What it is called, when, and who answers for it. Of one that began, title and dates are told and changed by re-planning. */
export function FactsCard({ seen, isBegun, onReplan }: { readonly seen: CommitmentSeen; readonly isBegun: boolean; readonly onReplan: () => void }) {
  const t = useText()
  const { commitment } = seen
  const put = usePut(commitment.id)
  const plans = useQuery('commitments.list', {}).data ?? []
  const lead = commitment.leadOrganisationId === null ? null : { id: commitment.leadOrganisationId, label: commitment.leadOrganisationName ?? '' }
  return (
    <Card
      title={t('commitmentScreens.facts')}
      actions={
        isBegun ? (
          <Button variant="subtle" size="compact-sm" leftSection={<IconHistory size={15} aria-hidden />} onClick={onReplan}>
            {t('commitmentScreens.replanFacts')}
          </Button>
        ) : undefined
      }
    >
      {isBegun && <p className={style['soft']}>{t('commitmentScreens.begunWhy')}</p>}
      <TextField label={t('commitmentScreens.commitmentTitle')} required lines={2} maxLength={400} disabled={isBegun} value={commitment.title} onSave={(title) => put({ title })} />
      <Row>
        <DateField label={t('commitments.startsOn')} value={commitment.startsOn} disabled={isBegun} onSave={(startsOn) => put({ startsOn })} />
        <DateField label={t('commitments.endsOn')} value={commitment.endsOn} disabled={isBegun && commitment.endsOn !== null} onSave={(endsOn) => put({ endsOn })} />
      </Row>
      <Row columns={[2, 3]}>
        <TextField label={t('commitmentScreens.code')} maxLength={40} value={commitment.code ?? ''} onSave={(code) => put({ code })} />
        <SelectField label={t('commitmentScreens.plan')} value={commitment.planId} choices={plans.map((plan) => ({ value: plan.id, label: plan.name }))} onSave={(planId) => put(planId === null ? {} : { planId })} />
      </Row>
      <OrganisationField label={t('commitments.lead')} value={lead} kindOfNew="otro" onSave={(chosen) => put({ leadOrganisationId: chosen?.id ?? null })} />
      <TextField label={t('commitmentScreens.unit')} maxLength={200} value={commitment.leadUnit ?? ''} onSave={(leadUnit) => put({ leadUnit })} />
      <Row>
        <TextField label={t('commitments.leadPerson')} maxLength={200} value={commitment.leadName ?? ''} onSave={(leadName) => put({ leadName })} />
        <TextField label={t('commitmentScreens.post')} maxLength={200} value={commitment.leadPost ?? ''} onSave={(leadPost) => put({ leadPost })} />
      </Row>
      <TextField label={t('commitments.leadEmail')} maxLength={80} inputMode="email" value={commitment.leadEmail ?? ''} onSave={(leadEmail) => put({ leadEmail })} />
      <Row>
        <TextField label={t('commitments.policyArea')} maxLength={200} value={commitment.policyArea ?? ''} onSave={(policyArea) => put({ policyArea })} />
        <TextField label={t('commitments.sector')} maxLength={200} value={commitment.sector ?? ''} onSave={(sector) => put({ sector })} />
      </Row>
    </Card>
  )
}

/** The questions of OGP's form in their order. */
export function TextsCard({ seen }: { readonly seen: CommitmentSeen }) {
  const t = useText()
  const { commitment } = seen
  const put = usePut(commitment.id)
  return (
    <Card title={t('commitmentScreens.texts')}>
      <TextField label={t('commitments.problem')} lines={3} maxLength={4000} value={commitment.problem ?? ''} onSave={(problem) => put({ problem })} />
      <TextField label={t('commitments.statusQuo')} lines={3} maxLength={4000} value={commitment.statusQuo ?? ''} onSave={(statusQuo) => put({ statusQuo })} />
      <TextField label={t('commitments.action')} lines={3} maxLength={4000} value={commitment.action ?? ''} onSave={(action) => put({ action })} />
      <TextField label={t('commitments.contribution')} lines={2} maxLength={4000} value={commitment.contribution ?? ''} onSave={(contribution) => put({ contribution })} />
      <TextField label={t('commitments.outcomesText')} lines={2} maxLength={4000} value={commitment.outcomes ?? ''} onSave={(outcomes) => put({ outcomes })} />
      <TextField label={t('commitments.longTermGoal')} lines={2} maxLength={2000} value={commitment.longTermGoal ?? ''} onSave={(longTermGoal) => put({ longTermGoal })} />
      <TextField label={t('commitments.additional')} description={t('commitmentScreens.additionalWhy')} lines={2} maxLength={2000} value={commitment.additional ?? ''} onSave={(additional) => put({ additional })} />
    </Card>
  )
}
