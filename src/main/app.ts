import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
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
import { createFiles, removeLeftovers, writeWhole } from './core/files.ts'
import type { Keeper, Wrap } from './core/keeper.ts'
import { createKeeper } from './core/keeper.ts'
import type { Place, Store } from './db/store.ts'
import { openStore } from './db/store.ts'
import { warmFacts } from './features/counting/facts.ts'
import { handlers } from './features/index.ts'
import type { ExampleWork } from './features/examples/programme-file.ts'
import { mainJobSteps, makeProgramme, programmeSteps, runMainJob } from './features/examples/run.ts'
import { resultSteps } from './features/examples/results.ts'

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
  readonly clock?: () => Date
  /** How this computer's secrets are locked to the person's account, where the host can. */
  readonly wrap?: Wrap
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
  readonly keeper: Keeper
  readonly about: About
}

async function close({ files, store }: Office): Promise<void> {
  await files.close()
  await store.close()
}

// The demonstration is a host, and hosts reach features only through here.
export { runMainJob }

/** The core: store, files, desk and handlers make one dispatch. Knows no window. Throws `DatabaseRefused`. */
export async function createApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? (() => new Date())
  const open = async (folder: string, place: Place | undefined, example: boolean): Promise<Office> => {
    const store = await openStore(place ?? { kind: 'sqlite', file: join(folder, 'constancia.db') })
    const about: About = { version: options.version, engine: store.engine, device: store.device, folder, example, resources: options.resources }
    await removeLeftovers(folder, store.engine === 'sqlite', Date.now())
    return { store, files: createFiles(folder), keeper: createKeeper(folder, options.wrap), about }
  }
  const office = await open(options.folder, options.place, false)
  const parts = { contract, handlers, desk: options.desk, log: options.log, clock, sayAny }
  const offices = twoOffices(office, join(options.folder, 'ejemplo'), {
    open: (folder) => open(folder, undefined, true),
    fill: (example, step) => fillExample(exampleWork(createDispatch({ ...parts, current: () => example, workspace: notHere }), example), step),
    load: (example, name, step) => loadProgramme(exampleWork(createDispatch({ ...parts, current: () => example, workspace: notHere }), example), name, step),
  })
  const { current } = offices
  const dispatch = createDispatch({ ...parts, current, workspace: offices })
  const stopWarming = warmSoon(office, options.log)

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
    receive: (name, bytes, session) => answered(session, () => current().files.receive(name, bytes)),
    bytesOf: (file, session) => answered(session, () => readFile(current().files.path(file))),
    files: () => current().files,
    close: async () => {
      await dispatch.close()
      await stopWarming()
      await offices.close()
    },
  }
}

/** After the office is open, in milliseconds: what was opened first has been seen by then. */
const WARM_AFTER = 3000

/** Reads ahead what figures are counted from, so that the first figure of the day need not wait for it. Gives what stops it. */
function warmSoon({ store, about }: Office, log: Log): () => Promise<void> {
  let isOpen = true
  let warming: Promise<void> | undefined
  const warm = (): void => {
    // Whoever asks for a figure reads it again, and is told what is wrong.
    warming = warmFacts(about, (work) => store.read(work), () => isOpen).catch((error: unknown) => log.error('facts', error))
  }
  const timer = setTimeout(warm, WARM_AFTER)
  timer.unref()
  return async () => {
    isOpen = false
    clearTimeout(timer)
    await warming
  }
}

interface Example {
  open(folder: string): Promise<Office>
  /** Does the main job in it. */
  fill(example: Office, step: Step): Promise<void>
  load(example: Office, name: Parameters<typeof makeProgramme>[1], step: Step): ReturnType<Workspace['loadProgramme']>
}

/** The real office and, in a folder beside it, the example: `current` is the one that stands behind the calls. */
function twoOffices(office: Office, folder: string, { open, fill, load }: Example): Workspace & { current(): Office; close(): Promise<void> } {
  let current = office
  let whole: Office | undefined
  const openExample = async (step: Step): Promise<void> => {
    if (whole !== undefined) {
      current = whole
      return
    }
    const isWhole = existsSync(join(folder, wholeMark))
    // Half an example teaches nothing: one that a cancel or a power cut left is made from the start.
    if (!isWhole) await rm(folder, { recursive: true, force: true })
    const example = await open(folder)
    try {
      if (!isWhole) {
        await fill(example, step)
        await writeWhole(join(folder, wholeMark), new Uint8Array())
      }
    } catch (error) {
      await close(example)
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    whole = example
    current = example
  }
  let opening: Promise<void> | undefined
  return {
    current: () => current,
    openExample: (step) => (opening ??= openExample(step).finally(() => (opening = undefined))),
    // It stays open: calls may still be running in it, and whoever looks at it twice waits once.
    leaveExample: async () => {
      current = office
    },
    loadProgramme: (name, step) => load(current, name, step),
    close: async () => {
      if (whole !== undefined) await close(whole)
      await close(office)
    },
  }
}

/** Beside the example's data once it is filled: without it, what is there is a half. */
const wholeMark = 'completo'

const notHere: Workspace = {
  openExample: async () => {},
  leaveExample: async () => {},
  loadProgramme: async () => {
    throw new Error('an example is made from outside it')
  },
}

/** The example office as a client of its own, which no progress and no cancel of the person reaches. */
function exampleWork(dispatch: Dispatch, example: Office): ExampleWork {
  const session: Session = { who: 'Constancia', language: 'es' }
  const transport: Transport = {
    call: (request) => dispatch.call(request, session),
    cancel: (id) => dispatch.cancel(id),
    onNews: (listener) => dispatch.onNews(listener),
    send: (name, bytes) => example.files.receive(name, bytes),
    fetch: (file) => readFile(example.files.path(file)),
  }
  return {
    api: createClient(contract, transport, randomUUID),
    samples: join(example.about.resources, 'samples'),
    take: async (path) => example.files.receive(basename(path), await readFile(path)),
  }
}

/** Does the main job in the example office, and adds what its funder is told. */
async function fillExample(work: ExampleWork, step: Step): Promise<void> {
  let done = 0
  const total = mainJobSteps.length + resultSteps.length
  await runMainJob({ ...work, begin: (name) => step({ done: done++, total, note: say('es', `example.${name}`) }) })
  await makeProgramme(work, 'caf', (name) => step({ done: done++, total, note: say('es', `example.${name}`) }))
}

function loadProgramme(work: ExampleWork, name: Parameters<typeof makeProgramme>[1], step: Step): ReturnType<typeof makeProgramme> {
  let done = 0
  return makeProgramme(work, name, (at) => step({ done: done++, total: programmeSteps.length, note: say('es', `example.${at}`) }))
}

/** A sentence whose key arrives as text (from a room below): the key itself where the catalogue has none. */
export function sayAny(language: Language, key: string, params: object | undefined): string {
  // `say` checks each key's values at compile time; here both come together from the failure that was thrown.
  return (say as (language: Language, key: MessageKey, params: object | undefined) => string)(language, key as MessageKey, params)
}
