import { useCallback } from 'react'
import type { EnrolmentState } from '../../../shared/domain/training.ts'
import { useApi, useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'

/** Says of many how they ended; the toast tells how many and takes it back. Rejects with `AppError`. */
export function useMarkState(): (ids: readonly string[], state: EnrolmentState) => Promise<void> {
  const api = useApi()
  const t = useText()
  const { runOrThrow } = useCommand('enrolments.update', { quiet: true })
  return useCallback(
    async (ids, state) => {
      const { act, changed } = await runOrThrow({ ids: [...ids], state })
      api.activity.say({ tone: 'done', text: t('training.marked', { n: changed, state }), ...(changed > 0 && { act }) })
    },
    [api, t, runOrThrow],
  )
}
