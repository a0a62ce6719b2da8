import type { contract } from '../../../shared/contract/index.ts'
import { monthsAfter } from '../../../shared/domain/dates.ts'
import { displayName, searchPieces } from '../../../shared/domain/names.ts'
import type { InPostState } from '../../../shared/domain/network.ts'
import { whereNow } from '../../../shared/domain/network.ts'
import { postAsOf } from '../../../shared/domain/posts.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { inChunks } from '../../db/chunks.ts'
import { holds } from '../../db/queries.ts'
import { inForce } from '../certificates/state.ts'

type Filter = Omit<ParsedInputOf<typeof contract.network.alumni>, 'offset' | 'limit'>
export type Alumnus = OutputOf<typeof contract.network.alumni>['rows'][number] & { readonly district: string | null }

/**
 * Everybody who finished a course as a participant (completed, approved, or holds a paper in force), in alphabetical order,
 * with the latest course that the filter leaves, the post held then and the one held today. `today`: YYYY-MM-DD. `personId`: only her.
 */
export async function alumniOf(db: Reader, filter: Filter, today: string, personId?: string): Promise<Alumnus[]> {
  const finished = await finishedCourses(db, filter, personId)
  const byPerson = Map.groupBy(finished, (one) => one.personId)
  const ids = [...byPerson.keys()]
  const [posts, contacts, inDirectory] = [await postsOf(db, ids), await contactsOf(db, ids), await consenting(db, ids)]
  const all = ids.map((personId): Alumnus => {
    const courses = byPerson.get(personId) ?? []
    const latest = courses.reduce((one, other) => ((other.endsOn ?? '') > (one.endsOn ?? '') ? other : one))
    const own = posts.get(personId) ?? []
    const then = own.find((post) => post.id === latest.postId)
    const now = postAsOf(own, today)
    const told = contacts.get(personId) ?? []
    const where = whereNow({ held: then ?? null, posts: own, contacts: told, finishedOn: latest.endsOn, today })
    return {
      personId,
      name: displayName(latest),
      finished: { enrolmentId: latest.enrolmentId, cohortId: latest.cohortId, programmeName: latest.programmeName, editionName: latest.editionName, cohortName: latest.cohortName, on: latest.endsOn },
      courses: courses.length,
      postThen: then?.title ?? null,
      organisationThen: then?.organisationName ?? null,
      postNow: now?.title ?? null,
      organisationNow: now?.organisationName ?? null,
      ...where,
      lastContactOn: told[0]?.on ?? null,
      nextContactOn: nextOf(told),
      inDirectory: inDirectory.has(personId),
      district: now?.districtCode ?? latest.districtCode,
    }
  })
  const quietSince = filter.quietMonths === undefined ? null : monthsAfter(today, -filter.quietMonths)
  return all.filter((one) => (filter.department === undefined || one.district?.startsWith(filter.department) === true) && (quietSince === null || one.lastContactOn === null || one.lastContactOn < quietSince))
}

/** How many are in each state, and the percent of those known who are still in their post or organisation. */
export function inPostCounts(alumni: readonly Alumnus[]): { inPost: { state: InPostState; count: number }[]; stillThere: number | null } {
  const counts = new Map<InPostState, number>()
  for (const one of alumni) counts.set(one.inPost, (counts.get(one.inPost) ?? 0) + 1)
  const known = alumni.length - (counts.get('unknown') ?? 0)
  const there = (counts.get('samePost') ?? 0) + (counts.get('sameOrganisation') ?? 0)
  return { inPost: [...counts].map(([state, count]) => ({ state, count })), stillThere: known === 0 ? null : (there * 100) / known }
}

async function finishedCourses(db: Reader, { search, programmeId, editionId }: Filter, personId: string | undefined) {
  let ask = db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['enrolments.id as enrolmentId', 'enrolments.personId', 'enrolments.postId', 'enrolments.cohortId', 'cohorts.name as cohortName', 'editions.name as editionName', 'programmes.name as programmeName'])
    .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.districtCode'])
    .select(({ fn, ref }) => fn.coalesce(ref('cohorts.endsOn'), ref('editions.endsOn'), ref('cohorts.startsOn'), ref('editions.startsOn')).as('endsOn'))
    .where('enrolments.role', '=', 'participant')
    .where('enrolments.removedAt', 'is', null)
    .where('people.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .where('editions.removedAt', 'is', null)
    .where('programmes.removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('enrolments.state', 'in', ['completed', 'approved']),
        eb.and([eb('enrolments.state', '<>', 'withdrawn'), eb.exists(eb.selectFrom('certificates').select('certificates.id').whereRef('certificates.enrolmentId', '=', 'enrolments.id').where(inForce()))]),
      ]),
    )
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
  for (const piece of searchPieces(search)) ask = ask.where((eb) => holds(eb.ref('people.searchKey'), piece))
  if (programmeId !== undefined) ask = ask.where('programmes.id', '=', programmeId)
  if (editionId !== undefined) ask = ask.where('editions.id', '=', editionId)
  if (personId !== undefined) ask = ask.where('people.id', '=', personId)
  return ask.execute()
}

export interface KnownPost {
  readonly id: string
  readonly personId: string
  readonly organisationId: string | null
  readonly title: string | null
  readonly since: string | null
  readonly until: string | null
  readonly organisationName: string | null
  readonly districtCode: string | null
}

/** The posts of these people, by person. */
export async function postsOf(db: Reader, personIds: readonly string[]): Promise<Map<string, KnownPost[]>> {
  const found: KnownPost[] = []
  for (const chunk of inChunks(personIds, 1)) {
    const rows = await db
      .selectFrom('posts')
      .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['posts.id', 'posts.personId', 'posts.organisationId', 'posts.title', 'posts.since', 'posts.until', 'organisations.name as organisationName', 'organisations.districtCode'])
      .where('posts.personId', 'in', chunk)
      .where('posts.removedAt', 'is', null)
      .orderBy('posts.id')
      .execute()
    found.push(...rows)
  }
  return Map.groupBy(found, (one) => one.personId)
}

/** What each of these people told, the latest first, by person. */
export async function contactsOf(db: Reader, personIds: readonly string[]) {
  const found = []
  for (const chunk of inChunks(personIds, 1)) {
    const rows = await db
      .selectFrom('contacts')
      .select(['id', 'personId', 'on', 'whereabouts', 'nextOn'])
      .where('personId', 'in', chunk)
      .where('removedAt', 'is', null)
      .orderBy('on', 'desc')
      .orderBy('id', 'desc')
      .execute()
    found.push(...rows)
  }
  return Map.groupBy(found, (one) => one.personId)
}

async function consenting(db: Reader, personIds: readonly string[]): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const chunk of inChunks(personIds, 1)) {
    const rows = await db.selectFrom('directoryConsents').select('personId').where('personId', 'in', chunk).where('withdrawnOn', 'is', null).where('removedAt', 'is', null).execute()
    for (const { personId } of rows) ids.add(personId)
  }
  return ids
}

/** What is still to be done: the next day noted at the latest contact, for a later contact answers it. */
function nextOf(told: readonly { readonly nextOn: string | null }[]): string | null {
  return told[0]?.nextOn ?? null
}
