import { byText } from '../../../shared/domain/order.ts'
import type { EntityTables } from '../../db/schema.ts'
import { factsOf } from '../counting/facts.ts'
import type { Facts } from '../counting/model.ts'
import type { FiguresContext } from './figures.ts'
import { damagedAmong, refuseDamaged } from './frozen.ts'
import type { Indicator, Period } from './records.ts'
import { everyIndicator, periodSeen } from './records.ts'
import { isPercent } from './typed.ts'

export type Actual = Omit<EntityTables['actuals'], 'removedAt'>

/** What a closed period said, without the long text that proves it. */
export interface FrozenHead {
  readonly id: string
  readonly value: number | null
}

/** The same, and whether it is another than was closed. */
interface FrozenSeen extends FrozenHead {
  readonly isDamaged: boolean
}

/** Everything that figures need of what was written down, gathered once a call. */
export interface Book {
  readonly context: FiguresContext
  readonly facts: Facts
  readonly indicators: ReadonlyMap<string, Indicator>
  /** By frame, the earliest first. */
  readonly periods: ReadonlyMap<string, readonly Period[]>
  /** By indicator. */
  readonly actuals: ReadonlyMap<string, readonly Actual[]>
  /** By `frozenKey`. */
  readonly frozen: ReadonlyMap<string, FrozenSeen>
  /** What was counted already in this call. */
  readonly counted: Map<string, number | null>
}

/** Days from and until, both counted in; null: without end. */
export interface Span {
  readonly from: string | null
  readonly until: string | null
}

export const frozenKey = (periodId: string, indicatorId: string): string => `${periodId} ${indicatorId}`

export async function bookOf(context: FiguresContext): Promise<Book> {
  const { db } = context
  const indicators = await everyIndicator(db)
  const periods = await db.selectFrom('periods').selectAll().where('removedAt', 'is', null).orderBy('startsOn').orderBy('id').execute()
  const actuals = await db.selectFrom('actuals').selectAll().where('removedAt', 'is', null).orderBy('id').execute()
  const frozen = await db.selectFrom('frozenFigures').select(['id', 'periodId', 'indicatorId', 'value', 'frozenHash']).where('removedAt', 'is', null).orderBy('id').execute()
  const damaged = await damagedAmong(db, context.about, frozen)
  const byFrame = Map.groupBy(periods, (period) => period.frameId)
  return {
    context,
    facts: await factsOf(context),
    indicators,
    periods: new Map([...byFrame].map(([frameId, own]) => [frameId, own.map(periodSeen)])),
    // Those without a day first, on both engines.
    actuals: Map.groupBy(actuals.toSorted((one, other) => byText(one.on ?? '', other.on ?? '')), (actual) => actual.indicatorId),
    frozen: new Map(frozen.map(({ periodId, indicatorId, id, value }) => [frozenKey(periodId, indicatorId), { id, value, isDamaged: damaged.has(id) }])),
    counted: new Map(),
  }
}

/** What was frozen of an indicator in a period; null where it is open, or the indicator came later. Throws `refused` where it is not what was closed. */
export function frozenIn(book: Book, indicator: Indicator, period: Period): FrozenHead | null {
  const head = period.closedAt === null ? undefined : book.frozen.get(frozenKey(period.id, indicator.id))
  if (head?.isDamaged === true) refuseDamaged(indicator, period.name)
  return head ?? null
}

/** Whether figures of periods add up to that of all of them: each thing counts in one period only. */
export function addsUp(indicator: Indicator): boolean {
  if (indicator.counts === 'people' || indicator.counts === 'organisations') return indicator.once === 'ever'
  return indicator.counts !== 'sum' && indicator.counts !== 'share' && !(indicator.counts === 'manual' && isPercent(indicator))
}

/** From the first day of the first period to the last day of the last; without end where a frame has none. */
export function spanOf(periods: readonly Period[]): Span {
  return { from: periods[0]?.startsOn ?? null, until: periods.reduce<string | null>((last, { endsOn }) => (last === null || endsOn > last ? endsOn : last), null) }
}

/** Typed figures of the periods that lie whole in those days. */
export function typedIn(book: Book, indicator: Indicator, { from, until }: Span): readonly Actual[] {
  const periods = (book.periods.get(indicator.frameId) ?? []).filter((period) => (from === null || period.startsOn >= from) && (until === null || period.endsOn <= until))
  const rows = book.actuals.get(indicator.id) ?? []
  const typed = periods.map((period) => rows.filter((row) => row.periodId === period.id)).filter((own) => own.length > 0)
  // Percents do not add up: the latest period says how it stands.
  return isPercent(indicator) ? (typed.at(-1) ?? []) : typed.flat()
}
