import { useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Panel, Row } from '../../ui/panel.tsx'
import { currencyChoices } from './agreement-words.tsx'
import type { BudgetOf, Line } from './budget-page.tsx'
import { Expenses } from './expenses.tsx'
import style from './agreements.module.css'

/** A line of the budget: what is planned, and what was spent on it. */
export function LinePanel(props: { readonly line: Line | undefined; readonly of: BudgetOf; readonly currency: string; readonly editionId: string | null; readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useText()
  const { line } = props
  return (
    <Panel title={line?.concept ?? t('agreementScreens.addLine')} width={470} onClose={props.onClose}>
      {line === undefined ? <NewLine of={props.of} currency={props.currency} editionId={props.editionId} onMade={props.onMade} onCancel={props.onClose} /> : <LineFields line={line} of={props.of} onGone={props.onClose} />}
    </Panel>
  )
}

function NewLine(props: { readonly of: BudgetOf; readonly currency: string; readonly editionId: string | null; readonly onMade: (id: string) => void; readonly onCancel: () => void }) {
  const t = useText()
  const save = useCommand('budget.saveLine', { said: t('agreementScreens.lineAdded') })
  const [concept, setConcept] = useState('')
  const [category, setCategory] = useState('')
  const [currency, setCurrency] = useState(props.currency)
  const [plannedCents, setPlanned] = useState<number | null>(null)
  const [tied, setTied] = useState<Tied>({ editionId: props.editionId, agreementId: 'agreementId' in props.of ? props.of.agreementId : null, agreementItemId: null })
  const send = async (): Promise<void> => {
    const made = await save.run({ id: null, fields: { ...tied, concept, category, currency, plannedCents: plannedCents ?? 0 } })
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <TextField label={t('budget.concept')} required autoFocus maxLength={300} value={concept} error={save.error?.fields?.['fields.concept']} onChange={setConcept} />
      <TextField label={t('budget.category')} placeholder={t('agreementScreens.categoryExample')} maxLength={120} value={category} onChange={setCategory} />
      <Row columns={[3, 2]}>
        <SelectField label={t('budget.currency')} value={currency} choices={currencyChoices(t, currency)} onChange={(value) => setCurrency(value ?? currency)} />
        <MoneyField label={t('budget.planned')} currency={currency} value={plannedCents} onChange={setPlanned} />
      </Row>
      <TiedFields tied={tied} of={props.of} onChange={setTied} />
      <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={props.onCancel}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.running}>
          {t('agreementScreens.add')}
        </Button>
      </div>
    </form>
  )
}

interface Tied {
  readonly editionId: string | null
  readonly agreementId: string | null
  readonly agreementItemId: string | null
}

/** Who pays, which edition it is for, and which item of the agreement: each among those that fit the others. */
function TiedFields({ tied, of, onChange, onSave }: { readonly tied: Tied; readonly of: BudgetOf; readonly onChange?: (tied: Tied) => void; readonly onSave?: (tied: Tied) => Promise<unknown> }) {
  const t = useText()
  const paying = useQuery('agreements.list', tied.editionId === null ? {} : { editionId: tied.editionId })
  const agreement = useQuery('agreements.get', { id: tied.agreementId ?? '00000000-0000-7000-8000-000000000000' }, { enabled: tied.agreementId !== null })
  const by = (patch: Partial<Tied>) => ({ ...tied, ...patch })
  const both = (of: (value: string | null) => Tied) => ({ onSave: onSave && ((value: string | null) => onSave(of(value))), onChange: onChange && ((value: string | null) => onChange(of(value))) })
  const items = agreement.data?.items ?? []
  const editions = agreement.data?.editions ?? []
  return (
    <>
      {'agreementId' in of ? (
        <SelectField label={t('budget.edition')} canBeEmpty value={tied.editionId} choices={editions.map((one) => ({ value: one.editionId, label: `${one.programmeName} · ${one.editionName}` }))} {...both((editionId) => by({ editionId }))} />
      ) : (
        <SelectField label={t('budget.paidBy')} description={t('agreementScreens.paidByWhy')} canBeEmpty value={tied.agreementId} choices={(paying.data ?? []).map((one) => ({ value: one.id, label: one.title }))} {...both((agreementId) => by({ agreementId, agreementItemId: null }))} />
      )}
      {items.length > 0 && <SelectField label={t('agreementScreens.itemTied')} canBeEmpty value={tied.agreementItemId} choices={items.map((one) => ({ value: one.id, label: one.name }))} {...both((agreementItemId) => by({ agreementItemId }))} />}
    </>
  )
}

function LineFields({ line, of, onGone }: { readonly line: Line; readonly of: BudgetOf; readonly onGone: () => void }) {
  const t = useText()
  const save = useCommand('budget.saveLine', { quiet: true })
  const remove = useCommand('budget.removeLine', { said: t('agreementScreens.lineRemoved') })
  const { editionId, agreementId, agreementItemId, category, concept, plannedCents, currency } = line
  const put = (patch: Partial<Pick<Line, 'editionId' | 'agreementId' | 'agreementItemId' | 'category' | 'concept' | 'plannedCents' | 'currency'>>): Promise<unknown> =>
    save.runOrThrow({ id: line.id, fields: { editionId, agreementId, agreementItemId, category, concept, plannedCents, currency, ...patch } })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id: line.id })) !== undefined) onGone()
  }
  return (
    <>
      <Expenses line={line} />
      <div className={style['form']}>
        <TextField label={t('budget.concept')} value={concept} required maxLength={300} onSave={(value) => put({ concept: value })} />
        <TextField label={t('budget.category')} value={category ?? ''} maxLength={120} onSave={(value) => put({ category: value === '' ? null : value })} />
        <Row columns={[3, 2]}>
          <SelectField label={t('budget.currency')} value={currency} choices={currencyChoices(t, currency)} onSave={(value) => put(value === null ? {} : { currency: value })} />
          <MoneyField label={t('budget.planned')} currency={currency} required value={plannedCents} onSave={(value) => put({ plannedCents: value ?? 0 })} />
        </Row>
        <TiedFields tied={{ editionId, agreementId, agreementItemId }} of={of} onSave={put} />
        <Failure error={remove.error} onClose={remove.forget} />
        <div>
          <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
            {t('agreementScreens.removeLine')}
          </Button>
        </div>
      </div>
    </>
  )
}
