import { hasBegun } from '../../shared/domain/commitments.ts'
import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { plansListed } from './commitments/list.ts'
import { putActors, putLinks, putOrder, putValues, removeWhole } from './commitments/lists.ts'
import { commitmentKey, commitmentOf, itemOf, itemsOf } from './commitments/records.ts'
import { replan } from './commitments/replan.ts'
import { checkActors, checkCommitment, checkItem, checkOrder, checkPromised } from './commitments/rules.ts'
import { commitmentSeen } from './commitments/seen.ts'
import { commitmentSheet } from './commitments/sheet.ts'
import { live } from './live.ts'

export const commitments: Handlers<typeof contract.commitments> = {
  list: ({ db, today }) => plansListed(db, today()),
  get: (context, { id }) => commitmentSeen(context, id),
  savePlan: async ({ db }, { id, fields }) => {
    checkOrder(fields)
    if (id === null) {
      const [made = ''] = await db.add('commitmentPlans', [fields])
      return { id: made, act: db.act }
    }
    await live(db, 'commitmentPlans', id, 'commitments.planMissing')
    await db.change('commitmentPlans', id, fields)
    return { id, act: db.act }
  },
  removePlan: async ({ db }, { id }) => {
    const plan = await live(db, 'commitmentPlans', id, 'commitments.planMissing')
    const one = await db.selectFrom('commitments').select('title').where('planId', '=', id).where('removedAt', 'is', null).orderBy('sortKey').limit(1).executeTakeFirst()
    if (one !== undefined) refuse('commitments.planHasCommitments', { plan: plan.name, title: one.title })
    await db.remove('commitmentPlans', id)
    return { id, act: db.act }
  },
  create: async ({ db, today }, fields) => {
    await checkCommitment(db, null, fields, today())
    const [id = ''] = await db.add('commitments', [{ ...fields, sortKey: commitmentKey(fields) }])
    return { id, act: db.act }
  },
  update: async ({ db, today }, { id, fields }) => {
    const before = await commitmentOf(db, id)
    const after = { ...before, ...fields }
    checkPromised(before, before, after, ['title', 'startsOn', 'endsOn'], today())
    await checkCommitment(db, id, after, today())
    await db.change('commitments', id, { ...fields, sortKey: commitmentKey(after) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await commitmentOf(db, id)
    const frame = await db.selectFrom('frames').select('name').where('commitmentId', '=', id).where('removedAt', 'is', null).orderBy('sortKey').limit(1).executeTakeFirst()
    if (frame !== undefined) refuse('commitments.hasFrame', { frame: frame.name })
    await removeWhole(db, id)
    return { id, act: db.act }
  },
  setActors: async ({ db }, { id, actors }) => {
    await commitmentOf(db, id)
    await checkActors(db, actors)
    await putActors(db, id, actors)
    return { id, act: db.act }
  },
  setValues: async ({ db }, { id, values }) => {
    await commitmentOf(db, id)
    await putValues(db, id, values)
    return { id, act: db.act }
  },
  saveItem: async ({ db, today }, { commitmentId, id, fields }) => {
    const commitment = await commitmentOf(db, commitmentId)
    const before = id === null ? null : await itemOf(db, id)
    if (before !== null && before.commitmentId !== commitmentId) refuse('commitments.itemMissing')
    if (before !== null) checkPromised(commitment, before, { ...before, ...fields }, ['name', 'startsOn', 'endsOn'], today())
    await checkItem(db, commitmentId, before, fields, today())
    if (before !== null) {
      await db.change('commitmentItems', before.id, fields)
      return { id: before.id, act: db.act }
    }
    const last = (await itemsOf(db, commitmentId)).at(-1)?.position ?? -1
    const [made = ''] = await db.add('commitmentItems', [{ ...fields, commitmentId, position: last + 1 }])
    return { id: made, act: db.act }
  },
  orderItems: async ({ db }, { commitmentId, ids }) => {
    await commitmentOf(db, commitmentId)
    await putOrder(db, commitmentId, ids)
    return { id: commitmentId, act: db.act }
  },
  removeItem: async ({ db, today }, { id }) => {
    const item = await itemOf(db, id)
    if (hasBegun(await commitmentOf(db, item.commitmentId), today())) refuse('commitments.removeByReplan', { name: item.name })
    const below = (await itemsOf(db, item.commitmentId)).filter((one) => one.parentId === id)
    await db.removeMany('commitmentItems', [...below.map((one) => one.id), id])
    return { id, act: db.act }
  },
  replan: async (context, asked) => {
    await replan(context, asked)
    return { id: asked.itemId ?? asked.commitmentId, act: context.db.act }
  },
  setLinks: async ({ db }, { id, editionIds, initiativeIds }) => {
    await commitmentOf(db, id)
    await putLinks(db, id, { editionIds, initiativeIds })
    return { id, act: db.act }
  },
  sheet: (context, { id, format }) => commitmentSheet(context, id, format),
}
