import { modalities } from '../../../shared/domain/training.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Row } from '../../ui/panel.tsx'
import { Card } from '../../ui/screen.tsx'
import { ActionWarning } from './action-warning.tsx'
import { actionChoices, hourChoices, modalityChoices } from './choices.ts'
import type { EditionSeen } from './edition-screen.tsx'
import { NumberField } from './number-field.tsx'
import { readHours, readYear } from './words.ts'

/** What the certificates and lists will say of the edition, saved field by field. */
export function EditionFacts(props: { readonly seen: EditionSeen }) {
  const t = useText()
  const { edition, programme, partners } = props.seen
  const update = useCommand('editions.update', { quiet: true })
  const put = (fields: Takes<'editions.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: edition.id, fields })
  return (
    <Card title={t('training.editionFacts')}>
      <Row columns={[3, 1]}>
        <TextField label={t('training.editionName')} value={edition.name} required maxLength={120} onSave={(name) => put({ name })} />
        <NumberField label={t('training.year')} value={edition.year} maxLength={4} read={readYear} wrong={t('training.badYear')} onSave={(year) => put({ year })} />
      </Row>
      <TextField label={t('training.title')} description={t('training.titleWhy', { name: programme.name })} value={edition.title ?? ''} maxLength={300} onSave={(title) => put({ title })} />
      <Row>
        <SelectField label={t('training.actionType')} value={edition.actionType} choices={actionChoices(t)} onSave={(actionType) => put(actionType === null ? {} : { actionType })} />
        <SelectField
          label={t('training.modality')}
          value={edition.modality}
          choices={modalityChoices(t)}
          onSave={(value) => put({ modality: modalities.find((one) => one === value) ?? edition.modality })}
        />
      </Row>
      <ActionWarning actionType={edition.actionType} organiserId={partners.find((one) => one.role === 'organiser')?.organisationId} />
      <Row>
        <DateField label={t('training.startsOn')} value={edition.startsOn} onSave={(startsOn) => put({ startsOn })} />
        <DateField label={t('training.endsOn')} value={edition.endsOn} onSave={(endsOn) => put({ endsOn })} />
      </Row>
      <Row>
        <NumberField label={t('training.hours')} value={edition.hours} maxLength={7} read={readHours} wrong={t('training.badHours')} onSave={(hours) => put({ hours })} />
        <SelectField
          label={t('training.hourKind')}
          value={String(edition.minutesPerHour)}
          choices={hourChoices(t, edition.minutesPerHour)}
          onSave={(minutes) => put(minutes === null ? {} : { minutesPerHour: Number(minutes) })}
        />
      </Row>
      <TextField label={t('training.place')} description={t('training.placeWhy')} value={edition.place ?? ''} maxLength={200} onSave={(place) => put({ place })} />
      <TextField label={t('training.syllabus')} description={t('training.syllabusWhy')} value={edition.syllabus ?? ''} lines={5} maxLength={8000} onSave={(syllabus) => put({ syllabus })} />
      <TextField label={t('training.legalBasis')} placeholder={t('training.legalBasisExample')} value={edition.legalBasis ?? ''} maxLength={500} onSave={(legalBasis) => put({ legalBasis })} />
    </Card>
  )
}
