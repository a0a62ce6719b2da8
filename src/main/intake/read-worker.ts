import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Census } from './census.ts'
import { failure, IntakeFailure, type IntakeParams, type IntakeProblem } from './failures.ts'
import { kindOfFile } from './kind-of-file.ts'
import type { Cell, Limits, Sheet, SheetNote, Workbook } from './table.ts'

export interface ReadRequest {
  readonly path: string
  readonly encoding: string | undefined
  readonly delimiter: string | undefined
  readonly limits: Limits
}

/** What the worker says. `rows` and `notes` wait for an answer, so that they never pile up on the other side. */
export type ReadReport =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'sheet'; readonly name: string; readonly firstRow: number; readonly hidden: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'notes'; readonly notes: readonly SheetNote[] }
  | { readonly kind: 'done'; readonly book: Omit<Workbook, 'sheets'> }
  | { readonly kind: 'failed'; readonly problem: IntakeProblem; readonly params: IntakeParams }

/** Cells in one message: a few milliseconds of the other thread. */
const CELLS_AT_ONCE = 5_000

const port = parentPort
if (port === null) throw new Error('read-worker runs in a worker thread')

function say(report: ReadReport): void {
  port?.postMessage(report)
}

async function sayAndWait(report: ReadReport): Promise<void> {
  if (port === null) return
  const answer = once(port, 'message')
  say(report)
  await answer
}

async function read(request: ReadRequest): Promise<Omit<Workbook, 'sheets'>> {
  const file = basename(request.path)
  const { limits } = request
  const bytes = await wholeFile(request.path, file, limits)
  const census = new Census(file)
  if (kindOfFile(bytes, file) === 'text') {
    // Each file has a thread of its own: it loads the reader of its kind and not the other.
    const { readCsv } = await import('./csv/read-csv.ts')
    const { sheet, ...rest } = readCsv({ bytes, file, limits, encoding: request.encoding, delimiter: request.delimiter })
    census.count(sheet)
    census.judge()
    await sendSheet(sheet)
    return { kind: 'csv', date1904: false, ...rest }
  }
  const { readXlsx } = await import('./xlsx/read-xlsx.ts')
  const { date1904 } = await readXlsx({
    bytes, file, limits, onProgress: progress(),
    async onSheet(sheet) {
      census.count(sheet)
      await sendSheet(sheet)
    },
  })
  census.judge()
  return { kind: 'xlsx', date1904, encoding: null, delimiter: null, alternatives: { encodings: [], delimiters: [] } }
}

/** The whole file at once: what is read cannot change under the reader when somebody saves it meanwhile. */
async function wholeFile(path: string, file: string, limits: Limits): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw failure('unreadable', { file, reason: stat.isDirectory() ? 'EISDIR' : 'EINVAL' })
    const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
    if (stat.size > limits.fileBytes) {
      throw failure('too-big', { file, megabytes: megabytes(stat.size), limit: megabytes(limits.fileBytes) })
    }
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Tells progress a few times a second, not for every piece. */
function progress(): (done: number, total: number) => void {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (now - last < 100) return
    last = now
    say({ kind: 'progress', done, total })
  }
}

async function sendSheet({ name, firstRow, hidden, rows, notes }: Sheet): Promise<void> {
  say({ kind: 'sheet', name, firstRow, hidden })
  let batch: (readonly Cell[])[] = []
  let cells = 0
  for (const row of rows) {
    batch.push(row)
    cells += row.length + 1
    if (cells < CELLS_AT_ONCE) continue
    await sayAndWait({ kind: 'rows', rows: batch })
    batch = []
    cells = 0
  }
  if (batch.length > 0) await sayAndWait({ kind: 'rows', rows: batch })
  for (let at = 0; at < notes.length; at += CELLS_AT_ONCE / 5) {
    await sayAndWait({ kind: 'notes', notes: notes.slice(at, at + CELLS_AT_ONCE / 5) })
  }
}

try {
  say({ kind: 'done', book: await read(workerData as ReadRequest) })
} catch (error) {
  if (!(error instanceof IntakeFailure)) throw error
  say({ kind: 'failed', problem: error.problem, params: error.params })
}
