import { groupedCode } from '../../../shared/domain/numbering.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { computerCode } from './computer.ts'

type Series = EntityTables['series']
type Block = EntityTables['numberBlocks']

/** What a column of whole numbers holds in PostgreSQL. */
export const HIGHEST = 2_147_483_647

export interface Asked {
  readonly series: Pick<Series, 'id' | 'name' | 'paperKind' | 'owner'>
  readonly year: number
  readonly count: number
  /** `about.device` of this computer. */
  readonly device: string
}

/**
 * Gives the next correlatives and notes them as given, in the transaction of `db`: those of this computer's reserved blocks in
 * order, then, where it owns the series, those beyond the last one and beyond every block. Throws `refused` where not enough are left.
 */
export async function takeNumbers(db: Writer, asked: Asked): Promise<number[]> {
  const { series, year } = asked
  const numbers = await refuseTooFew(db, asked)
  const last = Math.max(0, ...numbers)
  if (last > (await lastGiven(db, series.id, year))) await setLastGiven(db, { seriesId: series.id, year, last })
  return numbers
}

/** Gives the correlatives that `takeNumbers` would give now. Throws `refused` where not enough are left. */
export async function refuseTooFew(db: Reader, asked: Asked): Promise<number[]> {
  const numbers = await nextNumbers(db, asked)
  return numbers.length < asked.count ? refuseShort(asked, numbers.length) : numbers
}

function refuseShort({ series, year, count }: Asked, left: number): never {
  const owner = groupedCode(series.owner ?? '')
  return left === 0 ? refuse('numbering.noneLeft', { series: series.name, year: String(year), owner }) : refuse('numbering.tooFewLeft', { series: series.name, year: String(year), owner, n: left, wanted: count })
}

/** The correlatives that `takeNumbers` would give now; fewer than asked where no more are left. */
export async function nextNumbers(db: Reader, { series, year, count, device }: Asked): Promise<number[]> {
  const blocks = await blocksOf(db, series.id, year)
  const last = await lastGiven(db, series.id, year)
  const numbers: number[] = []
  for (const block of blocks.filter((one) => isUsable(one, device))) {
    if (numbers.length >= count) return numbers
    push(numbers, await firstFree(db, series, block, last), block.last, count)
  }
  if (ownsSeries(series, device)) {
    push(numbers, await beyondAll(db, { series, year }), HIGHEST, count)
  }
  return numbers
}

/** The first number that was neither given nor set aside. */
export async function beyondAll(db: Reader, { series, year }: Pick<Asked, 'year'> & { readonly series: Pick<Series, 'id' | 'paperKind'> }): Promise<number> {
  const blocks = await blocksOf(db, series.id, year)
  return Math.max(await lastGiven(db, series.id, year), ...blocks.map((block) => block.last), await lastOnPaper(db, series, { year, from: 1, to: HIGHEST })) + 1
}

function push(numbers: number[], first: number, last: number, count: number): void {
  for (let number = first; number <= last && numbers.length < count; number++) numbers.push(number)
}

/** How many numbers this computer may still give in that year; null where there is no end. */
export async function numbersLeft(db: Reader, { series, year, device }: Omit<Asked, 'count'>): Promise<number | null> {
  if (ownsSeries(series, device)) return null
  const last = await lastGiven(db, series.id, year)
  let left = 0
  for (const block of await blocksOf(db, series.id, year)) if (isUsable(block, device)) left += Math.max(0, block.last - (await firstFree(db, series, block, last)) + 1)
  return left
}

/** The first number of a block held here that was not given: the papers tell, and the counter where it stands in the block. */
export async function firstFree(db: Reader, series: Pick<Series, 'id' | 'paperKind'>, block: Block, lastCounted: number): Promise<number> {
  const counted = lastCounted >= block.first && lastCounted <= block.last ? lastCounted : block.first - 1
  return Math.max(counted, await lastOnPaper(db, series, { year: block.year, from: block.first, to: block.last })) + 1
}

/** Whether this computer numbers beyond the blocks: the series was never shared out, or it was by this one. */
export function ownsSeries(series: Pick<Series, 'owner'>, device: string): boolean {
  return series.owner === null || series.owner === computerCode(device)
}

function isUsable(block: Block, device: string): boolean {
  return block.returnedAt === null && block.holder === computerCode(device)
}

/** Blocks of a series in a year, returned ones too: their numbers are not given again. */
export async function blocksOf(db: Reader, seriesId: string, year: number): Promise<Block[]> {
  return db.selectFrom('numberBlocks').selectAll().where('seriesId', '=', seriesId).where('year', '=', year).where('removedAt', 'is', null).orderBy('first').orderBy('id').execute()
}

/** The highest correlative of that stretch that stands on a paper; 0 where none does. */
export async function lastOnPaper(db: Reader, { id, paperKind }: Pick<Series, 'id' | 'paperKind'>, { year, from, to }: { readonly year: number; readonly from: number; readonly to: number }): Promise<number> {
  const table = paperKind === 'acta' ? 'actas' : 'certificates'
  const row = await db
    .selectFrom(table as 'certificates')
    .select('correlative')
    .where('seriesId', '=', id)
    .where('year', '=', year)
    .where('correlative', '>=', from)
    .where('correlative', '<=', to)
    .orderBy('correlative', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.correlative ?? 0
}

/** The last number given in a series in a year; 0 before the first. */
export async function lastGiven(db: Reader, seriesId: string, year: number): Promise<number> {
  const counter = await db.selectFrom('seriesCounters').select('last').where('seriesId', '=', seriesId).where('year', '=', year).executeTakeFirst()
  return counter?.last ?? 0
}

/** Notes the last number given. Whoever calls has made sure that it does not go back. */
export async function setLastGiven(db: Writer, { seriesId, year, last }: { readonly seriesId: string; readonly year: number; readonly last: number }): Promise<void> {
  const counter = await db.selectFrom('seriesCounters').select('id').where('seriesId', '=', seriesId).where('year', '=', year).executeTakeFirst()
  if (counter === undefined) await db.add('seriesCounters', [{ seriesId, year, last }])
  else await db.change('seriesCounters', counter.id, { last })
}
