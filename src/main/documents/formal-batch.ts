import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FormalDocument } from './formal-model.ts'

/**
 * The paper drawn in a thread of its own: the app goes on answering meanwhile.
 * An abort ends the thread at once and throws the signal's reason; otherwise throws what the drawing throws.
 */
export async function drawFormal(document: FormalDocument, { signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL(`./formal-worker${extname(import.meta.url)}`, import.meta.url), { workerData: document })
  try {
    const [bytes] = (await once(worker, 'message', { signal })) as [Uint8Array]
    return bytes
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    await worker.terminate()
  }
}
