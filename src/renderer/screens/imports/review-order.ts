import { ruleOf } from '../../../shared/domain/roster/findings.ts'
import type { Cause } from '../../../shared/domain/roster/findings.ts'
import type { CauseSeen } from './deciding.ts'

export const SECTIONS = ['decide', 'propose', 'look', 'tidied'] as const
export type Section = (typeof SECTIONS)[number]

/** What it asks of the person: to decide, or its rows stay out; a yes; a look; nothing. */
export function sectionOf(seen: Pick<CauseSeen, 'severity' | 'cause'>): Section {
  if (seen.severity === 'tidied') return 'tidied'
  if (ruleOf(seen.cause).undecided === 'rejected') return 'decide'
  return seen.severity === 'proposed' ? 'propose' : 'look'
}

/** Whether one should not go on without having seen it. */
export function isUrgent(section: Section): boolean {
  return section === 'decide' || section === 'propose'
}

/** The causes by section; first what keeps rows out. The order does not depend on what is decided: nothing jumps under the hand. */
export function inOrder(causes: readonly CauseSeen[]): Readonly<Record<Section, readonly CauseSeen[]>> {
  const of = (section: Section): readonly CauseSeen[] => causes.filter((one) => sectionOf(one) === section).toSorted((a, b) => weight(a) - weight(b))
  return { decide: of('decide'), propose: of('propose'), look: of('look'), tidied: of('tidied') }
}

function weight(seen: CauseSeen): number {
  const { severity, undecided } = ruleOf(seen.cause)
  // One yes settles a proposal: the quick ones come first.
  if (severity === 'proposed') return 0
  if (severity === 'error') return 1
  return undecided === 'without' ? 2 : 3
}

const QUESTIONS: ReadonlySet<Cause> = new Set<Cause>([
  'document-shared', 'twins-same-birth', 'twins-no-document', 'twins',
  'known-other-name', 'known-same-birth', 'known-now-document', 'known-no-document', 'known-namesake',
])

/** Whether it asks if two are the same person. */
export function asksWhoIsWho(cause: Cause): boolean {
  return QUESTIONS.has(cause)
}
