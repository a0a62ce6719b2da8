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
  'budget.lineMissing': 'Esa línea del presupuesto ya no existe.',
  'budget.expenseMissing': 'Ese gasto ya no existe.',
  'budget.rateMissing': 'Ese tipo de cambio ya no existe.',
  'budget.expenseLost': (p: { concept: string }) => `El gasto volvería a la línea «${p.concept}», que ya se quitó, y no se vería en ninguna parte. Devuelva primero la línea; el gasto sigue como estaba.`,
  'budget.lineHasExpenses': (p: { concept: string; n: number }) => `«${p.concept}» tiene ${p.n === 1 ? 'un gasto' : `${p.n} gastos`}. Quite primero los gastos; la línea sigue como estaba.`,
  'budget.lineOfNothing': 'Diga de qué edición es la línea, o qué convenio la paga. No se guardó nada.',
  'budget.notPaid': 'Ese convenio no paga esa edición: agréguela primero al convenio. No se guardó nada.',
  'budget.itemOfAnother': (p: { name: string }) => `«${p.name}» es de otro convenio. No se guardó nada.`,
  'budget.spentLater': 'La fecha del gasto aún no llega. Corríjala; no se guardó nada.',
  'budget.rateOfSoles': 'El sol no tiene tipo de cambio: es la moneda en que se cuenta. No se guardó nada.',
  'budget.rateThere': (p: { name: string; day: string; soles: string }) => `Ya hay un tipo de cambio de ${p.name} desde el ${p.day}: ${p.soles}. Cambie ese; no se guardó nada.`,
  'budget.rateOfNothing': 'El tipo de cambio no puede ser cero. No se guardó nada.',
  'budget.rateTooHigh': (p: { soles: string; most: number }) => `${p.soles} soles por una unidad es demasiado: ninguna moneda vale más de ${p.most} soles. ¿Falta el punto decimal? No se guardó nada.`,
  'budget.report': 'Presupuesto',
  'budget.concept': 'Concepto',
  'budget.category': 'Rubro',
  'budget.noCategory': 'Sin rubro',
  'budget.edition': 'Edición',
  'budget.paidBy': 'Quién paga',
  'budget.ownMoney': 'La propia entidad',
  'budget.currency': 'Moneda',
  'budget.planned': 'Presupuestado',
  'budget.spent': 'Ejecutado',
  'budget.plannedIn': (p: { currency: string }) => `Presupuestado (${p.currency === 'PEN' ? 'S/' : p.currency})`,
  'budget.spentIn': (p: { currency: string }) => `Ejecutado (${p.currency === 'PEN' ? 'S/' : p.currency})`,
  'budget.costPerPersonIn': (p: { currency: string }) => `Costo por persona (${p.currency === 'PEN' ? 'S/' : p.currency})`,
  'budget.percent': '% ejecutado',
  'budget.expenses': 'Gastos',
  'budget.people': 'Participantes',
  'budget.missing': 'Fuera de las sumas',
  'budget.byCategory': 'Por rubro, en soles enteros',
} as const satisfies Catalogue
