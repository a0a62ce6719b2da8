import type { contract } from '../../../shared/contract/index.ts'
import { countedMinutes } from '../../../shared/domain/attendance.ts'
import { markCell } from '../../../shared/domain/marks.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import { displayName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { releasedBy } from '../actas/records.ts'
import { statusesOf } from '../attendance/statuses.ts'
import { inForce } from '../certificates/state.ts'
import { live } from '../live.ts'
import { editionOf } from '../programmes/records.ts'
import { readSheet } from '../sheets/records.ts'
import { itemsOf, requirementsOf } from './course.ts'
import { resultsOf } from './gather.ts'

type Account = OutputOf<typeof contract.eligibility.person>
type Page = Account['sessions'][number]['pages'][number]

/** One participant's result with everything behind it: sessions and their sheets, marks, requirements, record of results, papers. Throws `missing`, or `refused` for another role. */
export async function accountOf(db: Reader, enrolmentId: string, language: Language): Promise<Account> {
  const enrolment = await live(db, 'enrolments', enrolmentId, 'enrolments.missing')
  if (enrolment.role !== 'participant') refuse('results.onlyParticipants', { person: displayName(await live(db, 'people', enrolment.personId, 'enrolments.personMissing')) })
  const [result] = await resultsOf(db, { enrolmentIds: [enrolmentId] }, language)
  if (result === undefined) missing('enrolments.missing')
  const cohort = await live(db, 'cohorts', enrolment.cohortId, 'cohorts.missing')
  const edition = await editionOf(db, cohort.editionId)
  const released = (await releasedBy(db, [enrolmentId])).get(enrolmentId)
  return {
    result,
    cohortName: cohort.name,
    editionId: edition.id,
    minutesPerHour: edition.minutesPerHour,
    sessions: await sessionsOfPerson(db, { enrolmentId, cohortId: cohort.id }, language),
    marks: await marksOfPerson(db, enrolmentId, edition.id),
    requirements: await requirementsOfPerson(db, enrolmentId, edition.id),
    acta: released === undefined ? null : { id: released.actaId, number: released.number },
    certificates: await db.selectFrom('certificates').select(['id', 'number', 'paperKind']).where('enrolmentId', '=', enrolmentId).where(inForce()).orderBy('issuedAt').orderBy('correlative').execute(),
  }
}

interface Whose {
  readonly enrolmentId: string
  readonly cohortId: string
}

async function sessionsOfPerson(db: Reader, whose: Whose, language: Language): Promise<Account['sessions']> {
  const statuses = new Map((await statusesOf(db, language)).map((status) => [status.key, status]))
  const pages = await pagesOf(db, whose)
  const rows = await db
    .selectFrom('sessions')
    .leftJoin('attendances', (join) => join.onRef('attendances.sessionId', '=', 'sessions.id').on('attendances.enrolmentId', '=', whose.enrolmentId).on('attendances.removedAt', 'is', null))
    .select(['sessions.id', 'sessions.day', 'sessions.startsAt', 'sessions.endsAt', 'sessions.subject', 'sessions.plannedMinutes'])
    .select(['attendances.status', 'attendances.minutes', 'attendances.note', 'attendances.source'])
    .where('sessions.cohortId', '=', whose.cohortId)
    .where('sessions.removedAt', 'is', null)
    .orderBy('sessions.day')
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
    .execute()
  return rows.map(({ minutes, ...row }) => {
    const status = row.status === null ? undefined : statuses.get(row.status)
    const counted = row.status === null || status === undefined ? 0 : Math.min(row.plannedMinutes, countedMinutes({ status: row.status, minutes }, status, row.plannedMinutes))
    return { ...row, statusName: status?.name ?? null, countedMinutes: counted, pages: pages.get(row.id) ?? [] }
  })
}

/** By session: the scanned pages of its sheets on which this person signs, and whatever else is kept as evidence of it. */
async function pagesOf(db: Reader, { enrolmentId, cohortId }: Whose): Promise<ReadonlyMap<string, Page[]>> {
  const found = new Map<string, Page[]>()
  const put = (sessionId: string, page: Page): void => void found.set(sessionId, [...(found.get(sessionId) ?? []), page])
  const signed = await db.selectFrom('walkIns').select(['sheetId', 'page']).where('enrolmentId', '=', enrolmentId).where('removedAt', 'is', null).orderBy('id').execute()
  const sheets = await db.selectFrom('sheets').selectAll().where('cohortId', '=', cohortId).where('removedAt', 'is', null).orderBy('printedAt').orderBy('id').execute()
  const scans = await db
    .selectFrom('evidence')
    .innerJoin('sheets', 'sheets.id', 'evidence.sheetId')
    .select(['evidence.id', 'evidence.sheetId', 'evidence.page', 'evidence.fileName'])
    .where('sheets.cohortId', '=', cohortId)
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.page')
    .orderBy('evidence.id')
    .execute()
  for (const { id, rows, rowsPerPage, sessionIds } of sheets.map(readSheet)) {
    const row = rows.findIndex((one) => one.enrolmentId === enrolmentId)
    const hers = new Set(signed.filter((walkIn) => walkIn.sheetId === id).map((walkIn) => walkIn.page))
    if (row >= 0) hers.add(Math.floor(row / rowsPerPage) + 1)
    for (const scan of scans) {
      if (scan.sheetId !== id || !hers.has(scan.page)) continue
      for (const sessionId of sessionIds) put(sessionId, { evidenceId: scan.id, page: scan.page, fileName: scan.fileName })
    }
  }
  const files = await db
    .selectFrom('evidence')
    .innerJoin('sessions', 'sessions.id', 'evidence.sessionId')
    .select(['evidence.id', 'evidence.sessionId', 'evidence.fileName'])
    .where('sessions.cohortId', '=', cohortId)
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.addedAt')
    .orderBy('evidence.id')
    .execute()
  for (const file of files) if (file.sessionId !== null) put(file.sessionId, { evidenceId: file.id, page: null, fileName: file.fileName })
  return found
}

async function marksOfPerson(db: Reader, enrolmentId: string, editionId: string): Promise<Account['marks']> {
  const rows = await db.selectFrom('marks').select(['markItemId', 'value']).where('enrolmentId', '=', enrolmentId).where('removedAt', 'is', null).orderBy('attempt').orderBy('id').execute()
  const attempts = (itemId: string): MarkValue[] => rows.filter((row) => row.markItemId === itemId).map((row) => row.value ?? 'NP')
  return (await itemsOf(db, editionId)).map((item) => ({ item: item.name, weight: item.weight, scaleMax: item.scaleMax, cell: markCell(attempts(item.id)) }))
}

async function requirementsOfPerson(db: Reader, enrolmentId: string, editionId: string): Promise<Account['requirements']> {
  const rows = await db.selectFrom('requirementChecks').select(['requirementId', 'met']).where('enrolmentId', '=', enrolmentId).where('removedAt', 'is', null).orderBy('id').execute()
  return (await requirementsOf(db, editionId)).map(({ id, name }) => {
    const check = rows.find((row) => row.requirementId === id)
    return { name, met: check === undefined ? null : check.met === 1 }
  })
}
