import { useState } from 'react'
import { Button } from '@mantine/core'
import { agreementKinds } from '../../../shared/domain/agreements.ts'
import type { AgreementKind } from '../../../shared/domain/agreements.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { currencyChoices, kindChoices } from './agreement-words.tsx'
import style from './agreements.module.css'

/** A new agreement: what it is called, from when to when and for how much; the rest is filled in on its page. */
export function NewAgreement(props: { readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useText()
  const create = useCommand('agreements.create', { said: t('agreementScreens.made') })
  const [kind, setKind] = useState<AgreementKind>('convenio')
  const [texts, setTexts] = useState({ title: '', number: '' })
  const [days, setDays] = useState<{ signedOn: string | null; startsOn: string | null; endsOn: string | null }>({ signedOn: null, startsOn: null, endsOn: null })
  const [money, setMoney] = useState<{ amountCents: number | null; currency: string }>({ amountCents: null, currency: 'PEN' })
  const send = async (): Promise<void> => {
    const made = await create.run({ kind, ...texts, ...days, ...money, purpose: null, predecessorId: null, notes: null })
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <Panel title={t('agreementScreens.new')} onClose={props.onClose}>
      <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <TextField label={t('agreementScreens.title')} required autoFocus lines={2} maxLength={300} value={texts.title} error={create.error?.fields?.['title']} onChange={(title) => setTexts({ ...texts, title })} />
        <Row>
          <SelectField label={t('agreementScreens.kind')} value={kind} choices={kindChoices(t)} onChange={(value) => setKind(agreementKinds.find((one) => one === value) ?? kind)} />
          <TextField label={t('agreementScreens.number')} maxLength={120} value={texts.number} onChange={(number) => setTexts({ ...texts, number })} />
        </Row>
        <Row>
          <DateField label={t('agreementScreens.startsOn')} value={days.startsOn} onChange={(startsOn) => setDays({ ...days, startsOn })} />
          <DateField label={t('agreementScreens.endsOn')} value={days.endsOn} onChange={(endsOn) => setDays({ ...days, endsOn })} />
        </Row>
        <DateField label={t('agreementScreens.signedOn')} value={days.signedOn} onChange={(signedOn) => setDays({ ...days, signedOn })} />
        <Row>
          <SelectField label={t('budget.currency')} value={money.currency} choices={currencyChoices(t)} onChange={(currency) => setMoney({ ...money, currency: currency ?? 'PEN' })} />
          <MoneyField label={t('agreementScreens.amount')} currency={money.currency} value={money.amountCents} onChange={(amountCents) => setMoney({ ...money, amountCents })} />
        </Row>
        <Failure error={create.error?.code === 'invalid' ? undefined : create.error} onClose={create.forget} />
        <div className={style['acts']}>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.running}>
            {t('agreementScreens.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
