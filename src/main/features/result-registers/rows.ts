import type { contract } from '../../../shared/contract/index.ts'
import { displayName, searchPieces } from '../../../shared/domain/names.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { About } from '../../core/context.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { holds, rowCount } from '../../db/queries.ts'
import type { EntityTables } from '../../db/schema.ts'
import { attachmentCounts } from '../attachments/records.ts'
import { districtName } from '../geography.ts'
import { readValues, registerOf } from './records.ts'
import type { Register, Values } from './records.ts'

type Calls = typeof contract.resultRegisters
export type RowSeen = OutputOf<Calls['row']>
type Kept = EntityTables['resultRows']

export interface RegisterRow extends Omit<Kept, 'values' | 'searchKey' | 'sortKey' | 'removedAt'> {
  readonly values: Values
  readonly links: { personId: string | null; organisationId: string | null; name: string }[]
  /** How many files prove it. */
  readonly attachments: number
}

/** A register with its rows from a day until a day (both included; null: without end), the earliest first. Throws `missing`. */
export async function registerRows(db: Reader, registerId: string, from: string | null, until: string | null): Promise<{ readonly register: Register; readonly rows: RegisterRow[] }> {
  const register = await registerOf(db, registerId)
  const rows = await within(db, registerId, from, until).selectAll('resultRows').orderBy('resultRows.on').orderBy('resultRows.sortKey').orderBy('resultRows.id').execute()
  return { register, rows: await withLinks(db, rows) }
}

/** One window of the rows of a register that a search finds, the latest first. */
export async function rowsListed(db: Reader, { registerId, search, from, until, offset, limit }: ParsedInputOf<Calls['rows']>, about: Pick<About, 'resources'>): Promise<OutputOf<Calls['rows']>> {
  await registerOf(db, registerId)
  let ask = within(db, registerId, from, until)
  for (const piece of searchPieces(search)) ask = ask.where((eb) => eb.or([holds(eb.ref('resultRows.searchKey'), piece), eb.exists(linkedTo(db, piece))]))
  const { n } = await ask.select(rowCount().as('n')).executeTakeFirstOrThrow()
  const rows = await ask.selectAll('resultRows').orderBy('resultRows.on', 'desc').orderBy('resultRows.sortKey').orderBy('resultRows.id').offset(offset).limit(limit).execute()
  return { rows: (await withLinks(db, rows)).map((row) => asSeen(row, about)), total: n }
}

/** Throws `missing`. */
export async function rowSeen(db: Reader, row: Kept, about: Pick<About, 'resources'>): Promise<RowSeen> {
  const [seen] = await withLinks(db, [row])
  if (seen === undefined) throw new Error('a row without itself')
  return asSeen(seen, about)
}

function asSeen({ values, ...row }: RegisterRow, about: Pick<About, 'resources'>): RowSeen {
  return { ...row, values: { ...values }, districtName: districtName(about, row.districtCode) }
}

function within(db: Reader, registerId: string, from: string | null, until: string | null) {
  let ask = db.selectFrom('resultRows').where('resultRows.registerId', '=', registerId).where('resultRows.removedAt', 'is', null)
  if (from !== null) ask = ask.where('resultRows.on', '>=', from)
  if (until !== null) ask = ask.where('resultRows.on', '<=', until)
  return ask
}

/** A person or organisation of the row whose name holds the piece. */
function linkedTo(db: Reader, piece: string) {
  return db
    .selectFrom('resultRowLinks')
    .leftJoin('people', 'people.id', 'resultRowLinks.personId')
    .leftJoin('organisations', 'organisations.id', 'resultRowLinks.organisationId')
    .select('resultRowLinks.id')
    .whereRef('resultRowLinks.rowId', '=', 'resultRows.id' as 'resultRowLinks.rowId')
    .where('resultRowLinks.removedAt', 'is', null)
    .where((eb) => eb.or([holds(eb.fn.coalesce('people.searchKey', eb.val('')), piece), holds(eb.fn.coalesce('organisations.searchKey', eb.val('')), piece)]))
}

async function withLinks(db: Reader, rows: readonly Kept[]): Promise<RegisterRow[]> {
  const ids = rows.map((row) => row.id)
  const links = new Map<string, RegisterRow['links']>()
  for (const chunk of inChunks(ids, 1)) {
    const found = await db
      .selectFrom('resultRowLinks')
      .leftJoin('people', 'people.id', 'resultRowLinks.personId')
      .leftJoin('organisations', 'organisations.id', 'resultRowLinks.organisationId')
      .select(['resultRowLinks.rowId', 'resultRowLinks.personId', 'resultRowLinks.organisationId', 'organisations.name', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('resultRowLinks.rowId', 'in', chunk)
      .where('resultRowLinks.removedAt', 'is', null)
      .orderBy('resultRowLinks.position')
      .orderBy('resultRowLinks.id')
      .execute()
    for (const { rowId, personId, organisationId, name, firstSurname, secondSurname, givenNames } of found) {
      const shown = firstSurname === null ? (name ?? '') : displayName({ firstSurname, secondSurname, givenNames: givenNames ?? '' })
      links.set(rowId, [...(links.get(rowId) ?? []), { personId, organisationId, name: shown }])
    }
  }
  const files = await attachmentCounts(db, 'resultRows', ids)
  return rows.map(({ searchKey: _, sortKey: __, removedAt: ___, values, ...row }) => ({ ...row, values: readValues(values), links: links.get(row.id) ?? [], attachments: files.get(row.id) ?? 0 }))
}
