import type { Language } from '../../shared/messages/messages.ts'
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

export interface DispatchParts<C extends Contract> {
  readonly contract: C
  readonly handlers: AllHandlers<C>
  /** Asked at each call: opening the example office changes what stands behind. */
  readonly current: () => { readonly store: Store; readonly files: Files; readonly about: About }
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

  const fail = (error: unknown, language: Language): WireAnswer => ({ ok: false, error: toWireError(error, language, parts.sayAny, parts.log) })

  async function answer(request: WireRequest, session: Session, abort: AbortController): Promise<WireAnswer> {
    const call = callNamed(parts.contract, request.name)
    const [subject, verb] = request.name.split('.')
    const handler = call && (parts.handlers as Record<string, Record<string, AnyHandler>>)[subject ?? '']?.[verb ?? '']
    if (call === undefined || handler === undefined) throw new Failure('missing', 'core.unknownCall', { name: request.name })
    const input = call.input.safeParse(request.input ?? {}, { reportInput: true })
    if (!input.success) return { ok: false, error: invalidFields(input.error, session.language, parts.sayAny) }
    const value = await run(call, handler, input.data, request.id, session, abort.signal)
    return { ok: true, value: call.output.parse(value) }
  }

  async function run(call: Call, handler: AnyHandler, input: unknown, id: string, session: Session, signal: AbortSignal): Promise<unknown> {
    const { store, files, about } = parts.current()
    const common: Common = { ...session, about, now: () => parts.clock().toISOString(), today: () => limaDay(parts.clock()) }
    const author = { who: session.who, at: common.now() }
    const announce = (): void => {
      if (call.changes.length > 0) tell({ kind: 'changed', topics: [...call.changes] })
    }
    if (call.kind === 'query') return store.read((db) => handler({ ...common, db }, input))
    if (call.kind === 'command') {
      const value = await store.write(author, (db) => handler({ ...common, db }, input))
      announce()
      return value
    }
    const step: JobContext['step'] = async (progress) => {
      if (signal.aborted) cancelled()
      tell({ kind: 'progress', id, progress })
      await new Promise((resolve) => setImmediate(resolve))
      if (signal.aborted) cancelled()
    }
    const context: JobContext = {
      ...common,
      files,
      desk: parts.desk,
      workspace: parts.workspace,
      signal,
      step,
      read: (work) => store.read(work),
      // Announced after each commit: a cancelled job has still changed what it wrote.
      write: async (work) => {
        const value = await store.write(author, work)
        announce()
        return value
      },
    }
    return handler(context, input)
  }

  return {
    call: async (request, session) => {
      const read = wireRequest.safeParse(request)
      if (!read.success) return { ok: false, error: invalidFields(read.error, session.language, parts.sayAny) }
      const reader: Session = { ...session, language: read.data.language ?? session.language }
      const abort = new AbortController()
      const ended = answer(read.data, reader, abort).catch((error: unknown) => fail(abort.signal.aborted && isAbort(error) ? new Failure('cancelled', 'core.cancelled') : error, reader.language))
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

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
