import { createHash } from 'node:crypto'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { actaPaper } from '../../documents/acta-paper.ts'
import { drawFormal, drawFunderBook, drawFunderReport, drawReport, DrawingThread } from '../../documents/drawing-batch.ts'
import type { AnnexList, FunderReportData } from '../../documents/funder-report/model.ts'
import type { ReportData, Row } from '../../documents/report-model.ts'
import type { NamedFile } from '../../documents/zip.ts'
import { zipped } from '../../documents/zip.ts'
import { readActa } from '../actas/gather.ts'
import { imagesByHash } from '../assets.ts'
import { bytesOf } from './check.ts'
import type { AnnexFile } from './composing.ts'
import type { FrozenReport } from './kept.ts'
import { issuedOf, keptRows } from './kept.ts'

export type Format = 'pdf' | 'xlsx' | 'docx'

/** The report in one of its three shapes. `lists`: what goes behind its figures, of the workbook only. */
export async function* drawnReport(context: Pick<JobContext, 'read' | 'signal'>, data: FunderReportData, lists: readonly AnnexList[], format: Format, thread?: DrawingThread): AsyncGenerator<Uint8Array> {
  const options = { signal: context.signal, thread }
  if (format === 'xlsx') yield* drawFunderBook(data, lists, options)
  else yield* drawFunderReport(format, data, await context.read((db) => imagesByHash(db, data.logos)), options)
}

/** An issued report as a file, drawn from what was frozen. Throws `missing`. */
export async function drawIssued(context: JobContext, issuedId: string, format: Format): Promise<FileRef> {
  const { row, frozen } = await context.read((db) => issuedOf(db, issuedId))
  const name = fileName(frozen, row.number)
  await context.step({ done: 0, total: 0, note: name })
  return context.files.write(`${name}.${format}`, drawnReport(context, frozen.data, listsOf(context, issuedId, frozen), format))
}

const fileName = ({ data }: FrozenReport, number: number): string => say(data.language, 'funderReports.fileName', { title: data.title, number })

function listsOf({ read }: Pick<JobContext, 'read'>, issuedId: string, frozen: FrozenReport): AnnexList[] {
  return frozen.lists.flatMap((list) => (list.number === null ? [] : [{ number: list.number, title: list.title, columns: list.columns, rows: keptRows(read, issuedId, list) }]))
}

/** The report and its annexes, numbered, with an index that tells which are gone. The same report gives the same bytes as long as its files are there. */
export async function packed(context: JobContext, issuedId: string, formats: readonly Format[]): Promise<FileRef> {
  const { row, frozen } = await context.read((db) => issuedOf(db, issuedId))
  const name = fileName(frozen, row.number)
  await context.step({ done: 0, total: frozen.lists.length + frozen.files.length + formats.length, note: name })
  const thread = new DrawingThread()
  try {
    return await context.files.write(`${name}.zip`, zipped(packedFiles(context, { issuedId, frozen, name, formats, thread }), row.issuedAt.slice(0, 10)))
  } finally {
    await thread.end()
  }
}

interface Packing {
  readonly issuedId: string
  readonly frozen: FrozenReport
  readonly name: string
  readonly formats: readonly Format[]
  readonly thread: DrawingThread
}

async function* packedFiles(context: JobContext, { issuedId, frozen, name, formats, thread }: Packing): AsyncGenerator<NamedFile> {
  const { language } = frozen.data
  const total = frozen.lists.length + frozen.files.length + formats.length
  let done = 0
  const step = (note: string): Promise<void> => context.step({ done: done++, total, note })
  const index: Row[] = []
  const folder = say(language, 'funderReports.annexFolder')
  for (const format of new Set(formats)) {
    await step(`${name}.${format}`)
    yield { name: `${name}.${format}`, bytes: drawnReport(context, frozen.data, listsOf(context, issuedId, frozen), format, thread) }
  }
  for (const list of listsOf(context, issuedId, frozen)) {
    const own = `${list.number} ${list.title.slice(0, 80)}.xlsx`
    await step(own)
    index.push([list.number, list.title, own, say(language, 'funderReports.there'), null])
    yield { name: `${folder}/${own}`, bytes: drawReport('xlsx', listReport(frozen.data, list), { signal: context.signal, thread }) }
  }
  for (const file of frozen.files) {
    const own = `${file.number} ${file.fileName}`
    await step(own)
    const bytes = await annexBytes(context, file, thread)
    index.push([file.number, file.title, own, say(language, bytes === null ? 'funderReports.gone' : 'funderReports.there'), file.sha256])
    if (bytes !== null) yield { name: `${folder}/${own}`, bytes }
  }
  if (index.length > 0) yield { name: `${say(language, 'funderReports.indexFile')}.pdf`, bytes: drawReport('pdf', indexReport(frozen.data, index), { signal: context.signal, thread }) }
}

async function annexBytes(context: JobContext, file: AnnexFile, thread: DrawingThread): Promise<Uint8Array | null> {
  if (file.kind === 'file') return context.read((db) => bytesOf(db, file))
  const found = await context.read(async (db) => {
    const row = await db.selectFrom('actas').select(['frozen', 'frozenHash']).where('id', '=', file.id).executeTakeFirst()
    if (row === undefined || createHash('sha256').update(row.frozen).digest('hex') !== file.sha256) return null
    const words = readActa(row.frozen)
    return { words, images: await imagesByHash(db, words.logos.map((logo) => logo.assetHash)) }
  })
  if (found === null) return null
  const pieces: Uint8Array[] = []
  for await (const piece of drawFormal(actaPaper(found.words, { images: found.images, digest: file.sha256, watermark: null }), { signal: context.signal, thread })) pieces.push(piece)
  return Buffer.concat(pieces)
}

function listReport(data: FunderReportData, list: AnnexList): ReportData {
  return { language: data.language, title: `${list.number} ${list.title}`, subtitle: data.title, header: headerOf(data), facts: [...data.facts], columns: list.columns, rows: list.rows, totals: [], columnsThatStay: 2 }
}

function indexReport(data: FunderReportData, rows: readonly Row[]): ReportData {
  const text = (label: string) => ({ label, kind: 'text' as const })
  return {
    language: data.language,
    title: say(data.language, 'funderReports.indexTitle'),
    subtitle: data.title,
    header: headerOf(data),
    facts: [...data.facts],
    columns: [text(say(data.language, 'funderReports.annex')), text(say(data.language, 'funderReports.annexTitle')), text(say(data.language, 'funderReports.file')), text(say(data.language, 'funderReports.state')), { label: 'SHA-256', kind: 'document' }],
    rows,
    totals: [],
  }
}

const headerOf = (data: FunderReportData): ReportData['header'] => ({ entityName: data.entityName, ...(data.unit === null ? {} : { unit: data.unit }), ...(data.yearName === null ? {} : { yearName: data.yearName }), logos: [], hasOwnLogo: false, generatedOn: data.generatedOn })

