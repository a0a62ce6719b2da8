import type { AttendanceStatus, attendanceSources } from '../../../shared/domain/attendance.ts'
import { statusesInForce } from '../../../shared/domain/attendance.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { missing, refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { NewRow } from '../../db/changes.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { sessionNamed } from '../sessions/records.ts'
import { keptStatuses } from './statuses.ts'

export type AttendanceSource = (typeof attendanceSources)[number]

export interface CellToWrite {
  readonly sessionId: string
  readonly enrolmentId: string
  /** Null takes the mark away. */
  readonly status: string | null
  /** Null: what the status counts. */
  readonly minutes: number | null
  /** Not given: the note stays. */
  readonly note?: string | null | undefined
}

type Attendance = EntityTables['attendances']
type Session = Pick<EntityTables['sessions'], 'id' | 'cohortId' | 'subject' | 'day' | 'plannedMinutes'>
type Enrolment = Pick<EntityTables['enrolments'], 'id' | 'cohortId' | 'personId'>

/**
 * Writes marks: a cell that has one is changed, one that has none gets it, a null status takes it away. All of them or none.
 * A cell named twice holds what was said last. Throws `refused`, naming person and session, when minutes are more than the
 * session's, a status is not known, or a session and a person are not of one group; `missing` when one is gone.
 */
export async function writeAttendance(db: Writer, cells: readonly CellToWrite[], source: AttendanceSource): Promise<{ changed: number }> {
  const wanted = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()]
  const sessions = await sessionsById(db, wanted.map((cell) => cell.sessionId))
  const enrolments = await enrolmentsById(db, wanted.map((cell) => cell.enrolmentId))
  await refuseWrong(db, wanted, { sessions, enrolments, statuses: statusesInForce(await keptStatuses(db)) })
  const standing = await marksOf(db, [...sessions.keys()], [...enrolments.keys()])
  const added: NewRow<'attendances'>[] = []
  const changed: { id: string; patch: Partial<Attendance> }[] = []
  const removed: string[] = []
  for (const cell of wanted) {
    const there = standing.get(cellKey(cell))
    if (cell.status === null) {
      if (there !== undefined) removed.push(there.id)
    } else if (there === undefined) added.push({ sessionId: cell.sessionId, enrolmentId: cell.enrolmentId, status: cell.status, minutes: cell.minutes, source, note: cell.note ?? null })
    else if (differs(there, cell)) changed.push({ id: there.id, patch: { status: cell.status, minutes: cell.minutes, source, ...(cell.note === undefined ? {} : { note: cell.note }) } })
  }
  await db.add('attendances', added)
  return { changed: added.length + (await db.changeMany('attendances', changed.toSorted((one, other) => byText(likeness(one.patch), likeness(other.patch))))) + (await db.removeMany('attendances', removed)) }
}

const cellKey = ({ sessionId, enrolmentId }: Pick<CellToWrite, 'sessionId' | 'enrolmentId'>): string => `${enrolmentId} ${sessionId}`

/** Marks that change alike stand together: neighbours are written in one statement. */
const likeness = ({ status, minutes }: Partial<Attendance>): string => `${status} ${minutes}`

/** Where it comes from alone makes no difference: what was typed and then read from a file again stays typed. */
const differs = (there: Attendance, cell: CellToWrite): boolean =>
  there.status !== cell.status || there.minutes !== cell.minutes || (cell.note !== undefined && there.note !== cell.note)

interface Known {
  readonly sessions: ReadonlyMap<string, Session>
  readonly enrolments: ReadonlyMap<string, Enrolment>
  readonly statuses: readonly AttendanceStatus[]
}

async function refuseWrong(db: Reader, cells: readonly CellToWrite[], { sessions, enrolments, statuses }: Known): Promise<void> {
  const keys = new Set(statuses.map((status) => status.key))
  const excess: { cell: CellToWrite; session: Session; enrolment: Enrolment }[] = []
  for (const cell of cells) {
    const session = sessions.get(cell.sessionId) ?? missing('sessions.missing')
    const enrolment = enrolments.get(cell.enrolmentId) ?? missing('enrolments.missing')
    const named = async () => ({ name: await nameOf(db, enrolment.personId), ...sessionNamed(session) })
    if (session.cohortId !== enrolment.cohortId) refuse('attendance.otherGroup', await named())
    if (cell.status === null) continue
    if (!keys.has(cell.status)) refuse('attendance.unknownStatus', { status: cell.status, ...(await named()) })
    if ((cell.minutes ?? 0) > session.plannedMinutes) excess.push({ cell, session, enrolment })
  }
  const [first] = excess
  if (first === undefined) return
  refuse('attendance.tooManyMinutes', { name: await nameOf(db, first.enrolment.personId), ...sessionNamed(first.session), minutes: first.cell.minutes ?? 0, planned: first.session.plannedMinutes, more: excess.length - 1 })
}

async function nameOf(db: Reader, personId: string): Promise<string> {
  const person = await db.selectFrom('people').select(['firstSurname', 'secondSurname', 'givenNames']).where('id', '=', personId).executeTakeFirst()
  return person === undefined ? '' : displayName(person)
}

async function sessionsById(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Session>> {
  const found = new Map<string, Session>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db.selectFrom('sessions').select(['id', 'cohortId', 'subject', 'day', 'plannedMinutes']).where('id', 'in', chunk).where('removedAt', 'is', null).execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

async function enrolmentsById(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Enrolment>> {
  const found = new Map<string, Enrolment>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db.selectFrom('enrolments').select(['id', 'cohortId', 'personId']).where('id', 'in', chunk).where('removedAt', 'is', null).execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** The marks of these people in these sessions, by `enrolmentId sessionId`. */
export async function marksOf(db: Reader, sessionIds: readonly string[], enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, Attendance>> {
  const found = new Map<string, Attendance>()
  for (const sessions of inChunks(sessionIds, 4)) {
    for (const enrolments of inChunks(enrolmentIds, 4)) {
      const rows = await db.selectFrom('attendances').selectAll().where('sessionId', 'in', sessions).where('enrolmentId', 'in', enrolments).where('removedAt', 'is', null).execute()
      for (const row of rows) found.set(cellKey(row), row)
    }
  }
  return found
}
