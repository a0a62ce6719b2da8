import type { contract } from '../../../shared/contract/index.ts'
import type { Verification } from '../../../shared/contract/seal.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { digitRuns } from '../../../shared/domain/seal/digits.ts'
import { verifyText } from '../../../shared/domain/seal/verify.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { limaDay } from '../../core/day.ts'
import type { Reader } from '../../db/doors.ts'
import type { Scanner } from '../../intake/scan.ts'
import { openScanner } from '../../intake/scan.ts'
import { keptBytes } from '../certificates/kept.ts'
import { entityOf } from '../entity/records.ts'
import { headerOf, written } from '../reports/written.ts'
import type { Asked } from './answer.ts'
import { verificationOf } from './answer.ts'
import { knowledgeOf } from './known.ts'
import type { CodesOfPage, ReadFile } from './read-files.ts'
import { codesOfFile, mostPages, readForSeal, Unreadable } from './read-files.ts'
import { paperOfFile } from './register.ts'
import { byRegister } from './typed.ts'

type Row = OutputOf<typeof contract.seal.verifyFiles>['rows'][number]
type Looked = { readonly file: ReadFile; readonly pages: readonly CodesOfPage[] }

/** Every seal of every file, in their order. What cannot be read has its row that says why, and the others go on. */
export async function verifyFiles(context: JobContext, files: readonly FileRef[]): Promise<{ rows: Row[] }> {
  const { language, about, now, read, signal } = context
  const scanner = openScanner({ signal, mostPages })
  const rows: Row[] = []
  const known = await read((db) => knowledgeOf(db, now()))
  const asked: Asked = { known, language, device: about.device }
  try {
    for (const [at, file] of files.entries()) {
      try {
        const looked = await look(context, scanner, file, { at, of: files.length })
        rows.push(...(await read((db) => rowsOf(db, file.name, looked, asked))))
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        rows.push({ name: file.name, page: null, verification: null, problem: error.say(language) })
      }
    }
  } finally {
    await scanner.close()
  }
  return { rows }
}

/** Codes that were read already, by the file's id: the table of results is asked for after the results. A file that came in never changes. */
const lookedAt = new Map<string, readonly CodesOfPage[]>()
const mostRemembered = 4000

async function look({ files, step, language }: JobContext, scanner: Scanner, ref: FileRef, { at, of }: { readonly at: number; readonly of: number }): Promise<Looked> {
  await step({ done: at, total: of, note: say(language, 'seal.reading', { name: ref.name, page: 1, pages: 1 }) })
  const file = await readForSeal(files.path(ref), ref)
  const before = lookedAt.get(ref.id)
  if (before !== undefined) return { file, pages: before }
  const pages: CodesOfPage[] = []
  for await (const { pages: total, ...page } of codesOfFile(scanner, file)) {
    pages.push(page)
    await step({ done: at, total: of, note: say(language, 'seal.reading', { name: ref.name, page: pages.length, pages: total }) })
  }
  if (lookedAt.size >= mostRemembered) lookedAt.clear()
  lookedAt.set(ref.id, pages)
  return { file, pages }
}

async function rowsOf(db: Reader, name: string, { file, pages }: Looked, asked: Asked): Promise<Row[]> {
  const rows: Row[] = []
  for (const { page, texts, problem } of pages) {
    if (problem !== null) rows.push({ name, page, verification: null, problem: problem(asked.language) })
    for (const text of texts.filter((each) => digitRuns(each).length > 0)) rows.push({ name, page, verification: await verificationOf(db, verifyText(text, asked.known), asked), problem: null })
  }
  const issued = file.type === 'pdf' ? await paperOfFile(db, file.sha256) : null
  const sealed = rows.filter((row) => row.verification !== null)
  // A paper without a seal, or whose code cannot be read, is known by its bytes all the same.
  if (issued !== null && sealed.length === 0) {
    const { ruc, name: office } = await entityOf(db)
    return [{ name, page: null, verification: { ...byRegister(issued, { ruc: ruc ?? '', name: office, language: asked.language }), file: 'asIssued' }, problem: null }]
  }
  const [only] = sealed
  if (file.type === 'pdf' && sealed.length === 1 && only !== undefined) return rows.map((row) => row).with(rows.indexOf(only), { ...only, verification: await compared(db, only.verification, { file, isIssued: issued !== null && issued.id === only.verification?.certificate?.id }, asked) })
  return rows.length > 0 ? rows : [{ name, page: null, verification: null, problem: problemOf(pages, asked) }]
}

function problemOf(pages: readonly CodesOfPage[], { language }: Asked): string {
  const hasOther = pages.some((page) => page.texts.length > 0)
  return hasOther ? say(language, 'seal.fileOtherCode') : say(language, 'seal.fileNoCode')
}

/** A PDF beside the bytes that were kept of that paper: the same, those with something appended (signatures are), or other ones. */
async function compared(db: Reader, verification: Verification | null, { file, isIssued }: { readonly file: ReadFile; readonly isIssued: boolean }, { language }: Asked): Promise<Verification | null> {
  const id = verification?.certificate?.id
  if (verification === null || id === undefined) return verification
  if (isIssued) return { ...verification, file: 'asIssued', reasons: [...verification.reasons, say(language, 'seal.fileAsIssued')] }
  const kept = await keptBytes(db, id)
  if (kept === null) return verification
  const isPrefix = file.bytes.length > kept.length && Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength).equals(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, kept.length))
  return { ...verification, file: isPrefix ? 'signed' : 'differs', reasons: [...verification.reasons, say(language, isPrefix ? 'seal.fileSigned' : 'seal.fileDiffers')] }
}

/** The table of results as an Excel file. */
export async function reportFiles(context: JobContext, files: readonly FileRef[]): Promise<FileRef> {
  const { rows } = await verifyFiles(context, files)
  const { language, read, today } = context
  const header = await read((db) => headerOf(db, today(), null))
  const text = (label: string): { label: string; kind: 'text' } => ({ label, kind: 'text' })
  const title = say(language, 'seal.reportTitle')
  const answered = (answer: Verification['answer'] | null): number => rows.filter((row) => (row.verification?.answer ?? null) === answer).length
  return written(
    context,
    {
      language, title, header,
      facts: [{ label: say(language, 'seal.reportFiles'), value: String(files.length) }],
      columns: [
        text(say(language, 'seal.reportFile')), { label: say(language, 'seal.reportPage'), kind: 'integer' }, text(say(language, 'seal.reportAnswer')), text(say(language, 'seal.reportName')),
        { label: say(language, 'seal.reportDocument'), kind: 'document' }, text(say(language, 'seal.reportAction')), text(say(language, 'seal.reportNumber')), text(say(language, 'seal.reportOffice')),
        { label: say(language, 'seal.reportIssued'), kind: 'date' }, { label: say(language, 'seal.reportCode'), kind: 'document' }, text(say(language, 'seal.reportPdf')), text(say(language, 'seal.reportListDate')),
        text(say(language, 'seal.reportReasons')),
      ],
      rows: rows.map(({ name, page, verification, problem }) => {
        const facts = verification?.facts ?? null
        return [
          name, page, verification === null ? say(language, 'seal.reportUnread') : say(language, 'seal.answer', { answer: verification.answer }), facts?.name ?? null, facts?.document ?? null, facts?.action ?? null, facts?.number ?? null,
          facts === null ? null : `${facts.issuerName ?? ''} ${facts.issuerRuc}`.trim(), facts === null ? null : limaDay(new Date(facts.issuedAt)), verification?.code ? groupedCode(verification.code) : null,
          verification?.file ? say(language, 'seal.reportPdfState', { state: verification.file }) : null, verification?.listDate ? formatDate(limaDay(new Date(verification.listDate))) : null,
          problem ?? verification?.reasons.join(' ') ?? null,
        ]
      }),
      totals: [
        {
          title: say(language, 'seal.reportTotals'),
          columns: [say(language, 'seal.reportAnswer'), say(language, 'seal.reportCount')],
          rows: [
            ...(['authentic', 'annulled', 'notAuthentic', 'cannotCheck'] as const).map((answer) => [say(language, 'seal.answer', { answer }), answered(answer)] as const),
            [say(language, 'seal.reportUnread'), answered(null)],
          ],
        },
      ],
      columnsThatStay: 1,
    },
    'xlsx',
  )
}
