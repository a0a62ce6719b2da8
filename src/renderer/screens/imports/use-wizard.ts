import { useCallback, useEffect, useState } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives, JobState } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Destination, Draft, Reading, RosterGroup, Settings } from './draft.ts'
import { draftOf, groupsOf, settingsOf } from './draft.ts'
import type { Review } from './deciding.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'
import type { KeptDraft } from './kept-draft.ts'

export const STEP = { file: 0, columns: 1, target: 2, review: 3, done: 4 } as const

export type Programmes = Gives<'programmes.list'>
export type Edition = Programmes[number]['editions'][number]

interface Written {
  readonly importId: string
  readonly groups: Review['groups']
}

/** One import, from the file to the receipt: what was read, what was said of it, and the step one is in. */
export interface Wizard {
  readonly step: number
  readonly go: (step: number) => void
  readonly read: JobState<'imports.read'>
  readonly reading: Reading | undefined
  readonly draft: Draft | undefined
  readonly change: (next: (draft: Draft) => Draft) => void
  readonly take: (file: FileRef) => Promise<void>
  /** Reads the same file in another encoding or with another delimiter. */
  readonly readAgain: (how: { readonly encoding?: string; readonly delimiter?: string }) => Promise<void>
  /** An import left half-way in this window. */
  readonly kept: KeptDraft | null
  readonly resume: () => Promise<void>
  readonly forget: () => void
  readonly programmes: Programmes | undefined
  readonly edition: Edition | undefined
  readonly groups: readonly RosterGroup[]
  /** Values of the column of groups, once a review has told them. */
  readonly setValues: (values: readonly { key: string; name: string; rows: number }[]) => void
  readonly settings: Settings | undefined
  readonly written: Written | undefined
  readonly finish: (written: Written) => void
  readonly restart: () => void
}

interface State {
  readonly step: number
  readonly reading?: Reading | undefined
  readonly draft?: Draft | undefined
  readonly written?: Written | undefined
  readonly values: readonly { key: string; name: string; rows: number }[]
}

const NOTHING: State = { step: STEP.file, values: [] }

/** Who comes from a group comes to its edition. */
function withEditionOf(draft: Draft, programmes: Programmes, cohortId: string | undefined): Draft {
  if (draft.editionId !== null || cohortId === undefined) return draft
  const edition = programmes.flatMap((one) => one.editions).find((one) => one.cohorts.some((cohort) => cohort.id === cohortId))
  return edition === undefined ? draft : { ...draft, editionId: edition.id }
}

export function useWizard(to: Destination): Wizard {
  const t = useText()
  const [state, setState] = useState<State>(NOTHING)
  const [kept, setKept] = useState<KeptDraft | null>(keptDraft)
  const read = useJob('imports.read', { label: t('wizard.reading'), quiet: true })
  const programmes = useQuery('programmes.list', {})
  const { step, reading, written } = state
  const draft = state.draft === undefined ? undefined : withEditionOf(state.draft, programmes.data ?? [], to.cohortId)

  const { draft: chosen } = state
  useEffect(() => {
    if (chosen !== undefined) keepDraft(written === undefined ? { draft: chosen, step } : null)
  }, [chosen, step, written])

  const readFile = useCallback(
    async (file: FileRef, how: { readonly encoding?: string | undefined; readonly delimiter?: string | undefined }, before?: KeptDraft): Promise<void> => {
      const { encoding, delimiter } = how
      const answer = await read.run({ file, ...(encoding === undefined ? {} : { encoding }), ...(delimiter === undefined ? {} : { delimiter }) })
      if (answer === undefined) return
      const again = before?.draft.sha256 === answer.sha256 ? before : undefined
      setState({
        values: [],
        reading: answer,
        draft: again === undefined ? draftOf(file, answer, how, to) : { ...again.draft, file },
        step: again?.step ?? (answer.kind === 'xlsx' && answer.before === null ? STEP.columns : STEP.file),
      })
      setKept(null)
    },
    [read, to],
  )
  const edition = (programmes.data ?? []).flatMap((one) => one.editions).find((one) => one.id === draft?.editionId)
  const groups = draft === undefined || reading === undefined || draft.kind === 'people' ? [] : groupsOf(draft, reading, edition?.cohorts ?? [], t('imports.oneGroup'), state.values)

  return {
    step, reading, draft, read, kept, written, edition, groups,
    programmes: programmes.data,
    settings: draft === undefined || reading === undefined ? undefined : settingsOf(draft, reading, groups),
    go: useCallback((next) => setState((old) => ({ ...old, step: next })), []),
    change: useCallback((next) => setState((old) => (old.draft === undefined ? old : { ...old, draft: next(old.draft) })), []),
    take: (file) => readFile(file, {}, kept ?? undefined),
    readAgain: async (how) => {
      if (draft !== undefined) await readFile(draft.file, { encoding: draft.encoding, delimiter: draft.delimiter, ...how })
    },
    resume: async () => {
      if (kept !== null) await readFile(kept.draft.file, { encoding: kept.draft.encoding, delimiter: kept.draft.delimiter }, kept)
    },
    forget: () => {
      keepDraft(null)
      setKept(null)
    },
    setValues: useCallback((values) => setState((old) => ({ ...old, values })), []),
    finish: useCallback((done) => setState((old) => ({ ...old, step: STEP.done, written: done })), []),
    restart: () => {
      keepDraft(null)
      setState(NOTHING)
    },
  }
}
