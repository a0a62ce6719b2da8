import { contract } from '../../../src/shared/contract/index.ts'
import type { AppContract } from '../../../src/shared/contract/index.ts'
import type { CallName } from '../../../src/shared/rpc/define.ts'
import { callNamed } from '../../../src/shared/rpc/define.ts'
import { AppError } from '../../../src/shared/rpc/errors.ts'
import type { FileRef, WireNews } from '../../../src/shared/rpc/wire.ts'
import { createApi } from '../../../src/renderer/api.ts'
import type { Api, Gives, Takes } from '../../../src/renderer/api.ts'
import type { PageTransport } from '../../../src/renderer/transports/page-transport.ts'

/** What the core would say, by the call's name: a value, or a function of the input. It may throw `AppError`. */
export type FakeAnswers = {
  readonly [N in CallName<AppContract>]?: Gives<N> | ((input: Takes<N>) => Gives<N> | Promise<Gives<N>>)
}

export interface FakeCore {
  readonly api: Api
  /** Every call that the screens made, in order. */
  readonly asked: { readonly name: string; readonly input: unknown }[]
  /** The names of the files that the screens handed over. */
  readonly sent: string[]
  /** Announces that these topics changed. */
  changed(...topics: string[]): void
  connection(alive: boolean): void
  /** Says something else from now on. */
  answer(answers: FakeAnswers): void
}

/**
 * A core made from the contract: what the screens ask is checked against the input schema and what the test answers
 * against the output schema, so that neither can drift from the app.
 */
export function fakeCore(initial: FakeAnswers): FakeCore {
  let answers: Readonly<Record<string, unknown>> = initial
  const asked: { name: string; input: unknown }[] = []
  const sent: string[] = []
  const newsListeners = new Set<(news: WireNews) => void>()
  const connectionListeners = new Set<(alive: boolean) => void>()

  const transport: PageTransport = {
    async call({ name, input }) {
      const call = callNamed(contract, name)
      if (call === undefined) throw new Error(`${name} is not in the contract`)
      asked.push({ name, input })
      const taken = call.input.safeParse(input)
      if (!taken.success) throw new Error(`${name} was asked wrongly: ${taken.error.message}`)
      if (!(name in answers)) throw new Error(`the test has no answer for ${name}`)
      try {
        const given = answers[name]
        const value: unknown = typeof given === 'function' ? await (given as (input: unknown) => unknown)(taken.data) : given
        return { ok: true, value: call.output.parse(value) }
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown
        const { code, message, fields, ref } = thrown
        return { ok: false, error: { code, message, ...(fields && { fields: { ...fields } }), ...(ref && { ref }) } }
      }
    },
    cancel: () => undefined,
    onNews(listener) {
      newsListeners.add(listener)
      return () => void newsListeners.delete(listener)
    },
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => void connectionListeners.delete(listener)
    },
    send(name, bytes) {
      sent.push(name)
      return Promise.resolve<FileRef>({ id: `file-${sent.length}`, name, size: bytes.length, type: 'other' })
    },
    fetch: () => Promise.resolve(new Uint8Array()),
  }
  return {
    api: createApi(transport),
    asked,
    sent,
    changed: (...topics) => newsListeners.forEach((listener) => listener({ kind: 'changed', topics })),
    connection: (alive) => connectionListeners.forEach((listener) => listener(alive)),
    answer: (more) => void (answers = { ...answers, ...more }),
  }
}

/** A UUIDv7 of its own for each number. */
export function idOf(n: number): string {
  return `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
}
