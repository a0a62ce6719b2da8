import type { TermsInForce } from '../../../shared/domain/agreements.ts'
import { termsOn } from '../../../shared/domain/agreements.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export type Agreement = EntityTables['agreements']
export type Addendum = EntityTables['agreementAddenda']
export type PartySeen = Omit<EntityTables['agreementParties'], 'removedAt' | 'position'> & { readonly organisationName: string }

/** The agreement. Throws `missing`. */
export function agreementOf(db: Reader, id: string): Promise<Agreement> {
  return live(db, 'agreements', id, 'agreements.missing')
}

/** Parties of agreements, in their order. */
export async function partiesOf(db: Reader, agreementIds: readonly string[]): Promise<PartySeen[]> {
  const parties: PartySeen[] = []
  for (const chunk of inChunks(agreementIds, 1)) {
    const rows = await db
      .selectFrom('agreementParties')
      .innerJoin('organisations', 'organisations.id', 'agreementParties.organisationId')
      .selectAll('agreementParties')
      .select('organisations.name as organisationName')
      .where('agreementParties.agreementId', 'in', chunk)
      .where('agreementParties.removedAt', 'is', null)
      .orderBy('agreementParties.position')
      .orderBy('agreementParties.id')
      .execute()
    parties.push(...rows.map(({ removedAt: _, position: __, ...party }) => party))
  }
  return parties
}

/** Addenda of agreements, in the order in which they were signed. */
export async function addendaOf(db: Reader, agreementIds: readonly string[]): Promise<Addendum[]> {
  const addenda: Addendum[] = []
  for (const chunk of inChunks(agreementIds, 1)) addenda.push(...(await db.selectFrom('agreementAddenda').selectAll().where('agreementId', 'in', chunk).where('removedAt', 'is', null).orderBy('signedOn').orderBy('id').execute()))
  return addenda
}

export async function itemsOf(db: Reader, agreementId: string): Promise<EntityTables['agreementItems'][]> {
  return db.selectFrom('agreementItems').selectAll().where('agreementId', '=', agreementId).where('removedAt', 'is', null).orderBy('position').orderBy('id').execute()
}

/** What it says today, with its addenda. */
export async function termsOf(db: Reader, agreement: Agreement, today: string): Promise<TermsInForce> {
  return termsOn(agreement, await addendaOf(db, [agreement.id]), today)
}

export interface PaidEdition {
  readonly id: string
  readonly agreementId: string
  readonly editionId: string
  readonly sharePercent: number
  readonly programmeName: string
  readonly editionName: string
  readonly minutesPerHour: number
  readonly agreementTitle: string
}

/** Which editions agreements pay, and how much of each; by programme and year. Removed editions, programmes and agreements are not among them. */
export async function paidEditions(db: Reader, which: { readonly agreementId?: string; readonly editionIds?: readonly string[] }): Promise<PaidEdition[]> {
  let ask = db
    .selectFrom('agreementEditions')
    .innerJoin('agreements', 'agreements.id', 'agreementEditions.agreementId')
    .innerJoin('editions', 'editions.id', 'agreementEditions.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['agreementEditions.id', 'agreementEditions.agreementId', 'agreementEditions.editionId', 'agreementEditions.sharePercent'])
    .select(['programmes.name as programmeName', 'editions.name as editionName', 'editions.minutesPerHour', 'agreements.title as agreementTitle'])
    .where('agreementEditions.removedAt', 'is', null)
    .where('agreements.removedAt', 'is', null)
    .where('editions.removedAt', 'is', null)
    .where('programmes.removedAt', 'is', null)
    .orderBy('programmes.sortKey')
    .orderBy('editions.year')
    .orderBy('editions.startsOn')
    .orderBy('agreementEditions.id')
  if (which.agreementId !== undefined) ask = ask.where('agreementEditions.agreementId', '=', which.agreementId)
  if (which.editionIds === undefined) return ask.execute()
  const paid: PaidEdition[] = []
  for (const chunk of inChunks(which.editionIds, 1)) paid.push(...(await ask.where('agreementEditions.editionId', 'in', chunk).execute()))
  return paid
}
