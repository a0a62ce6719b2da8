import type { contract } from '../../../shared/contract/index.ts'
import { countedMinutes } from '../../../shared/domain/attendance.ts'
import { nameKeyOf } from '../../../shared/domain/names.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { statusesByKey } from '../attendance/statuses.ts'
import type { CellToWrite } from '../attendance/write.ts'
import { marksOf, writeAttendance } from '../attendance/write.ts'
import { enrolIn } from '../enrolments.ts'
import { live } from '../live.ts'
import type { Written } from './likely.ts'
import { documentOf } from './likely.ts'

type WalkIn = EntityTables['walkIns'] & { readonly plannedMinutes: number }

/** Says who a walk-in was, and where it is asked the same writing in the group's other sessions: enrolment, attendance and the walk-in itself in one act. */
export async function identify(
  db: Writer,
  { id, personId, others, today }: { readonly id: string; readonly personId: string; readonly others: boolean; readonly today: string },
): Promise<OutputOf<typeof contract.walkIns.identify>> {
  const walkIn = await live(db, 'walkIns', id, 'walkIns.missing')
  const session = await live(db, 'sessions', walkIn.sessionId, 'sessions.missing')
  await live(db, 'people', personId, 'walkIns.personMissing')
  const unknown = await unknownIn(db, session.cohortId)
  const chosen = unknown.find((one) => one.id === id)
  if (chosen === undefined) refuse('walkIns.alreadyKnown', { name: walkIn.writtenName })
  const same = others ? unknown.filter((one) => one.id === id || isSameWriting(one, chosen)) : [chosen]
  const { enrolmentId, enrolled } = await enrolmentIn(db, { cohortId: session.cohortId, personId, today })
  const written = await writeMarks(db, enrolmentId, same)
  await db.changeMany('walkIns', same.map((one) => ({ id: one.id, patch: { enrolmentId } })))
  return { enrolmentId, enrolled, written, act: db.act }
}

/** Walk-ins of a group of whom nobody has said yet who they are, in the order of its sessions. */
function unknownIn(db: Reader, cohortId: string): Promise<WalkIn[]> {
  return db
    .selectFrom('walkIns')
    .innerJoin('sessions', 'sessions.id', 'walkIns.sessionId')
    .selectAll('walkIns')
    .select('sessions.plannedMinutes')
    .where('sessions.cohortId', '=', cohortId)
    .where('sessions.removedAt', 'is', null)
    .where('walkIns.removedAt', 'is', null)
    .where('walkIns.enrolmentId', 'is', null)
    .orderBy('sessions.day')
    .orderBy('sessions.startsAt')
    .orderBy('walkIns.id')
    .execute()
}

/** Two writings with different documents are two people, however they are called. */
export function isSameWriting(one: Written, other: Written): boolean {
  const [first, second] = [documentOf(one), documentOf(other)]
  if (first !== null && second !== null) return first === second
  return nameKeyOf(one.writtenName) === nameKeyOf(other.writtenName)
}

/** Her enrolment in the group, as participant first; where there is none she is enrolled. */
async function enrolmentIn(db: Writer, { cohortId, personId, today }: { readonly cohortId: string; readonly personId: string; readonly today: string }): Promise<{ enrolmentId: string; enrolled: boolean }> {
  const rows = await db.selectFrom('enrolments').select(['id', 'role']).where('cohortId', '=', cohortId).where('personId', '=', personId).where('removedAt', 'is', null).orderBy('id').execute()
  const there = rows.find((row) => row.role === 'participant') ?? rows[0]
  if (there !== undefined) return { enrolmentId: there.id, enrolled: false }
  const { ids } = await enrolIn(db, { cohortId, personIds: [personId], role: 'participant', today })
  return { enrolmentId: ids[0] ?? missing('walkIns.personMissing'), enrolled: true }
}

/** Writes what the walk-ins say; a mark of hers that counts as many minutes or more stays. */
async function writeMarks(db: Writer, enrolmentId: string, walkIns: readonly WalkIn[]): Promise<number> {
  const statuses = await statusesByKey(db)
  const minutes = (mark: { readonly status: string; readonly minutes: number | null }, planned: number): number => {
    const status = statuses.get(mark.status)
    return status === undefined ? 0 : countedMinutes(mark, status, planned)
  }
  const standing = await marksOf(db, [...new Set(walkIns.map((one) => one.sessionId))], [enrolmentId])
  // Twice in one session: the one that says more.
  const best = new Map<string, WalkIn>()
  for (const one of walkIns) {
    const known = best.get(one.sessionId)
    if (known === undefined || minutes(one, one.plannedMinutes) > minutes(known, known.plannedMinutes)) best.set(one.sessionId, one)
  }
  let written = 0
  for (const [source, group] of Map.groupBy(best.values(), (one) => one.source)) {
    const cells = group.flatMap((one): CellToWrite[] => {
      const mark = standing.get(`${enrolmentId} ${one.sessionId}`)
      const stays = mark !== undefined && minutes(mark, one.plannedMinutes) >= minutes(one, one.plannedMinutes)
      return stays ? [] : [{ sessionId: one.sessionId, enrolmentId, status: one.status, minutes: one.minutes }]
    })
    if (cells.length > 0) written += (await writeAttendance(db, cells, source)).changed
  }
  return written
}
