import type { DocumentWarning } from '../documents.ts'
import type { ReadProblem, RepairKind } from '../document-reading.ts'
import type { NameProblem } from '../names.ts'
import type { RosterField } from './fields.ts'

/**
 * What was noticed about a row. `tidied`: safe, done and shown. `proposed`: needs a yes. `doubt`: needs a look. `error`: the row cannot enter as it is.
 */
export type Severity = 'tidied' | 'proposed' | 'doubt' | 'error'

/** What happens to the value when nobody decides: it enters as proposed, the row enters without it, or the row does not enter. */
export type Undecided = 'enters' | 'without' | 'rejected'

interface CauseRule {
  readonly severity: Severity
  readonly undecided: Undecided
  /** Whether a "yes" changes anything: it takes the proposal, or lets the row enter without the value. */
  readonly acceptable: boolean
}

const tidied: CauseRule = { severity: 'tidied', undecided: 'enters', acceptable: false }
const proposed = (undecided: Undecided): CauseRule => ({ severity: 'proposed', undecided, acceptable: true })
const doubt = (undecided: Undecided): CauseRule => ({ severity: 'doubt', undecided, acceptable: true })
const error = (acceptable: boolean): CauseRule => ({ severity: 'error', undecided: 'rejected', acceptable })

/** Every cause, what kind it is and what happens when nobody decides. The safest is chosen: nothing enters that would have to be untangled later. */
export const CAUSES = {
  'text-tidied': tidied,
  'letters-composed': tidied,
  'document-separators': tidied,
  'document-prefix': tidied,
  'document-check-digit': tidied,
  'document-zero': proposed('rejected'),
  'document-guess': proposed('rejected'),
  'document-ruc-person': proposed('rejected'),
  'document-type-guess': proposed('rejected'),
  'document-impossible': error(true),
  'document-missing': doubt('enters'),
  'document-country': doubt('enters'),
  'document-unusual': doubt('enters'),
  'document-type-unknown': doubt('enters'),
  'name-missing': error(false),
  'name-one-word': error(false),
  'name-formula': error(false),
  'name-long': error(false),
  'name-odd': doubt('rejected'),
  'name-title': proposed('without'),
  'name-guess': doubt('enters'),
  'name-split': tidied,
  'sex-spelling': tidied,
  'sex-unknown': doubt('without'),
  'date-read': tidied,
  'date-short-year': proposed('without'),
  'date-month-first': proposed('without'),
  'date-serial': proposed('without'),
  'date-impossible': doubt('without'),
  'birth-unlikely': doubt('without'),
  'age-unlikely': doubt('without'),
  'email-tidied': tidied,
  'email-repaired': proposed('without'),
  'email-bad': doubt('without'),
  'phone-tidied': tidied,
  'phone-odd': doubt('enters'),
  'regime-spelling': tidied,
  'regime-unknown': doubt('without'),
  'kind-spelling': tidied,
  'role-unknown': doubt('without'),
  'ubigeo-zero': proposed('without'),
  'ubigeo-unknown': doubt('without'),
  'district-found': tidied,
  'district-unknown': doubt('without'),
  'district-several': doubt('without'),
  'organisation-spelling': tidied,
  'organisation-similar': proposed('without'),
  'organisation-filled': proposed('without'),
  ditto: proposed('without'),
  'ruc-bad': doubt('without'),
  'value-long': doubt('without'),
  'value-error': doubt('without'),
  'cells-beyond': doubt('enters'),
  'group-missing': error(true),
  'twice-same': tidied,
  'twice-differs': doubt('enters'),
  'twice-filled': tidied,
  'document-shared': error(false),
  'twins-same-birth': doubt('rejected'),
  'twins-no-document': doubt('rejected'),
  'twins': doubt('enters'),
  'known-other-name': error(false),
  'known-same-birth': doubt('rejected'),
  'known-now-document': proposed('rejected'),
  'known-no-document': doubt('rejected'),
  'known-recognised': tidied,
  'known-namesake': doubt('enters'),
  'known-spelling-kept': tidied,
  'known-spelling-better': proposed('without'),
  'known-filled': tidied,
  'known-differs': proposed('without'),
  'post-added': tidied,
} as const satisfies Record<string, CauseRule>

export type Cause = keyof typeof CAUSES

export function ruleOf(cause: Cause): CauseRule {
  return CAUSES[cause]
}

/** A row of the file, wherever it stands. */
export interface RowPlace {
  readonly sheet: string
  /** As the office counts it, from 1. */
  readonly row: number
}

export interface Finding {
  readonly cause: Cause
  readonly field: RosterField
  /** As the office wrote it. */
  readonly before: string
  /** What enters (or would enter after a yes); '' when nothing does. */
  readonly after: string
  /** Whether a yes was given. */
  readonly accepted: boolean
  /** What precisely is wrong, where the cause has several ways. */
  readonly detail?: Detail
  /** Another row of the file that it is about. */
  readonly other?: RowPlace & { readonly name: string }
  /** A person of the database that it is about. */
  readonly person?: { readonly id: string; readonly name: string; readonly document: string | null }
  /** What speaks for it: the same birth date, the same e-mail… */
  readonly signs?: readonly Sign[]
}

export type Detail =
  | ReadProblem | DocumentWarning | Extract<RepairKind, 'letter-for-digit' | 'check-digit' | 'scientific' | 'separators'> | NameProblem
  | 'blank' | 'none' | 'in-process' | 'ambiguous-m'

export type Sign = 'document' | 'name' | 'birthDate' | 'email' | 'phone' | 'community' | 'organisation' | 'sex' | 'age'

/** Whether the finding keeps its row out as things stand. */
export function rejects(finding: Finding): boolean {
  return !finding.accepted && CAUSES[finding.cause].undecided === 'rejected'
}

/** Whether the proposed value stands: it was accepted, or does so without a word. */
export function takesEffect(cause: Cause, accepted: boolean): boolean {
  return accepted || CAUSES[cause].undecided === 'enters'
}

/** Whether somebody should look at it before the import is written. */
export function isOpen(finding: Finding): boolean {
  return !finding.accepted && CAUSES[finding.cause].severity !== 'tidied'
}
