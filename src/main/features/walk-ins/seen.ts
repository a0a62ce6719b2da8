import type { contract } from '../../../shared/contract/index.ts'
import { walkInKey } from '../../../shared/domain/attendance.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { Likely } from './likely.ts'
import { likelyPeople } from './likely.ts'

type WalkInSeen = OutputOf<typeof contract.walkIns.list>[number]

/** As many as a person compares at a glance. */
const PROPOSED = 5

/** Walk-ins in the order of their sessions and of the paper; the unknown ones with whom they may be. */
export async function walkInsSeen(db: Reader, language: Language, { cohortId, sessionId, onlyUnknown }: { readonly cohortId?: string | undefined; readonly sessionId?: string | undefined; readonly onlyUnknown: boolean }): Promise<WalkInSeen[]> {
  let ask = db
    .selectFrom('walkIns')
    .innerJoin('sessions', 'sessions.id', 'walkIns.sessionId')
    .leftJoin('enrolments', 'enrolments.id', 'walkIns.enrolmentId')
    .leftJoin('people', 'people.id', 'enrolments.personId')
    .selectAll('walkIns')
    .select(['sessions.cohortId', 'sessions.day', 'sessions.subject as sessionSubject', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where('walkIns.removedAt', 'is', null)
    .where('sessions.removedAt', 'is', null)
    .orderBy('sessions.day')
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
    .orderBy((eb) => eb.fn.coalesce('walkIns.page', eb.lit(0)))
    .orderBy((eb) => eb.fn.coalesce('walkIns.row', eb.lit(0)))
    .orderBy('walkIns.id')
  if (cohortId !== undefined) ask = ask.where('sessions.cohortId', '=', cohortId)
  if (sessionId !== undefined) ask = ask.where('walkIns.sessionId', '=', sessionId)
  if (onlyUnknown) ask = ask.where('walkIns.enrolmentId', 'is', null)
  const rows = await ask.execute()
  const unknown = rows.filter((row) => row.enrolmentId === null)
  const likely = await likelyPeople(db, unknown)
  const enrolled = await enrolmentsOf(db, { cohortIds: [...new Set(unknown.map((row) => row.cohortId))], personIds: [...new Set([...likely.values()].flat().map((one) => one.personId))] })
  return rows.map((row) => {
    const { removedAt: _, cohortId: of, firstSurname, secondSurname, givenNames, ...walkIn } = row
    const personName = firstSurname === null || givenNames === null ? null : displayName({ firstSurname, secondSurname, givenNames })
    return { ...walkIn, personName, maybe: proposed(language, likely.get(row) ?? [], (personId) => enrolled.get(`${of} ${personId}`) ?? null) }
  })
}

/** How many people came to sessions of the group and are not known yet: who is written the same in several is one. */
export async function unknownWalkIns(db: Reader, cohortId: string): Promise<number> {
  const rows = await db
    .selectFrom('walkIns')
    .innerJoin('sessions', 'sessions.id', 'walkIns.sessionId')
    .select(['walkIns.writtenName', 'walkIns.writtenDocument'])
    .where('sessions.cohortId', '=', cohortId)
    .where('sessions.removedAt', 'is', null)
    .where('walkIns.enrolmentId', 'is', null)
    .where('walkIns.removedAt', 'is', null)
    .execute()
  return new Set(rows.map(walkInKey)).size
}

/** Who has the document first, then the group's people by likeness, then everybody else by likeness. */
function proposed(language: Language, likely: readonly Likely[], enrolmentIn: (personId: string) => string | null): WalkInSeen['maybe'] {
  const placed = likely.map((one) => ({ ...one, enrolmentId: enrolmentIn(one.personId) }))
  const standing = ({ reason, enrolmentId }: (typeof placed)[number]): number => (reason === 'document' ? 0 : enrolmentId === null ? 2 : 1)
  return placed
    .toSorted((one, other) => standing(one) - standing(other))
    .slice(0, PROPOSED)
    .map(({ personId, enrolmentId, name, documentNumber, reason }) => {
      const why = reason === 'document' ? say(language, 'walkIns.why.document', { number: documentNumber ?? '' }) : say(language, `walkIns.why.${reason}`)
      return { personId, enrolmentId, name, documentNumber, reason: enrolmentId === null ? say(language, 'walkIns.outside', { why }) : say(language, 'walkIns.inGroup', { why }) }
    })
}

/** Enrolments of these people in these groups, by `cohortId personId`, as participants first. */
async function enrolmentsOf(db: Reader, { cohortIds, personIds }: { readonly cohortIds: readonly string[]; readonly personIds: readonly string[] }): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (cohortIds.length === 0) return found
  for (const chunk of inChunks(personIds, 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .select(['id', 'cohortId', 'personId', 'role'])
      .where('personId', 'in', chunk)
      .where('cohortId', 'in', cohortIds)
      .where('removedAt', 'is', null)
      .orderBy('id')
      .execute()
    for (const row of rows) if (row.role === 'participant' || !found.has(`${row.cohortId} ${row.personId}`)) found.set(`${row.cohortId} ${row.personId}`, row.id)
  }
  return found
}
