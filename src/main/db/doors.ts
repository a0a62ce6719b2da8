import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Author, NewRow, Undone } from './changes.ts'
import { ChangeLog, entriesOf, logged } from './changes.ts'
import { inChunks } from './chunks.ts'
import type { EntityTable, EntityTables, Tables } from './schema.ts'
import { permanentTables, references } from './schema.ts'

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
  /** Takes back everything that an act changed and that nothing newer stands on. Throws `PermanentAct`. */
  undo(act: string): Promise<Undone>
}

/** The act gave numbers to papers: it cannot be taken back. */
export class PermanentAct extends Error {}

// Kysely computes a type per table; these run over tables named by a variable, so they see rows as plain records.
type Row = Readonly<Record<string, unknown>>
type Untyped = Kysely<Record<string, Record<string, unknown>>>

/** The writing door of one transaction. `finish` writes the log: the store calls it just before the commit. */
export function openWriter(db: Kysely<Tables>, device: string, author: Author): { writer: Writer; finish: () => Promise<void> } {
  const log = new ChangeLog(db, device, author)
  const raw = db as unknown as Untyped

  async function add(table: EntityTable, rows: readonly Row[]): Promise<string[]> {
    const removable = !permanentTables.has(table) && table !== 'entity'
    const full = rows.map((row): Row => ({ ...(removable ? { removedAt: null } : {}), ...row, id: row['id'] ?? newId() }))
    const first = full[0]
    if (first === undefined) return []
    for (const chunk of inChunks(full, Object.keys(first).length)) await raw.insertInto(table).values(chunk).execute()
    for (const row of full) log.note(table, String(row['id']), '', undefined, row)
    return full.map((row) => String(row['id']))
  }

  async function changeOne(table: EntityTable, id: string, current: Row, patch: Row): Promise<boolean> {
    const differing = Object.entries(patch).filter(([field, value]) => value !== undefined && logged(value) !== logged(current[field]))
    if (differing.length === 0) return false
    await raw.updateTable(table).set(Object.fromEntries(differing)).where('id', '=', id).execute()
    for (const [field, value] of differing) log.note(table, id, field, current[field], value)
    return true
  }

  async function changeMany(table: EntityTable, patches: readonly { readonly id: string; readonly patch: Row }[]): Promise<number> {
    let changed = 0
    for (const chunk of inChunks(patches, 1)) {
      const rows = await raw.selectFrom(table).selectAll().where('id', 'in', chunk.map((one) => one.id)).execute()
      const byId = new Map(rows.map((row) => [String(row['id']), row]))
      for (const { id, patch } of chunk) {
        const current = byId.get(id)
        if (current === undefined) throw new Error(`no record ${id} in ${table}`)
        if (await changeOne(table, id, current, patch)) changed += 1
      }
    }
    return changed
  }

  const change = async (table: EntityTable, id: string, patch: Row): Promise<boolean> => (await changeMany(table, [{ id, patch }])) === 1

  const writer = {
    selectFrom: db.selectFrom.bind(db),
    selectNoFrom: db.selectNoFrom.bind(db),
    with: db.with.bind(db),
    act: log.act,
    add,
    change,
    changeMany,
    remove: (table: EntityTable, id: string) => change(table, id, { removedAt: author.at }),
    undo: (act: string) => undo(raw, db, change, act, author.at),
  }
  // The implementation is untyped by table; the interface ties each call to its table's row.
  return { writer: writer as unknown as Writer, finish: () => log.flush() }
}

async function undo(
  raw: Untyped,
  db: Kysely<Tables>,
  change: (table: EntityTable, id: string, patch: Row) => Promise<boolean>,
  act: string,
  at: string,
): Promise<Undone> {
  const entries = (await entriesOf(db, act)).toReversed()
  if (entries.some((entry) => permanentTables.has(entry.entity))) throw new PermanentAct()
  const created = new Set(entries.filter((entry) => entry.field === '').map((entry) => entry.entityId))
  const editedSince = await editedByOthers(db, act, [...created])
  const kept: { entity: string; id: string; field: string }[] = []
  let undone = 0
  for (const entry of entries) {
    const table = entry.entity as EntityTable
    if (entry.field !== '' && created.has(entry.entityId)) continue
    const keep = { entity: entry.entity, id: entry.entityId, field: entry.field }
    if (entry.field === '') {
      const held = editedSince.has(entry.entityId) || (await isPointedAt(raw, table, entry.entityId))
      if (held || table === 'entity') kept.push(keep)
      else if (await change(table, entry.entityId, { removedAt: at })) undone += 1
      continue
    }
    const current = await raw.selectFrom(table).selectAll().where('id', '=', entry.entityId).executeTakeFirst()
    if (current === undefined || logged(current[entry.field]) !== entry.after) kept.push(keep)
    else if (await change(table, entry.entityId, { [entry.field]: entry.before === null ? null : JSON.parse(entry.before) })) undone += 1
  }
  return { undone, kept }
}

/** Of the records that the act created, those that another act changed later. */
async function editedByOthers(db: Kysely<Tables>, act: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const edited = new Set<string>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db.selectFrom('changes').select('entityId').distinct().where('act', '!=', act).where('entityId', 'in', chunk).execute()
    for (const row of rows) edited.add(row.entityId)
  }
  return edited
}

/** Whether a live record points at this one. An undo goes backwards, so what the act itself made to point here is removed by now. */
async function isPointedAt(raw: Untyped, table: EntityTable, id: string): Promise<boolean> {
  for (const { from, column, to } of references) {
    if (to !== table) continue
    let ask = raw.selectFrom(from).select('id').where(column, '=', id)
    if (!permanentTables.has(from)) ask = ask.where('removedAt', 'is', null)
    if ((await ask.limit(1).execute()).length > 0) return true
  }
  return false
}
