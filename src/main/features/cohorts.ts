import { sql } from 'kysely'
import type { contract } from '../../shared/contract/index.ts'
import { textSortKey } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { rowCount } from '../db/queries.ts'
import { checkDates, editionOf } from './editions.ts'
import { live } from './live.ts'
import { programmeOf } from './programmes.ts'

export const cohorts: Handlers<typeof contract.cohorts> = {
  get: async ({ db }, { id }) => {
    const [cohort] = await cohortsSeen(db, { id })
    if (cohort === undefined) missing('cohorts.missing')
    const edition = await editionOf(db, cohort.editionId)
    return { programme: await programmeOf(db, edition.programmeId), edition, cohort }
  },
  create: async ({ db }, fields) => {
    await editionOf(db, fields.editionId)
    checkDates(fields)
    const [id = ''] = await db.add('cohorts', [{ ...fields, sortKey: textSortKey(fields.name) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const cohort = await live(db, 'cohorts', id, 'cohorts.missing')
    checkDates({ ...cohort, ...fields })
    await db.change('cohorts', id, fields.name === undefined ? fields : { ...fields, sortKey: textSortKey(fields.name) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await live(db, 'cohorts', id, 'cohorts.missing')
    const enrolled = await db.selectFrom('enrolments').select(rowCount().as('n')).where('cohortId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (enrolled.n > 0) refuse('cohorts.hasEnrolments', { n: enrolled.n })
    await db.remove('cohorts', id)
    return { id, act: db.act }
  },
}

export type CohortSeen = Omit<EntityTables['cohorts'], 'removedAt' | 'sortKey'> & { participants: number; others: number; certificates: number }

/** Groups with how many take part, how many have another role, and how many certificates they hold. */
export async function cohortsSeen(db: Reader, which: { readonly id?: string; readonly editionId?: string }): Promise<CohortSeen[]> {
  const enrolled = db
    .selectFrom('enrolments')
    .select('cohortId')
    .select(sql<number>`cast(sum(case when "role" = 'participant' then 1 else 0 end) as integer)`.as('participants'))
    .select(sql<number>`cast(sum(case when "role" = 'participant' then 0 else 1 end) as integer)`.as('others'))
    .where('removedAt', 'is', null)
    .groupBy('cohortId')
    .as('enrolled')
  const papers = db.selectFrom('certificates').select('cohortId').select(rowCount().as('certificates')).groupBy('cohortId').as('papers')
  let ask = db
    .selectFrom('cohorts')
    .leftJoin(enrolled, 'enrolled.cohortId', 'cohorts.id')
    .leftJoin(papers, 'papers.cohortId', 'cohorts.id')
    .select(['cohorts.id', 'cohorts.editionId', 'cohorts.name', 'cohorts.site', 'cohorts.districtCode', 'cohorts.startsOn', 'cohorts.endsOn', 'cohorts.modality'])
    .select(['enrolled.participants', 'enrolled.others', 'papers.certificates'])
    .where('cohorts.removedAt', 'is', null)
    .orderBy('cohorts.sortKey')
    .orderBy('cohorts.id')
  if (which.id !== undefined) ask = ask.where('cohorts.id', '=', which.id)
  if (which.editionId !== undefined) ask = ask.where('cohorts.editionId', '=', which.editionId)
  const rows = await ask.execute()
  return rows.map((row) => ({ ...row, participants: row.participants ?? 0, others: row.others ?? 0, certificates: row.certificates ?? 0 }))
}
