import type { contract } from '../../../shared/contract/index.ts'
import { writingsOf } from '../../../shared/domain/meetings/guests.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { CellToWrite } from '../attendance/write.ts'
import { writeAttendance } from '../attendance/write.ts'
import { addEvidence, keepFile } from '../evidence/records.ts'
import { addSession } from '../sessions/records.ts'
import { bytesOf } from './files.ts'
import { MEETING } from './gather.ts'
import type { MeetingPlan, PlannedSession } from './plan.ts'
import type { Prepared, Settings } from './prepare.ts'
import { planWith } from './prepare.ts'
import { problemOf } from './present.ts'

type Written = OutputOf<typeof contract.meetings.write>

/** Writes behind one door what the plan says: nobody can change the group in between. Throws `refused` when no file can be used. */
export async function writeMeetings(context: JobContext, settings: Settings, prepared: Prepared): Promise<{ result: Written; plan: MeetingPlan }> {
  const bytes = await Promise.all(settings.files.map((file) => bytesOf(context, file)))
  return context.write(async (db) => {
    const plan = await planWith(db, settings, prepared, context.today())
    const leftOut = plan.meetings.flatMap((meeting) => problemOf(context.language, meeting) ?? [])
    if (plan.sessions.length === 0) refuse('meetings.nothing', { why: leftOut[0] ?? '' })
    const ids = await sessionIds(db, context, plan)
    const handMade = await handMadeCells(db, [...ids.values()])
    const cells = plan.sessions.map((session) => cellsOf(session, ids.get(session) ?? '', handMade))
    const { changed: written } = await writeAttendance(db, cells.flatMap((one) => one.present), 'meeting')
    const absent = settings.absentOthers ? await writeAbsent(db, cells.flatMap((one) => one.absent)) : 0
    let strangers = 0
    for (const session of plan.sessions) {
      const sessionId = ids.get(session) ?? ''
      strangers += await writeStrangers(db, sessionId, session)
      for (const at of session.files) {
        const file = bytes[at]
        const name = settings.files[at]?.name ?? ''
        if (file === undefined) continue
        const assetId = await keepFile(db, { ...file, name })
        await addEvidence(db, { assetId, fileName: name, kind: 'meeting', sessionId, placedBy: 'hand', addedAt: context.now() })
      }
    }
    const sessionsMade = plan.sessions.filter((session) => session.target.kind === 'new').length
    return { result: { act: db.act, sessionsMade, written, absent, strangers, leftOut }, plan }
  })
}

async function sessionIds(db: Writer, context: JobContext, plan: MeetingPlan): Promise<ReadonlyMap<PlannedSession, string>> {
  const ids = new Map<PlannedSession, string>()
  for (const session of plan.sessions) {
    const { target } = session
    if (target.kind === 'known') {
      ids.set(session, target.id)
      continue
    }
    const { subject, ...times } = target.session
    const fields = { ...times, subject: subject === '' ? say(context.language, 'meetings.untitled') : subject, module: null, place: null, link: null, modality: 'virtual' as const, isRequired: 0 as const }
    ids.set(session, await addSession(db, plan.group.cohortId, fields))
  }
  return ids
}

function cellsOf(session: PlannedSession, sessionId: string, handMade: ReadonlySet<string>): { present: CellToWrite[]; absent: CellToWrite[] } {
  const own = (enrolmentId: string): boolean => handMade.has(`${enrolmentId} ${sessionId}`)
  const present = [...session.present].flatMap(([enrolmentId, { presence }]): CellToWrite[] =>
    own(enrolmentId) ? [] : [{ sessionId, enrolmentId, status: presence.status, minutes: presence.status === 'absent' ? null : presence.counted }],
  )
  return { present, absent: session.missing.filter((one) => !session.unsure.has(one.enrolmentId)).map((one) => ({ sessionId, enrolmentId: one.enrolmentId, status: 'absent', minutes: null })) }
}

/** Cells written by hand or read from paper that say more than an absence: no meeting changes them. */
export async function handMadeCells(db: Reader, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await standingCells(db, sessionIds)
  return new Set(rows.flatMap((row) => (row.source !== 'meeting' && row.status !== 'absent' ? [`${row.enrolmentId} ${row.sessionId}`] : [])))
}

async function standingCells(db: Reader, sessionIds: readonly string[]): Promise<Pick<EntityTables['attendances'], 'enrolmentId' | 'sessionId' | 'status' | 'source'>[]> {
  const found = []
  for (const chunk of inChunks(sessionIds, 4)) {
    found.push(...(await db.selectFrom('attendances').select(['enrolmentId', 'sessionId', 'status', 'source']).where('sessionId', 'in', chunk).where('removedAt', 'is', null).execute()))
  }
  return found
}

/** Absent where nothing stands yet, or what another reading of the meeting said. */
async function writeAbsent(db: Writer, cells: readonly CellToWrite[]): Promise<number> {
  const standing = new Map((await standingCells(db, [...new Set(cells.map((one) => one.sessionId))])).map((row) => [`${row.enrolmentId} ${row.sessionId}`, row.source]))
  const free = cells.filter((cell) => (standing.get(`${cell.enrolmentId} ${cell.sessionId}`) ?? 'meeting') === 'meeting')
  return (await writeAttendance(db, free, 'meeting')).changed
}

/**
 * Who joined and is nobody known, once a session and name: to be identified later. One who is known by now is told so;
 * one identified before stays as she was. Gives how many are new.
 */
async function writeStrangers(db: Writer, sessionId: string, session: PlannedSession): Promise<number> {
  const rows = await db.selectFrom('walkIns').selectAll().where('sessionId', '=', sessionId).where('source', '=', 'meeting').where('removedAt', 'is', null).orderBy('id').execute()
  const known = new Map(rows.map((row) => [searchKey(row.writtenName), row]))
  const fresh = []
  for (const { names, presence } of session.strangers) {
    const row = names.map((name) => known.get(searchKey(name))).find((one) => one !== undefined)
    const seen = { status: presence.status, minutes: presence.status === 'absent' ? null : presence.counted }
    if (row === undefined) fresh.push({ sessionId, sheetId: null, page: null, row: null, writtenName: names[0] ?? '', writtenDocument: null, writtenOrganisation: null, ...seen, source: 'meeting' as const, enrolmentId: null })
    else if (row.enrolmentId === null) await db.change('walkIns', row.id, seen)
  }
  for (const { names, member } of presentNames(session)) {
    const row = names.map((name) => known.get(searchKey(name))).find((one) => one !== undefined)
    if (row !== undefined && row.enrolmentId === null) await db.change('walkIns', row.id, { enrolmentId: member })
  }
  await db.add('walkIns', fresh)
  return fresh.length
}

function presentNames(session: PlannedSession): { names: readonly string[]; member: string }[] {
  return [...session.present].map(([member, { names }]) => ({ names, member }))
}

/**
 * What was decided about each writing, for the next meeting. After the import and apart from it, so that undoing the import
 * does not forget it. A proposal that was turned down is remembered as somebody else.
 */
export async function rememberDecisions(context: JobContext, settings: Settings, plan: MeetingPlan): Promise<void> {
  const said = settings.decisions.people.flatMap(({ key, enrolmentId }) => {
    const verdict = plan.verdicts.get(key)
    if (verdict === undefined) return []
    const chosen = plan.group.members.find((one) => one.enrolmentId === enrolmentId)?.personId ?? null
    const proposed = [...new Set(verdict.others.map((one) => one.person.personId))]
    const writings = writingsOf(verdict.identity).filter((writing) => writing === key || isOnlyOf(plan, writing, key))
    return writings.map((writing) => ({ writing: `${MEETING}${writing}`, chosen, turnedDown: chosen === null ? proposed : [] }))
  })
  if (said.length > 0) await context.write((db) => remember(db, said))
}

/** Whether no other guest has that name. */
function isOnlyOf(plan: MeetingPlan, writing: string, key: string): boolean {
  return [...plan.verdicts.values()].every((one) => one.identity.key === key || !writingsOf(one.identity).includes(writing))
}

interface Decision {
  readonly writing: string
  readonly chosen: string | null
  readonly turnedDown: readonly string[]
}

/** One writing is one person: whoever it was before, it is no longer. Where a writing comes twice, the later word stands. */
async function remember(db: Writer, said: readonly Decision[]): Promise<void> {
  const rows = await verdictsOn(db, new Set(said.map((one) => one.writing)))
  const wanted = new Map([...Map.groupBy(rows, (row) => row.writing)].map(([writing, known]) => [writing, new Map(known.map((row) => [row.personId, row.same]))]))
  for (const { writing, chosen, turnedDown } of said) {
    const people = wanted.get(writing) ?? new Map<string, number>()
    for (const personId of [...people.keys(), ...turnedDown, ...(chosen === null ? [] : [chosen])]) people.set(personId, personId === chosen ? 1 : 0)
    wanted.set(writing, people)
  }
  await db.changeMany('verdicts', rows.map(({ id, writing, personId, same }) => ({ id, patch: { same: wanted.get(writing)?.get(personId) ?? same } })))
  const there = new Set(rows.map((row) => `${row.writing} ${row.personId}`))
  const all = [...wanted].flatMap(([writing, people]) => [...people].map(([personId, same]) => ({ writing, personId, same })))
  await db.add('verdicts', all.filter((one) => !there.has(`${one.writing} ${one.personId}`)))
}

async function verdictsOn(db: Reader, writings: Iterable<string>): Promise<Pick<EntityTables['verdicts'], 'id' | 'writing' | 'personId' | 'same'>[]> {
  const found = []
  for (const chunk of inChunks([...writings], 1)) {
    found.push(...(await db.selectFrom('verdicts').select(['id', 'writing', 'personId', 'same']).where('writing', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()))
  }
  return found
}
