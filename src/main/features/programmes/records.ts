import { sql } from 'kysely'
import { textSortKey } from '../../../shared/domain/names.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { EntityTables } from '../../db/schema.ts'
import { inForce } from '../certificates/state.ts'
import { live } from '../live.ts'

/** The programme, without what only the tables need. Throws `missing`. */
export async function programmeOf(db: Reader, id: string): Promise<{ id: string; name: string; shortName: string | null; description: string | null }> {
  const { removedAt: _, sortKey: __, ...programme } = await live(db, 'programmes', id, 'programmes.missing')
  return programme
}

/** Adds a programme and gives its id. */
export async function addProgramme(db: Writer, fields: { readonly name: string; readonly shortName: string | null; readonly description: string | null }): Promise<string> {
  const [id = ''] = await db.add('programmes', [{ ...fields, sortKey: textSortKey(fields.name) }])
  return id
}

/** The edition, without its mark of removal. Throws `missing`. */
export async function editionOf(db: Reader, id: string): Promise<Omit<EntityTables['editions'], 'removedAt'>> {
  const { removedAt: _, ...edition } = await live(db, 'editions', id, 'editions.missing')
  return edition
}

/** Who organises, pays, asks for it and teaches, in the order in which logos stand. */
export async function partnersOf(db: Reader, editionId: string): Promise<(Omit<EntityTables['editionPartners'], 'removedAt'> & { organisationName: string })[]> {
  const rows = await db
    .selectFrom('editionPartners')
    .innerJoin('organisations', 'organisations.id', 'editionPartners.organisationId')
    .selectAll('editionPartners')
    .select('organisations.name as organisationName')
    .where('editionPartners.editionId', '=', editionId)
    .where('editionPartners.removedAt', 'is', null)
    .orderBy('editionPartners.position')
    .orderBy('editionPartners.id')
    .execute()
  return rows.map(({ removedAt: _, ...partner }) => partner)
}

type CohortSeen = Omit<EntityTables['cohorts'], 'removedAt' | 'sortKey'> & { participants: number; others: number; certificates: number }

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
  const papers = db.selectFrom('certificates').select('cohortId').select(rowCount().as('certificates')).where(inForce()).groupBy('cohortId').as('papers')
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

/** Throws `refused` when it would end before it starts. */
export function checkDates(dates: { readonly startsOn: string | null; readonly endsOn: string | null }): void {
  if (dates.startsOn !== null && dates.endsOn !== null && dates.endsOn < dates.startsOn) refuse('editions.endsBeforeStart')
}
