import { Button, Checkbox } from '@mantine/core'
import { hoursAndMinutes, hoursShown } from '../../../shared/domain/training-hours.ts'
import { modalities } from '../../../shared/domain/training.ts'
import { AppError } from '../../../shared/rpc/errors.ts'
import { useCommand } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useLanguage, useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { TimeField } from '../../ui/fields/time-field.tsx'
import { IconPrinter, IconRepeat } from '../../ui/icons.ts'
import { Panel, Row, Section } from '../../ui/panel.tsx'
import { modalityChoices } from '../programmes/choices.ts'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { NumberField } from '../programmes/number-field.tsx'
import { SessionEvidence } from '../sheets/session-evidence.tsx'
import { SpeakersPart } from './speakers-part.tsx'
import { dayWords, endAfter, plannedAfter, readMinutes, sessionWords, spanOf, timeWords } from './session-words.ts'
import type { SessionSeen } from './session-words.ts'
import style from './sessions.module.css'

type Fields = Takes<'sessions.update'>['fields']

/** One session, saved field by field: when, what, who speaks, and what proves it. */
export function SessionPanel(props: { readonly seen: CohortSeen; readonly session: SessionSeen; readonly onClose: () => void; readonly onRepeat: () => void; readonly onPrint: () => void }) {
  const { t, language } = useLanguage()
  const { seen, session } = props
  const remove = useCommand('sessions.remove', { said: t('agenda.removed', { session: sessionWords(session, language) }) })
  const speakers = useCommand('sessions.setSpeakers', { quiet: true })
  const onRemove = async (): Promise<void> => {
    if ((await remove.run({ id: session.id })) !== undefined) props.onClose()
  }
  return (
    <Panel
      title={`${dayWords(session.day, language)}, ${timeWords(session)}`}
      subtitle={session.participants === 0 ? t('training.programmeSaves') : t('agenda.takenOf', { n: session.taken, of: session.participants, share: session.attendedShare })}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="subtle" loading={remove.running} onClick={() => void onRemove()}>
            {t('agenda.remove')}
          </Button>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={props.onPrint}>
            {t('agenda.printSheet')}
          </Button>
          <Button leftSection={<IconRepeat size={16} aria-hidden />} onClick={props.onRepeat}>
            {t('agenda.repeat')}
          </Button>
        </>
      }
    >
      <Failure error={remove.error} onClose={remove.forget} />
      <SessionFields seen={seen} session={session} />
      <Section title={t('agenda.speakers')}>
        <SpeakersPart
          speakers={session.speakers}
          onChange={(list) => void speakers.run({ id: session.id, speakers: list.map(({ personId, role }) => ({ personId, role })) })}
        />
        <Failure error={speakers.error} onClose={speakers.forget} />
      </Section>
      <SessionEvidence session={session} />
    </Panel>
  )
}

function SessionFields(props: { readonly seen: CohortSeen; readonly session: SessionSeen }) {
  const t = useText()
  const { session, seen } = props
  const update = useCommand('sessions.update', { quiet: true })
  const put = (fields: Fields): Promise<unknown> => update.runOrThrow({ id: session.id, fields })
  const perHour = seen.edition.minutesPerHour
  const span = spanOf(session.startsAt, session.endsAt)
  return (
    <div className={style['form']}>
      <TextField label={t('agenda.subject')} value={session.subject} required autoFocus maxLength={300} onSave={(subject) => put({ subject })} />
      <Row columns={[5, 4, 4]}>
        <DateField label={t('agenda.day')} value={session.day} required onSave={(day) => (day === null ? lacking(t('agenda.noDay')) : put({ day }))} />
        <TimeField label={t('agenda.startsAt')} value={session.startsAt} required onSave={(startsAt) => put(moved(session, { startsAt, endsAt: endAfter(session, startsAt) }))} />
        <TimeField label={t('agenda.endsAt')} value={session.endsAt} required onSave={(endsAt) => (endsAt > session.startsAt ? put(moved(session, { startsAt: session.startsAt, endsAt })) : lacking(t('agenda.endsBefore')))} />
      </Row>
      <Row columns={[5, 8]}>
        <NumberField label={t('agenda.planned')} value={session.plannedMinutes} maxLength={4} read={readMinutes} wrong={t('agenda.badMinutes')} onSave={(plannedMinutes) => put({ plannedMinutes })} />
        <p className={style['beside']}>
          {t('agenda.plannedAre', { hours: hoursShown(session.plannedMinutes, perHour), perHour })}
          {span > session.plannedMinutes && <>{' '}{t('agenda.breaks', { time: hoursAndMinutes(span - session.plannedMinutes, 60) })}</>}
        </p>
      </Row>
      <TextField label={t('agenda.module')} value={session.module ?? ''} maxLength={200} onSave={(module) => put({ module })} />
      <TextField label={t('agenda.place')} description={inherited(t, seen.cohort.site ?? seen.edition.place)} value={session.place ?? ''} maxLength={200} onSave={(place) => put({ place })} />
      <TextField label={t('agenda.link')} value={session.link ?? ''} maxLength={500} onSave={(link) => put({ link })} />
      <SelectField
        label={t('training.modality')}
        description={inherited(t, t('training.modalityName', { modality: seen.cohort.modality ?? seen.edition.modality }))}
        value={session.modality}
        canBeEmpty
        choices={modalityChoices(t)}
        onSave={(value) => put({ modality: modalities.find((one) => one === value) ?? null })}
      />
      <Checkbox
        label={t('agenda.required')}
        description={t('agenda.requiredWhy')}
        checked={session.isRequired === 1}
        onChange={(event) => void update.run({ id: session.id, fields: { isRequired: event.currentTarget.checked ? 1 : 0 } })}
      />
      <Failure error={update.error} onClose={update.forget} />
    </div>
  )
}

function lacking(message: string): Promise<never> {
  return Promise.reject(new AppError({ code: 'invalid', message }))
}

/** New times, with the minutes that they plan. */
function moved(session: SessionSeen, times: { readonly startsAt: string; readonly endsAt: string }): Fields {
  return { ...times, plannedMinutes: plannedAfter(session, times) }
}

/** What holds while the field is empty. */
export function inherited(t: ReturnType<typeof useText>, value: string | null): string | undefined {
  return value === null || value === '' ? undefined : t('agenda.inherited', { value })
}
