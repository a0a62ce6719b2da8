import type { PaperKind } from '../../../shared/domain/training.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

type Acta = EntityTables['actas']

/** What the record of results in force says of one person. */
export interface Released {
  readonly actaId: string
  readonly number: string
  /** The papers it releases; none: she earned none. */
  readonly papers: readonly PaperKind[]
  readonly mark: number | null
  readonly attendedMinutes: number
  readonly plannedMinutes: number
  readonly outcome: string
}

/** The closed record of a group that no other replaces; null while there is none. */
export async function actaInForce(db: Reader, cohortId: string): Promise<Acta | null> {
  return (await inForce(db).selectAll('actas').where('actas.cohortId', '=', cohortId).limit(1).executeTakeFirst()) ?? null
}

/** The latest closed record of any group of an edition; null while there is none. */
export async function closedActaOf(db: Reader, editionId: string): Promise<{ readonly number: string; readonly cohortName: string } | null> {
  const row = await db
    .selectFrom('actas')
    .innerJoin('cohorts', 'cohorts.id', 'actas.cohortId')
    .select(['actas.number', 'cohorts.name as cohortName'])
    .where('cohorts.editionId', '=', editionId)
    .orderBy('actas.closedAt', 'desc')
    .orderBy('actas.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The records in force of these groups, by group. */
export async function actasInForce(db: Reader, cohortIds: readonly string[]): Promise<ReadonlyMap<string, Pick<Acta, 'id' | 'number'>>> {
  const found = new Map<string, Pick<Acta, 'id' | 'number'>>()
  for (const chunk of inChunks([...new Set(cohortIds)], 1)) {
    const rows = await inForce(db).select(['actas.id', 'actas.number', 'actas.cohortId']).where('actas.cohortId', 'in', chunk).execute()
    for (const { cohortId, ...row } of rows) found.set(cohortId, row)
  }
  return found
}

/** What the records in force say of these enrolments. Who stands in none is not in the answer. */
export async function releasedBy(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, Released>> {
  const found = new Map<string, Released>()
  for (const chunk of inChunks([...new Set(enrolmentIds)], 1)) {
    const rows = await inForce(db)
      .innerJoin('actaLines', 'actaLines.actaId', 'actas.id')
      .select(['actaLines.enrolmentId', 'actas.id as actaId', 'actas.number', 'actaLines.papers', 'actaLines.mark', 'actaLines.attendedMinutes', 'actaLines.plannedMinutes', 'actaLines.outcome'])
      .where('actaLines.enrolmentId', 'in', chunk)
      .execute()
    for (const { enrolmentId, papers, ...row } of rows) found.set(enrolmentId, { ...row, papers: JSON.parse(papers) as PaperKind[] })
  }
  return found
}

/** The record that replaces each of these, by the id of the replaced one. */
export async function replacementsOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string }>> {
  const found = new Map<string, { id: string; number: string }>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db.selectFrom('actas').select(['id', 'number', 'replacesId']).where('replacesId', 'in', chunk).execute()
    for (const { replacesId, ...row } of rows) if (replacesId !== null) found.set(replacesId, row)
  }
  return found
}

/** Closed records that no other replaces, to be selected from. */
export function inForce(db: Reader) {
  return db.selectFrom('actas').where(({ not, exists, selectFrom }) => not(exists(selectFrom('actas as later').select('later.id').whereRef('later.replacesId', '=', 'actas.id'))))
}
