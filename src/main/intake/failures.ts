/** What may be wrong with a file from outside, and what its sentence needs to say where. */
export interface IntakeProblems {
  /** Not a sheet of any kind. */
  'not-a-sheet': { file: string; looksLike: 'pdf' | 'word' | 'powerpoint' | 'image' | 'archive' | 'program' | 'unknown' }
  /** Text under the name of a workbook. */
  'text-as-book': { file: string; extension: string }
  /** A web page or XML under the name of a workbook, as some systems "export to Excel". */
  'page-as-book': { file: string; extension: string }
  'old-xls': { file: string }
  'binary-xlsb': { file: string }
  ods: { file: string }
  numbers: { file: string }
  password: { file: string }
  /** The little file that Excel leaves beside a book while it is open. */
  'lock-file': { file: string }
  empty: { file: string }
  'no-rows': { file: string; sheet: string; row: number }
  bomb: { file: string; part: string }
  'unsafe-xml': { file: string; part: string }
  'too-big': { file: string; megabytes: number; limit: number }
  'too-many-columns': { file: string; sheet: string; cell: string; limit: number }
  'too-many-rows': { file: string; sheet: string; row: number; limit: number }
  'too-many-cells': { file: string; sheet: string; limit: number }
  'too-slow': { file: string; seconds: number }
  'too-much-memory': { file: string }
  damaged: { file: string; part: string }
  'open-quote': { file: string; row: number }
  missing: { file: string }
  busy: { file: string }
  unreadable: { file: string; reason: string }
}

export type IntakeProblem = keyof IntakeProblems

/** The sentence of each problem in `shared/messages`. */
export const INTAKE_SENTENCES = {
  'not-a-sheet': 'intake.not-a-sheet',
  'text-as-book': 'intake.text-as-book',
  'page-as-book': 'intake.page-as-book',
  'old-xls': 'intake.old-xls',
  'binary-xlsb': 'intake.binary-xlsb',
  ods: 'intake.ods',
  numbers: 'intake.numbers',
  password: 'intake.password',
  'lock-file': 'intake.lock-file',
  empty: 'intake.empty',
  'no-rows': 'intake.no-rows',
  bomb: 'intake.bomb',
  'unsafe-xml': 'intake.unsafe-xml',
  'too-big': 'intake.too-big',
  'too-many-columns': 'intake.too-many-columns',
  'too-many-rows': 'intake.too-many-rows',
  'too-many-cells': 'intake.too-many-cells',
  'too-slow': 'intake.too-slow',
  'too-much-memory': 'intake.too-much-memory',
  damaged: 'intake.damaged',
  'open-quote': 'intake.open-quote',
  missing: 'intake.missing',
  busy: 'intake.busy',
  unreadable: 'intake.unreadable',
} as const satisfies { [P in IntakeProblem]: `intake.${P}` }

export type IntakeParams = Readonly<Record<string, string | number>>

/** A file that cannot be taken in. `sentence` with `params` says it to a person. Nothing was written before it is thrown. */
export class IntakeFailure extends Error {
  override readonly name = 'IntakeFailure'
  readonly problem: IntakeProblem
  readonly params: IntakeParams

  constructor(problem: IntakeProblem, params: IntakeParams) {
    super(`${problem} ${JSON.stringify(params)}`)
    this.problem = problem
    this.params = params
  }

  get sentence(): (typeof INTAKE_SENTENCES)[IntakeProblem] {
    return INTAKE_SENTENCES[this.problem]
  }
}

/** The failure, with the parameters that its sentence needs: the compiler asks for each. */
export function failure<P extends IntakeProblem>(problem: P, params: IntakeProblems[P]): IntakeFailure {
  return new IntakeFailure(problem, params)
}
