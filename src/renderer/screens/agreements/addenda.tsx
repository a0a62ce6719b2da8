import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { MoneyField } from '../../ui/fields/money-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus, IconTrash } from '../../ui/icons.ts'
import { Panel, Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import type { AgreementSeen } from './agreement-page.tsx'
import style from './agreements.module.css'

type Addendum = AgreementSeen['addenda'][number]

/** What was changed since it was signed, in the order in which it was. */
export function AddendaCard(props: { readonly seen: AgreementSeen; readonly openId: string | null | undefined; readonly onOpen: (id: string | null) => void }) {
  const t = useText()
  const { addenda, agreement } = props.seen
  const add = (
    <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => props.onOpen(null)}>
      {t('agreementScreens.addAddendum')}
    </Button>
  )
  return (
    <Card title={t('agreementScreens.addenda')} actions={add}>
      {addenda.length === 0 ? (
        <p className={style['why']}>{t('agreementScreens.noAddenda')}</p>
      ) : (
        <ol className={style['addenda']}>
          {addenda.map((one) => (
            <li key={one.id} data-open={one.id === props.openId}>
              <button type="button" className={style['open']} onClick={() => props.onOpen(one.id)}>
                {t('agreementScreens.addendumOf', { number: one.number ?? '', day: formatDate(one.signedOn) })}
              </button>
              <span>{one.text}</span>
              <small>{changesOf(t, one, agreement.currency ?? 'PEN')}</small>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

/** "Hasta el 30/09/2026 · + € 12,500.50". */
function changesOf(t: ReturnType<typeof useText>, one: Addendum, currency: string): string {
  const added = one.addedCents ?? 0
  const money = added === 0 ? null : added > 0 ? `+ ${formatMoney(added, currency)}` : `− ${formatMoney(-added, currency)}`
  return [one.newEndsOn === null ? null : t('agreementScreens.until', { day: formatDate(one.newEndsOn) }), money].filter((part) => part !== null).join(' · ')
}

export function AddendumPanel(props: { readonly seen: AgreementSeen; readonly id: string | null; readonly onClose: () => void }) {
  const t = useText()
  const today = useQuery('app.about', {}).data?.today
  const addendum = props.seen.addenda.find((one) => one.id === props.id)
  if ((props.id !== null && addendum === undefined) || today === undefined) return null
  return (
    <Panel title={addendum === undefined ? t('agreementScreens.addAddendum') : t('agreementScreens.addendumOf', { number: addendum.number ?? '', day: formatDate(addendum.signedOn) })} subtitle={addendum === undefined ? t('agreementScreens.addendumWhy') : undefined} onClose={props.onClose}>
      {addendum === undefined ? <NewAddendum seen={props.seen} today={today} onDone={props.onClose} /> : <AddendumFields seen={props.seen} addendum={addendum} onGone={props.onClose} />}
    </Panel>
  )
}

function NewAddendum({ seen, today, onDone }: { readonly seen: AgreementSeen; readonly today: string; readonly onDone: () => void }) {
  const t = useText()
  const save = useCommand('agreements.saveAddendum', { said: t('agreementScreens.addendumAdded') })
  const [fields, setFields] = useState<Omit<Addendum, 'id'>>({ number: null, signedOn: today, text: '', newEndsOn: null, addedCents: null })
  const put = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const send = async (): Promise<void> => {
    if ((await save.run({ agreementId: seen.agreement.id, id: null, fields })) !== undefined) onDone()
  }
  return (
    <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <Row>
        <TextField label={t('agreementScreens.addendumNumber')} autoFocus maxLength={120} value={fields.number ?? ''} onChange={(number) => put({ number: number === '' ? null : number })} />
        <DateField label={t('agreementScreens.signedOn')} required value={fields.signedOn} onChange={(signedOn) => put({ signedOn: signedOn ?? today })} />
      </Row>
      <TextField label={t('agreementScreens.addendumText')} required lines={3} maxLength={2000} value={fields.text} error={save.error?.fields?.['fields.text']} onChange={(text) => put({ text })} />
      <Row>
        <DateField label={t('agreementScreens.newEndsOn')} value={fields.newEndsOn} onChange={(newEndsOn) => put({ newEndsOn })} />
        <MoneyField label={t('agreementScreens.added')} canBeNegative currency={seen.agreement.currency ?? 'PEN'} value={fields.addedCents} onChange={(addedCents) => put({ addedCents })} />
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

function AddendumFields({ seen, addendum, onGone }: { readonly seen: AgreementSeen; readonly addendum: Addendum; readonly onGone: () => void }) {
  const t = useText()
  const save = useCommand('agreements.saveAddendum', { quiet: true })
  const remove = useCommand('agreements.removeAddendum', { said: t('agreementScreens.addendumRemoved') })
  const { id, ...fields } = addendum
  const put = (patch: Partial<typeof fields>): Promise<unknown> => save.runOrThrow({ agreementId: seen.agreement.id, id, fields: { ...fields, ...patch } })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) onGone()
  }
  return (
    <div className={style['form']}>
      <Row>
        <TextField label={t('agreementScreens.addendumNumber')} value={fields.number ?? ''} maxLength={120} onSave={(number) => put({ number: number === '' ? null : number })} />
        <DateField label={t('agreementScreens.signedOn')} required value={fields.signedOn} onSave={(signedOn) => put({ signedOn: signedOn ?? fields.signedOn })} />
      </Row>
      <TextField label={t('agreementScreens.addendumText')} required lines={3} maxLength={2000} value={fields.text} onSave={(text) => put({ text })} />
      <Row>
        <DateField label={t('agreementScreens.newEndsOn')} value={fields.newEndsOn} onSave={(newEndsOn) => put({ newEndsOn })} />
        <MoneyField label={t('agreementScreens.added')} canBeNegative currency={seen.agreement.currency ?? 'PEN'} value={fields.addedCents} onSave={(addedCents) => put({ addedCents })} />
      </Row>
      <AttachmentList owner="agreementAddenda" ownerId={id} title={t('agreementScreens.files')} />
      <Failure error={remove.error} onClose={remove.forget} />
      <div>
        <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void onRemove()}>
          {t('agreementScreens.removeAddendum')}
        </Button>
      </div>
    </div>
  )
}
