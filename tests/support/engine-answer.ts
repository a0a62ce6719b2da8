import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import Sqlite from 'better-sqlite3'
import { engineName } from './open-app.ts'
import type { OpenApp } from './open-app.ts'

/** What the engine itself answers to statements that go past the app: '' when it lets them happen. */
export async function answerTo({ folder }: OpenApp, statement: string): Promise<string> {
  try {
    if (engineName === 'postgres') {
      const server = await (globalThis as typeof globalThis & { constanciaPostgres?: Promise<PGlite> }).constanciaPostgres
      await server?.exec(statement)
      return ''
    }
    const raw = new Sqlite(join(folder, 'constancia.db'))
    try {
      raw.pragma('recursive_triggers=ON')
      raw.exec(statement)
    } finally {
      raw.close()
    }
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
