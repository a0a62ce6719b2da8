import type { Kysely } from 'kysely'
import { logged } from './changes.ts'
import { inChunks } from './chunks.ts'
import type { EntityTable, Tables } from './schema.ts'
import { loggedByHash, partTables, permanentTables, references, unremovableTables } from './schema.ts'

// Kysely computes a type per table; these run over tables named by a variable, so they see rows as plain records.
export type Row = Readonly<Record<string, unknown>>
export type Untyped = Kysely<Record<string, Record<string, unknown>>>

export interface Undone {
  /** Fields put back and records marked as removed. */
  readonly undone: number
  /** Fields and records edited since, and records that something newer points at: left as they are. `field` is '' for a whole record. */
  readonly kept: readonly Kept[]
  /** Records whose fields are another way now; those that only came or went are not among them. */
  readonly touched: readonly { readonly entity: string; readonly id: string }[]
}

interface Kept {
  readonly entity: string
  readonly id: string
  readonly field: string
}

/** The act did what cannot be taken back: gave numbers to papers, annulled one, signed a list, saved a version. */
export class PermanentAct extends Error {
  /** Tables that it wrote to. */
  readonly entities: ReadonlySet<string>

  constructor(entities: ReadonlySet<string>) {
    super('permanent act')
    this.entities = entities
  }
}

/** What taking back needs of the writing door, so that it is logged like any other change. */
export interface UndoPowers {
  readonly raw: Untyped
  readonly db: Kysely<Tables>
  changeMany(table: EntityTable, patches: readonly { readonly id: string; readonly patch: Row }[]): Promise<number>
  removeMany(table: EntityTable, ids: readonly string[]): Promise<number>
}

type Entry = Pick<Tables['changes'], 'entity' | 'entityId' | 'field' | 'before' | 'after'>

/** See `Writer.undo`. First the fields, latest first; then what the act created, whoever points before whom is pointed at. */
export async function undoAct(powers: UndoPowers, act: string): Promise<Undone> {
  const entries = await powers.db.selectFrom('changes').select(['entity', 'entityId', 'field', 'before', 'after']).where('act', '=', act).orderBy('number').execute()
  const created = entries.filter((entry) => entry.field === '')
  const createdIds = new Set(created.map((entry) => entry.entityId))
  if (entries.some((entry) => permanentTables.has(entry.entity) || isLeftBehind(entry, created)) || entries.some(isForgotten)) throw new PermanentAct(new Set(entries.map((entry) => entry.entity)))
  const fields = await putBack(powers, entries.filter((entry) => !createdIds.has(entry.entityId)).toReversed())
  const records = await takeAway(powers, created)
  return { undone: fields.undone + records.undone, kept: [...fields.kept, ...records.kept], touched: fields.touched }
}

/** A part added to what was there before: it has no mark of removal, and what it belongs to stays. */
function isLeftBehind({ entity, field }: Entry, created: readonly Entry[]): boolean {
  const whole = partTables.get(entity)
  return field === '' && whole !== undefined && !created.some((one) => one.entity === whole)
}

/** A long text that the log knows by its hash only. */
function isForgotten({ entity, field, before }: Entry): boolean {
  return field !== '' && before !== null && before !== 'null' && (loggedByHash[entity] ?? []).includes(field)
}

/** Puts fields back, latest change first, as long as they are what the act left. One change a record. */
async function putBack(powers: UndoPowers, entries: readonly Entry[]): Promise<Undone> {
  const kept: Kept[] = []
  const touched: { entity: string; id: string }[] = []
  let undone = 0
  for (const [entity, changes] of Map.groupBy(entries, (entry) => entry.entity)) {
    const table = entity as EntityTable
    const rows = await rowsById(powers.raw, table, new Set(changes.map((entry) => entry.entityId)))
    const patches = new Map<string, Record<string, unknown>>()
    for (const { entityId: id, field, before, after } of changes) {
      const patch = patches.get(id) ?? {}
      const current = field in patch ? patch[field] : rows.get(id)?.[field]
      if (!rows.has(id) || logged(current) !== after) {
        kept.push({ entity, id, field })
        continue
      }
      patches.set(id, { ...patch, [field]: before === null ? null : JSON.parse(before) })
      undone += 1
    }
    await powers.changeMany(table, [...patches].map(([id, patch]) => ({ id, patch })))
    for (const [id, patch] of patches) if (Object.keys(patch).some((field) => field !== 'removedAt')) touched.push({ entity, id })
  }
  return { undone, kept, touched }
}

async function rowsById(raw: Untyped, table: EntityTable, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>()
  for (const chunk of inChunks([...ids], 1)) {
    for (const row of await raw.selectFrom(table).selectAll().where('id', 'in', chunk).execute()) found.set(String(row['id']), row)
  }
  return found
}

async function takeAway(powers: UndoPowers, created: readonly Entry[]): Promise<Omit<Undone, 'touched'>> {
  const kept: Kept[] = []
  let undone = 0
  const tables = [...new Set(created.map((entry) => entry.entity as EntityTable))].sort((one, other) => depth(other) - depth(one))
  for (const table of tables) {
    const entries = created.filter((entry) => entry.entity === table)
    const keep = (id: string): void => void kept.push({ entity: table, id, field: '' })
    // Out of sight with what they belong to.
    if (partTables.has(table)) continue
    if (unremovableTables.has(table)) {
      for (const entry of entries) keep(entry.entityId)
      continue
    }
    const { removable, edited } = await asCreated(powers.raw, table, entries)
    const pointedAt = await pointedAtAmong(powers.raw, table, removable)
    for (const id of [...edited, ...pointedAt]) keep(id)
    const going = removable.filter((id) => !pointedAt.has(id))
    undone += await powers.removeMany(table, going)
  }
  return { undone, kept }
}

/** Of the records that an act created, those that are still as it made them, and those that somebody edited since. Removed ones are neither. */
async function asCreated(raw: Untyped, table: EntityTable, entries: readonly Entry[]): Promise<{ removable: string[]; edited: string[] }> {
  const removable: string[] = []
  const edited: string[] = []
  // What the log keeps by its hash never changes after it is added.
  const heavy = loggedByHash[table] ?? []
  for (const chunk of inChunks(entries, 1)) {
    const rows = await raw.selectFrom(table).selectAll().where('id', 'in', chunk.map((entry) => entry.entityId)).where('removedAt', 'is', null).execute()
    const byId = new Map(rows.map((row) => [String(row['id']), row]))
    for (const { entityId, after } of chunk) {
      const row = byId.get(entityId)
      if (row === undefined) continue
      const made = Object.entries(JSON.parse(after ?? '{}') as Row)
      const isSame = made.filter(([field]) => !heavy.includes(field)).every(([field, value]) => logged(row[field]) === JSON.stringify(value))
      ;(isSame ? removable : edited).push(entityId)
    }
  }
  return { removable, edited }
}

/** Of these records, those that a live record points at. */
async function pointedAtAmong(raw: Untyped, table: EntityTable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const { from, column, to } of references) {
    if (to !== table) continue
    for (const chunk of inChunks(ids, 1)) {
      let ask = raw.selectFrom(from).select(column).distinct().where(column, 'in', chunk)
      if (!unremovableTables.has(from)) ask = ask.where('removedAt', 'is', null)
      // What points at another of its own table goes with it.
      if (from === table) ask = ask.where('id', 'not in', chunk)
      for (const row of await ask.execute()) found.add(String(row[column]))
    }
  }
  return found
}

/** How many steps of "points at" lie below a table: those above are removed first. A record that points at its like is no step. */
function depth(table: EntityTable): number {
  return Math.max(0, ...references.filter((one) => one.from === table && one.to !== table).map((one) => 1 + depth(one.to)))
}
