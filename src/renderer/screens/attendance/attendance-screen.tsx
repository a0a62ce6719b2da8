import { useCallback, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { searchKey } from '../../../shared/domain/names.ts'
import { useCommands } from '../../frame/commands.ts'
import { useLanguage } from '../../language.tsx'
import { CellGrid } from '../../ui/cell-grid/cell-grid.tsx'
import type { CellGridHandle } from '../../ui/cell-grid/cell-grid.tsx'
import type { Area, CellEdit, Spot } from '../../ui/cell-grid/cells.ts'
import { spotsOf } from '../../ui/cell-grid/cells.ts'
import type { CellSheetState } from '../../ui/cell-grid/use-cell-sheet.ts'
import { SheetFailure } from '../../ui/cell-grid/sheet-failure.tsx'
import { useSheetUndo } from '../../ui/cell-grid/use-sheet-undo.ts'
import { LeftOutNote } from '../../ui/cell-grid/left-out-note.tsx'
import type { LeftOutSeen } from '../../ui/cell-grid/left-out-note.tsx'
import { IconUsers } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import style from './attendance.module.css'
import { AttendanceTools } from './attendance-tools.tsx'
import { CellPanel } from './cell-panel.tsx'
import { ClashNote } from './clash-note.tsx'
import { cellText } from './attendance-words.ts'
import type { Status } from './attendance-words.ts'
import { readAttendanceCell } from '../../../shared/domain/attendance.ts'
import { SessionHeading } from './session-heading.tsx'
import { sessionWord } from './session-words.ts'
import { useAttendanceColumns } from './use-attendance-columns.tsx'
import type { AttendanceData } from './use-attendance.ts'

type People = AttendanceData['people']

const HEAD_PX = 66

/** People × sessions, at one key a person. */
export function AttendanceScreen(props: Pick<CohortTabProps, 'seen'> & { readonly data: AttendanceData; readonly state: CellSheetState<AttendanceData>; readonly unknown: number }) {
  const { t, language } = useLanguage()
  const { data, seen } = props
  const { sheet, seen: cells } = props.state
  const frame = useCohortFrame(seen, 'asistencia')
  const grid = useRef<CellGridHandle>(null)
  const [search, setSearch] = useState('')
  const [at, setAt] = useState<{ cursor: Spot; area: Area }>({ cursor: { row: 0, column: 0 }, area: { top: 0, bottom: 0, left: 0, right: 0 } })
  const [detail, setDetail] = useState<Spot>()
  const [out, setOut] = useState<LeftOutSeen>()
  const [said, setSaid] = useState('')
  const undo = useSheetUndo(sheet, setSaid)

  const people = useFound(data.people, search)
  const rowKeys = useMemo(() => people.map((one) => one.enrolmentId), [people])
  const places = useMemo(() => new Map(cells.rows.map((row, place) => [row, place])), [cells.rows])
  const values = useMemo(() => rowKeys.map((row) => cells.cells[places.get(row) ?? -1] ?? []), [rowKeys, places, cells.cells])
  const { columns, before, after, work } = useAttendanceColumns(data, people)
  const taken = useTaken(data, cells.cells)
  const session = data.sessions[Math.min(at.cursor.column, data.sessions.length - 1)]
  const person = people[at.cursor.row]

  const write = (edits: readonly CellEdit[], how: 'typed' | 'block'): void => {
    const keyed = edits.flatMap(({ row, column, value }) => {
      const [enrolment, where] = [rowKeys[row], data.sessions[column]]
      return enrolment === undefined || where === undefined ? [] : [{ row: enrolment, column: where.id, value }]
    })
    sheet.write(keyed, how === 'block')
    const [first] = edits
    setSaid(first === undefined || edits.length > 1 ? t('attending.saidMany', { n: edits.length }) : t('attending.said', { name: people[first.row]?.name ?? '', status: wordOf(first.value, data.statuses) || t('attending.nothing') }))
  }
  const everybody = (): void => {
    const present = data.statuses.find((one) => one.code === 'present')
    if (session === undefined || present === undefined) return
    const edits = data.people.flatMap((one, place) => (isAsked(one) && cells.cells[place]?.[at.cursor.column] === '' ? [{ row: one.enrolmentId, column: session.id, value: present.key }] : []))
    sheet.write(edits, true)
    grid.current?.focus()
  }
  const mark = (status: Status): void => {
    const spots = spotsOf(at.area).filter((spot) => spot.row < people.length && (at.area.top === at.area.bottom || work.skips?.(spot.row) !== true))
    write(spots.map((spot) => ({ ...spot, value: status.key })), spots.length > 1 ? 'block' : 'typed')
    if (spots.length === 1) grid.current?.goTo({ row: at.cursor.row + 1 })
    grid.current?.focus()
  }
  const onCursor = useCallback((cursor: Spot, area: Area) => {
    setAt({ cursor, area })
    setDetail((old) => (old === undefined ? undefined : cursor))
  }, [])
  const onJump = useCallback((column: number) => {
    grid.current?.goTo({ row: 0, column })
    grid.current?.focus()
  }, [])
  const open = taken[at.cursor.column]?.open ?? 0
  useCommands([{ id: 'attending.everybody', label: t('attending.everybody'), run: everybody }])
  return (
    <Screen
      fill
      {...frame}
      actions={<Acts cohortId={seen.cohort.id} unknown={props.unknown} />}
      tools={
        <AttendanceTools
          search={search}
          onSearch={setSearch}
          sessions={data.sessions}
          statuses={data.statuses}
          column={at.cursor.column}
          open={open}
          onJump={onJump}
          onEverybody={everybody}
          onMark={mark}
        />
      }
      panel={
        detail !== undefined &&
        session !== undefined &&
        person !== undefined && (
          <CellPanel
            key={`${person.enrolmentId} ${session.id}`}
            person={person}
            session={session}
            statuses={data.statuses}
            value={values[at.cursor.row]?.[at.cursor.column] ?? ''}
            isSaved={sheet.isIdle}
            onWrite={(value) => write([{ ...at.cursor, value }], 'typed')}
            onClose={() => (setDetail(undefined), grid.current?.focus())}
          />
        )
      }
    >
      <SheetFailure seen={cells} sheet={sheet} />
      <LeftOutNote out={out} placeOf={(cell) => `${people[cell.row]?.name ?? ''}, ${data.sessions[cell.column] === undefined ? '' : sessionWord(data.sessions[cell.column] ?? NO_SESSION, language)}`} onClose={() => setOut(undefined)} />
      <ClashNote clashes={data.clashes} />
      <CellGrid
        ref={grid}
        label={t('attending.grid')}
        columns={columns}
        before={before}
        after={after}
        rowKeys={rowKeys}
        values={values}
        work={work}
        headHeight={HEAD_PX}
        heading={(column) => <SessionHeading session={data.sessions[column]} marked={taken[column]?.marked ?? 0} open={taken[column]?.open ?? 0} />}
        said={said}
        onWrite={write}
        onLeftOut={(left, beyond) => setOut(left.length + beyond === 0 ? undefined : { cells: left, beyond })}
        onDetail={(spot) => (setAt({ cursor: spot, area: { top: spot.row, bottom: spot.row, left: spot.column, right: spot.column } }), setDetail(spot))}
        {...undo}
        onCursor={onCursor}
        foot={<Foot people={people.length} total={data.people.length} where={session === undefined ? '' : sessionWord(session, language)} minutes={session?.plannedMinutes ?? 0} person={person?.name ?? ''} word={wordOf(values[at.cursor.row]?.[at.cursor.column] ?? '', data.statuses)} text={cellText(readAttendanceCell(values[at.cursor.row]?.[at.cursor.column] ?? ''), data.statuses)} />}
      />
    </Screen>
  )
}

const NO_SESSION = { day: '', startsAt: '', subject: '' }

/** Of whom attendance is asked. */
function isAsked(person: People[number]): boolean {
  return person.role === 'participant' && person.state !== 'withdrawn'
}

function wordOf(value: string, statuses: readonly Status[]): string {
  const mark = readAttendanceCell(value)
  const name = statuses.find((one) => one.key === mark?.status)?.name ?? ''
  return mark === null ? '' : mark.minutes === null ? name : `${name} · ${mark.minutes} min`
}

function useFound(people: People, search: string): People {
  return useMemo(() => {
    const words = searchKey(search).split(' ').filter((word) => word !== '')
    if (words.length === 0) return people
    return people.filter((one) => {
      const key = searchKey(`${one.name} ${one.documentNumber ?? ''} ${one.organisationName ?? ''}`)
      return words.every((word) => key.includes(word))
    })
  }, [people, search])
}

export interface Taken {
  /** Of those of whom it is asked: how many have a mark, and how many have none. */
  readonly marked: number
  readonly open: number
}

function useTaken(data: AttendanceData, cells: readonly (readonly string[])[]): readonly Taken[] {
  return useMemo(() => {
    const asked = data.people.flatMap((one, row) => (isAsked(one) ? [row] : []))
    return data.sessions.map((_, column) => {
      const marked = asked.filter((row) => (cells[row]?.[column] ?? '') !== '').length
      return { marked, open: asked.length - marked }
    })
  }, [data.people, data.sessions, cells])
}

function Acts(props: { readonly cohortId: string; readonly unknown: number }): ReactNode {
  const { t } = useLanguage()
  const at = (rest: string): string => cohortHref(props.cohortId, 'asistencia', [rest])
  return (
    <>
      {props.unknown > 0 && (
        <Button component="a" href={at('visitantes')} leftSection={<IconUsers size={16} aria-hidden />}>
          {t('attending.unknownPeople', { n: props.unknown })}
        </Button>
      )}
      <Button component="a" href={at('reunion')}>
        {t('attending.fromMeeting')}
      </Button>
      <Button component="a" href={at('hoja-de-datos')}>
        {t('attending.fromSheet')}
      </Button>
      <Button component="a" href={at('papel')}>
        {t('attending.fromPaper')}
      </Button>
    </>
  )
}

function Foot(props: { readonly people: number; readonly total: number; readonly where: string; readonly minutes: number; readonly person: string; readonly word: string; readonly text: string }) {
  const { t } = useLanguage()
  return (
    <>
      <span className={style['here']}>
        <strong>{props.person}</strong>
        {` · ${props.where} · ${t('attending.minutes', { n: props.minutes })}${props.word === '' ? '' : ` · ${props.word}`}`}
      </span>
      <span className={style['count']}>{props.people === props.total ? t('attending.people', { n: props.total }) : t('attending.peopleOf', { n: props.people, total: props.total })}</span>
      <span className={style['hints']}>{t('attending.keys')}</span>
    </>
  )
}
