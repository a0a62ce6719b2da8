import { useState } from 'react'
import { Button } from '@mantine/core'
import { itemKinds } from '../../../shared/domain/agreements.ts'
import type { ItemKind } from '../../../shared/domain/agreements.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconAlertTriangle, IconPlus, IconTrash } from '../../ui/icons.ts'
import { Panel, Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { NumberField } from '../programmes/number-field.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import { itemChoices, quantityText, readQuantity } from './agreement-words.tsx'
import style from './agreements.module.css'

type Item = AgreementSeen['items'][number]

/** What the agreement pays for: how much was used and what is left, with a bar. */
export function ItemsCard(props: { readonly seen: AgreementSeen; readonly openId: string | null | undefined; readonly onOpen: (id: string | null) => void }) {
  const t = useText()
  const { items, agreement } = props.seen
  const add = (
    <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => props.onOpen(null)}>
      {t('agreementScreens.addItem')}
    </Button>
  )
  return (
    <Card title={t('agreementScreens.items')} actions={add}>
      {items.length === 0 ? (
        <p className={style['why']}>{t('agreementScreens.noItems')}</p>
      ) : (
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{t('budget.concept')}</th>
              <th scope="col" data-figure="true">{t('agreementScreens.agreed')}</th>
              <th scope="col" data-figure="true">{t('agreementScreens.used')}</th>
              <th scope="col" data-figure="true">{t('agreementScreens.balance')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} currency={agreement.currency ?? 'PEN'} isOpen={item.id === props.openId} onOpen={() => props.onOpen(item.id)} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function ItemRow({ item, currency, isOpen, onOpen }: { readonly item: Item; readonly currency: string; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const t = useText()
  const money = (cents: number | null): string | null => (cents === null ? null : formatMoney(cents, currency))
  const quantity = (value: number | null): string | null => (value === null ? null : quantityText(value))
  const isMoney = item.kind === 'item'
  const kind = isMoney ? item.unit : t('agreementScreens.itemKindName', { kind: item.kind })
  const part = isMoney ? shareOf(item.usedCents, item.amountCents) : shareOf(item.used, item.quantity)
  return (
    <tr data-open={isOpen}>
      <th scope="row">
        <button type="button" className={style['open']} onClick={onOpen}>
          {item.name}
        </button>
        {kind !== null && kind !== item.name && <small>{kind}</small>}
        {part !== null && (
          <span className={style['bar']} data-over={part > 1} aria-hidden>
            <span style={{ width: `${Math.min(100, Math.round(part * 100))}%` }} />
          </span>
        )}
      </th>
      <Both main={quantity(item.quantity)} small={money(item.amountCents)} />
      <Both main={quantity(item.used)} small={money(item.usedCents)} />
      <Both main={quantity(item.balance)} small={money(item.balanceCents)} isLow={(item.balance ?? 0) < 0 || (item.balanceCents ?? 0) < 0} />
    </tr>
  )
}

const shareOf = (used: number | null, of: number | null): number | null => (used === null || of === null || of === 0 ? null : used / of)

/** A quantity with its money under it; money alone where there is no quantity. */
function Both(props: { readonly main: string | null; readonly small: string | null; readonly isLow?: boolean }) {
  const t = useText()
  return (
    <td data-figure="true" data-low={props.isLow === true}>
      {props.isLow === true && <IconAlertTriangle size={15} aria-label={t('agreementScreens.belowZero')} />}
      {props.main ?? props.small ?? '–'}
      {props.main !== null && props.small !== null && <small>{props.small}</small>}
    </td>
  )
}

/** An item: sent whole when it is new, else field by field. */
export function ItemPanel(props: { readonly seen: AgreementSeen; readonly id: string | null; readonly onClose: () => void }) {
  const t = useText()
  const item = props.seen.items.find((one) => one.id === props.id)
  if (props.id !== null && item === undefined) return null
  return (
    <Panel title={item?.name ?? t('agreementScreens.addItem')} subtitle={item === undefined ? t('agreementScreens.itemWhy') : undefined} onClose={props.onClose}>
      {item === undefined ? <NewItem seen={props.seen} onDone={props.onClose} /> : <ItemFields seen={props.seen} item={item} onGone={props.onClose} />}
    </Panel>
  )
}

function NewItem({ seen, onDone }: { readonly seen: AgreementSeen; readonly onDone: () => void }) {
  const t = useText()
  const save = useCommand('agreements.saveItem', { said: t('agreementScreens.itemAdded') })
  const [kind, setKind] = useState<ItemKind>('seats')
  const [name, setName] = useState('')
  const [quantity, setQuantity] = useState('')
  const [amountCents, setAmount] = useState<number | null>(null)
  const read = readQuantity(quantity)
  const named = name.trim() === '' && kind !== 'item' ? t('agreementScreens.itemKindName', { kind }) : name
  const send = async (): Promise<void> => {
    if (read === undefined) return
    if ((await save.run({ agreementId: seen.agreement.id, id: null, fields: { kind, name: named, quantity: read, unit: null, amountCents } })) !== undefined) onDone()
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <SelectField label={t('agreementScreens.itemKind')} value={kind} choices={itemChoices(t)} onChange={(value) => setKind(itemKinds.find((one) => one === value) ?? kind)} />
      <TextField label={t('budget.concept')} autoFocus required={kind === 'item'} placeholder={kind === 'item' ? '' : t('agreementScreens.itemKindName', { kind })} maxLength={200} value={name} error={save.error?.fields?.['fields.name']} onChange={setName} />
      <Row>
        <TextField label={t('agreementScreens.quantity')} inputMode="decimal" value={quantity} error={read === undefined ? t('agreementScreens.badQuantity') : undefined} onChange={setQuantity} />
        <MoneyField label={t('agreementScreens.amount')} currency={seen.agreement.currency ?? 'PEN'} value={amountCents} onChange={setAmount} />
      </Row>
      <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={onDone}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.running}>
          {t('agreementScreens.add')}
        </Button>
      </div>
    </form>
  )
}

function ItemFields({ seen, item, onGone }: { readonly seen: AgreementSeen; readonly item: Item; readonly onGone: () => void }) {
  const t = useText()
  const save = useCommand('agreements.saveItem', { quiet: true })
  const remove = useCommand('agreements.removeItem', { said: t('agreementScreens.itemRemoved') })
  const { id, kind, name, quantity, unit, amountCents } = item
  const put = (patch: Partial<Pick<Item, 'kind' | 'name' | 'quantity' | 'unit' | 'amountCents'>>): Promise<unknown> =>
    save.runOrThrow({ agreementId: seen.agreement.id, id, fields: { kind, name, quantity, unit, amountCents, ...patch } })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) onGone()
  }
  return (
    <div className={style['form']}>
      <TextField label={t('budget.concept')} value={name} required autoFocus maxLength={200} onSave={(value) => put({ name: value })} />
      <SelectField label={t('agreementScreens.itemKind')} value={kind} choices={itemChoices(t)} onSave={(value) => put({ kind: itemKinds.find((one) => one === value) ?? kind })} />
      <Row>
        <QuantityField value={quantity} onSave={(value) => put({ quantity: value })} />
        <TextField label={t('agreementScreens.unit')} value={unit ?? ''} maxLength={60} onSave={(value) => put({ unit: value === '' ? null : value })} />
      </Row>
      <MoneyField label={t('agreementScreens.amount')} currency={seen.agreement.currency ?? 'PEN'} value={amountCents} onSave={(value) => put({ amountCents: value })} />
      <p className={style['why']}>{t('agreementScreens.itemCounts', { kind })}</p>
      <Failure error={remove.error} onClose={remove.forget} />
      <div>
        <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
          {t('agreementScreens.removeItem')}
        </Button>
      </div>
    </div>
  )
}

function QuantityField({ value, onSave }: { readonly value: number | null; readonly onSave: (value: number | null) => Promise<unknown> }) {
  const t = useText()
  return <NumberField label={t('agreementScreens.quantity')} value={value} maxLength={15} read={readQuantity} wrong={t('agreementScreens.badQuantity')} onSave={onSave} />
}
