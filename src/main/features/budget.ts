import type { contract } from '../../shared/contract/index.ts'
import { formatDate } from '../../shared/domain/dates.ts'
import { say } from '../../shared/messages/messages.ts'
import type { ParsedInputOf } from '../../shared/rpc/define.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { isTaken } from '../db/queries.ts'
import { agreementOf } from './agreements/records.ts'
import { budgetReport } from './budget/report.ts'
import { budgetOf } from './budget/sums.ts'
import { live } from './live.ts'
import { editionOf } from './programmes/records.ts'

type LineFields = ParsedInputOf<typeof contract.budget.saveLine>['fields']

export const budget: Handlers<typeof contract.budget> = {
  list: async ({ db, language, today }, { editionId, agreementId }) => {
    const { withoutRate: _, ...seen } = await budgetOf(db, { editionIds: editionId === undefined ? undefined : [editionId], agreementId, language, today: today() })
    return seen
  },
  saveLine: async ({ db }, { id, fields }) => {
    await checkLine(db, fields)
    if (id !== null) {
      await live(db, 'budgetLines', id, 'budget.lineMissing')
      await db.change('budgetLines', id, fields)
      return { id, act: db.act }
    }
    const last = await db.selectFrom('budgetLines').select('position').where('removedAt', 'is', null).orderBy('position', 'desc').limit(1).executeTakeFirst()
    const [made = ''] = await db.add('budgetLines', [{ ...fields, position: last === undefined ? 0 : last.position + 1 }])
    return { id: made, act: db.act }
  },
  removeLine: async ({ db }, { id }) => {
    const line = await live(db, 'budgetLines', id, 'budget.lineMissing')
    const expenses = await db.selectFrom('expenses').select('id').where('budgetLineId', '=', id).where('removedAt', 'is', null).execute()
    if (expenses.length > 0) refuse('budget.lineHasExpenses', { concept: line.concept, n: expenses.length })
    await db.remove('budgetLines', id)
    return { id, act: db.act }
  },
  saveExpense: async ({ db, today }, { budgetLineId, id, fields }) => {
    await live(db, 'budgetLines', budgetLineId, 'budget.lineMissing')
    if (fields.spentOn > today()) refuse('budget.spentLater')
    if (id !== null) {
      await live(db, 'expenses', id, 'budget.expenseMissing')
      await db.change('expenses', id, { ...fields, budgetLineId })
      return { id, act: db.act }
    }
    const [made = ''] = await db.add('expenses', [{ ...fields, budgetLineId }])
    return { id: made, act: db.act }
  },
  removeExpense: async ({ db }, { id }) => {
    await live(db, 'expenses', id, 'budget.expenseMissing')
    await db.remove('expenses', id)
    return { id, act: db.act }
  },
  rates: async ({ db }) => {
    const rates = await db.selectFrom('exchangeRates').selectAll().where('removedAt', 'is', null).orderBy('currency').orderBy('since', 'desc').execute()
    return rates.map(({ removedAt: _, ...rate }) => rate)
  },
  saveRate: async ({ db, language }, { id, fields }) => {
    const name = say(language, 'budget.currencyName', { code: fields.currency })
    if (fields.currency === 'PEN') refuse('budget.rateOfSoles')
    const soles = plainRate(fields.soles)
    const same = await db.selectFrom('exchangeRates').select(['id', 'soles']).where('currency', '=', fields.currency).where('since', '=', fields.since).where('removedAt', 'is', null).executeTakeFirst()
    if (same !== undefined && same.id !== id) refuse('budget.rateThere', { name, day: formatDate(fields.since), soles: same.soles })
    if (id !== null) {
      await live(db, 'exchangeRates', id, 'budget.rateMissing')
      await db.change('exchangeRates', id, { ...fields, soles })
      return { id, act: db.act }
    }
    const added = await db.add('exchangeRates', [{ ...fields, soles }]).catch((error: unknown) => {
      if (isTaken(error)) refuse('budget.rateThere', { name, day: formatDate(fields.since), soles })
      throw error
    })
    return { id: added[0] ?? '', act: db.act }
  },
  removeRate: async ({ db }, { id }) => {
    await live(db, 'exchangeRates', id, 'budget.rateMissing')
    await db.remove('exchangeRates', id)
    return { id, act: db.act }
  },
  report: (context, asked) => budgetReport(context, asked),
}

/** No currency of the world is worth so many soles: who writes more forgot the point. */
const MOST_SOLES = 100

/** The rate without zeros that say nothing. Throws `refused` for nothing, and for more than any currency is worth. */
function plainRate(soles: string): string {
  const [whole = '', decimals = ''] = soles.split('.')
  const tidy = decimals.replace(/0+$/, '')
  if (/^0*$/.test(whole + tidy)) refuse('budget.rateOfNothing')
  if (Number(soles) > MOST_SOLES) refuse('budget.rateTooHigh', { soles, most: MOST_SOLES })
  const plain = whole.replace(/^0+(?=\d)/, '')
  return tidy === '' ? plain : `${plain}.${tidy}`
}

/** Throws `refused` for a line of nothing, of an edition that its agreement does not pay, or of an item of another agreement. */
async function checkLine(db: Reader, { editionId, agreementId, agreementItemId }: LineFields): Promise<void> {
  if (editionId === null && agreementId === null) refuse('budget.lineOfNothing')
  if (editionId !== null) await editionOf(db, editionId)
  if (agreementId !== null) await agreementOf(db, agreementId)
  if (editionId !== null && agreementId !== null) {
    const paid = await db.selectFrom('agreementEditions').select('id').where('agreementId', '=', agreementId).where('editionId', '=', editionId).where('removedAt', 'is', null).executeTakeFirst()
    if (paid === undefined) refuse('budget.notPaid')
  }
  if (agreementItemId === null) return
  const item = await live(db, 'agreementItems', agreementItemId, 'agreements.itemMissing')
  if (item.agreementId !== agreementId) refuse('budget.itemOfAnother', { name: item.name })
}
