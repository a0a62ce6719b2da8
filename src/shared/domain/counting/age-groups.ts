/** Whole years from and to, both included; no end: at least so many. */
export interface Years {
  readonly from: number
  readonly to: number | null
}

/**
 * The group that holds the whole of an age: `18-29`, `60+`. `bounds` are the groups' lower bounds, rising. '' where no group
 * holds it all, as with a stated age that lies across two.
 */
export function ageGroupKey(bounds: readonly number[], age: Years): string {
  const at = bounds.findLastIndex((bound) => age.from >= bound)
  const from = bounds[at]
  const next = bounds[at + 1]
  if (from === undefined) return ''
  if (next === undefined) return `${from}+`
  return age.to === null || age.to >= next ? '' : `${from}-${next - 1}`
}

/** Whether the whole of an age lies within limits. */
export function isAged(age: Years, from: number | null, to: number | null): boolean {
  return (from === null || age.from >= from) && (to === null || (age.to !== null && age.to <= to))
}

/** The years of a group's key; null for what is no such key. */
export function yearsOfGroup(key: string): Years | null {
  const [, from, to] = /^(\d+)(?:-(\d+)|\+)$/.exec(key) ?? []
  return from === undefined ? null : { from: Number(from), to: to === undefined ? null : Number(to) }
}
