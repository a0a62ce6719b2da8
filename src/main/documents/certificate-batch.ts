import type { AnyFrozen } from '../../shared/contract/frozen.ts'
import { giveThread, takeThread } from './certificate/thread.ts'
import type { DrawingThread } from './certificate/thread.ts'

/** Bytes of the images (PNG, JPG) that a batch shows, by SHA-256 in lower-case hexadecimal. */
export type CertificateAssets = ReadonlyMap<string, Uint8Array>

/** Frozen records in the order of the paper; may be read from the database as they are asked for. */
export type Batch = Iterable<AnyFrozen> | AsyncIterable<AnyFrozen>

export interface BatchOptions {
  /** Stops at once: the generator throws the signal's reason and its threads end. */
  readonly signal?: AbortSignal
  /** Called after each stretch with how many certificates are drawn. */
  readonly onProgress?: (done: number) => void
}

/** Certificates per message: small enough to stop soon and to keep memory flat (a separate file has its own images and faces). */
const stretch = { print: 40, separate: 10 }

/**
 * One PDF to print, as chunks to be written in order. Drawing goes only one stretch ahead of whoever writes,
 * so ten thousand pages need the memory of a hundred. The same records and images give the same bytes.
 */
export async function* drawPrintFile(batch: Batch, assets: CertificateAssets, options: BatchOptions = {}): AsyncGenerator<Uint8Array, void> {
  const { signal, onProgress } = options
  yield* withThreads(1, assets, signal, async function* ([thread]) {
    if (thread === undefined) return
    let done = 0
    let ahead: { readonly files: Promise<readonly Uint8Array[]>; readonly count: number } | null = null
    for await (const records of stretches(batch, stretch.print)) {
      const next = { files: expected(thread.ask({ kind: 'print', records })), count: records.length }
      if (ahead !== null) {
        yield* await ahead.files
        onProgress?.((done += ahead.count))
      }
      ahead = next
    }
    if (ahead !== null) {
      yield* await ahead.files
      onProgress?.((done += ahead.count))
    }
    yield* await thread.ask({ kind: 'finish' })
  })
}

/**
 * Each certificate as a file of its own, in the order given, drawn by two threads. `index` counts from 0.
 * Drawing goes at most four stretches ahead of whoever writes.
 */
export async function* drawSeparateFiles(
  batch: Batch,
  assets: CertificateAssets,
  options: BatchOptions & { readonly threads?: number } = {},
): AsyncGenerator<{ readonly index: number; readonly bytes: Uint8Array }, void> {
  const { signal, onProgress, threads = 2 } = options
  yield* withThreads(threads, assets, signal, async function* (crew) {
    const ahead: Promise<readonly Uint8Array[]>[] = []
    let asked = 0
    let index = 0
    for await (const records of stretches(batch, stretch.separate)) {
      const thread = crew[asked % crew.length]
      if (thread === undefined) return
      ahead.push(expected(thread.ask({ kind: 'separate', records })))
      asked += 1
      if (ahead.length < 2 * crew.length) continue
      for (const bytes of (await ahead.shift()) ?? []) yield { index: index++, bytes }
      onProgress?.(index)
    }
    for (const files of ahead) {
      for (const bytes of await files) yield { index: index++, bytes }
      onProgress?.(index)
    }
  })
}

/** The page or pages of one certificate, by the same code: what the screen shows is what will be printed. */
export async function drawPreview(frozen: AnyFrozen, assets: CertificateAssets): Promise<Uint8Array> {
  let page: Uint8Array | undefined
  // Run to its end: a batch left in the middle ends its thread, and the next page would wait for a cold one.
  for await (const { bytes } of drawSeparateFiles([frozen], assets, { threads: 1 })) page = bytes
  if (page === undefined) throw new Error('the preview drew nothing')
  return page
}

/** Opens the batch in so many threads, and ends them at once when the signal says so or the work fails. */
async function* withThreads<T>(
  count: number,
  assets: CertificateAssets,
  signal: AbortSignal | undefined,
  work: (crew: readonly DrawingThread[]) => AsyncGenerator<T, void>,
): AsyncGenerator<T, void> {
  signal?.throwIfAborted()
  const crew = Array.from({ length: count }, takeThread)
  const stop = () => crew.forEach((thread) => thread.end())
  signal?.addEventListener('abort', stop, { once: true })
  let wentWell = false
  try {
    await Promise.all(crew.map((thread) => thread.ask({ kind: 'open', assets })))
    yield* work(crew)
    signal?.throwIfAborted()
    wentWell = true
  } catch (error) {
    // A thread stopped by the signal fails its asks; what the caller wants to hear is the signal's reason.
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    for (const thread of crew) giveThread(thread, wentWell)
  }
}

/** An answer that is awaited later: its failure is not "unhandled" meanwhile. */
function expected<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined)
  return answer
}

async function* stretches(batch: Batch, stretch: number): AsyncGenerator<readonly AnyFrozen[], void> {
  let records: AnyFrozen[] = []
  for await (const record of batch) {
    records.push(record)
    if (records.length < stretch) continue
    yield records
    records = []
  }
  if (records.length > 0) yield records
}
