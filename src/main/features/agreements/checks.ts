import { formatDate } from '../../../shared/domain/dates.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { Addendum, Agreement, PaidEdition } from './records.ts'
import { addendaOf, agreementOf, paidEditions } from './records.ts'

type Fields = Pick<Agreement, 'startsOn' | 'endsOn' | 'amountCents' | 'currency' | 'predecessorId'>

/** Throws `refused` for an end before the start, an amount of no currency, or one that follows itself. */
export async function checkAgreement(db: Reader, fields: Fields, id: string | null): Promise<void> {
  if (fields.startsOn !== null && fields.endsOn !== null && fields.endsOn < fields.startsOn) refuse('agreements.endsBeforeStart')
  if (fields.amountCents !== null && fields.currency === null) refuse('agreements.noCurrency')
  if (fields.predecessorId === null) return
  const before = await agreementOf(db, fields.predecessorId)
  if (id !== null && (await chainOf(db, before)).includes(id)) refuse('agreements.followsItself', { title: before.title })
}

/** Ids of an agreement and of all before it. */
async function chainOf(db: Reader, last: Agreement): Promise<string[]> {
  const chain = [last.id]
  let next = last.predecessorId
  while (next !== null && !chain.includes(next)) {
    chain.push(next)
    next = (await db.selectFrom('agreements').select('predecessorId').where('id', '=', next).executeTakeFirst())?.predecessorId ?? null
  }
  return chain
}

/** Throws `refused` where the addenda would leave the agreement ending before it starts, or with less than nothing. */
export async function checkAddenda(db: Reader, agreement: Agreement): Promise<void> {
  const addenda = await addendaOf(db, [agreement.id])
  const early = addenda.find((one) => one.newEndsOn !== null && agreement.startsOn !== null && one.newEndsOn < agreement.startsOn)
  if (early !== undefined) refuse('agreements.addendumEndsBefore', { end: formatDate(early.newEndsOn), start: formatDate(agreement.startsOn) })
  checkAmounts(agreement, addenda)
}

function checkAmounts({ amountCents, currency }: Agreement, addenda: readonly Addendum[]): void {
  const adding = addenda.filter((one) => (one.addedCents ?? 0) !== 0)
  if (adding.length === 0) return
  if (amountCents === null) return refuse('agreements.addsToNothing')
  let sum = amountCents
  for (const one of adding) {
    sum += one.addedCents ?? 0
    if (sum < 0) refuse('agreements.belowNothing', { day: formatDate(one.signedOn), amount: formatMoney(sum, currency ?? 'PEN') })
  }
}

/** Throws `refused` when what all agreements pay of an edition would come to more than the whole: the sentence names the others. */
export function checkShares(edition: string, others: readonly PaidEdition[], sharePercent: number): void {
  const taken = others.reduce((sum, one) => sum + one.sharePercent, 0)
  if (taken + sharePercent <= 100 + 1e-6) return
  refuse('agreements.sharesTooMuch', { edition, asked: percent(sharePercent), others: others.map((one) => ({ title: one.agreementTitle, share: percent(one.sharePercent) })), left: percent(Math.max(0, 100 - taken)) })
}

/** What others leave of an edition, in percent; where they leave nothing, the whole, which is refused with their names. */
export function shareLeft(others: readonly PaidEdition[]): number {
  const left = Math.round((100 - others.reduce((sum, one) => sum + one.sharePercent, 0)) * 100) / 100
  return left > 0 ? left : 100
}

/** 33.5: two decimals at most, none that say nothing. */
const percent = (value: number): string => String(Math.round(value * 100) / 100)

/** Throws `refused` while something stands on an agreement: it says what, and how many. */
export async function refuseStoodOn(db: Reader, id: string): Promise<void> {
  const editions = (await paidEditions(db, { agreementId: id })).length
  if (editions > 0) refuse('agreements.hasEditions', { n: editions })
  const count = async (table: 'budgetLines' | 'frames' | 'initiatives' | 'resultRows' | 'funderReports'): Promise<number> =>
    (await db.selectFrom(table).select(rowCount().as('n')).where('agreementId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()).n
  const lines = await count('budgetLines')
  if (lines > 0) refuse('agreements.hasBudget', { n: lines })
  const frames = (await count('frames')) + (await count('funderReports'))
  if (frames > 0) refuse('agreements.hasFrames', { n: frames })
  const results = (await count('initiatives')) + (await count('resultRows'))
  if (results > 0) refuse('agreements.hasResults', { n: results })
  const next = await db.selectFrom('agreements').select('title').where('predecessorId', '=', id).where('removedAt', 'is', null).orderBy('sortKey').executeTakeFirst()
  if (next !== undefined) refuse('agreements.hasSuccessor', { title: next.title })
}

/** Throws `refused` where taking an act back left an edition paid more than once over, or agreements that follow each other in a ring. */
export async function refuseBrokenAgreements(db: Reader, touched: (entity: string) => readonly string[]): Promise<void> {
  const editionIds = new Set<string>()
  for (const id of touched('agreementEditions')) {
    const row = await db.selectFrom('agreementEditions').select('editionId').where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()
    if (row !== undefined) editionIds.add(row.editionId)
  }
  for (const editionId of editionIds) {
    const [last, ...others] = (await paidEditions(db, { editionIds: [editionId] })).toReversed()
    if (last !== undefined) checkShares(`${last.programmeName} · ${last.editionName}`, others, last.sharePercent)
  }
  const agreementIds = new Set(touched('agreements'))
  for (const id of touched('agreementAddenda')) {
    const row = await db.selectFrom('agreementAddenda').select('agreementId').where('id', '=', id).executeTakeFirst()
    if (row !== undefined) agreementIds.add(row.agreementId)
  }
  for (const id of agreementIds) {
    const agreement = await db.selectFrom('agreements').selectAll().where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()
    if (agreement === undefined) continue
    await checkAddenda(db, agreement)
    if (agreement.predecessorId !== null) await checkAgreement(db, agreement, id)
  }
}

/** Throws `refused` while an organisation is a party to an agreement. */
export async function refuseParty(db: Reader, organisationId: string): Promise<void> {
  const { n } = await db
    .selectFrom('agreementParties')
    .innerJoin('agreements', 'agreements.id', 'agreementParties.agreementId')
    .select(rowCount().as('n'))
    .where('agreementParties.organisationId', '=', organisationId)
    .where('agreementParties.removedAt', 'is', null)
    .where('agreements.removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (n > 0) refuse('agreements.ofOrganisation', { n })
}

/** Throws `refused` while an agreement pays an edition, or it has a budget. */
export async function refusePaid(db: Reader, editionId: string): Promise<void> {
  const [paid] = await paidEditions(db, { editionIds: [editionId] })
  if (paid !== undefined) refuse('agreements.ofEdition', { title: paid.agreementTitle })
  const { n } = await db.selectFrom('budgetLines').select(rowCount().as('n')).where('editionId', '=', editionId).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  if (n > 0) refuse('agreements.budgetOfEdition', { n })
}
