import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Reader } from '../../db/doors.ts'
import { inForce as actasInForce } from '../actas/records.ts'
import { inForce as papersInForce } from '../certificates/state.ts'

/** Which rows: those of these ids, or those whose id lies between two, the first one left out. */
export type Among = { readonly ids: readonly string[] } | { readonly after: string; readonly to: string }

/** Whether a column holds one of them. */
function within(column: string, among: Among): RawBuilder<SqlBool> {
  if ('ids' in among) return sql<SqlBool>`${sql.ref(column)} in (${sql.join([...among.ids])})`
  return sql<SqlBool>`(${sql.ref(column)} > ${among.after} and ${sql.ref(column)} <= ${among.to})`
}

/** Above every id. */
const END = '~'

/** Lets whatever else waits have its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The door that is open now: what is read in several goes may find another at each. */
export interface OpenDoor {
  db: Reader
}

/** Cuts a table into stretches of at most so many rows, in the order of their ids. */
export async function* stretches(door: OpenDoor, table: 'people' | 'posts' | 'organisations' | 'personTraits' | 'enrolments' | 'sessions' | 'cohorts' | 'initiatives' | 'resultRows', size: number): AsyncGenerator<Among> {
  let after = ''
  for (;;) {
    // Kysely resolves rows per literal table name; all of these have an id.
    const last = await door.db.selectFrom(table as 'people').select('id').where('id', '>', after).orderBy('id').offset(size - 1).limit(1).executeTakeFirst()
    yield { after, to: last?.id ?? END }
    if (last === undefined) return
    after = last.id
  }
}

export const readProgrammes = (db: Reader) => db.selectFrom('programmes').select(['id', 'name', 'removedAt']).execute()

/** All editions with what is marked in each and how. */
export async function readEditions(db: Reader) {
  const rows = await db.selectFrom('editions').select(['id', 'programmeId', 'name', 'actionType', 'modality', 'startsOn', 'endsOn', 'removedAt']).execute()
  const settings = await db.selectFrom('courseSettings').select(['editionId', 'retakes', 'markRounding']).where('removedAt', 'is', null).execute()
  const items = await db.selectFrom('markItems').select(['id', 'editionId', 'kind', 'weight', 'scaleMin', 'scaleMax']).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  return { rows, settings: new Map(settings.map((row) => [row.editionId, row])), items: Map.groupBy(items, (item) => item.editionId) }
}

export const readCohorts = (db: Reader, among: Among) =>
  db.selectFrom('cohorts').select(['id', 'editionId', 'name', 'sortKey', 'districtCode', 'modality', 'startsOn', 'endsOn', 'removedAt']).where(within('id', among)).orderBy('id').execute()

export const readSessions = (db: Reader, among: Among) =>
  db.selectFrom('sessions').select(['id', 'cohortId', 'day', 'startsAt', 'plannedMinutes', 'subject', 'modality', 'removedAt']).where(within('id', among)).orderBy('id').execute()

export const readOrganisations = (db: Reader, among: Among) =>
  db.selectFrom('organisations').select(['id', 'name', 'kind', 'districtCode', 'sortKey', 'removedAt']).where(within('id', among)).orderBy('id').execute()

/** Posts that were taken away since are still those held then. */
export const readPosts = (db: Reader, among: Among) => db.selectFrom('posts').select(['id', 'organisationId', 'regime', 'sector']).where(within('id', among)).orderBy('id').execute()

export const readPeople = (db: Reader, among: Among) =>
  db.selectFrom('people').select(['id', 'sortKey', 'sex', 'birthDate', 'statedAge', 'statedAgeOn', 'personClass', 'districtCode', 'removedAt']).where(within('id', among)).orderBy('id').execute()

export const readTraits = (db: Reader, among: Among, column: 'id' | 'personId' = 'id') =>
  db.selectFrom('personTraits').select(['personId', 'ethnicity', 'language', 'disability', 'area']).where(within(column, among)).where('removedAt', 'is', null).execute()

/** Live people in alphabetical order, after one: a stretch of them, from an index that holds it all. */
export function readOrder(db: Reader, after: { readonly sortKey: string; readonly id: string }, size: number) {
  return db
    .selectFrom('people')
    .select(['id', 'sortKey'])
    .where('removedAt', 'is', null)
    .where(sql<SqlBool>`("sortKey", "id") > (${after.sortKey}, ${after.id})`)
    .orderBy('sortKey')
    .orderBy('id')
    .limit(size)
    .execute()
}

export type EnrolmentsRead = Awaited<ReturnType<typeof readEnrolments>>

/** Live enrolments with everything that is written of each. */
export async function readEnrolments(db: Reader, among: Among) {
  const rows = await db.selectFrom('enrolments').select(['id', 'cohortId', 'personId', 'postId', 'role', 'state']).where(within('id', among)).where('removedAt', 'is', null).orderBy('id').execute()
  // One index holds all four columns, in this order: the table itself is not read.
  const attendances = await db.selectFrom('attendances').select(['enrolmentId', 'sessionId', 'status', 'minutes']).where(within('enrolmentId', among)).where('removedAt', 'is', null).orderBy('enrolmentId').orderBy('sessionId').execute()
  const marks = await db.selectFrom('marks').select(['enrolmentId', 'markItemId', 'value']).where(within('enrolmentId', among)).where('removedAt', 'is', null).orderBy('attempt').orderBy('id').execute()
  const papers = await db.selectFrom('certificates').select(['id', 'enrolmentId', 'paperKind', 'issuedOn']).where(within('enrolmentId', among)).where(papersInForce()).orderBy('issuedOn').orderBy('id').execute()
  const lines = await actasInForce(db)
    .innerJoin('actaLines', 'actaLines.actaId', 'actas.id')
    .select(['actaLines.enrolmentId', 'actas.drawnUpOn'])
    .where(within('actaLines.enrolmentId', among))
    .where('actaLines.papers', '<>', '[]')
    .execute()
  return { rows, attendances, marks, papers, lines }
}

export async function readInitiatives(db: Reader, among: Among) {
  const rows = await db
    .selectFrom('initiatives')
    .select(['id', 'kind', 'stage', 'stageOn', 'title', 'sortKey', 'districtCode', 'editionId', 'cohortId', 'agreementId', 'removedAt'])
    .where(within('id', among))
    .orderBy('id')
    .execute()
  const steps = await db.selectFrom('initiativeSteps').select(['initiativeId', 'stage', 'on']).where(within('initiativeId', among)).where('removedAt', 'is', null).orderBy('on').orderBy('id').execute()
  return { rows, steps: Map.groupBy(steps, (step) => step.initiativeId) }
}

export async function readRows(db: Reader, among: Among) {
  const rows = await db.selectFrom('resultRows').select(['id', 'registerId', 'title', 'on', 'sortKey', 'districtCode', 'editionId', 'agreementId', 'values', 'removedAt']).where(within('id', among)).orderBy('id').execute()
  const links = await db.selectFrom('resultRowLinks').select(['rowId', 'personId', 'organisationId']).where(within('rowId', among)).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
  return { rows, links: Map.groupBy(links, (link) => link.rowId) }
}

export const readRegisters = (db: Reader) => db.selectFrom('resultRegisters').select(['id', 'name', 'fields', 'removedAt']).execute()

/** What agreements pay and commitments are linked to, and what they are called. */
export async function readTies(db: Reader) {
  const paid = await db.selectFrom('agreementEditions').innerJoin('agreements', 'agreements.id', 'agreementEditions.agreementId').select(['agreementId', 'editionId']).where('agreementEditions.removedAt', 'is', null).where('agreements.removedAt', 'is', null).execute()
  const linked = await db.selectFrom('commitmentLinks').innerJoin('commitments', 'commitments.id', 'commitmentLinks.commitmentId').select(['commitmentId', 'editionId', 'initiativeId']).where('commitmentLinks.removedAt', 'is', null).where('commitments.removedAt', 'is', null).execute()
  const agreements = await db.selectFrom('agreements').select(['id', 'number', 'title']).execute()
  const commitments = await db.selectFrom('commitments').select(['id', 'code', 'title']).execute()
  return { paid, linked, agreements, commitments }
}

export const readTraitSettings = (db: Reader) => db.selectFrom('traitSettings').select(['kept', 'ethnicities', 'languages', 'ageBounds']).where('removedAt', 'is', null).orderBy('id').executeTakeFirst()
