import type { contract } from '../../../shared/contract/index.ts'
import { attendanceCell } from '../../../shared/domain/attendance.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { live } from '../live.ts'
import type { PrintedRow, SheetRecord } from './records.ts'
import { enrolmentsNow, readSheet, sheetPagesOf } from './records.ts'

type SheetSeen = OutputOf<typeof contract.sheets.list>[number]
type SheetWhole = OutputOf<typeof contract.sheets.get>
type SheetRow = SheetWhole['rows'][number]['rows'][number]

/** The sheets of a group in order of day, with what came back of them. */
export async function sheetsSeen(db: Reader, cohortId: string): Promise<SheetSeen[]> {
  const rows = await db.selectFrom('sheets').selectAll().where('cohortId', '=', cohortId).where('removedAt', 'is', null).orderBy('day').orderBy('printedAt').orderBy('id').execute()
  return seen(db, rows.map(readSheet))
}

/** One sheet page by page, row by row as on the paper. Throws `missing`. */
export async function sheetWhole(db: Reader, id: string): Promise<SheetWhole> {
  const record = readSheet(await live(db, 'sheets', id, 'sheets.missing'))
  const [sheet] = await seen(db, [record])
  if (sheet === undefined) throw new Error('a sheet that is there was not seen')
  const evidence = await db.selectFrom('evidence').select(['id', 'fileName', 'page']).where('sheetId', '=', id).where('removedAt', 'is', null).orderBy('addedAt').orderBy('id').execute()
  const rows = await rowsOf(db, record)
  const pages = Array.from({ length: record.pages }, (_, at) => ({
    page: at + 1,
    evidence: evidence.filter((one) => one.page === at + 1).map(({ id: evidenceId, fileName }) => ({ id: evidenceId, fileName })),
    rows: rows.slice(at * record.rowsPerPage, (at + 1) * record.rowsPerPage),
  }))
  return { ...sheet, rows: pages }
}

async function seen(db: Reader, records: readonly SheetRecord[]): Promise<SheetSeen[]> {
  const pages = new Map((await sheetPagesOf(db, [...new Set(records.map((record) => record.cohortId))])).map((sheet) => [sheet.id, sheet]))
  const sessions = await sessionsById(db, records.flatMap((record) => record.sessionIds))
  return records.map((record) => ({
    id: record.id,
    code: record.code,
    cohortId: record.cohortId,
    day: record.day,
    sessions: record.sessionIds.flatMap((id) => sessions.get(id) ?? []),
    people: record.rows.length,
    blankRows: record.blankRows,
    pages: record.pages,
    pagesBack: [...(pages.get(record.id)?.pagesBack ?? [])],
    pagesMissing: [...(pages.get(record.id)?.pagesMissing ?? [])],
    printedAt: record.printedAt,
  }))
}

/** Sessions as the paper knew them: those removed since are still printed there. */
async function sessionsById(db: Reader, ids: readonly string[]): Promise<Map<string, SheetSeen['sessions'][number]>> {
  const found = new Map<string, SheetSeen['sessions'][number]>()
  for (const chunk of inChunks([...new Set(ids)], 1)) {
    const rows = await db.selectFrom('sessions').select(['id', 'day', 'startsAt', 'endsAt', 'subject', 'plannedMinutes']).where('id', 'in', chunk).execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

async function rowsOf(db: Reader, record: SheetRecord): Promise<SheetRow[]> {
  const cells = await attendanceOf(db, record)
  const walkIns = await db.selectFrom('walkIns').select(['id', 'sessionId', 'row', 'writtenName', 'status', 'minutes']).where('sheetId', '=', record.id).where('removedAt', 'is', null).orderBy('id').execute()
  const enrolmentIds = await enrolmentsNow(db, record)
  const signedIn = (row: number, printed: PrintedRow | null): SheetRow => {
    const here = walkIns.filter((one) => one.row === row)
    const marks = record.sessionIds.map((sessionId) => here.find((one) => one.sessionId === sessionId) ?? null)
    return { row, enrolmentId: null, name: printed?.name ?? here[0]?.writtenName ?? '', isGone: printed !== null, walkInId: here[0]?.id ?? null, cells: marks.map(attendanceCell) }
  }
  const people = record.rows.map((printed, at): SheetRow => {
    const enrolmentId = enrolmentIds[at] ?? null
    if (enrolmentId === null) return signedIn(at + 1, printed)
    return { row: at + 1, enrolmentId, name: printed.name, isGone: false, walkInId: null, cells: record.sessionIds.map((sessionId) => cells.get(`${enrolmentId} ${sessionId}`) ?? '') }
  })
  const blank = Array.from({ length: record.blankRows }, (_, at) => signedIn(record.rows.length + at + 1, null))
  return [...people, ...blank]
}

/** Cells by `enrolmentId sessionId`. */
async function attendanceOf(db: Reader, record: SheetRecord): Promise<Map<string, string>> {
  const rows = await db.selectFrom('attendances').select(['enrolmentId', 'sessionId', 'status', 'minutes']).where('sessionId', 'in', [...record.sessionIds]).where('removedAt', 'is', null).execute()
  return new Map(rows.map((row) => [`${row.enrolmentId} ${row.sessionId}`, attendanceCell(row)]))
}
