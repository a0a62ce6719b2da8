import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { QueryContext } from '../../core/context.ts'
import type { BehindRef } from '../counting/model.ts'
import { live } from '../live.ts'
import type { Over } from './answers.ts'
import { answeredValue, askedIn, daysOf, piecesOf } from './answers.ts'
import type { Book } from './book.ts'
import { addsUp, bookOf, frozenIn } from './book.ts'
import { described } from './described.ts'
import type { BehindRow } from './frozen.ts'
import { frozenBehind, frozenSplits } from './frozen.ts'
import { liveBehind, liveSplit, liveValue, partsAmong, summed } from './live.ts'
import type { Indicator, Period } from './records.ts'
import { indicatorsOf } from './records.ts'
import type { Split } from './split.ts'
import { addedSplits, sharedSplits } from './split.ts'

/** What figures are worked out from; a job makes one behind its reading door. */
export type FiguresContext = Pick<QueryContext, 'db' | 'about' | 'language' | 'today'>

/** One period, some days, or all null: the whole frame, over all its periods. */
export interface FigureAsked {
  readonly indicatorId: string
  readonly periodId: string | null
  readonly from: string | null
  readonly until: string | null
}

/** One category of one dimension; '' is what is not known. */
export interface CategoryOf {
  readonly dimension: string
  readonly category: string
}

export type FrameFigures = OutputOf<typeof contract.indicators.figures>
export type FigureSplit = OutputOf<typeof contract.indicators.breakdown>
export type Behind = OutputOf<typeof contract.indicators.behind>
type Figure = FrameFigures['rows'][number]['figures'][number]

/** Every indicator of a frame in every period, then over all of them. Throws `missing`. */
export async function frameFigures(context: FiguresContext, frameId: string): Promise<FrameFigures> {
  await live(context.db, 'frames', frameId, 'indicators.frameMissing')
  const book = await bookOf(context)
  const periods = book.periods.get(frameId) ?? []
  const own = await indicatorsOf(context.db, frameId)
  const targets = await targetsOf(context, frameId)
  const rows = own.map((indicator) => {
    const targetIn = (periodId: string | null): number | null => targets.find((one) => one.indicatorId === indicator.id && one.periodId === periodId)?.value ?? null
    const figures = periods.map((period): Figure => {
      const actual = answeredValue(book, indicator, { kind: 'period', period })
      return { target: targetIn(period.id), actual, adjustment: adjustmentIn(book, indicator, period), percent: percentOf(actual, targetIn(period.id)) }
    })
    return { indicatorId: indicator.id, figures: [...figures, wholeFigure(book, indicator, periods, figures, targetIn(null))] }
  })
  return { periods: [...periods], rows }
}

/** One figure; a closed period is answered from what was frozen. Null: nothing typed yet, or a share over nothing. Throws `missing`. */
export async function figureOf(context: FiguresContext, asked: FigureAsked): Promise<number | null> {
  const book = await bookOf(context)
  const { indicator, over } = askedIn(book, asked)
  return answeredValue(book, indicator, over)
}

/** One figure split by dimensions, frozen where closed. Throws `missing`. */
export async function splitOf(context: FiguresContext, asked: FigureAsked, dimensions: readonly string[]): Promise<FigureSplit> {
  const book = await bookOf(context)
  const { indicator, over } = askedIn(book, asked)
  const breakdowns = await answeredSplits(book, indicator, over, [...new Set(dimensions)])
  return { value: answeredValue(book, indicator, over), isFrozen: isFrozen(book, indicator, over), breakdowns }
}

/** The list behind a figure or one category of it (`of` null: all), frozen where closed; without a window, all of it. Throws `missing`. */
export async function behindOf(context: FiguresContext, asked: FigureAsked, of: CategoryOf | null, window?: { readonly offset: number; readonly limit: number }): Promise<Behind> {
  const book = await bookOf(context)
  const { indicator, over } = askedIn(book, asked)
  const lists = await behindLists(book, indicator, over, of)
  const total = lists.reduce((sum, list) => sum + list.rows.length, 0)
  const rows = await rowsOf(context, windowed(lists, window ?? { offset: 0, limit: total }))
  return { rows, total, value: answeredValue(book, indicator, over), isFrozen: isFrozen(book, indicator, over) }
}

/** What stands behind: as it was frozen, or still to be described. */
export type BehindList = { readonly kind: 'frozen'; readonly rows: readonly BehindRow[] } | { readonly kind: 'live'; readonly rows: readonly BehindRef[] }

/** The lists behind a figure, one for each piece of it. */
export async function behindLists(book: Book, indicator: Indicator, over: Over, of: CategoryOf | null, path: readonly string[] = []): Promise<BehindList[]> {
  const way = [...path, indicator.id]
  const lists: BehindList[] = []
  for (const piece of piecesOf(book, indicator, over)) {
    if (piece.kind === 'frozen') lists.push({ kind: 'frozen', rows: await frozenBehind(book.context.db, piece.head.id, of) })
    else if (piece.kind === 'live') lists.push({ kind: 'live', rows: liveBehind(book, indicator, piece.span, of) })
    else for (const part of partsAmong(book, indicator.parts, way)) lists.push(...(await behindLists(book, part, over, of, way)))
  }
  return lists
}

async function answeredSplits(book: Book, indicator: Indicator, over: Over, dimensions: readonly string[], path: readonly string[] = []): Promise<Split[]> {
  const way = [...path, indicator.id]
  const splits: Split[][] = []
  for (const piece of piecesOf(book, indicator, over)) {
    if (piece.kind === 'frozen') splits.push(await frozenSplits(book, piece.head, dimensions))
    else if (piece.kind === 'live') splits.push(liveSplit(book, indicator, piece.span, dimensions))
    else {
      const added = async (ids: readonly string[]): Promise<Split[]> => {
        const parts: Split[][] = []
        for (const part of partsAmong(book, ids, way)) parts.push(await answeredSplits(book, part, over, dimensions, way))
        return addedSplits(book, parts, dimensions)
      }
      splits.push(indicator.counts === 'share' ? sharedSplits(await added(indicator.parts), await added(indicator.over)) : await added(indicator.parts))
    }
  }
  return splits.length === 1 ? (splits[0] ?? []) : addedSplits(book, splits, dimensions)
}

function isFrozen(book: Book, indicator: Indicator, over: Over): boolean {
  const pieces = piecesOf(book, indicator, over)
  return pieces.length > 0 && pieces.every((piece) => piece.kind === 'frozen')
}

function windowed(lists: readonly BehindList[], { offset, limit }: { readonly offset: number; readonly limit: number }): BehindList[] {
  let start = offset
  let left = limit
  return lists.map((list) => {
    const rows = list.rows.slice(start, start + left)
    start = Math.max(0, start - list.rows.length)
    left -= rows.length
    return { kind: list.kind, rows } as BehindList
  })
}

async function rowsOf({ db, language }: FiguresContext, lists: readonly BehindList[]): Promise<BehindRow[]> {
  const rows: BehindRow[] = []
  for (const list of lists) for (const row of list.kind === 'frozen' ? list.rows : await described(db, list.rows, language)) rows.push(row)
  return rows
}

/** Live minus frozen; null where nothing was frozen. */
function adjustmentIn(book: Book, indicator: Indicator, period: Period): number | null {
  const head = frozenIn(book, indicator, period)
  return head === null ? null : (liveValue(book, indicator, daysOf(period)) ?? 0) - (head.value ?? 0)
}

function wholeFigure(book: Book, indicator: Indicator, periods: readonly Period[], figures: readonly Figure[], ownTarget: number | null): Figure {
  const actual = answeredValue(book, indicator, { kind: 'frame', periods })
  const isSum = addsUp(indicator) || indicator.counts === 'sum'
  const target = ownTarget ?? (isSum ? summed(figures.map((figure) => figure.target)) : null)
  return { target, actual, adjustment: isSum ? summed(figures.map((figure) => figure.adjustment)) : null, percent: percentOf(actual, target) }
}

function percentOf(actual: number | null, target: number | null): number | null {
  return actual === null || target === null || target === 0 ? null : (actual / target) * 100
}

async function targetsOf({ db }: FiguresContext, frameId: string) {
  return db
    .selectFrom('targets')
    .innerJoin('indicators', 'indicators.id', 'targets.indicatorId')
    .select(['targets.indicatorId', 'targets.periodId', 'targets.value'])
    .where('indicators.frameId', '=', frameId)
    .where('targets.dimension', 'is', null)
    .where('targets.removedAt', 'is', null)
    .orderBy('targets.id')
    .execute()
}
