import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/rpc/errors.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { failureOf, useApi } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { How } from './use-issue.ts'

/** How long a choice rests before its page is drawn, in milliseconds: a held arrow key does not draw every page it passes. */
const RESTING_MS = 80

interface Seen {
  readonly file?: FileRef
  readonly error?: AppError
  /** Which choice it answers. */
  readonly key?: string
}

/**
 * The real page of one person as it would be printed with these choices. It is drawn anew after each change, and whenever
 * what it is made of changes; the page before stays meanwhile. One page is drawn at a time, and then the latest wanted:
 * what was passed over is never asked for.
 */
export function useLivePage(how: How, enrolmentId: string | undefined): { readonly file: FileRef | undefined; readonly drawing: boolean; readonly error: AppError | undefined } {
  const api = useApi()
  const t = useText()
  const [seen, setSeen] = useState<Seen>({})
  const [turn, setTurn] = useState(0)
  const [inFlight, setInFlight] = useState(false)
  const key = JSON.stringify([how, enrolmentId, turn])
  const latest = useRef({ how, t })
  latest.current = { how, t }
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => void (mounted.current = false)
  }, [])

  useEffect(() => api.watch('certificates.plan', () => setTurn((n) => n + 1)), [api])
  const settled = seen.key === key
  useEffect(() => {
    if (enrolmentId === undefined || inFlight || settled) return undefined
    const timer = setTimeout(() => {
      setInFlight(true)
      void api.client.certificates
        .preview({ ...latest.current.how, enrolmentIds: [enrolmentId], enrolmentId })
        .then(
          (file): Seen => ({ file, key }),
          (thrown: unknown): Seen => ({ error: failureOf(thrown, latest.current.t), key }),
        )
        .then((next) => {
          if (!mounted.current) return
          setSeen((old) => ({ ...(old.file === undefined ? {} : { file: old.file }), ...next }))
          setInFlight(false)
        })
    }, RESTING_MS)
    return () => clearTimeout(timer)
  }, [api, enrolmentId, key, inFlight, settled])
  return { file: seen.file, drawing: enrolmentId !== undefined && !settled, error: settled ? seen.error : undefined }
}
