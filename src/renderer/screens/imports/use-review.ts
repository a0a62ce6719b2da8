import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/rpc/errors.ts'
import type { Progress } from '../../../shared/rpc/wire.ts'
import { failureOf, useApi } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Settings } from './draft.ts'
import type { Review } from './deciding.ts'

export interface Reviewing {
  /** The last answer; it stays while the next one is being worked out. */
  readonly answer: Review | undefined
  readonly running: boolean
  readonly progress: Progress | undefined
  readonly startedAt: number | undefined
  readonly error: AppError | undefined
  readonly retry: () => void
  readonly cancel: () => void
}

/** Decisions taken in one go are reviewed in one go. */
const PAUSE_MS = 120

/** Reviews, and reviews again whenever what was said changes. A review that nobody waits for any more is stopped. */
export function useReview(settings: Settings | undefined, show?: Settings['show']): Reviewing {
  const api = useApi()
  const t = useText()
  const [state, setState] = useState<Omit<Reviewing, 'running' | 'retry' | 'cancel'> & { readonly settled: string }>({ answer: undefined, settled: '', progress: undefined, startedAt: undefined, error: undefined })
  const [turn, setTurn] = useState(0)
  const stop = useRef<() => void>(() => undefined)
  const asked = useRef({ settings, show, t })
  asked.current = { settings, show, t }
  const key = settings === undefined ? '' : JSON.stringify([settings, show])
  const wish = `${key}#${turn}`

  useEffect(() => {
    if (key === '') return undefined
    let wanted = true
    const timer = setTimeout(() => {
      const { settings: now, show: part } = asked.current
      if (now === undefined) return
      const startedAt = Date.now()
      setState((old) => ({ ...old, progress: undefined, startedAt, error: undefined }))
      api.client.imports
        .review(part === undefined ? now : { ...now, show: part }, {
          onProgress: (progress) => wanted && setState((old) => ({ ...old, progress })),
          onStart: (cancel) => void (stop.current = cancel),
        })
        .then(
          (answer) => wanted && setState({ answer, settled: wish, progress: undefined, startedAt: undefined, error: undefined }),
          (thrown: unknown) => {
            const error = failureOf(thrown, asked.current.t)
            if (wanted) setState((old) => ({ ...old, settled: wish, error: error.code === 'cancelled' ? undefined : error }))
          },
        )
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
      stop.current()
      stop.current = () => undefined
    }
  }, [api, key, wish])

  const retry = useCallback(() => setTurn((n) => n + 1), [])
  const cancel = useCallback(() => stop.current(), [])
  // What was just said counts as being reviewed from that moment, not from when the pause is over.
  const { settled, ...seen } = state
  return { ...seen, running: key !== '' && settled !== wish, retry, cancel }
}
