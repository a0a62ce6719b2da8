import { useState } from 'react'
import { Button } from '@mantine/core'
import { organisationKinds } from '../../../shared/domain/organisations.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import style from '../people/people.module.css'
import { RecordHistory } from '../people/record-history.tsx'
import { DistrictField } from '../pickers/district-field.tsx'

/** An organisation's record beside the list: each field is saved as it is left. */
export function OrganisationPanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const asked = useQuery('organisations.get', { id: props.id })
  const remove = useCommand('organisations.remove', { said: t('organisations.removedDone') })
  const takeOff = async (): Promise<void> => {
    if ((await remove.run({ id: props.id })) !== undefined) props.onClose()
  }
  const seen = asked.data
  return (
    <Panel
      title={seen?.name ?? t('frame.loading')}
      subtitle={seen === undefined ? undefined : t('organisations.kindName', seen)}
      onClose={props.onClose}
    >
      <Failure error={asked.error} onRetry={asked.reload} />
      {seen !== undefined && (
        <>
          {seen.people === 0 ? <p className={style['soft']}>{t('organisations.noPeople')}</p> : <a href={href('people', [], { entidad: seen.id })}>{t('organisations.seePeople', { n: seen.people })}</a>}
          <Fields seen={seen} />
          <Section title={t('people.tabHistory')}>
            <RecordHistory entity="organisations" id={props.id} />
          </Section>
          <div>
            <Button variant="subtle" leftSection={<IconTrash size={16} />} loading={remove.running} onClick={() => void takeOff()}>
              {t('organisations.remove')}
            </Button>
            <Failure error={remove.error} onClose={remove.forget} />
          </div>
        </>
      )}
    </Panel>
  )
}

function Fields(props: { readonly seen: Gives<'organisations.get'> }) {
  const t = useText()
  const { seen } = props
  const update = useCommand('organisations.update', { quiet: true })
  const save = (fields: Takes<'organisations.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: seen.id, fields })
  return (
    <Section>
      <TextField label={t('organisations.name')} required maxLength={200} value={seen.name} onSave={(name) => save({ name })} />
      <KindField value={seen.kind} onSave={(kind) => save({ kind })} />
      <Row>
        <TextField label={t('organisations.shortName')} maxLength={20} value={seen.shortName ?? ''} onSave={(shortName) => save({ shortName })} />
        <TextField label={t('organisations.ruc')} maxLength={11} inputMode="numeric" value={seen.ruc ?? ''} onSave={(ruc) => save({ ruc })} />
      </Row>
      <DistrictField label={t('organisations.districtCode')} value={seen.districtCode} onSave={(districtCode) => save({ districtCode })} />
      <TextField label={t('organisations.federation')} maxLength={120} value={seen.federation ?? ''} onSave={(federation) => save({ federation })} />
    </Section>
  )
}

function KindField(props: { readonly value: string; readonly onSave?: (kind: string) => Promise<unknown>; readonly onChange?: (kind: string) => void }) {
  const t = useText()
  const { onSave, onChange } = props
  return (
    <SelectField
      label={t('organisations.kind')}
      value={props.value}
      choices={organisationKinds.map((kind) => ({ value: kind, label: t('organisations.kindName', { kind }) }))}
      onSave={onSave && ((kind) => onSave(kind ?? 'otro'))}
      onChange={onChange && ((kind) => onChange(kind ?? 'otro'))}
    />
  )
}

/** A new organisation: its name and its kind; the rest is filled in beside the list. */
export function NewOrganisation(props: { readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useText()
  const [name, setName] = useState('')
  const [kind, setKind] = useState('municipalidad-distrital')
  const [districtCode, setDistrictCode] = useState<string | null>(null)
  const create = useCommand('organisations.create', { said: t('organisations.createdDone') })
  const send = async (): Promise<void> => {
    const answer = await create.run({ name, kind, shortName: null, ruc: null, districtCode, federation: null })
    if (answer !== undefined) props.onMade(answer.id)
  }
  return (
    <Panel title={t('organisations.new')} onClose={props.onClose}>
      <form
        className={style['plainForm']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label={t('organisations.name')} required autoFocus maxLength={200} value={name} error={create.error?.fields?.['name']} onChange={setName} />
        <KindField value={kind} onChange={setKind} />
        <DistrictField label={t('organisations.districtCode')} value={districtCode} onChange={setDistrictCode} />
        <Failure error={create.error?.code === 'invalid' ? undefined : create.error} onClose={create.forget} />
        <div className={style['formActs']}>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.running}>
            {t('organisations.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
