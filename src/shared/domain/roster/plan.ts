import { byText } from '../order.ts'
import { folded } from './cells.ts'
import type { DecisionBook } from './decisions.ts'
import { findStandings } from './duplicates.ts'
import type { RosterEntry, RosterPerson, RosterPost } from './entries.ts'
import { documentKey } from './entries.ts'
import type { RosterField } from './fields.ts'
import type { Finding } from './findings.ts'
import { rejects } from './findings.ts'
import type { KnownPeople, KnownPerson, KnownPost } from './matching.ts'
import { matchKnown } from './matching.ts'

export type Outcome = 'created' | 'updated' | 'unchanged' | 'skipped' | 'rejected'

/** What one row will do. */
export interface RowPlan {
  readonly entry: RosterEntry
  readonly outcome: Outcome
  /** The findings of the row itself, of its file and of the database. */
  readonly findings: readonly Finding[]
  /** The person of the database, when it is one. */
  readonly known: KnownPerson | null
  /** For `created`: the whole person; for `updated`: only what changes. */
  readonly person: Partial<RosterPerson>
  /** A post to add, in force from `since`. */
  readonly post: (RosterPost & { readonly since: string }) | null
  /** The post already held that the enrolment stands on. */
  readonly heldPostId: string | null
  readonly enrol: boolean
}

export interface PlanContext {
  readonly known: KnownPeople
  readonly decisions: DecisionBook
  /** The day that posts stand for. */
  readonly asOf: string
  /** The existing group behind a row's group; null when it will be made, or there is none. */
  cohortOf(group: string): string | null
}

export interface Plan {
  readonly rows: readonly RowPlan[]
  readonly numbers: Readonly<Record<Outcome | 'read' | 'enrolled', number>>
}

/**
 * What an import will do, row by row: pure, so that what is shown is what is written. Every row ends in exactly one outcome.
 * Yields the number of rows done now and then, so that who drives it may let others work.
 */
export function* planRows(entries: readonly RosterEntry[], context: PlanContext): Generator<number, Plan> {
  const standings = yield* findStandings(entries, context.decisions)
  const fillings = fillingsOf(entries, standings.map((standing) => standing.heldBy))
  const rows: RowPlan[] = []
  const takenBy = new Map<string, RosterEntry>()
  for (const [index, entry] of entries.entries()) {
    const standing = standings[index]
    rows.push(planRow(withFilling(entry, fillings.get(index)), standing?.heldBy ?? null, standing?.findings ?? [], context, takenBy))
    if (index % 100 === 99) yield index + 1
  }
  return { rows, numbers: count(rows) }
}

function planRow(entry: RosterEntry, heldBy: number | null, ofFile: readonly Finding[], context: PlanContext, takenBy: Map<string, RosterEntry>): RowPlan {
  const still = (outcome: Outcome, findings: readonly Finding[]): RowPlan => ({ entry, outcome, findings, known: null, person: {}, post: null, heldPostId: null, enrol: false })
  const own = [...entry.findings, ...ofFile]
  if (entry.skipped || heldBy !== null) return still('skipped', own)
  if (entry.person === null || own.some(rejects)) return still('rejected', own)
  const match = matchKnown(entry, context.known, context.decisions)
  const findings = [...own, ...match.findings]
  if (match.findings.some(rejects)) return still('rejected', findings)
  if (match.person === null) return created(entry, entry.person, findings, context)
  const taker = takenBy.get(match.person.id)
  if (taker !== undefined) return still('skipped', [...findings, twiceTheSame(entry, taker)])
  takenBy.set(match.person.id, entry)
  return updated(entry, entry.person, match.person, findings, context)
}

function twiceTheSame(entry: RosterEntry, taker: RosterEntry): Finding {
  return { cause: 'twice-same', field: 'fullName', before: entry.name, after: taker.name, accepted: false, other: { sheet: taker.sheet, row: taker.row, name: taker.name } }
}

function created(entry: RosterEntry, person: RosterPerson, findings: readonly Finding[], context: PlanContext): RowPlan {
  const post = hasPost(entry.post) ? { ...entry.post, since: entry.post.since ?? context.asOf } : null
  return { entry, outcome: 'created', findings, known: null, person, post, heldPostId: null, enrol: entry.group !== null }
}

function updated(entry: RosterEntry, person: RosterPerson, known: KnownPerson, findings: readonly Finding[], context: PlanContext): RowPlan {
  const changes = changesOf(entry, person, known, findings, context)
  const held = hasPost(entry.post) ? heldPost(entry.post, known.posts, context.asOf) : inForce(known.posts, context.asOf)
  const post = hasPost(entry.post) && held === null ? { ...entry.post, since: entry.post.since ?? context.asOf } : null
  const cohortId = entry.group === null ? null : context.cohortOf(entry.group)
  const isEnrolled = cohortId !== null && known.enrolments.some((one) => one.cohortId === cohortId && one.role === entry.role)
  const enrol = entry.group !== null && !isEnrolled
  const all = post === null ? [...findings, ...changes.findings] : [...findings, ...changes.findings, postAdded(post)]
  const outcome = Object.keys(changes.patch).length > 0 || post !== null || enrol ? 'updated' : 'unchanged'
  return { entry, outcome, findings: all, known, person: changes.patch, post, heldPostId: held?.id ?? null, enrol }
}

function postAdded(post: RosterPost & { readonly since: string }): Finding {
  return { cause: 'post-added', field: 'post', before: '', after: [post.title, post.organisationName].filter((part) => part !== null).join(' · '), accepted: false }
}

const FIELD_OF = {
  documentNumber: 'documentNumber', documentCountry: 'documentCountry', sex: 'sex', birthDate: 'birthDate', statedAge: 'age', email: 'email',
  phone: 'phone', community: 'community', districtCode: 'district', notes: 'notes',
} as const satisfies Partial<Record<keyof RosterPerson, RosterField>>
type Completable = keyof typeof FIELD_OF
const COMPLETABLE = Object.keys(FIELD_OF) as readonly Completable[]

/** What the row changes in a known person: blanks never erase, empty fields are filled, differing ones wait for a yes. */
function changesOf(entry: RosterEntry, person: RosterPerson, known: KnownPerson, matched: readonly Finding[], context: PlanContext): { patch: Partial<RosterPerson>; findings: Finding[] } {
  const patch: Record<string, unknown> = {}
  const findings: Finding[] = []
  if (matched.some((one) => (one.cause === 'known-spelling-better' || (one.cause === 'known-differs' && one.field === 'fullName')) && one.accepted)) {
    Object.assign(patch, { firstSurname: person.firstSurname, secondSurname: person.secondSurname, givenNames: person.givenNames })
  }
  for (const name of COMPLETABLE) {
    const mine = person[name]
    const theirs = known[name]
    if (mine === null || mine === theirs || sameValue(name, mine, theirs) || isStale(name, known, context.asOf)) continue
    const fills = theirs === null || name === 'statedAge'
    const cause = fills ? 'known-filled' : 'known-differs'
    const accepted = context.decisions.accepts(cause, entry)
    findings.push({ cause, field: FIELD_OF[name], before: theirs ?? '', after: mine, accepted, person: { id: known.id, name: entry.name, document: known.documentNumber } })
    if (!fills && !accepted) continue
    patch[name] = mine
    if (name === 'documentNumber') patch['documentType'] = person.documentType
  }
  return { patch: patch as Partial<RosterPerson>, findings }
}

/** An age was stated on a day: only a later list says something new, and a birth date says more. */
function isStale(name: Completable, known: KnownPerson, asOf: string): boolean {
  return name === 'statedAge' && (known.birthDate !== null || (known.statedAgeOn !== null && known.statedAgeOn >= asOf))
}

function sameValue(name: Completable, mine: string, theirs: string | null): boolean {
  if (theirs === null) return false
  if (name === 'phone') return mine.replace(/\D+/g, '') === theirs.replace(/\D+/g, '')
  return folded(mine) === folded(theirs) && mine.toLowerCase() === theirs.toLowerCase()
}

function hasPost(post: RosterPost | null): post is RosterPost {
  return post !== null && [post.organisationKey, post.title, post.unit, post.regime, post.sector].some((value) => value !== null)
}

/** The post that already says all the row says: the one in force that day, or one that began on the same day. */
function heldPost(post: RosterPost, posts: readonly KnownPost[], asOf: string): KnownPost | null {
  const current = inForce(posts, asOf)
  const since = post.since ?? asOf
  return [current, ...posts.filter((one) => one.since === since)].find((one) => one !== null && saysAll(one, post)) ?? null
}

function inForce(posts: readonly KnownPost[], day: string): KnownPost | null {
  const begun = posts.filter((one) => (one.since ?? '') <= day && (one.until === null || one.until >= day))
  return begun.toSorted((one, other) => byText(one.since ?? '', other.since ?? '') || byText(one.id, other.id)).at(-1) ?? null
}

function saysAll(known: KnownPost, post: RosterPost): boolean {
  const fits = (mine: string | null, theirs: string | null): boolean => mine === null || (theirs !== null && folded(mine) === folded(theirs))
  return fits(post.organisationKey, known.organisationKey) && fits(post.title, known.title) && fits(post.unit, known.unit) && fits(post.regime, known.regime) && fits(post.sector, known.sector) && (post.since === null || post.since === known.since)
}

type Filling = readonly (readonly [Completable, string, RosterEntry])[]

/** What the rows that do not hold bring to those that do, where these are empty. */
function fillingsOf(entries: readonly RosterEntry[], heldBy: readonly (number | null)[]): ReadonlyMap<number, Filling> {
  const fillings = new Map<number, (readonly [Completable, string, RosterEntry])[]>()
  for (const [index, holder] of heldBy.entries()) {
    const [from, to] = [entries[index], holder === null ? undefined : entries[holder]]
    if (from?.person == null || to?.person == null || holder === null) continue
    const already = fillings.get(holder) ?? []
    for (const name of COMPLETABLE) {
      const value = from.person[name]
      if (value === null || to.person[name] !== null || already.some(([taken]) => taken === name)) continue
      if (name === 'documentNumber' && documentKey(to.person) !== null) continue
      already.push([name, value, from])
    }
    fillings.set(holder, already)
  }
  return fillings
}

function withFilling(entry: RosterEntry, filling: Filling | undefined): RosterEntry {
  if (filling === undefined || filling.length === 0 || entry.person === null) return entry
  const documentFrom = filling.find(([name]) => name === 'documentNumber')?.[2].person
  const person: RosterPerson = {
    ...entry.person,
    ...Object.fromEntries(filling.map(([name, value]) => [name, value])),
    ...(documentFrom == null ? {} : { documentType: documentFrom.documentType }),
  }
  const findings = filling.map(([name, value, from]): Finding => ({ cause: 'twice-filled', field: FIELD_OF[name], before: '', after: value, accepted: false, other: { sheet: from.sheet, row: from.row, name: from.name } }))
  return { ...entry, person, findings: [...entry.findings, ...findings] }
}

function count(rows: readonly RowPlan[]): Plan['numbers'] {
  const numbers = { read: rows.length, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0, enrolled: 0 }
  for (const row of rows) {
    numbers[row.outcome] += 1
    if (row.enrol) numbers.enrolled += 1
  }
  return numbers
}
