import { useState } from 'react'
import { Button } from '@mantine/core'
import { initiativeKinds } from '../../../shared/domain/initiatives.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { DistrictField } from '../pickers/district-field.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import { CohortField } from './cohort-field.tsx'
import { asStage, stageChoices } from './initiative-words.tsx'
import style from './initiatives.module.css'

/** A new initiative: what it is called, of which group, where and since when; the rest is filled in beside the list. */
export function NewInitiative(props: { readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useText()
  const today = useQuery('app.about', {}).data?.today
  const create = useCommand('initiatives.create', { said: t('initiativeScreens.made') })
  const [words, setWords] = useState({ title: '', place: '' })
  const [kind, setKind] = useState<(typeof initiativeKinds)[number]>('initiative')
  const [stage, setStage] = useState<string>('idea')
  const [on, setOn] = useState<string | null>()
  const [districtCode, setDistrictCode] = useState<string | null>(null)
  const [cohort, setCohort] = useState<Found | null>(null)
  const [author, setAuthor] = useState<Found | null>(null)
  const day = on === undefined ? (today ?? null) : on
  const send = async (): Promise<void> => {
    if (day === null) return
    const empty = { code: null, problem: null, proposal: null, editionId: null, agreementId: null, amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn: null }
    const made = await create.run({ fields: { ...empty, kind, ...words, districtCode, cohortId: cohort?.id ?? null }, stage: asStage(stage) ?? 'idea', on: day, authorIds: author === null ? [] : [author.id] })
    if (made !== undefined) props.onMade(made.id)
  }
  return (
    <Panel title={t('initiativeScreens.new')} subtitle={t('initiativeScreens.newWhy')} width={480} onClose={props.onClose}>
      <form className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <TextField label={t('initiatives.title')} required autoFocus lines={2} maxLength={300} value={words.title} error={create.error?.fields?.['fields.title']} onChange={(title) => setWords({ ...words, title })} />
        <SelectField label={t('initiatives.kind')} value={kind} choices={initiativeKinds.map((value) => ({ value, label: t(`initiatives.kind.${value}`) }))} onChange={(value) => setKind(value === 'actionPlan' ? 'actionPlan' : 'initiative')} />
        <CohortField label={t('initiativeScreens.group')} description={t('initiativeScreens.groupWhy')} value={cohort} onChange={setCohort} />
        <PersonField label={t('initiativeScreens.author')} value={author} onChange={setAuthor} />
        <Row>
          <TextField label={t('initiatives.place')} maxLength={200} value={words.place} onChange={(place) => setWords({ ...words, place })} />
          <DistrictField label={t('initiatives.district')} value={districtCode} onChange={setDistrictCode} />
        </Row>
        <Row>
          <SelectField label={t('initiatives.stage')} value={stage} choices={stageChoices(t)} onChange={(value) => setStage(value ?? 'idea')} />
          <DateField label={t('initiatives.since')} required value={day} onChange={setOn} />
        </Row>
        <Failure error={create.error?.code === 'invalid' ? undefined : create.error} onClose={create.forget} />
        <div className={style['acts']}>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.running} disabled={day === null}>
            {t('initiativeScreens.create')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
