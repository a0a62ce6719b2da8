import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { modalities } from '../../../shared/domain/training.ts'
import type { Modality } from '../../../shared/domain/training.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel, Row } from '../../ui/panel.tsx'
import { ActionWarning } from './action-warning.tsx'
import { actionChoices, hourChoices, modalityChoices } from './choices.ts'
import type { Programme } from './tree-lines.ts'
import { nextEditionName, readCohortNames, readHours, readYear } from './words.ts'
import style from './programmes.module.css'

interface Typed {
  readonly programme: string
  readonly name: string
  readonly year: string
  readonly actionType: string
  readonly modality: Modality
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly hours: string
  readonly minutes: string
  readonly cohorts: string
}

/** A programme with its first edition and groups in one form; with `programme`, one more edition of it, as the last one was. */
export function NewEditionPanel(props: { readonly programme: Programme | undefined; readonly onClose: () => void }) {
  const t = useText()
  const form = useId()
  const { programme } = props
  const about = useQuery('app.about', {})
  const begin = useCommand('editions.begin', { said: programme === undefined ? t('training.programmeCreated') : t('training.editionCreated') })
  const [typed, setTyped] = useState<Typed>(() => likeTheLast(programme))
  const put = (fields: Partial<Typed>): void => setTyped((old) => ({ ...old, ...fields }))
  const thisYear = (typed.startsOn ?? about.data?.today ?? '').slice(0, 4)
  const year = typed.year === '' ? thisYear : typed.year
  const isReady = typed.name.trim() !== '' && (programme !== undefined || typed.programme.trim() !== '')

  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    if (wrong !== null || !isReady) return
    const made = await begin.run(asked(typed, year, programme, t))
    if (made !== undefined) go('programmes', ['edicion', made.id])
  }
  return (
    <Panel
      title={programme === undefined ? t('training.newProgramme') : t('training.newEdition')}
      subtitle={programme?.name}
      width={520}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="subtle" onClick={props.onClose}>
            {t('frame.cancel')}
          </Button>
          <Button type="submit" form={form} variant="filled" disabled={!isReady} loading={begin.running}>
            {programme === undefined ? t('training.createProgramme') : t('training.createEdition')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className={style['form']} onSubmit={(event) => void onSubmit(event)}>
        {programme === undefined && <TextField label={t('training.programmeName')} placeholder={t('training.programmeNameExample')} required autoFocus maxLength={250} value={typed.programme} onChange={(value) => put({ programme: value })} />}
        <EditionForm typed={typed} year={year} put={put} isAlone={programme !== undefined} />
        <CohortNames typed={typed.cohorts} onChange={(cohorts) => put({ cohorts })} />
        <Failure error={begin.error} onClose={begin.forget} />
      </form>
    </Panel>
  )
}

function EditionForm(props: { readonly typed: Typed; readonly year: string; readonly put: (fields: Partial<Typed>) => void; readonly isAlone: boolean }) {
  const t = useText()
  const { typed, put } = props
  const isBackwards = typed.startsOn !== null && typed.endsOn !== null && typed.endsOn < typed.startsOn
  return (
    <>
      <Row columns={[3, 1]}>
        <TextField label={t('training.editionName')} placeholder={t('training.editionNameExample')} required autoFocus={props.isAlone} maxLength={120} value={typed.name} onChange={(name) => put({ name })} />
        <TextField label={t('training.year')} inputMode="numeric" maxLength={4} value={props.year} error={props.year !== '' && readYear(props.year) === undefined ? t('training.badYear') : undefined} onChange={(year) => put({ year })} />
      </Row>
      <Row>
        <SelectField label={t('training.actionType')} value={typed.actionType} choices={actionChoices(t)} onChange={(value) => value !== null && put({ actionType: value })} />
        <SelectField label={t('training.modality')} value={typed.modality} choices={modalityChoices(t)} onChange={(value) => put({ modality: modalities.find((one) => one === value) ?? typed.modality })} />
      </Row>
      <ActionWarning actionType={typed.actionType} organiserId={undefined} />
      <Row>
        <DateField label={t('training.startsOn')} value={typed.startsOn} onChange={(startsOn) => put({ startsOn })} />
        <DateField label={t('training.endsOn')} value={typed.endsOn} error={isBackwards ? t('training.endsBeforeStart') : undefined} onChange={(endsOn) => put({ endsOn })} />
      </Row>
      <Row>
        <TextField label={t('training.hours')} inputMode="decimal" maxLength={7} value={typed.hours} error={readHours(typed.hours) === undefined ? t('training.badHours') : undefined} onChange={(hours) => put({ hours })} />
        <SelectField label={t('training.hourKind')} value={typed.minutes} choices={hourChoices(t, Number(typed.minutes))} onChange={(value) => value !== null && put({ minutes: value })} />
      </Row>
    </>
  )
}

function CohortNames(props: { readonly typed: string; readonly onChange: (value: string) => void }) {
  const t = useText()
  const names = readCohortNames(props.typed)
  return (
    <div>
      <TextField label={t('training.cohortNames')} description={t('training.cohortNamesWhy')} placeholder={t('training.cohortNamesExample')} lines={2} value={props.typed} onChange={props.onChange} />
      <p className={style['read']} aria-live="polite">
        {names.length > 1 && t('training.cohortsRead', { n: names.length, names: names.join(' · ') })}
      </p>
    </div>
  )
}

/** One more edition begins as the latest one is, without its dates. */
function likeTheLast(programme: Programme | undefined): Typed {
  const last = programme?.editions[0]
  return {
    programme: '', year: '', startsOn: null, endsOn: null,
    name: last === undefined ? '' : nextEditionName(last.name),
    actionType: last?.actionType ?? 'curso',
    modality: last?.modality ?? 'presencial',
    hours: last?.hours?.toString() ?? '',
    minutes: String(last?.minutesPerHour ?? 60),
    cohorts: last?.cohorts.map((one) => one.name).join(', ') ?? '',
  }
}

function asked(typed: Typed, year: string, programme: Programme | undefined, t: Text): Takes<'editions.begin'> {
  const last = programme?.editions[0]
  const names = readCohortNames(typed.cohorts)
  return {
    programme: programme === undefined ? { kind: 'new', fields: { name: typed.programme, shortName: null, description: null } } : { kind: 'known', id: programme.id },
    edition: {
      name: typed.name,
      title: last?.title ?? null,
      actionType: typed.actionType,
      year: readYear(year) ?? 0,
      modality: typed.modality,
      startsOn: typed.startsOn,
      endsOn: typed.endsOn,
      hours: readHours(typed.hours) ?? null,
      minutesPerHour: Number(typed.minutes),
      place: last?.place ?? null,
      syllabus: last?.syllabus ?? null,
      legalBasis: last?.legalBasis ?? null,
    },
    cohorts: names.length === 0 ? [t('training.onlyCohort')] : [...names],
  }
}
