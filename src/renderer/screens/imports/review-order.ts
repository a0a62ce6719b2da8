import { ruleOf } from '../../../shared/domain/roster/findings.ts'
import type { Cause } from '../../../shared/domain/roster/findings.ts'
import type { CauseSeen } from './deciding.ts'

export const SECTIONS = ['decide', 'propose', 'tidied'] as const
export type Section = (typeof SECTIONS)[number]

/** Who has to look at it: it needs a person, it needs a yes, or it is done. */
export function sectionOf(seen: Pick<CauseSeen, 'severity'>): Section {
  if (seen.severity === 'tidied') return 'tidied'
  return seen.severity === 'proposed' ? 'propose' : 'decide'
}

/** The causes by section; first what keeps rows out. The order does not depend on what is decided: nothing jumps under the hand. */
export function inOrder(causes: readonly CauseSeen[]): Readonly<Record<Section, readonly CauseSeen[]>> {
  const of = (section: Section): readonly CauseSeen[] => causes.filter((one) => sectionOf(one) === section).toSorted((a, b) => weight(a) - weight(b))
  return { decide: of('decide'), propose: of('propose'), tidied: of('tidied') }
}

function weight(seen: CauseSeen): number {
  const { severity, undecided } = ruleOf(seen.cause)
  if (severity === 'error') return 0
  return undecided === 'rejected' ? 1 : undecided === 'without' ? 2 : 3
}

const QUESTIONS: ReadonlySet<Cause> = new Set<Cause>([
  'document-shared', 'twins-same-birth', 'twins-no-document', 'twins',
  'known-other-name', 'known-same-birth', 'known-now-document', 'known-no-document', 'known-namesake',
])

/** Whether it asks if two are the same person. */
export function asksWhoIsWho(cause: Cause): boolean {
  return QUESTIONS.has(cause)
}
