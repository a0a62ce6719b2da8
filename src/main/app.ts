import { join } from 'node:path'
import { contract } from '../shared/contract/index.ts'
import { say } from '../shared/messages/messages.ts'
import type { Language, MessageKey } from '../shared/messages/messages.ts'
import type { WireAnswer, WireNews } from '../shared/rpc/wire.ts'
import type { About, Session, Step } from './core/context.ts'
import type { Desk } from './core/desk.ts'
import type { Dispatch } from './core/dispatch.ts'
import { createDispatch } from './core/dispatch.ts'
import type { Log } from './core/failures.ts'
import type { Files } from './core/files.ts'
import { createFiles } from './core/files.ts'
import type { Place, Store } from './db/store.ts'
import { openStore } from './db/store.ts'
import { handlers } from './features/index.ts'
import { fillExample } from './features/example.ts'

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
  /** The files of the office that is open now. */
  files(): Files
  close(): Promise<void>
}

interface Office {
  readonly store: Store
  readonly files: Files
  readonly about: About
}

/** The core: store, files, desk and handlers make one dispatch. Knows no window. Throws `DatabaseRefused`. */
export async function createApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? (() => new Date())
  const open = async (folder: string, place: Place | undefined, example: boolean): Promise<Office> => {
    const store = await openStore(place ?? { kind: 'sqlite', file: join(folder, 'constancia.db') })
    const about: About = { version: options.version, engine: store.engine, folder, example, resources: options.resources }
    return { store, files: createFiles(folder), about }
  }
  const office = await open(options.folder, options.place, false)
  let current = office

  const dispatch: Dispatch = createDispatch({
    contract,
    handlers,
    current: () => current,
    desk: options.desk,
    log: options.log,
    clock,
    sayAny,
    workspace: {
      openExample: async (step: Step) => {
        if (current.about.example) return
        const example = await open(join(options.folder, 'ejemplo'), options.examplePlace, true)
        try {
          await fillExample({ ...example, clock, sayAny, step, log: options.log, desk: options.desk })
        } catch (error) {
          await example.store.close()
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
    },
  })

  return {
    call: (request, session) => dispatch.call(request, session),
    cancel: (id) => dispatch.cancel(id),
    onNews: (listener) => dispatch.onNews(listener),
    files: () => current.files,
    close: async () => {
      await dispatch.close()
      if (current !== office) await current.store.close()
      await office.store.close()
    },
  }
}

/** A sentence whose key arrives as text (from a room below): the key itself where the catalogue has none. */
export function sayAny(language: Language, key: string, params: object | undefined): string {
  // `say` checks each key's values at compile time; here both come together from the failure that was thrown.
  return (say as (language: Language, key: MessageKey, params: object | undefined) => string)(language, key as MessageKey, params)
}
