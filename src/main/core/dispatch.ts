import type { Call, Contract } from '../../shared/rpc/define.ts'
import { callNamed } from '../../shared/rpc/define.ts'
import type { WireAnswer, WireNews, WireRequest } from '../../shared/rpc/wire.ts'
import { wireRequest } from '../../shared/rpc/wire.ts'
import type { Store } from '../db/store.ts'
import type { About, AllHandlers, Common, JobContext, Session, Workspace } from './context.ts'
import { limaDay } from './day.ts'
import type { Desk } from './desk.ts'
import type { Log, SayAny } from './failures.ts'
import { Failure, cancelled, invalidFields, toWireError } from './failures.ts'
import type { Files } from './files.ts'
import type { Keeper } from './keeper.ts'

export interface DispatchParts<C extends Contract> {
  readonly contract: C
  readonly handlers: AllHandlers<C>
  /** Asked at each call: opening the example office changes what stands behind. */
  readonly current: () => { readonly store: Store; readonly files: Files; readonly keeper: Keeper; readonly about: About }
  readonly desk: Desk
  readonly workspace: Workspace
  readonly sayAny: SayAny
  readonly log: Log
  readonly clock: () => Date
}

export interface Dispatch {
  call(request: unknown, session: Session): Promise<WireAnswer>
  cancel(id: string): void
  onNews(listener: (news: WireNews) => void): () => void
  /** Aborts what is running and waits for it. */
  close(): Promise<void>
}

// One handler as dispatch sees it: which context it wants is known from its call's kind.
type AnyHandler = (context: unknown, input: unknown) => Promise<unknown>

/** The one way into the core: checks what comes in, hands the powers of its kind, checks what goes out, catches once. */
export function createDispatch<C extends Contract>(parts: DispatchParts<C>): Dispatch {
  const listeners = new Set<(news: WireNews) => void>()
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<unknown> }>()
  const tell = (news: WireNews): void => {
    for (const listener of listeners) listener(news)
  }
  return {
    call: async (request, session) => {
      const read = wireRequest.safeParse(request)
      if (!read.success) return { ok: false, error: invalidFields(read.error, session.language, parts.sayAny) }
      const caller: Session = { ...session, language: read.data.language ?? session.language }
      const abort = new AbortController()
      const ended = answer(parts, { request: read.data, session: caller, signal: abort.signal, tell }).catch((error: unknown): WireAnswer => {
        const said = abort.signal.aborted && isAbort(error) ? new Failure('cancelled', 'core.cancelled') : error
        return { ok: false, error: toWireError(said, caller.language, parts.sayAny, parts.log) }
      })
      running.set(read.data.id, { abort, ended })
      try {
        return await ended
      } finally {
        running.delete(read.data.id)
      }
    },
    cancel: (id) => running.get(id)?.abort.abort(),
    onNews: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      for (const one of running.values()) one.abort.abort()
      await Promise.all([...running.values()].map((one) => one.ended))
    },
  }
}

/** A call on its way through: what was asked, by whom, how it is stopped and where its news go. */
interface Passing {
  readonly request: WireRequest
  readonly session: Session
  readonly signal: AbortSignal
  tell(news: WireNews): void
}

async function answer<C extends Contract>(parts: DispatchParts<C>, passing: Passing): Promise<WireAnswer> {
  const { request, session } = passing
  const call = callNamed(parts.contract, request.name)
  const [subject, verb] = request.name.split('.')
  const handler = call && (parts.handlers as Record<string, Record<string, AnyHandler>>)[subject ?? '']?.[verb ?? '']
  if (call === undefined || handler === undefined) throw new Failure('missing', 'core.unknownCall', { name: request.name })
  const input = call.input.safeParse(request.input ?? {}, { reportInput: true })
  if (!input.success) return { ok: false, error: invalidFields(input.error, session.language, parts.sayAny) }
  const value = await handOver(parts, passing, call, (context) => handler(context, input.data))
  return { ok: true, value: call.output.parse(value) }
}

/** Hands the handler what the kind of its call allows, and announces what it changed after each commit. */
async function handOver<C extends Contract>(parts: DispatchParts<C>, passing: Passing, call: Call, work: (context: unknown) => Promise<unknown>): Promise<unknown> {
  const { session, signal, tell } = passing
  const { store, files, keeper, about } = parts.current()
  const common: Common = { ...session, about, keeper, now: () => parts.clock().toISOString(), today: () => limaDay(parts.clock()) }
  const author = { who: session.who, at: common.now() }
  const write: JobContext['write'] = async (change) => {
    const value = await store.write(author, change)
    if (call.changes.length > 0) tell({ kind: 'changed', topics: [...call.changes] })
    return value
  }
  if (call.kind === 'query') return store.read((db) => work({ ...common, db }))
  if (call.kind === 'command') return write((db) => work({ ...common, db }))
  const step: JobContext['step'] = async (progress) => {
    if (signal.aborted) cancelled()
    tell({ kind: 'progress', id: passing.request.id, progress })
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) cancelled()
  }
  const context: JobContext = { ...common, files, desk: parts.desk, workspace: parts.workspace, signal, step, read: (ask) => store.read(ask), write }
  const value = await work(context)
  // A job that changes everything need not have written: it may have opened another office.
  if (call.changes.includes('*')) tell({ kind: 'changed', topics: ['*'] })
  return value
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
