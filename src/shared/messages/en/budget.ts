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
  'budget.lineMissing': 'That budget line is no longer there.',
  'budget.expenseMissing': 'That expense is no longer there.',
  'budget.rateMissing': 'That exchange rate is no longer there.',
  'budget.expenseLost': (p: { concept: string }) => `The expense would go back to the line “${p.concept}”, which was removed, and would be seen nowhere. Bring the line back first; the expense stays as it was.`,
  'budget.lineHasExpenses': (p: { concept: string; n: number }) => `“${p.concept}” has ${p.n === 1 ? 'an expense' : `${p.n} expenses`}. Remove the expenses first; the line stays as it was.`,
  'budget.lineOfNothing': 'Say which edition the line is for, or which agreement pays it. Nothing was saved.',
  'budget.notPaid': 'That agreement does not pay that edition: add it to the agreement first. Nothing was saved.',
  'budget.itemOfAnother': (p: { name: string }) => `“${p.name}” belongs to another agreement. Nothing was saved.`,
  'budget.spentLater': 'The day of the expense has not come yet. Correct it; nothing was saved.',
  'budget.rateOfSoles': 'The sol has no exchange rate: it is the currency everything is counted in. Nothing was saved.',
  'budget.rateThere': (p: { name: string; day: string; soles: string }) => `There is already an exchange rate for ${p.name} since ${p.day}: ${p.soles}. Change that one; nothing was saved.`,
  'budget.rateOfNothing': 'An exchange rate cannot be zero. Nothing was saved.',
  'budget.rateTooHigh': (p: { soles: string; most: number }) => `${p.soles} soles for one unit is too much: no currency is worth more than ${p.most} soles. Is the decimal point missing? Nothing was saved.`,
  'budget.report': 'Budget',
  'budget.concept': 'Item',
  'budget.category': 'Category',
  'budget.noCategory': 'No category',
  'budget.edition': 'Edition',
  'budget.paidBy': 'Paid by',
  'budget.ownMoney': 'The office itself',
  'budget.currency': 'Currency',
  'budget.planned': 'Planned',
  'budget.spent': 'Spent',
  'budget.plannedIn': (p: { currency: string }) => `Planned (${p.currency === 'PEN' ? 'S/' : p.currency})`,
  'budget.spentIn': (p: { currency: string }) => `Spent (${p.currency === 'PEN' ? 'S/' : p.currency})`,
  'budget.costPerPersonIn': (p: { currency: string }) => `Cost per person (${p.currency === 'PEN' ? 'S/' : p.currency})`,
  'budget.percent': '% spent',
  'budget.expenses': 'Expenses',
  'budget.people': 'Participants',
  'budget.missing': 'Left out of the sums',
  'budget.byCategory': 'By category, in whole soles',
} as const satisfies Catalogue
