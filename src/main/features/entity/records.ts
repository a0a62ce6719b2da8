import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

/** The office's own entity; with id '' and nothing known while it was never saved. */
export async function entityOf(db: Reader): Promise<EntityTables['entity']> {
  const row = await db.selectFrom('entity').selectAll().orderBy('id').limit(1).executeTakeFirst()
  return row ?? { id: '', ...nothingYet }
}

/** Who may sign, in the order in which they stand on the paper. */
export async function signatoriesOf(db: Reader): Promise<Omit<EntityTables['signatories'], 'removedAt'>[]> {
  const rows = await db.selectFrom('signatories').selectAll().where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  return rows.map(({ removedAt: _, ...signatory }) => signatory)
}

/** Whether a signatory signs that kind of paper; those of whom nothing is said sign all. */
export function signs({ papers }: Pick<EntityTables['signatories'], 'papers'>, kind: EntityTables['series']['paperKind']): boolean {
  return papers === null || (JSON.parse(papers) as readonly string[]).includes(kind)
}

/** The name that the Government gave that year, as papers print it; null while the office has not said it. */
export async function yearNameOf(db: Reader, year: number): Promise<string | null> {
  const row = await db.selectFrom('yearNames').select('name').where('year', '=', year).where('removedAt', 'is', null).executeTakeFirst()
  return row?.name ?? null
}

const nothingYet: Omit<EntityTables['entity'], 'id'> = {
  name: null,
  siglas: null,
  unit: null,
  unitSiglas: null,
  ruc: null,
  districtCode: null,
  city: null,
  address: null,
  logoAssetId: null,
  verifyUrl: null,
}
