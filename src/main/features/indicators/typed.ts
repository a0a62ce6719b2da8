import type { contract } from '../../../shared/contract/index.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { live } from '../live.ts'
import { calledBy } from './parts.ts'
import type { Indicator } from './records.ts'
import { indicatorOf } from './records.ts'

type Saved = OutputOf<typeof contract.indicators.setTarget>

/** Sets, changes or erases a target. Throws `refused` for an indicator without a unit, and in a closed period. */
export async function setTarget(db: Writer, { indicatorId, fields: { value, ...of } }: ParsedInputOf<typeof contract.indicators.setTarget>): Promise<Saved> {
  const indicator = await indicatorOf(db, indicatorId)
  checkCategory(of)
  if (of.periodId !== null) await openPeriod(db, of.periodId, indicator)
  let ask = db.selectFrom('targets').select('id').where('indicatorId', '=', indicatorId).where('removedAt', 'is', null)
  for (const column of ['periodId', 'dimension', 'category'] as const) {
    const said = of[column]
    ask = said === null ? ask.where(column, 'is', null) : ask.where(column, '=', said)
  }
  const there = await ask.orderBy('id').executeTakeFirst()
  if (value === null) {
    if (there === undefined) return { id: indicatorId, act: db.act }
    await db.remove('targets', there.id)
    return { id: there.id, act: db.act }
  }
  if (indicator.unit === null) refuse('indicators.noUnit', { indicator: calledBy(indicator) })
  if (there !== undefined) {
    await db.change('targets', there.id, { value })
    return { id: there.id, act: db.act }
  }
  const [id = ''] = await db.add('targets', [{ ...of, indicatorId, value }])
  return { id, act: db.act }
}

/** Adds a typed figure, or changes one. Several of one period add up. Throws `refused` in a closed period, and where the categories would say more than the whole. */
export async function saveActual(db: Writer, { indicatorId, id, fields }: ParsedInputOf<typeof contract.indicators.saveActual>): Promise<Saved> {
  const indicator = await indicatorOf(db, indicatorId)
  if (indicator.counts !== 'manual') refuse('indicators.notManual', { indicator: calledBy(indicator) })
  checkCategory(fields)
  await openPeriod(db, fields.periodId, indicator)
  if (id !== null) {
    const before = await live(db, 'actuals', id, 'indicators.actualMissing')
    if (before.indicatorId !== indicatorId) refuse('indicators.actualElsewhere')
    if (before.periodId !== fields.periodId) await openPeriod(db, before.periodId, indicator)
  }
  await checkSum(db, indicator, id, fields)
  if (id !== null) {
    await db.change('actuals', id, fields)
    return { id, act: db.act }
  }
  const [added = ''] = await db.add('actuals', [{ ...fields, indicatorId }])
  return { id: added, act: db.act }
}

export async function removeActual(db: Writer, id: string): Promise<Saved> {
  const actual = await live(db, 'actuals', id, 'indicators.actualMissing')
  await openPeriod(db, actual.periodId, await indicatorOf(db, actual.indicatorId))
  await db.remove('actuals', id)
  return { id, act: db.act }
}

function checkCategory({ dimension, category }: { readonly dimension: string | null; readonly category: string | null }): void {
  if ((dimension === null) !== (category === null)) refuse('indicators.halfCategory')
}

/** Throws `refused` unless the period is one of the indicator's frame and open. */
async function openPeriod(db: Reader, id: string, indicator: Indicator): Promise<void> {
  const period = await live(db, 'periods', id, 'indicators.periodMissing')
  if (period.frameId !== indicator.frameId) refuse('indicators.periodElsewhere')
  if (period.closedAt !== null) refuse('indicators.periodClosed', { period: period.name })
}

type Typed = Pick<ParsedInputOf<typeof contract.indicators.saveActual>['fields'], 'periodId' | 'dimension' | 'category' | 'value'>

/** A breakdown adds up to its total, or to less: the rest is not known. Percents add up to nothing. */
async function checkSum(db: Reader, indicator: Indicator, id: string | null, fields: Typed): Promise<void> {
  if (isPercent(indicator)) return
  const rows: Typed[] = await db.selectFrom('actuals').select(['periodId', 'dimension', 'category', 'value']).where('indicatorId', '=', indicator.id).where('periodId', '=', fields.periodId).where('id', '<>', id ?? '').where('removedAt', 'is', null).execute()
  const all = [...rows, fields]
  const whole = all.filter((one) => one.dimension === null)
  if (whole.length === 0) return
  const total = sumOf(whole)
  for (const dimension of new Set(all.flatMap((one) => one.dimension ?? []))) {
    const sum = sumOf(all.filter((one) => one.dimension === dimension))
    // Hundredths of hours do not add up exactly in binary.
    if (sum > total + 1e-6) refuse('indicators.categoriesOverTotal', { sum: amount(sum), total: amount(total) })
  }
}

/** Whether figures of an indicator are parts of a hundred, which do not add up over periods. */
export function isPercent({ unit }: Pick<Indicator, 'unit'>): boolean {
  return unit !== null && unit.trim().startsWith('%')
}

const sumOf = (rows: readonly { readonly value: number }[]): number => rows.reduce((sum, row) => sum + row.value, 0)
const amount = (value: number): string => groupedNumber(value, Number.isInteger(value) ? 0 : 2)
