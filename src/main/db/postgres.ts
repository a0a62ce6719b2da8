import type { Kysely as KyselyType, Transaction } from 'kysely'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { Engine } from './engine.ts'
import { DatabaseRefused } from './engine.ts'
import { latestVersion, migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'

/** An office that has grown: the same app on a PostgreSQL server. `url` as libpq writes it. */
export async function openPostgres(url: string): Promise<Engine> {
  return postgresEngine(new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 10 }) }) }), url)
}

/** Any PostgreSQL that Kysely can talk to. Copies before a migration are the server's own business. */
export async function postgresEngine(db: KyselyType<Tables>, name: string): Promise<Engine> {
  await migratePostgres(db, name)
  return {
    name: 'postgres',
    writing: db,
    snapshot: (work: (tx: Transaction<Tables>) => Promise<never>) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    alone: async (tx: Transaction<Tables>) => void (await sql`select pg_advisory_xact_lock(1129270101)`.execute(tx)),
    close: () => db.destroy(),
  } as Engine
}

async function migratePostgres(db: KyselyType<Tables>, name: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // One host migrates, the others wait; the number is ours and means nothing else.
    await sql`select pg_advisory_xact_lock(1129270100)`.execute(tx)
    await sql`create table if not exists "meta" ("key" text primary key, "value" text not null)`.execute(tx)
    const row = await tx.selectFrom('meta').select('value').where('key', '=', 'version').executeTakeFirst()
    const found = Number(row?.value ?? 0)
    if (found > latestVersion) throw new DatabaseRefused('core.databaseNewer', { name: shown(name), found, known: latestVersion })
    for (const migration of migrations.slice(found)) await migration(tx as unknown as KyselyType<unknown>, 'postgres')
    if (found === latestVersion) return
    const version = { key: 'version', value: String(latestVersion) }
    await tx.insertInto('meta').values(version).onConflict((on) => on.column('key').doUpdateSet({ value: version.value })).execute()
  })
}

/** The address without its password. */
const shown = (url: string): string => url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1@')
