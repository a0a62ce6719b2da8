import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { DatabaseRefused } from './engine.ts'

/** Locks held by this very process: its own id in a lock file says nothing about who inside it holds it. */
const held = new Set<string>()

/**
 * One writing host at a time: a file beside the database that says who holds it.
 * A lock left by a process that is gone (a power cut) is taken over. Throws `DatabaseRefused`.
 */
export function holdLock(path: string, name: string): { release: () => void } {
  const mine = JSON.stringify({ process: process.pid, computer: hostname(), since: new Date().toISOString() })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (held.has(path)) throw new DatabaseRefused('core.databaseHeld', { name, by: hostname() })
    try {
      const handle = openSync(path, 'wx')
      writeSync(handle, mine)
      closeSync(handle)
      held.add(path)
      return {
        release: () => {
          held.delete(path)
          rmSync(path, { force: true })
        },
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const other = readLock(path)
      if (other !== undefined && isAlive(other)) throw new DatabaseRefused('core.databaseHeld', { name, by: other.computer })
      rmSync(path, { force: true })
    }
  }
  throw new DatabaseRefused('core.databaseHeld', { name, by: hostname() })
}

interface Holder {
  readonly process: number
  readonly computer: string
}

function readLock(path: string): Holder | undefined {
  try {
    const lock: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof lock !== 'object' || lock === null || !('process' in lock) || !('computer' in lock)) return undefined
    return { process: Number(lock.process), computer: String(lock.computer) }
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.computer !== hostname()) return true
  if (holder.process === process.pid) return false
  try {
    process.kill(holder.process, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
