import { on } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CommitmentSheet } from './commitment-sheet-model.ts'
import type { FormalDocument } from './formal-model.ts'
import { formalTitle } from './formal-model.ts'
import type { AnnexList, FunderReportData } from './funder-report/model.ts'
import type { HandoverSheets } from './handover-sheet-model.ts'
import type { RegisterBook } from './register-book-model.ts'
import type { ReportData, Row, Rows } from './report-model.ts'
import type { SealPaper } from './seal-paper-model.ts'
import type { SignSheets } from './sign-sheet-model.ts'
import type { SurveyForm } from './survey-form-model.ts'

export type ReportOutput = 'pdf' | 'xlsx'
export type DrawOptions = {
  readonly signal?: AbortSignal | undefined
  /** Called with how many are drawn, where one file holds many. */
  readonly onProgress?: (done: number) => void
  /** Draws there, one drawing after another, instead of in a thread of its own. */
  readonly thread?: DrawingThread | undefined
}

/** A thread for many small drawings: each of its own would spend most of its time on loading the libraries. */
export class DrawingThread {
  private worker: Worker | null = null

  /** The thread while it draws; nobody else may ask until it is given back. */
  take(): Worker {
    const worker = this.worker ?? newThread()
    this.worker = null
    return worker
  }

  giveBack(worker: Worker): void {
    this.worker = worker
  }

  async end(): Promise<void> {
    await this.worker?.terminate()
    this.worker = null
  }
}

const newThread = (): Worker => new Worker(new URL(`./drawing-worker${extname(import.meta.url)}`, import.meta.url))

/** What a thread can draw. The rows of a report follow as they are asked for. */
export type Drawing =
  | { readonly kind: 'report'; readonly output: ReportOutput; readonly data: Omit<ReportData, 'rows'> }
  | { readonly kind: 'formal'; readonly documents: readonly FormalDocument[]; readonly title: string }
  | { readonly kind: 'signSheets'; readonly sheets: SignSheets }
  | { readonly kind: 'handoverSheets'; readonly sheets: HandoverSheets }
  | { readonly kind: 'registerBook'; readonly book: RegisterBook }
  | { readonly kind: 'sealPaper'; readonly paper: SealPaper }
  | { readonly kind: 'surveyForm'; readonly form: SurveyForm }
  | { readonly kind: 'funderReport'; readonly output: 'pdf' | 'docx'; readonly data: FunderReportData; readonly images: ReadonlyMap<string, Uint8Array> }
  /** The rows of its lists follow one after another, an empty row at the end of each. */
  | { readonly kind: 'funderBook'; readonly data: FunderReportData; readonly lists: readonly Omit<AnnexList, 'rows'>[] }
  | { readonly kind: 'commitmentSheet'; readonly sheet: CommitmentSheet }

/** What the drawing thread is told. Every answer carries the number of its question. */
export type ToDrawer =
  | { readonly kind: 'draw'; readonly drawing: Drawing }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: readonly Row[] }
  | { readonly kind: 'taken'; readonly id: number }

/** What it says. `done`: how many are drawn. */
export type FromDrawer =
  | { readonly kind: 'rows?'; readonly id: number }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Rows that cross to the thread at once: some milliseconds of copying. */
const BATCH = 500

/** The report as a file in pieces; its rows are read only as fast as they are drawn. Throws as `drawn` does, and what `rows` throws. */
export function drawReport(output: ReportOutput, { rows, ...data }: ReportData, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'report', output, data }, rows, options)
}

/** The paper as a PDF. Throws as `drawn` does. */
export function drawFormal(document: FormalDocument, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawFormals([document], formalTitle(document), options)
}

/** Several papers as one PDF, each from a page of its own; at least one. Throws as `drawn` does. */
export function drawFormals(documents: readonly FormalDocument[], title: string, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'formal', documents, title }, [], options)
}

/** Sign-in sheets as one PDF; `onProgress` hears of sheets. Throws as `drawn` does. */
export function drawSignSheets(sheets: SignSheets, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'signSheets', sheets }, [], options)
}

/** Hand-over sheets as one PDF; `onProgress` hears of sheets. Throws as `drawn` does. */
export function drawHandoverSheets(sheets: HandoverSheets, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'handoverSheets', sheets }, [], options)
}

/** The libro de registro as one PDF; `onProgress` hears of pages. Throws as `drawn` does. */
export function drawRegisterBook(book: RegisterBook, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'registerBook', book }, [], options)
}

/** The sheet of the seal's root, or the annulment list for the notice board, as a PDF. Throws as `drawn` does. */
export function drawSealPaper(paper: SealPaper, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'sealPaper', paper }, [], options)
}

/** The sheet of a commitment that citizens read, as a tagged PDF. Throws as `drawn` does. */
export function drawCommitmentSheet(sheet: CommitmentSheet, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'commitmentSheet', sheet }, [], options)
}

/** The survey to be handed out as a PDF. Throws as `drawn` does. */
export function drawSurveyForm(form: SurveyForm, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'surveyForm', form }, [], options)
}

/** A funder's report as a PDF or a Word text; `images` by SHA-256. Throws as `drawn` does. */
export function drawFunderReport(output: 'pdf' | 'docx', data: FunderReportData, images: ReadonlyMap<string, Uint8Array>, options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'funderReport', output, data, images }, [], options)
}

/** A funder's report as a workbook, with the lists behind it. Throws as `drawn` does, and what the lists throw. */
export function drawFunderBook(data: FunderReportData, lists: readonly AnnexList[], options: DrawOptions = {}): AsyncGenerator<Uint8Array> {
  return drawn({ kind: 'funderBook', data, lists: lists.map(({ rows: _, ...list }) => list) }, rowsOfLists(lists), options)
}

async function* rowsOfLists(lists: readonly AnnexList[]): AsyncGenerator<Row> {
  for (const { rows } of lists) {
    yield* rows
    yield []
  }
}

/**
 * What a thread of its own draws, in pieces to go to a file as they come: the app goes on answering meanwhile, and nothing
 * is drawn faster than the pieces are taken.
 * An abort ends the thread at once and throws the signal's reason; otherwise throws what the drawing throws.
 */
async function* drawn(drawing: Drawing, rows: Rows, { signal, onProgress, thread }: DrawOptions): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted()
  const batches = batched(rows)
  const worker = thread?.take() ?? newThread()
  let isDone = false
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    worker.postMessage({ kind: 'draw', drawing } satisfies ToDrawer)
    for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromDrawer]>) {
      if (message.kind === 'done') {
        isDone = true
        return
      }
      if (message.kind === 'failed') throw message.error
      if (message.kind === 'progress') {
        onProgress?.(message.done)
      } else if (message.kind === 'bytes') {
        yield message.bytes
        worker.postMessage({ kind: 'taken', id: message.id } satisfies ToDrawer)
      } else {
        const next = await batches.next()
        const batch = next.done === true ? [] : next.value
        worker.postMessage({ kind: 'rows', id: message.id, rows: batch } satisfies ToDrawer)
      }
      signal?.throwIfAborted()
    }
    signal?.throwIfAborted()
    throw new Error('The drawing thread ended before its paper')
  } finally {
    signal?.removeEventListener('abort', stop)
    if (isDone && thread !== undefined) thread.giveBack(worker)
    else await worker.terminate()
    await batches.return(undefined)
  }
}

async function* batched(rows: Rows): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
