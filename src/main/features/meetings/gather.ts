import type { Enrolled } from '../../../shared/domain/meetings/matching.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { live } from '../live.ts'
import { editionOf } from '../programmes/records.ts'
import type { SessionRow } from '../sessions/records.ts'
import { sessionsOf } from '../sessions/records.ts'

/** Somebody of a group, as reading a meeting or a sheet needs to know her. */
export interface Member extends Enrolled {
  readonly name: string
  readonly role: string
  readonly state: string
  readonly documentType: string
}

/** A group with what a meeting is compared with. */
export interface Group {
  readonly cohortId: string
  readonly editionId: string
  readonly from: string | null
  readonly to: string | null
  readonly sessions: readonly SessionRow[]
  readonly members: readonly Member[]
  /** By session, those whom somebody recognised among its strangers: in no row, and there all the same. */
  readonly identified: ReadonlyMap<string, ReadonlySet<string>>
}

/** Throws `missing` where the group is gone. */
export async function groupOf(db: Reader, cohortId: string): Promise<Group> {
  const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
  const edition = await editionOf(db, cohort.editionId)
  return {
    cohortId,
    editionId: edition.id,
    from: cohort.startsOn ?? edition.startsOn,
    to: cohort.endsOn ?? edition.endsOn,
    sessions: await sessionsOf(db, { cohortId }),
    members: await membersOf(db, cohortId),
    identified: await identifiedIn(db, cohortId),
  }
}

async function identifiedIn(db: Reader, cohortId: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('walkIns')
    .innerJoin('sessions', 'sessions.id', 'walkIns.sessionId')
    .select(['walkIns.sessionId', 'walkIns.enrolmentId'])
    .where('sessions.cohortId', '=', cohortId)
    .where('walkIns.removedAt', 'is', null)
    .where('walkIns.enrolmentId', 'is not', null)
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.sessionId)].map(([id, found]) => [id, new Set(found.flatMap((row) => row.enrolmentId ?? []))]))
}

/** Everybody of a group in Peru's order, once each: whoever takes part and speaks too counts as a participant. */
async function membersOf(db: Reader, cohortId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['enrolments.id as enrolmentId', 'enrolments.personId', 'enrolments.role', 'enrolments.state'])
    .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.documentType', 'people.documentNumber', 'people.email'])
    .where('enrolments.cohortId', '=', cohortId)
    .where('enrolments.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
    .execute()
  const byPerson = new Map<string, Member>()
  for (const row of rows) {
    const known = byPerson.get(row.personId)
    if (known === undefined || (known.role !== 'participant' && row.role === 'participant')) byPerson.set(row.personId, { ...row, name: displayName(row) })
  }
  return [...byPerson.values()]
}

/** What of a meeting's writings was decided before: by writing and person, whether it is she. */
export type Remembered = (writing: string, personId: string) => boolean | undefined

/** Stands before a meeting's writing among those decided: a roster's stand there without it. */
export const MEETING = 'reunion:'

/** Reads once what was decided about these writings. */
export async function rememberedFor(db: Reader, writings: readonly string[]): Promise<Remembered> {
  const found = new Map<string, boolean>()
  for (const chunk of inChunks([...new Set(writings)].map((writing) => `${MEETING}${writing}`), 4)) {
    const rows = await db.selectFrom('verdicts').select(['writing', 'personId', 'same']).where('writing', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) found.set(`${row.writing} ${row.personId}`, row.same === 1)
  }
  return (writing, personId) => found.get(`${MEETING}${writing} ${personId}`)
}
