import type { AttendanceMark, AttendanceStatus } from '../../../shared/domain/attendance.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import { releasedBy } from '../actas/records.ts'
import { participantsOf } from '../attendance/records.ts'
import { statusesByKey } from '../attendance/statuses.ts'
import { certificateNumbersOf } from '../enrolments.ts'
import { courseSettingsOf, paperRulesOf } from '../results/course.ts'
import type { PaperRuleRow } from '../results/course.ts'
import type { Result } from '../results/gather.ts'
import { resultsOf } from '../results/gather.ts'
import type { SessionRow } from '../sessions/records.ts'
import { sessionsOf } from '../sessions/records.ts'
import { missingPages } from '../sheets/records.ts'

/** What is known of a group, read once. */
export interface Group {
  /** Those who did not withdraw. */
  readonly participants: readonly { readonly enrolmentId: string; readonly personId: string; readonly name: string }[]
  readonly sessions: readonly SessionRow[]
  /** Sessions until today. */
  readonly held: readonly SessionRow[]
  readonly upcoming: readonly SessionRow[]
  /** By session and enrolment. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, AttendanceMark>>
  /** Of how many participants attendance is still to be written, by session held. */
  readonly untaken: ReadonlyMap<string, number>
  readonly statuses: ReadonlyMap<string, AttendanceStatus>
  readonly results: readonly Result[]
  readonly rules: readonly PaperRuleRow[]
  readonly withoutActa: boolean
  readonly sheetsMissing: readonly { sheetId: string; day: string; subject: string; pages: number[] }[]
  /** Papers that could be issued now and were not. */
  readonly toIssue: number
  readonly issued: number
  readonly surveyForms: number
  readonly plans: number
}

/** Throws `missing` where the course is gone. */
export async function gatherGroup(db: Reader, { cohortId, editionId, today, language }: { readonly cohortId: string; readonly editionId: string; readonly today: string; readonly language: Language }): Promise<Group> {
  const participants = (await participantsOf(db, cohortId)).filter((one) => one.state !== 'withdrawn')
  const sessions = await sessionsOf(db, { cohortId })
  const held = sessions.filter((one) => one.day <= today)
  const marks = await marksOf(db, cohortId)
  const subjects = new Map(sessions.map((one) => [one.id, one.subject]))
  const { withoutActa } = await courseSettingsOf(db, editionId)
  const ids = participants.map((one) => one.enrolmentId)
  const numbers = await certificateNumbersOf(db, ids)
  const released = await releasedBy(db, ids)
  const entitled = withoutActa ? ids : ids.filter((id) => (released.get(id)?.papers.length ?? 0) > 0)
  return {
    participants,
    sessions,
    held,
    upcoming: sessions.filter((one) => one.day >= today),
    marks,
    untaken: new Map(held.map((one) => [one.id, ids.filter((id) => marks.get(one.id)?.has(id) !== true).length])),
    statuses: await statusesByKey(db),
    results: await resultsOf(db, { cohortId }, language),
    rules: await paperRulesOf(db, editionId),
    withoutActa,
    sheetsMissing: (await missingPages(db, cohortId)).map(({ sheetId, day, sessionIds, pages }) => ({ sheetId, day, subject: sessionIds.map((id) => subjects.get(id) ?? '').join(' · '), pages: [...pages] })),
    toIssue: entitled.filter((id) => !numbers.has(id)).length,
    issued: ids.filter((id) => numbers.has(id)).length,
    ...(await aftermath(db, cohortId)),
  }
}

async function marksOf(db: Reader, cohortId: string): Promise<Map<string, Map<string, AttendanceMark>>> {
  const rows = await db
    .selectFrom('attendances')
    .innerJoin('sessions', 'sessions.id', 'attendances.sessionId')
    .select(['attendances.sessionId', 'attendances.enrolmentId', 'attendances.status', 'attendances.minutes'])
    .where('sessions.cohortId', '=', cohortId)
    .where('sessions.removedAt', 'is', null)
    .where('attendances.removedAt', 'is', null)
    .execute()
  const marks = new Map<string, Map<string, AttendanceMark>>()
  for (const { sessionId, enrolmentId, status, minutes } of rows) {
    const ofSession = marks.get(sessionId) ?? new Map<string, AttendanceMark>()
    ofSession.set(enrolmentId, { status, minutes })
    marks.set(sessionId, ofSession)
  }
  return marks
}

/** What was asked after the training: survey forms and promises. */
async function aftermath(db: Reader, cohortId: string): Promise<{ surveyForms: number; plans: number }> {
  const forms = await db.selectFrom('surveyResponses').select(rowCount().as('n')).where('cohortId', '=', cohortId).where('removedAt', 'is', null).executeTakeFirstOrThrow()
  const plans = await db
    .selectFrom('applicationPlans')
    .innerJoin('enrolments', 'enrolments.id', 'applicationPlans.enrolmentId')
    .select(rowCount().as('n'))
    .where('enrolments.cohortId', '=', cohortId)
    .where('applicationPlans.removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { surveyForms: forms.n, plans: plans.n }
}

/** Scanned pages of no known place: of any group, since nobody knows of which. */
export async function trayCount(db: Reader): Promise<number> {
  const { n } = await db
    .selectFrom('evidence')
    .select(rowCount().as('n'))
    .where('sheetId', 'is', null)
    .where('sessionId', 'is', null)
    .where('checkId', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
