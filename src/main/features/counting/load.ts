import type { Reader } from '../../db/doors.ts'
import type { About } from '../../core/context.ts'
import { statusesByKey } from '../attendance/statuses.ts'
import { districtsOf } from '../geography.ts'
import { applyCohorts, applyEditions, applyEnrolments, applyInitiatives, applyOrganisations, applyPeople, applyPosts, applyProgrammes, applyRegisters, applyRows, applySessions, applyTies, applyTraits, applyTraitSettings, settleCohorts } from './apply.ts'
import type { Facts } from './model.ts'
import { breathe, readCohorts, readEditions, readEnrolments, readInitiatives, readOrganisations, readOrder, readPeople, readPosts, readProgrammes, readRegisters, readRows, readSessions, readTies, readTraits, readTraitSettings, stretches } from './read.ts'

/** Rows read at one go: some ten milliseconds, then others have their turn. */
const AT_ONCE = 2500
/** Enrolments read at one go, with all their attendance. */
const ENROLMENTS_AT_ONCE = 250

/** Reads everything, in stretches. */
export async function loadFacts(db: Reader, about: Pick<About, 'resources'>): Promise<Facts> {
  const facts = await emptyFacts(db, about)
  applyProgrammes(facts, await readProgrammes(db))
  applyEditions(facts, await readEditions(db))
  for await (const among of stretches(db, 'cohorts', AT_ONCE)) applyCohorts(facts, await readCohorts(db, among))
  for await (const among of stretches(db, 'sessions', AT_ONCE)) applySessions(facts, await readSessions(db, among))
  settleCohorts(facts)
  for await (const among of stretches(db, 'organisations', AT_ONCE)) applyOrganisations(facts, await readOrganisations(db, among))
  for await (const among of stretches(db, 'posts', AT_ONCE)) applyPosts(facts, await readPosts(db, among))
  for await (const among of stretches(db, 'people', AT_ONCE)) applyPeople(facts, await readPeople(db, among))
  await loadOrder(db, facts)
  for await (const among of stretches(db, 'personTraits', AT_ONCE)) applyTraits(facts, await readTraits(db, among))
  for await (const among of stretches(db, 'enrolments', ENROLMENTS_AT_ONCE)) applyEnrolments(facts, await readEnrolments(db, among))
  for await (const among of stretches(db, 'initiatives', AT_ONCE)) applyInitiatives(facts, await readInitiatives(db, among))
  applyRegisters(facts, await readRegisters(db))
  for await (const among of stretches(db, 'resultRows', AT_ONCE)) applyRows(facts, await readRows(db, among))
  applyTies(facts, await readTies(db))
  applyTraitSettings(facts, await readTraitSettings(db))
  return facts
}

async function emptyFacts(db: Reader, about: Pick<About, 'resources'>): Promise<Facts> {
  return {
    programmes: new Map(), editions: new Map(), cohorts: new Map(), sessions: new Map(), sessionList: [], organisations: new Map(), posts: new Map(), people: new Map(), enrolments: new Map(),
    initiatives: new Map(), rows: new Map(), registers: new Map(), agreementEditions: new Map(), commitmentEditions: new Map(), commitmentInitiatives: new Map(), agreementNames: new Map(), commitmentNames: new Map(),
    traits: { kept: new Set(), ethnicities: new Map(), languages: new Map(), ageBounds: [] }, statuses: await statusesByKey(db), order: [], moved: new Set(), today: 0, districts: districtsOf(about), found: new Map(),
  }
}

/** The alphabetical order, as the database's own index has it: sorting 100,000 names at one go would keep others waiting. */
async function loadOrder(db: Reader, facts: Facts): Promise<void> {
  let after = { sortKey: '', id: '' }
  for (;;) {
    const rows = await readOrder(db, after, AT_ONCE)
    for (const { id } of rows) {
      const person = facts.people.get(id)
      if (person === undefined) continue
      person.rank = facts.order.length
      facts.order.push(person)
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = last
    await breathe()
  }
  facts.moved.clear()
}
