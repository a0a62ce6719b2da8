import { statusesInForce } from '../../../shared/domain/attendance.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import type { PersonName } from '../../../shared/domain/names.ts'
import { displayName, searchKey } from '../../../shared/domain/names.ts'
import { minutesOfDay } from '../../../shared/domain/session-days.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { refuseBrokenAgreements } from '../agreements/checks.ts'
import { closedActaOf } from '../actas/records.ts'
import { keptStatuses } from '../attendance/statuses.ts'
import { refuseBrokenFrames } from '../frames/undone.ts'
import { refuseLostExpenses } from '../budget/lines.ts'
import { refuseBrokenRegisters } from '../result-registers/fields.ts'
import { itemsOf, paperRulesOf, requirementsOf } from '../results/course.ts'
import { sessionNamed } from '../sessions/records.ts'
import { sheetPagesOf } from '../sheets/records.ts'

/** Ids of what an act touched, by table. */
type Touched = (entity: string) => readonly string[]

/**
 * Throws `refused` when taking an act back left what no command would have let happen: each keeps its own rules where it
 * writes, and what was built on an act since was built on what it left. To be called after, in the same transaction.
 */
export async function refuseBroken(db: Reader, act: string): Promise<void> {
  const entries = await db.selectFrom('changes').select(['entity', 'entityId']).distinct().where('act', '=', act).execute()
  const byEntity = Map.groupBy(entries, (entry) => entry.entity)
  const touched: Touched = (entity) => (byEntity.get(entity) ?? []).map((entry) => entry.entityId)
  await refuseBrokenSessions(db, touched)
  await refuseLeftSheets(db, touched)
  await refuseBrokenStatuses(db, touched)
  await refuseBrokenMarks(db, touched)
  await refuseBrokenCourses(db, touched)
  await refuseDeclared(db, touched)
  await refuseBrokenAgreements(db, touched)
  await refuseBrokenRegisters(db, touched)
  await refuseBrokenFrames(db, act, touched)
  await refuseLostExpenses(db, touched('expenses'))
}

async function refuseBrokenSessions(db: Reader, touched: Touched): Promise<void> {
  const sessionIds = new Set(touched('sessions'))
  for (const table of ['attendances', 'walkIns'] as const) {
    for (const ids of inChunks(touched(table), 1)) for (const row of await db.selectFrom(table).select('sessionId').distinct().where('id', 'in', ids).execute()) sessionIds.add(row.sessionId)
  }
  for (const ids of inChunks([...sessionIds], 1)) {
    for (const session of await db.selectFrom('sessions').selectAll().where('id', 'in', ids).where('removedAt', 'is', null).orderBy('day').orderBy('id').execute()) {
      const { startsAt, endsAt, plannedMinutes: minutes } = session
      if (minutes > minutesOfDay(endsAt) - minutesOfDay(startsAt)) refuse('history.sessionTimes', { ...sessionNamed(session), startsAt, endsAt, minutes })
    }
    const attended = await db
      .selectFrom('attendances as written')
      .innerJoin('sessions', 'sessions.id', 'written.sessionId')
      .innerJoin('enrolments', 'enrolments.id', 'written.enrolmentId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select(['written.minutes', 'sessions.subject', 'sessions.day', 'sessions.plannedMinutes', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('sessions.id', 'in', ids)
      .where('written.removedAt', 'is', null)
      .whereRef('written.minutes', '>', 'sessions.plannedMinutes')
      .orderBy('people.sortKey')
      .limit(1)
      .executeTakeFirst()
    if (attended !== undefined) refuse('history.tooManyMinutes', { name: displayName(attended), ...sessionNamed(attended), minutes: attended.minutes ?? 0, planned: attended.plannedMinutes })
    const signed = await db
      .selectFrom('walkIns as written')
      .innerJoin('sessions', 'sessions.id', 'written.sessionId')
      .select(['written.minutes', 'written.writtenName', 'sessions.subject', 'sessions.day', 'sessions.plannedMinutes'])
      .where('sessions.id', 'in', ids)
      .where('written.removedAt', 'is', null)
      .whereRef('written.minutes', '>', 'sessions.plannedMinutes')
      .orderBy('written.id')
      .limit(1)
      .executeTakeFirst()
    if (signed !== undefined) refuse('history.tooManyMinutes', { name: signed.writtenName, ...sessionNamed(signed), minutes: signed.minutes ?? 0, planned: signed.plannedMinutes })
  }
}

/** A sheet holds its sessions in a list, which no reference of the tables shows. */
async function refuseLeftSheets(db: Reader, touched: Touched): Promise<void> {
  for (const ids of inChunks(touched('sessions'), 1)) {
    const gone = await db.selectFrom('sessions').select(['id', 'cohortId', 'subject', 'day']).where('id', 'in', ids).where('removedAt', 'is not', null).orderBy('id').execute()
    if (gone.length === 0) continue
    const sheets = await sheetPagesOf(db, [...new Set(gone.map((session) => session.cohortId))])
    for (const session of gone) {
      const sheet = sheets.find((one) => one.sessionIds.includes(session.id))
      if (sheet !== undefined) refuse('history.sheetPrinted', { code: sheet.code, ...sessionNamed(session) })
    }
  }
}

async function refuseBrokenStatuses(db: Reader, touched: Touched): Promise<void> {
  const statuses = statusesInForce(await keptStatuses(db))
  if (touched('attendanceStatuses').length > 0) {
    const letter = firstTwice(statuses.map((status) => status.letter))
    if (letter !== undefined) refuse('history.letterTaken', { letter })
    refuseTwice(statuses.flatMap((status) => status.name ?? []))
  }
  const keys = statuses.map((status) => status.key)
  for (const ids of inChunks(touched('attendances'), 2)) {
    const row = await db
      .selectFrom('attendances')
      .innerJoin('enrolments', 'enrolments.id', 'attendances.enrolmentId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('attendances.id', 'in', ids)
      .where('attendances.removedAt', 'is', null)
      .where('attendances.status', 'not in', keys)
      .orderBy('people.sortKey')
      .limit(1)
      .executeTakeFirst()
    if (row !== undefined) refuse('history.statusGone', { name: displayName(row) })
  }
  for (const ids of inChunks(touched('walkIns'), 2)) {
    const row = await db.selectFrom('walkIns').select('writtenName').where('id', 'in', ids).where('removedAt', 'is', null).where('status', 'not in', keys).orderBy('id').limit(1).executeTakeFirst()
    if (row !== undefined) refuse('history.statusGone', { name: row.writtenName })
  }
}

async function refuseBrokenMarks(db: Reader, touched: Touched): Promise<void> {
  for (const ids of inChunks(touched('markItems'), 1)) refuseOffScale(await marksWhere(db, 'marks.markItemId', ids))
  const enrolmentIds = new Set<string>()
  for (const ids of inChunks(touched('marks'), 1)) for (const row of await db.selectFrom('marks').select('enrolmentId').distinct().where('id', 'in', ids).execute()) enrolmentIds.add(row.enrolmentId)
  for (const ids of inChunks([...enrolmentIds], 1)) {
    const written = await marksWhere(db, 'marks.enrolmentId', ids)
    refuseOffScale(written)
    // Attempts are counted from 1 without a gap: as many as the last one says.
    for (const attempts of Map.groupBy(written, (mark) => `${mark.enrolmentId} ${mark.markItemId}`).values()) {
      const last = attempts.at(-1)
      if (last !== undefined && last.attempt > attempts.length) refuse('history.laterAttempt', { name: displayName(last), item: last.item })
    }
  }
}

interface WrittenMark extends PersonName {
  readonly enrolmentId: string
  readonly markItemId: string
  readonly attempt: number
  readonly value: number | null
  readonly item: string
  readonly scaleMin: number
  readonly scaleMax: number
}

function marksWhere(db: Reader, column: 'marks.markItemId' | 'marks.enrolmentId', ids: readonly string[]): Promise<WrittenMark[]> {
  return db
    .selectFrom('marks')
    .innerJoin('markItems', 'markItems.id', 'marks.markItemId')
    .innerJoin('enrolments', 'enrolments.id', 'marks.enrolmentId')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['marks.enrolmentId', 'marks.markItemId', 'marks.attempt', 'marks.value', 'markItems.name as item', 'markItems.scaleMin', 'markItems.scaleMax'])
    .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where(column, 'in', ids)
    .where('marks.removedAt', 'is', null)
    .where('markItems.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('marks.attempt')
    .orderBy('marks.id')
    .execute()
}

function refuseOffScale(written: readonly WrittenMark[]): void {
  const mark = written.find(({ value, scaleMin, scaleMax }) => value !== null && (value < scaleMin || value > scaleMax))
  if (mark === undefined) return
  refuse('history.offScale', { name: displayName(mark), item: mark.item, value: shownMark(mark.value ?? 'NP'), min: shownMark(mark.scaleMin), max: shownMark(mark.scaleMax) })
}

/** A course that gives its papers without a record of results has none. */
async function refuseDeclared(db: Reader, touched: Touched): Promise<void> {
  for (const ids of inChunks(touched('courseSettings'), 1)) {
    for (const { editionId } of await db.selectFrom('courseSettings').select('editionId').where('id', 'in', ids).where('withoutActa', '=', 1).where('removedAt', 'is', null).orderBy('id').execute()) {
      const acta = await closedActaOf(db, editionId)
      if (acta !== null) refuse('results.actaStands', { number: acta.number, group: acta.cohortName })
    }
  }
}

/** What an edition marks and asks is told apart by name, and a rule asks only what is there. */
async function refuseBrokenCourses(db: Reader, touched: Touched): Promise<void> {
  const editionIds = new Set<string>()
  for (const table of ['markItems', 'requirements', 'courseRules'] as const) {
    for (const ids of inChunks(touched(table), 1)) for (const row of await db.selectFrom(table as 'requirements').select('editionId').distinct().where('id', 'in', ids).execute()) editionIds.add(row.editionId)
  }
  for (const editionId of editionIds) {
    refuseTwice((await itemsOf(db, editionId)).map((item) => item.name))
    const requirements = await requirementsOf(db, editionId)
    refuseTwice(requirements.map((requirement) => requirement.name))
    const there = new Set(requirements.map((requirement) => requirement.id))
    const gone = (await paperRulesOf(db, editionId)).flatMap((rule) => rule.requirementIds.filter((id) => !there.has(id)))[0]
    if (gone === undefined) continue
    const requirement = await db.selectFrom('requirements').select('name').where('id', '=', gone).executeTakeFirst()
    refuse('history.ruleAsks', { name: requirement?.name ?? '' })
  }
}

function refuseTwice(names: readonly string[]): void {
  const key = firstTwice(names.map((name) => searchKey(name)))
  if (key !== undefined) refuse('history.nameTwice', { name: names.find((name) => searchKey(name) === key) ?? key })
}

function firstTwice(keys: readonly string[]): string | undefined {
  return keys.find((key, at) => keys.indexOf(key) !== at)
}
