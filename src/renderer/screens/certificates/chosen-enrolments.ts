import { go } from '../../router.ts'

const KEY = 'constancia.issue.enrolments'

/** Where the certificates are issued from: a group, or a whole edition. */
export type IssueFrom = { readonly cohortId: string } | { readonly editionId: string }

/** The address of issuing: `#/certificados/emitir?grupo=<id>` or `?edicion=<id>`. */
export function issueParams(from: IssueFrom): Record<string, string> {
  return 'cohortId' in from ? { grupo: from.cohortId } : { edicion: from.editionId }
}

/** Goes to issuing with just these enrolments chosen: for a selection made in a list. */
export function issueChosen(from: IssueFrom, enrolmentIds: readonly string[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(enrolmentIds))
  go('certificates', ['emitir'], { ...issueParams(from), personas: 'elegidas' })
}

/** The enrolments that were chosen before coming here; undefined when they are not kept any more. */
export function chosenEnrolments(): ReadonlySet<string> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return Array.isArray(kept) ? new Set(kept.filter((one) => typeof one === 'string')) : undefined
  } catch {
    return undefined
  }
}
