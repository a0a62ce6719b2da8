import type { Call, Contract, InputOf, OutputOf } from './define.ts'
import { AppError } from './errors.ts'
import type { Progress, Transport, WireNews, WireRequest } from './wire.ts'
import { wireAnswer } from './wire.ts'

export interface CallOptions {
  /** Told of every step of a job. */
  readonly onProgress?: (progress: Progress) => void
  /** Handed the way to stop the call, as soon as it is on its way. */
  readonly onStart?: (cancel: () => void) => void
}

export type ClientCall<C extends Call> = (input: InputOf<C>, options?: CallOptions) => Promise<OutputOf<C>>

/** The contract seen by who calls: `api.people.list({ … })`. Rejects with `AppError`. */
export type Client<C extends Contract> = {
  readonly [S in keyof C]: { readonly [V in keyof C[S]]: ClientCall<C[S][V]> }
}

/**
 * The typed client over any transport. `newId` gives each call an id of its own
 * (the callers have different sources of randomness: a page, Node). `language` is asked at each call.
 */
export function createClient<C extends Contract>(
  contract: C,
  transport: Transport,
  newId: () => string,
  language: () => WireRequest['language'] = () => undefined,
): Client<C> {
  const waiting = new Map<string, (progress: Progress) => void>()
  transport.onNews((news: WireNews) => {
    if (news.kind === 'progress') waiting.get(news.id)?.(news.progress)
  })

  async function carry(name: string, input: unknown, options: CallOptions): Promise<unknown> {
    const id = newId()
    if (options.onProgress !== undefined) waiting.set(id, options.onProgress)
    try {
      const answering = transport.call({ id, name, input, language: language() })
      options.onStart?.(() => transport.cancel(id))
      const answer = wireAnswer.parse(await answering)
      if (!answer.ok) throw new AppError(answer.error)
      return answer.value
    } finally {
      waiting.delete(id)
    }
  }

  const client: Record<string, Record<string, unknown>> = {}
  for (const [subject, calls] of Object.entries(contract)) {
    const face: Record<string, unknown> = {}
    for (const verb of Object.keys(calls)) {
      face[verb] = (input: unknown, options: CallOptions = {}) => carry(`${subject}.${verb}`, input, options)
    }
    client[subject] = face
  }
  // Built key by key from the same contract that the type is computed from.
  return client as Client<C>
}
