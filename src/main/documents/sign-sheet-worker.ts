import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromSheetDrawer } from './sign-sheet-batch.ts'
import type { SignSheets } from './sign-sheet-model.ts'
import { signSheetsPdf } from './sign-sheet-pdf.ts'

/** The thread that draws sign-in sheets: it gives the next bytes when the last were taken. */
const port = parentPort
if (!port) throw new Error('This file is the inside of a worker thread')

const tell = (message: FromSheetDrawer): void => port.postMessage(message)

try {
  for await (const bytes of signSheetsPdf(workerData as SignSheets, (done) => tell({ kind: 'sheet', done }))) {
    const taken = once(port, 'message')
    tell({ kind: 'bytes', bytes })
    await taken
  }
  tell({ kind: 'done' })
} catch (error) {
  tell({ kind: 'failed', error })
}
