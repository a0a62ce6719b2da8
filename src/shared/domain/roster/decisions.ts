import type { Cause, RowPlace } from './findings.ts'
import { CAUSES } from './findings.ts'
import type { RosterField } from './fields.ts'

/** What the person decided about the rows of one import. */
export interface Decisions {
  /** Yes to every proposal (severity `proposed`), for the command line and the demonstration: doubts stay as they are. */
  readonly acceptProposals: boolean
  /** Yes to a cause: to all its rows (`rows` null) or to those. */
  readonly accept: readonly { readonly cause: Cause; readonly rows: readonly RowPlace[] | null }[]
  /** Cells typed anew; '' empties one. */
  readonly edits: readonly (RowPlace & { readonly field: RosterField; readonly value: string })[]
  /** Whether a row is the same person as another row, or as a person of the database. */
  readonly verdicts: readonly Verdict[]
  readonly skip: readonly RowPlace[]
}

export type Verdict = RowPlace & {
  readonly same: boolean
  readonly personId: string | null
  readonly other: RowPlace | null
}

export const NO_DECISIONS: Decisions = { acceptProposals: false, accept: [], edits: [], verdicts: [], skip: [] }

/** The decisions, laid out to be asked row by row. */
export interface DecisionBook {
  accepts(cause: Cause, place: RowPlace): boolean
  edited(place: RowPlace, field: RosterField): string | undefined
  editedFields(place: RowPlace): ReadonlyMap<RosterField, string> | undefined
  /** Whether the two rows were said to be the same person; undefined when nobody said. */
  sameRow(place: RowPlace, other: RowPlace): boolean | undefined
  samePerson(place: RowPlace, personId: string): boolean | undefined
  skips(place: RowPlace): boolean
}

export function placeKey(place: RowPlace): string {
  return `${place.row}\u0000${place.sheet}`
}

export function decisionBook(decisions: Decisions): DecisionBook {
  const wholeCauses = new Set<Cause>()
  const rowCauses = new Set<string>()
  for (const { cause, rows } of decisions.accept) {
    if (rows === null) wholeCauses.add(cause)
    else for (const place of rows) rowCauses.add(`${cause}\u0000${placeKey(place)}`)
  }
  const edits = new Map<string, Map<RosterField, string>>()
  for (const edit of decisions.edits) {
    const fields = edits.get(placeKey(edit)) ?? new Map<RosterField, string>()
    edits.set(placeKey(edit), fields.set(edit.field, edit.value))
  }
  const verdicts = new Map<string, boolean>()
  for (const verdict of decisions.verdicts) {
    const about = verdict.personId ?? (verdict.other === null ? '' : placeKey(verdict.other))
    verdicts.set(`${placeKey(verdict)}\u0001${about}`, verdict.same)
    if (verdict.other !== null) verdicts.set(`${placeKey(verdict.other)}\u0001${placeKey(verdict)}`, verdict.same)
  }
  const skipped = new Set(decisions.skip.map(placeKey))
  return {
    accepts: (cause, place) =>
      CAUSES[cause].acceptable &&
      ((decisions.acceptProposals && CAUSES[cause].severity === 'proposed') || wholeCauses.has(cause) || rowCauses.has(`${cause}\u0000${placeKey(place)}`)),
    edited: (place, field) => edits.get(placeKey(place))?.get(field),
    editedFields: (place) => edits.get(placeKey(place)),
    sameRow: (place, other) => verdicts.get(`${placeKey(place)}\u0001${placeKey(other)}`),
    samePerson: (place, personId) => verdicts.get(`${placeKey(place)}\u0001${personId}`),
    skips: (place) => skipped.has(placeKey(place)),
  }
}
