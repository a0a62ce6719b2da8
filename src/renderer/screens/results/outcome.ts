import { outcomeOf, outcomes } from '../../../shared/domain/eligibility.ts'
import type { Gives } from '../../api.ts'

export type Result = Gives<'eligibility.list'>['people'][number]
export const FILTERS = ['all', ...outcomes, 'excepted'] as const
export type Filter = (typeof FILTERS)[number]

/** Whether a filter shows a person. */
export function passes(result: Result, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'excepted') return result.exceptions.length > 0
  return outcomeOf(result) === filter
}

/** The sentences that explain it in a line: what stands in the way of the best paper; empty when all is met. */
export function whyOf(result: Result): string {
  if (result.isWithdrawn) return ''
  // Who has the certificate is asked nothing more: what she lacks for the lesser paper would only confuse.
  if (result.earns === 'certificado') return ''
  const [best] = result.papers.filter((paper) => paper.verdict !== 'earned')
  return (best?.reasons ?? []).filter((reason) => reason.verdict !== 'earned' && !reason.excepted).map((reason) => reason.sentence).join(' · ')
}
