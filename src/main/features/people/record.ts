import type { contract } from '../../../shared/contract/index.ts'
import { latestFirst } from '../../../shared/domain/posts.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { stateOfRow } from '../certificates/state.ts'

type PersonRecord = OutputOf<typeof contract.people.get>

/** One person whole, removed ones too: what she is, where she worked, what she was trained in, what she was given. Throws `missing`. */
export async function personRecord(db: Reader, id: string): Promise<Omit<PersonRecord, 'districtName'>> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  if (person === undefined) missing('people.missing')
  return { person, posts: await postsOf(db, id), enrolments: await enrolmentsOf(db, id), certificates: await certificatesOf(db, id) }
}

async function postsOf(db: Reader, personId: string): Promise<PersonRecord['posts']> {
  const rows = await db
    .selectFrom('posts')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['posts.id', 'posts.organisationId', 'posts.title', 'posts.unit', 'posts.regime', 'posts.sector', 'posts.since', 'posts.until', 'organisations.name as organisationName'])
    .where('posts.personId', '=', personId)
    .where('posts.removedAt', 'is', null)
    .orderBy('posts.id')
    .execute()
  return rows.sort(latestFirst)
}

async function enrolmentsOf(db: Reader, personId: string): Promise<PersonRecord['enrolments']> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['enrolments.id', 'enrolments.cohortId', 'enrolments.role', 'enrolments.state', 'programmes.name as programmeName', 'editions.name as editionName', 'cohorts.name as cohortName'])
    .select((eb) => [
      eb.fn.coalesce('cohorts.startsOn', 'editions.startsOn').as('startsOn'),
      eb.fn.coalesce('cohorts.endsOn', 'editions.endsOn').as('endsOn'),
      'editions.hours',
      'editions.year',
    ])
    .where('enrolments.personId', '=', personId)
    .where('enrolments.removedAt', 'is', null)
    .orderBy('editions.year', 'desc')
    .orderBy((eb) => eb.fn.coalesce('cohorts.startsOn', 'editions.startsOn', eb.val('')), 'desc')
    .orderBy('enrolments.id', 'desc')
    .execute()
  return rows.map(({ year: _, ...row }) => row)
}

function certificatesOf(db: Reader, personId: string): Promise<PersonRecord['certificates']> {
  return db
    .selectFrom('certificates')
    .select(['id', 'number', 'paperKind', 'issuedOn', 'title', 'version', stateOfRow().as('state')])
    .where('personId', '=', personId)
    .orderBy('issuedOn', 'desc')
    .orderBy('correlative', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id')
    .execute()
}
