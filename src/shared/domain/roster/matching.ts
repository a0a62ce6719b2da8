import { nameLikeness } from '../name-likeness.ts'
import { displayName, nameKey } from '../names.ts'
import type { DecisionBook } from './decisions.ts'
import type { RosterEntry, RosterPerson } from './entries.ts'
import { accentsIn, comparableOf, compare, contradicts, strongSigns, writingOf } from './entries.ts'
import type { Cause, Finding, Sign } from './findings.ts'

/** A person of the database, as far as an import needs to know. */
export interface KnownPerson extends Omit<RosterPerson, 'documentType'> {
  readonly id: string
  readonly documentType: string
  readonly certificateName: string | null
  readonly statedAgeOn: string | null
  readonly posts: readonly KnownPost[]
  readonly enrolments: readonly KnownEnrolment[]
}

export interface KnownPost {
  readonly id: string
  readonly organisationKey: string | null
  readonly title: string | null
  readonly unit: string | null
  readonly regime: string | null
  readonly sector: string | null
  readonly since: string | null
  readonly until: string | null
}

export interface KnownEnrolment {
  readonly cohortId: string
  readonly role: string
}

/** Those of the database whom the rows may be. */
export interface KnownPeople {
  byDocument(type: string, number: string): KnownPerson | undefined
  byName(key: string): readonly KnownPerson[]
  /** What was decided in an earlier import about this writing and this person. */
  remembered(writing: string, personId: string): boolean | undefined
}

export interface Match {
  /** Null: nobody of the database. */
  readonly person: KnownPerson | null
  readonly findings: readonly Finding[]
}

/**
 * Who of the database a row is. The same document and a like name is the same person; without that, namesakes are judged by what else
 * they share, and whoever cannot be told is left to a person. What was decided once is not asked again.
 */
export function matchKnown(entry: RosterEntry, known: KnownPeople, decisions: DecisionBook): Match {
  const { person } = entry
  if (person === null) return { person: null, findings: [] }
  const writing = writingOf(entry)
  const said = (id: string): boolean | undefined => decisions.samePerson(entry, id) ?? known.remembered(writing, id)
  const holder = person.documentNumber === null ? undefined : known.byDocument(person.documentType, person.documentNumber)
  if (holder !== undefined) return matchByDocument(entry, person, holder, said(holder.id), decisions)

  const namesakes = known.byName(entry.nameKey)
  const told = namesakes.find((one) => said(one.id) === true)
  if (told !== undefined) return { person: told, findings: [] }
  const judged = namesakes.flatMap((one) => (said(one.id) === false ? [] : (judge(entry, person, one, decisions) ?? [])))
  const recognised = judged.filter((one) => one.isSame)
  if (recognised.length === 1) return { person: recognised[0]?.namesake ?? null, findings: recognised.flatMap((one) => one.finding) }
  // Two whom it may be as well: nobody is taken without a person's word. One namesake is told, not each of ten.
  const firstNamesake = judged.find((one) => one.finding.cause === 'known-namesake')
  const telling = judged.filter((one) => one.finding.cause !== 'known-namesake' || one === firstNamesake)
  return { person: null, findings: telling.map((one) => (recognised.length > 1 ? undecided(one.finding) : one.finding)) }
}

interface Judged {
  readonly namesake: KnownPerson
  readonly isSame: boolean
  readonly finding: Finding
}

function matchByDocument(entry: RosterEntry, person: RosterPerson, holder: KnownPerson, said: boolean | undefined, decisions: DecisionBook): Match {
  const knownName = displayName(holder)
  const sameKey = nameKey(holder) === entry.nameKey
  const alike = said ?? (sameKey || nameLikeness(entry.name, knownName).reason !== null)
  if (!alike) return { person: null, findings: [aboutPerson('known-other-name', entry, holder, ['document'], decisions)] }
  const mine = written(person)
  const theirs = written(holder)
  if (mine === theirs) return { person: holder, findings: [] }
  const cause: Cause = !sameKey ? 'known-differs' : accentsIn(person) > accentsIn(holder) ? 'known-spelling-better' : 'known-spelling-kept'
  return { person: holder, findings: [{ cause, field: 'fullName', before: theirs, after: cause === 'known-spelling-kept' ? theirs : mine, accepted: decisions.accepts(cause, entry), person: seen(holder) }] }
}

function judge(entry: RosterEntry, person: RosterPerson, namesake: KnownPerson, decisions: DecisionBook): Judged | null {
  const comparison = compare(comparableOf(entry, person), { ...namesake, organisationKey: namesake.posts.at(-1)?.organisationKey ?? null })
  const signs: Sign[] = ['name', ...comparison.agree.filter((sign) => sign !== 'sex')]
  const strong = strongSigns(comparison)
  const verdict = (cause: Cause, isSame = false): Judged => {
    const finding = aboutPerson(cause, entry, namesake, signs, decisions)
    return { namesake, isSame: isSame || (cause === 'known-now-document' && finding.accepted), finding }
  }
  // Two birth dates are two people.
  if (comparison.differ.includes('birthDate')) return null
  if (contradicts(comparison)) return verdict('known-namesake')
  const mineHas = person.documentNumber !== null
  const theirsHas = namesake.documentNumber !== null
  if (mineHas && theirsHas) return verdict(comparison.agree.includes('document') || comparison.agree.includes('birthDate') ? 'known-same-birth' : 'known-namesake')
  if (mineHas) return verdict('known-now-document')
  const enough = theirsHas ? strong.some((sign) => sign !== 'community') : strong.length > 0
  return enough ? verdict('known-recognised', true) : verdict('known-no-document')
}

function undecided(finding: Finding): Finding {
  return finding.cause === 'known-recognised' ? { ...finding, cause: 'known-no-document' } : finding
}

function aboutPerson(cause: Cause, entry: RosterEntry, known: KnownPerson, signs: readonly Sign[], decisions: DecisionBook): Finding {
  const byDocument = cause === 'known-other-name' || cause === 'known-same-birth' || cause === 'known-now-document'
  return {
    cause,
    field: byDocument ? 'documentNumber' : 'fullName',
    before: byDocument ? (entry.person?.documentNumber ?? '') : entry.name,
    after: cause === 'known-now-document' ? (entry.person?.documentNumber ?? '') : displayName(known),
    accepted: decisions.accepts(cause, entry),
    person: seen(known),
    signs,
  }
}

function seen(known: KnownPerson): NonNullable<Finding['person']> {
  return { id: known.id, name: displayName(known), document: known.documentNumber }
}

function written(person: Pick<RosterPerson, 'firstSurname' | 'secondSurname' | 'givenNames'>): string {
  return [person.firstSurname, person.secondSurname ?? '', person.givenNames].filter((part) => part !== '').join(' ')
}
