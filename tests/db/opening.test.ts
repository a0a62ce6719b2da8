import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { latestVersion, migrations } from '../../src/main/db/migrations/index.ts'
import { openSqlite } from '../../src/main/db/sqlite.ts'
import { openStore } from '../../src/main/db/store.ts'
import { ana, folder, openTestStore, organisationRow, personRow } from './open-store.ts'

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A whole database with a person in it, closed. */
async function closedDatabase(): Promise<string> {
  const { store, file } = await openTestStore()
  await store.write(ana, (db) => db.add('people', Array.from({ length: 200 }, (_, at) => personRow(`QUISPE ${at}`))))
  await store.close()
  return file
}

async function refusal(file: string): Promise<unknown> {
  try {
    await (await openStore({ kind: 'sqlite', file })).close()
    return 'opened'
  } catch (error) {
    return error
  }
}

test('after a write the connection is still durable and strict', async () => {
  const engine = await openSqlite(join(await folder(), 'constancia.db'))
  onTestFinished(() => engine.close())
  await engine.writing.insertInto('meta').values({ key: 'x', value: 'y' }).execute()
  const asked = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema', 'cell_size_check', 'busy_timeout', 'application_id', 'user_version']
  const found: Record<string, unknown> = {}
  for (const name of asked) {
    const { rows } = await engine.writing.executeQuery<Record<string, unknown>>({ sql: `pragma ${name}`, parameters: [], query: { kind: 'RawNode' }, queryId: { queryId: name } } as never)
    found[name] = Object.values(rows[0] ?? {})[0]
  }
  expect(found).toEqual({
    journal_mode: 'wal', synchronous: 2, foreign_keys: 1, recursive_triggers: 1, trusted_schema: 0, cell_size_check: 1, busy_timeout: 5000, application_id: 0x434e5354, user_version: latestVersion,
  })
})

test('what was written is there after a restart, under the same device', async () => {
  const file = await closedDatabase()
  const store = await openStore({ kind: 'sqlite', file })
  onTestFinished(() => store.close())
  await store.write(ana, (db) => db.add('organisations', [organisationRow('UGEL')]))
  const found = await store.read(async (db) => ({
    people: (await db.selectFrom('people').select('id').execute()).length,
    devices: (await db.selectFrom('changes').select('device').distinct().execute()).length,
  }))
  expect(found).toEqual({ people: 200, devices: 1 })
})

test('a database of a newer version is refused and not touched', async () => {
  const file = await closedDatabase()
  const raw = new Sqlite(file)
  raw.pragma(`user_version=${latestVersion + 1}`)
  raw.close()
  const before = digest(file)
  expect(await refusal(file)).toMatchObject({ code: 'unavailable', key: 'core.databaseNewer', params: { name: 'constancia.db', found: latestVersion + 1, known: latestVersion } })
  expect([digest(file), existsSync(`${file}-wal`)]).toEqual([before, false])
})

test('a database of another program is refused and not touched', async () => {
  const file = join(await folder(), 'constancia.db')
  const raw = new Sqlite(file)
  raw.exec('create table planilla (nombre text); insert into planilla values (1)')
  raw.close()
  const before = digest(file)
  expect(await refusal(file)).toMatchObject({ code: 'unavailable', key: 'core.databaseForeign', params: { name: 'constancia.db' } })
  expect([digest(file), existsSync(`${file}-wal`)]).toEqual([before, false])
})

test('a file that is no database is refused and not touched', async () => {
  const file = join(await folder(), 'constancia.db')
  writeFileSync(file, 'DNI;APELLIDOS Y NOMBRES\n'.repeat(100))
  const before = digest(file)
  expect(await refusal(file)).toMatchObject({ code: 'unavailable', key: 'core.databaseDamaged', params: { name: 'constancia.db' } })
  expect(digest(file)).toBe(before)
})

test('a damaged database is refused and not touched', async () => {
  const file = await closedDatabase()
  const bytes = readFileSync(file)
  expect(bytes.length).toBeGreaterThan(4096 * 20)
  bytes.fill(0xff, 4096 * 4, 4096 * 12)
  writeFileSync(file, bytes)
  const before = digest(file)
  expect(await refusal(file)).toMatchObject({ code: 'unavailable', key: 'core.databaseDamaged', params: { name: 'constancia.db' } })
  expect(digest(file)).toBe(before)
})

test('two windows on the same data: the second is told, whether in this process or in another', async () => {
  const file = await closedDatabase()
  const other = spawn(process.execPath, ['--input-type=module', '-e', `const { openStore } = await import(${JSON.stringify(new URL('../../src/main/db/store.ts', import.meta.url).href)}); await openStore({ kind: 'sqlite', file: ${JSON.stringify(file)} }); console.log('open'); setInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void other.kill('SIGKILL'))
  await new Promise((resolve) => other.stdout.once('data', resolve))
  expect(await refusal(file)).toMatchObject({ code: 'unavailable', key: 'core.databaseHeld', params: { name: 'constancia.db' } })

  // A power cut: the other process ends without a word, and its lock with it.
  other.kill('SIGKILL')
  await new Promise((resolve) => other.once('exit', resolve))
  const store = await openStore({ kind: 'sqlite', file })
  expect(await refusal(file)).toMatchObject({ key: 'core.databaseHeld' })
  await store.close()
  expect(await refusal(file)).toBe('opened')
})

test('a lock file spoiled by a power cut locks nobody out', async () => {
  const file = await closedDatabase()
  writeFileSync(`${file}.lock`, `{"process":1,"computer":"otra"}${'\0'.repeat(600)}`)
  expect(await refusal(file)).toBe('opened')
})

test('a database whose last writes lie only beside it, after a power cut, opens whole', async () => {
  const { store, file } = await openTestStore()
  await store.write(ana, (db) => db.add('people', [personRow('QUISPE')]))
  const elsewhere = join(await folder(), 'constancia.db')
  for (const ending of ['', '-wal']) writeFileSync(`${elsewhere}${ending}`, readFileSync(`${file}${ending}`))
  const copy = await openStore({ kind: 'sqlite', file: elsewhere })
  onTestFinished(() => copy.close())
  expect(await copy.read((db) => db.selectFrom('people').select('firstSurname').execute())).toEqual([{ firstSurname: 'QUISPE' }])
})

test('before a migration there is a verified copy, and what was there stays', async () => {
  const file = await closedDatabase()
  // As a file of the first format would be: today's later steps have not run on it.
  const raw = new Sqlite(file)
  const older = await olderTables(raw)
  raw.close()
  const store = await openStore({ kind: 'sqlite', file })
  onTestFinished(() => store.close())
  const names = (await readdir(join(file, '..'))).filter((name) => !/-(wal|shm)$|\.lock$/.test(name)).sort()
  expect(names).toEqual(older.length === 0 ? ['constancia.db'] : ['constancia.db', `constancia.db.antes-de-v${latestVersion}`])
  expect((await store.read((db) => db.selectFrom('people').select('id').execute())).length).toBe(200)
  if (older.length === 0) return
  const copy = new Sqlite(`${file}.antes-de-v${latestVersion}`, { readonly: true })
  const found = [copy.pragma('integrity_check', { simple: true }), copy.pragma('user_version', { simple: true }), copy.prepare('select count(*) from people').pluck().get()]
  copy.close()
  expect(found).toEqual(['ok', 1, 200])
})

/** Takes a database back to the first format, when there are later ones: what the later steps made goes, what they changed is as it was. */
async function olderTables(raw: Sqlite.Database): Promise<readonly string[]> {
  if (latestVersion === 1) return []
  const first = new Sqlite(':memory:')
  await migrations[0]?.(new Kysely<unknown>({ dialect: new SqliteDialect({ database: first }) }), 'sqlite')
  const known = new Set(first.prepare("select name from sqlite_schema where type = 'table'").pluck().all().map(String))
  const tables = raw.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").pluck().all().map(String)
  const later = tables.filter((table) => !known.has(table))
  raw.pragma('foreign_keys=OFF')
  for (const table of [...later, 'certificates']) raw.exec(`drop table "${table}"`)
  for (const statement of first.prepare("select sql from sqlite_schema where tbl_name = 'certificates' and sql is not null order by rowid").pluck().all()) raw.exec(String(statement))
  for (const table of ['series', 'signatories']) {
    const columns = (database: Sqlite.Database): string[] => database.prepare(`select name from pragma_table_info('${table}')`).pluck().all().map(String)
    const old = columns(first)
    for (const column of columns(raw).filter((name) => !old.includes(name))) raw.exec(`alter table "${table}" drop column "${column}"`)
  }
  first.close()
  raw.pragma('user_version=1')
  return later
}
