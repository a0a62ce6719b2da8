import type { contract } from '../../shared/contract/index.ts'
import { shownMark } from '../../shared/domain/marks.ts'
import { displayName } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { live } from './live.ts'
import { editionOf } from './programmes/records.ts'
import { itemsOf } from './results/course.ts'
import { marksGrid } from './results/grid.ts'
import { addMarkItem, checkScale, refuseSameName, writeChecks, writeMarks } from './results/marks.ts'

export const marks: Handlers<typeof contract.marks> = {
  items: async ({ db }, { editionId }) => {
    await editionOf(db, editionId)
    return itemsOf(db, editionId)
  },
  saveItem: async ({ db }, { editionId, id, fields }) => {
    await editionOf(db, editionId)
    if (id === null) return { id: await addMarkItem(db, editionId, fields), act: db.act }
    const item = await live(db, 'markItems', id, 'results.itemMissing')
    if (item.editionId !== editionId) missing('results.itemMissing')
    checkScale(fields)
    refuseSameName((await itemsOf(db, editionId)).filter((one) => one.id !== id), fields.name, 'results.sameItem')
    await refuseStranded(db, id, fields)
    await db.change('markItems', id, fields)
    return { id, act: db.act }
  },
  orderItems: async ({ db }, { editionId, ids }) => {
    await editionOf(db, editionId)
    const there = (await itemsOf(db, editionId)).map((item) => item.id)
    const first = [...new Set(ids)]
    if (first.some((id) => !there.includes(id))) missing('results.itemMissing')
    const order = [...first, ...there.filter((id) => !first.includes(id))]
    await db.changeMany('markItems', order.map((id, position) => ({ id, patch: { position } })))
    return { id: editionId, act: db.act }
  },
  removeItem: async ({ db }, { id }) => {
    const item = await live(db, 'markItems', id, 'results.itemMissing')
    const { n } = await db.selectFrom('marks').select(rowCount().as('n')).where('markItemId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (n > 0) refuse('results.itemMarked', { name: item.name, n })
    await db.remove('markItems', id)
    return { id, act: db.act }
  },
  grid: ({ db }, { cohortId }) => marksGrid(db, cohortId),
  set: async ({ db }, { cells }) => ({ ...(await writeMarks(db, cells)), act: db.act }),
  check: async ({ db }, { cells }) => ({ ...(await writeChecks(db, cells)), act: db.act }),
}

/** Throws `refused` when marks already written would lie outside the new scale. */
async function refuseStranded(db: Reader, itemId: string, scale: { readonly name: string; readonly scaleMin: number; readonly scaleMax: number }): Promise<void> {
  const stranded = await db
    .selectFrom('marks')
    .innerJoin('enrolments', 'enrolments.id', 'marks.enrolmentId')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['marks.value', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where('marks.markItemId', '=', itemId)
    .where('marks.removedAt', 'is', null)
    .where((eb) => eb.or([eb('marks.value', '<', scale.scaleMin), eb('marks.value', '>', scale.scaleMax)]))
    .orderBy('people.sortKey')
    .orderBy('marks.id')
    .execute()
  const [first] = stranded
  if (first === undefined) return
  refuse('results.strandsMarks', { n: stranded.length, item: scale.name, person: displayName(first), value: shownMark(first.value ?? 'NP'), min: shownMark(scale.scaleMin), max: shownMark(scale.scaleMax) })
}
