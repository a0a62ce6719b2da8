import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { minutesOfDay } from '../../../shared/domain/session-days.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export type SessionFields = ParsedInputOf<typeof contract.sessions.create>['fields']
export type SpeakerChoice = ParsedInputOf<typeof contract.sessions.create>['speakers'][number]
export type SessionRow = Omit<EntityTables['sessions'], 'removedAt'>

/** Sessions of a group, or of all groups of an edition, in order of day and time. */
export async function sessionsOf(db: Reader, which: { readonly cohortId?: string | undefined; readonly editionId?: string | undefined }): Promise<SessionRow[]> {
  let ask = db
    .selectFrom('sessions')
    .innerJoin('cohorts', 'cohorts.id', 'sessions.cohortId')
    .selectAll('sessions')
    .where('sessions.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .orderBy('sessions.day')
    .orderBy('sessions.startsAt')
    .orderBy('sessions.endsAt')
    .orderBy('sessions.id')
  if (which.cohortId !== undefined) ask = ask.where('sessions.cohortId', '=', which.cohortId)
  if (which.editionId !== undefined) ask = ask.where('cohorts.editionId', '=', which.editionId)
  const rows = await ask.execute()
  return rows.map(({ removedAt: _, ...session }) => session)
}

/** Adds a session to a group and gives its id. Throws `refused` when its times cannot be, `missing` when the group is not there. */
export async function addSession(db: Writer, cohortId: string, fields: SessionFields): Promise<string> {
  await live(db, 'cohorts', cohortId, 'cohorts.missing')
  checkSession(fields)
  const [id = ''] = await db.add('sessions', [{ ...fields, cohortId }])
  return id
}

/** Throws `refused` when it would end before it starts, or has more minutes than from start to end. */
export function checkSession({ startsAt, endsAt, plannedMinutes }: Pick<SessionFields, 'startsAt' | 'endsAt' | 'plannedMinutes'>): void {
  if (endsAt <= startsAt) refuse('sessions.endsBeforeStart', { startsAt, endsAt })
  const most = minutesOfDay(endsAt) - minutesOfDay(startsAt)
  if (plannedMinutes > most) refuse('sessions.tooManyMinutes', { minutes: plannedMinutes, most, startsAt, endsAt })
}

/** A session as sentences name it: «Tema» del 12/10/2020. */
export function sessionNamed({ subject, day }: Pick<SessionRow, 'subject' | 'day'>): { readonly subject: string; readonly day: string } {
  return { subject, day: formatDate(day) }
}

/** By this two sessions of one group are the same one. */
export const sessionKey = ({ day, startsAt, subject }: Pick<SessionRow, 'day' | 'startsAt' | 'subject'>): string => `${day} ${startsAt} ${subject}`

/** The speakers of sessions, in the order in which they stand. */
export async function speakersOf(db: Reader, sessionIds: readonly string[]): Promise<(SpeakerChoice & { readonly sessionId: string; readonly firstSurname: string; readonly secondSurname: string | null; readonly givenNames: string })[]> {
  const found = []
  for (const chunk of inChunks(sessionIds, 1)) {
    const rows = await db
      .selectFrom('sessionSpeakers')
      .innerJoin('people', 'people.id', 'sessionSpeakers.personId')
      .select(['sessionSpeakers.sessionId', 'sessionSpeakers.personId', 'sessionSpeakers.role', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('sessionSpeakers.sessionId', 'in', chunk)
      .where('sessionSpeakers.removedAt', 'is', null)
      .orderBy('sessionSpeakers.sessionId')
      .orderBy('sessionSpeakers.position')
      .orderBy('sessionSpeakers.id')
      .execute()
    found.push(...rows)
  }
  return found
}

/** Adds the speakers of several sessions, each list in its order; somebody named twice in one role stands once. */
export async function addSpeakers(db: Writer, lists: readonly { readonly sessionId: string; readonly speakers: readonly SpeakerChoice[] }[]): Promise<void> {
  const rows = lists.flatMap(({ sessionId, speakers }) =>
    [...new Map(speakers.map((speaker) => [`${speaker.personId} ${speaker.role}`, speaker])).values()].map(({ personId, role }, position) => ({ sessionId, personId, role, position })),
  )
  await db.add('sessionSpeakers', rows)
}
