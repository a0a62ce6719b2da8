/** Marks: sistema vigesimal 0-20 by default (RM 0087-2011-JUS), other scales as the course says. */

/** Work and exams weigh in the final mark; the entry and exit tests give the gain (RPE 141-2016, level "aprendizaje"). */
export const markKinds = ['work', 'exam', 'entry', 'exit'] as const
export type MarkKind = (typeof markKinds)[number]

/** Which attempt counts when there was a retake. */
export const retakeRules = ['best', 'last', 'average'] as const
export type RetakeRule = (typeof retakeRules)[number]

/** To what the final mark is rounded, half up: whole (10.5 is 11), a tenth, a hundredth. */
export const markRoundings = ['whole', 'tenth', 'hundredth'] as const
export type MarkRounding = (typeof markRoundings)[number]

/** `NP` no se presentó: counts as the least of the scale. */
export type MarkValue = number | 'NP'

/** A cell of the grid of marks: the attempts in order, `10|14`, `NP|12.5`; '' for none yet. */
export function markCell(attempts: readonly MarkValue[]): string {
  return attempts.join('|')
}

/** Reads a cell of the grid of marks back, in order of attempt. */
export function readMarkCell(cell: string): readonly MarkValue[] {
  return cell === '' ? [] : cell.split('|').map((value) => (value === 'NP' ? 'NP' : Number(value)))
}
