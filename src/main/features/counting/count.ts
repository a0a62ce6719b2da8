import type { Definition } from '../../../shared/contract/counting.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { BehindRef, BreakdownSeen, Facts } from './model.ts'

/** A figure as it is asked: what, by which definition, and of which days (null: no limit on that side). */
export interface Asked {
  readonly counts: CountedThing
  readonly once: 'ever' | 'period'
  readonly definition: Definition
  /** Minutes of the hours that are counted. */
  readonly hourMinutes: number
  readonly from: string | null
  readonly until: string | null
}

/** How many. Null for what is typed by hand or made of other indicators. */
export function countFigure(_facts: Facts, _asked: Asked): number | null {
  return null
}

export function splitFigure(_facts: Facts, _asked: Asked, _dimensions: readonly string[], _language: Language): BreakdownSeen[] {
  return []
}

export function behindFigure(_facts: Facts, _asked: Asked, _of: { readonly dimension: string; readonly category: string } | null): BehindRef[] {
  return []
}
