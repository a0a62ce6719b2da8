/** Currencies that Peru's funders pay in, the usual ones first: ISO 4217 codes. Their names are `budget.currencyName`. */
export const usualCurrencies = ['PEN', 'USD', 'EUR', 'KRW', 'CAD', 'CHF', 'GBP', 'JPY', 'SEK', 'NOK', 'CNY', 'AUD', 'BRL', 'BOB', 'CLP', 'COP', 'MXN'] as const

/** Those that nobody counts in hundredths: they are shown whole. Amounts are kept in hundredths all the same. */
const WHOLE: ReadonlySet<string> = new Set(['KRW', 'JPY', 'CLP', 'PYG', 'VND', 'ISK'])

/** How an amount begins on paper; other currencies begin with their code. */
const SIGNS: Readonly<Record<string, string>> = { PEN: 'S/', USD: 'US$', EUR: '€' }

/** Decimals that are shown of a currency: 2, or 0 where nobody counts in hundredths. */
export function shownDecimals(currency: string): 0 | 2 {
  return WHOLE.has(currency) ? 0 : 2
}

/** What stands before an amount: `S/`, `US$`, `€`, else the code. */
export function currencySign(currency: string): string {
  return SIGNS[currency] ?? currency
}

/** Soles for one unit of a currency from a day on, as decimal text. */
export interface Rate {
  readonly currency: string
  /** YYYY-MM-DD. */
  readonly since: string
  readonly soles: string
}

/** The rate in force on a day: the latest `since` that is not after it. One for soles always. Null where nobody wrote one. */
export function rateOn(rates: readonly Rate[], currency: string, day: string): string | null {
  if (currency === 'PEN') return '1'
  let found: Rate | null = null
  for (const rate of rates) if (rate.currency === currency && rate.since <= day && (found === null || rate.since > found.since)) found = rate
  return found?.soles ?? null
}

/**
 * An amount in hundredths of one currency as hundredths of another, by their rates in soles; half a hundredth goes away from zero.
 * No binary fraction takes part: 0.1 + 0.2 is 0.3. Throws RangeError for a rate that is none.
 */
export function convertCents(cents: number, fromRate: string, toRate: string): number {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not whole cents: ${cents}`)
  const [from, to] = [fraction(fromRate), fraction(toRate)]
  if (to.digits === 0n) throw new RangeError(`no rate: ${toRate}`)
  const above = BigInt(Math.abs(cents)) * from.digits * to.scale
  const below = from.scale * to.digits
  const rounded = (above * 2n + below) / (below * 2n)
  const sign = cents < 0 && rounded !== 0n ? -1 : 1
  return sign * Number(rounded)
}

function fraction(text: string): { readonly digits: bigint; readonly scale: bigint } {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new RangeError(`not a decimal: ${text}`)
  const decimals = match[2] ?? ''
  return { digits: BigInt(`${match[1] ?? ''}${decimals}`), scale: 10n ** BigInt(decimals.length) }
}
