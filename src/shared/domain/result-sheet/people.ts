import { readDocument } from '../document-reading.ts'
import type { Candidate, Enrolled } from '../meetings/matching.ts'
import { guestMatcher } from '../meetings/matching.ts'
import { nameLikeness } from '../name-likeness.ts'
import { cleanText, displayName, nameWords } from '../names.ts'
import type { RosterCell } from '../roster/cells.ts'
import { cellLine, isBlank } from '../roster/cells.ts'

/** Why a row is nobody's. */
export type UnmatchedWhy = 'nobody' | 'nothing' | 'doubt' | 'ambiguous' | 'otherDocument' | 'otherName' | 'twice' | 'setAside'

export interface SheetPerson {
  readonly row: number
  /** As the sheet writes it. */
  readonly written: string
  readonly name: string
  readonly document: RosterCell
  readonly email: string | null
}

export type RowMatch =
  | { readonly kind: 'matched'; readonly row: number; readonly person: Enrolled }
  | { readonly kind: 'unmatched'; readonly row: number; readonly written: string; readonly why: UnmatchedWhy; readonly maybe: readonly Enrolled[] }

/**
 * Who of the group each row is: by document, else by e-mail or name. A document and a name that are two persons' are left to a person, and
 * so is a row of somebody who has one already. `decided`: by row, the enrolment or nobody.
 */
export function matchRows(rows: readonly SheetPerson[], people: readonly Enrolled[], decided: ReadonlyMap<number, string | null>): RowMatch[] {
  const matcher = guestMatcher(people)
  const byDocument = new Map(people.flatMap((one) => (one.documentNumber === null ? [] : [[one.documentNumber.toUpperCase(), one] as const])))
  const byId = new Map(people.map((one) => [one.enrolmentId, one]))
  const taken = new Set<string>()
  // What was decided comes first: another row of the same person gives way to it.
  for (const id of decided.values()) if (id !== null) taken.add(id)
  return rows.map((row): RowMatch => {
    const choice = decided.get(row.row)
    const chosen = choice == null ? undefined : byId.get(choice)
    if (chosen !== undefined) return { kind: 'matched', row: row.row, person: chosen }
    const unmatched = (why: UnmatchedWhy, maybe: readonly Enrolled[]): RowMatch => ({ kind: 'unmatched', row: row.row, written: row.written, why, maybe: [...new Set(maybe)] })
    if (choice === null) return unmatched('setAside', [])
    const found = judged(row, byDocument, matcher)
    if ('why' in found) return unmatched(found.why, found.maybe)
    if (taken.has(found.person.enrolmentId)) return unmatched('twice', [found.person])
    taken.add(found.person.enrolmentId)
    return { kind: 'matched', row: row.row, person: found.person }
  })
}

type Judged = { readonly person: Enrolled } | { readonly why: UnmatchedWhy; readonly maybe: readonly Enrolled[] }

function judged(row: SheetPerson, byDocument: ReadonlyMap<string, Enrolled>, matcher: ReturnType<typeof guestMatcher>): Judged {
  const number = isBlank(row.document) ? null : documentOf(row.document)
  const holder = number === null ? undefined : byDocument.get(number)
  const { best, others } = row.name === '' && row.email === null ? { best: null, others: [] } : matcher({ key: '', names: row.name === '' ? [] : [row.name], email: row.email })
  if (holder !== undefined) {
    // A number mistyped by one figure is somebody else's: the name must not say so.
    const stranger = row.name !== '' && !sharesName(row.name, holder) && best?.person !== holder
    return stranger ? { why: 'otherName', maybe: [holder, ...(best === null ? [] : [best.person])] } : { person: holder }
  }
  if (best === null) return { why: row.name === '' && number === null && row.email === null ? 'nothing' : 'nobody', maybe: [] }
  if (best.confidence === 'doubt') return { why: others.length > 1 ? 'ambiguous' : 'doubt', maybe: [best, ...others].map((one: Candidate) => one.person) }
  if (number !== null && best.person.documentNumber !== null && best.reason !== 'email') return { why: 'otherDocument', maybe: [best.person] }
  return { person: best.person }
}

function documentOf(cell: RosterCell): string | null {
  const read = readDocument(typeof cell === 'number' ? cell : cellLine(cell))
  return read.number?.toUpperCase() ?? null
}

function sharesName(written: string, person: Enrolled): boolean {
  const words = new Set(nameWords(written))
  return nameWords(displayName(person)).some((word) => words.has(word)) || nameLikeness(written, displayName(person)).reason !== null
}

/** The name of a row from its columns, in the order given. */
export function nameOfRow(cells: readonly RosterCell[]): string {
  return cleanText(cells.filter((cell) => !isBlank(cell)).map((cell) => cellLine(cell)).join(' '))
}
