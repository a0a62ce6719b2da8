import { Button } from '@mantine/core'
import { certificateName, displayName } from '../../../shared/domain/names.ts'
import { enrolmentRoles, enrolmentStates } from '../../../shared/domain/training.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { roleChoices, stateChoices } from './choices.ts'
import type { Enrolled } from './cohort-screen.tsx'
import { periodText } from './words.ts'
import style from './programmes.module.css'

/** Who somebody in the group is, and how she takes part in it; her own record is one step away. */
export function EnrolledPanel(props: { readonly row: Enrolled; readonly onClose: () => void }) {
  const t = useText()
  const { row } = props
  const update = useCommand('enrolments.update', { quiet: true })
  const put = (fields: Pick<Takes<'enrolments.update'>, 'role' | 'state'>): Promise<unknown> => update.runOrThrow({ ids: [row.id], ...fields })
  const document = row.documentNumber === null ? t('training.noDocument') : [t('certificates.documentShort', { type: row.documentType }), row.documentNumber].join(' ')
  const facts: readonly (readonly [string, string | null])[] = [
    [t('training.document'), document],
    [t('training.asOnCertificate'), certificateName(row)],
    [t('training.organisation'), row.organisationName],
    [t('training.post'), row.postTitle],
    [t('training.certificate'), row.certificates.length === 0 ? t('training.noCertificateYet') : row.certificates.join(', ')],
  ]
  return (
    <Panel
      title={displayName(row)}
      width={380}
      onClose={props.onClose}
      actions={
        <Button component="a" href={href('people', [row.personId])}>
          {t('training.openRecord')}
        </Button>
      }
    >
      <Row>
        <SelectField label={t('training.state')} value={row.state} choices={stateChoices(t)} onSave={(value) => put({ state: enrolmentStates.find((one) => one === value) ?? row.state })} />
        <SelectField label={t('training.role')} value={row.role} choices={roleChoices(t)} onSave={(value) => put({ role: enrolmentRoles.find((one) => one === value) ?? row.role })} />
      </Row>
      <dl className={style['facts']}>
        {facts.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <OtherTraining row={row} />
    </Panel>
  )
}

/** What else the person took part in: whoever issues sees at once whether she came before. */
function OtherTraining(props: { readonly row: Enrolled }) {
  const t = useText()
  const person = useQuery('people.get', { id: props.row.personId })
  const others = person.data?.enrolments.filter((one) => one.id !== props.row.id) ?? []
  if (person.error !== undefined) return <Failure error={person.error} onRetry={person.reload} />
  if (others.length === 0) return null
  return (
    <Section title={t('training.otherTraining')}>
      <ul className={style['others']}>
        {others.map((one) => (
          <li key={one.id}>
            <a href={href('programmes', ['grupo', one.cohortId])}>{[one.programmeName, one.editionName, one.cohortName].join(' · ')}</a>
            <small>{[periodText(one), t('lists.stateName', { state: one.state })].filter((part) => part !== '').join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
