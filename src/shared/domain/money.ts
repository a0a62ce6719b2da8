import { currencySign, shownDecimals } from './currencies.ts'
import { groupedNumber } from './numbers.ts'

/**
 * An amount from integer hundredths as Peru writes it (CLDR es-PE): `S/ 1,250.00`, `US$ 30.50`, `€ 8.00`; negative `-S/ 5.00`.
 * A currency that nobody counts in hundredths is shown whole: `KRW 1,250,000`. Throws RangeError for what is no whole cents.
 */
export function formatMoney(cents: number, currency = 'PEN'): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not whole cents: ${cents}`)
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = Math.abs(cents) % 100
  const decimals = shownDecimals(currency) === 0 && rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`
  return `${cents < 0 ? '-' : ''}${currencySign(currency)} ${groupedNumber(whole)}${decimals}`
}

/**
 * Integer cents from a text as people write money: `S/ 1,250.00`, `S/. 1250`, `1250.5`, `1 250,50`, `PEN 30`; with another
 * currency asked for, with its sign or code: `€ 1.250,50`, `30 USD`. A lone separator before three digits separates
 * thousands. Null for what is no amount, says another currency, or has more than two decimals.
 */
export function parseMoney(text: string | number, currency = 'PEN'): number | null {
  if (typeof text === 'number') return centsOf(text)
  const clean = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const word = WORDS[currency] ?? currency
  const match = new RegExp(`^(-|\\()?\\s*(?:${word})?\\s*(-)?\\s*([\\d.,' ]*\\d)\\s*(?:${word})?\\s*(\\))?$`, 'i').exec(clean)
  if (!match || (match[1] === '(') !== (match[4] === ')')) return null
  const figures = (match[3] ?? '').replace(/[ ']/g, '')
  const negative = match[1] !== undefined || match[2] !== undefined
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(figures) ?? /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(figures)
  if (!parts) return null
  const cents = Number((parts[1] ?? '').replace(/[.,]/g, '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0') || 0)
  return Number.isSafeInteger(cents) ? (negative && cents !== 0 ? -cents : cents) : null
}

/** How people say a currency beside an amount, as a pattern; other currencies are said by their code. */
const WORDS: Readonly<Record<string, string>> = { PEN: 's\\/\\.?|pen|soles', USD: 'us\\$|\\$|usd|d[óo]lares', EUR: '€|eur|euros?', KRW: '₩|krw|wones', GBP: '£|gbp' }

/** A sheet's number: cents that a binary fraction missed by a hair are put right, real thirds of a cent are not. */
function centsOf(soles: number): number | null {
  const cents = Math.round(soles * 100)
  return Number.isSafeInteger(cents) && Math.abs(soles * 100 - cents) < 1e-4 ? (cents === 0 ? 0 : cents) : null
}
