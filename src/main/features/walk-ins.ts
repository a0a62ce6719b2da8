import type { contract } from '../../shared/contract/index.ts'
import { statusesInForce } from '../../shared/domain/attendance.ts'
import { displayName } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { keptStatuses } from './attendance/statuses.ts'
import { live } from './live.ts'
import { sessionNamed } from './sessions/records.ts'
import { identify } from './walk-ins/identify.ts'
import { walkInsSeen } from './walk-ins/seen.ts'

export const walkIns: Handlers<typeof contract.walkIns> = {
  list: ({ db, language }, which) => {
    if (which.cohortId === undefined && which.sessionId === undefined) refuse('lists.nothingChosen')
    return walkInsSeen(db, language, which)
  },
  add: async ({ db }, { sessionId, fields }) => {
    await checkWalkIn(db, { ...fields, sessionId })
    const [id = ''] = await db.add('walkIns', [{ ...fields, sessionId, enrolmentId: null }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const current = await live(db, 'walkIns', id, 'walkIns.missing')
    if (current.enrolmentId !== null) refuse('walkIns.known', { name: await nameOf(db, current.enrolmentId) })
    await checkWalkIn(db, { ...current, ...fields })
    await db.change('walkIns', id, fields)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'walkIns', id, 'walkIns.missing')
    await db.remove('walkIns', id)
    return { id, act: db.act }
  },
  identify: ({ db, today }, wanted) => identify(db, { ...wanted, today: today() }),
}

type Checked = Pick<EntityTables['walkIns'], 'sessionId' | 'sheetId' | 'status' | 'minutes' | 'writtenName'>

/** Throws `refused` when its minutes are more than the session's, or its status or sheet is not known. */
async function checkWalkIn(db: Reader, { sessionId, sheetId, status, minutes, writtenName }: Checked): Promise<void> {
  const session = await live(db, 'sessions', sessionId, 'sessions.missing')
  if (!statusesInForce(await keptStatuses(db)).some((one) => one.key === status)) refuse('walkIns.unknownStatus', { status })
  if ((minutes ?? 0) > session.plannedMinutes) refuse('walkIns.tooManyMinutes', { name: writtenName, minutes: minutes ?? 0, planned: session.plannedMinutes, ...sessionNamed(session) })
  if (sheetId === null) return
  const sheet = await live(db, 'sheets', sheetId, 'walkIns.sheetMissing')
  if (sheet.cohortId !== session.cohortId) missing('walkIns.sheetMissing')
}

async function nameOf(db: Reader, enrolmentId: string): Promise<string> {
  const person = await db.selectFrom('enrolments').innerJoin('people', 'people.id', 'enrolments.personId').select(['firstSurname', 'secondSurname', 'givenNames']).where('enrolments.id', '=', enrolmentId).executeTakeFirst()
  return person === undefined ? '' : displayName(person)
}
