import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import { marksOf, writeAttendance } from '../attendance/write.ts'
import { addMarkItem, addRequirement, writeChecks, writeMarks } from '../results/marks.ts'
import { addSession } from '../sessions/records.ts'
import type { Course, SheetPlan } from './plan.ts'

type Written = OutputOf<typeof contract.resultSheets.write>

/** Writes what a plan says, all or nothing. Throws `refused` when there is nothing to write. */
export async function writePlan(db: Writer, plan: SheetPlan, course: Course): Promise<Written> {
  if (plan.attendance.length + plan.marks.length + plan.checks.length === 0) refuse('resultSheets.nothing')
  const sessions = await sessionIds(db, plan, course)
  const items = await itemIds(db, plan, course)
  const requirements = await requirementIds(db, plan, course)
  const attendance = await writeSessions(db, plan, sessions.ids)
  const marks = await writeMarks(db, plan.marks.map(({ column, ...mark }) => ({ markItemId: items.get(column) ?? '', ...mark })))
  const checks = await writeChecks(db, plan.checks.map(({ column, ...check }) => ({ requirementId: requirements.get(column) ?? '', ...check })))
  const unmatched = plan.rows.filter((row) => row.kind === 'unmatched').length
  return { act: db.act, attendance, marks: marks.changed, checks: checks.changed, sessionsMade: sessions.made, leftOut: unmatched + plan.problems.length }
}

/** A blank cell says absent only where nothing stands, or what a sheet said before: it takes nobody's written presence away. */
async function writeSessions(db: Writer, plan: SheetPlan, ids: ReadonlyMap<number, string>): Promise<number> {
  const cells = plan.attendance.map(({ column, ...cell }) => ({ sessionId: ids.get(column) ?? '', ...cell }))
  const standing = await marksOf(db, [...new Set(cells.map((one) => one.sessionId))], [...new Set(cells.map((one) => one.enrolmentId))])
  const free = cells.filter((cell) => !cell.fromBlank || (standing.get(`${cell.enrolmentId} ${cell.sessionId}`)?.source ?? 'sheet') === 'sheet')
  return (await writeAttendance(db, free.map(({ fromBlank: _, ...cell }) => cell), 'sheet')).changed
}

async function sessionIds(db: Writer, { columns, newSessions }: SheetPlan, { group }: Course): Promise<{ ids: ReadonlyMap<number, string>; made: number }> {
  const ids = new Map(columns.flatMap(({ proposal, use }) => (use.kind === 'session' ? [[proposal.column, use.sessionId] as const] : [])))
  let made = 0
  for (const { column, ...session } of newSessions) {
    // The same sheet brought again finds the session that it made.
    const known = group.sessions.find((one) => one.day === session.day && one.startsAt === session.startsAt && one.subject === session.subject)
    if (known === undefined) made += 1
    ids.set(column, known?.id ?? (await addSession(db, group.cohortId, { ...session, module: null, place: null, link: null, modality: null, isRequired: 0 })))
  }
  return { ids, made }
}

async function itemIds(db: Writer, { columns, newItems }: SheetPlan, { group }: Course): Promise<ReadonlyMap<number, string>> {
  const ids = new Map(columns.flatMap(({ proposal, use }) => (use.kind === 'mark' ? [[proposal.column, use.markItemId] as const] : [])))
  for (const { column, ...item } of newItems) ids.set(column, await addMarkItem(db, group.editionId, item))
  for (const { proposal, use } of columns) if (use.kind === 'newMark' && use.attemptOf !== undefined) ids.set(proposal.column, ids.get(use.attemptOf) ?? '')
  return ids
}

async function requirementIds(db: Writer, { columns }: SheetPlan, { group }: Course): Promise<ReadonlyMap<number, string>> {
  const ids = new Map<number, string>()
  for (const { proposal, use } of columns) {
    if (use.kind === 'requirement') ids.set(proposal.column, use.requirementId)
    if (use.kind === 'newRequirement') ids.set(proposal.column, await addRequirement(db, group.editionId, { name: proposal.label.trim().slice(0, 200), dueOn: null }))
  }
  return ids
}
