import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createHash, randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import type { App } from '../../src/main/app.ts'
import { createApp } from '../../src/main/app.ts'
import type { Session } from '../../src/main/core/context.ts'
import type { Engine } from '../../src/main/db/engine.ts'
import { latestVersion } from '../../src/main/db/migrations/index.ts'
import { postgresEngine } from '../../src/main/db/postgres.ts'
import type { Tables } from '../../src/main/db/schema.ts'
import type { Place } from '../../src/main/db/store.ts'
import type { AppContract } from '../../src/shared/contract/index.ts'
import { contract } from '../../src/shared/contract/index.ts'
import type { Client } from '../../src/shared/rpc/client.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import type { FileRef, Transport } from '../../src/shared/rpc/wire.ts'

export interface OpenApp {
  /** Talks as a screen talks. */
  readonly api: Client<AppContract>
  readonly app: App
  readonly folder: string
  /** Hands a file of this machine to the app, as a person who drops it on the window. */
  readonly drop: (path: string, name?: string) => Promise<FileRef>
  /** Bytes of a file the app made. */
  readonly bytes: (file: FileRef) => Promise<Buffer>
  readonly path: (file: FileRef) => string
  /** Closes and opens again on the same data, as after a restart. */
  readonly reopen: () => Promise<OpenApp>
  /** Every table of the database: how many rows, and a digest of them. Equal before and after: nothing was written, nothing lost. */
  readonly tables: () => Promise<Readonly<Record<string, string>>>
  /** Every file below the office's folder that the app keeps for the person, half ones too. */
  readonly written: () => Promise<readonly string[]>
  /** Failures that the app logged as bugs. */
  readonly bugs: unknown[]
}

export interface OpenOptions {
  readonly today?: string
  readonly session?: Partial<Session>
  readonly folder?: string
  readonly place?: Place
}

export const engineName = process.env['CONSTANCIA_ENGINE'] === 'pglite' ? 'postgres' : 'sqlite'

/** An app on real files and a real database of the engine under test, gone when the test ends. */
export async function openApp(options: OpenOptions = {}): Promise<OpenApp> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'constancia-')))
  const today = options.today ?? '2026-11-22'
  const place = options.place ?? (engineName === 'postgres' ? { kind: 'given' as const, open: freshPostgres } : { kind: 'sqlite' as const, file: join(folder, 'constancia.db') })
  const opened = await openOn(folder, place, today, options.session ?? {})
  if (options.folder === undefined) onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return opened
}

async function openOn(folder: string, place: Place, today: string, given: Partial<Session>): Promise<OpenApp> {
  const bugs: unknown[] = []
  const app = await createApp({
    folder,
    place,
    // The example office always lies in a file of its own.
    resources: join(import.meta.dirname, '../..'),
    version: '0.0.0-test',
    clock: () => new Date(`${today}T15:00:00.000Z`),
    log: { error: (_ref, error) => bugs.push(error) },
    desk: { open: async () => ({ inPage: true }), reveal: async () => {}, print: async () => ({ inPage: true }), saveCopy: async () => ({ inPage: true, saved: false }) },
  })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await app.close()
    isOpen = false
  }
  onTestFinished(close)
  const session: Session = { who: 'Prueba', language: 'es', ...given }
  const transport: Transport = {
    call: (request) => app.call(structuredClone(request), session),
    cancel: (id) => app.cancel(id),
    onNews: (listener) => app.onNews(listener),
    send: (name, bytes) => app.files().receive(name, bytes),
    fetch: async (file) => readFile(app.files().path(file)),
  }
  return {
    api: createClient(contract, transport, randomUUID),
    app,
    folder,
    bugs,
    drop: async (path, name) => app.files().receive(name ?? basename(path), await readFile(path)),
    bytes: (file) => readFile(app.files().path(file)),
    path: (file) => app.files().path(file),
    tables: () => (place.kind === 'sqlite' ? sqliteTables(place.file) : postgresTables()),
    written: async () => {
      const names = await readdir(folder, { recursive: true })
      return names.filter((name) => /^salidas[\\/]/.test(name) || name.endsWith('.part')).sort()
    },
    reopen: async () => {
      await close()
      return openOn(folder, place.kind === 'given' ? { kind: 'given', open: samePostgres } : place, today, given)
    },
  }
}

async function sqliteTables(file: string): Promise<Record<string, string>> {
  const raw = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const names = raw.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name").pluck().all()
    return Object.fromEntries(names.map((name) => [String(name), summary(raw.prepare(`select * from "${String(name)}" order by 1`).all())]))
  } finally {
    raw.close()
  }
}

async function postgresTables(): Promise<Record<string, string>> {
  if (kept.constanciaPostgres === undefined) throw new Error('no PostgreSQL was opened yet')
  const server = await kept.constanciaPostgres
  const { rows } = await server.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const entries: [string, string][] = []
  for (const { name } of rows) entries.push([name, summary((await server.query(`select * from "${name}" order by 1`)).rows)])
  return Object.fromEntries(entries)
}

function summary(rows: readonly unknown[]): string {
  return `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)}`
}

/** What outlives a test file: the files of one project share a process (see `isolate` in vitest.config.ts). */
const kept = globalThis as typeof globalThis & { constanciaPostgres?: Promise<PGlite> | undefined }

/** One PostgreSQL per process, emptied for each app: starting one takes seconds, migrating it half of one. */
async function freshPostgres(): Promise<Engine> {
  const server = await (kept.constanciaPostgres ??= PGlite.create())
  const db = kyselyOn(server)
  if (!(await emptied(server))) {
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
  }
  return postgresEngine(db, 'prueba')
}

/** Takes every row away but the version of the format. Gives false where there is no format yet, or another. */
async function emptied(server: PGlite): Promise<boolean> {
  const { rows } = await server.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
  if (!rows.some(({ name }) => name === 'meta')) return false
  const version = await server.query<{ value: string }>("select value from meta where key = 'version'")
  if (version.rows[0]?.value !== String(latestVersion)) return false
  const deletions = rows.map(({ name }) => `delete from "${name}"${name === 'meta' ? " where key <> 'version'" : ''}`)
  // A replica checks no references and fires no triggers: the log lets itself be emptied.
  await server.exec(`begin; set local session_replication_role = replica; ${deletions.join('; ')}; commit`)
  return true
}

async function samePostgres(): Promise<Engine> {
  return postgresEngine(await postgresBeside(), 'prueba')
}

/** The PostgreSQL of the apps of this process, to look at beside them. Throws where none was opened yet. */
export async function postgresBeside(): Promise<Kysely<Tables>> {
  if (kept.constanciaPostgres === undefined) throw new Error('no PostgreSQL was opened yet')
  return kyselyOn(await kept.constanciaPostgres)
}

/** Kysely over the shared PostgreSQL; destroying it leaves the server running for the next app. */
function kyselyOn(server: PGlite): Kysely<Tables> {
  const borrowed = new Proxy(server, { get: (target, key) => (key === 'close' ? async () => {} : bound(target, key)) })
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: borrowed }) })
}

function bound(target: PGlite, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key)
  return typeof value === 'function' ? value.bind(target) : value
}
