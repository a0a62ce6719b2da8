import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button, Select } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconUsers } from '../../ui/icons.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import type { Guest } from './people.ts'
import type { Meetings } from './use-meetings.ts'
import style from './meetings.module.css'

/** So many rows are drawn at once; the rest when asked for. */
const SHOWN = 100

/** People of the files: as they wrote themselves, whom they are taken for and why, and the way to say otherwise. */
export function GuestTable(props: { readonly cohortId: string; readonly meetings: Meetings; readonly guests: readonly Guest[]; readonly of: number; readonly empty: string; readonly about?: string; readonly takesFocus?: boolean }) {
  const t = useText()
  const { guests, takesFocus } = props
  const enrolled = useQuery('enrolments.list', { cohortId: props.cohortId })
  const [most, setMost] = useState(SHOWN)
  const names = new Map((enrolled.data ?? []).map((one) => [one.id, displayName(one)]))
  const hasDoubts = guests.some((one) => one.state === 'doubt')
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (takesFocus === true) body.current?.querySelector('tr')?.focus()
  }, [takesFocus])
  if (guests.length === 0) return <p>{props.empty}</p>
  return (
    <>
      {props.about !== undefined && <p className={style['soft']}>{props.about}</p>}
      {hasDoubts && (
        <p className={style['keys']}>
          <KeyHint keys="S" /> {t('joining.keyYes')} <KeyHint keys="N" /> {t('joining.keyNo')} <KeyHint keys="↑" /> <KeyHint keys="↓" /> {t('joining.keyMove')}
        </p>
      )}
      <table className={style['guests']}>
        <thead>
          <tr>
            <th scope="col">{t('joining.wrote')}</th>
            <th scope="col">{t('joining.is')}</th>
            <th scope="col">{t('joining.why')}</th>
            <th scope="col">{t('joining.wasIn')}</th>
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody ref={body}>
          {guests.slice(0, most).map((guest) => (
            <GuestRow key={guest.key} guest={guest} of={props.of} names={names} meetings={props.meetings} />
          ))}
        </tbody>
      </table>
      {guests.length > most && (
        <div>
          <Button variant="subtle" onClick={() => setMost(most + 500)}>
            {t('signing.more', { n: guests.length - most })}
          </Button>
        </div>
      )}
    </>
  )
}

function GuestRow(props: { readonly guest: Guest; readonly of: number; readonly names: ReadonlyMap<string, string>; readonly meetings: Meetings }) {
  const t = useText()
  const { guest, names } = props
  const { decide, undecide } = props.meetings
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const key = event.key.toLowerCase()
    const row = key === 'arrowdown' ? event.currentTarget.nextElementSibling : key === 'arrowup' ? event.currentTarget.previousElementSibling : null
    if (row instanceof HTMLElement) {
      event.preventDefault()
      row.focus()
    } else if (guest.state === 'doubt' && (key === 's' || key === 'y' || key === 'n')) {
      event.preventDefault()
      decide(guest.key, key === 'n' ? null : (guest.match?.enrolmentId ?? null))
      if (event.currentTarget.nextElementSibling instanceof HTMLElement) event.currentTarget.nextElementSibling.focus()
    }
  }
  const minutes = t('joining.minutesIn', { n: guest.meetings, of: props.of, minutes: guest.counted })
  return (
    // Letters answer a doubt from its row; the buttons do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <tr tabIndex={0} data-state={guest.state} onKeyDown={onKeyDown}>
      <td>
        {guest.names.join(' · ')}
        <small>{guest.email ?? ''}</small>
      </td>
      <td>
        <Who guest={guest} names={names} onChoose={(id) => decide(guest.key, id)} />
      </td>
      <td>{guest.decided === undefined ? (guest.match?.reason ?? '') : guest.decided === null ? t('joining.saidStranger') : (guest.match?.reason ?? '')}</td>
      <td className="tabular">{minutes}</td>
      <td>
        <span className={style['acts']}>
          {guest.state === 'doubt' && guest.match !== null && (
            <>
              <Button size="compact-sm" className={style['yes'] ?? ''} onClick={() => decide(guest.key, guest.match?.enrolmentId ?? null)}>
                {t('joining.yes')}
              </Button>
              <Button size="compact-sm" onClick={() => decide(guest.key, null)}>
                {t('joining.no')}
              </Button>
            </>
          )}
          {guest.decided !== undefined && (
            <Button size="compact-sm" variant="subtle" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={() => undecide(guest.key)}>
              {t('joining.undecide')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}

const NOBODY = 'nobody'
const ICONS = { doubt: IconAlertTriangle, known: IconCircleCheck, stranger: IconUsers } as const

/** Whom she is taken for; pressed, it lets one choose another of the group, or nobody. */
function Who(props: { readonly guest: Guest; readonly names: ReadonlyMap<string, string>; readonly onChoose: (enrolmentId: string | null) => void }) {
  const t = useText()
  const { guest, names } = props
  const [choosing, setChoosing] = useState(false)
  const id = guest.decided === undefined ? (guest.match?.enrolmentId ?? null) : guest.decided
  const name = id === null ? t('joining.nobody') : (names.get(id) ?? guest.match?.name ?? '')
  if (!choosing) {
    const Icon = ICONS[guest.state]
    return (
      <button type="button" className={style['who']} data-state={guest.state} aria-label={t('joining.changeWho', { name })} onClick={() => setChoosing(true)}>
        <Icon size={15} aria-hidden />
        {guest.state === 'doubt' ? t('joining.isIt', { name }) : name}
      </button>
    )
  }
  const likely = guest.others.filter((one) => names.has(one.enrolmentId)).map((one) => one.enrolmentId)
  const rest = [...names].filter(([one]) => !likely.includes(one))
  return (
    <Select
      aria-label={t('joining.is')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      defaultDropdownOpened
      searchable
      nothingFoundMessage={t('frame.nothingFound')}
      maxDropdownHeight={280}
      value={id ?? NOBODY}
      data={[
        { group: t('joining.likely'), items: [{ value: NOBODY, label: t('joining.nobody') }, ...likely.map((one) => ({ value: one, label: names.get(one) ?? '' }))] },
        { group: t('joining.group'), items: rest.map(([one, label]) => ({ value: one, label })) },
      ]}
      onBlur={() => setChoosing(false)}
      onChange={(value) => {
        setChoosing(false)
        if (value !== null) props.onChoose(value === NOBODY ? null : value)
      }}
    />
  )
}
