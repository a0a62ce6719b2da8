import type { MarkValue } from '../../../shared/domain/marks.ts'
import { hasTwoDecimals, shownMark } from '../../../shared/domain/marks.ts'
import type { PersonName } from '../../../shared/domain/names.ts'
import { displayName, searchKey } from '../../../shared/domain/names.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { NewRow } from '../../db/changes.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { itemsOf, requirementsOf } from './course.ts'

type ItemFields = Omit<NewRow<'markItems'>, 'editionId' | 'position' | 'id'>
type RequirementFields = Omit<NewRow<'requirements'>, 'editionId' | 'position' | 'id'>

/** Adds what is marked at the end of the edition's list, and gives its id. Throws `refused` for a scale that is none or a name that is there. */
export async function addMarkItem(db: Writer, editionId: string, fields: ItemFields): Promise<string> {
  const there = await itemsOf(db, editionId)
  checkScale(fields)
  refuseSameName(there, fields.name, 'results.sameItem')
  const [id = ''] = await db.add('markItems', [{ ...fields, editionId, position: there.length }])
  return id
}

/** Adds a requirement at the end of the edition's list, and gives its id. No rule asks it yet. Throws `refused` for a name that is there. */
export async function addRequirement(db: Writer, editionId: string, fields: RequirementFields): Promise<string> {
  const there = await requirementsOf(db, editionId)
  refuseSameName(there, fields.name, 'results.sameRequirement')
  const [id = ''] = await db.add('requirements', [{ ...fields, editionId, position: there.length }])
  return id
}

export function checkScale(scale: { readonly scaleMin: number; readonly scaleMax: number }): void {
  if (scale.scaleMax <= scale.scaleMin) refuse('results.scaleTurned', { min: shownMark(scale.scaleMin), max: shownMark(scale.scaleMax) })
}

/** Two columns of one name could not be told apart in a sheet. */
export function refuseSameName(there: readonly { readonly name: string }[], name: string, otherwise: 'results.sameItem' | 'results.sameRequirement'): void {
  const key = searchKey(name)
  if (there.some((one) => searchKey(one.name) === key)) refuse(otherwise, { name })
}

export interface MarkToWrite {
  readonly markItemId: string
  readonly enrolmentId: string
  readonly attempt: number
  /** Null erases that attempt. */
  readonly value: MarkValue | null
}

/**
 * Writes marks, all or none. Throws `refused` naming person and item when a mark is off its scale or has more than two decimals, the person is no participant
 * of the item's edition, or an attempt would stand without the one before it. Gives how many marks are another way now.
 */
export async function writeMarks(db: Writer, cells: readonly MarkToWrite[]): Promise<{ changed: number }> {
  const items = new Map((await rowsOf(db, 'markItems', cells.map((cell) => cell.markItemId))).map((item) => [item.id, item]))
  const people = await participantsOf(db, cells.map((cell) => cell.enrolmentId))
  for (const { markItemId, enrolmentId, value } of cells) {
    const item = items.get(markItemId) ?? missing('results.itemMissing')
    const person = checkedPerson(people, enrolmentId, item)
    if (typeof value === 'number' && (value < item.scaleMin || value > item.scaleMax)) {
      refuse('results.offScale', { person: displayName(person), item: item.name, value: String(value), min: shownMark(item.scaleMin), max: shownMark(item.scaleMax) })
    }
    if (typeof value === 'number' && !hasTwoDecimals(value)) refuse('results.tooPrecise', { person: displayName(person), item: item.name, value: String(value) })
  }
  const written = await marksOf(db, [...people.keys()], new Set(items.keys()))
  const wanted = new Map(cells.map((cell) => [markKey(cell), cell]))
  refuseGaps(wanted, written, (cell) => ({ person: displayName(people.get(cell.enrolmentId) ?? noName), item: items.get(cell.markItemId)?.name ?? '' }))
  const added: NewRow<'marks'>[] = []
  const patches: { id: string; patch: { value: number | null } }[] = []
  const erased: string[] = []
  for (const [key, { value, ...cell }] of wanted) {
    const known = written.get(key)
    if (value === null) {
      if (known !== undefined) erased.push(known.id)
      continue
    }
    const kept = value === 'NP' ? null : value
    if (known === undefined) added.push({ ...cell, value: kept })
    else if (known.value !== kept) patches.push({ id: known.id, patch: { value: kept } })
  }
  await db.add('marks', added)
  await db.changeMany('marks', patches)
  await db.removeMany('marks', erased)
  return { changed: added.length + patches.length + erased.length }
}

export interface CheckToWrite {
  readonly requirementId: string
  readonly enrolmentId: string
  /** Null: not said. */
  readonly met: boolean | null
}

/** Writes who met which requirement, all or none. Throws `refused` for who is no participant of its edition. Gives how many are another way now. */
export async function writeChecks(db: Writer, cells: readonly CheckToWrite[]): Promise<{ changed: number }> {
  const asked = new Map((await rowsOf(db, 'requirements', cells.map((cell) => cell.requirementId))).map((one) => [one.id, one]))
  const people = await participantsOf(db, cells.map((cell) => cell.enrolmentId))
  for (const { requirementId, enrolmentId } of cells) checkedPerson(people, enrolmentId, asked.get(requirementId) ?? missing('results.requirementMissing'))
  const written = await checksOf(db, [...people.keys()])
  const added: NewRow<'requirementChecks'>[] = []
  const patches: { id: string; patch: { met: 0 | 1 } }[] = []
  const erased: string[] = []
  for (const { requirementId, enrolmentId, met } of new Map(cells.map((cell) => [checkKey(cell), cell])).values()) {
    const known = written.get(checkKey({ requirementId, enrolmentId }))
    const kept = met === true ? 1 : 0
    if (met === null) {
      if (known !== undefined) erased.push(known.id)
    } else if (known === undefined) added.push({ requirementId, enrolmentId, met: kept })
    else if (known.met !== kept) patches.push({ id: known.id, patch: { met: kept } })
  }
  await db.add('requirementChecks', added)
  await db.changeMany('requirementChecks', patches)
  await db.removeMany('requirementChecks', erased)
  return { changed: added.length + patches.length + erased.length }
}

interface Participant extends PersonName {
  readonly id: string
  readonly role: string
  readonly editionId: string
}

const noName: PersonName = { firstSurname: '', secondSurname: null, givenNames: '' }

function checkedPerson(people: ReadonlyMap<string, Participant>, enrolmentId: string, of: { readonly name: string; readonly editionId: string }): Participant {
  const person = people.get(enrolmentId) ?? missing('enrolments.missing')
  if (person.editionId !== of.editionId) refuse('results.otherEdition', { person: displayName(person), name: of.name })
  if (person.role !== 'participant') refuse('results.noParticipant', { person: displayName(person) })
  return person
}

/** The second attempt stands on the first: the grid shows them in order, and nothing else says which is which. */
function refuseGaps(wanted: ReadonlyMap<string, MarkToWrite>, written: ReadonlyMap<string, unknown>, named: (cell: MarkToWrite) => { person: string; item: string }): void {
  const stands = (cell: MarkToWrite, attempt: number): boolean => {
    const key = markKey({ ...cell, attempt })
    const cellWanted = wanted.get(key)
    return cellWanted === undefined ? written.has(key) : cellWanted.value !== null
  }
  for (const cell of wanted.values()) {
    const { attempt, value } = cell
    if (value !== null && attempt > 1 && !stands(cell, attempt - 1)) refuse('results.attemptBefore', { ...named(cell), attempt })
    if (value === null && stands(cell, attempt + 1)) refuse('results.attemptAfter', { ...named(cell), attempt })
  }
}

const markKey = (cell: { readonly markItemId: string; readonly enrolmentId: string; readonly attempt: number }): string => `${cell.enrolmentId} ${cell.markItemId} ${cell.attempt}`
const checkKey = (cell: { readonly requirementId: string; readonly enrolmentId: string }): string => `${cell.enrolmentId} ${cell.requirementId}`

async function rowsOf<T extends 'markItems' | 'requirements'>(db: Reader, table: T, ids: readonly string[]): Promise<EntityTables[T][]> {
  const rows: unknown[] = []
  for (const chunk of inChunks([...new Set(ids)], 1)) rows.push(...(await db.selectFrom(table as 'markItems').selectAll().where('id', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()))
  // Kysely resolves rows per literal table name; over a variable one the row is named here.
  return rows as EntityTables[T][]
}

async function participantsOf(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, Participant>> {
  const found = new Map<string, Participant>()
  for (const chunk of inChunks([...new Set(enrolmentIds)], 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(['enrolments.id', 'enrolments.role', 'cohorts.editionId', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('enrolments.id', 'in', chunk)
      .where('enrolments.removedAt', 'is', null)
      .orderBy('enrolments.id')
      .execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

async function marksOf(db: Reader, enrolmentIds: readonly string[], itemIds: ReadonlySet<string>): Promise<ReadonlyMap<string, { id: string; value: number | null }>> {
  const found = new Map<string, { id: string; value: number | null }>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('marks').select(['id', 'markItemId', 'enrolmentId', 'attempt', 'value']).where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) if (itemIds.has(row.markItemId)) found.set(markKey(row), row)
  }
  return found
}

async function checksOf(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, { id: string; met: number }>> {
  const found = new Map<string, { id: string; met: number }>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('requirementChecks').select(['id', 'requirementId', 'enrolmentId', 'met']).where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) found.set(checkKey(row), row)
  }
  return found
}
