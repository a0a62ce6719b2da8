import { groupedNumber } from './numbers.ts'

/** Soles from integer cents as Peru writes them (CLDR es-PE): `S/ 1,250.00`; negative `-S/ 5.00`. Throws RangeError for what is no whole cents. */
export function formatMoney(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not whole cents: ${cents}`)
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = String(Math.abs(cents) % 100).padStart(2, '0')
  return `${cents < 0 ? '-' : ''}S/ ${groupedNumber(whole)}.${rest}`
}

/**
 * Integer cents from a text as people write soles: `S/ 1,250.00`, `S/. 1250`, `1250.5`, `1 250,50`, `PEN 30`.
 * A lone separator before three digits separates thousands. Null for what is no amount, or has more than two decimals.
 */
export function parseMoney(text: string | number): number | null {
  if (typeof text === 'number') return centsOf(text)
  const clean = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const match = /^(-|\()?\s*(?:s\/\.?|pen|soles)?\s*(-)?\s*([\d.,' ]*\d)\s*(?:soles|pen)?\s*(\))?$/i.exec(clean)
  if (!match || (match[1] === '(') !== (match[4] === ')')) return null
  const figures = (match[3] ?? '').replace(/[ ']/g, '')
  const negative = match[1] !== undefined || match[2] !== undefined
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(figures) ?? /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(figures)
  if (!parts) return null
  const cents = Number((parts[1] ?? '').replace(/[.,]/g, '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0') || 0)
  return Number.isSafeInteger(cents) ? (negative && cents !== 0 ? -cents : cents) : null
}

/** A sheet's number: cents that a binary fraction missed by a hair are put right, real thirds of a cent are not. */
function centsOf(soles: number): number | null {
  const cents = Math.round(soles * 100)
  return Number.isSafeInteger(cents) && Math.abs(soles * 100 - cents) < 1e-4 ? (cents === 0 ? 0 : cents) : null
}
