import type { contract } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { KeptLine } from './lines.ts'
import { budgetLinesOf, expensesOf } from './lines.ts'
import type { Exchange } from './rates.ts'
import { exchangeBy, keptRates } from './rates.ts'

export interface BudgetAsked {
  /** Only lines of these editions. */
  readonly editionIds?: readonly string[] | undefined
  /** Only lines that this agreement pays; with `editionIds` too, those that are both. */
  readonly agreementId?: string | undefined
  /** One more currency to sum in, beside soles and those of the agreements: the funder's. */
  readonly currency?: string | null | undefined
  /** Only what was spent in these days; null or left out: without end. */
  readonly from?: string | null
  readonly until?: string | null
  readonly language: Language
  /** YYYY-MM-DD: the day of a plan that says no other. */
  readonly today: string
}

/** Lines with what was planned and spent, their sums in soles first and in each agreement's currency, and what no rate could change. */
export interface Budget extends Readonly<OutputOf<typeof contract.budget.list>> {
  /** Codes of currencies without a rate on a day that needed one. */
  readonly withoutRate: readonly string[]
}
export type LineSeen = Budget['lines'][number]
type Sums = Budget['sums'][number]
type Expense = EntityTables['expenses']

/**
 * The budget of editions, of an agreement, or of the whole office. An expense goes by the rate of its day; what is planned
 * by that of the day its agreement was signed (else began; else the edition began; else today). Each amount is changed and
 * rounded by itself, so that what is seen adds up. Throws `refused` for sums beyond what can be counted.
 */
export async function budgetOf(db: Reader, asked: BudgetAsked): Promise<Budget> {
  const lines = await budgetLinesOf(db, asked)
  const spent = (await expensesOf(db, lines.map((line) => line.id))).filter(({ spentOn }) => (asked.from ?? spentOn) <= spentOn && spentOn <= (asked.until ?? spentOn))
  const expenses = Map.groupBy(spent, (expense) => expense.budgetLineId)
  const exchange = exchangeBy(await keptRates(db))
  const currencies = await sumCurrencies(db, asked, lines)
  const seen = lines.map((line) => lineSeen({ line, expenses: expenses.get(line.id) ?? [], currencies, exchange, today: asked.today }))
  const people = await peopleOf(db, await editionsOf(db, asked, lines))
  return { lines: seen, sums: currencies.map((currency) => sumOf(currency, seen, people)), missing: exchange.sentences(asked.language), withoutRate: exchange.lacking() }
}

function lineSeen(of: { readonly line: KeptLine; readonly expenses: readonly Expense[]; readonly currencies: readonly string[]; readonly exchange: Exchange; readonly today: string }): LineSeen {
  const { line, expenses, exchange } = of
  const { signedOn, agreementStartsOn, editionStartsOn, ...told } = line
  const planned = { id: line.id, cents: line.plannedCents, currency: line.currency, day: signedOn ?? agreementStartsOn ?? editionStartsOn ?? of.today }
  const spent = (currency: string): number => expenses.reduce((sum, one) => sum + (exchange.inCurrency({ id: one.id, cents: one.amountCents, currency: one.currency, day: one.spentOn }, currency) ?? 0), 0)
  const spentCents = spent(line.currency)
  return {
    ...told,
    spentCents: counted(spentCents),
    percent: percentOf(spentCents, line.plannedCents),
    inSums: of.currencies.map((currency) => ({ currency, plannedCents: exchange.inCurrency(planned, currency), spentCents: counted(spent(currency)) })),
    expenses: expenses.map(({ removedAt: _, budgetLineId: __, ...expense }) => expense),
  }
}

function sumOf(currency: string, lines: readonly LineSeen[], people: number): Sums {
  const parts = lines.flatMap((line) => line.inSums.filter((one) => one.currency === currency))
  const plannedCents = counted(parts.reduce((sum, one) => sum + (one.plannedCents ?? 0), 0))
  const spentCents = counted(parts.reduce((sum, one) => sum + one.spentCents, 0))
  return { currency, plannedCents, spentCents, percent: percentOf(spentCents, plannedCents), people, costPerPersonCents: people === 0 || lines.length === 0 ? null : Math.round(spentCents / people) }
}

/** Spent of what was planned, in percent with two decimals; null where nothing was planned. */
function percentOf(spent: number, planned: number): number | null {
  return planned === 0 ? null : Math.round((spent / planned) * 10_000) / 100
}

const counted = (cents: number): number => (Number.isSafeInteger(cents) ? cents : refuse('budget.tooLarge'))

/** Soles, then the currencies of the agreements that pay, then the one asked for. */
async function sumCurrencies(db: Reader, asked: BudgetAsked, lines: readonly KeptLine[]): Promise<string[]> {
  const agreementIds = new Set(lines.flatMap((line) => line.agreementId ?? []))
  if (asked.agreementId !== undefined) agreementIds.add(asked.agreementId)
  for (const chunk of inChunks(asked.agreementId === undefined ? (asked.editionIds ?? []) : [], 1)) {
    const paying = await db.selectFrom('agreementEditions').select('agreementId').where('editionId', 'in', chunk).where('removedAt', 'is', null).execute()
    for (const one of paying) agreementIds.add(one.agreementId)
  }
  const currencies = new Set(['PEN'])
  for (const chunk of inChunks([...agreementIds], 1)) {
    const rows = await db.selectFrom('agreements').select('currency').where('id', 'in', chunk).where('removedAt', 'is', null).orderBy('currency').execute()
    for (const row of rows) if (row.currency !== null) currencies.add(row.currency)
  }
  if (asked.currency !== undefined && asked.currency !== null) currencies.add(asked.currency)
  return [...currencies]
}

/** The editions whose people the money served: those asked for, else those that the agreement pays and those of the lines. */
async function editionsOf(db: Reader, asked: BudgetAsked, lines: readonly KeptLine[]): Promise<string[]> {
  if (asked.editionIds !== undefined) return [...asked.editionIds]
  const ofLines = lines.flatMap((line) => line.editionId ?? [])
  if (asked.agreementId === undefined) return [...new Set(ofLines)]
  const paid = await db.selectFrom('agreementEditions').select('editionId').where('agreementId', '=', asked.agreementId).where('removedAt', 'is', null).execute()
  return [...new Set([...paid.map((one) => one.editionId), ...ofLines])]
}

/** Unique participants of editions, those who withdrew not among them. */
async function peopleOf(db: Reader, editionIds: readonly string[]): Promise<number> {
  const people = new Set<string>()
  for (const chunk of inChunks(editionIds, 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .innerJoin('editions', 'editions.id', 'cohorts.editionId')
      .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select('enrolments.personId')
      .distinct()
      .where('editions.id', 'in', chunk)
      .where('enrolments.role', '=', 'participant')
      .where('enrolments.state', '<>', 'withdrawn')
      .where('enrolments.removedAt', 'is', null)
      .where('cohorts.removedAt', 'is', null)
      .where('editions.removedAt', 'is', null)
      .where('programmes.removedAt', 'is', null)
      .where('people.removedAt', 'is', null)
      .execute()
    for (const row of rows) people.add(row.personId)
  }
  return people.size
}
