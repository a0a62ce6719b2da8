import type { contract } from '../../../shared/contract/index.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { participantsAmong } from '../attendance/records.ts'
import { live } from '../live.ts'

type Listed = OutputOf<typeof contract.application.list>
export type PlanSeen = Listed['plans'][number]
export type CheckSeen = PlanSeen['checks'][number]
type Check = EntityTables['applicationChecks']

/** Whether a check should have been made by now and was not. */
export function isOverdue(check: { readonly state: string; readonly dueOn: string }, today: string): boolean {
  return check.state === 'pending' && check.dueOn < today
}

/** What the participants of a group or a course promised, in Peru's order, with the checks of each, and who promised nothing yet. */
export async function promises(db: Reader, which: { readonly cohortId?: string | undefined; readonly editionId?: string | undefined }, today: string): Promise<Listed> {
  if (which.cohortId === undefined && which.editionId === undefined) refuse('lists.nothingChosen')
  const people = (await participantsAmong(db, which)).map((one) => ({ enrolmentId: one.enrolmentId, personId: one.personId, cohortId: one.cohortId, cohortName: one.cohortName, state: one.state, name: displayName(one) }))
  const plans = await plansOf(db, people.map((one) => one.enrolmentId))
  const checks = await checksOf(db, plans.map((plan) => plan.id))
  const evidence = await evidenceOf(db, checks.map((check) => check.id))
  const checkSeen = ({ planId: _, removedAt: __, ...check }: Check, isWithdrawn: boolean): CheckSeen => ({ ...check, isOverdue: !isWithdrawn && isOverdue(check, today), evidence: evidence.get(check.id) ?? [] })
  const seen = people.flatMap(({ state, ...person }) => {
    const isWithdrawn = state === 'withdrawn'
    return plans
      .filter((plan) => plan.enrolmentId === person.enrolmentId)
      .map(({ removedAt: _, ...plan }): PlanSeen => ({ ...plan, ...person, isWithdrawn, checks: checks.filter((check) => check.planId === plan.id).map((check) => checkSeen(check, isWithdrawn)) }))
  })
  const promised = new Set(plans.map((plan) => plan.enrolmentId))
  const asked = people.filter((person) => person.state !== 'withdrawn')
  const without = asked.filter((person) => !promised.has(person.enrolmentId)).map(({ enrolmentId, name }) => ({ enrolmentId, name }))
  const all = seen.flatMap((plan) => plan.checks)
  const inState = (state: Check['state']): number => all.filter((check) => check.state === state).length
  const waiting = seen.filter((plan) => !plan.isWithdrawn).flatMap((plan) => plan.checks.filter((check) => check.state === 'pending'))
  return {
    plans: seen,
    without,
    counts: { participants: asked.length, plans: seen.length, pending: waiting.length, overdue: waiting.filter((check) => check.isOverdue).length, done: inState('done'), partly: inState('partly'), notDone: inState('notDone') },
  }
}

async function plansOf(db: Reader, enrolmentIds: readonly string[]): Promise<EntityTables['applicationPlans'][]> {
  const plans: EntityTables['applicationPlans'][] = []
  for (const chunk of inChunks(enrolmentIds, 1)) plans.push(...(await db.selectFrom('applicationPlans').selectAll().where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('promisedOn').orderBy('id').execute()))
  return plans
}

/** The checks of promises, the soonest first. */
async function checksOf(db: Reader, planIds: readonly string[]): Promise<Check[]> {
  const checks: Check[] = []
  for (const chunk of inChunks(planIds, 1)) checks.push(...(await db.selectFrom('applicationChecks').selectAll().where('planId', 'in', chunk).where('removedAt', 'is', null).orderBy('dueOn').orderBy('level').orderBy('id').execute()))
  return checks
}

async function evidenceOf(db: Reader, checkIds: readonly string[]): Promise<ReadonlyMap<string, { id: string; fileName: string }[]>> {
  const kept = new Map<string, { id: string; fileName: string }[]>()
  for (const chunk of inChunks(checkIds, 1)) {
    const rows = await db.selectFrom('evidence').select(['id', 'fileName', 'checkId']).where('checkId', 'in', chunk).where('removedAt', 'is', null).orderBy('addedAt').orderBy('id').execute()
    for (const { checkId, ...file } of rows) if (checkId !== null) kept.set(checkId, [...(kept.get(checkId) ?? []), file])
  }
  return kept
}

/** A promise with whose it is. Throws `missing`. */
export async function planOf(db: Reader, id: string): Promise<EntityTables['applicationPlans'] & { readonly cohortId: string }> {
  const plan = await live(db, 'applicationPlans', id, 'application.planMissing')
  return { ...plan, cohortId: (await live(db, 'enrolments', plan.enrolmentId, 'enrolments.missing')).cohortId }
}
