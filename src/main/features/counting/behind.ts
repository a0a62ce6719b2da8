import { sql } from 'kysely'
import { displayName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { BehindRef, BehindRow } from './model.ts'

/** What a row says of itself. */
interface Said {
  readonly label: string
  readonly detail: string
  /** Files kept with the thing itself. */
  readonly evidence?: number
}

type SaidById = ReadonlyMap<string, Said>

/** What stands behind a figure as people read it, in the order given. What was removed since keeps its line, without a name. */
export async function describeBehind(db: Reader, refs: readonly BehindRef[], language: Language): Promise<BehindRow[]> {
  const rows: BehindRow[] = []
  for (const some of inChunks(refs, 12)) rows.push(...(await describe(db, some, language)))
  return rows
}

async function describe(db: Reader, refs: readonly BehindRef[], language: Language): Promise<BehindRow[]> {
  const idsOf = (kind: BehindRow['kind']): string[] => [...new Set(refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])))]
  const said: Partial<Record<BehindRow['kind'], SaidById>> = {
    certificate: await papers(db, idsOf('certificate'), language),
    organisation: await organisations(db, idsOf('organisation'), language),
    session: await sessions(db, idsOf('session')),
    initiative: await initiatives(db, idsOf('initiative'), language),
    row: await registerRows(db, idsOf('row')),
  }
  const personIds = [...new Set(refs.flatMap((ref) => ref.personId ?? []))]
  const people = await persons(db, personIds)
  const posts = await postsThen(db, refs)
  const cohorts = await cohortNames(db, [...new Set(refs.flatMap((ref) => ref.cohortId ?? []))])
  const attached = await attachedTo(db, [...idsOf('initiative'), ...idsOf('row')])
  return refs.map((ref): BehindRow => {
    const cohort = cohorts.get(ref.cohortId ?? '')
    const own = said[ref.kind]?.get(ref.id)
    const person = people.get(ref.personId ?? '')
    const label = own?.label ?? person?.label ?? say(language, 'counting.gone')
    const detail = own === undefined ? [person?.detail, posts.get(`${ref.personId} ${ref.cohortId}`)] : [own.detail]
    return {
      ...ref,
      label,
      detail: detail.filter((part) => part !== undefined && part !== '').join(' · '),
      cohortName: cohort?.name ?? null,
      evidence: (own?.evidence ?? 0) + (ref.kind === 'session' || ref.kind === 'certificate' ? 0 : (cohort?.evidence ?? 0)) + (attached.get(ref.id) ?? 0),
    }
  })
}

async function persons(db: Reader, ids: readonly string[]): Promise<SaidById> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'firstSurname', 'secondSurname', 'givenNames', 'documentNumber']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { label: displayName(row), detail: row.documentNumber ?? '' }]))
}

/** Post and organisation of a person in a group, by both ids. */
async function postsThen(db: Reader, refs: readonly BehindRef[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const personIds = [...new Set(refs.flatMap((ref) => (ref.cohortId === null ? [] : (ref.personId ?? []))))]
  if (personIds.length === 0) return found
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('posts', 'posts.id', 'enrolments.postId')
    .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
    .select(['enrolments.personId', 'enrolments.cohortId', 'posts.title', 'organisations.name as organisationName'])
    // Of every group of hers: a person has few, and to seek each of hers in each group of the list takes a hundred times as long.
    .where('enrolments.personId', 'in', personIds)
    .where('enrolments.removedAt', 'is', null)
    .orderBy('enrolments.id')
    .execute()
  for (const row of rows) found.set(`${row.personId} ${row.cohortId}`, [row.title, row.organisationName].filter((part) => part !== null).join(', '))
  return found
}

async function papers(db: Reader, ids: readonly string[], language: Language): Promise<SaidById> {
  if (ids.length === 0) return new Map()
  const signed = await db.selectFrom('signings').select(['certificateId', rowCount().as('n')]).where('certificateId', 'in', ids).where('removedAt', 'is', null).groupBy('certificateId').execute()
  const evidence = new Map(signed.map((row) => [row.certificateId, row.n]))
  const rows = await db.selectFrom('certificates').select(['id', 'personName', 'number', 'paperKind', 'documentNumber']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { label: row.personName, detail: [say(language, 'issuing.kindName', { kind: row.paperKind }), row.number, row.documentNumber].filter((part) => part !== null).join(' · '), evidence: evidence.get(row.id) ?? 0 }]))
}

async function organisations(db: Reader, ids: readonly string[], language: Language): Promise<SaidById> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('organisations').select(['id', 'name', 'kind', 'ruc']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { label: row.name, detail: [say(language, 'organisations.kindName', { kind: row.kind }), row.ruc].filter((part) => part !== null).join(' · ') }]))
}

async function sessions(db: Reader, ids: readonly string[]): Promise<SaidById> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('sessions').select(['id', 'subject', 'startsAt', 'endsAt', 'cohortId']).where('id', 'in', ids).execute()
  const own = await db.selectFrom('evidence').select(['sessionId', rowCount().as('n')]).where('sessionId', 'in', ids).where('removedAt', 'is', null).groupBy('sessionId').execute()
  const evidence = new Map(own.map((row) => [row.sessionId, row.n]))
  const pages = await db.selectFrom('evidence').innerJoin('sheets', 'sheets.id', 'evidence.sheetId').select('sheets.sessionIds').where('sheets.cohortId', 'in', [...new Set(rows.map((row) => row.cohortId))]).where('evidence.removedAt', 'is', null).where('sheets.removedAt', 'is', null).execute()
  for (const page of pages) for (const id of JSON.parse(page.sessionIds) as string[]) evidence.set(id, (evidence.get(id) ?? 0) + 1)
  return new Map(rows.map((row) => [row.id, { label: row.subject, detail: `${row.startsAt}–${row.endsAt}`, evidence: evidence.get(row.id) ?? 0 }]))
}

async function initiatives(db: Reader, ids: readonly string[], language: Language): Promise<SaidById> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('initiatives').select(['id', 'kind', 'title', 'place', 'stage']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { label: row.title, detail: [say(language, 'counting.initiativeKind', { kind: row.kind }), row.place, say(language, 'counting.stageName', { stage: row.stage })].filter((part) => part !== null).join(' · ') }]))
}

async function registerRows(db: Reader, ids: readonly string[]): Promise<SaidById> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('resultRows').innerJoin('resultRegisters', 'resultRegisters.id', 'resultRows.registerId').select(['resultRows.id', 'resultRows.title', 'resultRegisters.rowName']).where('resultRows.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { label: row.title, detail: row.rowName }]))
}

/** Groups with their edition, and how many signed pages and files prove them. */
async function cohortNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly evidence: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('cohorts').innerJoin('editions', 'editions.id', 'cohorts.editionId').select(['cohorts.id', 'cohorts.name', 'editions.name as editionName']).where('cohorts.id', 'in', ids).execute()
  const kept = await db
    .selectFrom('evidence')
    .leftJoin('sheets', 'sheets.id', 'evidence.sheetId')
    .leftJoin('sessions', 'sessions.id', 'evidence.sessionId')
    .select([sql<string>`coalesce("sheets"."cohortId", "sessions"."cohortId")`.as('cohortId'), rowCount().as('n')])
    .where('evidence.removedAt', 'is', null)
    .where((test) => test.or([test('sheets.cohortId', 'in', ids), test('sessions.cohortId', 'in', ids)]))
    .groupBy(sql`coalesce("sheets"."cohortId", "sessions"."cohortId")`)
    .execute()
  const evidence = new Map(kept.map((row) => [row.cohortId, row.n]))
  return new Map(rows.map((row) => [row.id, { name: `${row.editionName} · ${row.name}`, evidence: evidence.get(row.id) ?? 0 }]))
}

async function attachedTo(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('attachments').select(['ownerId', rowCount().as('n')]).where('ownerId', 'in', ids).where('removedAt', 'is', null).groupBy('ownerId').execute()
  return new Map(rows.map((row) => [row.ownerId, row.n]))
}
