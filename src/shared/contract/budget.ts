import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { cents, currency } from './agreements.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'
import { reportFormat } from './reports.ts'

/** An item of the budget: what is planned, for an edition, by an agreement. */
export const budgetLineFields = z.strictObject({
  editionId: id.nullable(),
  agreementId: id.nullable(),
  agreementItemId: id.nullable(),
  /** "Honorarios", "Pasajes y viáticos", "Materiales". */
  category: optionalText(120),
  concept: text(300),
  plannedCents: cents,
  currency,
})
export const budgetLine = budgetLineFields.extend({ id, position: z.number().int(), removedAt: z.string().nullable() })

export const expenseFields = z.strictObject({ spentOn: isoDate, amountCents: cents, currency, supplier: optionalText(200), /** Factura, recibo, orden de servicio, SIAF. */ document: optionalText(120), note: optionalText(500) })
export const expense = expenseFields.extend({ id, budgetLineId: id, removedAt: z.string().nullable() })

/** Soles for one unit of the currency from that day on, as decimal text (`3.752`): nothing is lost to binary fractions. */
export const rateFields = z.strictObject({ currency, since: isoDate, soles: z.string().regex(/^\d{1,9}(\.\d{1,8})?$/), source: optionalText(200) })
export const exchangeRate = rateFields.extend({ id, removedAt: z.string().nullable() })

const lineSeen = budgetLine.omit({ removedAt: true, position: true }).extend({
  editionName: z.string().nullable(),
  agreementTitle: z.string().nullable(),
  /** In the line's currency; those in a currency without a rate on their day stay out and are named. */
  spentCents: z.number().int(),
  percent: z.number().nullable(),
  /** The line in each currency of the sums, in their order; null where a rate is missing for what is planned. */
  inSums: z.array(z.strictObject({ currency: z.string(), plannedCents: z.number().int().nullable(), spentCents: z.number().int() })),
  expenses: z.array(expense.omit({ removedAt: true, budgetLineId: true })),
})

/** Sums in one currency; the people are the unique participants, not withdrawn, of the editions. */
const sums = z.strictObject({ currency: z.string(), plannedCents: z.number().int(), spentCents: z.number().int(), percent: z.number().nullable(), people: z.number().int(), costPerPersonCents: z.number().int().nullable() })

export const budget = {
  /** Lines of an edition, of an agreement, or both; with sums in soles and in the agreement's currency. */
  list: query({
    input: z.strictObject({ editionId: id.optional(), agreementId: id.optional() }),
    output: z.strictObject({ lines: z.array(lineSeen), sums: z.array(sums), /** Currencies without a rate, with the days that would need one, as sentences. */ missing: z.array(z.string()) }),
    reads: ['budget', 'agreements', 'programmes', 'enrolments'],
  }),
  saveLine: command({ input: z.strictObject({ id: id.nullable(), fields: budgetLineFields }), output: saved, changes: ['budget'] }),
  /** Refused while it has expenses. */
  removeLine: command({ input: z.strictObject({ id }), output: saved, changes: ['budget'] }),
  saveExpense: command({ input: z.strictObject({ budgetLineId: id, id: id.nullable(), fields: expenseFields }), output: saved, changes: ['budget'] }),
  removeExpense: command({ input: z.strictObject({ id }), output: saved, changes: ['budget'] }),
  rates: query({ input: z.strictObject({}), output: z.array(exchangeRate.omit({ removedAt: true })), reads: ['budget'] }),
  /** Refused when the same currency has one on that day, and for soles. */
  saveRate: command({ input: z.strictObject({ id: id.nullable(), fields: rateFields }), output: saved, changes: ['budget'] }),
  removeRate: command({ input: z.strictObject({ id }), output: saved, changes: ['budget'] }),
  report: job({ input: z.strictObject({ editionId: id.optional(), agreementId: id.optional(), format: reportFormat }), output: fileRef, changes: [] }),
}
