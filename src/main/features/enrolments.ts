import type { contract } from '../../shared/contract/index.ts'
import { displayName, searchPieces } from '../../shared/domain/names.ts'
import { postAsOf } from '../../shared/domain/posts.ts'
import type { OutputOf } from '../../shared/rpc/define.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import { inChunks } from '../db/chunks.ts'
import type { Reader, Writer } from '../db/doors.ts'
import { holds } from '../db/queries.ts'
import type { EntityTables } from '../db/schema.ts'
import { editionOf } from './programmes/records.ts'
import { inForce } from './certificates/state.ts'
import { live } from './live.ts'

export const enrolments: Handlers<typeof contract.enrolments> = {
  list: ({ db }, which) => enrolmentsSeen(db, which),
  add: async ({ db, today }, wanted) => {
    const { ids, alreadyThere } = await enrolIn(db, { ...wanted, today: today() })
    return { added: ids.length, alreadyThere, act: db.act }
  },
  update: async ({ db }, { ids, role, state }) => {
    const rows = await enrolmentRows(db, ids)
    if (role !== undefined && rows.some((row) => row.role !== role)) await refuseCertified(db, ids)
    const changed = await db.changeMany('enrolments', rows.map((row) => ({ id: row.id, patch: { ...(role === undefined ? {} : { role }), ...(state === undefined ? {} : { state }) } })))
    return { changed, act: db.act }
  },
  remove: async ({ db, now }, { ids }) => {
    const rows = await enrolmentRows(db, ids)
    await refuseCertified(db, ids)
    await refuseWithResults(db, ids)
    await forgetWalkIns(db, ids)
    const changed = await db.changeMany('enrolments', rows.map((row) => ({ id: row.id, patch: { removedAt: now() } })))
    return { changed, act: db.act }
  },
}

type Seen = OutputOf<typeof contract.enrolments.list>[number]

/** Enrols people in a group with the post that each holds on its first day; those already there with that role stay as they are. Throws `missing`. */
export async function enrolIn(
  db: Writer,
  { cohortId, personIds, role, today }: { readonly cohortId: string; readonly personIds: readonly string[]; readonly role: Seen['role']; readonly today: string },
): Promise<{ ids: string[]; alreadyThere: number }> {
  const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
  const edition = await editionOf(db, cohort.editionId)
  const day = cohort.startsOn ?? edition.startsOn ?? today
  const wanted = [...new Set(personIds)]
  const there = new Set<string>()
  const posts = new Map<string, string>()
  for (const chunk of inChunks(wanted, 4)) {
    const known = await db.selectFrom('people').select('id').where('id', 'in', chunk).where('removedAt', 'is', null).execute()
    if (known.length < chunk.length) missing('enrolments.personMissing')
    const rows = await db.selectFrom('enrolments').select('personId').where('cohortId', '=', cohortId).where('role', '=', role).where('removedAt', 'is', null).where('personId', 'in', chunk).execute()
    for (const row of rows) there.add(row.personId)
    for (const [personId, postId] of await postsOn(db, chunk, day)) posts.set(personId, postId)
  }
  const added = wanted.filter((personId) => !there.has(personId))
  const ids = await db.add('enrolments', added.map((personId) => ({ cohortId, personId, postId: posts.get(personId) ?? null, role, state: 'enrolled' as const })))
  return { ids, alreadyThere: there.size }
}

/** Those enrolled, in Peru's alphabetical order, with the post held on the training days and the numbers they were given. */
export async function enrolmentsSeen(
  db: Reader,
  which: { readonly cohortId?: string | undefined; readonly editionId?: string | undefined; readonly role?: Seen['role'] | undefined; readonly search?: string },
): Promise<Seen[]> {
  let ask = db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .leftJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['enrolments.id', 'enrolments.personId', 'enrolments.cohortId', 'cohorts.name as cohortName', 'enrolments.role', 'enrolments.state'])
    .select(['people.documentType', 'people.documentNumber', 'people.firstSurname', 'people.secondSurname', 'people.givenNames', 'people.certificateName', 'people.sex'])
    .select(['organisations.name as organisationName', 'posts.title as postTitle'])
    .where('enrolments.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
  if (which.cohortId !== undefined) ask = ask.where('enrolments.cohortId', '=', which.cohortId)
  if (which.editionId !== undefined) ask = ask.where('cohorts.editionId', '=', which.editionId)
  if (which.role !== undefined) ask = ask.where('enrolments.role', '=', which.role)
  for (const piece of searchPieces(which.search ?? '')) ask = ask.where((eb) => holds(eb.ref('people.searchKey'), piece))
  const rows = await ask.execute()
  const numbers = await certificateNumbersOf(db, rows.map((row) => row.id))
  return rows.map((row) => ({ ...row, certificates: numbers.get(row.id) ?? [] }))
}

/** Numbers of the certificates that each enrolment holds, those that count no more left out; with `everGiven` those too. */
export async function certificateNumbersOf(db: Reader, enrolmentIds: readonly string[], { everGiven = false }: { readonly everGiven?: boolean } = {}): Promise<ReadonlyMap<string, string[]>> {
  const numbers = new Map<string, string[]>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const asked = db.selectFrom('certificates').select(['enrolmentId', 'number']).where('enrolmentId', 'in', chunk).orderBy('issuedAt').orderBy('correlative')
    const rows = await (everGiven ? asked : asked.where(inForce())).execute()
    for (const row of rows) numbers.set(row.enrolmentId, [...(numbers.get(row.enrolmentId) ?? []), row.number])
  }
  return numbers
}

/** The post that each person holds on the day on which the training begins. */
async function postsOn(db: Reader, personIds: readonly string[], day: string): Promise<readonly (readonly [string, string])[]> {
  const rows = await db.selectFrom('posts').select(['id', 'personId', 'since', 'until']).where('personId', 'in', personIds).where('removedAt', 'is', null).orderBy('id').execute()
  return [...Map.groupBy(rows, (row) => row.personId)].flatMap(([personId, posts]) => {
    const post = postAsOf(posts, day)
    return post === undefined ? [] : [[personId, post.id] as const]
  })
}

async function enrolmentRows(db: Reader, ids: readonly string[]): Promise<EntityTables['enrolments'][]> {
  const rows: EntityTables['enrolments'][] = []
  for (const chunk of inChunks(ids, 1)) rows.push(...(await db.selectFrom('enrolments').selectAll().where('id', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()))
  if (rows.length < new Set(ids).size) missing('enrolments.missing')
  return rows
}

/** Who signed and was taken for one of these is unknown again: the signature is still on the paper. */
export async function forgetWalkIns(db: Writer, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db.selectFrom('walkIns').select('id').where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    await db.changeMany('walkIns', rows.map((row) => ({ id: row.id, patch: { enrolmentId: null } })))
  }
}

async function refuseCertified(db: Reader, ids: readonly string[]): Promise<void> {
  const numbers = await certificateNumbersOf(db, ids, { everGiven: true })
  const [first] = [...numbers.values()].flat()
  if (first !== undefined) refuse('enrolments.hasCertificate', { n: numbers.size, number: first })
}

/** Throws `refused`, naming somebody, when attendance or marks are written for any of them: who stops coming withdraws. */
export async function refuseWithResults(db: Reader, ids: readonly string[]): Promise<void> {
  for (const table of ['attendances', 'marks'] as const) {
    const having = new Set<string>()
    for (const chunk of inChunks(ids, 1)) {
      const rows = await db.selectFrom(table).select('enrolmentId').distinct().where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('enrolmentId').execute()
      for (const row of rows) having.add(row.enrolmentId)
    }
    const [first] = having
    if (first === undefined) continue
    const person = await db.selectFrom('enrolments').innerJoin('people', 'people.id', 'enrolments.personId').select(['firstSurname', 'secondSurname', 'givenNames']).where('enrolments.id', '=', first).executeTakeFirstOrThrow()
    const said = { n: having.size, name: displayName(person) }
    if (table === 'attendances') refuse('enrolments.hasAttendance', said)
    refuse('enrolments.hasMarks', said)
  }
}
