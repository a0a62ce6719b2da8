import { useState } from 'react'
import { Button } from '@mantine/core'
import type { RegisterValue } from '../../../shared/domain/registers.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash, IconX } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { AgreementField } from '../pickers/agreement-field.tsx'
import { DistrictField } from '../pickers/district-field.tsx'
import { EditionField } from '../pickers/edition-field.tsx'
import { OrganisationField } from '../pickers/organisation-field.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import type { Register, ResultRow } from './register-page.tsx'
import { ValueField } from './row-values.tsx'
import style from './registers.module.css'

type Save = Takes<'resultRegisters.saveRow'>
type Links = NonNullable<Save['links']>

/** A row beside the list: each field is saved as it is left. */
export function RowPanel(props: { readonly register: Register; readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('resultRegisters.row', { id: props.id })
  const remove = useCommand('resultRegisters.removeRow', { said: t('registerScreens.rowRemoved') })
  const row = asked.data
  const takeOff = async (): Promise<void> => {
    if ((await remove.run({ id: props.id })) !== undefined) props.onClose()
  }
  return (
    <Panel title={row?.title ?? t('frame.loading')} subtitle={props.register.rowName} width={480} onClose={props.onClose}>
      <Failure error={asked.error} onRetry={asked.reload} />
      {row !== undefined && (
        <>
          <Fields register={props.register} row={row} />
          <AttachmentList owner="resultRows" ownerId={row.id} title={t('registerScreens.files')} />
          <div>
            <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} loading={remove.running} onClick={() => void takeOff()}>
              {t('registerScreens.removeRow')}
            </Button>
            <Failure error={remove.error} onClose={remove.forget} />
          </div>
        </>
      )}
    </Panel>
  )
}

function Fields({ register, row }: { readonly register: Register; readonly row: ResultRow }) {
  const t = useText()
  const save = useCommand('resultRegisters.saveRow', { quiet: true })
  const agreement = useQuery('agreements.get', { id: row.agreementId ?? '' }, { enabled: row.agreementId !== null })
  const edition = useQuery('editions.get', { id: row.editionId ?? '' }, { enabled: row.editionId !== null })
  const { title, on, districtCode, agreementId, editionId, values, note } = row
  const put = (fields: Partial<Save['fields']>, links?: Links): Promise<unknown> => save.runOrThrow({ registerId: register.id, id: row.id, fields: { title, on, districtCode, agreementId, editionId, values, note, ...fields }, ...(links === undefined ? {} : { links }) })
  const programme = edition.data === undefined ? '' : `${edition.data.programme.shortName ?? edition.data.programme.name} · ${edition.data.edition.name}`
  return (
    <>
      <Section>
        <TextField label={t('registerScreens.rowTitle')} required lines={2} maxLength={300} value={title} onSave={(value) => put({ title: value })} />
        <Row columns={[2, 3]}>
          <DateField label={t('resultRegisters.column.on')} required value={on} onSave={(value) => put({ on: value ?? on })} />
          <DistrictField label={t('resultRegisters.column.district')} value={districtCode} onSave={(value) => put({ districtCode: value })} />
        </Row>
        {register.fields.map((field) => (
          <ValueField key={field.id} field={field} value={values[field.id] ?? null} onSave={(value) => put({ values: { ...values, [field.id]: value } })} />
        ))}
        <AgreementField label={t('resultRegisters.column.agreement')} value={agreementId === null ? null : { id: agreementId, label: agreement.data?.agreement.title ?? '' }} onSave={(one) => put({ agreementId: one?.id ?? null })} />
        <EditionField label={t('registerScreens.edition')} value={editionId === null ? null : { id: editionId, label: programme }} onSave={(one) => put({ editionId: one?.id ?? null })} />
        <TextField label={t('resultRegisters.column.note')} lines={2} maxLength={2000} value={note ?? ''} onSave={(value) => put({ note: value })} />
      </Section>
      <LinkList links={row.links} onPut={(links) => put({}, links)} />
    </>
  )
}

function LinkList({ links, onPut }: { readonly links: ResultRow['links']; readonly onPut: (links: Links) => Promise<unknown> }) {
  const t = useText()
  const kept = links.map(({ personId, organisationId }) => ({ personId, organisationId }))
  const add = (link: Links[number], found: Found | null): Promise<unknown> => (found === null ? Promise.resolve() : onPut([...kept, link]))
  return (
    <Section title={t('resultRegisters.links')}>
      <ul className={style['links']}>
        {links.map((link, at) => (
          <li key={link.personId ?? link.organisationId}>
            <a href={link.personId === null ? href('people', ['organizaciones', link.organisationId ?? '']) : href('people', [link.personId])}>{link.name}</a>
            <button type="button" aria-label={t('registerScreens.takeOut', { name: link.name })} onClick={() => void onPut(kept.filter((_, index) => index !== at)).catch(() => undefined)}>
              <IconX size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Row>
        <OrganisationField key={`o${links.length}`} label={t('registerScreens.addOrganisation')} kindOfNew="comunidad-nativa" value={null} onSave={(one) => add({ personId: null, organisationId: one?.id ?? null }, one)} />
        <PersonField key={`p${links.length}`} label={t('registerScreens.addPerson')} value={null} onSave={(one) => add({ personId: one?.id ?? null, organisationId: null }, one)} />
      </Row>
    </Section>
  )
}

/** A new row: what every one has and what this register asks; people and files are added beside the list. */
export function NewRow(props: { readonly register: Register; readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useText()
  const { register } = props
  const today = useQuery('app.about', {}).data?.today
  const save = useCommand('resultRegisters.saveRow', { said: t('registerScreens.rowSaved') })
  const [title, setTitle] = useState('')
  const [on, setOn] = useState<string | null>()
  const [districtCode, setDistrictCode] = useState<string | null>(null)
  const [values, setValues] = useState<Record<string, RegisterValue>>({})
  const day = on === undefined ? (today ?? null) : on
  const send = async (): Promise<void> => {
    if (day === null) return
    const made = await save.run({ registerId: register.id, id: null, fields: { title, on: day, districtCode, agreementId: null, editionId: null, values, note: null } })
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <Panel title={t('registerScreens.newRow')} subtitle={register.rowName} width={480} onClose={props.onClose}>
      <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <TextField label={t('registerScreens.rowTitle')} required autoFocus lines={2} maxLength={300} value={title} error={save.error?.fields?.['fields.title']} onChange={setTitle} />
        <Row columns={[2, 3]}>
          <DateField label={t('resultRegisters.column.on')} required value={day} onChange={setOn} />
          <DistrictField label={t('resultRegisters.column.district')} value={districtCode} onChange={setDistrictCode} />
        </Row>
        {register.fields.map((field) => (
          <ValueField key={field.id} field={field} value={values[field.id] ?? null} onChange={(value) => setValues((old) => ({ ...old, [field.id]: value }))} />
        ))}
        <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
        <div className={style['acts']}>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.running} disabled={day === null}>
            {t('registerScreens.saveRow')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
