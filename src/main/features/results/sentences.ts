import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { MarkReason, Reason, RequirementReason, SessionsReason, ShareReason } from '../../../shared/domain/eligibility.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import { hoursAndMinutes, hoursShown } from '../../../shared/domain/training-hours.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'

export type ReasonSeen = OutputOf<typeof contract.eligibility.list>['people'][number]['papers'][number]['reasons'][number]

/** What the sentences call things by. */
export interface CourseWords {
  readonly language: Language
  readonly minutesPerHour: number
  readonly sessions: ReadonlyMap<string, { readonly day: string; readonly subject: string }>
  readonly items: ReadonlyMap<string, { readonly name: string }>
  readonly requirements: ReadonlyMap<string, { readonly name: string; readonly dueOn: string | null }>
}

/** A reason as a person reads it, with what would be enough where it is not decided yet. */
export function reasonSeen(reason: Reason, words: CourseWords): ReasonSeen {
  const { rule, verdict, excepted } = reason
  const { sentence, enough } = told(reason, words)
  return { rule, verdict, sentence, enough: verdict === 'undecided' && !excepted ? enough : null, excepted }
}

interface Told {
  readonly sentence: string
  readonly enough: string | null
}

function told(reason: Reason, words: CourseWords): Told {
  switch (reason.rule) {
    case 'share':
      return shareTold(reason, words)
    case 'sessions':
      return sessionsTold(reason, words)
    case 'mark':
      return markTold(reason, words)
    case 'requirement':
      return requirementTold(reason, words)
  }
}

function shareTold(reason: ShareReason, { language, minutesPerHour }: CourseWords): Told {
  if (!reason.hasSessions) return { sentence: say(language, 'results.noSessions'), enough: null }
  if (reason.plannedMinutes === 0) return { sentence: say(language, 'results.exemptOfAll'), enough: null }
  const params = {
    attended: hoursShown(reason.attendedMinutes, minutesPerHour),
    planned: hoursShown(reason.plannedMinutes, minutesPerHour),
    share: shownShare((reason.attendedMinutes / reason.plannedMinutes) * 100),
    least: shownMark(reason.leastShare),
    missing: hoursAndMinutes(reason.missingMinutes, minutesPerHour),
    isOne: reason.missingMinutes === 1 || reason.missingMinutes === minutesPerHour,
    open: hoursAndMinutes(reason.openMinutes, minutesPerHour),
  }
  if (reason.verdict === 'earned') return { sentence: say(language, 'results.shareMet', params), enough: null }
  if (reason.verdict === 'notEarned') return { sentence: say(language, reason.openMinutes === 0 ? 'results.shareShort' : 'results.shareOutOfReach', params), enough: null }
  return { sentence: say(language, 'results.shareOpen', params), enough: say(language, 'results.enoughSessions', { few: reason.enoughSessions ?? reason.openSessions, all: reason.openSessions }) }
}

/** Cut to two decimals: 79.999 % is not 80 %. */
const shownShare = (share: number): string => String(Math.floor(share * 100 + 1e-9) / 100)

function sessionsTold(reason: SessionsReason, { language, sessions }: CourseWords): Told {
  if (!reason.hasSessions) return { sentence: say(language, 'results.noSessions'), enough: null }
  const named = (ids: readonly string[]) => {
    const each = ids.map((id) => {
      const session = sessions.get(id)
      return say(language, 'results.sessionNamed', { subject: session?.subject ?? '', day: formatDate(session?.day ?? null).slice(0, 5) })
    })
    return { n: ids.length, names: listed(each, language) }
  }
  if (reason.missed.length > 0) return { sentence: say(language, 'results.requiredMissed', named(reason.missed)), enough: null }
  if (reason.open.length > 0) return { sentence: say(language, 'results.requiredOpen', named(reason.open)), enough: say(language, 'results.enoughRequired', named(reason.open)) }
  return { sentence: say(language, 'results.requiredMet', { n: reason.required }), enough: null }
}

function markTold(reason: MarkReason, { language, items }: CourseWords): Told {
  if (!reason.hasItems) return { sentence: say(language, 'results.noItems'), enough: null }
  const least = shownMark(reason.least)
  if (reason.mark !== null) return { sentence: say(language, reason.verdict === 'earned' ? 'results.markMet' : 'results.markShort', { mark: shownMark(reason.mark), least }), enough: null }
  const nameOf = (itemId: string): string => items.get(itemId)?.name ?? ''
  const names = listed(reason.missing.map((one) => say(language, 'results.quoted', { name: nameOf(one.itemId) })), language)
  const n = reason.missing.length
  if (reason.verdict === 'earned') return { sentence: say(language, 'results.markEnough', { n, names, least }), enough: null }
  if (reason.verdict === 'notEarned') return { sentence: say(language, 'results.markOutOfReach', { n, names, least }), enough: null }
  const needs = listed(reason.missing.map((one) => say(language, 'results.markNeeded', { mark: shownMark(one.needed), name: nameOf(one.itemId) })), language)
  const sentence = n === 1 ? say(language, 'results.markOpenOne', { names, mark: shownMark(reason.missing[0]?.needed ?? 0) }) : say(language, 'results.markOpenMany', { names, needs, least })
  return { sentence, enough: say(language, 'results.enoughMark', { needs }) }
}

function requirementTold(reason: RequirementReason, { language, requirements }: CourseWords): Told {
  const { name, dueOn } = requirements.get(reason.requirementId) ?? { name: '', dueOn: null }
  if (reason.verdict === 'earned') return { sentence: say(language, 'results.requirementMet', { name }), enough: null }
  if (reason.verdict === 'notEarned') return { sentence: say(language, 'results.requirementNotMet', { name }), enough: null }
  const due = dueOn === null ? null : formatDate(dueOn)
  return { sentence: say(language, 'results.requirementOpen', { name, due }), enough: say(language, 'results.enoughRequirement', { name, due }) }
}

/** "a", "a y b", "a, b y c". */
function listed(parts: readonly string[], language: Language): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : say(language, 'results.listed', { first: parts.slice(0, -1).join(', '), last })
}
