import { memo, useMemo } from 'react'
import { Button, Select } from '@mantine/core'
import { useLanguage } from '../../language.tsx'
import { IconCheck, IconChevronDown } from '../../ui/icons.ts'
import { SearchBox } from '../programmes/search-box.tsx'
import style from './attendance.module.css'
import { toneOf } from './attendance-words.ts'
import type { Status } from './attendance-words.ts'
import { sessionWord } from './session-words.ts'
import type { AttendanceData } from './use-attendance.ts'

/** Whom to look for, which session to go to, and what each key writes; a press on a key writes it where the cursor is. */
export function AttendanceTools(props: {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly sessions: AttendanceData['sessions']
  readonly statuses: readonly Status[]
  readonly column: number
  /** People without a mark in the session under the cursor. */
  readonly open: number
  readonly onJump: (column: number) => void
  readonly onEverybody: () => void
  readonly onMark: (status: Status) => void
}) {
  const { t } = useLanguage()
  return (
    <>
      <div className={style['search']}>
        <SearchBox label={t('attending.search')} value={props.search} onChange={props.onSearch} />
      </div>
      <SessionJump sessions={props.sessions} column={props.column} onJump={props.onJump} />
      <Button disabled={props.open === 0} leftSection={<IconCheck size={16} aria-hidden />} title={t('attending.everybodyWhy')} onClick={props.onEverybody}>
        {t('attending.everybodyOf', { n: props.open })}
      </Button>
      <StatusLegend statuses={props.statuses} onMark={props.onMark} />
    </>
  )
}

/** Forty choices are not drawn anew at every key. */
const SessionJump = memo(function SessionJump(props: { readonly sessions: AttendanceData['sessions']; readonly column: number; readonly onJump: (column: number) => void }) {
  const { t, language } = useLanguage()
  const { sessions } = props
  const choices = useMemo(() => sessions.map((one, at) => ({ value: String(at), label: sessionWord(one, language) })), [sessions, language])
  return (
    <Select
      aria-label={t('attending.jump')}
      w={250}
      data={choices}
      value={String(props.column)}
      searchable
      allowDeselect={false}
      maxDropdownHeight={360}
      rightSectionPointerEvents="none"
      rightSection={<IconChevronDown size={16} aria-hidden />}
      nothingFoundMessage={t('frame.nothingFound')}
      onChange={(value) => value !== null && props.onJump(Number(value))}
    />
  )
})

/** The statuses with their keys. */
export function StatusLegend(props: { readonly statuses: readonly Status[]; readonly onMark?: (status: Status) => void }) {
  const { t } = useLanguage()
  return (
    <ul className={style['legend']} aria-label={t('attending.legend')}>
      {props.statuses.map((status) => (
        <li key={status.key}>
          <button type="button" disabled={props.onMark === undefined} title={t('attending.legendWhy', { name: status.name, letter: status.letter, share: status.share, exempts: status.exempts })} onClick={() => props.onMark?.(status)}>
            <b data-tone={toneOf(status)}>{status.letter}</b>
            {status.name}
          </button>
        </li>
      ))}
    </ul>
  )
}
