import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import type { JobContext } from '../../core/context.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { FunderReportData } from '../../documents/funder-report/model.ts'
import type { Column, Row } from '../../documents/report-model.ts'
import type { AnnexFile, SaidFigure } from './composing.ts'
import type { Composed } from './compose.ts'
import { keptReleases, releasesPart } from './protect.ts'
import type { IssuedRow, ReportDefinition, Span } from './records.ts'

/** Rows of a list in one part: what is read at once. */
const rowsAPart = 5_000

export interface KeptList {
  readonly key: string
  /** Null: it stays in the office. */
  readonly number: string | null
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: number
  readonly parts: readonly string[]
}

/** A report as it went out; its lists lie in its parts. */
export interface FrozenReport {
  readonly version: 1
  readonly data: FunderReportData
  readonly lists: readonly KeptList[]
  readonly files: readonly AnnexFile[]
  readonly figures: readonly SaidFigure[]
}

export interface ReadyToKeep {
  readonly frozen: string
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
}

/** Reads every list and lays it aside in pieces. `step` is told how many of the lists are read. */
export async function readyToKeep(composed: Composed, step: (done: number, total: number) => Promise<void>): Promise<ReadyToKeep> {
  const parts: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = []
  const lists: KeptList[] = []
  for (const [place, list] of composed.lists.entries()) {
    await step(place, composed.lists.length)
    const rows = await list.rows()
    const names: string[] = []
    for (let at = 0; at < rows.length; at += rowsAPart) {
      const name = `list ${place + 1} ${at / rowsAPart + 1}`
      parts.push({ name, bytes: deflated(rows.slice(at, at + rowsAPart)) })
      names.push(name)
    }
    lists.push({ key: list.key, number: list.number, title: list.title, columns: list.columns, rows: rows.length, parts: names })
  }
  parts.push({ name: releasesPart, bytes: deflated(keptReleases(composed.protection.releases)) })
  const frozen: FrozenReport = { version: 1, data: composed.data, lists, files: composed.files, figures: composed.figures }
  return { frozen: JSON.stringify(frozen), parts }
}

const deflated = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(deflateSync(Buffer.from(JSON.stringify(value))))

/** Keeps a report for good. Throws `refused` when another was issued while this one was read. */
export async function keepIssued(db: Writer, { report, span, number, ready, at, who }: { readonly report: ReportDefinition; readonly span: Span; readonly number: number; readonly ready: ReadyToKeep; readonly at: string; readonly who: string }): Promise<string> {
  if ((await nextNumber(db, report.id)) !== number) refuse('funderReports.issuedMeanwhile')
  const frozenHash = createHash('sha256').update(ready.frozen).digest('hex')
  const [id = ''] = await db.add('issuedReports', [{ reportId: report.id, frameId: report.frameId, number, title: report.name, from: span.from, until: span.until, periodId: span.period?.id ?? null, frozen: ready.frozen, frozenHash, issuedAt: at, who }])
  for (const part of ready.parts) await db.add('issuedReportParts', [{ issuedId: id, ...part }])
  return id
}

export async function nextNumber(db: Reader, reportId: string): Promise<number> {
  const row = await db.selectFrom('issuedReports').select('number').where('reportId', '=', reportId).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return (row?.number ?? 0) + 1
}

/** Throws `missing`; `refused` where what is kept is not what went out. */
export async function issuedOf(db: Reader, id: string): Promise<{ readonly row: IssuedRow; readonly frozen: FrozenReport }> {
  const found = await db.selectFrom('issuedReports').selectAll().where('id', '=', id).executeTakeFirst()
  if (found === undefined) return missing('funderReports.issuedMissing')
  const { frozen, ...row } = found
  if (createHash('sha256').update(frozen).digest('hex') !== row.frozenHash) refuse('funderReports.damaged', { number: row.number })
  return { row, frozen: JSON.parse(frozen) as FrozenReport }
}

/** The rows of a kept list, a part at a time. */
export async function* keptRows(read: JobContext['read'], issuedId: string, list: KeptList): AsyncGenerator<Row> {
  for (const name of list.parts) yield* await read((db) => partRows(db, issuedId, name))
}

export async function partRows(db: Reader, issuedId: string, name: string): Promise<readonly Row[]> {
  const part = await db.selectFrom('issuedReportParts').select('bytes').where('issuedId', '=', issuedId).where('name', '=', name).executeTakeFirst()
  if (part === undefined) return missing('funderReports.issuedMissing')
  return JSON.parse(inflateSync(part.bytes).toString()) as Row[]
}
