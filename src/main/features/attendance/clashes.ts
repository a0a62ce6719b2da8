import { countedMinutes } from '../../../shared/domain/attendance.ts'
import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { statusesByKey } from './statuses.ts'

type Clash = OutputOf<typeof contract.attendance.clashes>[number]

/** Whose clashes: all of a group, or those that touch some cells. */
export type Scope =
  | { readonly kind: 'cohort'; readonly cohortId: string }
  | { readonly kind: 'cells'; readonly cells: readonly { readonly sessionId: string; readonly enrolmentId: string }[] }

/**
 * People marked as attending two sessions that have a minute in common, in any groups, with the one of the scope first.
 * First the few sessions that overlap are found, then only who is marked in those.
 */
export async function clashesOf(db: Reader, language: Language, scope: Scope): Promise<Clash[]> {
  const pairs = await overlapping(db, scope)
  if (pairs.length === 0) return []
  const asked = scope.kind === 'cells' ? new Set(scope.cells.map((cell) => `${cell.enrolmentId} ${cell.sessionId}`)) : null
  const attending = await attendingIn(db, scope, new Map(pairs.flatMap((pair) => [pair.here, pair.there].map((one) => [one.id, one]))))
  const told = new Set<string>()
  const clashes: (Clash & { readonly order: string })[] = []
  for (const { here, there } of pairs) {
    for (const [personId, { name, order, enrolments }] of attending.get(here.id) ?? []) {
      if (asked !== null && !enrolments.some((enrolmentId) => asked.has(`${enrolmentId} ${here.id}`))) continue
      if (attending.get(there.id)?.has(personId) !== true) continue
      // Both sessions may be of the scope: the pair comes twice then.
      const key = `${personId} ${[here.id, there.id].toSorted().join(' ')}`
      if (told.has(key)) continue
      told.add(key)
      const [one, other] = [placed(here), placed(there)]
      clashes.push({ personId, name, day: here.day, here: one, there: other, sentence: say(language, 'attendance.clash', { name, day: formatDate(here.day), here: one, there: other }), order })
    }
  }
  return clashes.toSorted((a, b) => byText(a.day, b.day) || byText(a.order, b.order) || byText(a.here, b.here)).map(({ order: _, ...clash }) => clash)
}

interface Placed {
  readonly id: string
  readonly day: string
  readonly startsAt: string
  readonly endsAt: string
  readonly plannedMinutes: number
  readonly subject: string
  readonly cohortName: string
}

const placed = ({ subject, cohortName, startsAt, endsAt }: Placed): string => `${subject} (${cohortName}, ${startsAt}–${endsAt})`

/** Sessions of the scope, each with another one that has a minute in common with it. */
async function overlapping(db: Reader, scope: Scope): Promise<{ here: Placed; there: Placed }[]> {
  const ask = db
    .selectFrom('sessions as here')
    .innerJoin('sessions as there', (join) => join.onRef('there.day', '=', 'here.day').onRef('there.startsAt', '<', 'here.endsAt').onRef('there.endsAt', '>', 'here.startsAt').onRef('there.id', '!=', 'here.id'))
    .select(['here.id as hereId', 'there.id as thereId'])
    .where('here.removedAt', 'is', null)
    .where('there.removedAt', 'is', null)
    .orderBy('here.day')
    .orderBy('here.startsAt')
    .orderBy('here.id')
    .orderBy('there.id')
  const found: { hereId: string; thereId: string }[] = []
  if (scope.kind === 'cohort') found.push(...(await ask.where('here.cohortId', '=', scope.cohortId).execute()))
  else for (const chunk of inChunks([...new Set(scope.cells.map((cell) => cell.sessionId))], 1)) found.push(...(await ask.where('here.id', 'in', chunk).execute()))
  const sessions = await placedById(db, [...new Set(found.flatMap(({ hereId, thereId }) => [hereId, thereId]))])
  return found.flatMap(({ hereId, thereId }) => {
    const [here, there] = [sessions.get(hereId), sessions.get(thereId)]
    return here === undefined || there === undefined ? [] : [{ here, there }]
  })
}

async function placedById(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Placed>> {
  const sessions = new Map<string, Placed>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db
      .selectFrom('sessions')
      .innerJoin('cohorts', 'cohorts.id', 'sessions.cohortId')
      .select(['sessions.id', 'sessions.day', 'sessions.startsAt', 'sessions.endsAt', 'sessions.plannedMinutes', 'sessions.subject', 'cohorts.name as cohortName'])
      .where('sessions.id', 'in', chunk)
      .where('cohorts.removedAt', 'is', null)
      .execute()
    for (const row of rows) sessions.set(row.id, row)
  }
  return sessions
}

interface Attending {
  readonly name: string
  readonly order: string
  readonly enrolments: string[]
}

/** Who is marked with minutes in each of these sessions: person by person, as one may have two roles in a group. */
async function attendingIn(db: Reader, scope: Scope, sessions: ReadonlyMap<string, Placed>): Promise<ReadonlyMap<string, ReadonlyMap<string, Attending>>> {
  const statuses = await statusesByKey(db)
  const attending = new Map<string, Map<string, Attending>>()
  for (const ids of inChunks([...sessions.keys()], 2)) {
    for (const enrolments of scope.kind === 'cohort' ? [null] : inChunks([...new Set(scope.cells.map((cell) => cell.enrolmentId))], 2)) {
      for (const row of await marksIn(db, { sessionIds: ids, scope, enrolments })) {
        const status = statuses.get(row.status)
        if (status === undefined || countedMinutes(row, status, sessions.get(row.sessionId)?.plannedMinutes ?? 0) === 0) continue
        const people = attending.get(row.sessionId) ?? new Map<string, Attending>()
        const known = people.get(row.personId)
        if (known === undefined) people.set(row.personId, { name: displayName(row), order: row.sortKey, enrolments: [row.enrolmentId] })
        else known.enrolments.push(row.enrolmentId)
        attending.set(row.sessionId, people)
      }
    }
  }
  return attending
}

interface Marked {
  readonly sessionIds: readonly string[]
  readonly scope: Scope
  /** Of the scope's people only; null for all of its group. */
  readonly enrolments: readonly string[] | null
}

function marksIn(db: Reader, { sessionIds, scope, enrolments }: Marked) {
  const whom = db.selectFrom('enrolments as of').select('of.personId').where('of.removedAt', 'is', null)
  return db
    .selectFrom('attendances')
    .innerJoin('enrolments', 'enrolments.id', 'attendances.enrolmentId')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['attendances.sessionId', 'attendances.enrolmentId', 'attendances.status', 'attendances.minutes', 'enrolments.personId'])
    .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.sortKey'])
    .where('attendances.sessionId', 'in', sessionIds)
    .where('enrolments.personId', 'in', scope.kind === 'cohort' ? whom.where('of.cohortId', '=', scope.cohortId) : whom.where('of.id', 'in', enrolments ?? []))
    .where('attendances.removedAt', 'is', null)
    .where('enrolments.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('attendances.id')
    .execute()
}
