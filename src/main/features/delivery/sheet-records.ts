import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export type SheetRecord = Omit<EntityTables['handoverSheets'], 'rows' | 'scans' | 'removedAt'> & { readonly certificateIds: readonly string[]; readonly scanIds: readonly string[] }

/** A paper as its row on the sheet says it: what was frozen, never today's data. */
export interface SheetPaper {
  readonly id: string
  readonly number: string
  readonly personName: string
  readonly documentNumber: string | null
  readonly title: string
}

/** A sheet with its rows in the order of the paper. Throws `missing`. */
export async function readHandoverSheet(db: Reader, id: string): Promise<SheetRecord> {
  const { rows, scans, removedAt: _, ...rest } = await live(db, 'handoverSheets', id, 'delivery.sheetMissing')
  return { ...rest, certificateIds: JSON.parse(rows) as string[], scanIds: JSON.parse(scans) as string[] }
}

/** The papers of a sheet, in the order of its rows. */
export async function papersOfSheet(db: Reader, certificateIds: readonly string[]): Promise<SheetPaper[]> {
  const found = new Map<string, SheetPaper>()
  for (const chunk of inChunks(certificateIds, 1)) {
    for (const row of await db.selectFrom('certificates').select(['id', 'number', 'personName', 'documentNumber', 'title']).where('id', 'in', chunk).execute()) found.set(row.id, row)
  }
  return certificateIds.flatMap((id) => found.get(id) ?? [])
}

/** The sheets, the latest first, with how many of their papers were handed over since, by whatever way. */
export async function handoverSheets(db: Reader, window: { readonly offset: number; readonly limit: number }): Promise<OutputOf<typeof contract.delivery.sheets>> {
  const { total } = await db.selectFrom('handoverSheets').select(rowCount().as('total')).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  const rows = await db.selectFrom('handoverSheets').selectAll().where('removedAt', 'is', null).orderBy('printedAt', 'desc').orderBy('id', 'desc').offset(window.offset).limit(window.limit).execute()
  const papers = new Map(rows.map((row) => [row.id, JSON.parse(row.rows) as string[]]))
  const handed = await handedAmong(db, [...papers.values()].flat())
  return {
    total,
    rows: rows.map(({ rows: _rows, scans, removedAt: _removed, ...row }) => {
      const ids = papers.get(row.id) ?? []
      return { ...row, papers: ids.length, handed: ids.filter((id) => handed.has(id)).length, scans: (JSON.parse(scans) as string[]).length }
    }),
  }
}

/** One sheet row by row. Throws `missing`. */
export async function handoverSheet(db: Reader, id: string): Promise<OutputOf<typeof contract.delivery.sheet>> {
  const { certificateIds, scanIds, ...sheet } = await readHandoverSheet(db, id)
  const papers = await papersOfSheet(db, certificateIds)
  const handed = await handedAmong(db, certificateIds)
  const assets = scanIds.length === 0 ? [] : await db.selectFrom('assets').select(['id', 'name', 'type']).where('id', 'in', [...scanIds]).execute()
  return {
    ...sheet,
    rows: papers.map(({ id: certificateId, number, personName, documentNumber }, at) => {
      const known = handed.get(certificateId)
      return { row: at + 1, certificateId, number, personName, documentNumber, handedOn: known?.handedOn ?? null, handedTo: known === undefined ? null : (known.proxyName ?? personName) }
    }),
    scans: scanIds.flatMap((assetId) => assets.filter((one) => one.id === assetId).map(({ name, type }) => ({ assetId, name, type }))),
  }
}

async function handedAmong(db: Reader, certificateIds: readonly string[]): Promise<ReadonlyMap<string, { handedOn: string; proxyName: string | null }>> {
  const found = new Map<string, { handedOn: string; proxyName: string | null }>()
  for (const chunk of inChunks([...new Set(certificateIds)], 1)) {
    for (const row of await db.selectFrom('handovers').select(['certificateId', 'handedOn', 'proxyName']).where('certificateId', 'in', chunk).where('removedAt', 'is', null).execute()) found.set(row.certificateId, row)
  }
  return found
}
