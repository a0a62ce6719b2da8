import type { contract } from '../../../shared/contract/index.ts'
import { columnLetters } from '../../../shared/domain/column-letters.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { CellProblem, Course, SheetPlan } from './plan.ts'
import type { PreparedSheet } from './prepare.ts'

type Seen = OutputOf<typeof contract.resultSheets.read>

/** What a plan says, in the reader's language. */
export function sheetSeen(language: Language, fileName: string, { sheets, list }: PreparedSheet, plan: SheetPlan, { group, items, requirements }: Course): Seen {
  const problems = Map.groupBy(plan.problems, (one) => one.column)
  const labelOf = (column: number): string => plan.columns.find((one) => one.proposal.column === column)?.proposal.label ?? ''
  const unmatched = plan.rows.filter((row) => row.kind === 'unmatched')
  return {
    fileName,
    sheets: [...sheets],
    sheet: list.sheet.name,
    columns: plan.columns.map(({ proposal, use, why }) => ({
      column: proposal.column,
      letter: columnLetters(proposal.column + 1),
      label: proposal.label,
      as: use,
      why: [say(language, 'resultSheets.why', { why }), ...roundedIn(language, plan, proposal.column)].join(' '),
      samples: [...proposal.samples],
      problems: problems.get(proposal.column)?.length ?? 0,
    })),
    rows: plan.rows.length,
    matched: plan.rows.length - unmatched.length,
    unmatched: unmatched.map(({ row, written, why, maybe }) => ({ row, written, reason: say(language, 'resultSheets.unmatched', { why }), maybe: maybe.map((one) => ({ enrolmentId: one.enrolmentId, name: displayName(one) })) })),
    problems: plan.problems.map((problem) => ({ row: problem.row, column: problem.column, written: problem.written, sentence: sentenceOf(language, problem, labelOf(problem.column)) })),
    newSessions: plan.newSessions.map(({ column, subject, day, startsAt, endsAt, plannedMinutes }) => ({ column, label: subject, day, startsAt, endsAt, plannedMinutes })),
    attendance: plan.attendance.length,
    marks: plan.marks.length,
    checks: plan.checks.length,
    sessions: group.sessions.map(({ id, day, startsAt, endsAt, subject }) => ({ id, label: say(language, 'meetings.sessionLabel', { subject, day: formatDate(day), startsAt, endsAt }) })),
    items: items.map(({ id, name }) => ({ id, label: name })),
    requirements: requirements.map(({ id, name }) => ({ id, label: name })),
  }
}

function roundedIn(language: Language, { rounded }: SheetPlan, column: number): string[] {
  const n = rounded.filter((one) => one === column).length
  return n === 0 ? [] : [say(language, 'resultSheets.rounded', { n })]
}

function sentenceOf(language: Language, { row, written, trouble }: CellProblem, label: string): string {
  const place = { row, label, written }
  switch (trouble.kind) {
    case 'presence':
      return say(language, 'resultSheets.notPresence', place)
    case 'mark':
      return say(language, 'resultSheets.notMark', place)
    case 'firstAttempt':
      return say(language, 'resultSheets.firstAttempt', place)
    case 'check':
      return say(language, 'resultSheets.notCheck', place)
    case 'minutes':
      return say(language, 'resultSheets.tooManyMinutes', { ...place, minutes: trouble.minutes, planned: trouble.planned })
    case 'scale':
      return say(language, 'resultSheets.offScale', { ...place, min: shownMark(trouble.min), max: shownMark(trouble.max) })
  }
}
