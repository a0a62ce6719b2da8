import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { onTestFinished } from 'vitest'
import type { About } from '../../src/main/core/context.ts'
import type { NewRow } from '../../src/main/db/changes.ts'
import type { Writer } from '../../src/main/db/doors.ts'
import { openWriter } from '../../src/main/db/doors.ts'
import type { Tables } from '../../src/main/db/schema.ts'
import type { Asked } from '../../src/main/features/counting/count.ts'
import { factsOf } from '../../src/main/features/counting/facts.ts'
import type { Facts } from '../../src/main/features/counting/model.ts'
import type { Definition } from '../../src/shared/contract/counting.ts'
import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import type { OpenApp } from '../support/open-app.ts'
import { engineName, postgresBeside } from '../support/open-app.ts'

export interface Beside {
  readonly db: Kysely<Tables>
  /** One transaction of the office's own writing door, with its log. */
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>
  /** Rows of a query in plain SQL. */
  rows(query: string): Promise<Record<string, unknown>[]>
  /** The first cell of a query in plain SQL, as a number. */
  number(query: string): Promise<number>
  /** The office under whose name facts are kept. */
  office(name: string): About
  /** Facts kept under one name in memory, as an office keeps them; a new name loads them anew. */
  facts(name: string, today?: string): Promise<Facts>
}

/** Looks at the data of an open app beside it, on the engine under test. */
export async function beside(opened: OpenApp): Promise<Beside> {
  const db = engineName === 'postgres' ? await postgresBeside() : new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(join(opened.folder, 'constancia.db')) }) })
  onTestFinished(() => db.destroy())
  const { value: device } = await db.selectFrom('meta').select('value').where('key', '=', 'device').executeTakeFirstOrThrow()
  const abouts = new Map<string, About>()
  const office = (name: string): About => {
    const about = abouts.get(name) ?? { version: '', engine: engineName, device, folder: opened.folder, example: false, resources: join(import.meta.dirname, '../..') }
    abouts.set(name, about)
    return about
  }
  const rows = async (query: string): Promise<Record<string, unknown>[]> => (await sql.raw<Record<string, unknown>>(query).execute(db)).rows
  return {
    db,
    rows,
    number: async (query) => Number(Object.values((await rows(query))[0] ?? {})[0] ?? 0),
    write: (work) =>
      db.transaction().execute(async (tx) => {
        const { writer, finish } = openWriter(tx, device, { who: 'Prueba', at: '2026-11-22T15:00:00.000Z' })
        const done = await work(writer)
        await finish()
        return done
      }),
    office,
    facts: (name, today) => factsOf({ db, about: office(name), language: 'es', ...(today === undefined ? {} : { today: () => today }) }),
  }
}

/** A figure as it is asked, all there is and everything by default. */
export function asked(counts: Asked['counts'], definition: Partial<Definition> = {}, more: Partial<Asked> = {}): Asked {
  return { counts, once: 'ever', hourMinutes: 60, from: null, until: null, ...more, definition: { ...emptyDefinition, ...definition } }
}

/** The same numbers at every run. */
export function dice(seed: number): { below(n: number): number; pick<T>(from: readonly T[]): T } {
  let state = seed >>> 0
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  return {
    below,
    pick: (from) => {
      const one = from[below(from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}

/** A row with keys for search and order that no test of counting looks at. */
export const keys = (name: string): { searchKey: string; sortKey: string; nameKey: string } => ({ searchKey: name, sortKey: name, nameKey: name })

export type Row<T extends Parameters<Writer['add']>[0]> = NewRow<T>
