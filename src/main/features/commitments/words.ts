import { formatDate, longDate } from '../../../shared/domain/dates.ts'
import { groupedNumber } from '../../../shared/domain/numbers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutcomeLine, ProductLine, ReplanningLine } from '../../documents/commitment-sheet-model.ts'
import type { CommitmentSeen } from './seen.ts'

type ItemSeen = CommitmentSeen['items'][number]
type Dates = { readonly startsOn: string | null; readonly endsOn: string | null }

/** "Del 01/04/2025 al 31/12/2025", or as much of it as is known. */
export function datesSaid(language: Language, { startsOn, endsOn }: Dates): string {
  if (startsOn !== null && endsOn !== null) return say(language, 'commitments.fromTo', { from: formatDate(startsOn), to: formatDate(endsOn) })
  if (startsOn !== null) return say(language, 'commitments.since', { from: formatDate(startsOn) })
  return endsOn === null ? say(language, 'commitments.noDates') : say(language, 'commitments.until', { to: formatDate(endsOn) })
}

export function productLine(language: Language, item: ItemSeen): ProductLine {
  const notes = [
    item.state === 'done' && item.doneOn !== null ? formatDate(item.doneOn) : null,
    item.isOverdue ? say(language, 'commitments.lateSince', { day: formatDate(item.endsOn) }) : null,
  ].filter((one) => one !== null)
  return {
    name: item.name,
    isMilestone: item.kind === 'milestone',
    dates: item.startsOn === null && item.endsOn === null ? '—' : datesSaid(language, item),
    state: item.state,
    stateWord: say(language, `commitments.state.${item.state}`),
    isLate: item.isOverdue,
    stateNote: notes.join(' · ') || null,
    responsible: item.responsible,
    proofs: [item.verification, item.attachments === 0 ? null : say(language, 'commitments.files', { n: item.attachments }), item.note].filter((one) => one !== null),
  }
}

export function outcomeLine(language: Language, item: ItemSeen): OutcomeLine {
  const { indicator } = item
  const notes = [item.verification === null ? null : say(language, 'commitments.verifiedBy', { means: item.verification }), item.note].filter((one) => one !== null)
  if (indicator === null) return { name: item.name, figure: null, beside: null, share: null, notes }
  const { value, target, unit } = indicator
  const share = value === null || target === null || target === 0 ? null : value / target
  return {
    name: item.name,
    figure: value === null ? null : figureSaid(value),
    beside: value === null ? say(language, 'commitments.noFigure') : besideSaid(language, unit, target, share),
    share,
    notes: indicator.name === item.name ? notes : [say(language, 'commitments.byIndicator', { name: indicator.name }), ...notes],
  }
}

function besideSaid(language: Language, unit: string | null, target: number | null, share: number | null): string | null {
  const words = [unit, target === null ? null : say(language, 'commitments.ofTarget', { target: figureSaid(target), percent: share === null ? null : groupedNumber(share * 100) })].filter((one) => one !== null)
  return words.join(' ') || null
}

/** Whole where it is whole, with one decimal otherwise. */
const figureSaid = (value: number): string => groupedNumber(value, Number.isInteger(value) ? 0 : 1)

export function replanningLine(language: Language, one: CommitmentSeen['replannings'][number]): ReplanningLine {
  const field = say(language, `commitments.field.${one.field}`)
  const isDate = one.field === 'startsOn' || one.field === 'endsOn'
  const told = (value: string | null): string => (value === null ? say(language, 'commitments.noDate') : isDate ? formatDate(value) : value)
  const isDropped = one.field === 'dropped'
  return {
    on: formatDate(one.decidedOn),
    what: one.itemName === null || one.itemName === one.after ? field : `${field}: ${one.itemName}`,
    before: isDropped ? say(language, 'commitments.inPlan') : told(one.before),
    after: isDropped ? say(language, 'commitments.state.dropped') : told(one.after),
    reason: one.document === null ? one.reason : say(language, 'commitments.byDocument', { reason: one.reason, document: one.document }),
  }
}

/** How the level was judged, with its day. */
export function completionSaid(language: Language, { completion, completionOn }: Pick<CommitmentSeen['commitment'], 'completion' | 'completionOn'>): string {
  if (completion === null) return say(language, 'commitments.notJudged')
  const level = say(language, `commitments.level.${completion}`)
  return completionOn === null ? level : say(language, 'commitments.judgedOn', { level, day: longDate(completionOn, language) })
}
