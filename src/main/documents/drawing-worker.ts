import { parentPort } from 'node:worker_threads'
import type { Drawing, FromDrawer, ToDrawer } from './drawing-batch.ts'
import type { AnnexList } from './funder-report/model.ts'
import type { Row } from './report-model.ts'

/** The thread that draws: it asks for rows when it wants them, and gives the next bytes when the last were taken. */
const port = parentPort
if (!port) throw new Error('This file is the inside of a worker thread')

type Answer = Exclude<ToDrawer, { kind: 'draw' }>

const asking = new Map<number, (answer: Answer) => void>()
let questions = 0

port.on('message', (message: ToDrawer) => {
  if (message.kind === 'draw') return void draw(message.drawing)
  asking.get(message.id)?.(message)
  asking.delete(message.id)
})

async function draw(drawing: Drawing): Promise<void> {
  try {
    for await (const bytes of drawn(drawing)) await ask((id) => ({ kind: 'bytes', id, bytes }))
    tell({ kind: 'done' })
  } catch (error) {
    tell({ kind: 'failed', error })
  }
}

/** Only the libraries of the one output are loaded: the others' cost time and memory for nothing. */
async function* drawn(drawing: Drawing): AsyncGenerator<Uint8Array> {
  if (drawing.kind === 'formal') yield (await import('./formal-pdf.ts')).formalPdfs(drawing.documents, drawing.title)
  else if (drawing.kind === 'sealPaper') yield (await import('./seal-paper-pdf.ts')).sealPaperPdf(drawing.paper)
  else if (drawing.kind === 'commitmentSheet') yield (await import('./commitment-sheet-pdf.ts')).commitmentSheetPdf(drawing.sheet)
  else if (drawing.kind === 'funderBook') yield* (await import('./funder-report/xlsx.ts')).funderReportBook(drawing.data, askedLists(drawing.lists))
  else if (drawing.kind === 'funderReport' && drawing.output === 'pdf') yield (await import('./funder-report/pdf.ts')).funderReportPdf(drawing.data, drawing.images)
  else if (drawing.kind === 'funderReport') yield (await import('./funder-report/docx.ts')).funderReportDocx(drawing.data, drawing.images)
  else if (drawing.kind === 'surveyForm') yield (await import('./survey-form-pdf.ts')).surveyFormPdf(drawing.form)
  else if (drawing.kind === 'handoverSheets') yield* (await import('./handover-sheet-pdf.ts')).handoverSheetsPdf(drawing.sheets, (done) => tell({ kind: 'progress', done }))
  else if (drawing.kind === 'signSheets') yield* (await import('./sign-sheet-pdf.ts')).signSheetsPdf(drawing.sheets, (done) => tell({ kind: 'progress', done }))
  else if (drawing.kind === 'registerBook') yield* (await import('./register-book-pdf.ts')).registerBookPdf(drawing.book, (done) => tell({ kind: 'progress', done }))
  else if (drawing.output === 'pdf') yield (await import('./report-pdf.ts')).reportPdf({ ...drawing.data, rows: asked() })
  else yield* (await import('./sheet-xlsx.ts')).reportSheet({ ...drawing.data, rows: asked() })
}

async function* asked(): AsyncGenerator<Row> {
  for (;;) {
    const answer = await ask((id) => ({ kind: 'rows?', id }))
    if (answer.kind !== 'rows' || answer.rows.length === 0) return
    yield* answer.rows
  }
}

/** Each list with its own stretch of the rows: an empty row ends it. */
function* askedLists(lists: readonly Omit<AnnexList, 'rows'>[]): Generator<AnnexList> {
  const all = asked()
  for (const list of lists) yield { ...list, rows: untilEmpty(all) }
}

async function* untilEmpty(all: AsyncGenerator<Row>): AsyncGenerator<Row> {
  for (let next = await all.next(); next.done !== true && next.value.length > 0; next = await all.next()) yield next.value
}

function ask(question: (id: number) => FromDrawer): Promise<Answer> {
  const id = ++questions
  return new Promise((resolve) => {
    asking.set(id, resolve)
    tell(question(id))
  })
}

function tell(message: FromDrawer): void {
  port?.postMessage(message)
}
