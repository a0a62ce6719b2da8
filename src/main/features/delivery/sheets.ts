import { randomInt } from 'node:crypto'
import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { maskDocument } from '../../../shared/domain/documents.ts'
import { handoverPageText } from '../../../shared/domain/handover-code.ts'
import { byText } from '../../../shared/domain/order.ts'
import { sheetLetters } from '../../../shared/domain/sheet-code.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { limaDay } from '../../core/day.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { drawHandoverSheets } from '../../documents/drawing-batch.ts'
import type { HandoverSheet } from '../../documents/handover-sheet-model.ts'
import { handoverRowsPerPage } from '../../documents/handover-sheet-model.ts'
import { pagesOf } from '../../documents/sign-sheet-model.ts'
import { headerOf } from '../reports/written.ts'
import { papersNow } from './force.ts'
import type { SheetPaper, SheetRecord } from './sheet-records.ts'
import { papersOfSheet, readHandoverSheet } from './sheet-records.ts'

type PrintInput = ParsedInputOf<typeof contract.delivery.printSheets>

/** As many rows as a sheet may have: two hundred and fifty pages. */
const mostRows = 5000

/**
 * Writes down the sheets of these papers and draws them: those in force that nobody has yet. The same papers for the same
 * organisation as before are the sheet as before, with its code. Throws `refused` when none is left to hand over.
 */
export async function printHandoverSheets(context: JobContext, input: PrintInput): Promise<OutputOf<typeof contract.delivery.printSheets>> {
  const { language, now } = context
  const planned = await context.write(async (db) => {
    const groups = grouped(await papersToHand(db, input.certificateIds), input.by)
    const sheetIds: string[] = []
    let hasNew = false
    for (const group of groups) {
      const { id, isNew } = await sheetFor(db, group, { language, now: now(), by: input.by })
      hasNew ||= isNew
      sheetIds.push(id)
    }
    return { sheetIds, act: hasNew ? db.act : null }
  })
  return { ...planned, file: await drawn(context, planned.sheetIds) }
}

/** Draws these sheets as one file, from what was frozen. */
export async function drawn(context: JobContext, sheetIds: readonly string[]): Promise<FileRef> {
  const { read, files, language, step, signal } = context
  const records = await read(async (db) => {
    const found: SheetRecord[] = []
    for (const id of sheetIds) found.push(await readHandoverSheet(db, id))
    return found
  })
  const day = limaDay(new Date(records[0]?.printedAt ?? context.now()))
  const sheets: HandoverSheet[] = []
  for (const record of records) sheets.push(asPaper(record, await read((db) => papersOfSheet(db, record.certificateIds)), language))
  const title = say(language, 'delivery.sheetTitle')
  const header = await read((db) => headerOf(db, day, null))
  const pieces = (async function* () {
    let done = 0
    for await (const piece of drawHandoverSheets({ language, title, header, sheets }, { signal, onProgress: (count) => (done = count) })) {
      await step({ done, total: sheets.length, note: '' })
      yield piece
    }
  })()
  const [only] = records
  return files.write(`${title} ${day}${records.length === 1 && only !== undefined ? ` ${only.code} - ${only.title}` : ''}.pdf`, pieces)
}

function asPaper({ title, code, pages, printedAt }: SheetRecord, papers: readonly SheetPaper[], language: Language): HandoverSheet {
  const titles = [...new Set(papers.map((paper) => paper.title))]
  const shown = titles.slice(0, 2).join(' · ')
  return {
    heading: title,
    context: titles.length > 2 ? say(language, 'delivery.andOthers', { shown, n: titles.length - 2 }) : shown,
    facts: [
      [
        { label: say(language, 'delivery.papers'), value: String(papers.length), share: 0.6 },
        { label: say(language, 'delivery.numbers'), value: [...new Set([papers.at(0)?.number ?? '', papers.at(-1)?.number ?? ''])].join(' … '), share: 2 },
        { label: say(language, 'delivery.printedOn'), value: formatDate(limaDay(new Date(printedAt))), share: 1 },
      ],
      [{ label: say(language, 'delivery.declaration'), value: say(language, 'delivery.declarationText'), share: 1 }],
    ],
    rows: papers.map((paper) => ({ number: paper.number, name: paper.personName, document: maskDocument(paper.documentNumber ?? '').replaceAll('*', '•') })),
    code,
    pageCodes: Array.from({ length: pages }, (_, at) => handoverPageText(code, at + 1, pages)),
  }
}

interface ToHand {
  readonly id: string
  readonly sortKey: string
  readonly cohortId: string
  readonly organisationId: string | null
  readonly organisationName: string | null
}

/** Papers in force that nobody has, by surname. */
async function papersToHand(db: Reader, ids: readonly string[]): Promise<ToHand[]> {
  const wanted = (await papersNow(db, ids)).filter((paper) => paper.inForce && !paper.isHanded).map((paper) => paper.id)
  if (wanted.length === 0) refuse('delivery.nothingToHand')
  const found: ToHand[] = []
  for (const chunk of inChunks(wanted, 1)) {
    const rows = await db
      .selectFrom('certificates')
      .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
      .leftJoin('posts', 'posts.id', 'enrolments.postId')
      .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['certificates.id', 'certificates.sortKey', 'certificates.cohortId', 'organisations.id as organisationId', 'organisations.name as organisationName'])
      .where('certificates.id', 'in', chunk)
      .execute()
    found.push(...rows)
  }
  return found.toSorted((one, other) => byText(one.sortKey, other.sortKey) || byText(one.id, other.id))
}

/** The papers of each sheet, organisations in the order of their names, who came from none last. */
function grouped(papers: readonly ToHand[], by: PrintInput['by']): ToHand[][] {
  const groups = by === 'one' ? [[...papers]] : [...Map.groupBy(papers, (paper) => paper.organisationId).values()]
  const named = (group: readonly ToHand[]): string => group[0]?.organisationName ?? '\uFFFF'
  return groups
    .toSorted((one, other) => named(one).localeCompare(named(other), 'es'))
    .flatMap((group) => Array.from({ length: Math.ceil(group.length / mostRows) }, (_, at) => group.slice(at * mostRows, (at + 1) * mostRows)))
}

async function sheetFor(db: Writer, papers: readonly ToHand[], { language, now, by }: { readonly language: Language; readonly now: string; readonly by: PrintInput['by'] }): Promise<{ id: string; isNew: boolean }> {
  const rows = JSON.stringify(papers.map((paper) => paper.id))
  const known = await db.selectFrom('handoverSheets').select('id').where('rows', '=', rows).where('removedAt', 'is', null).executeTakeFirst()
  if (known !== undefined) return { id: known.id, isNew: false }
  const [first] = papers
  const ofOrganisation = by === 'organisation' ? (first?.organisationId ?? null) : null
  const cohorts = new Set(papers.map((paper) => paper.cohortId))
  const title = by === 'one' ? say(language, 'delivery.forAll') : (first?.organisationName ?? say(language, 'delivery.withoutOrganisation'))
  const record = { code: await freeCode(db), title: title.slice(0, 250), organisationId: ofOrganisation, cohortId: cohorts.size === 1 ? (first?.cohortId ?? null) : null, rows, pages: pagesOf(papers.length, handoverRowsPerPage), printedAt: now, scans: '[]' }
  const [id = ''] = await db.add('handoverSheets', [record])
  return { id, isNew: true }
}

/** Six letters that no sheet ever had, removed ones included: their paper may still be somewhere. */
async function freeCode(db: Reader): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 6 }, () => sheetLetters.charAt(randomInt(sheetLetters.length))).join('')
    const taken = await db.selectFrom('handoverSheets').select('id').where('code', '=', code).executeTakeFirst()
    if (taken === undefined) return code
  }
}
