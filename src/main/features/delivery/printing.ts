import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { keepPapers } from '../certificates/kept.ts'
import { drawPaper, inOrder } from '../certificates/paper.ts'
import { live } from '../live.ts'
import { refuseOutOfForce } from './force.ts'
import { pagesOfPapers } from './pages.ts'

type PrintInput = ParsedInputOf<typeof contract.delivery.print>
type Ranges = ParsedInputOf<typeof contract.delivery.outcome>['ranges']

/**
 * Draws the pile as one file, then notes that it went to the printer: a drawing that was stopped prints nothing.
 * Throws `refused` for papers that count no more, and for a reprint without a reason.
 */
export async function printPile(context: JobContext, { certificateIds, order, reason }: PrintInput): Promise<OutputOf<typeof contract.delivery.print>> {
  const { read, write, who, now } = context
  const ids = [...new Set(certificateIds)]
  const before = await read(async (db) => {
    await refuseOutOfForce(db, ids)
    return printedBefore(db, ids)
  })
  if (before > 0 && reason === null) refuse('delivery.reprintWhy', { n: before })
  await keepPapers(context, ids)
  const file = await drawPaper(context, { ids, as: 'one', order })
  const { pile, pages } = await read(async (db) => ({ pile: await inOrder(db, ids, order), pages: await pagesOfPapers(db, ids) }))
  const run = await write(async (db) => {
    await refuseOutOfForce(db, ids)
    const [runId = ''] = await db.add('printRuns', [{ kind: before > 0 ? 'reprint' : 'first', reason, printedAt: now(), who }])
    await db.add('prints', pile.map(({ id }, at) => ({ runId, certificateId: id, position: at + 1, pages: pages.get(id) ?? 1, outcome: 'asked' as const })))
    return { runId, act: db.act }
  })
  return { ...run, file, sheets: pile.reduce((sum, { id }) => sum + (pages.get(id) ?? 1), 0) }
}

/** How many of these papers went to a printer before. */
async function printedBefore(db: Reader, ids: readonly string[]): Promise<number> {
  let found = 0
  for (const chunk of inChunks(ids, 1)) found += (await db.selectFrom('prints').select('certificateId').distinct().where('certificateId', 'in', chunk).where('removedAt', 'is', null).execute()).length
  return found
}

/** The batches, the latest first; and how many sheets were lost in all. */
export async function printRuns(db: Reader, window: { readonly offset: number; readonly limit: number }): Promise<OutputOf<typeof contract.delivery.runs>> {
  const { total } = await db.selectFrom('printRuns').select(rowCount().as('total')).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  const runs = await db
    .selectFrom('printRuns')
    .select(['id', 'kind', 'reason', 'printedAt', 'who'])
    .where('removedAt', 'is', null)
    .orderBy('printedAt', 'desc')
    .orderBy('id', 'desc')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  const lost = await db.selectFrom('prints').select(['runId', (test) => test.fn.sum<number | string>('pages').as('pages')]).where('outcome', '=', 'damaged').where('removedAt', 'is', null).groupBy('runId').execute()
  const lines = await linesOf(db, runs.map((run) => run.id))
  return {
    total,
    damagedSheets: lost.reduce((sum, { pages }) => sum + Number(pages), 0),
    rows: runs.map((run) => {
      const mine = lines.filter((line) => line.runId === run.id)
      const damaged = Number(lost.find((one) => one.runId === run.id)?.pages ?? 0)
      return { ...run, certificates: mine.length, asked: mine.filter((line) => line.outcome === 'asked').length, damaged, first: mine.at(0)?.number ?? '', last: mine.at(-1)?.number ?? '' }
    }),
  }
}

/** One batch, paper by paper as the pile lies. Throws `missing`. */
export async function printRun(db: Reader, runId: string): Promise<OutputOf<typeof contract.delivery.run>> {
  const { removedAt: _, ...run } = await live(db, 'printRuns', runId, 'delivery.runMissing')
  const lines = await linesOf(db, [runId])
  return { ...run, lines: lines.map(({ certificateId, position, number, personName, outcome }) => ({ certificateId, position, number, personName, outcome })) }
}

function linesOf(db: Reader, runIds: readonly string[]) {
  if (runIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('prints')
    .innerJoin('certificates', 'certificates.id', 'prints.certificateId')
    .select(['prints.runId', 'prints.certificateId', 'prints.position', 'prints.outcome', 'certificates.number', 'certificates.personName'])
    .where('prints.runId', 'in', runIds)
    .where('prints.removedAt', 'is', null)
    .orderBy('prints.runId')
    .orderBy('prints.position')
    .execute()
}

/** Writes how the papers of these positions came out. Throws `missing`, or `refused` for positions that the pile lacks or that are told twice. */
export async function tellOutcome(db: Writer, runId: string, ranges: Ranges): Promise<void> {
  await live(db, 'printRuns', runId, 'delivery.runMissing')
  const lines = await db.selectFrom('prints').select(['id', 'position']).where('runId', '=', runId).where('removedAt', 'is', null).orderBy('position').execute()
  const idAt = new Map(lines.map((line) => [line.position, line.id]))
  const told = new Set<number>()
  const patches: { id: string; patch: { outcome: 'well' | 'damaged' } }[] = []
  for (const { from, to, outcome } of ranges) {
    if (from > to) refuse('delivery.rangeBackwards', { from, to })
    if (to > lines.length) refuse('delivery.rangeBeyond', { to, n: lines.length })
    for (let position = from; position <= to; position += 1) {
      if (told.has(position)) refuse('delivery.rangeTwice', { position })
      told.add(position)
      const id = idAt.get(position)
      if (id !== undefined) patches.push({ id, patch: { outcome } })
    }
  }
  await db.changeMany('prints', patches)
}
