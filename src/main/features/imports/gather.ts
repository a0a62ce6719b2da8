import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { RosterEntry } from '../../../shared/domain/roster/entries.ts'
import { writingOf } from '../../../shared/domain/roster/entries.ts'
import type { KnownEnrolment, KnownPeople, KnownPerson, KnownPost } from '../../../shared/domain/roster/matching.ts'
import type { RememberedLayout } from './sheets.ts'

type PersonRow = EntityTables['people']

/** Those of the database whom the rows may be: by document, by name, or by what was decided before. Only these are read. */
export async function knownPeople(db: Reader, entries: readonly RosterEntry[]): Promise<KnownPeople> {
  const people = new Map<string, PersonRow>()
  const documents = new Set(entries.flatMap((entry) => entry.person?.documentNumber ?? []))
  const names = new Set(entries.flatMap((entry) => (entry.person === null ? [] : [entry.nameKey])))
  const keep = (rows: readonly PersonRow[]): void => rows.forEach((row) => people.set(row.id, row))
  for (const chunk of inChunks([...documents], 4)) keep(await db.selectFrom('people').selectAll().where('documentNumber', 'in', chunk).where('removedAt', 'is', null).execute())
  for (const chunk of inChunks([...names], 4)) keep(await db.selectFrom('people').selectAll().where('nameKey', 'in', chunk).where('removedAt', 'is', null).execute())
  const verdicts = await verdictsFor(db, entries)
  const told = [...new Set([...verdicts.keys()].map((key) => key.split('\u0001')[1] ?? ''))].filter((id) => !people.has(id))
  for (const chunk of inChunks(told, 1)) keep(await db.selectFrom('people').selectAll().where('id', 'in', chunk).where('removedAt', 'is', null).execute())
  return indexed([...people.values()], await postsOf(db, [...people.keys()]), await enrolmentsOf(db, [...people.keys()]), verdicts)
}

function indexed(rows: readonly PersonRow[], posts: ReadonlyMap<string, KnownPost[]>, enrolments: ReadonlyMap<string, KnownEnrolment[]>, verdicts: ReadonlyMap<string, boolean>): KnownPeople {
  const byDocument = new Map<string, KnownPerson>()
  const byName = new Map<string, KnownPerson[]>()
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
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

async function postsOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPost[]>> {
  const posts = new Map<string, KnownPost[]>()
  for (const chunk of inChunks(ids, 4)) {
    const rows = await db
      .selectFrom('posts')
      .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['posts.id', 'posts.personId', 'posts.organisationId', 'organisations.nameKey as organisationKey', 'posts.title', 'posts.unit', 'posts.regime', 'posts.sector', 'posts.since', 'posts.until'])
      .where('posts.personId', 'in', chunk)
      .where('posts.removedAt', 'is', null)
      .orderBy('posts.since')
      .orderBy('posts.id')
      .execute()
    for (const { personId, ...post } of rows) posts.set(personId, [...(posts.get(personId) ?? []), post])
  }
  return posts
}

async function enrolmentsOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, KnownEnrolment[]>> {
  const enrolments = new Map<string, KnownEnrolment[]>()
  for (const chunk of inChunks(ids, 4)) {
    const rows = await db.selectFrom('enrolments').select(['personId', 'cohortId', 'role']).where('personId', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
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

