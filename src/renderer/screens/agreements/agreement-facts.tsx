import { agreementKinds } from '../../../shared/domain/agreements.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { AgreementField } from '../pickers/agreement-field.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import { currencyChoices, kindChoices } from './agreement-words.tsx'

/** What the paper says, saved field by field. */
export function AgreementFacts({ seen }: { readonly seen: AgreementSeen }) {
  const t = useText()
  const { agreement, predecessor } = seen
  const update = useCommand('agreements.update', { quiet: true })
  const put = (fields: Takes<'agreements.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: agreement.id, fields })
  return (
    <Card title={t('agreementScreens.facts')}>
      <TextField label={t('agreementScreens.title')} value={agreement.title} required maxLength={300} lines={2} onSave={(title) => put({ title })} />
      <Row columns={[2, 3]}>
        <SelectField label={t('agreementScreens.kind')} value={agreement.kind} choices={kindChoices(t)} onSave={(value) => put({ kind: agreementKinds.find((one) => one === value) ?? agreement.kind })} />
        <TextField label={t('agreementScreens.number')} value={agreement.number ?? ''} maxLength={120} onSave={(number) => put({ number })} />
      </Row>
      <Row>
        <DateField label={t('agreementScreens.signedOn')} value={agreement.signedOn} onSave={(signedOn) => put({ signedOn })} />
        <DateField label={t('agreementScreens.startsOn')} value={agreement.startsOn} onSave={(startsOn) => put({ startsOn })} />
        <DateField label={t('agreementScreens.endsOn')} value={agreement.endsOn} onSave={(endsOn) => put({ endsOn })} />
      </Row>
      <Row columns={[3, 2]}>
        <SelectField label={t('budget.currency')} value={agreement.currency} choices={currencyChoices(t, agreement.currency)} onSave={(currency) => put({ currency })} />
        <MoneyField label={t('agreementScreens.amountAtFirst')} currency={agreement.currency ?? 'PEN'} value={agreement.amountCents} onSave={(amountCents) => put({ amountCents })} />
      </Row>
      <TextField label={t('agreementScreens.purpose')} value={agreement.purpose ?? ''} lines={3} maxLength={4000} onSave={(purpose) => put({ purpose })} />
      <AgreementField label={t('agreementScreens.predecessor')} exceptId={agreement.id} value={predecessor === null ? null : { id: predecessor.id, label: predecessor.title }} onSave={(one) => put({ predecessorId: one?.id ?? null })} />
      <TextField label={t('agreementScreens.notes')} value={agreement.notes ?? ''} lines={2} maxLength={2000} onSave={(notes) => put({ notes })} />
    </Card>
  )
}
