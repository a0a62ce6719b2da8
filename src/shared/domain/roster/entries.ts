import type { DocumentType } from '../documents.ts'
import type { EnrolmentRole } from '../training.ts'
import type { Finding, RowPlace, Sign } from './findings.ts'
import { folded } from './cells.ts'

/** The person that a row tells of, as it would enter. Null or '' where the row says nothing. */
export interface RosterPerson {
  readonly documentType: DocumentType
  readonly documentNumber: string | null
  readonly documentCountry: string | null
  readonly firstSurname: string
  readonly secondSurname: string | null
  readonly givenNames: string
  readonly sex: 'F' | 'M' | null
  readonly birthDate: string | null
  readonly statedAge: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly community: string | null
  readonly districtCode: string | null
  readonly notes: string | null
  readonly personClass: 'servidor' | 'lider' | 'locador' | 'otro'
}

export interface RosterPost {
  /** Key by which writings of one organisation meet; null when the row names none. */
  readonly organisationKey: string | null
  readonly organisationName: string | null
  readonly title: string | null
  readonly unit: string | null
  readonly regime: string | null
  readonly sector: string | null
  readonly since: string | null
}

/** One row, understood. */
export interface RosterEntry extends RowPlace {
  /** As lists show it; what the office wrote when it cannot be understood. */
  readonly name: string
  readonly nameKey: string
  /** Null when the row has no name that can enter. */
  readonly person: RosterPerson | null
  readonly post: RosterPost | null
  /** Which group; null: none. */
  readonly group: string | null
  readonly role: EnrolmentRole
  readonly findings: readonly Finding[]
  /** Whether its order number follows the one before: a row added out of order is the likelier repetition. */
  readonly inSequence: boolean
  readonly skipped: boolean
}

/** `01:41229648`; null without a document. */
export function documentKey(person: Pick<RosterPerson, 'documentType' | 'documentNumber'>): string | null {
  return person.documentNumber === null ? null : `${person.documentType}:${person.documentNumber}`
}

/** What a verdict is remembered by: the person as this office wrote it. */
export function writingOf(entry: RosterEntry): string {
  const { person } = entry
  return person === null ? '' : `${documentKey(person) ?? ''}|${entry.nameKey}|${person.birthDate ?? ''}`
}

/** What two writings may agree or differ in. */
export interface Comparable {
  readonly documentNumber: string | null
  readonly sex: string | null
  readonly birthDate: string | null
  readonly statedAge: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly community: string | null
  readonly organisationKey: string | null
}

export interface Comparison {
  readonly agree: readonly Sign[]
  readonly differ: readonly Sign[]
}

/** Signs for and against two writings being one person. What either does not say is neither. */
export function compare(one: Comparable, other: Comparable): Comparison {
  const agree: Sign[] = []
  const differ: Sign[] = []
  const weigh = (sign: Sign, a: string | null, b: string | null): void => {
    if (a === null || b === null || a === '' || b === '') return
    if (a === b) agree.push(sign)
    else differ.push(sign)
  }
  weigh('document', one.documentNumber, other.documentNumber)
  weigh('birthDate', one.birthDate, other.birthDate)
  weigh('email', one.email?.toLowerCase() ?? null, other.email?.toLowerCase() ?? null)
  weigh('phone', digitsOf(one.phone), digitsOf(other.phone))
  weigh('community', placeOf(one.community), placeOf(other.community))
  weigh('organisation', one.organisationKey, other.organisationKey)
  weigh('sex', one.sex, other.sex)
  weigh('age', yearsOf(one.statedAge), yearsOf(other.statedAge))
  return { agree, differ }
}

/** Signs that hardly two namesakes share. */
const STRONG: ReadonlySet<Sign> = new Set<Sign>(['birthDate', 'email', 'phone', 'community'])
/** Signs that one person does not differ in: mail, phone, post and age change. */
const FIRM: ReadonlySet<Sign> = new Set<Sign>(['birthDate', 'sex', 'community'])

export function strongSigns(comparison: Comparison): readonly Sign[] {
  return comparison.agree.filter((sign) => STRONG.has(sign))
}

export function contradicts(comparison: Comparison): boolean {
  return comparison.differ.some((sign) => FIRM.has(sign))
}

const digitsOf = (text: string | null): string | null => text?.replace(/\D+/g, '').replace(/^51(?=9\d{8}$)/, '') ?? null
const placeOf = (text: string | null): string | null => (text === null ? null : folded(text).replace(/^(c n|cc nn|ccnn|comunidad nativa|comunidad campesina|c c|a h|aa hh|asentamiento humano)( de)? /, ''))
const yearsOf = (text: string | null): string | null => (text !== null && /^\d{1,3}$/.test(text) ? text : null)

export function comparableOf(entry: RosterEntry, person: RosterPerson): Comparable {
  return { ...person, organisationKey: entry.post?.organisationKey ?? null }
}

/** How much of the right letters a name keeps: accents, tildes. */
export function accentsIn(person: Pick<RosterPerson, 'firstSurname' | 'secondSurname' | 'givenNames'>): number {
  return (`${person.firstSurname} ${person.secondSurname ?? ''} ${person.givenNames}`.normalize('NFD').match(/\p{M}/gu) ?? []).length
}
