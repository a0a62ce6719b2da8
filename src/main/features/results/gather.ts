import type { contract } from '../../../shared/contract/index.ts'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { countedMinutes } from '../../../shared/domain/attendance.ts'
import type { Attended, CourseAsked, PersonFacts } from '../../../shared/domain/eligibility.ts'
import { decide, outcomeOf } from '../../../shared/domain/eligibility.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { Participant, Which } from '../attendance/records.ts'
import { participantsAmong } from '../attendance/records.ts'
import { statusesByKey } from '../attendance/statuses.ts'
import { editionOf } from '../programmes/records.ts'
import { courseSettingsOf, editionIdOf, itemsOf, paperRulesOf, requirementsOf } from './course.ts'
import type { CourseWords } from './sentences.ts'
import { reasonSeen } from './sentences.ts'

export type Result = OutputOf<typeof contract.eligibility.list>['people'][number]

/** People whose rows are read and decided at one go: some ten milliseconds, then others have their turn. */
const AT_ONCE = 250

/** The participants with what each earned and why, in Peru's alphabetical order. Throws `missing` where there is no such group or edition. */
export async function resultsOf(db: Reader, which: Which, language: Language): Promise<Result[]> {
  if (which.cohortId !== undefined) await editionIdOf(db, which.cohortId)
  if (which.editionId !== undefined) await editionOf(db, which.editionId)
  const people = await participantsAmong(db, which)
  const results: Result[] = []
  const courses = await coursesOf(db, people, language)
  const statuses = await statusesByKey(db)
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE)
    const written = await writtenOf(db, some.map((person) => person.enrolmentId), statuses)
    for (const person of some) {
      const course = courses.get(person.cohortId)
      if (course !== undefined) results.push(resultOf(person, course, written))
    }
    if (start + AT_ONCE < people.length) await breathe()
  }
  return results
}

/** Lets whatever else waits have its turn. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What a group's course asks, and the words for it. */
interface Course {
  readonly asked: CourseAsked
  readonly words: CourseWords
  readonly positions: ReadonlyMap<string, number>
  readonly planned: readonly number[]
}

/** The course of each group: what an edition asks is read once for all of them. */
async function coursesOf(db: Reader, people: readonly Participant[], language: Language): Promise<ReadonlyMap<string, Course>> {
  const editionOfGroup = new Map(people.map(({ cohortId, editionId }) => [cohortId, editionId]))
  const sessions = await sessionsIn(db, [...editionOfGroup.keys()])
  const asked = new Map<string, EditionAsks>()
  for (const editionId of new Set(editionOfGroup.values())) asked.set(editionId, await askedIn(db, editionId))
  const courses = new Map<string, Course>()
  for (const [cohortId, editionId] of editionOfGroup) {
    const edition = asked.get(editionId)
    if (edition !== undefined) courses.set(cohortId, courseOf(edition, sessions.get(cohortId) ?? [], language))
  }
  return courses
}

type EditionAsks = Awaited<ReturnType<typeof askedIn>>

async function askedIn(db: Reader, editionId: string) {
  const { minutesPerHour } = await editionOf(db, editionId)
  const { withoutActa: _, ...settings } = await courseSettingsOf(db, editionId)
  const papers = (await paperRulesOf(db, editionId)).map(({ id: __, needsRequired, ...rule }) => ({ ...rule, needsRequired: needsRequired === 1 }))
  return { minutesPerHour, settings, papers, items: await itemsOf(db, editionId), requirements: await requirementsOf(db, editionId) }
}

type Session = Pick<EntityTables['sessions'], 'id' | 'cohortId' | 'day' | 'subject' | 'plannedMinutes' | 'isRequired'>

async function sessionsIn(db: Reader, cohortIds: readonly string[]): Promise<ReadonlyMap<string, readonly Session[]>> {
  const sessions: Session[] = []
  for (const chunk of inChunks(cohortIds, 1)) {
    sessions.push(...(await db.selectFrom('sessions').select(['id', 'cohortId', 'day', 'subject', 'plannedMinutes', 'isRequired']).where('cohortId', 'in', chunk).where('removedAt', 'is', null).orderBy('day').orderBy('startsAt').orderBy('id').execute()))
  }
  return Map.groupBy(sessions, (session) => session.cohortId)
}

function courseOf({ minutesPerHour, settings, papers, items, requirements }: EditionAsks, sessions: readonly Session[], language: Language): Course {
  return {
    asked: { ...settings, items, papers, sessions: sessions.map(({ id, plannedMinutes, isRequired }) => ({ id, plannedMinutes, isRequired: isRequired === 1 })) },
    words: { language, minutesPerHour, sessions: byId(sessions), items: byId(items), requirements: byId(requirements) },
    positions: new Map(sessions.map((session, index) => [session.id, index])),
    planned: sessions.map((session) => session.plannedMinutes),
  }
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.id, row]))

/** What is written of some people, by enrolment. */
interface Written {
  readonly attendances: ReadonlyMap<string, readonly { readonly sessionId: string; readonly status: string; readonly minutes: number | null }[]>
  readonly marks: ReadonlyMap<string, readonly Pick<EntityTables['marks'], 'markItemId' | 'value'>[]>
  readonly checks: ReadonlyMap<string, readonly Pick<EntityTables['requirementChecks'], 'requirementId' | 'met'>[]>
  readonly exceptions: ReadonlyMap<string, readonly EntityTables['exceptions'][]>
  readonly statuses: ReadonlyMap<string, Pick<AttendanceStatus, 'share' | 'exempts'>>
}

async function writtenOf(db: Reader, ids: readonly string[], statuses: Written['statuses']): Promise<Written> {
  // One index holds all four columns, in this order: the table itself is not read.
  const attendances = await db.selectFrom('attendances').select(['enrolmentId', 'sessionId', 'status', 'minutes']).where('enrolmentId', 'in', ids).where('removedAt', 'is', null).orderBy('enrolmentId').orderBy('sessionId').execute()
  const marks = await db.selectFrom('marks').select(['enrolmentId', 'markItemId', 'value']).where('enrolmentId', 'in', ids).where('removedAt', 'is', null).orderBy('attempt').execute()
  const checks = await db.selectFrom('requirementChecks').select(['enrolmentId', 'requirementId', 'met']).where('enrolmentId', 'in', ids).where('removedAt', 'is', null).orderBy('id').execute()
  const exceptions = await db.selectFrom('exceptions').selectAll().where('enrolmentId', 'in', ids).where('removedAt', 'is', null).orderBy('grantedOn').orderBy('id').execute()
  return {
    attendances: Map.groupBy(attendances, (row) => row.enrolmentId),
    marks: Map.groupBy(marks, (row) => row.enrolmentId),
    checks: Map.groupBy(checks, (row) => row.enrolmentId),
    exceptions: Map.groupBy(exceptions, (row) => row.enrolmentId),
    statuses,
  }
}

/** A status that no longer is counts nothing. */
const unknownStatus = { share: 0, exempts: false }

function resultOf(person: Participant, course: Course, written: Written): Result {
  const { enrolmentId, personId, cohortId, state, documentNumber } = person
  const attended: (Attended | null)[] = course.planned.map(() => null)
  for (const row of written.attendances.get(enrolmentId) ?? []) {
    const position = course.positions.get(row.sessionId)
    if (position === undefined) continue
    const status = written.statuses.get(row.status) ?? unknownStatus
    attended[position] = { minutes: countedMinutes(row, status, course.planned[position] ?? 0), exempts: status.exempts }
  }
  const attempts = new Map<string, MarkValue[]>()
  for (const { markItemId, value } of written.marks.get(enrolmentId) ?? []) {
    const kept = attempts.get(markItemId) ?? []
    attempts.set(markItemId, [...kept, value ?? 'NP'])
  }
  const exceptions = written.exceptions.get(enrolmentId) ?? []
  const facts: PersonFacts = {
    isWithdrawn: state === 'withdrawn',
    attended,
    attempts: course.asked.items.map((item) => attempts.get(item.id) ?? []),
    met: new Map((written.checks.get(enrolmentId) ?? []).map((check) => [check.requirementId, check.met === 1])),
    exceptions,
  }
  const { papers, ...decision } = decide(course.asked, facts)
  return {
    enrolmentId,
    personId,
    cohortId,
    name: displayName(person),
    documentNumber,
    isWithdrawn: facts.isWithdrawn,
    ...decision,
    papers: papers.map((paper) => ({ paperKind: paper.paperKind, verdict: paper.verdict, reasons: paper.reasons.map((reason) => reasonSeen(reason, course.words)) })),
    exceptions: exceptions.map(({ removedAt: _, enrolmentId: __, ...exception }) => exception),
  }
}

export type Counts = OutputOf<typeof contract.eligibility.list>['counts']

/** How many earned what, each person once. */
export function countsOf(people: readonly Result[]): Counts {
  const counts: { -readonly [K in keyof Counts]: number } = { certificado: 0, constancia: 0, none: 0, undecided: 0, withdrawn: 0 }
  for (const result of people) counts[outcomeOf(result)] += 1
  return counts
}
