import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives, JobState, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { peopleOf } from './people.ts'
import type { Guest } from './people.ts'

export type Reading = Gives<'meetings.read'>
export type Meeting = Reading['meetings'][number]

/** What a person decides while the files are looked over; it lasts as long as the page. */
export interface MeetingDraft {
  readonly files: readonly FileRef[]
  /** Minutes. */
  readonly tolerance: number
  readonly absentOthers: boolean
  /** By the file's place: a session, a new one, or none. */
  readonly sessions: ReadonlyMap<number, string | null>
  /** By a guest's key: an enrolment, or a stranger. */
  readonly people: ReadonlyMap<string, string | null>
}

export interface Meetings {
  readonly draft: MeetingDraft
  readonly reading: Reading | undefined
  readonly people: readonly Guest[]
  readonly read: JobState<'meetings.read'>
  readonly write: JobState<'meetings.write'>
  readonly written: Gives<'meetings.write'> | undefined
  readonly addFiles: (files: readonly FileRef[]) => void
  readonly change: (fields: Partial<MeetingDraft>) => void
  readonly takeFor: (file: number, session: string | null) => void
  readonly decide: (key: string, enrolmentId: string | null) => void
  readonly undecide: (key: string) => void
  readonly finish: () => Promise<void>
  readonly restart: () => void
}

const NOTHING: MeetingDraft = { files: [], tolerance: 15, absentOthers: true, sessions: new Map(), people: new Map() }
/** While decisions come fast, the files are read again once for several. */
const RESTING_MS = 250

function settingsOf(cohortId: string, draft: MeetingDraft): Takes<'meetings.write'> {
  return {
    cohortId,
    files: [...draft.files],
    tolerance: draft.tolerance,
    absentOthers: draft.absentOthers,
    decisions: { sessions: [...draft.sessions].map(([file, session]) => ({ file, session })), people: [...draft.people].map(([key, enrolmentId]) => ({ key, enrolmentId })) },
  }
}

/** The import of a group's video meetings: what was read of the files, what was decided, and what was written. */
export function useMeetings(cohortId: string): Meetings {
  const t = useText()
  const [draft, setDraft] = useState(NOTHING)
  const [reading, setReading] = useState<Reading>()
  const [written, setWritten] = useState<Gives<'meetings.write'>>()
  const [doubted, setDoubted] = useState<ReadonlySet<string>>(new Set())
  const read = useJob('meetings.read', { quiet: true })
  const write = useJob('meetings.write', { label: t('joining.writing'), quiet: true })
  const settings = useMemo(() => settingsOf(cohortId, draft), [cohortId, draft])
  const latest = useRef(settings)
  latest.current = settings
  const { run } = read
  useEffect(() => {
    if (settings.files.length === 0) return undefined
    const timer = setTimeout(() => {
      void run(settings).then((answer) => {
        // An answer to what is no longer asked is dropped.
        if (answer === undefined || latest.current !== settings) return
        setReading(answer)
        const keys = answer.meetings.flatMap((one) => one.guests.filter((guest) => guest.match?.confidence === 'doubt').map((guest) => guest.key))
        setDoubted((old) => new Set([...old, ...keys]))
      })
    }, RESTING_MS)
    return () => clearTimeout(timer)
  }, [run, settings])

  const change = useCallback((fields: Partial<MeetingDraft>) => setDraft((old) => ({ ...old, ...fields })), [])
  const decide = useCallback((key: string, enrolmentId: string | null) => setDraft((old) => ({ ...old, people: new Map(old.people).set(key, enrolmentId) })), [])
  const undecide = useCallback((key: string) => setDraft((old) => ({ ...old, people: new Map([...old.people].filter(([one]) => one !== key)) })), [])
  const takeFor = useCallback((file: number, session: string | null) => setDraft((old) => ({ ...old, sessions: new Map(old.sessions).set(file, session) })), [])
  const addFiles = useCallback((files: readonly FileRef[]) => setDraft((old) => ({ ...old, files: [...old.files, ...files] })), [])
  const people = useMemo(() => peopleOf(reading?.meetings ?? [], draft.people, doubted), [reading, draft.people, doubted])
  return {
    draft, reading, people, read, write, written, addFiles, change, takeFor, decide, undecide,
    finish: async () => setWritten(await write.run(settings)),
    restart: () => {
      setDraft(NOTHING)
      setReading(undefined)
      setWritten(undefined)
      setDoubted(new Set())
    },
  }
}
