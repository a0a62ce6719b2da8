import type { Gives } from '../../api.ts'

export type FrameSeen = Gives<'frames.get'>
export type Indicator = FrameSeen['indicators'][number]
export type Result = FrameSeen['results'][number]
export type Period = FrameSeen['periods'][number]
export type FigureRow = Gives<'indicators.figures'>['rows'][number]
export type Figure = FigureRow['figures'][number]

/** A line of the matrix: a result as heading (null: indicators under none), or an indicator under it. */
export type FrameLine = { readonly kind: 'result'; readonly result: Result | null } | { readonly kind: 'indicator'; readonly indicator: Indicator }

/** Results in their order, each with its indicators in theirs; those under no result come last, under a heading only where there are results. */
export function frameLines(seen: Pick<FrameSeen, 'results' | 'indicators'>): readonly FrameLine[] {
  const ordered = seen.indicators.toSorted((one, other) => one.position - other.position)
  const results = seen.results.toSorted((one, other) => one.position - other.position)
  const known = new Set(results.map((one) => one.id))
  const under = (result: Result | null): FrameLine[] =>
    ordered.filter((one) => (result === null ? one.resultId === null || !known.has(one.resultId) : one.resultId === result.id)).map((indicator) => ({ kind: 'indicator', indicator }))
  const loose = under(null)
  return [
    ...results.flatMap((result): FrameLine[] => [{ kind: 'result', result }, ...under(result)]),
    ...(loose.length > 0 && results.length > 0 ? [{ kind: 'result' as const, result: null }] : []),
    ...loose,
  ]
}

/** The ids of all indicators with one moved among those under the same result; undefined where it stands at the end already. */
export function movedIds(seen: Pick<FrameSeen, 'results' | 'indicators'>, id: string, by: -1 | 1): string[] | undefined {
  const ids = frameLines(seen).flatMap((line) => (line.kind === 'indicator' ? [line.indicator] : []))
  const at = ids.findIndex((one) => one.id === id)
  const [moved, other] = [ids[at], ids[at + by]]
  if (moved === undefined || other === undefined || moved.resultId !== other.resultId) return undefined
  const order = ids.map((one) => one.id)
  order[at] = other.id
  order[at + by] = moved.id
  return order
}

/** "1.1 Servidores capacitados". */
export function indicatorTitle(indicator: { readonly code: string | null; readonly name: string }): string {
  return indicator.code === null ? indicator.name : `${indicator.code} ${indicator.name}`
}

export function resultTitle(result: { readonly code: string | null; readonly text: string }): string {
  return result.code === null ? result.text : `${result.code} ${result.text}`
}

/** How many cells of a line the keyboard walks through: its name, and two a period and of the total. */
export function cellCount(periods: number): number {
  return 1 + 2 * (periods + 1)
}
