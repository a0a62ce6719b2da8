import { hasBegun } from '../../../shared/domain/commitments.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'
import type { Commitment, Item } from './records.ts'
import { itemOf } from './records.ts'

type Dates = { readonly startsOn: string | null; readonly endsOn: string | null }
export type ItemFields = Omit<Item, 'id' | 'commitmentId' | 'position' | 'removedAt'>
export type CommitmentFields = Omit<Commitment, 'id' | 'sortKey' | 'removedAt'>

/** Throws `refused` when it ends before it starts. */
export function checkOrder({ startsOn, endsOn }: Dates): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) refuse('commitments.endsBefore')
}

/** Throws `refused` unless what a commitment says holds together, and its plan and institution are there. */
export async function checkCommitment(db: Reader, id: string | null, fields: CommitmentFields, today: string): Promise<void> {
  checkOrder(fields)
  await live(db, 'commitmentPlans', fields.planId, 'commitments.planMissing')
  if (fields.leadOrganisationId !== null) await live(db, 'organisations', fields.leadOrganisationId, 'commitments.organisationMissing')
  if (fields.completion !== null && fields.completionOn === null) refuse('commitments.completionDay')
  if (fields.completion === null && fields.completionOn !== null) refuse('commitments.completionLevel')
  if (fields.completionOn !== null && fields.completionOn > today) refuse('commitments.completionLater')
  if (fields.code === null) return
  const key = searchKey(fields.code)
  const others = await db.selectFrom('commitments').select(['id', 'code', 'title']).where('planId', '=', fields.planId).where('code', 'is not', null).where('removedAt', 'is', null).orderBy('id').execute()
  const same = others.find((other) => other.id !== id && searchKey(other.code ?? '') === key)
  if (same !== undefined) refuse('commitments.codeTaken', { code: fields.code, title: same.title })
}

/** Throws `refused` when what was promised would change without a reason: once it began, only `replan` does. What was never said may be said at any time. */
export function checkPromised<T extends object>(commitment: Commitment, before: T, after: T, fields: readonly (keyof T & string)[], today: string): void {
  if (!hasBegun(commitment, today)) return
  if (fields.some((field) => before[field] !== null && before[field] !== after[field])) refuse('commitments.replanOnly', { since: commitment.startsOn ?? today })
}

/** Throws `refused` unless a product, milestone or outcome holds together. `before`: as it is kept; null for a new one. */
export async function checkItem(db: Reader, commitmentId: string, before: Item | null, fields: ItemFields, today: string): Promise<void> {
  checkOrder(fields)
  if (before !== null && before.kind !== fields.kind) refuse('commitments.kindStays')
  if (before?.state === 'dropped' && fields.state !== 'dropped') refuse('commitments.droppedStays')
  if (before?.state !== 'dropped' && fields.state === 'dropped') refuse('commitments.dropByReplan')
  if (fields.state === 'done' && fields.doneOn === null) refuse('commitments.doneDay', { name: fields.name })
  if (fields.state !== 'done' && fields.doneOn !== null) refuse('commitments.dayNotDone', { name: fields.name })
  if (fields.doneOn !== null && fields.doneOn > today) refuse('commitments.doneLater', { name: fields.name })
  if (fields.kind === 'milestone') await checkProduct(db, commitmentId, fields)
  else if (fields.parentId !== null) refuse('commitments.onlyMilestones')
  if (fields.indicatorId !== null && fields.kind !== 'outcome') refuse('commitments.onlyOutcomes')
  if (fields.indicatorId !== null && fields.indicatorId !== before?.indicatorId) await live(db, 'indicators', fields.indicatorId, 'commitments.indicatorMissing')
}

async function checkProduct(db: Reader, commitmentId: string, { parentId, name }: ItemFields): Promise<void> {
  if (parentId === null) refuse('commitments.milestoneAlone', { name })
  const product = await itemOf(db, parentId)
  if (product.commitmentId !== commitmentId || product.kind !== 'product') refuse('commitments.milestoneAlone', { name })
}

type ActorFields = Omit<EntityTables['commitmentActors'], 'id' | 'commitmentId' | 'position' | 'removedAt'>

/** Throws `refused` for an actor that nothing names, `missing` for an organisation or a person that is gone. */
export async function checkActors(db: Reader, actors: readonly ActorFields[]): Promise<void> {
  for (const actor of actors) {
    if (actor.organisationId === null && actor.name === null && actor.unit === null && actor.personId === null && actor.personName === null) refuse('commitments.actorUnnamed')
  }
  const organisationIds = [...new Set(actors.flatMap((actor) => actor.organisationId ?? []))]
  const personIds = [...new Set(actors.flatMap((actor) => actor.personId ?? []))]
  for (const id of organisationIds) await live(db, 'organisations', id, 'commitments.organisationMissing')
  for (const id of personIds) await live(db, 'people', id, 'commitments.personMissing')
}
