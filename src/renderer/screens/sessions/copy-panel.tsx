import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ChoiceCards } from '../certificates/choice-cards.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import type { SessionSeen } from './session-words.ts'
import style from './sessions.module.css'

/** The sessions of this group for others, or those of another for this one. */
export function CopyPanel(props: { readonly seen: CohortSeen; readonly sessions: readonly SessionSeen[]; readonly onClose: () => void }) {
  const t = useText()
  const { seen } = props
  const [way, setWay] = useState<'to' | 'from'>(props.sessions.length === 0 ? 'from' : 'to')
  const [to, setTo] = useState<readonly string[]>([])
  const [from, setFrom] = useState<string | null>(null)
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const [withSpeakers, setWithSpeakers] = useState(true)
  const programmes = useQuery('programmes.list', {})
  const copy = useCommand('sessions.copy', { said: t('agenda.copied') })
  const groups = groupsOf(programmes.data ?? [], seen)
  const isReady = way === 'to' ? to.length > 0 : from !== null
  const onCopy = async (): Promise<void> => {
    const [fromCohortId, toCohortIds] = way === 'to' ? [seen.cohort.id, [...to]] : [from ?? '', [seen.cohort.id]]
    if ((await copy.run({ fromCohortId, toCohortIds, startsOn, withSpeakers })) !== undefined) props.onClose()
  }
  return (
    <Panel
      title={t('agenda.copy')}
      subtitle={t('agenda.copyWhy')}
      onClose={props.onClose}
      actions={
        <Button type="submit" form="copy-sessions" variant="filled" disabled={!isReady} loading={copy.running}>
          {way === 'to' ? t('agenda.copyTo', { n: to.length }) : t('agenda.bring')}
        </Button>
      }
    >
      <form id="copy-sessions" className={style['form']} onSubmit={(event) => (event.preventDefault(), isReady && void onCopy())}>
        <ChoiceCards
          label={t('agenda.copyWay')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'to', word: t('agenda.wayTo', { n: props.sessions.length }), disabled: props.sessions.length === 0 },
            { value: 'from', word: t('agenda.wayFrom') },
          ]}
        />
        {way === 'from' ? (
          <SelectField label={t('agenda.fromGroup')} value={from} choices={groups.map(({ id, label }) => ({ value: id, label }))} onChange={setFrom} />
        ) : (
          <ToGroups groups={groups} to={to} onTo={setTo} />
        )}
        <DateField label={t('agenda.firstOn')} description={t('agenda.firstOnWhy')} value={startsOn} onChange={setStartsOn} />
        <Checkbox label={t('agenda.withSpeakers')} checked={withSpeakers} onChange={(event) => setWithSpeakers(event.currentTarget.checked)} />
        <Failure error={programmes.error ?? copy.error} onClose={copy.forget} />
      </form>
    </Panel>
  )
}

interface Group {
  readonly id: string
  readonly label: string
  readonly isOfEdition: boolean
}

/** The groups of this edition to be ticked, and any other to be found. */
function ToGroups(props: { readonly groups: readonly Group[]; readonly to: readonly string[]; readonly onTo: (to: readonly string[]) => void }) {
  const t = useText()
  const { groups, to, onTo } = props
  const shown = groups.filter((one) => one.isOfEdition || to.includes(one.id))
  const others = groups.filter((one) => !shown.includes(one))
  return (
    <>
      {shown.length > 0 && (
        <fieldset className={style['groups']}>
          <legend>{t('agenda.toGroups')}</legend>
          {shown.map((one) => (
            <Checkbox key={one.id} label={one.label} checked={to.includes(one.id)} onChange={(event) => onTo(event.currentTarget.checked ? [...to, one.id] : to.filter((id) => id !== one.id))} />
          ))}
        </fieldset>
      )}
      {others.length > 0 && <SelectField key={to.length} label={t('agenda.otherGroup')} value={null} choices={others.map(({ id, label }) => ({ value: id, label }))} onChange={(id) => id !== null && onTo([...to, id])} />}
      {groups.length === 0 && <p className={style['soft']}>{t('agenda.noOtherGroup')}</p>}
    </>
  )
}

/** All groups but this one; those of its edition first and by their own name. */
function groupsOf(programmes: Gives<'programmes.list'>, seen: CohortSeen): readonly Group[] {
  const all = programmes.flatMap((programme) =>
    programme.editions.flatMap((edition) =>
      edition.cohorts.map((cohort) => {
        const isOfEdition = edition.id === seen.edition.id
        return { id: cohort.id, isOfEdition, label: isOfEdition ? cohort.name : [cohort.name, edition.name, programme.shortName ?? programme.name].join(' · ') }
      }),
    ),
  )
  return [...all.filter((one) => one.isOfEdition && one.id !== seen.cohort.id), ...all.filter((one) => !one.isOfEdition)]
}
