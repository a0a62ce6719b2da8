/** Why a scan could not be read. */
export type ScanProblem = 'damaged' | 'password' | 'too-slow' | 'too-many-pages'

/** A scan that cannot be taken in. `pages` is told where there are too many. */
export class ScanFailure extends Error {
  override readonly name = 'ScanFailure'
  readonly problem: ScanProblem
  readonly pages: number

  constructor(problem: ScanProblem, pages = 0) {
    super(problem)
    this.problem = problem
    this.pages = pages
  }
}
