import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import { modalities } from '../../../shared/domain/training.ts'
import { useCommand } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { TimeField } from '../../ui/fields/time-field.tsx'
import { IconCheck, IconPlus } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { modalityChoices } from '../programmes/choices.ts'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { emptySession, fieldsOf, problemsOf } from './new-session.ts'
import type { TypedSession } from './new-session.ts'
import { inherited } from './session-panel.tsx'
import { endAfter, sessionWords, spanOf } from './session-words.ts'
import type { SessionSeen } from './session-words.ts'
import { SpeakersPart } from './speakers-part.tsx'
import style from './sessions.module.css'

/** New sessions one after the other: Enter adds one, and the next is proposed with its day and the same times. */
export function NewSessionPanel(props: { readonly seen: CohortSeen; readonly sessions: readonly SessionSeen[]; readonly day: string | undefined; readonly onClose: () => void }) {
  const { t, language } = useLanguage()
  const { seen } = props
  const [typed, setTyped] = useState<TypedSession>(() => emptySession(seen, props.sessions, props.day))
  const [tried, setTried] = useState(false)
  const [added, setAdded] = useState<readonly string[]>([])
  const [turn, setTurn] = useState(0)
  const create = useCommand('sessions.create', { quiet: true })
  const put = (fields: Partial<TypedSession>): void => setTyped((old) => ({ ...old, ...fields }))
  const wrong = tried ? problemsOf(typed, t) : {}
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    const fields = fieldsOf(typed)
    if (fields === undefined || create.running) return
    const made = await create.run({ cohortId: seen.cohort.id, fields, speakers: typed.speakers.map(({ personId, role }) => ({ personId, role })) })
    if (made === undefined) return
    setAdded((old) => [sessionWords(fields, language), ...old])
    setTried(false)
    setTyped(emptySession(seen, [...props.sessions, fields], undefined, typed))
    setTurn((old) => old + 1)
  }
  return (
    <Panel
      title={t('agenda.new')}
      subtitle={t('agenda.newWhy')}
      onClose={props.onClose}
      actions={
        <Button type="submit" form="new-session" variant="filled" leftSection={<IconPlus size={16} aria-hidden />} loading={create.running}>
          {t('agenda.add')}
        </Button>
      }
    >
      <form id="new-session" className={style['form']} onSubmit={(event) => void onSubmit(event)}>
        <NewFields key={turn} seen={seen} typed={typed} wrong={wrong} onPut={put} />
        <Section title={t('agenda.speakers')}>
          <SpeakersPart speakers={typed.speakers} onChange={(speakers) => put({ speakers })} />
        </Section>
        <Failure error={create.error} onClose={create.forget} />
      </form>
      <ul className={style['added']} aria-live="polite" aria-label={t('agenda.justAdded')}>
        {added.map((words) => (
          <li key={words}>
            <IconCheck size={15} aria-hidden /> {words}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function NewFields(props: { readonly seen: CohortSeen; readonly typed: TypedSession; readonly wrong: Partial<Record<keyof TypedSession, string>>; readonly onPut: (fields: Partial<TypedSession>) => void }) {
  const { t } = useLanguage()
  const { seen, typed, wrong, onPut } = props
  const span = spanOf(typed.startsAt, typed.endsAt)
  const minutes = typed.minutes.trim() === '' ? span : Number(typed.minutes)
  return (
    <>
      <TextField label={t('agenda.subject')} value={typed.subject} autoFocus maxLength={300} error={wrong.subject} onChange={(subject) => onPut({ subject })} />
      <Row columns={[5, 4, 4]}>
        <DateField label={t('agenda.day')} value={typed.day} error={wrong.day} onChange={(day) => onPut({ day })} />
        <TimeField label={t('agenda.startsAt')} value={typed.startsAt} error={wrong.startsAt} onChange={(startsAt) => onPut({ startsAt, ...(span > 0 && startsAt !== '' ? { endsAt: endAfter(typed, startsAt) } : {}) })} />
        <TimeField label={t('agenda.endsAt')} value={typed.endsAt} error={wrong.endsAt} onChange={(endsAt) => onPut({ endsAt })} />
      </Row>
      <Row columns={[5, 8]}>
        <TextField label={t('agenda.planned')} value={typed.minutes} inputMode="numeric" maxLength={4} placeholder={span > 0 ? String(span) : ''} error={wrong.minutes} onChange={(value) => onPut({ minutes: value })} />
        <p className={style['beside']}>{minutes > 0 ? t('agenda.plannedAre', { hours: hoursShown(minutes, seen.edition.minutesPerHour), perHour: seen.edition.minutesPerHour }) : t('agenda.plannedWhy')}</p>
      </Row>
      <TextField label={t('agenda.module')} value={typed.module} maxLength={200} onChange={(module) => onPut({ module })} />
      <TextField label={t('agenda.place')} description={inherited(t, seen.cohort.site ?? seen.edition.place)} value={typed.place} maxLength={200} onChange={(place) => onPut({ place })} />
      <TextField label={t('agenda.link')} value={typed.link} maxLength={500} onChange={(link) => onPut({ link })} />
      <SelectField
        label={t('training.modality')}
        description={inherited(t, t('training.modalityName', { modality: seen.cohort.modality ?? seen.edition.modality }))}
        value={typed.modality}
        canBeEmpty
        choices={modalityChoices(t)}
        onChange={(value) => onPut({ modality: modalities.find((one) => one === value) ?? null })}
      />
      <Checkbox label={t('agenda.required')} description={t('agenda.requiredWhy')} checked={typed.isRequired} onChange={(event) => onPut({ isRequired: event.currentTarget.checked })} />
    </>
  )
}
