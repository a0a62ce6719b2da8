import type { Catalogue } from '../messages.ts'

const names: Readonly<Record<string, string>> = {
  PEN: 'soles', USD: 'US dollars', EUR: 'euros', KRW: 'Korean won', CAD: 'Canadian dollars', CHF: 'Swiss francs', GBP: 'pounds sterling', JPY: 'yen', SEK: 'Swedish kronor', NOK: 'Norwegian kroner',
  CNY: 'yuan', AUD: 'Australian dollars', BRL: 'Brazilian reais', BOB: 'bolivianos', CLP: 'Chilean pesos', COP: 'Colombian pesos', MXN: 'Mexican pesos',
}

/** What is planned and spent, by edition and by agreement, and the rates between currencies. */
export const budget = {
  /** The name of a currency by its code; the code itself where it has none here. */
  'budget.currencyName': (p: { code: string }) => names[p.code] ?? p.code,
  'budget.withoutRate': (p: { name: string; first: string; last: string; days: number; amounts: readonly string[] }) =>
    `There is no exchange rate for ${p.name} ${p.days === 1 ? `on ${p.first}` : `on ${p.days} days, from ${p.first} to ${p.last}`}: ${p.amounts.join(' and ')} could not be converted and ${p.amounts.length === 1 ? 'is' : 'are'} not in the sums of another currency. Record the one in force since ${p.first}.`,
  'budget.tooLarge': 'The sums of this budget are too large to be counted. Check the amounts and the exchange rates; nothing was lost.',
} as const satisfies Catalogue
