import { monthsAfter } from '../../shared/domain/dates.ts'
import type { contract } from '../../shared/contract/index.ts'
import { displayName } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { lastDayOf } from './application/due.ts'
import { isOverdue, planOf, promises } from './application/records.ts'
import { applicationReport } from './application/report.ts'
import { live } from './live.ts'

type Check = EntityTables['applicationChecks']
type When = Pick<Check, 'level' | 'months'>

export const application: Handlers<typeof contract.application> = {
  list: ({ db, today }, which) => promises(db, which, today()),
  due: async ({ db, today }, { until }) => {
    const rows = await db
      .selectFrom('applicationChecks')
      .innerJoin('applicationPlans', 'applicationPlans.id', 'applicationChecks.planId')
      .innerJoin('enrolments', 'enrolments.id', 'applicationPlans.enrolmentId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(['applicationChecks.id as checkId', 'applicationChecks.planId', 'applicationChecks.level', 'applicationChecks.months', 'applicationChecks.dueOn', 'applicationChecks.state', 'applicationPlans.promise'])
      .select(['enrolments.cohortId', 'cohorts.name as cohortName', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('applicationChecks.state', '=', 'pending')
      .where('applicationChecks.dueOn', '<=', until)
      .where('applicationChecks.removedAt', 'is', null)
      .where('applicationPlans.removedAt', 'is', null)
      .where('enrolments.removedAt', 'is', null)
      .where('enrolments.state', '<>', 'withdrawn')
      .where('cohorts.removedAt', 'is', null)
      .orderBy('applicationChecks.dueOn')
      .orderBy('people.sortKey')
      .orderBy('applicationChecks.id')
      .execute()
    return rows.map(({ checkId, planId, cohortId, cohortName, promise, level, months, dueOn, state, ...name }) => ({ checkId, planId, cohortId, cohortName, name: displayName(name), promise, level, months, dueOn, isOverdue: isOverdue({ state, dueOn }, today()) }))
  },
  savePlan: async ({ db, today }, { id, enrolmentId, fields, months }) => {
    if (fields.promisedOn > today()) refuse('application.promisedLater')
    const plan = id === null ? await addPlan(db, enrolmentId, fields) : await changePlan(db, id, fields)
    await addChecks(db, plan, months, today())
    return { id: plan.id, act: db.act }
  },
  removePlan: async ({ db }, { id }) => {
    await planOf(db, id)
    const checks = await db.selectFrom('applicationChecks').select('id').where('planId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
    await db.removeMany('applicationChecks', checks.map((check) => check.id))
    await db.remove('applicationPlans', id)
    return { id, act: db.act }
  },
  addCheck: async ({ db, today }, { planId, level, months }) => {
    const plan = await planOf(db, planId)
    const [id] = await addChecks(db, plan, [{ level, months }], today())
    return { id: id ?? refuse('application.sameCheck', { months }), act: db.act }
  },
  saveCheck: async ({ db, today }, { id, fields }) => {
    const check = await live(db, 'applicationChecks', id, 'application.checkMissing')
    await checkSaid(db, { ...check, ...fields }, today())
    await db.change('applicationChecks', id, fields)
    return { id, act: db.act }
  },
  removeCheck: async ({ db }, { id }) => {
    await live(db, 'applicationChecks', id, 'application.checkMissing')
    await db.remove('applicationChecks', id)
    return { id, act: db.act }
  },
  report: (context, asked) => applicationReport(context, asked),
}

type PlanFields = Omit<EntityTables['applicationPlans'], 'id' | 'enrolmentId' | 'removedAt'>

async function addPlan(db: Writer, enrolmentId: string, fields: PlanFields): Promise<{ readonly id: string; readonly cohortId: string }> {
  const enrolment = await live(db, 'enrolments', enrolmentId, 'enrolments.missing')
  if (enrolment.role !== 'participant') refuse('application.notParticipant')
  if (enrolment.state === 'withdrawn') refuse('application.withdrawn')
  const [id = ''] = await db.add('applicationPlans', [{ ...fields, enrolmentId }])
  return { id, cohortId: enrolment.cohortId }
}

async function changePlan(db: Writer, id: string, fields: PlanFields): Promise<{ readonly id: string; readonly cohortId: string }> {
  const plan = await planOf(db, id)
  const before = await db.selectFrom('applicationChecks').select('checkedOn').where('planId', '=', id).where('removedAt', 'is', null).where('checkedOn', '<', fields.promisedOn).where('state', '<>', 'pending').executeTakeFirst()
  if (before !== undefined) refuse('application.checkedBefore')
  await db.change('applicationPlans', id, fields)
  return plan
}

/** Adds those that the promise has not yet, each due so many months after the group's last day. Gives their ids. */
async function addChecks(db: Writer, plan: { readonly id: string; readonly cohortId: string }, asked: readonly When[], today: string): Promise<string[]> {
  const key = ({ level, months }: When): string => `${level} ${months}`
  const there = await db.selectFrom('applicationChecks').select(['level', 'months']).where('planId', '=', plan.id).where('removedAt', 'is', null).execute()
  const known = new Set(there.map(key))
  const added = [...new Map(asked.map((one) => [key(one), one])).values()].filter((one) => !known.has(key(one)))
  if (added.length === 0) return []
  const last = await lastDayOf(db, plan.cohortId, today)
  return db.add('applicationChecks', added.map(({ level, months }) => ({ planId: plan.id, level, months, dueOn: monthsAfter(last, months), state: 'pending' as const, checkedOn: null, checkedBy: null, finding: null, measured: null })))
}

/** Throws `refused` unless a check that is said to be made says when and by whom, on a day that has come and not before the promise. */
async function checkSaid(db: Reader, check: Check, today: string): Promise<void> {
  if (check.checkedOn !== null && check.checkedOn > today) refuse('application.checkedLater')
  if (check.state === 'pending') return
  if (check.checkedOn === null) refuse('application.noDay')
  if (check.checkedBy === null) refuse('application.noName')
  if (check.checkedOn < (await planOf(db, check.planId)).promisedOn) refuse('application.checkedBefore')
}
