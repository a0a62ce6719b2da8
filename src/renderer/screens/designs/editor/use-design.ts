import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { AppError } from '../../../../shared/rpc/errors.ts'
import { failureOf, useApi, useCommand } from '../../../api.ts'
import type { Gives, Takes } from '../../../api.ts'
import { useText } from '../../../language.tsx'
import type { Act, Editing } from './editing.ts'
import { begun, edited } from './editing.ts'
import type { Draft } from './use-draft.ts'
import { useDraft } from './use-draft.ts'

type Kept = Gives<'designs.get'>

/** One design while it is worked on. */
export interface Design {
  readonly id: string
  readonly name: string
  readonly paperKind: Kept['paperKind']
  readonly role: Kept['role']
  /** The last version; 0 before the first. */
  readonly version: number
  readonly versions: Kept['versions']
  readonly editing: Editing
  readonly act: (act: Act) => void
  readonly draft: Draft
  /** Whether it differs from the last version. */
  readonly differs: boolean
  readonly saving: boolean
  readonly error: AppError | undefined
  readonly forget: () => void
  readonly rename: (fields: Takes<'designs.rename'>['fields']) => Promise<unknown>
  /** Makes a version of it. */
  readonly save: () => Promise<void>
  /** Goes back to the last version. One step of the work: it can be taken back. */
  readonly discard: () => Promise<void>
  /** An earlier version that is looked at; nothing can be changed meanwhile. */
  readonly viewed: { readonly version: number; readonly editing: Editing } | undefined
  readonly view: (version: number | undefined) => Promise<void>
  /** Goes on from the version that is looked at. */
  readonly takeViewed: () => void
}

/** `kept` is the design as the core has it: its first answer begins the work, later ones tell its name and versions. */
export function useDesign(id: string, kept: Kept): Design {
  const api = useApi()
  const t = useText()
  const [editing, act] = useReducer(edited, kept.document, begun)
  const { document } = editing
  const draft = useDraft(id, document)
  const [last, setLast] = useState<DesignDocument | undefined>(kept.isDraft ? undefined : kept.document)
  const [error, setError] = useState<AppError>()
  const save = useCommand('designs.save', { quiet: true })
  const discard = useCommand('designs.discardDraft', { quiet: true })
  const rename = useCommand('designs.rename', { quiet: true })
  const viewing = useViewed(id, setError)
  const differs = document !== last || kept.version === 0

  const runSave = async (): Promise<void> => {
    if (save.running) return
    if (!differs) return api.activity.say({ tone: 'done', text: t('designEditor.nothingToSave', { version: kept.version }) })
    const saved = await save.run({ id, document })
    if (saved === undefined) return
    draft.isKept(document)
    setLast(document)
    act({ kind: 'settle' })
    api.activity.say({ tone: 'done', text: t('designEditor.saved', { version: saved.version }) })
  }
  const runDiscard = async (): Promise<void> => {
    try {
      await draft.keep()
      const { document: before } = await api.client.designs.get({ id, version: kept.version })
      await discard.runOrThrow({ id })
      act({ kind: 'change', change: () => ({ document: before, selected: [] }) })
      draft.isKept(before)
      setLast(before)
      api.activity.say({ tone: 'done', text: t('designEditor.discarded', { version: kept.version }) })
    } catch (thrown) {
      setError(failureOf(thrown, t))
    }
  }
  const takeViewed = (): void => {
    if (viewing.viewed === undefined) return
    const { document: chosen } = viewing.viewed.editing
    act({ kind: 'change', change: () => ({ document: chosen, selected: [] }) })
    void viewing.view(undefined)
  }
  return {
    id, name: kept.name, paperKind: kept.paperKind, role: kept.role, version: kept.version, versions: kept.versions,
    editing, draft, differs, act, saving: save.running, error: error ?? save.error ?? rename.error ?? draft.error,
    forget: () => (setError(undefined), save.forget(), rename.forget()),
    rename: (fields) => rename.runOrThrow({ id, fields }),
    save: runSave, discard: runDiscard, viewed: viewing.viewed, view: viewing.view, takeViewed,
    ...(viewing.viewed === undefined ? {} : { act: viewing.act }),
  }
}

function useViewed(id: string, onError: (error: AppError) => void) {
  const api = useApi()
  const t = useText()
  const [viewed, setViewed] = useState<{ readonly version: number; readonly editing: Editing }>()
  const view = useCallback(
    async (version: number | undefined): Promise<void> => {
      if (version === undefined) return setViewed(undefined)
      try {
        const { document } = await api.client.designs.get({ id, version })
        setViewed({ version, editing: begun(document) })
      } catch (thrown) {
        onError(failureOf(thrown, t))
      }
    },
    [api, id, t, onError],
  )
  // Pages and elements may be looked at; nothing else happens.
  const act = useCallback((what: Act) => {
    if (what.kind === 'page' || what.kind === 'select') setViewed((old) => old && { ...old, editing: edited(old.editing, what) })
  }, [])
  return useMemo(() => ({ viewed, view, act }), [viewed, view, act])
}

/** The words of the window's own question when it is closed while a change is not kept yet. */
export function useUnkept(draft: Draft): void {
  const waits = draft.state !== 'kept'
  useEffect(() => {
    if (!waits) return undefined
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (draft.state === 'failed') event.preventDefault()
      void draft.keep()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [waits, draft])
}
