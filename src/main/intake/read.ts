import { basename, extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { failure, IntakeFailure } from './failures.ts'
import type { ReadReport, ReadRequest } from './read-worker.ts'
import { LIMITS, type Cell, type ReadOptions, type SheetNote, type Workbook } from './table.ts'

export interface ReadWorkbookOptions extends ReadOptions {
  /** In bytes of the file. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/**
 * Reads a file from outside, xlsx or csv by its bytes and not by its name, in a worker of its own with a roof over its time
 * and memory. Sheets come over in pieces, so that the thread that asks stays alive.
 * Throws `IntakeFailure` for whatever is wrong with the file; the signal's reason when it is aborted, the worker gone by then.
 */
export async function readWorkbook(path: string, options: ReadWorkbookOptions = {}): Promise<Workbook> {
  options.signal?.throwIfAborted()
  const limits = { ...LIMITS, ...options.limits }
  const request: ReadRequest = { path, encoding: options.encoding, delimiter: options.delimiter, limits }
  const worker = new Worker(new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url), {
    name: 'intake',
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 64 },
  })
  try {
    return await outcome(worker, options, limits.milliseconds, basename(path))
  } finally {
    await worker.terminate()
  }
}

interface GrowingSheet {
  readonly name: string
  readonly firstRow: number
  readonly hidden: boolean
  readonly rows: (readonly Cell[])[]
  readonly notes: SheetNote[]
}

function outcome(worker: Worker, options: ReadWorkbookOptions, milliseconds: number, file: string): Promise<Workbook> {
  const { signal, onProgress } = options
  const sheets: GrowingSheet[] = []
  const { promise, resolve, reject } = Promise.withResolvers<Workbook>()
  const abort = () => reject(signal?.reason)
  const timer = setTimeout(() => reject(failure('too-slow', { file, seconds: Math.round(milliseconds / 1000) })), milliseconds)
  signal?.addEventListener('abort', abort, { once: true })

  worker.on('message', (report: ReadReport) => {
    switch (report.kind) {
      case 'progress':
        return onProgress?.(report.done, report.total)
      case 'sheet':
        return sheets.push({ name: report.name, firstRow: report.firstRow, hidden: report.hidden, rows: [], notes: [] })
      case 'rows':
        for (const row of report.rows) sheets.at(-1)?.rows.push(row)
        return worker.postMessage('more')
      case 'notes':
        sheets.at(-1)?.notes.push(...report.notes)
        return worker.postMessage('more')
      case 'done':
        return resolve({ ...report.book, sheets })
      case 'failed':
        return reject(new IntakeFailure(report.problem, report.params))
    }
  })
  worker.on('error', (error) => reject(asFailure(error, file)))
  worker.on('exit', () => reject(new Error(`the reader of ${file} ended without a word`)))

  return promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  })
}

const BUSY = new Set(['EBUSY', 'ETXTBSY', 'EAGAIN'])

/** What the system says of the file, as a sentence that a person understands; anything else is a fault of ours and stays one. */
function asFailure(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return failure('too-much-memory', { file })
  if (syscall === undefined || code === undefined) return error
  if (code === 'ENOENT' || code === 'ENOTDIR') return failure('missing', { file })
  return BUSY.has(code) ? failure('busy', { file }) : failure('unreadable', { file, reason: code })
}
