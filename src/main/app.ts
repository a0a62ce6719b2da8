import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { contract } from '../shared/contract/index.ts'
import { say } from '../shared/messages/messages.ts'
import type { Language, MessageKey } from '../shared/messages/messages.ts'
import type { FileRef, Transport, WireAnswer, WireNews } from '../shared/rpc/wire.ts'
import { createClient } from '../shared/rpc/client.ts'
import type { About, Session, Step, Workspace } from './core/context.ts'
import type { Desk } from './core/desk.ts'
import type { Dispatch } from './core/dispatch.ts'
import { createDispatch } from './core/dispatch.ts'
import type { Log } from './core/failures.ts'
import { toWireError } from './core/failures.ts'
import type { Files, Source } from './core/files.ts'
import { createFiles, removeLeftovers } from './core/files.ts'
import type { Place, Store } from './db/store.ts'
import { openStore } from './db/store.ts'
import { handlers } from './features/index.ts'
import { runMainJob } from './features/example.ts'

export interface AppOptions {
  /** Folder of the office's data, made when absent. */
  readonly folder: string
  /** Folder of the data files and samples that come with the program. */
  readonly resources: string
  readonly desk: Desk
  readonly log: Log
  readonly version: string
  /** Where the data lies; the office's own SQLite file when not given. */
  readonly place?: Place
  /** Where the example office's data lies; a SQLite file beside when not given. */
  readonly examplePlace?: Place
  readonly clock?: () => Date
}

export interface App {
  call(request: unknown, session: Session): Promise<WireAnswer>
  cancel(id: string): void
  onNews(listener: (news: WireNews) => void): () => void
  /** Takes a file from outside in: the answer's value is its `FileRef`. */
  receive(name: string, bytes: Source, session: Session): Promise<WireAnswer>
  /** The bytes of a file that the app took in or made: the answer's value is a `Uint8Array`. */
  bytesOf(file: FileRef, session: Session): Promise<WireAnswer>
  /** The files of the office that is open now. */
  files(): Files
  close(): Promise<void>
}

interface Office {
  readonly store: Store
  readonly files: Files
  readonly about: About
}

export { runMainJob }

/** The core: store, files, desk and handlers make one dispatch. Knows no window. Throws `DatabaseRefused`. */
export async function createApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? (() => new Date())
  const open = async (folder: string, place: Place | undefined, example: boolean): Promise<Office> => {
    const store = await openStore(place ?? { kind: 'sqlite', file: join(folder, 'constancia.db') })
    const about: About = { version: options.version, engine: store.engine, folder, example, resources: options.resources }
    await removeLeftovers(folder, store.engine === 'sqlite', Date.now())
    return { store, files: createFiles(folder), about }
  }
  const office = await open(options.folder, options.place, false)
  let current = office

  const parts = { contract, handlers, desk: options.desk, log: options.log, clock, sayAny }
  const workspace: Workspace = {
    openExample: async (step) => {
      if (current.about.example) return
      const folder = join(options.folder, 'ejemplo')
      const example = await open(folder, options.examplePlace, true)
      try {
        const inside = createDispatch({ ...parts, current: () => example, workspace: notHere })
        await fillExample(inside, example, step)
      } catch (error) {
        await example.store.close()
        // Half an example teaches nothing: the next time it is made from the start.
        await rm(folder, { recursive: true, force: true })
        throw error
      }
      current = example
    },
    leaveExample: async () => {
      if (!current.about.example) return
      const example = current
      current = office
      await example.store.close()
    },
  }
  const dispatch = createDispatch({ ...parts, current: () => current, workspace })

  const answered = async (session: Session, work: () => Promise<unknown>): Promise<WireAnswer> => {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      return { ok: false, error: toWireError(error, session.language, sayAny, options.log) }
    }
  }
  return {
    call: (request, session) => dispatch.call(request, session),
    cancel: (id) => dispatch.cancel(id),
    onNews: (listener) => dispatch.onNews(listener),
    receive: (name, bytes, session) => answered(session, () => current.files.receive(name, bytes)),
    bytesOf: (file, session) => answered(session, () => readFile(current.files.path(file))),
    files: () => current.files,
    close: async () => {
      await dispatch.close()
      if (current !== office) await current.store.close()
      await office.store.close()
    },
  }
}

const notHere: Workspace = { openExample: async () => {}, leaveExample: async () => {} }

/** Does the main job in the example office, the first time it is opened. */
async function fillExample(dispatch: Dispatch, example: Office, step: Step): Promise<void> {
  const session: Session = { who: 'Constancia', language: 'es' }
  const transport: Transport = {
    call: (request) => dispatch.call(request, session),
    cancel: (id) => dispatch.cancel(id),
    onNews: (listener) => dispatch.onNews(listener),
    send: (name, bytes) => example.files.receive(name, bytes),
    fetch: (file) => readFile(example.files.path(file)),
  }
  const api = createClient(contract, transport, randomUUID)
  const { certificates, cohorts } = await api.home.overview({})
  if (certificates > 0 || cohorts > 0) return
  let done = 0
  await runMainJob({
    api,
    samples: join(example.about.resources, 'samples'),
    take: async (path) => example.files.receive(basename(path), await readFile(path)),
    begin: (name) => step({ done: done++, total: 5, note: say('es', `example.${name}`) }),
  })
}

/** A sentence whose key arrives as text (from a room below): the key itself where the catalogue has none. */
export function sayAny(language: Language, key: string, params: object | undefined): string {
  // `say` checks each key's values at compile time; here both come together from the failure that was thrown.
  return (say as (language: Language, key: MessageKey, params: object | undefined) => string)(language, key as MessageKey, params)
}
