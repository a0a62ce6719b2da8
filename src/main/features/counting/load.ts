import type { Reader } from '../../db/doors.ts'
import type { About } from '../../core/context.ts'
import { statusesByKey } from '../attendance/statuses.ts'
import { districtsOf } from '../geography.ts'
import { applyCohorts, applyEditions, applyEnrolments, applyInitiatives, applyOrganisations, applyPeople, applyPosts, applyProgrammes, applyRegisters, applyRows, applySessions, applyTies, applyTraits, applyTraitSettings, settleCohorts } from './apply.ts'
import type { Facts } from './model.ts'
import type { Among, OpenDoor } from './read.ts'
import { breathe, readCohorts, readEditions, readEnrolments, readInitiatives, readOrganisations, readOrder, readPeople, readPosts, readProgrammes, readRegisters, readRows, readSessions, readTies, readTraits, readTraitSettings, stretches } from './read.ts'

/** Rows read at one go: some ten milliseconds, then others have their turn. */
const AT_ONCE = 2500
/** Enrolments read at one go, with all their attendance. */
const ENROLMENTS_AT_ONCE = 250

/** Everything being read, a stretch at a time. */
export interface Loading {
  readonly facts: Facts
  /**
   * Reads the next stretch through this door; true once all is read. What is written between two stretches may be seen by
   * half: whoever reads through several doors brings up to date from the log since the first.
   */
  goOn(db: Reader): Promise<boolean>
}

export async function beginLoading(db: Reader, about: Pick<About, 'resources'>): Promise<Loading> {
  const facts = await emptyFacts(db, about)
  const door: OpenDoor = { db }
  const reading = readAll(door, facts)
  let turn = Promise.resolve(false)
  const goOn = (now: Reader): Promise<boolean> => {
    turn = turn.then(async (isRead) => {
      if (isRead) return true
      door.db = now
      return (await reading.next()).done === true
    })
    return turn
  }
  return { facts, goOn }
}

/** Reads everything through one door, in stretches. */
export async function loadFacts(db: Reader, about: Pick<About, 'resources'>): Promise<Facts> {
  const loading = await beginLoading(db, about)
  while (!(await loading.goOn(db))) await breathe()
  return loading.facts
}

/** Stops after each stretch: the door may be another when it goes on. */
async function* readAll(door: OpenDoor, facts: Facts): AsyncGenerator<undefined> {
  applyProgrammes(facts, await readProgrammes(door.db))
  applyEditions(facts, await readEditions(door.db))
  yield* each(door, 'cohorts', AT_ONCE, async (among) => applyCohorts(facts, await readCohorts(door.db, among)))
  yield* each(door, 'sessions', AT_ONCE, async (among) => applySessions(facts, await readSessions(door.db, among)))
  settleCohorts(facts)
  yield* each(door, 'organisations', AT_ONCE, async (among) => applyOrganisations(facts, await readOrganisations(door.db, among)))
  yield* each(door, 'posts', AT_ONCE, async (among) => applyPosts(facts, await readPosts(door.db, among)))
  yield* each(door, 'people', AT_ONCE, async (among) => applyPeople(facts, await readPeople(door.db, among)))
  yield* loadOrder(door, facts)
  yield* each(door, 'personTraits', AT_ONCE, async (among) => applyTraits(facts, await readTraits(door.db, among)))
  yield* each(door, 'enrolments', ENROLMENTS_AT_ONCE, async (among) => applyEnrolments(facts, await readEnrolments(door.db, among), { asked: [], ofUnknown: 'later' }))
  yield* each(door, 'initiatives', AT_ONCE, async (among) => applyInitiatives(facts, await readInitiatives(door.db, among)))
  applyRegisters(facts, await readRegisters(door.db))
  yield* each(door, 'resultRows', AT_ONCE, async (among) => applyRows(facts, await readRows(door.db, among)))
  applyTies(facts, await readTies(door.db))
  applyTraitSettings(facts, await readTraitSettings(door.db))
}

async function* each(door: OpenDoor, table: Parameters<typeof stretches>[1], size: number, take: (among: Among) => Promise<void>): AsyncGenerator<undefined> {
  for await (const among of stretches(door, table, size)) {
    await take(among)
    yield
  }
}

async function emptyFacts(db: Reader, about: Pick<About, 'resources'>): Promise<Facts> {
  return {
    programmes: new Map(), editions: new Map(), cohorts: new Map(), sessions: new Map(), sessionList: [], organisations: new Map(), posts: new Map(), people: new Map(), enrolments: new Map(),
    initiatives: new Map(), rows: new Map(), registers: new Map(), agreementEditions: new Map(), commitmentEditions: new Map(), commitmentInitiatives: new Map(), agreementNames: new Map(), commitmentNames: new Map(),
    traits: { kept: new Set(), ethnicities: new Map(), languages: new Map(), ageBounds: [] }, statuses: await statusesByKey(db), order: [], moved: new Set(), today: 0, districts: districtsOf(about), found: new Map(),
  }
}

/** The alphabetical order, as the database's own index has it: sorting 100,000 names at one go would keep others waiting. */
async function* loadOrder(door: OpenDoor, facts: Facts): AsyncGenerator<undefined> {
  let after = { sortKey: '', id: '' }
  for (;;) {
    const rows = await readOrder(door.db, after, AT_ONCE)
    for (const { id } of rows) {
      const person = facts.people.get(id)
      if (person === undefined) continue
      person.rank = facts.order.length
      facts.order.push(person)
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = last
    yield
  }
  facts.moved.clear()
}
