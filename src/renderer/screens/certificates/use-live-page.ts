import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/rpc/errors.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { failureOf, useApi } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { How } from './use-issue.ts'

/** How long a choice rests before its page is drawn, in milliseconds: a held arrow key draws once. */
const RESTING_MS = 180

/**
 * The real page of one person as it would be printed with these choices. It is drawn anew after each change, and whenever
 * what it is made of changes; the page before stays meanwhile.
 */
export function useLivePage(how: How, enrolmentId: string | undefined): { readonly file: FileRef | undefined; readonly drawing: boolean; readonly error: AppError | undefined } {
  const api = useApi()
  const t = useText()
  const [state, setState] = useState<{ readonly file?: FileRef; readonly error?: AppError; readonly key?: string }>({})
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify([how, enrolmentId, turn])
  const latest = useRef({ how, t })
  latest.current = { how, t }

  useEffect(() => api.watch('certificates.plan', () => setTurn((n) => n + 1)), [api])
  useEffect(() => {
    if (enrolmentId === undefined) return undefined
    let wanted = true
    let cancel = (): void => undefined
    const timer = setTimeout(() => {
      const asked = api.client.certificates.preview({ ...latest.current.how, enrolmentIds: [enrolmentId], enrolmentId }, { onStart: (stop) => void (cancel = stop) })
      asked.then(
        (file) => wanted && setState({ file, key }),
        (thrown: unknown) => wanted && setState((old) => ({ ...old, error: failureOf(thrown, latest.current.t), key })),
      ).finally(() => void (cancel = () => undefined))
    }, RESTING_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
      cancel()
    }
  }, [api, enrolmentId, key])
  return { file: state.file, drawing: enrolmentId !== undefined && state.key !== key, error: state.key === key ? state.error : undefined }
}
