import type { Decisions, Verdict } from '../../../shared/domain/roster/decisions.ts'
import type { Cause, RowPlace } from '../../../shared/domain/roster/findings.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import type { Gives } from '../../api.ts'

export type Review = Gives<'imports.review'>
export type CauseSeen = Review['causes'][number]
export type CauseRow = CauseSeen['rows'][number]
/** Tells what was decided, from what had been. */
export type Decide = (next: (decisions: Decisions) => Decisions) => void

export function samePlace(a: RowPlace, b: RowPlace): boolean {
  return a.row === b.row && a.sheet === b.sheet
}

export function placeOf({ sheet, row }: RowPlace): RowPlace {
  return { sheet, row }
}

/** Yes to all the rows of a cause. */
export function acceptAll(decisions: Decisions, cause: Cause): Decisions {
  return { ...decisions, accept: [...decisions.accept.filter((one) => one.cause !== cause), { cause, rows: null }] }
}

/** Takes back every yes to a cause. */
export function withdrawAll(decisions: Decisions, cause: Cause): Decisions {
  return { ...decisions, accept: decisions.accept.filter((one) => one.cause !== cause) }
}

/** Yes to one row, or that yes taken back. A yes to the whole cause becomes a yes to each of the `others`. */
export function acceptRow(decisions: Decisions, cause: Cause, place: RowPlace, yes: boolean, others: readonly RowPlace[] = []): Decisions {
  const whole = decisions.accept.some((one) => one.cause === cause && one.rows === null)
  const said = whole ? others.map(placeOf) : decisions.accept.flatMap((one) => (one.cause === cause ? (one.rows ?? []) : []))
  const rest = said.filter((one) => !samePlace(one, place))
  const rows = yes ? [...rest, placeOf(place)] : rest
  const accept = decisions.accept.filter((one) => one.cause !== cause)
  return { ...decisions, accept: rows.length === 0 ? accept : [...accept, { cause, rows }] }
}

/** Cells of a row typed anew. */
export function edit(decisions: Decisions, place: RowPlace, values: readonly { readonly field: RosterField; readonly value: string }[]): Decisions {
  const kept = decisions.edits.filter((one) => !samePlace(one, place) || !values.some((value) => value.field === one.field))
  return { ...decisions, edits: [...kept, ...values.map((value) => ({ ...placeOf(place), ...value }))] }
}

/** Whether the row and what it is compared with are one person. */
export function judge(decisions: Decisions, row: CauseRow, same: boolean): Decisions {
  const verdict: Verdict = { ...placeOf(row), same, personId: row.person?.id ?? null, other: row.other === null ? null : placeOf(row.other) }
  return { ...decisions, verdicts: [...decisions.verdicts.filter((one) => !sameQuestion(one, verdict)), verdict] }
}

function sameQuestion(a: Verdict, b: Verdict): boolean {
  return samePlace(a, b) && a.personId === b.personId && ((a.other === null && b.other === null) || (a.other !== null && b.other !== null && samePlace(a.other, b.other)))
}

/** Leaves the row out, or takes it in again. */
export function skip(decisions: Decisions, place: RowPlace, out: boolean): Decisions {
  const rest = decisions.skip.filter((one) => !samePlace(one, place))
  return { ...decisions, skip: out ? [...rest, placeOf(place)] : rest }
}

/** How many things were decided: for the way back. */
export function countOf(decisions: Decisions): number {
  return decisions.accept.length + decisions.edits.length + decisions.verdicts.length + decisions.skip.length
}

/** What was decided about a row since the review was asked for: shown at once. */
export function judged(decisions: Decisions, row: CauseRow): boolean | undefined {
  return decisions.verdicts.find((one) => samePlace(one, row) && (row.person === null ? row.other !== null && one.other !== null && samePlace(one.other, row.other) : one.personId === row.person.id))?.same
}
