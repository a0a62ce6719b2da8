import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { newId } from './ids.ts'
import { inChunks } from './chunks.ts'
import type { EntityTable, EntityTables, Tables } from './schema.ts'

export interface Author {
  /** The person at the keyboard. */
  readonly who: string
  /** Now, as UTC text. */
  readonly at: string
}

type Entry = Tables['changes']

/** Value as the log keeps it: JSON, with bytes replaced by their SHA-256. */
export function logged(value: unknown): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key: string, inner: unknown) {
    // Asked of the holder: a Buffer has turned itself into a list of numbers by the time it is handed over.
    const bytes = this[key]
    return bytes instanceof Uint8Array ? { sha256: createHash('sha256').update(bytes).digest('hex') } : inner
  })
}

/** The hash that chains an entry to the one before it on the same device. */
export function entryHash(previous: string, entry: Omit<Entry, 'hash'>): string {
  const words = [previous, entry.device, entry.number, entry.at, entry.who, entry.act, entry.entity, entry.entityId, entry.field, entry.before, entry.after]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}

/**
 * The log of one transaction: entries are gathered while it runs and written by `flush` just before it commits,
 * so that a record and its entry stand or fall together.
 */
export class ChangeLog {
  readonly act: string = newId()
  readonly #db: Kysely<Tables>
  readonly #device: string
  readonly #author: Author
  #pending: Omit<Entry, 'device' | 'number' | 'hash'>[] = []

  constructor(db: Kysely<Tables>, device: string, author: Author) {
    this.#db = db
    this.#device = device
    this.#author = author
  }

  /** Gathers one change. `field` is '' and `before` undefined for a record that was added. */
  note(entity: EntityTable, entityId: string, field: string, before: unknown, after: unknown): void {
    this.#pending.push({
      at: this.#author.at,
      who: this.#author.who,
      act: this.act,
      entity,
      entityId,
      field,
      before: before === undefined ? null : logged(before),
      after: after === undefined ? null : logged(after),
    })
  }

  /** Writes what was gathered, chained to what this device wrote before. Whoever waits behind the transaction still waits; others work. */
  async flush(): Promise<void> {
    if (this.#pending.length === 0) return
    const latest = await this.#db
      .selectFrom('changes')
      .select(['number', 'hash'])
      .where('device', '=', this.#device)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    let number = latest?.number ?? 0
    let hash = latest?.hash ?? ''
    const gathered = this.#pending
    this.#pending = []
    for (const chunk of inChunks(gathered, 11)) {
      const entries = chunk.map((pending) => {
        number += 1
        const entry = { device: this.#device, number, ...pending }
        hash = entryHash(hash, entry)
        return { ...entry, hash }
      })
      await this.#db.insertInto('changes').values(entries).execute()
      // An import of 10,000 rows has 120,000 entries: hashed at one go they would keep the screen waiting.
      await breathe()
    }
  }
}

/** A row to be added: its id and its mark of removal may be left to the writer. */
export type NewRow<T extends EntityTable> = Omit<EntityTables[T], 'id' | 'removedAt'> & { readonly id?: string }
