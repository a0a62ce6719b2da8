import { sql } from 'kysely'
import type { Expression, RawBuilder, SqlBool } from 'kysely'

/** How many rows, as a number on both engines (PostgreSQL counts in bigint). */
export const rowCount = (): RawBuilder<number> => sql<number>`cast(count(*) as integer)`

/** Whether a folded key holds a piece of text anywhere. The piece is folded already: `%` and `_` in it mean themselves. */
export const holds = (key: Expression<string>, piece: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${key} like ${`%${piece.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`

/** Whether a statement failed because what must be one of its kind is there already, on either engine. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === '23505'
}

/** Whether a statement failed because a row would say what its table forbids (an end before its start), on either engine. */
export function isForbidden(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'SQLITE_CONSTRAINT_CHECK' || error.code === '23514'
}
