import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

/** A budget line with what it is for and the days by which its plan is changed into other currencies. */
export interface KeptLine extends Omit<EntityTables['budgetLines'], 'removedAt' | 'position'> {
  /** "Programa · I edición". */
  readonly editionName: string | null
  readonly agreementTitle: string | null
  readonly signedOn: string | null
  readonly agreementStartsOn: string | null
  readonly editionStartsOn: string | null
}

interface Which {
  readonly editionIds?: readonly string[] | undefined
  readonly agreementId?: string | undefined
}

/** The lines in their order; those of a removed edition, programme or agreement count no more. */
export async function budgetLinesOf(db: Reader, which: Which): Promise<KeptLine[]> {
  if (which.editionIds === undefined) return linesAmong(db, which.agreementId, undefined)
  const lines: KeptLine[] = []
  for (const chunk of inChunks([...new Set(which.editionIds)], 1)) lines.push(...(await linesAmong(db, which.agreementId, chunk)))
  return lines
}

async function linesAmong(db: Reader, agreementId: string | undefined, editionIds: readonly string[] | undefined): Promise<KeptLine[]> {
  let ask = db
    .selectFrom('budgetLines')
    .leftJoin('editions', 'editions.id', 'budgetLines.editionId')
    .leftJoin('programmes', 'programmes.id', 'editions.programmeId')
    .leftJoin('agreements', 'agreements.id', 'budgetLines.agreementId')
    .selectAll('budgetLines')
    .select(['editions.name as edition', 'editions.startsOn as editionStartsOn', 'programmes.name as programme', 'programmes.shortName as programmeShort'])
    .select(['agreements.title as agreementTitle', 'agreements.signedOn', 'agreements.startsOn as agreementStartsOn'])
    .where('budgetLines.removedAt', 'is', null)
    .where((eb) => eb.or([eb('budgetLines.editionId', 'is', null), eb.and([eb('editions.removedAt', 'is', null), eb('programmes.removedAt', 'is', null)])]))
    .where((eb) => eb.or([eb('budgetLines.agreementId', 'is', null), eb('agreements.removedAt', 'is', null)]))
    .orderBy('budgetLines.position')
    .orderBy('budgetLines.id')
  if (agreementId !== undefined) ask = ask.where('budgetLines.agreementId', '=', agreementId)
  if (editionIds !== undefined) ask = ask.where('budgetLines.editionId', 'in', editionIds)
  const rows = await ask.execute()
  return rows.map(({ removedAt: _, position: __, edition, programme, programmeShort, ...line }) => ({ ...line, editionName: edition === null ? null : `${programmeShort ?? programme ?? ''} · ${edition}` }))
}

/** What was spent on lines, in the order of days. */
export async function expensesOf(db: Reader, lineIds: readonly string[]): Promise<EntityTables['expenses'][]> {
  const expenses: EntityTables['expenses'][] = []
  for (const chunk of inChunks(lineIds, 1)) expenses.push(...(await db.selectFrom('expenses').selectAll().where('budgetLineId', 'in', chunk).where('removedAt', 'is', null).orderBy('spentOn').orderBy('id').execute()))
  return expenses
}

/** Throws `refused` when taking an act back left an expense on a line that was removed: it would be in no sum. */
export async function refuseLostExpenses(db: Reader, touched: readonly string[]): Promise<void> {
  for (const ids of inChunks(touched, 1)) {
    const lost = await db
      .selectFrom('expenses')
      .innerJoin('budgetLines', 'budgetLines.id', 'expenses.budgetLineId')
      .select('budgetLines.concept')
      .where('expenses.id', 'in', ids)
      .where('expenses.removedAt', 'is', null)
      .where('budgetLines.removedAt', 'is not', null)
      .orderBy('budgetLines.position')
      .limit(1)
      .executeTakeFirst()
    if (lost !== undefined) refuse('budget.expenseLost', lost)
  }
}
