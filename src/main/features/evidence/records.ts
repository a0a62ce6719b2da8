import { createHash } from 'node:crypto'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

type AssetType = EntityTables['assets']['type']

export interface FileToKeep {
  readonly bytes: EntityTables['assets']['bytes']
  /** As the person knows it. */
  readonly name: string
  readonly type: AssetType
  /** Pixels; not given for what is no picture. */
  readonly width?: number
  readonly height?: number
}

/** Keeps a file inside the database, once per content. Gives the id of its asset. */
export async function keepFile(db: Writer, file: FileToKeep): Promise<string> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const known = await assetOfContent(db, sha256)
  if (known !== null) return known
  const { bytes, type, width = 0, height = 0 } = file
  const [id = ''] = await db.add('assets', [{ sha256, name: shortened(file.name, 200), type, width, height, bytes }])
  return id
}

/** The asset with that content (SHA-256 in lower-case hexadecimal), or null. */
export async function assetOfContent(db: Reader, sha256: string): Promise<string | null> {
  const row = await db.selectFrom('assets').select('id').where('sha256', '=', sha256).where('removedAt', 'is', null).executeTakeFirst()
  return row?.id ?? null
}

type EvidenceRow = EntityTables['evidence']
/** What is not given is not known: no page, no place, upright. */
export type EvidenceToAdd = Pick<EvidenceRow, 'assetId' | 'fileName' | 'kind' | 'addedAt'> & Partial<Omit<EvidenceRow, 'id' | 'removedAt'>>

/** Adds a piece of evidence; the same page of the same file for the same session or check is there once. Gives its id. */
export async function addEvidence(db: Writer, given: EvidenceToAdd): Promise<{ id: string; isNew: boolean }> {
  const row = { filePage: null, sheetId: null, page: null, sessionId: null, checkId: null, placedBy: null, turns: 0, note: null, ...given, fileName: shortened(given.fileName, 255) }
  const known = await sameEvidence(db, row)
  if (known !== null) return { id: known, isNew: false }
  const [id = ''] = await db.add('evidence', [row])
  return { id, isNew: true }
}

/** The live evidence that shows the same page of the same file for the same thing, or null. */
export async function sameEvidence(db: Reader, row: Pick<EvidenceRow, 'assetId' | 'filePage' | 'sessionId' | 'checkId'>): Promise<string | null> {
  let ask = db.selectFrom('evidence').select('id').where('assetId', '=', row.assetId).where('removedAt', 'is', null)
  for (const column of ['filePage', 'sessionId', 'checkId'] as const) {
    const value = row[column]
    ask = value === null ? ask.where(column, 'is', null) : ask.where(column, '=', value)
  }
  return (await ask.executeTakeFirst())?.id ?? null
}

/** A long name loses its middle: its beginning and its extension tell what it is. */
function shortened(name: string, most: number): string {
  const clean = name.normalize('NFC').trim()
  return clean.length <= most ? clean : `${clean.slice(0, most - 21)}…${clean.slice(-20)}`
}
