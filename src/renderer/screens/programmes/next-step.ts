import { papersFor } from '../../../shared/domain/training.ts'
import type { EnrolmentRole, EnrolmentState } from '../../../shared/domain/training.ts'

interface Enrolled {
  readonly role: EnrolmentRole
  readonly state: EnrolmentState
  readonly certificates: readonly string[]
}

/** What a group waits for: its results to be marked, its papers to be issued, or nothing more. Counts are of enrolments. */
export type NextStep =
  | { readonly kind: 'mark'; readonly pending: number; readonly enrolled: number }
  | { readonly kind: 'issue'; readonly missing: number; readonly done: number }
  | { readonly kind: 'done'; readonly done: number }
  | { readonly kind: 'nobody' }

/** Whether it is still to be said how a participant ended. */
export function isPending(one: Enrolled): boolean {
  return one.role === 'participant' && one.state === 'enrolled' && one.certificates.length === 0
}

/** Null where nobody is enrolled. */
export function nextStep(rows: readonly Enrolled[]): NextStep | null {
  if (rows.length === 0) return null
  const pending = rows.filter(isPending).length
  const enrolled = rows.filter((one) => one.role === 'participant' && one.state !== 'withdrawn').length
  if (pending > 0) return { kind: 'mark', pending, enrolled }
  const ready = rows.filter((one) => one.certificates.length > 0 || papersFor(one.role, one.state).length > 0)
  const done = ready.filter((one) => one.certificates.length > 0).length
  if (ready.length > done) return { kind: 'issue', missing: ready.length - done, done }
  return ready.length > 0 ? { kind: 'done', done } : { kind: 'nobody' }
}
