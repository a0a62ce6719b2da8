import { monthsAfter } from '../../../shared/domain/dates.ts'
import { usualFollowUps } from '../../../shared/domain/initiatives.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { lastDayOf } from '../application/due.ts'
import { participantsAmong } from '../attendance/records.ts'
import { initiativeKeys } from '../keys.ts'
import { live } from '../live.ts'

interface Asked {
  readonly cohortId: string
  readonly on: string
  readonly dueOn: string | null
}

/** The longest title; what a person promised may be longer and is kept whole as the proposal. */
const TITLE = 300

/** An action plan for each participant of a group who has none, with its first step and its follow-ups. Gives their ids, and how many had one. */
export async function planForEach(db: Writer, { cohortId, on, dueOn }: Asked, { today, language }: { readonly today: string; readonly language: Language }): Promise<{ readonly ids: string[]; readonly alreadyThere: number }> {
  const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
  if (on > today) refuse('initiatives.stepLater')
  if (dueOn !== null && dueOn < on) refuse('initiatives.dueBefore')
  const participants = (await participantsAmong(db, { cohortId })).filter((one) => one.state !== 'withdrawn')
  if (participants.length === 0) refuse('initiatives.nobody', { group: cohort.name })
  const planned = await withPlan(db, cohortId)
  const without = participants.filter((one) => !planned.has(one.personId))
  const enrolmentIds = without.map((one) => one.enrolmentId)
  const promises = await promisesOf(db, enrolmentIds)
  const districts = await districtsOfEnrolled(db, enrolmentIds)
  const ids = await db.add(
    'initiatives',
    without.map((one) => {
      const promise = promises.get(one.enrolmentId) ?? null
      const title = shortened(promise ?? say(language, 'initiatives.planOf', { name: displayName(one) }))
      return {
        kind: 'actionPlan' as const, code: null, title, problem: null, proposal: promise, place: null, districtCode: districts.get(one.enrolmentId) ?? cohort.districtCode, editionId: cohort.editionId, cohortId, agreementId: null,
        amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn, stage: 'idea' as const, stageOn: on, ...initiativeKeys({ title, code: null, place: null }),
      }
    }),
  )
  const last = await lastDayOf(db, cohortId, on)
  await db.add('initiativePeople', ids.map((initiativeId, at) => ({ initiativeId, personId: without[at]?.personId ?? null, name: null, role: 'author' as const, position: 0 })))
  await db.add('initiativeSteps', ids.map((initiativeId) => ({ initiativeId, stage: 'idea' as const, on, note: null })))
  await db.add('followUps', ids.flatMap((initiativeId) => usualFollowUps.map((months) => newFollowUp(initiativeId, months, monthsAfter(last, months)))))
  return { ids, alreadyThere: participants.length - without.length }
}

export function newFollowUp(initiativeId: string, months: number, dueOn: string) {
  return { initiativeId, months, dueOn, state: 'pending' as const, checkedOn: null, checkedBy: null, finding: null }
}

/** Participants of a group who are authors of an action plan of it. */
async function withPlan(db: Reader, cohortId: string): Promise<ReadonlySet<string | null>> {
  const rows = await db
    .selectFrom('initiativePeople')
    .innerJoin('initiatives', 'initiatives.id', 'initiativePeople.initiativeId')
    .select('initiativePeople.personId')
    .where('initiatives.cohortId', '=', cohortId)
    .where('initiatives.kind', '=', 'actionPlan')
    .where('initiatives.removedAt', 'is', null)
    .where('initiativePeople.role', '=', 'author')
    .where('initiativePeople.removedAt', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.personId))
}

/** What each promised first, by enrolment. */
async function promisesOf(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const promises = new Map<string, string>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db.selectFrom('applicationPlans').select(['enrolmentId', 'promise']).where('enrolmentId', 'in', chunk).where('removedAt', 'is', null).orderBy('promisedOn').orderBy('id').execute()
    for (const { enrolmentId, promise } of rows) if (!promises.has(enrolmentId)) promises.set(enrolmentId, promise)
  }
  return promises
}

/** Where each works, else where she lives: a plan is carried out there. */
async function districtsOfEnrolled(db: Reader, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const districts = new Map<string, string>()
  for (const chunk of inChunks(enrolmentIds, 1)) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .leftJoin('posts', 'posts.id', 'enrolments.postId')
      .leftJoin('organisations', 'organisations.id', 'posts.organisationId')
      .select(['enrolments.id', 'organisations.districtCode as works', 'people.districtCode as lives'])
      .where('enrolments.id', 'in', chunk)
      .execute()
    for (const { id, works, lives } of rows) {
      const code = works ?? lives
      if (code !== null) districts.set(id, code)
    }
  }
  return districts
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= TITLE ? line : `${line.slice(0, TITLE - 1).trimEnd()}…`
}
