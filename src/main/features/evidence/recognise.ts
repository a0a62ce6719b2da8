import { createHash } from 'node:crypto'
import type { contract } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { ScanFailure } from '../../intake/scan-failure.ts'
import type { FoundCode, Scanner } from '../../intake/scan.ts'
import { openScanner } from '../../intake/scan.ts'
import { asRefusal, FileRefused, mostPages, readScan } from './files.ts'
import { placingOf } from './placing.ts'
import type { FileToKeep } from './records.ts'
import { addEvidence, assetOfContent, keepFile } from './records.ts'

type Outcome = OutputOf<typeof contract.evidence.recognise>
type Recognised = Outcome['pages'][number]

/** Reads every page of every file, keeps it, and puts it where its code says. What was put stays when the work is cancelled. */
export async function recognise(context: JobContext, files: readonly FileRef[]): Promise<Outcome> {
  const scanner = openScanner({ signal: context.signal, mostPages })
  const pages: Recognised[] = []
  const refused: { fileName: string; reason: string }[] = []
  let known = 0
  let done = 0
  try {
    for (const [at, file] of files.entries()) {
      // Files not opened yet count for a page each.
      const work = new FileWork(context, scanner, file, { before: done, after: files.length - at - 1 })
      try {
        await work.run()
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error
        refused.push({ fileName: file.name, reason: error.say(context.language) })
      }
      pages.push(...work.pages)
      known += work.known
      done += work.length
    }
  } finally {
    await scanner.close()
  }
  const placed = pages.filter((page) => page.place !== null).length
  return { pages, placed, tray: pages.length - placed, known, refused }
}

/** Pages before this file, and after it. */
type Around = { readonly before: number; readonly after: number }

/** One file on its way in: its pages one at a time, each written down before the next is looked at. */
class FileWork {
  readonly pages: Recognised[] = []
  known = 0
  /** Pages of the file; one while it is not open, or could not be opened. */
  length = 1
  private readonly context: JobContext
  private readonly scanner: Scanner
  private readonly file: FileRef
  private readonly around: Around

  constructor(context: JobContext, scanner: Scanner, file: FileRef, around: Around) {
    this.context = context
    this.scanner = scanner
    this.file = file
    this.around = around
  }

  async run(): Promise<void> {
    const { context, file, scanner } = this
    await this.tell(1)
    const kept = await readScan(context.files.path(file), file)
    const opened = await scanner.open(kept.bytes, kept.type).catch((error: unknown) => {
      throw asRefusal(error)
    })
    this.length = opened.pages
    const sha256 = createHash('sha256').update(kept.bytes).digest('hex')
    const there = await context.read((db) => pagesThere(db, sha256))
    for (let page = 1; page <= opened.pages; page += 1) {
      const filePage = kept.type === 'pdf' ? page : null
      const before = there.get(filePage)
      if (before?.isPlaced === true) {
        this.known += 1
        continue
      }
      await this.tell(page)
      const codes = await this.codesOn(page, kept)
      await this.put(kept, { filePage, codes, turns: opened.turns, evidenceId: before?.id ?? null })
    }
  }

  private tell(page: number): Promise<void> {
    const { before, after } = this.around
    const note = say(this.context.language, 'evidence.reading', { name: this.file.name, page, pages: this.length })
    return this.context.step({ done: before + page - 1, total: before + this.length + after, note })
  }

  /** Null where the page itself cannot be read: it is kept all the same, and the file's other pages go on. */
  private async codesOn(page: number, kept: Awaited<ReturnType<typeof readScan>>): Promise<readonly FoundCode[] | null> {
    try {
      return await this.scanner.codes(page)
    } catch (error) {
      if (!(error instanceof ScanFailure)) throw error
      await this.scanner.open(kept.bytes, kept.type).catch((again: unknown) => {
        throw asRefusal(again)
      })
      return null
    }
  }

  private async put(kept: FileToKeep, page: { filePage: number | null; codes: readonly FoundCode[] | null; turns: number; evidenceId: string | null }): Promise<void> {
    const { context, file } = this
    const { language } = context
    const { filePage, codes, evidenceId } = page
    const put = await context.write(async (db) => {
      const placing = codes === null ? { place: null, turns: null, reason: say(language, 'evidence.pageDamaged') } : await placingOf(db, codes, language)
      if (evidenceId !== null && placing.place === null) return null
      const where = {
        sheetId: placing.place?.sheetId ?? null,
        page: placing.place?.page ?? null,
        placedBy: placing.place === null ? null : ('code' as const),
        turns: placing.turns ?? page.turns,
        // In the tray the reason stays with it.
        note: placing.place === null ? placing.reason : null,
      }
      if (evidenceId !== null) {
        await db.change('evidence', evidenceId, where)
        return { placing, id: evidenceId }
      }
      const assetId = await keepFile(db, kept)
      const { id } = await addEvidence(db, { assetId, fileName: file.name, filePage, kind: 'sheet', addedAt: context.now(), ...where })
      return { placing, id }
    })
    if (put === null) this.known += 1
    else this.pages.push({ evidenceId: put.id, fileName: file.name, filePage, place: put.placing.place, reason: put.placing.reason })
  }
}

/** Pages of that content that are kept already; those in the tray may be looked at again. */
async function pagesThere(db: Reader, sha256: string): Promise<Map<number | null, { id: string; isPlaced: boolean }>> {
  const assetId = await assetOfContent(db, sha256)
  if (assetId === null) return new Map()
  const rows = await db.selectFrom('evidence').select(['id', 'filePage', 'sheetId', 'sessionId', 'checkId']).where('assetId', '=', assetId).where('removedAt', 'is', null).execute()
  return new Map(rows.map((row) => [row.filePage, { id: row.id, isPlaced: row.sheetId !== null || row.sessionId !== null || row.checkId !== null }]))
}
