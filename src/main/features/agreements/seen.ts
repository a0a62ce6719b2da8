import type { contract } from '../../../shared/contract/index.ts'
import { termsOn } from '../../../shared/domain/agreements.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { budgetLinesOf, expensesOf } from '../budget/lines.ts'
import { exchangeBy, keptRates } from '../budget/rates.ts'
import { budgetOf } from '../budget/sums.ts'
import type { Agreement, PaidEdition } from './records.ts'
import { addendaOf, agreementOf, itemsOf, paidEditions, partiesOf } from './records.ts'
import type { Given } from './used.ts'
import { givenIn } from './used.ts'

export type AgreementSeen = OutputOf<typeof contract.agreements.get>
type ItemSeen = AgreementSeen['items'][number]

export interface Moment {
  readonly language: Language
  readonly today: string
}

/** An agreement with everything that is told of it. Throws `missing`. */
export async function agreementSeen(db: Reader, id: string, { language, today }: Moment): Promise<AgreementSeen> {
  const { searchKey: _, sortKey: __, removedAt: ___, ...agreement } = await agreementOf(db, id)
  const addenda = await addendaOf(db, [id])
  const terms = termsOn(agreement, addenda, today)
  const paid = await paidEditions(db, { agreementId: id })
  const given = await givenIn(db, paid.map((one) => one.editionId), today)
  const others = (await paidEditions(db, { editionIds: paid.map((one) => one.editionId) })).filter((one) => one.agreementId !== id)
  const spent = await spentByItem(db, agreement)
  return {
    agreement,
    inForce: terms,
    parties: (await partiesOf(db, [id])).map(({ agreementId: ____, ...party }) => party),
    items: (await itemsOf(db, id)).map((item) => itemSeen(item, { paid, given, spent: spent.get(item.id) ?? null })),
    addenda: addenda.map(({ removedAt: ____, agreementId: _____, ...one }) => one),
    editions: paid.map((one) => editionSeen(one, others, given(one.editionId))),
    predecessor: agreement.predecessorId === null ? null : ((await titled(db, 'id', agreement.predecessorId))[0] ?? null),
    successors: await titled(db, 'predecessorId', id),
    money: await moneyOf(db, { agreement, amountCents: terms.amountCents, language, today }),
  }
}

function editionSeen(one: PaidEdition, others: readonly PaidEdition[], { participants, sessions }: Given): AgreementSeen['editions'][number] {
  const { id, editionId, programmeName, editionName, sharePercent } = one
  const otherShares = others.filter((other) => other.editionId === editionId).map((other) => ({ agreementId: other.agreementId, title: other.agreementTitle, sharePercent: other.sharePercent }))
  return { id, editionId, programmeName, editionName, sharePercent, otherShares, participants, sessions }
}

interface Use {
  readonly paid: readonly PaidEdition[]
  readonly given: (editionId: string) => Given
  /** In the agreement's currency. */
  readonly spent: number | null
}

function itemSeen(item: EntityTables['agreementItems'], { paid, given, spent }: Use): ItemSeen {
  const { id, kind, name, quantity, unit, amountCents } = item
  const of = (amount: (one: Given, edition: PaidEdition) => number): number => hundredths(paid.reduce((sum, one) => sum + amount(given(one.editionId), one) * one.sharePercent, 0) / 100)
  const used = kind === 'seats' ? of((one) => one.participants) : kind === 'sessions' ? of((one) => one.sessions) : kind === 'hours' ? of((one, edition) => one.minutes / edition.minutesPerHour) : null
  return {
    id, kind, name, quantity, unit, amountCents, used,
    usedCents: spent,
    balance: used === null || quantity === null ? null : hundredths(quantity - used),
    balanceCents: spent === null || amountCents === null ? null : amountCents - spent,
  }
}

/** To two decimals: a third of a place is 0.33. */
const hundredths = (value: number): number => Math.round(value * 100) / 100

/** What was spent on the budget lines tied to each item, in the agreement's currency; what has no rate is said where the money is. */
async function spentByItem(db: Reader, agreement: Pick<Agreement, 'id' | 'currency'>): Promise<ReadonlyMap<string, number>> {
  const lines = (await budgetLinesOf(db, { agreementId: agreement.id })).flatMap(({ id, agreementItemId }) => (agreementItemId === null ? [] : [{ id, agreementItemId }]))
  const exchange = exchangeBy(await keptRates(db))
  const spent = new Map(lines.map((line) => [line.agreementItemId, 0]))
  for (const one of await expensesOf(db, lines.map((line) => line.id))) {
    const item = lines.find((line) => line.id === one.budgetLineId)?.agreementItemId ?? ''
    const cents = exchange.inCurrency({ id: one.id, cents: one.amountCents, currency: one.currency, day: one.spentOn }, agreement.currency ?? 'PEN')
    spent.set(item, (spent.get(item) ?? 0) + (cents ?? 0))
  }
  return spent
}

function titled(db: Reader, column: 'id' | 'predecessorId', id: string): Promise<{ id: string; title: string }[]> {
  return db.selectFrom('agreements').select(['id', 'title']).where(column, '=', id).where('removedAt', 'is', null).orderBy('startsOn').orderBy('sortKey').orderBy('id').execute()
}

/** Planned, spent and what is left of the amount, in the agreement's currency. */
async function moneyOf(db: Reader, of: Moment & { readonly agreement: Pick<Agreement, 'id' | 'currency'>; readonly amountCents: number | null }): Promise<AgreementSeen['money']> {
  const currency = of.agreement.currency ?? 'PEN'
  const { sums, withoutRate } = await budgetOf(db, { agreementId: of.agreement.id, language: of.language, today: of.today })
  const sum = sums.find((one) => one.currency === currency)
  const spentCents = sum?.spentCents ?? 0
  return { plannedCents: sum?.plannedCents ?? 0, spentCents, balanceCents: of.amountCents === null ? null : of.amountCents - spentCents, currency, withoutRate: [...withoutRate] }
}
