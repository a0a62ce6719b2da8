import { createContext, createElement, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { contract } from '../shared/contract/index.ts'
import type { AppContract } from '../shared/contract/index.ts'
import type { Call, CallName, InputOf, Kind, OutputOf } from '../shared/rpc/define.ts'
import { callNamed } from '../shared/rpc/define.ts'
import { createClient } from '../shared/rpc/client.ts'
import type { CallOptions, Client } from '../shared/rpc/client.ts'
import { AppError } from '../shared/rpc/errors.ts'
import type { FileRef, Progress } from '../shared/rpc/wire.ts'
import { ActivityStore, useActivityOf, useAliveOf } from './activity.ts'
import type { Activity } from './activity.ts'
import { rememberedLanguage, useText } from './language.tsx'
import type { Text } from './language.tsx'
import type { PageTransport } from './transports/page-transport.ts'

export type CallOf<N extends CallName<AppContract>> = N extends `${infer S}.${infer V}`
  ? S extends keyof AppContract
    ? V extends keyof AppContract[S]
      ? AppContract[S][V] extends Call ? AppContract[S][V] : never
      : never
    : never
  : never

type NamesOf<K extends Kind> = { [N in CallName<AppContract>]: CallOf<N>['kind'] extends K ? N : never }[CallName<AppContract>]
export type QueryName = NamesOf<'query'>
export type CommandName = NamesOf<'command'>
export type JobName = NamesOf<'job'>
export type Takes<N extends CallName<AppContract>> = InputOf<CallOf<N>>
export type Gives<N extends CallName<AppContract>> = OutputOf<CallOf<N>>

/** The core as one window sees it: the typed client, the files, and what goes on. */
export interface Api {
  readonly client: Client<AppContract>
  readonly activity: ActivityStore
  readonly transport: PageTransport
  /** Hears of changes to any topic that this call reads. */
  watch(name: QueryName, listener: () => void): () => void
}

export function createApi(transport: PageTransport): Api {
  const activity = new ActivityStore()
  const watchers = new Set<(topics: readonly string[]) => void>()
  transport.onNews((news) => {
    if (news.kind === 'changed') for (const watcher of watchers) watcher(news.topics)
  })
  transport.onConnection((alive) => activity.connection(alive))
  return {
    client: createClient(contract, transport, () => crypto.randomUUID(), rememberedLanguage),
    activity,
    transport,
    watch(name, listener) {
      const reads = callNamed(contract, name)?.reads ?? []
      const watcher = (topics: readonly string[]): void => {
        if (touches(topics, reads)) listener()
      }
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}

function touches(changed: readonly string[], read: readonly string[]): boolean {
  if (read.length === 0 || changed.length === 0) return false
  return changed.includes('*') || read.includes('*') || changed.some((topic) => read.includes(topic))
}

const ApiContext = createContext<Api | null>(null)

export function ApiProvider(props: { readonly api: Api; readonly children: ReactNode }) {
  return createElement(ApiContext, { value: props.api }, props.children)
}

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('no ApiProvider above')
  return api
}

export function useActivity(): Activity {
  return useActivityOf(useApi().activity)
}

/** Whether the core answers: for what must not be redrawn whenever something is saved. */
export function useAlive(): boolean {
  return useAliveOf(useApi().activity)
}

/** One call by its name. The name is a literal of the contract, so the client has it. */
function ask<N extends CallName<AppContract>>(api: Api, name: N, input: Takes<N>, options?: CallOptions): Promise<Gives<N>> {
  const [subject, verb] = name.split('.') as [keyof AppContract, string]
  const call = (api.client[subject] as Record<string, unknown>)[verb] as (input: Takes<N>, options?: CallOptions) => Promise<Gives<N>>
  return call(input, options)
}

/** Whatever was thrown, as the one class of failures that the screens know. */
export function failureOf(thrown: unknown, t: Text): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError({ code: 'unavailable', message: t('frame.unreachable') })
}

export interface QueryState<T> {
  /** Undefined until the first answer to this input, unless `keepOld` holds the one before. */
  readonly data: T | undefined
  readonly error: AppError | undefined
  readonly loading: boolean
  readonly reload: () => void
}

/**
 * Asks, and asks again whenever a topic that the call reads changes; the old data stays meanwhile.
 * With `keepOld` the answer to the previous input also stays until the new one comes: for lists that are
 * filtered while typing; never for a record that is edited, or one would write into another.
 */
export function useQuery<N extends QueryName>(
  name: N,
  input: Takes<N>,
  options: { readonly enabled?: boolean; readonly keepOld?: boolean } = {},
): QueryState<Gives<N>> {
  const api = useApi()
  const t = useText()
  const enabled = options.enabled ?? true
  const key = JSON.stringify([name, input])
  const [state, setState] = useState<{ key: string; data?: Gives<N>; error?: AppError; settled: string }>({ key, settled: '' })
  const [turn, setTurn] = useState(0)
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  const asked = useRef({ input, t })
  asked.current = { input, t }

  useEffect(() => (enabled ? api.watch(name, reload) : undefined), [api, name, enabled, reload])
  useEffect(() => {
    if (!enabled) return undefined
    let wanted = true
    const settled = `${key}#${turn}`
    ask(api, name, asked.current.input).then(
      (data) => wanted && setState({ key, data, settled }),
      (thrown: unknown) => {
        if (!wanted) return
        const error = failureOf(thrown, asked.current.t)
        // What is gone (removed, or its making taken back) must not look as if it were there.
        setState((old) => ({ ...(old.key === key && error.code !== 'missing' ? old : {}), key, error, settled }))
      },
    )
    return () => void (wanted = false)
  }, [api, name, key, turn, enabled])

  const fits = state.key === key || options.keepOld === true
  return {
    data: fits ? state.data : undefined,
    error: state.key === key ? state.error : undefined,
    loading: enabled && state.settled !== `${key}#${turn}`,
    reload,
  }
}

export interface CommandOptions {
  /** What the toast says once it is done; «Guardado» when not given. */
  readonly said?: string
  /** No toast: for fields that are saved one by one. Ctrl+Z takes it back all the same. */
  readonly quiet?: boolean
}

export interface CommandState<N extends CommandName> {
  /** Gives the answer, or undefined when it failed: then `error` says why. */
  readonly run: (input: Takes<N>) => Promise<Gives<N> | undefined>
  /** The same, for who shows the failure elsewhere: rejects with `AppError`. */
  readonly runOrThrow: (input: Takes<N>) => Promise<Gives<N>>
  readonly running: boolean
  readonly error: AppError | undefined
  readonly forget: () => void
}

/** Tells the core to change something. An answer that carries an `act` can be taken back. */
export function useCommand<N extends CommandName>(name: N, options: CommandOptions = {}): CommandState<N> {
  const api = useApi()
  const t = useText()
  const [state, setState] = useState<{ running: boolean; error?: AppError }>({ running: false })
  const latest = useRef({ options, t })
  latest.current = { options, t }

  const runOrThrow = useCallback(
    async (input: Takes<N>): Promise<Gives<N>> => {
      api.activity.saving(1)
      try {
        const answer = await ask(api, name, input)
        announce(api, answer, latest.current.options, latest.current.t)
        return answer
      } catch (thrown) {
        throw failureOf(thrown, latest.current.t)
      } finally {
        api.activity.saving(-1)
      }
    },
    [api, name],
  )
  const run = useCallback(
    async (input: Takes<N>): Promise<Gives<N> | undefined> => {
      setState({ running: true })
      try {
        const answer = await runOrThrow(input)
        setState({ running: false })
        return answer
      } catch (thrown) {
        setState({ running: false, error: failureOf(thrown, latest.current.t) })
        return undefined
      }
    },
    [runOrThrow],
  )
  const forget = useCallback(() => setState({ running: false }), [])
  return useMemo(() => ({ run, runOrThrow, forget, running: state.running, error: state.error }), [run, runOrThrow, forget, state])
}

/** After a change: the status line says when, and where there is an act, the toast offers to take it back. */
function announce(api: Api, answer: unknown, options: CommandOptions, t: Text): void {
  const act = typeof answer === 'object' && answer !== null && 'act' in answer && typeof answer.act === 'string' ? answer.act : undefined
  api.activity.saved(act)
  if (options.quiet === true || (act === undefined && options.said === undefined)) return
  api.activity.say({ tone: 'done', text: options.said ?? t('frame.saved'), ...(act === undefined ? {} : { act }) })
}

export interface JobOptions extends CommandOptions {
  /** What the status line calls it while it runs; not shown there without one. */
  readonly label?: string
}

export interface JobState<N extends JobName> {
  readonly run: (input: Takes<N>) => Promise<Gives<N> | undefined>
  readonly running: boolean
  readonly progress: Progress | undefined
  /** Milliseconds since the epoch. */
  readonly startedAt: number | undefined
  readonly cancel: () => void
  /** Never `cancelled`: that is what the person wanted. */
  readonly error: AppError | undefined
  readonly forget: () => void
}

interface JobNow {
  readonly running: boolean
  readonly progress?: Progress
  readonly startedAt?: number
  readonly error?: AppError
}

/** A work that takes its time: its progress is here and in the status line. It goes on when the screen is left. */
export function useJob<N extends JobName>(name: N, options: JobOptions = {}): JobState<N> {
  const api = useApi()
  const t = useText()
  const [state, setState] = useState<JobNow>({ running: false })
  const latest = useRef({ options, t })
  latest.current = { options, t }
  const stop = useRef<() => void>(() => undefined)

  const run = useCallback(
    async (input: Takes<N>): Promise<Gives<N> | undefined> => {
      const startedAt = Date.now()
      const id = crypto.randomUUID()
      setState({ running: true, startedAt })
      const { options: chosen } = latest.current
      try {
        const answer = await ask(api, name, input, {
          onProgress: (progress) => {
            setState((old) => (old.running ? { ...old, progress } : old))
            api.activity.stepped(id, progress)
          },
          onStart: (cancel) => {
            stop.current = cancel
            if (chosen.label !== undefined) api.activity.started({ id, label: chosen.label, startedAt, progress: undefined, cancel })
          },
        })
        if ((callNamed(contract, name)?.changes.length ?? 0) > 0) announce(api, answer, chosen, latest.current.t)
        setState({ running: false })
        return answer
      } catch (thrown) {
        const error = failureOf(thrown, latest.current.t)
        setState(error.code === 'cancelled' ? { running: false } : { running: false, error })
        return undefined
      } finally {
        api.activity.ended(id)
      }
    },
    [api, name],
  )
  const cancel = useCallback(() => stop.current(), [])
  const forget = useCallback(() => setState({ running: false }), [])
  return useMemo(
    () => ({ run, cancel, forget, running: state.running, progress: state.progress, startedAt: state.startedAt, error: state.error }),
    [run, cancel, forget, state],
  )
}

/** Takes back the last act of this window, or the one given, and says whether it was. What was edited since stays, and is told. */
export function useUndo(): (act?: string) => Promise<boolean> {
  const api = useApi()
  const t = useText()
  return useCallback(
    async (given?: string) => {
      const act = given ?? api.activity.seen().acts.at(-1)
      if (act === undefined) {
        api.activity.say({ tone: 'warn', text: t('frame.nothingToUndo') })
        return false
      }
      try {
        const answer = await api.client.history.undo({ act })
        api.activity.undone(act)
        api.activity.saved(undefined)
        const kept = answer.kept.length
        api.activity.say(kept === 0 ? { tone: 'done', text: t('frame.undone') } : { tone: 'warn', text: t('frame.undoneInPart', { kept }) })
        return true
      } catch (thrown) {
        api.activity.undone(act)
        api.activity.say({ tone: 'bad', text: failureOf(thrown, t).message })
        return false
      }
    },
    [api, t],
  )
}

/** Hands a file of the person's to the core. Rejects with `AppError`. */
export function useSendFile(): (file: File) => Promise<FileRef> {
  const api = useApi()
  const t = useText()
  return useCallback(
    async (file) => {
      try {
        return await api.transport.send(file.name, new Uint8Array(await file.arrayBuffer()))
      } catch (thrown) {
        throw failureOf(thrown, t)
      }
    },
    [api, t],
  )
}
