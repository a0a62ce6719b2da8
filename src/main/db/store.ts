import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import { newId } from './ids.ts'
import type { Author } from './changes.ts'
import type { Reader, Writer } from './doors.ts'
import { openWriter } from './doors.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './schema.ts'
import { openSqlite } from './sqlite.ts'

/** Where the data lies: a file of this computer, or a server of the office. */
export type Place =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }
  /** A PostgreSQL inside the process: what the tests use for the second engine. */
  | { readonly kind: 'given'; readonly open: () => Promise<Engine> }

/** Two doors to the data. A door opened behind a door throws at once: on SQLite it would wait for itself for ever. */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  /** Id of this computer's data, made with them. */
  readonly device: string
  /** Asks inside one snapshot of the data; the engine refuses any change. */
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>
  /** One transaction: everything that `work` changes and its log, or nothing. */
  write<T>(author: Author, work: (db: Writer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const insideDoor = new AsyncLocalStorage<true>()

export async function openStore(place: Place): Promise<Store> {
  const engine = await openEngine(place)
  const device = await deviceOf(engine.writing)

  const through = async <T>(door: (work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> => {
    if (insideDoor.getStore() === true) throw new Error('a door of the store was opened behind a door')
    return door((tx) => insideDoor.run(true, () => work(tx)))
  }

  return {
    engine: engine.name,
    device,
    read: (work) => through(engine.snapshot, work),
    write: (author, work) =>
      through(
        (run) => engine.writing.transaction().execute(run),
        async (tx) => {
          await engine.alone(tx)
          const { writer, finish } = openWriter(tx, device, author)
          const result = await work(writer)
          await finish()
          return result
        },
      ),
    close: () => engine.close(),
  }
}

async function openEngine(place: Place): Promise<Engine> {
  if (place.kind === 'sqlite') return openSqlite(place.file)
  if (place.kind === 'given') return place.open()
  // An office with its own file does not wait for the driver of a server.
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(place.url)
}

/** The id of this office computer, made when its database is. */
async function deviceOf(db: Kysely<Tables>): Promise<string> {
  const known = await db.selectFrom('meta').select('value').where('key', '=', 'device').executeTakeFirst()
  if (known !== undefined) return known.value
  const device = newId()
  await db.insertInto('meta').values({ key: 'device', value: device }).execute()
  return device
}
