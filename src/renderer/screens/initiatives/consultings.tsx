import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import type { Found } from '../../ui/fields/find-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPencil, IconPlus, IconX } from '../../ui/icons.ts'
import { Row, Section } from '../../ui/panel.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import type { Seen } from './initiative-words.tsx'
import style from './initiatives.module.css'

type Consulting = Seen['consultings'][number]
type Fields = Takes<'initiatives.saveConsulting'>['fields']

/** Advice that was given to it: when, by whom, about what, and what was agreed. */
export function Consultings({ seen, today }: { readonly seen: Seen; readonly today: string }) {
  const t = useText()
  const remove = useCommand('initiatives.removeConsulting', { said: t('initiativeScreens.consultingRemoved') })
  const [open, setOpen] = useState<Consulting | 'new'>()
  return (
    <Section
      title={t('initiativeScreens.consultings')}
      actions={
        open !== undefined ? undefined : (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen('new')}>
            {t('initiativeScreens.addConsulting')}
          </Button>
        )
      }
    >
      {seen.consultings.length === 0 && open === undefined && <p className={style['quiet']}>{t('initiativeScreens.noConsulting')}</p>}
      <ul className={style['plain']}>
        {seen.consultings.map((one) => (
          <li key={one.id} className={style['advice']}>
            <div>
              <b>{one.subject}</b>
              <span className={style['quiet']}>{[formatDate(one.on), one.adviser, one.minutes === null ? null : t('initiativeScreens.minutes', { n: one.minutes })].filter((word) => word !== null).join(' · ')}</span>
              {one.advice !== null && <p>{one.advice}</p>}
              {one.agreed !== null && <p>{t('initiativeScreens.agreedIs', { agreed: one.agreed })}</p>}
            </div>
            <span>
              <button type="button" className={style['out']} aria-label={t('initiativeScreens.mendConsulting', { subject: one.subject })} onClick={() => setOpen(one)}>
                <IconPencil size={14} aria-hidden />
              </button>
              <button type="button" className={style['out']} aria-label={t('initiativeScreens.removeConsulting', { subject: one.subject })} onClick={() => void remove.run({ id: one.id })}>
                <IconX size={14} aria-hidden />
              </button>
            </span>
          </li>
        ))}
      </ul>
      {open !== undefined && <Form key={open === 'new' ? 'new' : open.id} seen={seen} today={today} kept={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />}
      <Failure error={remove.error} onClose={remove.forget} />
    </Section>
  )
}

function Form(props: { readonly seen: Seen; readonly today: string; readonly kept: Consulting | null; readonly onClose: () => void }) {
  const t = useText()
  const { seen, kept, today } = props
  const { cohortId } = seen.initiative
  const save = useCommand('initiatives.saveConsulting', { said: t('initiativeScreens.consultingSaved') })
  const sessions = useQuery('sessions.list', { cohortId: cohortId ?? '' }, { enabled: cohortId !== null })
  const [fields, setFields] = useState<Fields>(() => ({ on: kept?.on ?? today, minutes: kept?.minutes ?? null, adviserId: kept?.adviserId ?? null, adviserName: kept?.adviserName ?? null, subject: kept?.subject ?? '', advice: kept?.advice ?? null, agreed: kept?.agreed ?? null, sessionId: kept?.sessionId ?? null }))
  const [adviser, setAdviser] = useState<Found | null>(kept?.adviserId == null ? null : { id: kept.adviserId, label: kept.adviser ?? '' })
  const put = (patch: Partial<Fields>): void => setFields((old) => ({ ...old, ...patch }))
  const minutes = (typed: string): void => put({ minutes: typed.trim() === '' ? null : Math.max(1, Math.min(1440, Math.round(Number(typed)) || 1)) })
  const send = async (): Promise<void> => {
    if ((await save.run({ initiativeId: seen.initiative.id, id: kept?.id ?? null, fields: { ...fields, adviserId: adviser?.id ?? null, adviserName: adviser === null ? fields.adviserName : null } })) !== undefined) props.onClose()
  }
  const choices = (sessions.data ?? []).map((one) => ({ value: one.id, label: `${formatDate(one.day)} · ${one.subject}` }))
  return (
    <form className={style['inset']} onSubmit={(event) => (event.preventDefault(), void send())}>
      <TextField label={t('initiativeScreens.subject')} required autoFocus maxLength={300} value={fields.subject} error={save.error?.fields?.['fields.subject']} onChange={(subject) => put({ subject })} />
      <Row>
        <DateField label={t('initiativeScreens.day')} required value={fields.on} onChange={(on) => put({ on: on ?? fields.on })} />
        <TextField label={t('initiativeScreens.length')} inputMode="numeric" value={fields.minutes === null ? '' : String(fields.minutes)} onChange={minutes} />
      </Row>
      <Row>
        <PersonField label={t('initiativeScreens.adviser')} value={adviser} onChange={setAdviser} />
        <TextField label={t('initiativeScreens.orName')} maxLength={200} disabled={adviser !== null} value={adviser === null ? (fields.adviserName ?? '') : ''} onChange={(adviserName) => put({ adviserName })} />
      </Row>
      <TextField label={t('initiativeScreens.advice')} lines={2} maxLength={4000} value={fields.advice ?? ''} onChange={(advice) => put({ advice })} />
      <TextField label={t('initiativeScreens.agreed')} lines={2} maxLength={2000} value={fields.agreed ?? ''} onChange={(agreed) => put({ agreed })} />
      {choices.length > 0 && <SelectField label={t('initiativeScreens.session')} description={t('initiativeScreens.sessionWhy')} canBeEmpty value={fields.sessionId} choices={choices} onChange={(sessionId) => put({ sessionId })} />}
      <Failure error={save.error?.code === 'invalid' ? undefined : save.error} onClose={save.forget} />
      <div className={style['acts']}>
        <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
        <Button type="submit" loading={save.running}>
          {t('initiativeScreens.save')}
        </Button>
      </div>
    </form>
  )
}
