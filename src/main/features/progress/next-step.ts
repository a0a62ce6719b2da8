import { formatDate } from '../../../shared/domain/dates.ts'
import type { contract } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Group } from './gather.ts'

type Next = OutputOf<typeof contract.progress.cohort>['next']

interface Standing {
  readonly group: Group
  readonly walkIns: number
  readonly inTray: number
  readonly acta: { readonly number: string; readonly isStale: boolean } | null
  readonly language: Language
}

/** The one thing that a group needs most now: first that attendance is whole, then that it is decided, then its papers, then what comes after. */
export function nextStepOf(standing: Standing): Next {
  return beforeTheEnd(standing) ?? results(standing) ?? afterwards(standing)
}

function beforeTheEnd({ group, walkIns, inTray, language }: Standing): Next | null {
  const untaken = group.held.filter((one) => (group.untaken.get(one.id) ?? 0) > 0).length
  const [coming] = group.upcoming
  const pages = group.sheetsMissing.reduce((sum, one) => sum + one.pages.length, 0)
  if (group.participants.length === 0) return { step: 'enrol', sentence: say(language, 'progress.enrol') }
  if (group.sessions.length === 0 && !group.withoutActa) return { step: 'sessions', sentence: say(language, 'progress.sessions') }
  if (untaken > 0) return { step: 'takeAttendance', sentence: say(language, 'progress.takeAttendance', { n: untaken }) }
  if (inTray > 0) return { step: 'placeScans', sentence: say(language, 'progress.placeScans', { n: inTray }) }
  if (walkIns > 0) return { step: 'identifyWalkIns', sentence: say(language, 'progress.identifyWalkIns', { n: walkIns }) }
  if (coming !== undefined && (group.untaken.get(coming.id) ?? 1) > 0) return { step: 'printSheets', sentence: say(language, 'progress.printSheets', { day: formatDate(coming.day), subject: coming.subject }) }
  if (pages > 0) return { step: 'scanSheets', sentence: say(language, 'progress.scanSheets', { n: pages }) }
  return null
}

function results({ group, acta, language }: Standing): Next | null {
  if (!group.withoutActa) {
    if (group.rules.length === 0) return { step: 'rules', sentence: say(language, 'progress.rules') }
    const undecided = group.results.filter((one) => !one.isWithdrawn && one.verdict === 'undecided')
    const unmarked = undecided.filter((one) => one.papers.some((paper) => paper.reasons.some((reason) => reason.rule === 'mark' && reason.verdict === 'undecided')))
    if (unmarked.length > 0) return { step: 'marks', sentence: say(language, 'progress.marks', { n: unmarked.length }) }
    if (undecided.length > 0) return { step: 'decide', sentence: say(language, 'progress.decide', { n: undecided.length }) }
    if (acta === null) return { step: 'closeActa', sentence: say(language, 'progress.closeActa') }
    if (acta.isStale) return { step: 'closeActa', sentence: say(language, 'progress.replaceActa', { number: acta.number }) }
  }
  return group.toIssue > 0 ? { step: 'issue', sentence: say(language, 'progress.issue', { n: group.toIssue }) } : null
}

function afterwards({ group, language }: Standing): Next {
  if (!group.withoutActa && group.surveyForms === 0) return { step: 'survey', sentence: say(language, 'progress.survey') }
  if (!group.withoutActa && group.plans === 0) return { step: 'application', sentence: say(language, 'progress.application') }
  return { step: 'done', sentence: say(language, 'progress.done') }
}
