import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { createApp } from '../../src/main/app.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'

/**
 * The app in a process of its own, for tests that end one without a word.
 * Takes as JSON what to do; says `open` once it is open, `frozen` when it stands still, `done` at the end.
 */
export interface ProcessOrder {
  readonly folder: string
  /** One call, `subject.verb`; none: it stays open. */
  readonly call?: string
  readonly input?: object
  /** A file to take in first: it becomes the input's `file`. */
  readonly file?: string
  /** The step at which it stands still, so that it can be ended right there; never when not given. */
  readonly freezeAt?: number
}

const order = JSON.parse(process.argv[2] ?? '') as ProcessOrder
const app = await createApp({
  folder: order.folder,
  resources: join(import.meta.dirname, '../..'),
  version: '0.0.0-test',
  clock: () => new Date('2026-11-22T15:00:00.000Z'),
  log: { error: (_ref, error) => console.error(error) },
  desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
})
console.log('open')
if (order.call === undefined) await new Promise((resolve) => setTimeout(resolve, 600_000))

const api = createClient(
  contract,
  {
    call: (request) => app.call(request, { who: 'Otro proceso', language: 'es' }),
    cancel: (id) => app.cancel(id),
    onNews: (listener) => app.onNews(listener),
    send: (name, bytes) => app.files().receive(name, bytes),
    fetch: (file) => readFile(app.files().path(file)),
  },
  randomUUID,
) as unknown as Record<string, Record<string, (input: unknown, options: { onProgress: () => void }) => Promise<unknown>>>

const taken = order.file === undefined ? {} : { file: await app.files().receive(basename(order.file), await readFile(order.file)) }
const [subject = '', verb = ''] = (order.call ?? '').split('.')
let steps = 0
await api[subject]?.[verb]?.({ ...order.input, ...taken }, {
  onProgress: () => {
    steps += 1
    console.log(`step ${steps}`)
    if (steps !== order.freezeAt) return
    console.log('frozen')
    // Nothing of this process runs any more until it is ended: what it has half done stays half done.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
await app.close()
console.log('done')
