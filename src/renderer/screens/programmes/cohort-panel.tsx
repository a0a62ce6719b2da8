import { Button } from '@mantine/core'
import { modalities } from '../../../shared/domain/training.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { DistrictField } from '../pickers/district-field.tsx'
import { modalityChoices } from './choices.ts'
import type { CohortSeen } from './cohort-screen.tsx'
import { periodText } from './words.ts'
import style from './programmes.module.css'

/** The group's own data, saved field by field; what it does not say is the edition's. */
export function CohortPanel(props: { readonly seen: CohortSeen; readonly onClose: () => void }) {
  const t = useText()
  const { cohort, edition } = props.seen
  const update = useCommand('cohorts.update', { quiet: true })
  const remove = useCommand('cohorts.remove', { said: t('training.cohortRemoved') })
  const put = (fields: Takes<'cohorts.update'>['fields']): Promise<unknown> => update.runOrThrow({ id: cohort.id, fields })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id: cohort.id })) !== undefined) go('programmes', ['edicion', edition.id])
  }
  const dates = periodText(edition)
  return (
    <Panel
      title={t('training.cohortFacts')}
      subtitle={t('training.programmeSaves')}
      width={400}
      onClose={props.onClose}
      actions={
        cohort.participants + cohort.others > 0 ? undefined : (
          <Button variant="subtle" loading={remove.running} onClick={() => void onRemove()}>
            {t('training.removeCohort')}
          </Button>
        )
      }
    >
      <div className={style['form']}>
        <TextField label={t('training.cohortName')} value={cohort.name} required autoFocus maxLength={120} onSave={(name) => put({ name })} />
        <TextField label={t('training.site')} value={cohort.site ?? ''} maxLength={200} onSave={(site) => put({ site })} />
        <DistrictField label={t('training.district')} value={cohort.districtCode} onSave={(districtCode) => put({ districtCode })} />
        <SelectField
          label={t('training.modality')}
          description={t('training.sameAsEdition', { value: t('training.modalityName', { modality: edition.modality }) })}
          value={cohort.modality}
          canBeEmpty
          choices={modalityChoices(t)}
          onSave={(value) => put({ modality: modalities.find((one) => one === value) ?? null })}
        />
        <Row>
          <DateField label={t('training.startsOn')} value={cohort.startsOn} onSave={(startsOn) => put({ startsOn })} />
          <DateField label={t('training.endsOn')} value={cohort.endsOn} onSave={(endsOn) => put({ endsOn })} />
        </Row>
        <p className={style['why']}>{dates === '' ? t('training.ownDatesWhyNone') : t('training.ownDatesWhy', { dates })}</p>
        <Failure error={remove.error} onClose={remove.forget} />
      </div>
    </Panel>
  )
}
