import { sql } from 'kysely'
import type { contract } from '../../../shared/contract/index.ts'
import { isLate, ogpValues } from '../../../shared/domain/commitments.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { About } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import { attachmentCounts } from '../attachments/records.ts'
import { addsUp } from '../indicators/book.ts'
import { figureOf } from '../indicators/figures.ts'
import { indicatorsOf } from '../indicators/records.ts'
import { live } from '../live.ts'
import type { Item } from './records.ts'
import { actorsOf, commitmentOf, itemsOf, linksOf, replanningsOf, valuesOf } from './records.ts'

export type CommitmentSeen = OutputOf<typeof contract.commitments.get>
type IndicatorSeen = CommitmentSeen['items'][number]['indicator']

export interface SeenContext {
  readonly db: Reader
  readonly about: About
  readonly language: Language
  today(): string
}

/** A commitment whole, as its page and its sheet tell it; figures of outcomes are live. Throws `missing`. */
export async function commitmentSeen(context: SeenContext, id: string): Promise<CommitmentSeen> {
  const { db } = context
  const { sortKey: _, removedAt: __, ...commitment } = await commitmentOf(db, id)
  const { removedAt: ___, ...plan } = await live(db, 'commitmentPlans', commitment.planId, 'commitments.planMissing')
  const [actors, values, items, replannings] = [await actorsOf(db, id), await valuesOf(db, id), await itemsOf(db, id), await replanningsOf(db, id)]
  const names = await organisationNames(db, [commitment.leadOrganisationId, ...actors.map((actor) => actor.organisationId)])
  // A milestone, or an outcome, that was taken off keeps its name in what was re-planned.
  const itemNames = await namesOfItems(db, id)
  return {
    plan,
    commitment: { ...commitment, leadOrganisationName: nameOf(names, commitment.leadOrganisationId) },
    actors: actors.map(({ removedAt: _gone, commitmentId: _of, position: _at, ...actor }) => ({ ...actor, organisationName: nameOf(names, actor.organisationId) })),
    values: values.map(({ removedAt: _gone, commitmentId: _of, ...value }) => value).toSorted((one, other) => ogpValues.indexOf(one.value) - ogpValues.indexOf(other.value)),
    items: await itemsSeen(context, items),
    replannings: replannings.map(({ removedAt: _gone, commitmentId: _of, ...replanning }) => ({ ...replanning, itemName: replanning.itemId === null ? null : (itemNames.get(replanning.itemId) ?? null) })),
    ...(await linksSeen(db, id)),
  }
}

async function itemsSeen(context: SeenContext, items: readonly Item[]): Promise<CommitmentSeen['items']> {
  const files = await attachmentCounts(context.db, 'commitmentItems', items.map((item) => item.id))
  const seen: CommitmentSeen['items'] = []
  for (const { removedAt: _, commitmentId: __, ...item } of items) {
    const indicator = item.indicatorId === null ? null : await indicatorSeen(context, item.indicatorId)
    seen.push({ ...item, isOverdue: isLate(item, context.today()), attachments: files.get(item.id) ?? 0, indicator })
  }
  return seen
}

/** The indicator that tells an outcome, with its live figure and its target over all its time; null when it was removed. */
async function indicatorSeen(context: SeenContext, id: string): Promise<IndicatorSeen> {
  const found = await context.db
    .selectFrom('indicators')
    .innerJoin('frames', 'frames.id', 'indicators.frameId')
    .select(['indicators.frameId', 'indicators.name', 'indicators.unit'])
    .where('indicators.id', '=', id)
    .where('indicators.removedAt', 'is', null)
    .where('frames.removedAt', 'is', null)
    .executeTakeFirst()
  if (found === undefined) return null
  return { ...found, target: await targetOf(context.db, found.frameId, id), value: await figureOf(context, { indicatorId: id, periodId: null, from: null, until: null }) }
}

/** That of the whole frame; where nobody set one, those of its periods together, if its figures add up over them. */
async function targetOf(db: Reader, frameId: string, id: string): Promise<number | null> {
  const targets = await db.selectFrom('targets').select(['periodId', 'value']).where('indicatorId', '=', id).where('dimension', 'is', null).where('removedAt', 'is', null).orderBy('id').execute()
  const whole = targets.find((target) => target.periodId === null)
  if (whole !== undefined) return whole.value
  const indicator = (await indicatorsOf(db, frameId)).find((one) => one.id === id)
  const isSum = indicator !== undefined && (addsUp(indicator) || indicator.counts === 'sum')
  return targets.length === 0 || !isSum ? null : targets.reduce((sum, target) => sum + target.value, 0)
}

async function linksSeen(db: Reader, id: string): Promise<Pick<CommitmentSeen, 'editions' | 'initiatives'>> {
  const links = await linksOf(db, id)
  const editionIds = links.flatMap((link) => link.editionId ?? [])
  const initiativeIds = links.flatMap((link) => link.initiativeId ?? [])
  return { editions: editionIds.length === 0 ? [] : await editionsSeen(db, editionIds), initiatives: initiativeIds.length === 0 ? [] : await initiativesSeen(db, initiativeIds) }
}

async function editionsSeen(db: Reader, ids: readonly string[]): Promise<CommitmentSeen['editions']> {
  const editions = await db
    .selectFrom('editions')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['editions.id as editionId', 'programmes.name as programmeName', 'editions.name as editionName'])
    .where('editions.id', 'in', ids)
    .where('editions.removedAt', 'is', null)
    .where('programmes.removedAt', 'is', null)
    .orderBy('editions.startsOn')
    .orderBy('editions.id')
    .execute()
  const counts = await db
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['cohorts.editionId', sql<number>`cast(count(distinct ${sql.ref('enrolments.personId')}) as integer)`.as('count')])
    .where('cohorts.editionId', 'in', ids)
    .where('enrolments.role', '=', 'participant')
    .where('enrolments.state', '<>', 'withdrawn')
    .where('enrolments.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .where('people.removedAt', 'is', null)
    .groupBy('cohorts.editionId')
    .execute()
  return editions.map((edition) => ({ ...edition, participants: counts.find((one) => one.editionId === edition.editionId)?.count ?? 0 }))
}

const initiativesSeen = (db: Reader, ids: readonly string[]): Promise<CommitmentSeen['initiatives']> =>
  db.selectFrom('initiatives').select(['id as initiativeId', 'title', 'stage']).where('id', 'in', ids).where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()

async function organisationNames(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = ids.filter((id) => id !== null)
  if (asked.length === 0) return new Map()
  const rows = await db.selectFrom('organisations').select(['id', 'name']).where('id', 'in', asked).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function namesOfItems(db: Reader, commitmentId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('commitmentItems').select(['id', 'name']).where('commitmentId', '=', commitmentId).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

const nameOf = (names: ReadonlyMap<string, string>, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
