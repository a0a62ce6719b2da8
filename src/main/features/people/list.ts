import { sql } from 'kysely'
import type { Expression, RawBuilder, SqlBool } from 'kysely'
import type { contract } from '../../../shared/contract/index.ts'
import { searchPieces } from '../../../shared/domain/names.ts'
import { postAsOf } from '../../../shared/domain/posts.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { holds, rowCount } from '../../db/queries.ts'

type Asked = ParsedInputOf<typeof contract.people.list>
type Listed = OutputOf<typeof contract.people.list>
type Filter = Asked['only']
type Among = ParsedInputOf<typeof contract.people.counts>

/** One window of the list. The index `peopleInOrder` answers which and how many; only the rows in the window are read. */
export async function peopleListed(db: Reader, asked: Asked, today: string): Promise<Listed> {
  const found = await matching(db, asked, today).select('id').orderBy('sortKey').orderBy('id').offset(asked.offset).limit(asked.limit).execute()
  const ids = found.map((row) => row.id)
  const isLast = ids.length < asked.limit && (ids.length > 0 || asked.offset === 0)
  const total = isLast ? asked.offset + ids.length : (await matching(db, asked, today).select(rowCount().as('n')).executeTakeFirstOrThrow()).n
  return { rows: await rowsOf(db, ids, today), total }
}

function matching(db: Reader, { search, only, organisationId }: Among & { readonly only: Filter }, today: string) {
  let ask = db.selectFrom('people').where('removedAt', 'is', null)
  for (const piece of searchPieces(search)) ask = ask.where((eb) => holds(eb.ref('searchKey'), piece))
  if (only !== 'all') ask = ask.where(filters[only])
  if (organisationId !== undefined) ask = ask.where('id', 'in', currentPosts(db, today, [organisationId]).select('post.personId'))
  return ask
}

const filters: Readonly<Record<Exclude<Filter, 'all'>, RawBuilder<SqlBool>>> = {
  withoutDocument: sql<SqlBool>`"documentNumber" is null`,
  withoutSex: sql<SqlBool>`"sex" is null`,
  withoutBirthDate: sql<SqlBool>`"birthDate" is null`,
  servidor: sql<SqlBool>`"personClass" = 'servidor'`,
  lider: sql<SqlBool>`"personClass" = 'lider'`,
  locador: sql<SqlBool>`"personClass" = 'locador'`,
  otro: sql<SqlBool>`"personClass" = 'otro'`,
}

/** How many persons each filter shows, in one reading. */
export function peopleCounted(db: Reader, among: Among, today: string): Promise<OutputOf<typeof contract.people.counts>> {
  const counted = (only: keyof typeof filters): RawBuilder<number> => sql<number>`cast(coalesce(sum(case when ${filters[only]} then 1 else 0 end), 0) as integer)`
  return matching(db, { ...among, only: 'all' }, today)
    .select([
      rowCount().as('all'),
      counted('withoutDocument').as('withoutDocument'),
      counted('withoutSex').as('withoutSex'),
      counted('withoutBirthDate').as('withoutBirthDate'),
      counted('servidor').as('servidor'),
      counted('lider').as('lider'),
      counted('locador').as('locador'),
      counted('otro').as('otro'),
    ])
    .executeTakeFirstOrThrow()
}

async function rowsOf(db: Reader, ids: readonly string[], today: string): Promise<Listed['rows']> {
  if (ids.length === 0) return []
  const people = await db
    .selectFrom('people')
    .select(['id', 'documentType', 'documentNumber', 'firstSurname', 'secondSurname', 'givenNames', 'sex', 'personClass'])
    .where('id', 'in', ids)
    .orderBy('sortKey')
    .orderBy('id')
    .execute()
  const posts = await db
    .selectFrom('posts')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['posts.id', 'posts.personId', 'posts.title', 'posts.since', 'posts.until', 'organisations.name as organisationName'])
    .where('posts.personId', 'in', ids)
    .where('posts.removedAt', 'is', null)
    .orderBy('posts.id')
    .execute()
  const postsOf = Map.groupBy(posts, (post) => post.personId)
  return people.map((person) => {
    const post = postAsOf(postsOf.get(person.id) ?? [], today)
    return { ...person, organisationName: post?.organisationName ?? null, postTitle: post?.title ?? null }
  })
}

/** The post of each person as of a day (`postAsOf` of domain/posts.ts, in SQL), where it is in one of these organisations. Its row is called `post`. */
export function currentPosts(db: Reader, day: string, organisationIds: readonly string[]) {
  const standing = (alias: string): RawBuilder<number> => {
    const [since, until]: Expression<string | null>[] = [sql.ref(`${alias}.since`), sql.ref(`${alias}.until`)]
    return sql<number>`case when ${since} > ${day} then 0 when ${until} < ${day} then 1 else 2 end`
  }
  const order = (alias: string): RawBuilder<unknown> => sql`(${standing(alias)}, coalesce(${sql.ref(`${alias}.since`)}, ''), ${sql.ref(`${alias}.id`)})`
  return db
    .selectFrom('posts as post')
    .where('post.organisationId', 'in', organisationIds)
    .where('post.removedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('posts as better')
            .select('better.id')
            .whereRef('better.personId', '=', 'post.personId')
            .where('better.removedAt', 'is', null)
            .where(sql<SqlBool>`${order('better')} > ${order('post')}`),
        ),
      ),
    )
}
