import { parentPort } from 'node:worker_threads'
import type { SignedRead } from './pdf-signature-check.ts'
import { judgeSigned } from './pdf-signature-check.ts'

export interface SignatureRequest {
  readonly bytes: Uint8Array
  readonly keptLength: number
}

/** The thread that reads files which somebody else made: what they ask of time and memory ends with it. */
const port = parentPort
if (!port) throw new Error('This file is the inside of a worker thread')

port.on('message', ({ bytes, keptLength }: SignatureRequest) => void answer(bytes, keptLength))

async function answer(bytes: Uint8Array, keptLength: number): Promise<void> {
  port?.postMessage((await judgeSigned(bytes, keptLength)) satisfies SignedRead)
}
