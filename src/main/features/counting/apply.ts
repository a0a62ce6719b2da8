import { countedMinutes } from '../../../shared/domain/attendance.ts'
import { usualAgeBounds } from '../../../shared/domain/counting/dimensions.ts'
import { readStatedAge } from '../../../shared/domain/dates.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import { marksTogether, usualCourseSettings } from '../../../shared/domain/marks.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { TraitKind } from '../../../shared/domain/traits.ts'
import type { CohortFact, EnrolmentFact, Facts, OrganisationFact, PaperFact, PersonFact, RegisterField, SessionFact } from './model.ts'
import { packing } from './model.ts'
import type { EnrolmentsRead, readCohorts, readEditions, readInitiatives, readOrganisations, readPeople, readPosts, readProgrammes, readRegisters, readRows, readSessions, readTies, readTraits, readTraitSettings } from './read.ts'

type Read<F extends (...args: never[]) => unknown> = Awaited<ReturnType<F>>

/** A day as a number, YYYYMMDD; 0 for none. Compares and packs better than text. */
export const dayOf = (day: string | null): number => (day === null || day === '' ? 0 : Number(`${day.slice(0, 4)}${day.slice(5, 7)}${day.slice(8, 10)}`))

const texts = new Map<number, string>()

/** The other way; the same text for the same day. */
export function textOfDay(day: number): string | null {
  if (day === 0) return null
  const known = texts.get(day)
  if (known !== undefined) return known
  const digits = String(day).padStart(8, '0')
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  texts.set(day, text)
  return text
}

/** The record of that id, made when it is not there yet, with these fields. */
function put<T extends { readonly id: string }>(known: Map<string, T>, made: T): T {
  const old = known.get(made.id)
  if (old === undefined) {
    known.set(made.id, made)
    return made
  }
  return Object.assign(old, made)
}

export function applyProgrammes(facts: Facts, rows: Read<typeof readProgrammes>): void {
  for (const { id, name, removedAt } of rows) put(facts.programmes, { id, name, isLive: removedAt === null })
}

export function applyEditions(facts: Facts, { rows, settings, items }: Read<typeof readEditions>): void {
  for (const { id, programmeId, name, actionType, modality, startsOn, endsOn, removedAt } of rows) {
    const { retakes, markRounding } = settings.get(id) ?? usualCourseSettings
    put(facts.editions, {
      id, programme: facts.programmes.get(programmeId) ?? null, name, actionType, modality, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), isLive: removedAt === null, retakes, markRounding, items: items.get(id) ?? [],
    })
  }
}

export function applyCohorts(facts: Facts, rows: Read<typeof readCohorts>): void {
  for (const { id, editionId, name, sortKey, districtCode, modality, startsOn, endsOn, removedAt } of rows) {
    const own = { id, edition: facts.editions.get(editionId) ?? null, name, sortKey, districtCode, ownModality: modality, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), isOwnLive: removedAt === null }
    put(facts.cohorts, { ...own, isLive: false, firstDay: 0, lastDay: 0, modality: '', plannedMinutes: 0, sessionCount: 0 })
  }
}

export function applySessions(facts: Facts, rows: Read<typeof readSessions>): void {
  for (const { id, cohortId, day, startsAt, plannedMinutes, subject, modality, removedAt } of rows) {
    const index = facts.sessions.get(id)?.index ?? facts.sessionList.length
    const session = put<SessionFact>(facts.sessions, { id, index, cohort: facts.cohorts.get(cohortId) ?? null, day: dayOf(day), startsAt, plannedMinutes, subject, ownModality: modality, isLive: removedAt === null })
    facts.sessionList[index] = session
  }
}

/** Reckons what groups take from their editions and sessions. */
export function settleCohorts(facts: Facts): void {
  const days = new Map<CohortFact, { first: number; last: number }>()
  for (const cohort of facts.cohorts.values()) Object.assign(cohort, { plannedMinutes: 0, sessionCount: 0 })
  for (const { cohort, day, isLive, plannedMinutes } of facts.sessionList) {
    if (!isLive || cohort === null) continue
    cohort.plannedMinutes += plannedMinutes
    cohort.sessionCount += 1
    const seen = days.get(cohort)
    days.set(cohort, { first: Math.min(seen?.first ?? day, day), last: Math.max(seen?.last ?? day, day) })
  }
  for (const cohort of facts.cohorts.values()) {
    const { edition, startsOn, endsOn } = cohort
    const { first = 0, last = 0 } = days.get(cohort) ?? {}
    cohort.isLive = cohort.isOwnLive && edition?.isLive === true && edition.programme?.isLive === true
    cohort.modality = cohort.ownModality ?? edition?.modality ?? ''
    cohort.firstDay = startsOn || (edition?.startsOn ?? 0) || first || endsOn || (edition?.endsOn ?? 0)
    cohort.lastDay = endsOn || (edition?.endsOn ?? 0) || last || startsOn || (edition?.startsOn ?? 0)
  }
}

export function applyOrganisations(facts: Facts, rows: Read<typeof readOrganisations>): void {
  for (const { removedAt, ...row } of rows) put<OrganisationFact>(facts.organisations, { ...row, index: facts.organisations.get(row.id)?.index ?? facts.organisations.size, isLive: removedAt === null })
}

export function applyPosts(facts: Facts, rows: Read<typeof readPosts>): void {
  for (const { id, organisationId, regime, sector } of rows) put(facts.posts, { id, organisation: facts.organisations.get(organisationId ?? '') ?? null, regime: shared(regime), sector: shared(sector) })
}

const words = new Map<string, string>()

/** The same text once in memory: a driver makes a new one for every row. */
function shared<T extends string | null>(text: T): T {
  if (text === null) return text
  const known = words.get(text)
  if (known === undefined) words.set(text, text)
  return (known ?? text) as T
}

export function applyPeople(facts: Facts, rows: Read<typeof readPeople>): void {
  for (const { id, sortKey, sex, birthDate, statedAge, statedAgeOn, personClass, districtCode, removedAt } of rows) {
    const old = facts.people.get(id)
    const isLive = removedAt === null
    const isMoved = old === undefined || old.sortKey !== sortKey || old.isLive !== isLive
    const own = { id, sortKey, sex: shared(sex), birthDay: dayOf(birthDate), stated: readStatedAge(statedAge), statedDay: dayOf(statedAgeOn), personClass: shared(personClass), districtCode: shared(districtCode), isLive }
    const person = put<PersonFact>(facts.people, { ...own, index: old?.index ?? facts.people.size, rank: old?.rank ?? 0, traits: old?.traits ?? null })
    if (isMoved) facts.moved.add(person)
  }
}

/** `personIds`: those whose traits were read again, and may have none now. */
export function applyTraits(facts: Facts, rows: Read<typeof readTraits>, personIds: readonly string[] = []): void {
  for (const id of personIds) {
    const person = facts.people.get(id)
    if (person !== undefined) person.traits = null
  }
  for (const { personId, ...traits } of rows) {
    const person = facts.people.get(personId)
    if (person !== undefined) person.traits = { ethnicity: shared(traits.ethnicity), language: shared(traits.language), disability: shared(traits.disability), area: shared(traits.area) }
  }
}

/** Puts those who came, went or changed their name into the alphabetical order of the others, which stay in theirs. */
export function settleOrder(facts: Facts): void {
  if (facts.moved.size === 0) return
  const inOrder = (one: PersonFact, other: PersonFact): number => byText(one.sortKey, other.sortKey) || byText(one.id, other.id)
  const coming = [...facts.moved].filter((person) => person.isLive).sort(inOrder)
  const order: PersonFact[] = []
  let next = 0
  const put = (person: PersonFact): void => {
    person.rank = order.length
    order.push(person)
  }
  for (const person of facts.order) {
    if (facts.moved.has(person)) continue
    for (let one = coming[next]; one !== undefined && inOrder(one, person) < 0; one = coming[next]) {
      put(one)
      next += 1
    }
    put(person)
  }
  for (const one of coming.slice(next)) put(one)
  facts.order = order
  facts.moved.clear()
}

/**
 * `asked`: enrolments that were read again; those that are not among the rows were removed. `ofUnknown`: those of a person or a
 * group not known are left for later, when the log tells of them, or are a mistake.
 */
export function applyEnrolments(facts: Facts, read: EnrolmentsRead, { asked, ofUnknown }: { readonly asked: readonly string[]; readonly ofUnknown: 'later' | 'mistake' }): void {
  const found = new Set(read.rows.map((row) => row.id))
  for (const id of asked) if (!found.has(id)) facts.enrolments.delete(id)
  const attendances = Map.groupBy(read.attendances, (row) => row.enrolmentId)
  const marks = Map.groupBy(read.marks, (row) => row.enrolmentId)
  const papers = Map.groupBy(read.papers, (row) => row.enrolmentId)
  const lines = new Map(read.lines.map((line) => [line.enrolmentId, line.drawnUpOn]))
  for (const { id, personId, cohortId, postId, role, state } of read.rows) {
    const person = facts.people.get(personId)
    const cohort = facts.cohorts.get(cohortId)
    if (person === undefined || cohort === undefined) {
      if (ofUnknown === 'later') continue
      throw new Error(`enrolment ${id} points at nobody`)
    }
    const made: EnrolmentFact = {
      id, person, cohort, post: facts.posts.get(postId ?? '') ?? null, role: shared(role), state: shared(state), attended: nothing, attendedMinutes: 0, exemptMinutes: 0, mark: null, papers: nothing, actaDay: dayOf(lines.get(id) ?? null),
    }
    const enrolment = put(facts.enrolments, made)
    setAttendance(facts, enrolment, attendances.get(id) ?? nothing)
    enrolment.mark = markOf(enrolment, marks.get(id) ?? nothing)
    const own = papers.get(id)
    if (own !== undefined) enrolment.papers = own.map((paper): PaperFact => ({ id: paper.id, kind: shared(paper.paperKind), day: dayOf(paper.issuedOn), enrolment }))
  }
}

const nothing: readonly never[] = []

/** Minutes as results count them (`features/results`): those written, else the status' share, never more than the session has. */
function setAttendance(facts: Facts, enrolment: EnrolmentFact, rows: readonly EnrolmentsRead['attendances'][number][]): void {
  if (rows.length === 0) return
  const attended: number[] = []
  for (const row of rows) {
    const session = facts.sessions.get(row.sessionId)
    if (session === undefined || !session.isLive || session.cohort !== enrolment.cohort) continue
    const status = facts.statuses.get(row.status) ?? unknownStatus
    const minutes = Math.min(countedMinutes(row, status, session.plannedMinutes), session.plannedMinutes)
    if (status.exempts) enrolment.exemptMinutes += session.plannedMinutes
    else enrolment.attendedMinutes += minutes
    attended.push(session.index * packing + (status.exempts ? 0 : minutes + 1))
  }
  enrolment.attended = attended
}

/** A status that no longer is counts nothing. */
const unknownStatus = { share: 0, exempts: false }

function markOf({ cohort: { edition } }: EnrolmentFact, rows: readonly EnrolmentsRead['marks'][number][]): number | null {
  if (rows.length === 0 || edition === null || edition.items.length === 0) return null
  const attempts = new Map<string, MarkValue[]>()
  for (const { markItemId, value } of rows) {
    const own = attempts.get(markItemId)
    if (own === undefined) attempts.set(markItemId, [value ?? 'NP'])
    else own.push(value ?? 'NP')
  }
  return marksTogether(edition.items, edition.items.map((item) => attempts.get(item.id) ?? []), edition).mark
}

export function applyInitiatives(facts: Facts, { rows, steps }: Read<typeof readInitiatives>): void {
  for (const { removedAt, stageOn, ...row } of rows) {
    put(facts.initiatives, { ...row, stageOn: dayOf(stageOn), isLive: removedAt === null, steps: (steps.get(row.id) ?? []).map(({ stage, on }) => ({ stage, on: dayOf(on) })) })
  }
}

export function applyRows(facts: Facts, { rows, links }: Read<typeof readRows>): void {
  for (const { removedAt, on, values, ...row } of rows) {
    const own = links.get(row.id) ?? []
    put(facts.rows, {
      ...row, on: dayOf(on), isLive: removedAt === null, values: JSON.parse(values) as Record<string, string | number | boolean | null>,
      organisationIds: own.flatMap((link) => link.organisationId ?? []), personIds: own.flatMap((link) => link.personId ?? []),
    })
  }
}

export function applyRegisters(facts: Facts, rows: Read<typeof readRegisters>): void {
  for (const { id, name, fields, removedAt } of rows) put(facts.registers, { id, name, isLive: removedAt === null, fields: JSON.parse(fields) as RegisterField[] })
}

export function applyTies(facts: Facts, { paid, linked, agreements, commitments }: Read<typeof readTies>): void {
  facts.agreementNames = new Map(agreements.map(({ id, number, title }) => [id, number ?? title]))
  facts.commitmentNames = new Map(commitments.map(({ id, code, title }) => [id, [code, title].filter((part) => part !== null).join(' ')]))
  facts.agreementEditions = sets(paid.map((row) => [row.agreementId, row.editionId]))
  facts.commitmentEditions = sets(linked.flatMap((row) => (row.editionId === null ? [] : [[row.commitmentId, row.editionId]])))
  facts.commitmentInitiatives = sets(linked.flatMap((row) => (row.initiativeId === null ? [] : [[row.commitmentId, row.initiativeId]])))
}

function sets(pairs: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [key = '', value = ''] of pairs) found.set(key, (found.get(key) ?? new Set()).add(value))
  return found
}

/** Nothing is kept until the office says so. */
export function applyTraitSettings(facts: Facts, row: Read<typeof readTraitSettings>): void {
  const names = (json: string | undefined): Map<string, string> => new Map((JSON.parse(json ?? '[]') as { code: string; name: string }[]).map(({ code, name }) => [code, name]))
  const bounds = JSON.parse(row?.ageBounds ?? '[]') as number[]
  facts.traits = {
    kept: new Set(JSON.parse(row?.kept ?? '[]') as TraitKind[]),
    ethnicities: names(row?.ethnicities),
    languages: names(row?.languages),
    ageBounds: bounds.length === 0 ? usualAgeBounds : bounds,
  }
}
