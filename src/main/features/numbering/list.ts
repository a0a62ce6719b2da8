import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { entityOf } from '../entity/records.ts'
import { computerCode } from './computer.ts'
import { numberIn } from './series.ts'
import { nextNumbers, numbersLeft, ownsSeries } from './take.ts'

type Seen = OutputOf<typeof contract.numbering.list>[number]
type Series = EntityTables['series']

/** Every series with what comes next, what was given each year and what was set aside for whom. */
export async function seriesSeen(db: Reader, { today, device }: { readonly today: string; readonly device: string }): Promise<Seen[]> {
  const entity = await entityOf(db)
  const year = Number(today.slice(0, 4))
  const all = await db.selectFrom('series').selectAll().where('removedAt', 'is', null).orderBy('paperKind').orderBy('name').orderBy('id').execute()
  const counters = await db.selectFrom('seriesCounters').selectAll().orderBy('year', 'desc').execute()
  const seen: Seen[] = []
  for (const { removedAt: _, ...series } of all) {
    const [next] = await nextNumbers(db, { series, year, count: 1, device })
    const left = await numbersLeft(db, { series, year, device })
    seen.push({
      ...series,
      counters: counters.filter((counter) => counter.seriesId === series.id).map((counter) => ({ year: counter.year, last: counter.last })),
      isOurs: ownsSeries(series, device) || (left ?? 0) > 0,
      left,
      nextNumber: next === undefined ? '' : numberIn(series, entity, year, next),
      blocks: await blocksSeen(db, series, device),
    })
  }
  return seen
}

async function blocksSeen(db: Reader, series: Pick<Series, 'id' | 'paperKind'>, device: string): Promise<Seen['blocks']> {
  const rows = await db.selectFrom('numberBlocks').selectAll().where('seriesId', '=', series.id).where('removedAt', 'is', null).orderBy('year', 'desc').orderBy('first').execute()
  const seen: Seen['blocks'] = []
  for (const { removedAt: _, seriesId: __, ...block } of rows) seen.push({ ...block, isHere: block.holder === computerCode(device), given: (await numbersOnPaper(db, series, block)).length })
  return seen
}

/** The correlatives of a stretch that stand on papers, each once, in ascending order. */
export async function numbersOnPaper(db: Reader, { id, paperKind }: Pick<Series, 'id' | 'paperKind'>, within: { readonly year: number; readonly first?: number; readonly last?: number }): Promise<number[]> {
  const rows = await db
    .selectFrom((paperKind === 'acta' ? 'actas' : 'certificates') as 'certificates')
    .select('correlative')
    .distinct()
    .where('seriesId', '=', id)
    .where('year', '=', within.year)
    .$if(within.first !== undefined, (query) => query.where('correlative', '>=', within.first ?? 0))
    .$if(within.last !== undefined, (query) => query.where('correlative', '<=', within.last ?? 0))
    .orderBy('correlative')
    .execute()
  return rows.map((row) => row.correlative)
}
