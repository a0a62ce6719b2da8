import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import Sqlite from 'better-sqlite3'
import { DatabaseRefused } from './engine.ts'

/**
 * One writing host at a time, by a lock of the operating system on a file beside the database: it goes with its
 * process, whatever ends it. (A process number written in a file would not do: after a power cut another program
 * may have it.) Throws `DatabaseRefused`. The empty file stays; it means nothing by itself.
 */
export function holdLock(path: string, name: string): { release: () => void } {
  const lock = new Sqlite(path, { timeout: 0 })
  try {
    lock.pragma('locking_mode=EXCLUSIVE')
    lock.pragma('journal_mode=MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw new DatabaseRefused('core.databaseHeld', { name, by: hostname() })
    if (!codeOf(error).startsWith('SQLITE_NOTADB')) throw error
    rmSync(path, { force: true })
    return holdLock(path, name)
  }
  return { release: () => void lock.close() }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
