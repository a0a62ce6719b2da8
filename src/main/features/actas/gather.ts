import type { contract } from '../../../shared/contract/index.ts'
import type { FrozenActa } from '../../../shared/contract/actas.ts'
import { frozenActa } from '../../../shared/contract/actas.ts'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { hashesById } from '../assets.ts'
import { entityOf, signatoriesOf, signs, yearNameOf } from '../entity/records.ts'
import { live } from '../live.ts'
import { actaSeries } from '../numbering/series.ts'
import { editionOf, partnersOf, programmeOf } from '../programmes/records.ts'
import type { Item, PaperRuleRow, Requirement, SettingsOfCourse } from '../results/course.ts'
import { courseSettingsOf, itemsOf, paperRulesOf, requirementsOf } from '../results/course.ts'
import type { Result } from '../results/gather.ts'
import { resultsOf } from '../results/gather.ts'
import type { SessionRow } from '../sessions/records.ts'
import { sessionsOf } from '../sessions/records.ts'
import { actaInForce } from './records.ts'

export type DraftFields = OutputOf<typeof contract.actas.draft>['fields']

/** The paper speaks Spanish, as the certificates do unless somebody chooses; the screen may speak another language. */
export const paperLanguage: Language = 'es'

/** Everything that the next record of a group is composed and judged from. */
export interface Gathered {
  readonly cohort: EntityTables['cohorts']
  readonly edition: Omit<EntityTables['editions'], 'removedAt'>
  readonly programme: { readonly name: string }
  readonly partners: readonly string[]
  readonly entity: EntityTables['entity']
  readonly yearName: string | null
  readonly logos: FrozenActa['logos']
  readonly settings: SettingsOfCourse
  readonly rules: readonly PaperRuleRow[]
  readonly requirements: readonly Requirement[]
  readonly items: readonly Item[]
  readonly sessions: readonly SessionRow[]
  /** Day of the last session that was held or has attendance; null while there is none. */
  readonly lastHeld: string | null
  readonly results: readonly Result[]
  /** The same in the language of the screen: what stands in the way is said there, not on the paper. */
  readonly told: readonly Result[]
  /** By enrolment. */
  readonly organisations: ReadonlyMap<string, string>
  readonly fields: DraftFields
  readonly draftId: string | null
  readonly inForce: { readonly id: string; readonly number: string; readonly drawnUpOn: string; readonly closedAt: string; readonly frozen: FrozenActa } | null
  /** Those of the office, by whose mandate who signs is judged. */
  readonly signatories: Awaited<ReturnType<typeof signatoriesOf>>
  /** Of the records of results; `id` null where the office has none yet. */
  readonly series: Awaited<ReturnType<typeof actaSeries>>
}

/** Throws `missing` where the group is gone. */
export async function gatherActa(db: Reader, cohortId: string, { today, language }: { readonly today: string; readonly language: Language }): Promise<Gathered> {
  const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
  const edition = await editionOf(db, cohort.editionId)
  const programme = await programmeOf(db, edition.programmeId)
  const partners = await partnersOf(db, edition.id)
  const entity = await entityOf(db)
  const standing = await actaInForce(db, cohortId)
  const inForce = standing === null ? null : { id: standing.id, number: standing.number, drawnUpOn: standing.drawnUpOn, closedAt: standing.closedAt, frozen: readActa(standing.frozen) }
  const { fields, draftId } = await draftOf(db, cohort, { today, city: entity.city, inForce: inForce?.frozen ?? null })
  const year = Number(fields.drawnUpOn.slice(0, 4))
  const results = await resultsOf(db, { cohortId }, paperLanguage)
  return {
    cohort,
    edition,
    programme,
    partners: partners.map((partner) => partner.organisationName),
    entity,
    yearName: await yearNameOf(db, year),
    logos: await logosOf(db, [{ assetId: entity.logoAssetId, name: entity.name ?? '' }, ...partners.map((partner) => ({ assetId: partner.logoAssetId, name: partner.organisationName }))]),
    settings: await courseSettingsOf(db, edition.id),
    rules: await paperRulesOf(db, edition.id),
    requirements: await requirementsOf(db, edition.id),
    items: await itemsOf(db, edition.id),
    sessions: await sessionsOf(db, { cohortId }),
    lastHeld: await lastHeldOf(db, cohortId, today),
    results,
    told: language === paperLanguage ? results : await resultsOf(db, { cohortId }, language),
    organisations: await organisationsOf(db, results.map((one) => one.enrolmentId)),
    fields,
    draftId,
    inForce,
    signatories: await signatoriesOf(db),
    series: await actaSeries(db),
  }
}

/** A day to come counts only where somebody's attendance is written. */
async function lastHeldOf(db: Reader, cohortId: string, today: string): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('day')
    .where('cohortId', '=', cohortId)
    .where('removedAt', 'is', null)
    .where((eb) =>
      eb.or([eb('day', '<=', today), eb.exists(eb.selectFrom('attendances').select('attendances.id').whereRef('attendances.sessionId', '=', 'sessions.id').where('attendances.removedAt', 'is', null))]),
    )
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.day ?? null
}

/** What was frozen of a record. */
export function readActa(words: string): FrozenActa {
  return frozenActa.parse(JSON.parse(words))
}

/** What the office wrote for the next record; before it wrote anything, what it will most likely write. */
async function draftOf(db: Reader, cohort: EntityTables['cohorts'], given: { readonly today: string; readonly city: string | null; readonly inForce: FrozenActa | null }): Promise<{ fields: DraftFields; draftId: string | null }> {
  const row = await db.selectFrom('actaDrafts').selectAll().where('cohortId', '=', cohort.id).where('removedAt', 'is', null).executeTakeFirst()
  if (row !== undefined) {
    const { drawnUpOn, place, observations, replaceReason } = row
    return { draftId: row.id, fields: { drawnUpOn, place, observations, replaceReason, signers: JSON.parse(row.signers) as DraftFields['signers'] } }
  }
  const held = (await signatoriesOf(db)).filter((one) => isHeldOn(one, given.today) && signs(one, 'acta')).slice(0, 6)
  return {
    draftId: null,
    fields: {
      drawnUpOn: given.today,
      place: cohort.site ?? given.city,
      observations: given.inForce?.observations ?? null,
      signers: given.inForce?.signers ?? held.map(({ name, post }) => ({ name, post })),
      replaceReason: null,
    },
  }
}

async function logosOf(db: Reader, wanted: readonly { readonly assetId: string | null; readonly name: string }[]): Promise<FrozenActa['logos']> {
  const hashes = await hashesById(db, wanted.flatMap(({ assetId }) => assetId ?? []))
  const found = wanted.flatMap(({ assetId, name }) => {
    const assetHash = assetId === null ? undefined : hashes.get(assetId)
    return assetHash === undefined ? [] : [{ assetHash, name: name.slice(0, 250) }]
  })
  return found.slice(0, 8)
}

async function organisationsOf(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('posts', 'posts.id', 'enrolments.postId')
      .innerJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['enrolments.id', 'organisations.name'])
      .where('enrolments.id', 'in', chunk)
      .execute()
    for (const row of rows) found.set(row.id, row.name)
  }
  return found
}
