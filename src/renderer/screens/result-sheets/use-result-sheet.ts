import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives, JobState, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Reading, ResultColumn } from './column-words.ts'

export type NewSession = Reading['newSessions'][number]

/** What a person says of a sheet while it is looked over; it lasts as long as the page. */
export interface SheetDraft {
  readonly file: FileRef
  readonly sheet: string | undefined
  readonly columns: ReadonlyMap<number, ResultColumn>
  readonly emptyIsAbsent: boolean
  readonly newSessions: ReadonlyMap<number, NewSession>
  /** By the row's number. */
  readonly people: ReadonlyMap<number, string | null>
}

export interface ResultSheet {
  readonly draft: SheetDraft | undefined
  readonly reading: Reading | undefined
  /** The rows that were of nobody at any time, with what was said of them. */
  readonly unmatched: Reading['unmatched']
  readonly read: JobState<'resultSheets.read'>
  readonly write: JobState<'resultSheets.write'>
  readonly written: Gives<'resultSheets.write'> | undefined
  readonly take: (file: FileRef) => void
  readonly change: (next: (draft: SheetDraft) => SheetDraft) => void
  readonly finish: () => Promise<void>
  readonly restart: () => void
}

/** While changes come fast, the file is read again once for several. */
const RESTING_MS = 200

function settingsOf(cohortId: string, draft: SheetDraft): Takes<'resultSheets.write'> {
  return {
    file: draft.file,
    cohortId,
    ...(draft.sheet === undefined ? {} : { sheet: draft.sheet }),
    columns: [...draft.columns].map(([column, as]) => ({ column, as })),
    emptyIsAbsent: draft.emptyIsAbsent,
    newSessions: [...draft.newSessions.values()].map(({ label: _, ...one }) => one),
    people: [...draft.people].map(([row, enrolmentId]) => ({ row, enrolmentId })),
  }
}

/** The import of a sheet whose columns are sessions, marks and requirements. */
export function useResultSheet(cohortId: string): ResultSheet {
  const t = useText()
  const [draft, setDraft] = useState<SheetDraft>()
  const [reading, setReading] = useState<Reading>()
  const [written, setWritten] = useState<Gives<'resultSheets.write'>>()
  const [lost, setLost] = useState<Reading['unmatched']>([])
  const read = useJob('resultSheets.read', { quiet: true })
  const write = useJob('resultSheets.write', { label: t('datasheet.writing'), quiet: true })
  const settings = useMemo(() => (draft === undefined ? undefined : settingsOf(cohortId, draft)), [cohortId, draft])
  const latest = useRef(settings)
  latest.current = settings
  const { run } = read
  useEffect(() => {
    if (settings === undefined) return undefined
    const timer = setTimeout(() => {
      void run(settings).then((answer) => {
        if (answer === undefined || latest.current !== settings) return
        setReading(answer)
        setLost((old) => [...old.filter((one) => !answer.unmatched.some((other) => other.row === one.row)), ...answer.unmatched].toSorted((one, other) => one.row - other.row))
      })
    }, RESTING_MS)
    return () => clearTimeout(timer)
  }, [run, settings])
  // Rows that were of nobody until they were decided stay in sight, to be decided otherwise.
  const unmatched = lost.filter((one) => draft?.people.has(one.row) === true || reading?.unmatched.some((other) => other.row === one.row) === true)
  const begin = useCallback((file: FileRef | undefined) => {
    setDraft(file === undefined ? undefined : { file, sheet: undefined, columns: new Map(), emptyIsAbsent: true, newSessions: new Map(), people: new Map() })
    setReading(undefined)
    setWritten(undefined)
    setLost([])
  }, [])
  return {
    draft, reading, unmatched, read, write, written,
    take: begin,
    change: useCallback((next) => setDraft((old) => (old === undefined ? old : next(old))), []),
    finish: async () => {
      if (settings !== undefined) setWritten(await write.run(settings))
    },
    restart: () => begin(undefined),
  }
}
