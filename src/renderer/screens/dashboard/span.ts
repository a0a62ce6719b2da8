import { replace } from '../../router.ts'

/** What the overview is asked of, as it stands in the address: programme, and a year or days. */
export interface Span {
  readonly programmeId: string | null
  readonly from: string | null
  readonly until: string | null
}

type Params = Readonly<Record<string, string>>
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function spanOf(params: Params): Span {
  const day = (text: string | undefined): string | null => (text !== undefined && DAY.test(text) ? text : null)
  return { programmeId: params['programa'] ?? null, from: day(params['desde']), until: day(params['hasta']) }
}

/** The year of which the span is all the days; null for any other span. */
export function yearOf({ from, until }: Span): string | null {
  const year = from?.slice(0, 4)
  return year !== undefined && from === `${year}-01-01` && until === `${year}-12-31` ? year : null
}

/** The same address with some of it changed; null takes a part away. */
export function paramsWith(params: Params, change: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...params, ...change }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))
}

export function narrow(params: Params, change: Readonly<Record<string, string | null>>): void {
  replace('outcomes', [], paramsWith(params, change))
}
