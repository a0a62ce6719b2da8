import type { EntityTable, EntityTables } from '../db/schema.ts'
import type { Reader } from '../db/doors.ts'
import type { MessageKey, ParamsOf } from '../../shared/messages/messages.ts'
import { missing } from '../core/failures.ts'

/** Tables whose records carry a mark of removal. */
type Removable = { [T in EntityTable]: EntityTables[T] extends { removedAt: string | null } ? T : never }[EntityTable]

/** The record of that id, unless it was removed. Throws `missing` with the sentence given. */
export async function live<T extends Removable>(db: Reader, table: T, id: string, otherwise: PlainKey): Promise<EntityTables[T]> {
  // Kysely resolves rows per literal table name; over a variable one the row is named here.
  const row = (await (db as Reader).selectFrom(table as 'people').selectAll().where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()) as EntityTables[T] | undefined
  return row ?? missing(otherwise)
}

/** Keys of sentences that need no values. */
export type PlainKey = { [K in MessageKey]: ParamsOf<K> extends [] ? K : never }[MessageKey]
