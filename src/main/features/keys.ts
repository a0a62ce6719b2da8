import { organisationKey } from '../../shared/domain/organisations.ts'
import { nameKey, searchKey, sortKey, textSortKey } from '../../shared/domain/names.ts'
import type { PersonName } from '../../shared/domain/names.ts'
import { inChunks } from '../db/chunks.ts'
import type { Writer } from '../db/doors.ts'
import { commitmentKey } from './commitments/records.ts'
import { agreementKeys } from './agreements/keys.ts'

interface PersonWords extends PersonName {
  readonly certificateName: string | null
  readonly documentNumber: string | null
}

/** Fields of a person that her keys are made of. */
export const personKeyFields = ['firstSurname', 'secondSurname', 'givenNames', 'certificateName', 'documentNumber'] as const

/** The keys of a person: to be written whenever one of `personKeyFields` is. */
export function personKeys(person: PersonWords): { searchKey: string; sortKey: string; nameKey: string } {
  const own = searchKey(`${person.firstSurname} ${person.secondSurname ?? ''} ${person.givenNames}`)
  const words = new Set(own.split(' '))
  // Only what the certificate's name adds: the index that every search reads stays short.
  const added = searchKey(person.certificateName ?? '').split(' ').filter((word) => !words.has(word))
  const document = searchKey(person.documentNumber ?? '').replaceAll(' ', '')
  return { searchKey: [own, ...added, document].filter((part) => part !== '').join(' '), sortKey: sortKey(person), nameKey: nameKey(person) }
}

interface OrganisationWords {
  readonly name: string
  readonly shortName: string | null
  readonly ruc: string | null
}

/** Fields of an organisation that its keys are made of. */
export const organisationKeyFields = ['name', 'shortName', 'ruc'] as const

/** The keys of an organisation. Its `nameKey` meets abbreviations: it is found by "muni prov" written in full too. */
export function organisationKeys(organisation: OrganisationWords): { searchKey: string; sortKey: string; nameKey: string } {
  const key = organisationKey(organisation.name)
  const own = searchKey(organisation.name)
  const parts = [own, searchKey(organisation.shortName ?? ''), organisation.ruc ?? '', key === own ? '' : key]
  return { searchKey: parts.filter((part) => part !== '').join(' '), sortKey: textSortKey(organisation.name), nameKey: key }
}

interface InitiativeWords {
  readonly title: string
  readonly code: string | null
  readonly place: string | null
}

/** The keys of an initiative. */
export function initiativeKeys({ title, code, place }: InitiativeWords): { searchKey: string; sortKey: string } {
  return { searchKey: searchKey([title, code, place].filter((part) => part !== null).join(' ')), sortKey: textSortKey(title) }
}

interface ResultRowWords {
  readonly title: string
  readonly note: string | null
  /** JSON of the row's values: its texts are found too. */
  readonly values: string
}

/** The keys of a row of a register of results. */
export function resultRowKeys({ title, note, values }: ResultRowWords): { searchKey: string; sortKey: string } {
  const words = Object.values(JSON.parse(values) as Readonly<Record<string, unknown>>).filter((value) => typeof value === 'string')
  return { searchKey: searchKey([title, ...words, note ?? ''].join(' ')), sortKey: textSortKey(title) }
}

/** Computes again the keys of records whose fields were put back: the log holds fields, not keys. */
export async function refreshKeys(db: Writer, touched: readonly { readonly entity: string; readonly id: string }[]): Promise<void> {
  const of = (entity: string): string[] => touched.filter((one) => one.entity === entity).map((one) => one.id)
  for (const ids of inChunks(of('people'), 1)) {
    const rows = await db.selectFrom('people').select(['id', ...personKeyFields]).where('id', 'in', ids).execute()
    await db.changeMany('people', rows.map((row) => ({ id: row.id, patch: personKeys(row) })))
  }
  for (const ids of inChunks(of('organisations'), 1)) {
    const rows = await db.selectFrom('organisations').select(['id', ...organisationKeyFields]).where('id', 'in', ids).execute()
    await db.changeMany('organisations', rows.map((row) => ({ id: row.id, patch: organisationKeys(row) })))
  }
  for (const ids of inChunks(of('commitments'), 1)) {
    const rows = await db.selectFrom('commitments').select(['id', 'code', 'title']).where('id', 'in', ids).execute()
    await db.changeMany('commitments', rows.map((row) => ({ id: row.id, patch: { sortKey: commitmentKey(row) } })))
  }
  for (const table of ['programmes', 'cohorts', 'frames'] as const) {
    for (const ids of inChunks(of(table), 1)) {
      const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
      await db.changeMany(table, rows.map((row) => ({ id: row.id, patch: { sortKey: textSortKey(row.name) } })))
    }
  }
  for (const ids of inChunks(of('agreements'), 1)) {
    const rows = await db.selectFrom('agreements').select(['id', 'number', 'title']).where('id', 'in', ids).execute()
    await db.changeMany('agreements', rows.map((row) => ({ id: row.id, patch: agreementKeys(row) })))
  }
  for (const ids of inChunks(of('initiatives'), 1)) {
    const rows = await db.selectFrom('initiatives').select(['id', 'title', 'code', 'place']).where('id', 'in', ids).execute()
    await db.changeMany('initiatives', rows.map((row) => ({ id: row.id, patch: initiativeKeys(row) })))
  }
  for (const ids of inChunks(of('resultRegisters'), 1)) {
    const rows = await db.selectFrom('resultRegisters').select(['id', 'name']).where('id', 'in', ids).execute()
    await db.changeMany('resultRegisters', rows.map((row) => ({ id: row.id, patch: { sortKey: textSortKey(row.name) } })))
  }
  for (const ids of inChunks(of('resultRows'), 1)) {
    const rows = await db.selectFrom('resultRows').select(['id', 'title', 'note', 'values']).where('id', 'in', ids).execute()
    await db.changeMany('resultRows', rows.map((row) => ({ id: row.id, patch: resultRowKeys(row) })))
  }
}
