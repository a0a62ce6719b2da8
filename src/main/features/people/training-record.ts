import type { TrainingRecord } from '../../../shared/contract/people.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { postAsOf } from '../../../shared/domain/posts.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { Released } from '../actas/records.ts'
import { releasedBy } from '../actas/records.ts'
import { stateOfRow } from '../certificates/state.ts'
import type { Result } from '../results/gather.ts'
import { resultsOf } from '../results/gather.ts'

type Line = TrainingRecord['lines'][number]

/**
 * Everything that stands of a person's training, the latest first. What a record of results in force says goes before what
 * attendance and marks say today; who gave sessions without being enrolled has a line for each group. Throws `missing`.
 */
export async function trainingRecord(db: Reader, personId: string, { today, language }: { readonly today: string; readonly language: Language }): Promise<TrainingRecord> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirst()
  if (person === undefined) missing('people.missing')
  const { post, posts } = await postsOf(db, personId, today)
  const enrolled = await enrolledIn(db, personId)
  const given = await sessionsGiven(db, personId, today)
  const released = await releasedBy(db, enrolled.map((one) => one.enrolmentId))
  const papers = Map.groupBy(await papersOf(db, personId), (paper) => paper.enrolmentId)
  const withSessions = await cohortsWithSessions(db, enrolled.map((one) => one.cohortId))
  const open = enrolled.filter((one) => one.role === 'participant' && !released.has(one.enrolmentId)).map((one) => one.enrolmentId)
  const results = new Map((await resultsOf(db, { enrolmentIds: open }, language)).map((result) => [result.enrolmentId, result]))
  const lines: Line[] = []
  for (const { postId, ...row } of enrolled) {
    const figures = row.role === 'participant' ? attended(released.get(row.enrolmentId), results.get(row.enrolmentId), withSessions.has(row.cohortId)) : givenIn(given, row.cohortId)
    const held = posts.get(postId ?? '')
    lines.push({
      ...row,
      ...figures,
      postTitle: held?.title ?? null,
      organisationName: held?.organisationName ?? null,
      certificates: (papers.get(row.enrolmentId) ?? []).map(({ enrolmentId: _, ...paper }) => paper),
    })
  }
  const taught = new Set(enrolled.filter((one) => one.role !== 'participant').map((one) => one.cohortId))
  for (const one of await courseOf(db, [...given.keys()].filter((cohortId) => !taught.has(cohortId)))) {
    lines.push({ ...one, ...givenIn(given, one.cohortId), enrolmentId: null, role: given.get(one.cohortId)?.role ?? 'speaker', state: 'enrolled', postTitle: null, organisationName: null, certificates: [] })
  }
  return {
    personId,
    name: displayName(person),
    documentType: person.documentType,
    documentNumber: person.documentNumber,
    postTitle: post?.title ?? null,
    organisationName: post?.organisationName ?? null,
    lines: lines.toSorted(latestFirst),
    totals: totalsOf(lines),
  }
}

function totalsOf(lines: readonly Line[]): TrainingRecord['totals'] {
  const taken = lines.filter((line) => line.role === 'participant' && line.state !== 'withdrawn')
  return {
    courses: taken.length,
    asSpeaker: lines.filter((line) => line.role === 'speaker' || line.role === 'facilitator').length,
    attendedMinutes: taken.reduce((sum, line) => sum + (line.attendedMinutes ?? 0), 0),
    certificates: lines.reduce((sum, line) => sum + line.certificates.filter((one) => one.state === 'valid').length, 0),
  }
}

function latestFirst(one: Line, other: Line): number {
  const day = (line: Line): string => line.startsOn ?? line.endsOn ?? ''
  return byText(day(other), day(one)) || byText(other.enrolmentId ?? '', one.enrolmentId ?? '') || byText(one.cohortId, other.cohortId)
}

/** Groups with their course, to be selected from. */
function courses(db: Reader) {
  return db
    .selectFrom('cohorts')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['cohorts.id as cohortId', 'cohorts.editionId', 'programmes.name as programmeName', 'editions.name as editionName', 'cohorts.name as cohortName', 'editions.actionType', 'editions.hours', 'editions.minutesPerHour'])
    .select((eb) => [
      eb.fn.coalesce('editions.title', 'programmes.name').as('title'),
      eb.fn.coalesce('cohorts.startsOn', 'editions.startsOn').as('startsOn'),
      eb.fn.coalesce('cohorts.endsOn', 'editions.endsOn').as('endsOn'),
    ])
}

function enrolledIn(db: Reader, personId: string) {
  return courses(db)
    .innerJoin('enrolments', 'enrolments.cohortId', 'cohorts.id')
    .select(['enrolments.id as enrolmentId', 'enrolments.role', 'enrolments.state', 'enrolments.postId'])
    .where('enrolments.personId', '=', personId)
    .where('enrolments.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .orderBy('enrolments.id')
    .execute()
}

async function courseOf(db: Reader, cohortIds: readonly string[]) {
  return cohortIds.length === 0 ? [] : courses(db).where('cohorts.id', 'in', cohortIds).where('cohorts.removedAt', 'is', null).orderBy('cohorts.id').execute()
}

type Figures = Pick<Line, 'plannedMinutes' | 'attendedMinutes' | 'mark' | 'acta'>

/** A participant's hours and mark: as closed, or else as they stand today. */
function attended(released: Released | undefined, result: Result | undefined, hasSessions: boolean): Figures {
  const { plannedMinutes = null, attendedMinutes = null, mark = null } = released ?? result ?? {}
  return {
    plannedMinutes: hasSessions ? plannedMinutes : null,
    attendedMinutes: hasSessions ? attendedMinutes : null,
    mark,
    acta: released === undefined ? null : { id: released.actaId, number: released.number },
  }
}

interface Given {
  readonly role: 'speaker' | 'facilitator'
  readonly plannedMinutes: number
  /** Of the sessions held by today. */
  readonly givenMinutes: number
}

/** The sessions that a person gives, by group. */
async function sessionsGiven(db: Reader, personId: string, today: string): Promise<ReadonlyMap<string, Given>> {
  const rows = await db
    .selectFrom('sessionSpeakers')
    .innerJoin('sessions', 'sessions.id', 'sessionSpeakers.sessionId')
    .select(['sessions.id', 'sessions.cohortId', 'sessions.day', 'sessions.plannedMinutes', 'sessionSpeakers.role'])
    .where('sessionSpeakers.personId', '=', personId)
    .where('sessionSpeakers.removedAt', 'is', null)
    .where('sessions.removedAt', 'is', null)
    .orderBy('sessions.id')
    .execute()
  const byCohort = Map.groupBy(rows, (row) => row.cohortId)
  return new Map(
    [...byCohort].map(([cohortId, all]) => {
      // Who speaks and moderates in one session gives it once.
      const sessions = [...new Map(all.map((row) => [row.id, row])).values()]
      const minutes = (some: readonly { readonly plannedMinutes: number }[]): number => some.reduce((sum, session) => sum + session.plannedMinutes, 0)
      const role = all.some((row) => row.role === 'speaker') ? ('speaker' as const) : ('facilitator' as const)
      return [cohortId, { role, plannedMinutes: minutes(sessions), givenMinutes: minutes(sessions.filter((session) => session.day <= today)) }]
    }),
  )
}

function givenIn(given: ReadonlyMap<string, Given>, cohortId: string): Figures {
  const one = given.get(cohortId)
  return { plannedMinutes: one?.plannedMinutes ?? null, attendedMinutes: one?.givenMinutes ?? null, mark: null, acta: null }
}

async function cohortsWithSessions(db: Reader, cohortIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (cohortIds.length === 0) return new Set()
  const rows = await db.selectFrom('sessions').select('cohortId').distinct().where('cohortId', 'in', cohortIds).where('removedAt', 'is', null).execute()
  return new Set(rows.map((row) => row.cohortId))
}

function papersOf(db: Reader, personId: string) {
  return db
    .selectFrom('certificates')
    .select(['enrolmentId', 'id', 'number', 'paperKind', 'issuedOn', 'version', stateOfRow().as('state')])
    .where('personId', '=', personId)
    .orderBy('issuedOn')
    .orderBy('paperKind')
    .orderBy('correlative')
    .orderBy('version')
    .execute()
}

/** Every post by its id, and the one of today. Posts taken away since are still those held then. */
async function postsOf(db: Reader, personId: string, today: string) {
  const rows = await db
    .selectFrom('posts')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['posts.id', 'posts.title', 'posts.since', 'posts.until', 'posts.removedAt', 'organisations.name as organisationName'])
    .where('posts.personId', '=', personId)
    .orderBy('posts.id')
    .execute()
  return { posts: new Map(rows.map((row) => [row.id, row])), post: postAsOf(rows.filter((row) => row.removedAt === null), today) }
}
