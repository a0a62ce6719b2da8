import { useCallback, useEffect, useRef, useState } from 'react'
import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import type { AppError } from '../../../../shared/rpc/errors.ts'
import { failureOf, useApi } from '../../../api.ts'
import { useText } from '../../../language.tsx'

/** Milliseconds of rest after which what was changed is kept. */
const RESTING_MS = 2_000

export interface Draft {
  readonly state: 'kept' | 'waiting' | 'failed'
  readonly error: AppError | undefined
  /** Keeps it now. */
  readonly keep: () => Promise<void>
  /** This design stands in the records already. */
  readonly isKept: (document: DesignDocument) => void
}

/** Keeps what is being worked on: after a rest, and when the screen or the window is left. */
export function useDraft(id: string, document: DesignDocument): Draft {
  const api = useApi()
  const t = useText()
  const kept = useRef(document)
  const latest = useRef(document)
  latest.current = document
  const [state, setState] = useState<{ readonly of: DesignDocument; readonly error?: AppError }>({ of: document })

  const keep = useCallback(async (): Promise<void> => {
    const wanted = latest.current
    if (wanted === kept.current) return
    const before = kept.current
    kept.current = wanted
    api.activity.saving(1)
    try {
      await api.client.designs.keepDraft({ id, document: wanted })
      api.activity.saved(undefined)
      setState({ of: wanted })
    } catch (thrown) {
      kept.current = before
      setState({ of: before, error: failureOf(thrown, t) })
    } finally {
      api.activity.saving(-1)
    }
  }, [api, id, t])

  useEffect(() => {
    if (document === kept.current) return undefined
    const timer = setTimeout(() => void keep(), RESTING_MS)
    return () => clearTimeout(timer)
  }, [document, keep])
  useEffect(() => {
    const onHidden = (): void => {
      if (window.document.visibilityState === 'hidden') void keep()
    }
    window.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', onHidden)
    return () => {
      window.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', onHidden)
      void keep()
    }
  }, [keep])

  const isKept = useCallback((now: DesignDocument) => {
    kept.current = now
    setState({ of: now })
  }, [])
  return { state: state.error !== undefined ? 'failed' : state.of === document ? 'kept' : 'waiting', error: state.error, keep, isKept }
}
