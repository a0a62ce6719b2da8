import { useDeferredValue, useState } from 'react'
import { Button } from '@mantine/core'
import { documentTypeCodes, documentTypes } from '../../../shared/domain/documents.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import style from './people.module.css'

type Fields = Takes<'people.create'>

const BLANK: Fields = {
  documentType: '01', documentNumber: '', documentCountry: '', firstSurname: '', secondSurname: '', givenNames: '', certificateName: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null,
  email: null, phone: null, personClass: 'servidor', community: null, districtCode: null, notes: null,
}

/** What is needed to have a record; the rest is filled in beside the list, field by field. */
export function NewPerson(props: {
  /** What is already known of her. */
  readonly begin?: Partial<Fields>
  readonly onClose: () => void
  readonly onMade: (id: string) => void
}) {
  const t = useText()
  const [fields, setFields] = useState<Fields>({ ...BLANK, ...props.begin })
  const create = useCommand('people.create', { said: t('people.createdDone') })
  const put = (change: Partial<Fields>): void => setFields((old) => ({ ...old, ...change }))
  const faults = create.error?.fields ?? {}
  const hasNumber = fields.documentType !== '00'
  const send = async (): Promise<void> => {
    const answer = await create.run({ ...fields, documentNumber: hasNumber ? fields.documentNumber : null })
    if (answer !== undefined) props.onMade(answer.id)
  }
  return (
    <Panel
      title={t('people.new')}
      width={460}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" form="new-person" variant="filled" loading={create.running}>
            {t('people.create')}
          </Button>
        </>
      }
    >
      <Failure error={create.error?.code === 'invalid' ? undefined : create.error} onClose={create.forget} />
      <form
        id="new-person"
        className={style['plainForm']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Row columns={[1, 1]}>
          <SelectField
            label={t('people.documentType')}
            value={fields.documentType}
            choices={documentTypeCodes.map((code) => ({ value: code, label: t('people.documentTypeName', { type: code }) }))}
            onChange={(value) => put({ documentType: documentTypeCodes.find((code) => code === value) ?? '00' })}
          />
          {hasNumber && (
            <TextField label={t('people.documentNumber')} required autoFocus maxLength={20} inputMode={fields.documentType === '01' ? 'numeric' : 'text'} value={fields.documentNumber ?? ''} error={faults['documentNumber']} onChange={(documentNumber) => put({ documentNumber })} />
          )}
        </Row>
        {documentTypes[fields.documentType].needsCountry && <TextField label={t('people.documentCountry')} maxLength={40} value={fields.documentCountry ?? ''} onChange={(documentCountry) => put({ documentCountry })} />}
        <Row>
          <TextField label={t('people.firstSurname')} required maxLength={40} value={fields.firstSurname} error={faults['firstSurname']} onChange={(firstSurname) => put({ firstSurname })} />
          <TextField label={t('people.secondSurname')} maxLength={40} value={fields.secondSurname ?? ''} onChange={(secondSurname) => put({ secondSurname })} />
        </Row>
        <TextField label={t('people.givenNames')} required maxLength={60} value={fields.givenNames} error={faults['givenNames']} onChange={(givenNames) => put({ givenNames })} />
        <Row>
          <SelectField
            label={t('people.personClass')}
            value={fields.personClass}
            choices={(['servidor', 'lider', 'locador', 'otro'] as const).map((personClass) => ({ value: personClass, label: t('people.className', { personClass }) }))}
            onChange={(value) => put({ personClass: (value ?? 'otro') as Fields['personClass'] })}
          />
          <SelectField
            label={t('people.sex')}
            canBeEmpty
            value={fields.sex}
            choices={(['F', 'M'] as const).map((sex) => ({ value: sex, label: t('people.sexName', { sex }) }))}
            onChange={(value) => put({ sex: value as Fields['sex'] })}
          />
        </Row>
        <Lookalikes fields={fields} />
      </form>
    </Panel>
  )
}

/** More than this many say nothing: half a province is called Quispe. */
const MOST = 5

/** Records that the new one may already be: same document, or the same surname and a given name. */
function Lookalikes(props: { readonly fields: Fields }) {
  const t = useText()
  const { documentNumber, firstSurname, secondSurname, givenNames } = props.fields
  const name = firstSurname.trim().length > 1 && givenNames.trim().length > 1 ? `${firstSurname} ${secondSurname ?? ''} ${givenNames.trim().split(/\s+/)[0] ?? ''}` : ''
  const number = (documentNumber ?? '').trim()
  const byNumber = useQuery('people.list', { search: useDeferredValue(number), limit: MOST }, { enabled: number.length > 6 })
  const byName = useQuery('people.list', { search: useDeferredValue(name), limit: MOST }, { enabled: name !== '' })
  const few = (answer: Gives<'people.list'> | undefined): Gives<'people.list'>['rows'] => (answer !== undefined && answer.total <= MOST ? answer.rows : [])
  const found = [...(number.length > 6 ? few(byNumber.data) : []), ...(name === '' ? [] : few(byName.data))]
  const rows = [...new Map(found.map((row) => [row.id, row])).values()]
  if (rows.length === 0) return null
  return (
    <Note tone="info" title={t('people.lookalikes')}>
      {t('people.lookalikesWhy')}
      <ul className={style['lookalikes']}>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={href('people', [row.id])}>{displayName(row)}</a> <span className={style['soft']}>{[row.documentNumber, row.organisationName].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Note>
  )
}
