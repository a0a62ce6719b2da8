import type { Catalogue } from '../messages.ts'

const names: Readonly<Record<string, string>> = {
  PEN: 'soles', USD: 'dólares de Estados Unidos', EUR: 'euros', KRW: 'wones de Corea', CAD: 'dólares de Canadá', CHF: 'francos suizos', GBP: 'libras esterlinas', JPY: 'yenes', SEK: 'coronas suecas', NOK: 'coronas noruegas',
  CNY: 'yuanes', AUD: 'dólares de Australia', BRL: 'reales de Brasil', BOB: 'bolivianos', CLP: 'pesos de Chile', COP: 'pesos de Colombia', MXN: 'pesos de México',
}

/** What is planned and spent, by edition and by agreement, and the rates between currencies. */
export const budget = {
  /** The name of a currency by its code; the code itself where it has none here. */
  'budget.currencyName': (p: { code: string }) => names[p.code] ?? p.code,
  'budget.withoutRate': (p: { name: string; first: string; last: string; days: number; amounts: readonly string[] }) =>
    `Falta el tipo de cambio de ${p.name} ${p.days === 1 ? `al ${p.first}` : `para ${p.days} días, del ${p.first} al ${p.last}`}: ${p.amounts.join(' y ')} no se ${p.amounts.length === 1 ? 'pudo' : 'pudieron'} convertir y no ${p.amounts.length === 1 ? 'está' : 'están'} en las sumas de otra moneda. Registre el que regía desde el ${p.first}.`,
  'budget.tooLarge': 'Las sumas de este presupuesto son demasiado grandes para contarse. Revise los montos y los tipos de cambio; nada se perdió.',
} as const satisfies Catalogue
