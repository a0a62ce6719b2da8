import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Transaction } from 'kysely'
import type { Engine } from './engine.ts'
import { DatabaseRefused } from './engine.ts'
import { holdLock } from './lock.ts'
import { latestVersion, migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'
import { isSharedFolder } from './shared-folder.ts'

/** "CNST": what tells our files from any other SQLite file. */
const applicationId = 0x434e5354

/**
 * Bytes up to which a file is read through at every start (about 50 ms). A larger one is when it was not closed in
 * order, as after a power cut; damage met later is told when it is met, and every copy is verified.
 */
const checkedAlways = 24 * 2 ** 20

/** Opens the office's file, bringing it to this version's format. Throws `DatabaseRefused`; a refused file is left untouched. */
export async function openSqlite(file: string): Promise<Engine> {
  const name = basename(file)
  if (isSharedFolder(dirname(file))) throw new DatabaseRefused('core.databaseOnNetwork', { name: dirname(file) })
  mkdirSync(dirname(file), { recursive: true })
  const lock = holdLock(`${file}.lock`, name)
  let writing: Sqlite.Database | undefined
  try {
    const writer = (writing = openChecked(file, name))
    const db = new Kysely<Tables>({ dialect: writingDialect(writer) })
    await migrateSqlite(writer, db, file)
    const reading = new Sqlite(file, { readonly: true, fileMustExist: true })
    setPragmas(reading, ['foreign_keys=ON', 'trusted_schema=OFF', 'cell_size_check=ON', 'busy_timeout=5000', 'query_only=ON', 'cache_size=-65536'])
    const asking = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reading }) })
    return {
      name: 'sqlite',
      writing: db,
      // SQLite has one writer, and Kysely hands out its one connection in turn.
      alone: async () => {},
      snapshot: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => asking.transaction().execute(work),
      close: async () => {
        // Kysely closes only what was used. The writer is the last: it alone can bring the file itself up to date.
        await asking.destroy()
        reading.close()
        await db.destroy()
        writer.close()
        lock.release()
      },
    }
  } catch (error) {
    writing?.close()
    lock.release()
    throw error
  }
}

/**
 * SQLite itself takes a transaction back when the disk is full or fails (Transaction, 3.2); asking for it once more is an
 * error, and that error would hide what really happened.
 */
function writingDialect(database: Sqlite.Database): SqliteDialect {
  const dialect = new SqliteDialect({ database })
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = createDriver()
    const rollBack = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (database.inTransaction) await rollBack(connection)
    }
    return driver
  }
  return dialect
}

function openChecked(file: string, name: string): Sqlite.Database {
  const wantsCheck = existsSync(`${file}-wal`) || sizeOf(file) <= checkedAlways
  const header = headerOf(file)
  if (header !== undefined) {
    refuseOthers(header, name)
    if (header.bytes > sizeOf(file)) throw new DatabaseRefused('core.databaseDamaged', { name })
  }
  let db: Sqlite.Database | undefined
  try {
    db = new Sqlite(file)
    const found = Number(db.pragma('user_version', { simple: true }))
    const tables = Number(db.prepare('select count(*) from sqlite_schema').pluck().get())
    const application = Number(db.pragma('application_id', { simple: true }))
    if (tables > 0) refuseOthers({ application, version: found }, name)
    if (tables > 0 && wantsCheck && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DatabaseRefused('core.databaseDamaged', { name })
    // The order matters: WAL silently lowers `synchronous` unless FULL is set after it.
    setPragmas(db, ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'recursive_triggers=ON', 'trusted_schema=OFF', 'cell_size_check=ON', 'busy_timeout=5000', `application_id=${applicationId}`])
    if (Number(db.pragma('synchronous', { simple: true })) !== 2) throw new Error('synchronous is not FULL after the first write')
    return db
  } catch (error) {
    db?.close()
    if (isDamage(error)) throw new DatabaseRefused('core.databaseDamaged', { name })
    throw error
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

interface Numbers {
  readonly application: number
  readonly version: number
}

interface Header extends Numbers {
  /** How long the file says it is; 0 where an old library wrote it and left that out (1.3.7). */
  readonly bytes: number
}

/**
 * What the first 100 bytes say of a SQLite file (Database File Format, 1.3), read without opening it as a
 * database: opening alone may already write. Undefined where there is no file yet, where it is not the beginning of
 * one, and where a log of writes beside it (after a power cut) may hold newer numbers than the file itself.
 */
function headerOf(file: string): Header | undefined {
  if (!existsSync(file) || existsSync(`${file}-wal`)) return undefined
  const bytes = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, bytes, 0, 100, 0) < 100 || bytes.toString('latin1', 0, 15) !== 'SQLite format 3') return undefined
  } finally {
    closeSync(handle)
  }
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
  const isCounted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92)
  return { version: bytes.readUInt32BE(60), application: bytes.readUInt32BE(68), bytes: isCounted ? bytes.readUInt32BE(28) * pageSize : 0 }
}

function refuseOthers(header: Numbers, name: string): void {
  if (header.application !== applicationId) throw new DatabaseRefused('core.databaseForeign', { name })
  if (header.version > latestVersion) throw new DatabaseRefused('core.databaseNewer', { name, found: header.version, known: latestVersion })
}

function setPragmas(db: Sqlite.Database, pragmas: readonly string[]): void {
  for (const pragma of pragmas) db.pragma(pragma)
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')
}

/** Verified copy first, then every step in one transaction, then the new version number. */
async function migrateSqlite(raw: Sqlite.Database, db: Kysely<Tables>, file: string): Promise<void> {
  const found = Number(raw.pragma('user_version', { simple: true }))
  if (found === latestVersion) return
  if (found > 0) copyVerified(raw, file, `${file}.antes-de-v${latestVersion}`)
  // Kysely would open a transaction of its own per step: the steps run on its single connection inside ours.
  raw.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of migrations.slice(found)) await migration(db as unknown as Kysely<unknown>, 'sqlite')
    const broken = raw.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`a migration broke ${broken.length} references`)
    raw.pragma(`user_version=${latestVersion}`)
    raw.exec('COMMIT')
  } catch (error) {
    raw.exec('ROLLBACK')
    throw error
  }
}

/**
 * A copy that has been read back: VACUUM INTO a side file, fsync, reopen, integrity check, rename, fsync of the folder.
 * Throws `DatabaseRefused` when the copy is not whole; the source is never touched.
 */
export function copyVerified(raw: Sqlite.Database, file: string, copy: string): void {
  const part = `${copy}.part`
  try {
    rmSync(part, { force: true })
    raw.prepare('VACUUM INTO ?').run(part)
    syncFile(part)
    const check = new Sqlite(part, { readonly: true, fileMustExist: true })
    const verdict = check.pragma('integrity_check(1)', { simple: true })
    check.close()
    if (verdict !== 'ok') throw new Error('the copy is not whole')
    renameSync(part, copy)
    syncFile(dirname(copy))
  } catch {
    if (existsSync(part)) rmSync(part, { force: true })
    throw new DatabaseRefused('core.migrationCopyFailed', { name: join(basename(file)) })
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Windows gives no handle that syncs a folder; the rename is durable there by itself.
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(handle)
  }
}
