import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus, IconTrash } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { currencyChoices } from './agreement-words.tsx'
import type { Line } from './budget-page.tsx'
import style from './agreements.module.css'

type Expense = Line['expenses'][number]

/** What was spent on a line: each expense with its paper, in the currency in which it was paid. */
export function Expenses({ line }: { readonly line: Line }) {
  const t = useText()
  const today = useQuery('app.about', {}).data?.today
  const [open, setOpen] = useState<string | null>()
  const one = line.expenses.find((expense) => expense.id === open)
  const add = (
    <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(null)}>
      {t('agreementScreens.addExpense')}
    </Button>
  )
  return (
    <Section title={t('budget.expenses')} actions={open === null ? undefined : add}>
      {open === null && today !== undefined && <ExpenseForm key="new" line={line} today={today} onDone={() => setOpen(undefined)} />}
      {line.expenses.length === 0 && open !== null && <p className={style['why']}>{t('agreementScreens.noExpenses')}</p>}
      {line.expenses.length > 0 && (
        <ul className={style['expenses']}>
          {line.expenses.map((expense) => (
            <li key={expense.id} data-open={expense.id === open}>
              <button type="button" className={style['open']} aria-expanded={expense.id === open} onClick={() => setOpen(expense.id === open ? undefined : expense.id)}>
                {formatDate(expense.spentOn)}
              </button>
              <span>{[expense.supplier, expense.document].filter((part) => part !== null).join(' · ')}</span>
              <b>{formatMoney(expense.amountCents, expense.currency)}</b>
            </li>
          ))}
        </ul>
      )}
      {one !== undefined && <ExpenseFields key={one.id} line={line} expense={one} onGone={() => setOpen(undefined)} />}
    </Section>
  )
}

function ExpenseForm({ line, today, onDone }: { readonly line: Line; readonly today: string; readonly onDone: () => void }) {
  const t = useText()
  const save = useCommand('budget.saveExpense', { said: t('agreementScreens.expenseAdded') })
  const [fields, setFields] = useState<Omit<Expense, 'id'>>({ spentOn: today, amountCents: 0, currency: line.currency, supplier: null, document: null, note: null })
  const put = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const send = async (): Promise<void> => {
    if ((await save.run({ budgetLineId: line.id, id: null, fields })) !== undefined) onDone()
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Row>
        <MoneyField label={t('agreementScreens.amount')} autoFocus currency={fields.currency} value={fields.amountCents === 0 ? null : fields.amountCents} onChange={(cents) => put({ amountCents: cents ?? 0 })} />
        <SelectField label={t('budget.currency')} value={fields.currency} choices={currencyChoices(t, fields.currency)} onChange={(currency) => put({ currency: currency ?? fields.currency })} />
      </Row>
      <Row>
        <DateField label={t('agreementScreens.spentOn')} required value={fields.spentOn} onChange={(spentOn) => put({ spentOn: spentOn ?? today })} />
        <TextField label={t('agreementScreens.document')} placeholder={t('agreementScreens.documentExample')} maxLength={120} value={fields.document ?? ''} onChange={(document) => put({ document })} />
      </Row>
      <TextField label={t('agreementScreens.supplier')} maxLength={200} value={fields.supplier ?? ''} onChange={(supplier) => put({ supplier })} />
      <Failure error={save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={onDone}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.running}>
          {t('agreementScreens.addExpense')}
        </Button>
      </div>
    </form>
  )
}

function ExpenseFields({ line, expense, onGone }: { readonly line: Line; readonly expense: Expense; readonly onGone: () => void }) {
  const t = useText()
  const save = useCommand('budget.saveExpense', { quiet: true })
  const remove = useCommand('budget.removeExpense', { said: t('agreementScreens.expenseRemoved') })
  const { id, ...fields } = expense
  const put = (patch: Partial<typeof fields>): Promise<unknown> => save.runOrThrow({ budgetLineId: line.id, id, fields: { ...fields, ...patch } })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) onGone()
  }
  return (
    <div className={style['form']}>
      <Row>
        <MoneyField label={t('agreementScreens.amount')} required currency={fields.currency} value={fields.amountCents} onSave={(cents) => put({ amountCents: cents ?? 0 })} />
        <SelectField label={t('budget.currency')} value={fields.currency} choices={currencyChoices(t, fields.currency)} onSave={(currency) => put(currency === null ? {} : { currency })} />
      </Row>
      <Row>
        <DateField label={t('agreementScreens.spentOn')} required value={fields.spentOn} onSave={(spentOn) => put({ spentOn: spentOn ?? fields.spentOn })} />
        <TextField label={t('agreementScreens.document')} maxLength={120} value={fields.document ?? ''} onSave={(document) => put({ document })} />
      </Row>
      <TextField label={t('agreementScreens.supplier')} maxLength={200} value={fields.supplier ?? ''} onSave={(supplier) => put({ supplier })} />
      <TextField label={t('agreementScreens.note')} maxLength={500} value={fields.note ?? ''} onSave={(note) => put({ note })} />
      <AttachmentList owner="expenses" ownerId={id} title={t('agreementScreens.expenseFiles')} />
      <Failure error={remove.error} onClose={remove.forget} />
      <div>
        <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
          {t('agreementScreens.removeExpense')}
        </Button>
      </div>
    </div>
  )
}
