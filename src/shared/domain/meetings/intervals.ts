/** From one second to another since 1970, the second not after the first's end. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** The same time without overlaps, in order: two devices at once, or two exports of one meeting, count once. */
export function joinedIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of intervals.filter((one) => one.to > one.from).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

export function secondsOfIntervals(intervals: readonly Interval[]): number {
  return joinedIntervals(intervals).reduce((sum, one) => sum + one.to - one.from, 0)
}

/** What of the intervals lies inside another one. */
export function clipped(intervals: readonly Interval[], within: Interval): Interval[] {
  return joinedIntervals(intervals).flatMap(({ from, to }) => {
    const [first, last] = [Math.max(from, within.from), Math.min(to, within.to)]
    return last > first ? [{ from: first, to: last }] : []
  })
}

/** Whole minutes, half a minute up: what exports themselves round. */
export function wholeMinutes(seconds: number): number {
  return Math.round(seconds / 60)
}
