import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { contactMeans, whereabouts } from '../../../shared/domain/network.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { useEscape } from '../../ui/escape.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPencil, IconPlus, IconX } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import type { PersonSeen } from './network-person-panel.tsx'
import style from './network.module.css'

type Contact = PersonSeen['contacts'][number]
type Fields = Takes<'network.saveContact'>['fields']

/** When she was reached, how, and what she told; the latest first. */
export function Contacts(props: { readonly personId: string; readonly contacts: readonly Contact[]; readonly today: string }) {
  const t = useText()
  const remove = useCommand('network.removeContact', { said: t('networkScreens.contactRemoved') })
  const [open, setOpen] = useState<Contact | 'new'>()
  return (
    <Section
      title={t('networkScreens.contacts')}
      actions={
        open !== undefined ? undefined : (
          <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen('new')}>
            {t('networkScreens.addContact')}
          </Button>
        )
      }
    >
      {open === 'new' && <ContactForm personId={props.personId} today={props.today} kept={null} onClose={() => setOpen(undefined)} />}
      {props.contacts.length === 0 && open === undefined && <p className={style['quiet']}>{t('networkScreens.noContact')}</p>}
      <ul className={style['plain']} aria-label={t('networkScreens.contacts')}>
        {props.contacts.map((one) => (
          <li key={one.id}>
            {open !== undefined && open !== 'new' && open.id === one.id ? (
              <ContactForm personId={props.personId} today={props.today} kept={one} onClose={() => setOpen(undefined)} />
            ) : (
              <ContactLine contact={one} onMend={() => setOpen(one)} onRemove={() => void remove.run({ id: one.id })} />
            )}
          </li>
        ))}
      </ul>
      <Failure error={remove.error} onClose={remove.forget} />
    </Section>
  )
}

function ContactLine(props: { readonly contact: Contact; readonly onMend: () => void; readonly onRemove: () => void }) {
  const t = useText()
  const { contact } = props
  const day = formatDate(contact.on)
  const details = [day, t(`networkScreens.means.${contact.means}`), contact.contactedBy].filter((word) => word !== null).join(' · ')
  return (
    <div className={style['contact']}>
      <div>
        <b>{contact.subject}</b>
        <span className={style['quiet']}>{details}</span>
        {contact.answer !== null && <p>{contact.answer}</p>}
        {contact.whereabouts !== null && <span>{t('networkScreens.sheIs', { where: t('network.inPost', { state: contact.whereabouts }) })}</span>}
        {contact.nextOn !== null && <span className={style['quiet']}>{t('networkScreens.nextIs', { day: formatDate(contact.nextOn) })}</span>}
      </div>
      <span>
        <button type="button" className={style['out']} aria-label={t('networkScreens.mendContact', { day })} onClick={props.onMend}>
          <IconPencil size={14} aria-hidden />
        </button>
        <button type="button" className={style['out']} aria-label={t('networkScreens.removeContact', { day })} onClick={props.onRemove}>
          <IconX size={14} aria-hidden />
        </button>
      </span>
    </div>
  )
}

function ContactForm(props: { readonly personId: string; readonly today: string; readonly kept: Contact | null; readonly onClose: () => void }) {
  const t = useText()
  const { kept } = props
  useEscape(true, props.onClose)
  const save = useCommand('network.saveContact', { said: t('networkScreens.contactSaved') })
  const [fields, setFields] = useState<Fields>(() => ({ on: kept?.on ?? props.today, means: kept?.means ?? 'call', contactedBy: kept?.contactedBy ?? null, subject: kept?.subject ?? '', answer: kept?.answer ?? null, whereabouts: kept?.whereabouts ?? null, nextOn: kept?.nextOn ?? null }))
  const put = (patch: Partial<Fields>): void => setFields((old) => ({ ...old, ...patch }))
  const send = async (): Promise<void> => {
    if ((await save.run({ personId: props.personId, id: kept?.id ?? null, fields })) !== undefined) props.onClose()
  }
  const moved = fields.whereabouts === 'elsewhere' || fields.whereabouts === 'sameOrganisation'
  return (
    <form className={style['inset']} aria-label={t('networkScreens.contact')} onSubmit={(event) => (event.preventDefault(), void send())}>
      <TextField label={t('networkScreens.subject')} required autoFocus maxLength={300} value={fields.subject} error={save.error?.fields?.['fields.subject']} onChange={(subject) => put({ subject })} />
      <Row>
        <DateField label={t('networkScreens.day')} required value={fields.on} onChange={(on) => put({ on: on ?? fields.on })} />
        <SelectField label={t('networkScreens.meansLabel')} value={fields.means} choices={contactMeans.map((value) => ({ value, label: t(`networkScreens.means.${value}`) }))} onChange={(value) => put({ means: contactMeans.find((one) => one === value) ?? fields.means })} />
      </Row>
      <TextField label={t('networkScreens.answer')} lines={2} maxLength={2000} value={fields.answer ?? ''} onChange={(answer) => put({ answer })} />
      <SelectField
        label={t('networkScreens.whereNow')}
        canBeEmpty
        value={fields.whereabouts}
        choices={whereabouts.map((value) => ({ value, label: t('network.inPost', { state: value }) }))}
        onChange={(value) => put({ whereabouts: whereabouts.find((one) => one === value) ?? null })}
      />
      {moved && (
        <p className={style['quiet']}>
          {t('networkScreens.postGoes')} <a href={href('people', [props.personId])}>{t('networkScreens.toRecord')}</a>
        </p>
      )}
      <Row>
        <TextField label={t('networkScreens.contactedBy')} maxLength={200} value={fields.contactedBy ?? ''} onChange={(contactedBy) => put({ contactedBy })} />
        <DateField label={t('networkScreens.nextContact')} value={fields.nextOn} onChange={(nextOn) => put({ nextOn })} />
      </Row>
      <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" variant="filled" loading={save.running} disabled={fields.subject.trim() === ''}>
          {t('networkScreens.saveContact')}
        </Button>
      </div>
    </form>
  )
}
