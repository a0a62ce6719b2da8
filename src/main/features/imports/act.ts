import { folded } from '../../../shared/domain/roster/cells.ts'
import type { RosterPerson } from '../../../shared/domain/roster/entries.ts'
import type { Plan, RowPlan } from '../../../shared/domain/roster/plan.ts'
import { properName } from './sheets.ts'
import { textSortKey } from '../../../shared/domain/names.ts'
import type { Writer } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { organisationKeys, personKeys } from '../keys.ts'
import { organisationsByKey } from './gather.ts'
import type { Settings } from './groups.ts'
import type { Prepared } from './prepare.ts'

/** Who each row became, by its index in the plan. */
export interface Acted {
  readonly personIds: readonly (string | null)[]
  readonly newOrganisations: number
  readonly newGroups: number
}

export type Breathe = (done: number) => Promise<void>

const ROWS_A_TURN = 200

/** Writes what the plan says. Lets others work between batches; throws when it was asked to stop, and nothing stays. */
export async function act(db: Writer, settings: Settings, prepared: Prepared, plan: Plan, breathe: Breathe): Promise<Acted> {
  const working = plan.rows.map((row, index) => ({ row, index })).filter(({ row }) => row.outcome === 'created' || row.outcome === 'updated')
  const organisations = await addOrganisations(db, prepared, working.map(({ row }) => row))
  const cohorts = await addCohorts(db, settings, prepared, working.map(({ row }) => row))
  const personIds: (string | null)[] = plan.rows.map((row) => row.known?.id ?? null)
  for (let start = 0; start < working.length; start += ROWS_A_TURN) {
    const turn = working.slice(start, start + ROWS_A_TURN)
    await addPeople(db, prepared.asOf, turn, personIds)
    await changePeople(db, prepared.asOf, turn.map(({ row }) => row))
    await breathe(start)
    const postIds = await addPosts(db, turn, personIds, organisations.ids)
    await addEnrolments(db, turn, personIds, postIds, cohorts.ids)
    await breathe(start + turn.length)
  }
  return { personIds, newOrganisations: organisations.added, newGroups: cohorts.added }
}

type Turn = readonly { readonly row: RowPlan; readonly index: number }[]

async function addOrganisations(db: Writer, prepared: Prepared, rows: readonly RowPlan[]): Promise<{ ids: ReadonlyMap<string, string>; added: number }> {
  const wanted = [...new Set(rows.flatMap((row) => row.post?.organisationKey ?? []))]
  const known = await organisationsByKey(db, wanted)
  const ids = new Map([...known].map(([key, one]) => [key, one.id]))
  const fresh = prepared.organisations.all().filter((one) => wanted.includes(one.key) && !known.has(one.key))
  const added = await db.add(
    'organisations',
    fresh.map((one) => {
      const words = { name: one.name, shortName: null, ruc: one.ruc }
      return { ...words, kind: one.kind, districtCode: one.districtCode, federation: one.federation, ...organisationKeys(words) }
    }),
  )
  for (const [at, one] of fresh.entries()) ids.set(one.key, added[at] ?? '')
  return { ids, added: fresh.length }
}

async function addCohorts(db: Writer, settings: Settings, prepared: Prepared, rows: readonly RowPlan[]): Promise<{ ids: ReadonlyMap<string, string>; added: number }> {
  const ids = new Map<string, string>()
  if (settings.target.kind === 'people') return { ids, added: 0 }
  const { editionId } = settings.target
  const fresh: { key: string; name: string }[] = []
  const names = new Map<string, string>()
  for (const row of rows) {
    if (!row.enrol || row.entry.group === null) continue
    const key = folded(row.entry.group)
    if (ids.has(key) || names.has(key)) continue
    const group = prepared.groups.get(key)
    if (group?.cohortId != null) ids.set(key, group.cohortId)
    else {
      names.set(key, group?.name ?? properName(row.entry.group))
      fresh.push({ key, name: names.get(key) ?? '' })
    }
  }
  const byName = [...new Set(fresh.map((one) => one.name))]
  const added = await db.add('cohorts', byName.map((name) => {
    // A group called after a city meets there: the certificate says so and the region is counted.
    const districtCode = prepared.cityOf(name)
    return { editionId, name, site: districtCode === null ? null : name, districtCode, startsOn: null, endsOn: null, modality: null, sortKey: textSortKey(name) }
  }))
  for (const { key, name } of fresh) ids.set(key, added[byName.indexOf(name)] ?? '')
  return { ids, added: added.length }
}

async function addPeople(db: Writer, asOf: string, turn: Turn, personIds: (string | null)[]): Promise<void> {
  const created = turn.filter(({ row }) => row.outcome === 'created')
  // A row that is created carries its whole person.
  const people = created.map(({ row }) => row.person as RosterPerson)
  const ids = await db.add('people', people.map((person) => ({ ...person, certificateName: null, statedAgeOn: person.statedAge === null ? null : asOf, ...personKeys({ ...person, certificateName: null }) })))
  for (const [at, { index }] of created.entries()) personIds[index] = ids[at] ?? null
}

async function changePeople(db: Writer, asOf: string, rows: readonly RowPlan[]): Promise<void> {
  const patches = rows.flatMap(({ known, person, outcome }) => {
    if (outcome !== 'updated' || known === null || Object.keys(person).length === 0) return []
    const patch: Partial<EntityTables['people']> = { ...person, ...(person.statedAge == null ? {} : { statedAgeOn: asOf }) }
    const words = { ...known, ...person }
    const keys = person.firstSurname === undefined && person.documentNumber === undefined ? {} : personKeys(words)
    return [{ id: known.id, patch: { ...patch, ...keys } }]
  })
  await db.changeMany('people', patches)
}

/** The post that each row's enrolment stands on. */
async function addPosts(db: Writer, turn: Turn, personIds: readonly (string | null)[], organisations: ReadonlyMap<string, string>): Promise<ReadonlyMap<number, string>> {
  const postIds = new Map<number, string>()
  const fresh: { index: number; post: Omit<EntityTables['posts'], 'id' | 'removedAt'> }[] = []
  for (const { row, index } of turn) {
    const personId = personIds[index]
    if (row.heldPostId !== null) postIds.set(index, row.heldPostId)
    if (row.post === null || personId == null) continue
    const { organisationKey, organisationName: _name, ...post } = row.post
    fresh.push({ index, post: { ...post, personId, organisationId: organisationKey === null ? null : (organisations.get(organisationKey) ?? null), until: null } })
  }
  const ids = await db.add('posts', fresh.map((one) => one.post))
  for (const [at, one] of fresh.entries()) postIds.set(one.index, ids[at] ?? '')
  return postIds
}

async function addEnrolments(db: Writer, turn: Turn, personIds: readonly (string | null)[], postIds: ReadonlyMap<number, string>, cohorts: ReadonlyMap<string, string>): Promise<void> {
  const enrolments = turn.flatMap(({ row, index }) => {
    const personId = personIds[index]
    const cohortId = row.entry.group === null ? undefined : cohorts.get(folded(row.entry.group))
    if (!row.enrol || personId == null || cohortId === undefined) return []
    return [{ cohortId, personId, postId: postIds.get(index) ?? null, role: row.entry.role, state: 'enrolled' as const }]
  })
  await db.add('enrolments', enrolments)
}
