import type { contract } from '../../../shared/contract/index.ts'
import { addDays } from '../../../shared/domain/dates.ts'
import type { Handlers } from '../../core/context.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

type PostCalls = Pick<Handlers<typeof contract.people>, 'addPost' | 'updatePost' | 'removePost'>
type PostFields = Omit<EntityTables['posts'], 'id' | 'personId' | 'removedAt'>

/** A later post is added; the past is corrected only when a person says so, field by field. */
export const postCalls: PostCalls = {
  addPost: async ({ db }, { personId, closesEarlier, ...fields }) => {
    await live(db, 'people', personId, 'people.missing')
    await checkPost(db, fields)
    if (closesEarlier) await closeEarlier(db, personId, fields.since)
    const [id = ''] = await db.add('posts', [{ personId, ...fields }])
    return { id, act: db.act }
  },
  updatePost: async ({ db }, { id, fields }) => {
    const { id: _, personId: __, removedAt: ___, ...current } = await live(db, 'posts', id, 'people.postMissing')
    await checkPost(db, { ...current, ...fields })
    await db.change('posts', id, fields)
    return { id, act: db.act }
  },
  removePost: async ({ db }, { id }) => {
    await live(db, 'posts', id, 'people.postMissing')
    const { n } = await db.selectFrom('enrolments').select(rowCount().as('n')).where('postId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (n > 0) refuse('people.postUsed', { n })
    await db.remove('posts', id)
    return { id, act: db.act }
  },
}

async function checkPost(db: Reader, post: PostFields): Promise<void> {
  if (post.organisationId === null && post.title === null && post.unit === null) refuse('people.postEmpty')
  if (post.since !== null && post.until !== null && post.until < post.since) refuse('people.postEndsBeforeStart')
  if (post.organisationId === null) return
  const organisation = await db.selectFrom('organisations').select('id').where('id', '=', post.organisationId).where('removedAt', 'is', null).executeTakeFirst()
  if (organisation === undefined) missing('organisations.missing')
}

/** Ends the posts that began before this one on the day before it begins. */
async function closeEarlier(db: Writer, personId: string, since: string | null): Promise<void> {
  if (since === null) refuse('people.closeNeedsDate')
  const open = await db
    .selectFrom('posts')
    .select('id')
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .where((eb) => eb.or([eb('since', 'is', null), eb('since', '<', since)]))
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', since)]))
    .orderBy('id')
    .execute()
  await db.changeMany('posts', open.map(({ id }) => ({ id, patch: { until: addDays(since, -1) } })))
}
