import type { OgpValue } from '../../../shared/domain/commitments.ts'
import { refuse } from '../../core/failures.ts'
import type { Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'
import { actorsOf, itemsOf, linksOf, valuesOf } from './records.ts'

type ActorFields = Omit<EntityTables['commitmentActors'], 'id' | 'commitmentId' | 'position' | 'removedAt'>
type ValueFields = Pick<EntityTables['commitmentValues'], 'value' | 'explanation' | 'degree'>

/** The actors become those, in that order; who stays keeps its record. */
export async function putActors(db: Writer, commitmentId: string, actors: readonly ActorFields[]): Promise<void> {
  const free = await actorsOf(db, commitmentId)
  const added: (ActorFields & { readonly commitmentId: string; readonly position: number })[] = []
  const patches: { readonly id: string; readonly patch: ActorFields & { readonly position: number } }[] = []
  for (const [position, actor] of actors.entries()) {
    const at = free.findIndex((one) => one.kind === actor.kind && one.organisationId === actor.organisationId && one.name === actor.name && one.personId === actor.personId && one.unit === actor.unit)
    const [same] = at < 0 ? [] : free.splice(at, 1)
    if (same === undefined) added.push({ ...actor, commitmentId, position })
    else patches.push({ id: same.id, patch: { ...actor, position } })
  }
  await db.changeMany('commitmentActors', patches)
  await db.removeMany('commitmentActors', free.map((one) => one.id))
  await db.add('commitmentActors', added)
}

/** The values become those. Throws `refused` for one named twice. */
export async function putValues(db: Writer, commitmentId: string, values: readonly ValueFields[]): Promise<void> {
  const named = new Map<OgpValue, ValueFields>(values.map((one) => [one.value, one]))
  if (named.size < values.length) refuse('commitments.valueTwice')
  const known = await valuesOf(db, commitmentId)
  await db.changeMany('commitmentValues', known.flatMap((one) => {
    const now = named.get(one.value)
    return now === undefined ? [] : [{ id: one.id, patch: { explanation: now.explanation, degree: now.degree } }]
  }))
  await db.removeMany('commitmentValues', known.filter((one) => !named.has(one.value)).map((one) => one.id))
  const there = new Set(known.map((one) => one.value))
  await db.add('commitmentValues', values.filter((one) => !there.has(one.value)).map((one) => ({ ...one, commitmentId })))
}

/** The training and the initiatives that carry it out become those. Throws `missing` for what is gone. */
export async function putLinks(db: Writer, commitmentId: string, asked: { readonly editionIds: readonly string[]; readonly initiativeIds: readonly string[] }): Promise<void> {
  const known = await linksOf(db, commitmentId)
  const [editions, initiatives] = [new Set(asked.editionIds), new Set(asked.initiativeIds)]
  const keeps = (link: (typeof known)[number]): boolean => (link.editionId !== null && editions.has(link.editionId)) || (link.initiativeId !== null && initiatives.has(link.initiativeId))
  const newEditions = [...editions].filter((id) => !known.some((link) => link.editionId === id))
  const newInitiatives = [...initiatives].filter((id) => !known.some((link) => link.initiativeId === id))
  for (const id of newEditions) await live(db, 'editions', id, 'commitments.editionMissing')
  for (const id of newInitiatives) await live(db, 'initiatives', id, 'commitments.initiativeMissing')
  await db.removeMany('commitmentLinks', known.filter((link) => !keeps(link)).map((link) => link.id))
  await db.add('commitmentLinks', [...newEditions.map((editionId) => ({ commitmentId, editionId, initiativeId: null })), ...newInitiatives.map((initiativeId) => ({ commitmentId, editionId: null, initiativeId }))])
}

/** Puts those first, in that order; the others follow as they stood. Throws `refused` for one of another commitment. */
export async function putOrder(db: Writer, commitmentId: string, ids: readonly string[]): Promise<void> {
  const items = await itemsOf(db, commitmentId)
  if (ids.some((id) => !items.some((item) => item.id === id))) refuse('commitments.itemMissing')
  const wanted = [...new Set([...ids, ...items.map((item) => item.id)])]
  await db.changeMany('commitmentItems', wanted.map((id, position) => ({ id, patch: { position } })))
}

/** The commitment and all that is only seen through it. */
export async function removeWhole(db: Writer, commitmentId: string): Promise<void> {
  for (const table of ['commitmentActors', 'commitmentValues', 'commitmentItems', 'commitmentLinks', 'replannings'] as const) {
    const rows = await db.selectFrom(table as 'replannings').select('id').where('commitmentId', '=', commitmentId).where('removedAt', 'is', null).orderBy('id').execute()
    await db.removeMany(table, rows.map((row) => row.id))
  }
  await db.remove('commitments', commitmentId)
}
