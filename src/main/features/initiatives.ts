import type { contract } from '../../shared/contract/index.ts'
import { formatDate, monthsAfter } from '../../shared/domain/dates.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { lastDayOf } from './application/due.ts'
import { initiativesListed } from './initiatives/list.ts'
import { newFollowUp, planForEach } from './initiatives/plans.ts'
import { initiativeOf, isLate, stepsOf, wholeFields } from './initiatives/records.ts'
import type { FollowUp } from './initiatives/records.ts'
import { initiativesReport } from './initiatives/report.ts'
import { initiativeSeen } from './initiatives/seen.ts'
import { initiativeKeys } from './keys.ts'
import { live } from './live.ts'

type Named = { readonly personId: string | null; readonly name: string | null; readonly role: EntityTables['initiativePeople']['role'] }

export const initiatives: Handlers<typeof contract.initiatives> = {
  list: ({ db, about, today }, filter) => initiativesListed(db, filter, { about, today: today() }),
  get: ({ db, about, today }, { id }) => initiativeSeen(db, id, { about, today: today() }),
  create: async ({ db, today }, { fields, stage, on, authorIds, months }) => {
    if (on > today()) refuse('initiatives.stepLater')
    if (fields.dueOn !== null && fields.dueOn < on) refuse('initiatives.dueBefore')
    const whole = await wholeFields(db, fields)
    const [id = ''] = await db.add('initiatives', [{ ...whole, stage, stageOn: on, ...initiativeKeys(whole) }])
    await putPeople(db, id, authorIds.map((personId) => ({ personId, name: null, role: 'author' })))
    await db.add('initiativeSteps', [{ initiativeId: id, stage, on, note: null }])
    const last = whole.cohortId === null ? on : await lastDayOf(db, whole.cohortId, on)
    await db.add('followUps', [...new Set(months)].map((n) => newFollowUp(id, n, monthsAfter(last, n))))
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const { id: _, stage: __, stageOn: ___, searchKey: ____, sortKey: _____, removedAt: ______, ...current } = await initiativeOf(db, id)
    // Another edition chosen: the group of the one before is no longer meant.
    const leaves = fields.editionId !== undefined && fields.cohortId === undefined && fields.editionId !== current.editionId
    const whole = await wholeFields(db, { ...current, ...fields, ...(leaves ? { cohortId: null } : {}) })
    await db.change('initiatives', id, { ...whole, ...initiativeKeys(whole) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await initiativeOf(db, id)
    for (const table of ['initiativePeople', 'initiativeSteps', 'consultings', 'followUps', 'commitmentLinks'] as const) await db.removeMany(table, await idsOf(db, table, id))
    await db.remove('initiatives', id)
    return { id, act: db.act }
  },
  setPeople: async ({ db }, { id, people }) => {
    await initiativeOf(db, id)
    await putPeople(db, id, people)
    return { id, act: db.act }
  },
  moveTo: async ({ db, today }, { id, stage, on, note }) => {
    const initiative = await initiativeOf(db, id)
    if (stage === initiative.stage) refuse('initiatives.sameStage')
    if (on > today()) refuse('initiatives.stepLater')
    if (on < initiative.stageOn) refuse('initiatives.stepBefore', { day: formatDate(initiative.stageOn) })
    await db.add('initiativeSteps', [{ initiativeId: id, stage, on, note }])
    await db.change('initiatives', id, { stage, stageOn: on })
    return { id, act: db.act }
  },
  removeStep: async ({ db }, { id }) => {
    const step = await live(db, 'initiativeSteps', id, 'initiatives.stepMissing')
    const steps = await stepsOf(db, step.initiativeId)
    const before = steps.at(-2) ?? refuse('initiatives.firstStep')
    if (steps.at(-1)?.id !== id) refuse('initiatives.notLastStep')
    await db.remove('initiativeSteps', id)
    await db.change('initiatives', step.initiativeId, { stage: before.stage, stageOn: before.on })
    return { id: step.initiativeId, act: db.act }
  },
  saveConsulting: async ({ db, today }, { initiativeId, id, fields }) => {
    const initiative = await initiativeOf(db, initiativeId)
    if (fields.on > today()) refuse('initiatives.consultingLater')
    if (fields.adviserId === null && fields.adviserName === null) refuse('initiatives.noAdviser')
    if (fields.adviserId !== null) await live(db, 'people', fields.adviserId, 'people.missing')
    if (fields.sessionId !== null) await sessionOfCourse(db, fields.sessionId, initiative)
    if (id === null) {
      const [made = ''] = await db.add('consultings', [{ ...fields, initiativeId }])
      return { id: made, act: db.act }
    }
    const kept = await live(db, 'consultings', id, 'initiatives.consultingMissing')
    if (kept.initiativeId !== initiativeId) refuse('initiatives.consultingMissing')
    await db.change('consultings', id, fields)
    return { id, act: db.act }
  },
  removeConsulting: async ({ db }, { id }) => {
    await live(db, 'consultings', id, 'initiatives.consultingMissing')
    await db.remove('consultings', id)
    return { id, act: db.act }
  },
  addFollowUp: async ({ db }, { initiativeId, months, dueOn }) => {
    await initiativeOf(db, initiativeId)
    const same = await db.selectFrom('followUps').select('id').where('initiativeId', '=', initiativeId).where('months', '=', months).where('removedAt', 'is', null).executeTakeFirst()
    if (same !== undefined) refuse('initiatives.sameFollowUp', { months })
    const [id = ''] = await db.add('followUps', [newFollowUp(initiativeId, months, dueOn)])
    return { id, act: db.act }
  },
  saveFollowUp: async ({ db, today }, { id, fields }) => {
    const followUp = await live(db, 'followUps', id, 'initiatives.followUpMissing')
    await followUpSaid(db, { ...followUp, ...fields }, today())
    await db.change('followUps', id, fields)
    return { id, act: db.act }
  },
  removeFollowUp: async ({ db }, { id }) => {
    await live(db, 'followUps', id, 'initiatives.followUpMissing')
    await db.remove('followUps', id)
    return { id, act: db.act }
  },
  planForEach: async ({ db, today, language }, asked) => ({ ...(await planForEach(db, asked, { today: today(), language })), act: db.act }),
  due: async ({ db, today }, { until }) => {
    const rows = await db
      .selectFrom('followUps')
      .innerJoin('initiatives', 'initiatives.id', 'followUps.initiativeId')
      .select(['followUps.id as followUpId', 'followUps.initiativeId', 'initiatives.title', 'initiatives.place', 'initiatives.stage', 'followUps.months', 'followUps.dueOn'])
      .where('followUps.state', '=', 'pending')
      .where('followUps.dueOn', '<=', until)
      .where('followUps.removedAt', 'is', null)
      .where('initiatives.removedAt', 'is', null)
      .where('initiatives.stage', '<>', 'stopped')
      .orderBy('followUps.dueOn')
      .orderBy('initiatives.sortKey')
      .orderBy('followUps.id')
      .execute()
    return rows.map(({ stage, ...row }) => ({ ...row, isOverdue: isLate({ state: 'pending', dueOn: row.dueOn }, stage, today()) }))
  },
  report: (context, asked) => initiativesReport(context, asked),
}

/** The people of an initiative become these, in this order; who stays keeps her record. Throws `refused` for nobody, or for one person twice in a role. */
async function putPeople(db: Writer, initiativeId: string, people: readonly Named[]): Promise<void> {
  const kept = await db.selectFrom('initiativePeople').selectAll().where('initiativeId', '=', initiativeId).where('removedAt', 'is', null).execute()
  const keyOf = ({ personId, name, role }: Named): string => `${role} ${personId ?? (name ?? '').toLowerCase()}`
  const wanted = people.map((one) => (one.personId === null ? one : { ...one, name: null }))
  if (wanted.some((one) => one.personId === null && one.name === null)) refuse('initiatives.nameless')
  if (new Set(wanted.map(keyOf)).size < wanted.length) refuse('initiatives.personTwice')
  for (const { personId } of wanted) if (personId !== null && !kept.some((one) => one.personId === personId)) await live(db, 'people', personId, 'people.missing')
  const known = new Map(kept.map((one) => [keyOf(one), one.id]))
  const keys = new Set(wanted.map(keyOf))
  await db.removeMany('initiativePeople', kept.filter((one) => !keys.has(keyOf(one))).map((one) => one.id))
  const placed = wanted.map((one, position) => ({ ...one, position, id: known.get(keyOf(one)) }))
  await db.changeMany('initiativePeople', placed.flatMap(({ id, name, position }) => (id === undefined ? [] : [{ id, patch: { name, position } }])))
  await db.add('initiativePeople', placed.flatMap(({ id, ...one }) => (id === undefined ? [{ ...one, initiativeId }] : [])))
}

async function idsOf(db: Reader, table: 'initiativePeople' | 'initiativeSteps' | 'consultings' | 'followUps' | 'commitmentLinks', initiativeId: string): Promise<string[]> {
  // Each of these tables has the column; Kysely wants the literal name of one.
  const rows = await db.selectFrom(table as 'followUps').select('id').where('initiativeId', '=', initiativeId).where('removedAt', 'is', null).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Throws `refused` for a session of another course than the initiative's. */
async function sessionOfCourse(db: Reader, sessionId: string, { editionId, cohortId }: { readonly editionId: string | null; readonly cohortId: string | null }): Promise<void> {
  const session = await live(db, 'sessions', sessionId, 'sessions.missing')
  if (cohortId !== null && session.cohortId === cohortId) return
  const cohort = await live(db, 'cohorts', session.cohortId, 'cohorts.missing')
  if (editionId === null || cohort.editionId !== editionId || cohortId !== null) refuse('initiatives.otherSession')
}

/** Throws `refused` unless a look that is said to be taken says when and by whom, on a day that has come and not before the initiative began. */
async function followUpSaid(db: Reader, followUp: FollowUp, today: string): Promise<void> {
  const { state, checkedOn, checkedBy, initiativeId } = followUp
  if (checkedOn !== null && checkedOn > today) refuse('initiatives.checkedLater')
  if (state === 'pending') return
  if (checkedOn === null) refuse('initiatives.noDay')
  if (checkedBy === null) refuse('initiatives.noName')
  const [first] = await stepsOf(db, initiativeId)
  if (first !== undefined && checkedOn < first.on) refuse('initiatives.checkedBefore', { day: formatDate(first.on) })
}
