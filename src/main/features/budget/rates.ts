import type { Rate } from '../../../shared/domain/currencies.ts'
import { convertCents, rateOn } from '../../../shared/domain/currencies.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'

/** An amount of a day: an expense, or what is planned at the day by which its rate goes. */
export interface DatedAmount {
  /** Of the expense or the line: what is left out of several sums is said once. */
  readonly id: string
  readonly cents: number
  readonly currency: string
  /** YYYY-MM-DD. */
  readonly day: string
}

/** Every rate that the office wrote. */
export function keptRates(db: Reader): Promise<Rate[]> {
  return db.selectFrom('exchangeRates').select(['currency', 'since', 'soles']).where('removedAt', 'is', null).orderBy('currency').orderBy('since').execute()
}

/** Changes amounts from one currency to another at the rate of their day, and remembers what no rate could change. */
export interface Exchange {
  /** In hundredths of `to`, or null where a rate is missing on that day: nothing is guessed. */
  inCurrency(amount: DatedAmount, to: string): number | null
  /** Currencies without a rate on a day that needed one, in order. */
  lacking(): string[]
  /** A sentence for each of them: since which day, and what was left out. */
  sentences(language: Language): string[]
}

interface LeftOut {
  readonly currency: string
  readonly amount: DatedAmount
}

export function exchangeBy(rates: readonly Rate[]): Exchange {
  const left = new Map<string, LeftOut>()
  const rate = (currency: string, amount: DatedAmount): string | null => {
    const found = rateOn(rates, currency, amount.day)
    if (found === null) left.set(`${currency} ${amount.id}`, { currency, amount })
    return found
  }
  const lacking = (): string[] => [...new Set([...left.values()].map((one) => one.currency))].toSorted(byText)
  return {
    inCurrency: (amount, to) => {
      if (amount.currency === to || amount.cents === 0) return amount.cents
      const [from, into] = [rate(amount.currency, amount), rate(to, amount)]
      if (from === null || into === null) return null
      const cents = convertCents(amount.cents, from, into)
      return Number.isSafeInteger(cents) ? cents : refuse('budget.tooLarge')
    },
    lacking,
    sentences: (language) => lacking().map((currency) => sentence(language, currency, [...left.values()].filter((one) => one.currency === currency).map((one) => one.amount))),
  }
}

function sentence(language: Language, currency: string, amounts: readonly DatedAmount[]): string {
  const days = [...new Set(amounts.map((one) => one.day))].toSorted(byText)
  const sums = Map.groupBy(amounts, (one) => one.currency)
  const told = [...sums].map(([code, some]) => formatMoney(some.reduce((sum, one) => sum + one.cents, 0), code))
  return say(language, 'budget.withoutRate', { name: say(language, 'budget.currencyName', { code: currency }), first: formatDate(days[0] ?? null), last: formatDate(days.at(-1) ?? null), days: days.length, amounts: told })
}
