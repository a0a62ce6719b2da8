import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export type EngineName = 'sqlite' | 'postgres'
export type Migration = (db: Kysely<unknown>, engine: EngineName) => Promise<void>

/**
 * A column, as both engines understand it; `?` at the end: may be null.
 * `key` is text compared byte by byte (folded keys for search and order), `-> people` is text that refers to another table's id.
 */
export type Column = 'id' | 'text' | 'text?' | 'key' | 'integer' | 'integer?' | 'real' | 'real?' | 'bytes' | `-> ${string}` | `->? ${string}`

/** Frozen with the first release: migrations that were released keep making the same tables. */
export async function createTable(db: Kysely<unknown>, engine: EngineName, name: string, columns: Readonly<Record<string, Column>>, rules: readonly string[] = []): Promise<void> {
  const lines = [...Object.entries(columns).map(([column, kind]) => `"${column}" ${written(kind, engine)}`), ...rules]
  await run(db, `create table "${name}" (${lines.join(', ')})${engine === 'sqlite' ? ' strict' : ''}`)
}

export async function run(db: Kysely<unknown>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db)
}

function written(kind: Column, engine: EngineName): string {
  if (kind.startsWith('->')) {
    const [arrow, target] = kind.split(' ')
    return `text${arrow === '->' ? ' not null' : ''} references "${target}" ("id")`
  }
  const nullable = kind.endsWith('?')
  const base = nullable ? kind.slice(0, -1) : kind
  if (base === 'id') return 'text primary key'
  if (base === 'key') return engine === 'sqlite' ? 'text not null' : 'text collate "C" not null'
  const types: Record<string, string> = engine === 'sqlite' ? { bytes: 'blob' } : { real: 'double precision', bytes: 'bytea' }
  return `${types[base] ?? base}${nullable ? '' : ' not null'}`
}

/** Rows of a table can be added, never changed nor deleted: the engine itself refuses. */
export async function makeAppendOnly(db: Kysely<unknown>, engine: EngineName, table: string): Promise<void> {
  if (engine === 'sqlite') {
    for (const verb of ['update', 'delete']) {
      await run(db, `create trigger "${table}_no_${verb}" before ${verb} on "${table}" begin select raise(abort, '${table} is append-only'); end`)
    }
    return
  }
  await run(db, `create function "${table}_append_only"() returns trigger language plpgsql as $$ begin raise exception '${table} is append-only'; end $$`)
  await run(db, `create trigger "${table}_no_change" before update or delete on "${table}" for each row execute function "${table}_append_only"()`)
}
