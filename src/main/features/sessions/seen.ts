import type { contract } from '../../../shared/contract/index.ts'
import { countedMinutes } from '../../../shared/domain/attendance.ts'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { statusesByKey } from '../attendance/statuses.ts'
import { pagesBySession } from '../sheets/records.ts'
import type { SessionRow } from './records.ts'
import { sessionsOf, speakersOf } from './records.ts'

type SessionSeen = OutputOf<typeof contract.sessions.list>[number]

/** Sessions with who speaks, what is written and what has come back of each. */
export async function sessionsSeen(db: Reader, which: { readonly cohortId?: string | undefined; readonly editionId?: string | undefined }): Promise<SessionSeen[]> {
  const rows = await sessionsOf(db, which)
  const ids = rows.map((row) => row.id)
  const cohortIds = [...new Set(rows.map((row) => row.cohortId))]
  const speakers = Map.groupBy(await speakersOf(db, ids), (speaker) => speaker.sessionId)
  const participants = await participantsIn(db, cohortIds)
  const taken = await takenIn(db, rows)
  const pages = await pagesBySession(db, cohortIds)
  const evidence = await countsOf(db, 'evidence', ids)
  const strangers = await countsOf(db, 'walkIns', ids)
  return rows.map((row) => ({
    ...row,
    speakers: (speakers.get(row.id) ?? []).map(({ personId, role, ...person }) => ({ personId, role, name: displayName(person) })),
    participants: participants.get(row.cohortId) ?? 0,
    taken: taken.get(row.id)?.marks ?? 0,
    attendedShare: shareOf(taken.get(row.id), row.plannedMinutes),
    pages: pages.get(row.id)?.pages ?? 0,
    pagesBack: pages.get(row.id)?.pagesBack ?? 0,
    evidence: evidence.get(row.id) ?? 0,
    walkIns: strangers.get(row.id) ?? 0,
  }))
}

interface Taken {
  readonly marks: number
  /** Marks that ask for the session. */
  readonly asked: number
  readonly minutes: number
}

function shareOf(taken: Taken | undefined, plannedMinutes: number): number | null {
  if (taken === undefined || taken.asked === 0) return null
  return (taken.minutes * 100) / (taken.asked * plannedMinutes)
}

/** Participants of each group who have not withdrawn: of whom attendance is asked. */
async function participantsIn(db: Reader, cohortIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const chunk of inChunks(cohortIds, 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .select(['cohortId', rowCount().as('n')])
      .where('cohortId', 'in', chunk)
      .where('role', '=', 'participant')
      .where('state', '!=', 'withdrawn')
      .where('removedAt', 'is', null)
      .groupBy('cohortId')
      .execute()
    for (const row of rows) counts.set(row.cohortId, row.n)
  }
  return counts
}

/** What is written of each session's participants: counted by the database, mark by mark alike. */
async function takenIn(db: Reader, sessions: readonly SessionRow[]): Promise<ReadonlyMap<string, Taken>> {
  const statuses = await statusesByKey(db)
  const planned = new Map(sessions.map((session) => [session.id, session.plannedMinutes]))
  const taken = new Map<string, Taken>()
  for (const chunk of inChunks([...planned.keys()], 1)) {
    const rows = await db
      .selectFrom('attendances')
      .innerJoin('enrolments', 'enrolments.id', 'attendances.enrolmentId')
      .select(['attendances.sessionId', 'attendances.status', 'attendances.minutes', rowCount().as('n')])
      .where('attendances.sessionId', 'in', chunk)
      .where('attendances.removedAt', 'is', null)
      .where('enrolments.role', '=', 'participant')
      .where('enrolments.state', '!=', 'withdrawn')
      .where('enrolments.removedAt', 'is', null)
      .groupBy(['attendances.sessionId', 'attendances.status', 'attendances.minutes'])
      .execute()
    for (const row of rows) taken.set(row.sessionId, plus(taken.get(row.sessionId), row, statuses.get(row.status), planned.get(row.sessionId) ?? 0))
  }
  return taken
}

function plus(before: Taken = { marks: 0, asked: 0, minutes: 0 }, row: { status: string; minutes: number | null; n: number }, status: AttendanceStatus | undefined, planned: number): Taken {
  const marks = before.marks + row.n
  if (status === undefined || status.exempts) return { ...before, marks }
  return { marks, asked: before.asked + row.n, minutes: before.minutes + row.n * countedMinutes(row, status, planned) }
}

/** Files that prove each session by themselves; people who signed and are not known yet. */
async function countsOf(db: Reader, table: 'evidence' | 'walkIns', sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const chunk of inChunks(sessionIds, 1)) {
    const rows =
      table === 'evidence'
        ? await db.selectFrom('evidence').select(['sessionId', rowCount().as('n')]).where('sessionId', 'in', chunk).where('removedAt', 'is', null).groupBy('sessionId').execute()
        : await db.selectFrom('walkIns').select(['sessionId', rowCount().as('n')]).where('sessionId', 'in', chunk).where('enrolmentId', 'is', null).where('removedAt', 'is', null).groupBy('sessionId').execute()
    for (const row of rows) if (row.sessionId !== null) counts.set(row.sessionId, row.n)
  }
  return counts
}
