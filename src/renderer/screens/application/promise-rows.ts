import { searchKey, searchPieces } from '../../../shared/domain/names.ts'
import type { Gives } from '../../api.ts'

export type Listed = Gives<'application.list'>
export type Plan = Listed['plans'][number]
export type Check = Plan['checks'][number]

/** A promise, or somebody who made none. */
export interface PromiseRow {
  readonly key: string
  readonly enrolmentId: string
  readonly name: string
  readonly plan: Plan | null
}

/** How a promise stands: what is overdue comes before what was found last. */
export const promiseStates = ['overdue', 'pending', 'partly', 'notDone', 'done', 'withdrawn', 'without'] as const
export type PromiseState = (typeof promiseStates)[number]

export function rowsOfPromises({ plans, without }: Listed): PromiseRow[] {
  return [...plans.map((plan) => ({ key: plan.id, enrolmentId: plan.enrolmentId, name: plan.name, plan })), ...without.map(({ enrolmentId, name }) => ({ key: enrolmentId, enrolmentId, name, plan: null }))]
}

export function stateOf({ plan }: PromiseRow): PromiseState {
  if (plan === null) return 'without'
  if (plan.isWithdrawn) return 'withdrawn'
  if (plan.checks.some((check) => check.isOverdue)) return 'overdue'
  return plan.checks.findLast((check) => check.state !== 'pending')?.state ?? 'pending'
}

/** The check to be made next: the soonest that waits. */
export function nextCheck(plan: Plan): Check | undefined {
  return plan.isWithdrawn ? undefined : plan.checks.find((check) => check.state === 'pending')
}

/** What the indicator said at the last check that measured it. */
export function lastMeasured(plan: Plan): string | null {
  return plan.checks.findLast((check) => check.measured !== null)?.measured ?? null
}

export function shownRows(rows: readonly PromiseRow[], looking: { readonly state: PromiseState | 'all'; readonly search: string }): PromiseRow[] {
  const pieces = searchPieces(looking.search)
  return rows.filter((row) => {
    if (looking.state !== 'all' && stateOf(row) !== looking.state) return false
    const words = searchKey(`${row.name} ${row.plan?.promise ?? ''} ${row.plan?.indicator ?? ''}`)
    return pieces.every((piece) => words.includes(piece))
  })
}
