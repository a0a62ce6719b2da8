import { on } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SignSheets } from './sign-sheet-model.ts'

/** What the drawing thread says. `bytes` waits for an answer, so that pieces never pile up. */
export type FromSheetDrawer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'sheet'; readonly done: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown }

export type DrawSheetsOptions = {
  readonly signal?: AbortSignal | undefined
  /** Called with how many sheets are drawn. */
  readonly onSheet?: (done: number) => void
}

/**
 * The sheets drawn in a thread of their own, in pieces to go to a file as they come. An abort ends the thread at once and
 * throws the signal's reason.
 */
export async function* drawSignSheets(sheets: SignSheets, { signal, onSheet }: DrawSheetsOptions = {}): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL(`./sign-sheet-worker${extname(import.meta.url)}`, import.meta.url), { name: 'sign sheets', workerData: sheets })
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromSheetDrawer]>) {
      if (message.kind === 'done') return
      if (message.kind === 'failed') throw message.error
      if (message.kind === 'sheet') onSheet?.(message.done)
      if (message.kind === 'bytes') {
        yield message.bytes
        worker.postMessage('taken')
      }
      signal?.throwIfAborted()
    }
    signal?.throwIfAborted()
    throw new Error('The drawing thread ended before its sheets')
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
