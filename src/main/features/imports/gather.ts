import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { RosterEntry } from '../../../shared/domain/roster/entries.ts'
import { documentKey, writingOf } from '../../../shared/domain/roster/entries.ts'
import type { KnownEnrolment, KnownPeople, KnownPerson, KnownPost } from '../../../shared/domain/roster/matching.ts'
import type { RememberedLayout } from './sheets.ts'

type PersonRow = EntityTables['people']

/**
 * Those of the database whom the rows may be: by document, by name, or by what was decided before. Only these are read whole:
 * of the namesakes of a common name, those that could be meant, and one to be told of.
 */
export async function knownPeople(db: Reader, entries: readonly RosterEntry[], breathe: () => Promise<void>): Promise<KnownPeople> {
  const people = new Map<string, PersonRow>()
  const keep = (rows: readonly PersonRow[]): void => rows.forEach((row) => people.set(row.id, row))
  // By type and number together, as the index is.
  const documents = Map.groupBy(entries.flatMap((entry) => (entry.person?.documentNumber == null ? [] : [entry.person])), (person) => person.documentType)
  for (const [type, persons] of documents) {
    for (const chunk of inChunks([...new Set(persons.flatMap((person) => person.documentNumber ?? []))], COLUMNS)) {
      keep(await db.selectFrom('people').selectAll().where('documentType', '=', type).where('documentNumber', 'in', chunk).where('removedAt', 'is', null).execute())
      await breathe()
    }
  }
  const found = new Set([...people.values()].map((row) => `${row.documentType}:${row.documentNumber}`))
  const unknown = entries.filter(({ person }) => person !== null && !found.has(documentKey(person) ?? ''))
  const verdicts = await verdictsFor(db, unknown)
  const told = [...verdicts.keys()].map((key) => key.split('\u0001')[1] ?? '')
  const wanted = [...new Set([...(await likelyNamesakes(db, unknown, breathe)), ...told])].filter((id) => !people.has(id))
  for (const chunk of inChunks(wanted, COLUMNS)) {
    keep(await db.selectFrom('people').selectAll().where('id', 'in', chunk).where('removedAt', 'is', null).execute())
    await breathe()
  }
  const ids = [...people.keys()]
  return indexed([...people.values()], await postsOf(db, ids, breathe), await enrolmentsOf(db, ids, breathe), verdicts)
}

/** How wide a row counts for the size of a batch: some 250 at a time, so that no question keeps others waiting. */
const COLUMNS = 24

/** Ids of those who have the name of a row and may be meant: without a document on either side, or born on the same day. Of the rest, one a name. */
async function likelyNamesakes(db: Reader, entries: readonly RosterEntry[], breathe: () => Promise<void>): Promise<string[]> {
  const byName = new Map<string, { births: Set<string>; numbers: Set<string>; open: boolean }>()
  for (const { person, nameKey } of entries) {
    if (person === null) continue
    const asked = byName.get(nameKey) ?? { births: new Set(), numbers: new Set(), open: false }
    if (person.birthDate !== null) asked.births.add(person.birthDate)
    if (person.documentNumber === null) asked.open = true
    else asked.numbers.add(person.documentNumber)
    byName.set(nameKey, asked)
  }
  const ids: string[] = []
  const told = new Set<string>()
  for (const chunk of inChunks([...byName.keys()], COLUMNS)) {
    const rows = await db.selectFrom('people').select(['id', 'nameKey', 'documentNumber', 'birthDate']).where('nameKey', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) {
      const asked = byName.get(row.nameKey)
      const likely = asked?.open === true || row.documentNumber === null || asked?.numbers.has(row.documentNumber) === true || (row.birthDate !== null && asked?.births.has(row.birthDate) === true)
      if (!likely && told.has(row.nameKey)) continue
      if (!likely) told.add(row.nameKey)
      ids.push(row.id)
    }
    await breathe()
  }
  return ids
}

function indexed(rows: readonly PersonRow[], posts: ReadonlyMap<string, KnownPost[]>, enrolments: ReadonlyMap<string, KnownEnrolment[]>, verdicts: ReadonlyMap<string, boolean>): KnownPeople {
  const byDocument = new Map<string, KnownPerson>()
  const byName = new Map<string, KnownPerson[]>()
  for (const row of rows.toSorted((one, other) => byText(one.id, other.id))) {
    const person: KnownPerson = { ...row, posts: posts.get(row.id) ?? [], enrolments: enrolments.get(row.id) ?? [] }
    if (row.documentNumber !== null) byDocument.set(`${row.documentType}:${row.documentNumber}`, person)
    byName.set(row.nameKey, [...(byName.get(row.nameKey) ?? []), person])
  }
  // A person once said to be meant is found by the name that the office wrote, whatever hers is.
  const all = new Map(rows.map((row) => [row.id, row.nameKey]))
  for (const [key, same] of verdicts) {
    const [writing = '', personId = ''] = key.split('\u0001')
    const written = writing.split('|')[1] ?? ''
    const own = all.get(personId)
    const person = own === undefined ? undefined : byName.get(own)?.find((one) => one.id === personId)
    if (same && person !== undefined && own !== written) byName.set(written, [...(byName.get(written) ?? []), person])
  }
  return {
    byDocument: (type, number) => byDocument.get(`${type}:${number}`),
    byName: (key) => byName.get(key) ?? [],
    remembered: (writing, personId) => verdicts.get(`${writing}\u0001${personId}`),
  }
}

async function verdictsFor(db: Reader, entries: readonly RosterEntry[]): Promise<ReadonlyMap<string, boolean>> {
  const verdicts = new Map<string, boolean>()
  const writings = [...new Set(entries.flatMap((entry) => (entry.person === null ? [] : [writingOf(entry)])))]
  for (const chunk of inChunks(writings, 4)) {
    const rows = await db.selectFrom('verdicts').select(['writing', 'personId', 'same']).where('writing', 'in', chunk).where('removedAt', 'is', null).execute()
    for (const row of rows) verdicts.set(`${row.writing}\u0001${row.personId}`, row.same === 1)
  }
  return verdicts
}

async function postsOf(db: Reader, ids: readonly string[], breathe: () => Promise<void>): Promise<ReadonlyMap<string, KnownPost[]>> {
  const posts = new Map<string, KnownPost[]>()
  for (const chunk of inChunks(ids, COLUMNS)) {
    await breathe()
    const rows = await db
      .selectFrom('posts')
      .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['posts.id', 'posts.personId', 'posts.organisationId', 'organisations.nameKey as organisationKey', 'posts.title', 'posts.unit', 'posts.regime', 'posts.sector', 'posts.since', 'posts.until'])
      .where('posts.personId', 'in', chunk)
      .where('posts.removedAt', 'is', null)
      .execute()
    for (const { personId, ...post } of rows.toSorted((one, other) => byText(one.since ?? '', other.since ?? '') || byText(one.id, other.id))) posts.set(personId, [...(posts.get(personId) ?? []), post])
  }
  return posts
}

async function enrolmentsOf(db: Reader, ids: readonly string[], breathe: () => Promise<void>): Promise<ReadonlyMap<string, KnownEnrolment[]>> {
  const enrolments = new Map<string, KnownEnrolment[]>()
  for (const chunk of inChunks(ids, COLUMNS)) {
    await breathe()
    const rows = await db.selectFrom('enrolments').select(['personId', 'cohortId', 'role']).where('personId', 'in', chunk).where('removedAt', 'is', null).execute()
    for (const { personId, ...enrolment } of rows) enrolments.set(personId, [...(enrolments.get(personId) ?? []), enrolment])
  }
  return enrolments
}

/** What the office chose before for layouts with these labels. */
export async function rememberedLayouts(db: Reader): Promise<(fingerprint: string) => RememberedLayout | undefined> {
  const rows = await db.selectFrom('importLayouts').select(['fingerprint', 'mapping']).where('removedAt', 'is', null).orderBy('id').execute()
  const layouts = new Map(rows.map((row) => [row.fingerprint, row.mapping]))
  return (fingerprint) => {
    const mapping = layouts.get(fingerprint)
    return mapping === undefined ? undefined : (JSON.parse(mapping) as RememberedLayout)
  }
}

export type KnownOrganisation = Pick<EntityTables['organisations'], 'id' | 'name' | 'nameKey' | 'kind' | 'districtCode'>

/** Organisations whose names mean the same as some of these. */
export async function organisationsByKey(db: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, KnownOrganisation>> {
  const known = new Map<string, KnownOrganisation>()
  for (const chunk of inChunks(keys, 4)) {
    const rows = await db.selectFrom('organisations').select(['id', 'name', 'nameKey', 'kind', 'districtCode']).where('nameKey', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) if (!known.has(row.nameKey)) known.set(row.nameKey, row)
  }
  return known
}
