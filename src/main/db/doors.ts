import type { Kysely } from 'kysely'
import { newId } from './ids.ts'
import type { Author, NewRow } from './changes.ts'
import { ChangeLog, logged } from './changes.ts'
import { inChunks } from './chunks.ts'
import type { EntityTable, EntityTables, Tables } from './schema.ts'
import { computedFields, loggedByHash, loggedWhole, unremovableTables } from './schema.ts'
import type { Row, Undone, Untyped } from './undo.ts'
import { undoAct } from './undo.ts'

/** What a query may do to the data: ask. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with'>

/** What a command may do: ask, and change records with their entry in the log. Nothing else is there to call. */
export interface Writer extends Reader {
  /** All entries of this transaction share it; `undo` takes it. */
  readonly act: string
  /** Adds records and gives their ids, in the same order. */
  add<T extends EntityTable>(table: T, rows: readonly NewRow<T>[]): Promise<string[]>
  /** Changes the fields whose value differs. Gives whether any did. Throws when there is no such record. */
  change<T extends EntityTable>(table: T, id: string, patch: Partial<EntityTables[T]>): Promise<boolean>
  /** The same for many records. Gives how many changed. */
  changeMany<T extends EntityTable>(table: T, patches: readonly { readonly id: string; readonly patch: Partial<EntityTables[T]> }[]): Promise<number>
  /** Marks as removed: nothing is erased. */
  remove<T extends EntityTable>(table: T, id: string): Promise<boolean>
  /** The same for many records; those marked already stay as they are. Gives how many were marked. */
  removeMany<T extends EntityTable>(table: T, ids: readonly string[]): Promise<number>
  /**
   * Takes back everything that an act changed and that nothing newer stands on. Throws `PermanentAct`.
   * Computed keys are not the log's business: who undoes computes those of the records touched again.
   */
  undo(act: string): Promise<Undone>
}

/** The writing door of one transaction. `finish` writes the log: the store calls it just before the commit. */
export function openWriter(db: Kysely<Tables>, device: string, author: Author): { writer: Writer; finish: () => Promise<void> } {
  const log = new ChangeLog(db, device, author)
  const raw = db as unknown as Untyped
  const ends: Ends = { raw, log, at: author.at }
  const changeMany = (table: EntityTable, patches: readonly Patch[]): Promise<number> => changeRows(ends, table, patches)
  const removeMany = (table: EntityTable, ids: readonly string[]): Promise<number> => removeRows(ends, table, ids)
  const change = async (table: EntityTable, id: string, patch: Row): Promise<boolean> => (await changeMany(table, [{ id, patch }])) === 1
  const writer = {
    selectFrom: db.selectFrom.bind(db),
    selectNoFrom: db.selectNoFrom.bind(db),
    with: db.with.bind(db),
    act: log.act,
    add: (table: EntityTable, rows: readonly Row[]) => addRows(ends, table, rows),
    change,
    changeMany,
    remove: (table: EntityTable, id: string) => change(table, id, { removedAt: author.at }),
    removeMany,
    undo: (act: string) => undoAct({ raw, db, changeMany, removeMany }, act),
  }
  // The implementation is untyped by table; the interface ties each call to its table's row.
  return { writer: writer as unknown as Writer, finish: () => log.flush() }
}

/** Where a door writes: rows and their log. */
interface Ends {
  readonly raw: Untyped
  readonly log: ChangeLog
  /** UTC moment. */
  readonly at: string
}

interface Patch {
  readonly id: string
  readonly patch: Row
}

async function addRows({ raw, log }: Ends, table: EntityTable, rows: readonly Row[]): Promise<string[]> {
  const full = rows.map((row): Row => ({ ...(unremovableTables.has(table) ? {} : { removedAt: null }), ...row, id: row['id'] ?? newId() }))
  const first = full[0]
  if (first === undefined) return []
  for (const chunk of inChunks(full, Object.keys(first).length)) await raw.insertInto(table).values(chunk).execute()
  for (const row of full) log.note(table, String(row['id']), '', undefined, asLogged(table, row))
  return full.map((row) => String(row['id']))
}

async function changeRows({ raw, log }: Ends, table: EntityTable, patches: readonly Patch[]): Promise<number> {
  let changed = 0
  for (const chunk of inChunks(patches, 1)) {
    const rows = await raw.selectFrom(table).selectAll().where('id', 'in', chunk.map((one) => one.id)).execute()
    const byId = new Map(rows.map((row) => [String(row['id']), row]))
    const updates: Update[] = []
    for (const { id, patch } of chunk) {
      const current = byId.get(id)
      if (current === undefined) throw new Error(`no record ${id} in ${table}`)
      const differing = Object.entries(patch).filter(([field, value]) => value !== undefined && logged(value) !== logged(current[field]))
      // The same record may come twice: the second time it is what the first made of it.
      byId.set(id, { ...current, ...patch })
      if (differing.length === 0) continue
      addUpdate(updates, id, differing)
      const heavy = loggedByHash[table] ?? []
      const told = (field: string, value: unknown): unknown => (heavy.includes(field) && typeof value === 'string' ? Buffer.from(value) : value)
      for (const [field, value] of differing) if (!computedFields.has(field)) log.note(table, id, field, told(field, current[field]), told(field, value))
      changed += 1
    }
    for (const { values, ids } of updates) await raw.updateTable(table).set(values).where('id', 'in', ids).execute()
  }
  return changed
}

async function removeRows({ raw, log, at }: Ends, table: EntityTable, ids: readonly string[]): Promise<number> {
  let removed = 0
  for (const chunk of inChunks(ids, 1)) {
    const rows = await raw.selectFrom(table).select('id').where('id', 'in', chunk).where('removedAt', 'is', null).execute()
    const live = rows.map((row) => String(row['id']))
    if (live.length === 0) continue
    await raw.updateTable(table).set({ removedAt: at }).where('id', 'in', live).execute()
    for (const id of live) log.note(table, id, 'removedAt', null, at)
    removed += live.length
  }
  return removed
}

/** One statement: what several records that follow each other change alike. */
interface Update {
  readonly alike: string
  readonly values: Row
  readonly ids: string[]
}

/** Joins a change to the one before it when both say the same, as thousands of cells of a block do; the order of changes stays. */
function addUpdate(updates: Update[], id: string, differing: readonly (readonly [string, unknown])[]): void {
  const alike = logged(differing)
  const last = updates.at(-1)
  if (last?.alike === alike) last.ids.push(id)
  else updates.push({ alike, values: Object.fromEntries(differing), ids: [id] })
}

/** The row as the log keeps it: without computed keys, and what is long and never changes as its hash; or the whole row as its hash. */
function asLogged(table: EntityTable, row: Row): unknown {
  const written = writtenFields(table, row)
  return loggedWhole.has(table) ? Buffer.from(logged(written)) : written
}

function writtenFields(table: EntityTable, row: Row): Row {
  const heavy = loggedByHash[table] ?? []
  const kept = Object.entries(row).filter(([field]) => !computedFields.has(field))
  return Object.fromEntries(kept.map(([field, value]) => [field, heavy.includes(field) ? Buffer.from(String(value)) : value]))
}
