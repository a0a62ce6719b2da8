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

/** How a course makes one mark of many. */
export interface CourseSettings {
  readonly markRounding: MarkRounding
  readonly retakes: RetakeRule
}

/** What holds until a course says otherwise. */
export const usualCourseSettings: CourseSettings = { markRounding: 'whole', retakes: 'best' }

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

/** What a course marks: an item's scale and its weight against the others. */
export interface MarkItem {
  readonly weight: number
  readonly scaleMin: number
  readonly scaleMax: number
}

/** One mark of an item's attempts, on the item's own scale: by the course's rule for retakes. Null for none yet. */
export function countedMark(item: MarkItem, attempts: readonly MarkValue[], retakes: RetakeRule): number | null {
  const values = attempts.map((value) => (value === 'NP' ? item.scaleMin : value))
  const last = values.at(-1)
  if (last === undefined) return null
  if (retakes === 'last') return last
  return retakes === 'best' ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** A mark of an item's own scale on 0–20. */
export function onTwenty(item: MarkItem, value: number): number {
  return ((value - item.scaleMin) / (item.scaleMax - item.scaleMin)) * 20
}

/** The other way: from 0–20 to the item's own scale. */
export function fromTwenty(item: MarkItem, value: number): number {
  return item.scaleMin + (value / 20) * (item.scaleMax - item.scaleMin)
}

const steps: Readonly<Record<MarkRounding, number>> = { whole: 1, tenth: 10, hundredth: 100 }

/** What binary fractions lose of a decimal one: 0.1 × 3 must not lack its half. Far below any mark that can be written. */
const slack = 1e-9

/** Rounds half up: 10.5 is 11, 10.45 to tenths is 10.5. */
export function roundedMark(value: number, rounding: MarkRounding): number {
  const step = steps[rounding]
  return Math.floor(value * step + 0.5 + slack) / step
}

/** Marks are kept with two decimals at most, so that what is shown is what is compared. */
export function hasTwoDecimals(value: number): boolean {
  return Math.round(value * 100) / 100 === value
}

/** The least value that, rounded, reaches `least`: 10.5 for 11 in wholes. */
export function leastBeforeRounding(least: number, rounding: MarkRounding): number {
  const step = steps[rounding]
  return (Math.ceil(least * step - slack) - 0.5) / step
}

/** What is known of a final mark: the rounded mark 0–20 with what is missing at its least and at its most, and what is missing. */
export interface FinalMark {
  readonly worst: number
  readonly best: number
  /** Positions of the items that weigh and have no mark. */
  readonly missing: readonly number[]
}

/**
 * The weighted mean of the items that weigh, each brought to 0–20. `counted[i]` is the mark of item i on its own scale, null
 * for none yet. Null when nothing weighs.
 */
export function finalMark(items: readonly MarkItem[], counted: readonly (number | null)[], rounding: MarkRounding): FinalMark | null {
  let weights = 0
  let known = 0
  let open = 0
  const missing: number[] = []
  for (const [index, item] of items.entries()) {
    if (item.weight <= 0) continue
    weights += item.weight
    const value = counted[index] ?? null
    if (value !== null) known += item.weight * onTwenty(item, value)
    else {
      open += item.weight
      missing.push(index)
    }
  }
  if (weights === 0) return null
  return { worst: roundedMark(known / weights, rounding), best: roundedMark((known + 20 * open) / weights, rounding), missing }
}

/**
 * What the missing items must reach so that the final mark is `least`: the same mark 0–20 in each, before it is brought to
 * its scale. Below 0: nothing; above 20: out of reach.
 */
export function neededOnTwenty(items: readonly MarkItem[], counted: readonly (number | null)[], asked: { readonly least: number; readonly rounding: MarkRounding }): number {
  let weights = 0
  let known = 0
  let open = 0
  for (const [index, item] of items.entries()) {
    if (item.weight <= 0) continue
    weights += item.weight
    const value = counted[index] ?? null
    if (value === null) open += item.weight
    else known += item.weight * onTwenty(item, value)
  }
  return (leastBeforeRounding(asked.least, asked.rounding) * weights - known) / open
}

/** The least mark of a scale, in hundredths, that is `needed` of 0–20 or more. */
export function leastOnScale(item: MarkItem, needed: number): number {
  const value = Math.ceil(fromTwenty(item, needed) * 100 - 1e-6) / 100
  return Math.min(item.scaleMax, Math.max(item.scaleMin, value))
}

/** The mean 0–20 of some items (the entry tests, the exit tests), in hundredths. Null while one is missing, or there is none. */
export function meanOnTwenty(items: readonly MarkItem[], counted: readonly (number | null)[]): number | null {
  if (items.length === 0) return null
  let sum = 0
  for (const [index, item] of items.entries()) {
    const value = counted[index] ?? null
    if (value === null) return null
    sum += onTwenty(item, value)
  }
  return roundedMark(sum / items.length, 'hundredth')
}

export interface MarkedItem extends MarkItem {
  readonly kind: MarkKind
}

/** What comes of somebody's marks. */
export interface MarksTogether {
  /** One mark an item, on its own scale. */
  readonly counted: readonly (number | null)[]
  /** The final mark 0–20 as the course rounds it; null while one is missing, or nothing weighs. */
  readonly mark: number | null
  /** Means of the entry tests and of the exit tests, 0–20; the gain is exit minus entry. */
  readonly entry: number | null
  readonly exit: number | null
  readonly gain: number | null
}

/** `attempts[i]`: the attempts of item i in order. */
export function marksTogether(items: readonly MarkedItem[], attempts: readonly (readonly MarkValue[])[], { retakes, markRounding }: CourseSettings): MarksTogether {
  const counted = items.map((item, index) => countedMark(item, attempts[index] ?? [], retakes))
  const final = finalMark(items, counted, markRounding)
  const meanOf = (kind: MarkKind): number | null => meanOnTwenty(items.filter((item) => item.kind === kind), counted.filter((_, index) => items[index]?.kind === kind))
  const entry = meanOf('entry')
  const exit = meanOf('exit')
  const gain = entry === null || exit === null ? null : roundedMark(exit - entry, 'hundredth')
  return { counted, mark: final === null || final.missing.length > 0 ? null : final.best, entry, exit, gain }
}

/** A mark as it is shown: two decimals at most, none that say nothing. */
export function shownMark(value: MarkValue): string {
  return value === 'NP' ? 'NP' : String(Math.floor(value * 100 + 0.5 + slack) / 100)
}
