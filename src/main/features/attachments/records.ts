import type { Reader } from '../../db/doors.ts'
import { inChunks } from '../../db/chunks.ts'
import { rowCount } from '../../db/queries.ts'
import type { EntityTables } from '../../db/schema.ts'

export type AttachmentOwner = EntityTables['attachments']['owner']

/** How many files each of those records has; those without any are not in the map. */
export async function attachmentCounts(db: Reader, owner: AttachmentOwner, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db
      .selectFrom('attachments')
      .select(['ownerId', rowCount().as('count')])
      .where('owner', '=', owner)
      .where('ownerId', 'in', chunk)
      .where('removedAt', 'is', null)
      .groupBy('ownerId')
      .execute()
    for (const { ownerId, count } of rows) counts.set(ownerId, count)
  }
  return counts
}

/** The files of one record as the contract shows them, in the order they were added. */
export async function attachmentsOf(db: Reader, owner: AttachmentOwner, ownerId: string) {
  const rows = await db
    .selectFrom('attachments')
    .innerJoin('assets', 'assets.id', 'attachments.assetId')
    .select(['attachments.id', 'attachments.owner', 'attachments.ownerId', 'attachments.title', 'attachments.datedOn', 'attachments.note', 'attachments.addedAt'])
    .select(({ ref, fn }) => ['assets.name as fileName', 'assets.type as fileType', fn<number>('length', [ref('assets.bytes')]).as('bytes')])
    .where('attachments.owner', '=', owner)
    .where('attachments.ownerId', '=', ownerId)
    .where('attachments.removedAt', 'is', null)
    .orderBy('attachments.addedAt')
    .orderBy('attachments.id')
    .execute()
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}
