import { useCallback } from 'react'
import { useApi, useJob } from '../../../api.ts'
import type { Gives, JobState, Takes } from '../../../api.ts'

/** What makes or vouches for keys and lists: it goes out on paper and cannot be taken back, so nothing offers to undo it. */
type Lasting = 'seal.prepare' | 'seal.renew' | 'seal.markCompromised' | 'seal.publishList'

export function useLastingJob<N extends Lasting>(name: N, words: { readonly label: string; readonly said: string }): JobState<N> {
  const { activity } = useApi()
  const job = useJob(name, { label: words.label, quiet: true })
  const { run: start } = job
  const { said } = words
  const run = useCallback(
    async (input: Takes<N>): Promise<Gives<N> | undefined> => {
      const answer = await start(input)
      if (answer !== undefined) activity.say({ tone: 'done', text: said })
      return answer
    },
    [start, activity, said],
  )
  return { ...job, run }
}
