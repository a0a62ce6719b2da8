import { parentPort, workerData } from 'node:worker_threads'
import type { FormalDocument } from './formal-model.ts'
import { formalPdf } from './formal-pdf.ts'

/** The thread that draws one formal paper and ends. */
const port = parentPort
if (!port) throw new Error('This file is the inside of a worker thread')
port.postMessage(await formalPdf(workerData as FormalDocument))
