import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SignedRead } from './pdf-signature-check.ts'
import type { SignatureRequest } from './pdf-signature-worker.ts'

export type { SignedRead, SignedWhy } from './pdf-signature-check.ts'
export type { SignatureFacts } from './pdf-cms.ts'

/** Milliseconds that a file may take; one that takes more was made to. */
const patience = 20_000

/** Judges signed PDFs in a thread of its own, one at a time. Who opens it closes it. */
export interface SignatureReader {
  /** Whether the file is the paper (its first `keptLength` bytes) and signatures. One that takes too long or too much is `unreadable`. */
  judge(bytes: Uint8Array, keptLength: number): Promise<SignedRead>
  close(): Promise<void>
}

/** An abort throws the signal's reason out of whatever is being asked. */
export function openSignatureReader(signal: AbortSignal): SignatureReader {
  let worker: Worker | null = null
  const end = async (): Promise<void> => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  return {
    judge: async (bytes, keptLength) => {
      signal.throwIfAborted()
      worker ??= new Worker(new URL(`./pdf-signature-worker${extname(import.meta.url)}`, import.meta.url), { name: 'signatures', resourceLimits: { maxOldGenerationSizeMb: 512 } })
      const stop = AbortSignal.any([signal, AbortSignal.timeout(patience)])
      try {
        const reply = once(worker, 'message', { signal: stop })
        worker.postMessage({ bytes, keptLength } satisfies SignatureRequest)
        return ((await reply) as [SignedRead])[0]
      } catch (error) {
        // A thread that is stuck or dead answers nothing more: the next file gets a new one.
        await end()
        signal.throwIfAborted()
        if (stop.aborted || (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return { why: 'unreadable', signatures: [] }
        throw error
      }
    },
    close: end,
  }
}
