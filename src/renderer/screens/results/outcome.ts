import type { Gives } from '../../api.ts'

export type Result = Gives<'eligibility.list'>['people'][number]
export type Outcome = 'certificado' | 'constancia' | 'none' | 'undecided' | 'withdrawn'
export const FILTERS = ['all', 'certificado', 'constancia', 'none', 'undecided', 'withdrawn', 'excepted'] as const
export type Filter = (typeof FILTERS)[number]

/** What came of a person, in one word. */
export function outcomeOf(result: Pick<Result, 'isWithdrawn' | 'verdict' | 'earns'>): Outcome {
  if (result.isWithdrawn) return 'withdrawn'
  if (result.verdict === 'undecided') return 'undecided'
  return result.earns ?? 'none'
}

/** Whether a filter shows a person. */
export function passes(result: Result, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'excepted') return result.exceptions.length > 0
  return outcomeOf(result) === filter
}

/** The sentences that explain it in a line: what stands in the way of the best paper; empty when all is met. */
export function whyOf(result: Result): string {
  if (result.isWithdrawn) return ''
  const [best] = result.papers.filter((paper) => paper.verdict !== 'earned')
  return (best?.reasons ?? []).filter((reason) => reason.verdict !== 'earned' && !reason.excepted).map((reason) => reason.sentence).join(' · ')
}

/** A figure with two decimals at most; an en dash where there is none. */
export function figure(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('es-PE', { maximumFractionDigits: 2 })
}
