import { sql } from 'kysely'
import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { inForce } from '../certificates/state.ts'
import type { EntityTables } from '../../db/schema.ts'
import { replacementsOf } from './records.ts'

type Row = OutputOf<typeof contract.actas.list>[number]

/** Closed records, the latest first: those in force and those that were replaced. */
export async function actaRows(db: Reader, which: { readonly id?: string; readonly cohortId?: string | undefined; readonly editionId?: string | undefined }): Promise<Row[]> {
  let ask = db
    .selectFrom('actas')
    .innerJoin('cohorts', 'cohorts.id', 'actas.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .leftJoin('actas as earlier', 'earlier.id', 'actas.replacesId')
    .leftJoin(countedLines(db), 'counted.actaId', 'actas.id')
    .leftJoin(countedPapers(db), 'given.actaId', 'actas.id')
    .select(['actas.id', 'actas.cohortId', 'cohorts.name as cohortName', 'editions.name as editionName', 'programmes.name as programmeName'])
    .select(['actas.number', 'actas.drawnUpOn', 'actas.closedAt', 'actas.closedBy', 'actas.replacesId', 'earlier.number as earlierNumber', 'actas.replaceReason'])
    .select(['counted.people', 'counted.certificado', 'counted.constancia', 'given.certificates'])
    .orderBy('actas.closedAt', 'desc')
    .orderBy('actas.id', 'desc')
  if (which.id !== undefined) ask = ask.where('actas.id', '=', which.id)
  if (which.cohortId !== undefined) ask = ask.where('actas.cohortId', '=', which.cohortId)
  if (which.editionId !== undefined) ask = ask.where('cohorts.editionId', '=', which.editionId)
  const rows = await ask.execute()
  const replaced = await replacementsOf(db, rows.map((row) => row.id))
  return rows.map(({ replacesId, earlierNumber, ...row }) => ({
    ...row,
    people: row.people ?? 0,
    certificado: row.certificado ?? 0,
    constancia: row.constancia ?? 0,
    certificates: row.certificates ?? 0,
    replaces: replacesId === null || earlierNumber === null ? null : { id: replacesId, number: earlierNumber },
    replacedBy: replaced.get(row.id) ?? null,
  }))
}

/** A closed record whole. Throws `missing`. */
export async function actaOf(db: Reader, id: string): Promise<EntityTables['actas']> {
  return (await db.selectFrom('actas').selectAll().where('id', '=', id).executeTakeFirst()) ?? missing('actas.missing')
}

/** The papers that a record released and that were given, in the order of their numbers. */
export async function papersGivenBy(db: Reader, actaId: string): Promise<OutputOf<typeof contract.actas.get>['papers']> {
  return db
    .selectFrom('certificates')
    .select(['id as certificateId', 'number', 'enrolmentId', 'paperKind'])
    .where('actaId', '=', actaId)
    .where(inForce())
    .orderBy('paperKind')
    .orderBy('year')
    .orderBy('correlative')
    .execute()
}

/** Each line by the best paper it releases. */
function countedLines(db: Reader) {
  return db
    .selectFrom('actaLines')
    .select(['actaId', rowCount().as('people')])
    .select(sql<number>`cast(sum(case when "papers" like '%"certificado"%' then 1 else 0 end) as integer)`.as('certificado'))
    .select(sql<number>`cast(sum(case when "papers" = '["constancia"]' then 1 else 0 end) as integer)`.as('constancia'))
    .groupBy('actaId')
    .as('counted')
}

function countedPapers(db: Reader) {
  return db.selectFrom('certificates').select(['actaId', rowCount().as('certificates')]).where('actaId', 'is not', null).where(inForce()).groupBy('actaId').as('given')
}
