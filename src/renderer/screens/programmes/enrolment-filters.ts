import { searchKey, searchPieces } from '../../../shared/domain/names.ts'
import type { EnrolmentRole } from '../../../shared/domain/training.ts'
import type { Enrolled } from './cohort-screen.tsx'

const STATES = {
  all: () => true,
  enrolled: (one: Enrolled) => one.state === 'enrolled',
  approved: (one: Enrolled) => one.state === 'approved',
  completed: (one: Enrolled) => one.state === 'completed',
  withdrawn: (one: Enrolled) => one.state === 'withdrawn',
  withoutDocument: (one: Enrolled) => one.documentNumber === null,
  withoutCertificate: (one: Enrolled) => one.certificates.length === 0 && one.state !== 'withdrawn',
} as const

export type StateFilter = keyof typeof STATES
export type RoleFilter = EnrolmentRole | 'any'
export const stateFilters = Object.keys(STATES) as readonly StateFilter[]

/** What the list is narrowed to: all three hold at once. */
export interface Looking {
  readonly search: string
  readonly state: StateFilter
  readonly role: RoleFilter
}

/** The filter that an address names; all where it names none. */
export function stateFilterOf(word: string | undefined): StateFilter {
  return stateFilters.find((one) => one === word) ?? 'all'
}

/** Those that fit, in the order they came. The search looks into name, document and organisation, blind to accents, case and order. */
export function lookedFor(enrolled: readonly Enrolled[], { search, state, role }: Looking): readonly Enrolled[] {
  const pieces = searchPieces(search)
  return enrolled.filter((one) => STATES[state](one) && (role === 'any' || one.role === role) && pieces.every((piece) => wordsOf(one).includes(piece)))
}

/** How many each filter would show, whatever is searched. */
export function countedBy(enrolled: readonly Enrolled[]): Readonly<Record<StateFilter, number>> {
  return Object.fromEntries(stateFilters.map((state) => [state, enrolled.filter(STATES[state]).length])) as Record<StateFilter, number>
}

const keys = new WeakMap<Enrolled, string>()

function wordsOf(one: Enrolled): string {
  const known = keys.get(one)
  if (known !== undefined) return known
  const key = searchKey([one.firstSurname, one.secondSurname, one.givenNames, one.certificateName, one.documentNumber, one.organisationName].filter((part) => part !== null).join(' '))
  keys.set(one, key)
  return key
}
