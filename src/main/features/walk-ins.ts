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
import type { SheetRecord } from './sheets/records.ts'
import { enrolmentsNow, readSheet } from './sheets/records.ts'
import { identify } from './walk-ins/identify.ts'
import { release } from './walk-ins/release.ts'
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
    const wanted = { ...current, ...fields }
    await checkWalkIn(db, wanted)
    await db.change('walkIns', id, fields)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'walkIns', id, 'walkIns.missing')
    await db.remove('walkIns', id)
    return { id, act: db.act }
  },
  release: ({ db }, wanted) => release(db, wanted),
  identify: ({ db, today }, wanted) => identify(db, { ...wanted, today: today() }),
}

type Checked = Pick<EntityTables['walkIns'], 'sessionId' | 'sheetId' | 'page' | 'row' | 'status' | 'minutes' | 'writtenName'> & { readonly id?: string }

/** Throws `refused` when its minutes are more than the session's, its status or sheet is not known, or nobody can have signed in that row. */
async function checkWalkIn(db: Reader, walkIn: Checked): Promise<void> {
  const { sessionId, sheetId, status, minutes, writtenName } = walkIn
  const session = await live(db, 'sessions', sessionId, 'sessions.missing')
  if (!statusesInForce(await keptStatuses(db)).some((one) => one.key === status)) refuse('walkIns.unknownStatus', { status })
  if ((minutes ?? 0) > session.plannedMinutes) refuse('walkIns.tooManyMinutes', { name: writtenName, minutes: minutes ?? 0, planned: session.plannedMinutes, ...sessionNamed(session) })
  if (sheetId === null) return
  const sheet = readSheet(await live(db, 'sheets', sheetId, 'walkIns.sheetMissing'))
  if (!sheet.sessionIds.includes(sessionId)) missing('walkIns.sheetMissing')
  await checkRow(db, walkIn, sheet)
}

/** A blank row of the sheet, or that of who was taken out of the group since; it is one person's. */
async function checkRow(db: Reader, { id, sessionId, page, row }: Checked, sheet: SheetRecord): Promise<void> {
  const { code, rows, blankRows, rowsPerPage } = sheet
  if (page !== null && page > sheet.pages) refuse('walkIns.noSuchPage', { page, pages: sheet.pages, code })
  if (row === null) return
  const isPrinted = row <= rows.length && (await enrolmentsNow(db, sheet))[row - 1] !== null
  if (isPrinted || row > rows.length + blankRows || (page !== null && page !== Math.ceil(row / rowsPerPage))) refuse('walkIns.noBlankRow', { row, code })
  const there = await db.selectFrom('walkIns').select(['id', 'writtenName']).where('sheetId', '=', sheet.id).where('sessionId', '=', sessionId).where('row', '=', row).where('removedAt', 'is', null).orderBy('id').execute()
  const other = there.find((one) => one.id !== id)
  if (other !== undefined) refuse('walkIns.rowTaken', { row, code, name: other.writtenName })
}

async function nameOf(db: Reader, enrolmentId: string): Promise<string> {
  const person = await db.selectFrom('enrolments').innerJoin('people', 'people.id', 'enrolments.personId').select(['firstSurname', 'secondSurname', 'givenNames']).where('enrolments.id', '=', enrolmentId).executeTakeFirst()
  return person === undefined ? '' : displayName(person)
}
