/** The median of `times` runs of the work, in milliseconds; the first, cold run is not counted. */
export async function medianOf(times: number, work: () => unknown): Promise<number> {
  await work()
  const taken: number[] = []
  for (let run = 0; run < times; run += 1) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return percentile(taken, 0.5)
}

/** The value below which `share` (0 to 1) of the figures lie. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** One line of the report: what was measured, the figure, and what it is held against. */
export function report(what: string, figure: string, beside = ''): void {
  console.log(`${what.padEnd(56)} ${figure.padStart(14)}${beside === '' ? '' : `   ${beside}`}`)
}
