import type { contract } from '../../shared/contract/index.ts'
import { attendanceCell } from '../../shared/domain/attendance.ts'
import type { Handlers } from '../core/context.ts'
import { missing } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { clashesOf } from './attendance/clashes.ts'
import { groupPeople } from './attendance/records.ts'
import { statusesOf } from './attendance/statuses.ts'
import { writeAttendance } from './attendance/write.ts'
import { removeStatus, saveStatus } from './attendance/own-statuses.ts'
import { live } from './live.ts'
import { sessionsOf } from './sessions/records.ts'

export const attendance: Handlers<typeof contract.attendance> = {
  statuses: ({ db, language }) => statusesOf(db, language),
  saveStatus: ({ db }, status) => saveStatus(db, status),
  removeStatus: ({ db }, { key }) => removeStatus(db, key),
  grid: async ({ db, language, today }, { cohortId }) => {
    await live(db, 'cohorts', cohortId, 'cohorts.missing')
    const sessions = await sessionsOf(db, { cohortId })
    const people = await groupPeople(db, cohortId)
    return {
      sessions: sessions.map(({ id, day, startsAt, endsAt, plannedMinutes, subject, isRequired }) => ({ id, day, startsAt, endsAt, plannedMinutes, subject, isRequired })),
      people,
      ...(await cellsOf(db, cohortId, { sessions, people })),
      statuses: await statusesOf(db, language),
      today: today(),
    }
  },
  set: async ({ db, language }, { cells, source }) => {
    const { changed } = await writeAttendance(db, cells, source)
    const marked = cells.filter((cell) => cell.status !== null)
    const clashes = marked.length === 0 ? [] : await clashesOf(db, language, { kind: 'cells', cells: marked })
    return { changed, act: db.act, clashes }
  },
  cell: async ({ db }, { sessionId, enrolmentId }) => {
    const row = await db.selectFrom('attendances').select(['id', 'status', 'minutes', 'source', 'note']).where('sessionId', '=', sessionId).where('enrolmentId', '=', enrolmentId).where('removedAt', 'is', null).executeTakeFirst()
    if (row === undefined) {
      await live(db, 'sessions', sessionId, 'sessions.missing')
      const enrolment = await db.selectFrom('enrolments').select('id').where('id', '=', enrolmentId).where('removedAt', 'is', null).executeTakeFirst()
      if (enrolment === undefined) missing('enrolments.missing')
      return { id: null, status: null, minutes: null, source: null, note: null, at: null, who: null }
    }
    const last = await db.selectFrom('changes').select(['at', 'who']).where('entityId', '=', row.id).where('entity', '=', 'attendances').orderBy('at', 'desc').orderBy('number', 'desc').limit(1).executeTakeFirst()
    return { ...row, at: last?.at ?? null, who: last?.who ?? null }
  },
  clashes: async ({ db, language }, { cohortId }) => {
    await live(db, 'cohorts', cohortId, 'cohorts.missing')
    return clashesOf(db, language, { kind: 'cohort', cohortId })
  },
}

interface Axes {
  readonly sessions: readonly { readonly id: string }[]
  readonly people: readonly { readonly enrolmentId: string }[]
}

/** The cells of a group, `cells[person][session]`, and which of them have a note. */
async function cellsOf(db: Reader, cohortId: string, { sessions, people }: Axes): Promise<{ cells: string[][]; noted: string[] }> {
  const marks = await db
    .selectFrom('attendances')
    .innerJoin('sessions', 'sessions.id', 'attendances.sessionId')
    .select(['attendances.sessionId', 'attendances.enrolmentId', 'attendances.status', 'attendances.minutes'])
    .select(({ eb }) => eb('attendances.note', 'is not', null).as('isNoted'))
    .where('sessions.cohortId', '=', cohortId)
    .where('sessions.removedAt', 'is', null)
    .where('attendances.removedAt', 'is', null)
    .execute()
  const columnOf = new Map(sessions.map((session, at) => [session.id, at]))
  const cells = people.map(() => sessions.map(() => ''))
  const rowOf = new Map(people.map((person, at) => [person.enrolmentId, cells[at]]))
  const noted: string[] = []
  for (const mark of marks) {
    const column = columnOf.get(mark.sessionId)
    const row = rowOf.get(mark.enrolmentId)
    if (column === undefined || row === undefined) continue
    row[column] = attendanceCell(mark)
    // SQLite says 0 or 1, PostgreSQL false or true.
    if (mark.isNoted) noted.push(`${mark.enrolmentId} ${mark.sessionId}`)
  }
  return { cells, noted: noted.toSorted() }
}
