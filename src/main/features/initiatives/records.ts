import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { live } from '../live.ts'

export type Initiative = EntityTables['initiatives']
export type FollowUp = EntityTables['followUps']
export type InitiativeFields = Omit<Initiative, 'id' | 'stage' | 'stageOn' | 'searchKey' | 'sortKey' | 'removedAt'>

/** Throws `missing`. */
export function initiativeOf(db: Reader, id: string): Promise<Initiative> {
  return live(db, 'initiatives', id, 'initiatives.missing')
}

/** Whether a look at an initiative should have been taken by now. One that was stopped is not asked after. */
export function isLate(followUp: { readonly state: string; readonly dueOn: string }, stage: string, today: string): boolean {
  return followUp.state === 'pending' && followUp.dueOn < today && stage !== 'stopped'
}

/** Whether an initiative's own day passed before it came to an end. */
export function isPastDue(initiative: { readonly dueOn: string | null; readonly stage: string }, today: string): boolean {
  return initiative.dueOn !== null && initiative.dueOn < today && initiative.stage !== 'finished' && initiative.stage !== 'stopped'
}

/** Its steps, the first one first. Those of one day stand as they were written. */
export function stepsOf(db: Reader, initiativeId: string): Promise<EntityTables['initiativeSteps'][]> {
  return db.selectFrom('initiativeSteps').selectAll().where('initiativeId', '=', initiativeId).where('removedAt', 'is', null).orderBy('on').orderBy('id').execute()
}

/** The fields as they are kept: an edition comes with its group, an amount with a currency. Throws `refused` for what they point at in vain. */
export async function wholeFields(db: Reader, fields: InitiativeFields): Promise<InitiativeFields> {
  const { cohortId, agreementId, amountCents } = fields
  if (agreementId !== null) await live(db, 'agreements', agreementId, 'initiatives.agreementGone')
  const currency = amountCents !== null && fields.currency === null ? 'PEN' : fields.currency
  if (cohortId === null) {
    if (fields.editionId !== null) await live(db, 'editions', fields.editionId, 'editions.missing')
    return { ...fields, currency }
  }
  const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
  if (fields.editionId !== null && fields.editionId !== cohort.editionId) refuse('initiatives.otherEdition', { group: cohort.name })
  return { ...fields, editionId: cohort.editionId, currency }
}
