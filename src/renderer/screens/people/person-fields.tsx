import { useState } from 'react'
import { documentTypeCodes, documentTypes } from '../../../shared/domain/documents.ts'
import type { DocumentType } from '../../../shared/domain/documents.ts'
import { ageOn } from '../../../shared/domain/dates.ts'
import { certificateName } from '../../../shared/domain/names.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row, Section } from '../../ui/panel.tsx'
import { DistrictField } from '../pickers/district-field.tsx'

type Person = Gives<'people.get'>['person']
type Change = Takes<'people.update'>['fields']
type Save = (fields: Change) => Promise<unknown>

/** The data of a person, each saved as it is left. */
export function PersonFields(props: { readonly record: Gives<'people.get'> }) {
  const t = useText()
  const { person } = props.record
  const update = useCommand('people.update', { quiet: true })
  const save: Save = (fields) => update.runOrThrow({ id: person.id, fields })
  return (
    <>
      <Section title={t('people.sectionIdentity')}>
        <DocumentFields person={person} save={save} />
        <Row>
          <TextField label={t('people.firstSurname')} required maxLength={40} value={person.firstSurname} onSave={(firstSurname) => save({ firstSurname })} />
          <TextField label={t('people.secondSurname')} maxLength={40} value={person.secondSurname ?? ''} onSave={(secondSurname) => save({ secondSurname })} />
        </Row>
        <TextField label={t('people.givenNames')} required maxLength={60} value={person.givenNames} onSave={(givenNames) => save({ givenNames })} />
        <TextField
          label={t('people.certificateName')}
          description={t('people.certificateNameWhy', { name: certificateName({ ...person, certificateName: null }) })}
          maxLength={120}
          value={person.certificateName ?? ''}
          onSave={(value) => save({ certificateName: value })}
        />
        <BirthFields person={person} save={save} />
        <SelectField
          label={t('people.personClass')}
          value={person.personClass}
          choices={(['servidor', 'lider', 'locador', 'otro'] as const).map((personClass) => ({ value: personClass, label: t('people.className', { personClass }) }))}
          onSave={(value) => save({ personClass: (value ?? 'otro') as Person['personClass'] })}
        />
      </Section>
      <Section title={t('people.sectionContact')}>
        <Row columns={[3, 2]}>
          <TextField label={t('people.email')} maxLength={80} inputMode="email" value={person.email ?? ''} onSave={(email) => save({ email })} />
          <TextField label={t('people.phone')} maxLength={40} inputMode="tel" value={person.phone ?? ''} onSave={(phone) => save({ phone })} />
        </Row>
        <DistrictField label={t('people.districtCode')} value={person.districtCode} onSave={(districtCode) => save({ districtCode })} />
        <TextField label={t('people.community')} maxLength={120} value={person.community ?? ''} onSave={(community) => save({ community })} />
        <TextField label={t('people.notes')} lines={2} maxLength={2000} value={person.notes ?? ''} onSave={(notes) => save({ notes })} />
      </Section>
    </>
  )
}

/** Type, number and country make one document: a new type waits for its number before it is saved. */
function DocumentFields(props: { readonly person: Person; readonly save: Save }) {
  const t = useText()
  const { person, save } = props
  const [waiting, setWaiting] = useState<DocumentType>()
  const type = waiting ?? person.documentType

  const saveType = async (value: string | null): Promise<void> => {
    const next = documentTypeCodes.find((code) => code === value) ?? '00'
    if (next === '00') await save({ documentType: '00', documentNumber: null })
    else if (person.documentNumber !== null) await save({ documentType: next })
    setWaiting(next === '00' || person.documentNumber !== null ? undefined : next)
  }
  const saveNumber = async (documentNumber: string): Promise<void> => {
    await save({ documentType: type, documentNumber })
    setWaiting(undefined)
  }
  return (
    <>
      <Row columns={[1, 1]}>
        <SelectField label={t('people.documentType')} value={type} choices={documentTypeCodes.map((code) => ({ value: code, label: t('people.documentTypeName', { type: code }) }))} onSave={saveType} />
        {type !== '00' && (
          <TextField label={t('people.documentNumber')} required maxLength={20} inputMode={type === '01' ? 'numeric' : 'text'} value={person.documentNumber ?? ''} onSave={saveNumber} />
        )}
      </Row>
      {documentTypes[type].needsCountry && <TextField label={t('people.documentCountry')} maxLength={40} value={person.documentCountry ?? ''} onSave={(documentCountry) => save({ documentCountry })} />}
    </>
  )
}

function BirthFields(props: { readonly person: Person; readonly save: Save }) {
  const t = useText()
  const { person, save } = props
  const today = useQuery('app.about', {}).data?.today
  const years = person.birthDate === null || today === undefined ? undefined : ageOn(person.birthDate, today)
  return (
    <>
      <Row>
        <SelectField
          label={t('people.sex')}
          canBeEmpty
          value={person.sex}
          choices={(['F', 'M'] as const).map((sex) => ({ value: sex, label: t('people.sexName', { sex }) }))}
          onSave={(value) => save({ sex: value as Person['sex'] })}
        />
        <DateField label={years === undefined ? t('people.birthDate') : `${t('people.birthDate')} · ${t('people.age', { years })}`} value={person.birthDate} onSave={(birthDate) => save({ birthDate })} />
      </Row>
      {person.birthDate === null && (
        <TextField label={t('people.statedAge')} description={t('people.statedAgeWhy')} maxLength={20} value={person.statedAge ?? ''} onSave={(statedAge) => save({ statedAge })} />
      )}
    </>
  )
}
