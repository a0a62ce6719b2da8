/**
 * Cuts rows into batches that an insert can carry: SQLite binds at most 32,766 values a statement,
 * PostgreSQL 65,535; smaller statements compile and run faster than the largest allowed.
 */
export function* inChunks<Row>(rows: readonly Row[], columns: number): Generator<readonly Row[]> {
  const size = Math.max(1, Math.floor(6000 / Math.max(1, columns)))
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
