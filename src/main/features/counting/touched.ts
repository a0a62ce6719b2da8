import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { applyCohorts, applyEditions, applyEnrolments, applyInitiatives, applyOrganisations, applyPeople, applyPosts, applyProgrammes, applyRegisters, applyRows, applySessions, applyTies, applyTraits, applyTraitSettings, settleCohorts, settleOrder } from './apply.ts'
import type { Facts } from './model.ts'
import { readCohorts, readEditions, readEnrolments, readInitiatives, readOrganisations, readPeople, readPosts, readProgrammes, readRegisters, readRows, readSessions, readTies, readTraits, readTraitSettings } from './read.ts'

/** What was written since: ids by table. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>

/** More enrolments than are put into the facts at one go: reading everything again lets others work meanwhile. */
const MOST = 5000

/** Reads again what was touched and puts it into the facts at one go. False where so much was touched that everything is better read again; nothing was changed then. */
export async function bringUpToDate(db: Reader, facts: Facts, touched: Touched): Promise<boolean> {
  const ids = (...tables: string[]): string[] => [...new Set(tables.flatMap((table) => [...(touched.get(table) ?? [])]))]
  const has = (...tables: string[]): boolean => tables.some((table) => touched.has(table))
  // What a status counts is in every enrolment.
  if (has('attendanceStatuses')) return false
  const enrolmentIds = await enrolmentsTouched(db, facts, ids)
  if (enrolmentIds.length > MOST || ids('people').length > MOST || ids('posts').length > MOST) return false

  const editions = has('programmes', 'editions', 'courseSettings', 'markItems') ? { programmes: await readProgrammes(db), editions: await readEditions(db) } : null
  const cohorts = await each(ids('cohorts'), (some) => readCohorts(db, { ids: some }))
  const sessions = await each(ids('sessions'), (some) => readSessions(db, { ids: some }))
  const organisations = await each(ids('organisations'), (some) => readOrganisations(db, { ids: some }))
  const posts = await each(ids('posts'), (some) => readPosts(db, { ids: some }))
  const people = await each(ids('people'), (some) => readPeople(db, { ids: some }))
  const traitOwners = await ownersOf(ids('personTraits'), async (some) => (await db.selectFrom('personTraits').select('personId as owner').where('id', 'in', some).execute()).map((row) => row.owner))
  const traits = await each(traitOwners, (some) => readTraits(db, { ids: some }, 'personId'))
  const initiativeIds = [...ids('initiatives'), ...(await ownersOf(ids('initiativeSteps'), async (some) => (await db.selectFrom('initiativeSteps').select('initiativeId as owner').where('id', 'in', some).execute()).map((row) => row.owner)))]
  const initiatives = await each(initiativeIds, (some) => readInitiatives(db, { ids: some }))
  const rowIds = [...ids('resultRows'), ...(await ownersOf(ids('resultRowLinks'), async (some) => (await db.selectFrom('resultRowLinks').select('rowId as owner').where('id', 'in', some).execute()).map((row) => row.owner)))]
  const rows = await each(rowIds, (some) => readRows(db, { ids: some }))
  const registers = has('resultRegisters') ? await readRegisters(db) : null
  const ties = has('agreementEditions', 'agreements', 'commitmentLinks', 'commitments') ? await readTies(db) : null
  const settings = has('traitSettings') ? { row: await readTraitSettings(db) } : null
  const enrolments: { some: readonly string[]; read: Awaited<ReturnType<typeof readEnrolments>> }[] = []
  for (const some of inChunks(enrolmentIds, 12)) enrolments.push({ some, read: await readEnrolments(db, { ids: some }) })

  // Nothing waits from here on: whoever counts sees all of it or none.
  facts.found.clear()
  if (editions !== null) {
    applyProgrammes(facts, editions.programmes)
    applyEditions(facts, editions.editions)
  }
  for (const some of cohorts) applyCohorts(facts, some)
  for (const some of sessions) applySessions(facts, some)
  if (editions !== null || cohorts.length > 0 || sessions.length > 0) settleCohorts(facts)
  for (const some of organisations) applyOrganisations(facts, some)
  for (const some of posts) applyPosts(facts, some)
  for (const some of people) applyPeople(facts, some)
  settleOrder(facts)
  applyTraits(facts, traits.flat(), traitOwners)
  for (const { some, read } of enrolments) applyEnrolments(facts, read, { asked: some, ofUnknown: 'mistake' })
  for (const some of initiatives) applyInitiatives(facts, some)
  for (const some of rows) applyRows(facts, some)
  if (registers !== null) applyRegisters(facts, registers)
  if (ties !== null) applyTies(facts, ties)
  if (settings !== null) applyTraitSettings(facts, settings.row)
  return true
}

async function each<T>(ids: readonly string[], read: (some: readonly string[]) => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (const some of inChunks(ids, 3)) all.push(await read(some))
  return all
}

async function ownersOf(ids: readonly string[], read: (some: readonly string[]) => Promise<readonly string[]>): Promise<string[]> {
  return [...new Set((await each(ids, read)).flat())]
}

/** Enrolments whose facts may be another way: written themselves, or through attendance, marks, papers, records of results, sessions, marking. */
async function enrolmentsTouched(db: Reader, facts: Facts, ids: (...tables: string[]) => string[]): Promise<string[]> {
  const touched = new Set(ids('enrolments'))
  const add = async (from: readonly string[], read: (some: readonly string[]) => Promise<readonly string[]>): Promise<void> => {
    for (const id of await ownersOf(from, read)) touched.add(id)
  }
  await add(ids('attendances'), async (some) => (await db.selectFrom('attendances').select('enrolmentId').distinct().where('id', 'in', some).execute()).map((row) => row.enrolmentId))
  await add(ids('marks'), async (some) => (await db.selectFrom('marks').select('enrolmentId').distinct().where('id', 'in', some).execute()).map((row) => row.enrolmentId))
  await add(ids('certificates'), async (some) => (await db.selectFrom('certificates').leftJoin('certificates as old', 'old.id', 'certificates.replacesId').select(['certificates.enrolmentId', 'old.enrolmentId as oldEnrolment']).where('certificates.id', 'in', some).execute()).flatMap((row) => [row.enrolmentId, ...(row.oldEnrolment === null ? [] : [row.oldEnrolment])]))
  await add(ids('annulments'), async (some) => (await db.selectFrom('annulments').innerJoin('certificates', 'certificates.id', 'annulments.certificateId').select('certificates.enrolmentId').where('annulments.id', 'in', some).execute()).map((row) => row.enrolmentId))
  await add(ids('actas'), async (some) => {
    const replaced = (await db.selectFrom('actas').select('replacesId').where('id', 'in', some).execute()).flatMap((row) => row.replacesId ?? [])
    return (await db.selectFrom('actaLines').select('enrolmentId').distinct().where('actaId', 'in', [...some, ...replaced]).execute()).map((row) => row.enrolmentId)
  })
  const cohorts = new Set(await ownersOf(ids('sessions'), async (some) => (await db.selectFrom('sessions').select('cohortId').distinct().where('id', 'in', some).execute()).map((row) => row.cohortId)))
  const marking = [
    ...(await ownersOf(ids('markItems'), async (some) => (await db.selectFrom('markItems').select('editionId').distinct().where('id', 'in', some).execute()).map((row) => row.editionId))),
    ...(await ownersOf(ids('courseSettings'), async (some) => (await db.selectFrom('courseSettings').select('editionId').distinct().where('id', 'in', some).execute()).map((row) => row.editionId))),
  ]
  // A group that went to another edition, if any ever does, is marked by other rules.
  for (const id of ids('cohorts')) if (facts.cohorts.has(id)) cohorts.add(id)
  const editions = new Set(marking)
  if (cohorts.size > 0 || editions.size > 0) for (const { id, cohort } of facts.enrolments.values()) if (cohorts.has(cohort.id) || editions.has(cohort.edition?.id ?? '')) touched.add(id)
  return [...touched]
}
