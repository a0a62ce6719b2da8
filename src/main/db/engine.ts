import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema.ts'

/** What the store needs of a database engine. Kysely instances do not leave `main/db`. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly writing: Kysely<Tables>
  /** Runs work that only asks, on one snapshot. */
  snapshot<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Waits until no other transaction writes, here or at another desk: numbers and the chain of the log are given one by one. */
  alone(tx: Transaction<Tables>): Promise<void>
  close(): Promise<void>
}

/** Why a database was not opened. `key` is a sentence of `messages/core.ts`. */
export class DatabaseRefused extends Error {
  readonly code = 'unavailable'
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(key: string, params: Readonly<Record<string, string | number>>) {
    super(key)
    this.key = key
    this.params = params
  }
}
