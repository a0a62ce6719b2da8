import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

/** A row of a sheet that stands for a person, as it was printed. */
export interface PrintedRow {
  readonly enrolmentId: string
  readonly name: string
}

export type SheetRecord = Omit<EntityTables['sheets'], 'sessionIds' | 'rows' | 'removedAt'> & { readonly sessionIds: readonly string[]; readonly rows: readonly PrintedRow[] }

/** What a sheet is beside its rows: enough for counting its pages. */
export type SheetPages = Pick<SheetRecord, 'id' | 'cohortId' | 'code' | 'day' | 'pages' | 'sessionIds'> & { readonly pagesBack: readonly number[]; readonly pagesMissing: readonly number[] }

/** Rows and sessions of a sheet as text of its record, and back. */
export function sheetRows(rows: readonly PrintedRow[]): string {
  return JSON.stringify(rows.map(({ enrolmentId, name }) => [enrolmentId, name]))
}
export function readSheet(row: EntityTables['sheets']): SheetRecord {
  const { removedAt: _, rows, sessionIds, ...rest } = row
  const pairs = JSON.parse(rows) as readonly (readonly [string, string])[]
  return { ...rest, sessionIds: JSON.parse(sessionIds) as string[], rows: pairs.map(([enrolmentId, name]) => ({ enrolmentId, name })) }
}

/**
 * By whose enrolment each printed row is typed today, in the order of the rows: the one printed, or that by which she was enrolled
 * again; null for who was taken out of the group.
 */
export async function enrolmentsNow(db: Reader, { cohortId, rows }: Pick<SheetRecord, 'cohortId' | 'rows'>): Promise<(string | null)[]> {
  const people = await db.selectFrom('enrolments').select(['id', 'personId', 'role', 'removedAt']).where('cohortId', '=', cohortId).orderBy('id').execute()
  const printed = new Map(people.map((one) => [one.id, one]))
  const onPaper = new Set(rows.map((row) => row.enrolmentId))
  return rows.map(({ enrolmentId }) => {
    const known = printed.get(enrolmentId)
    if (known === undefined || known.removedAt === null) return known?.id ?? null
    return people.find((one) => one.removedAt === null && one.personId === known.personId && one.role === known.role && !onPaper.has(one.id))?.id ?? null
  })
}

/** The sheets of groups, in order of day and printing, with the pages that came back and those that are missing. */
export async function sheetPagesOf(db: Reader, cohortIds: readonly string[]): Promise<SheetPages[]> {
  const found: SheetPages[] = []
  for (const ids of inChunks(cohortIds, 1)) {
    const rows = await db
      .selectFrom('sheets')
      .select(['id', 'cohortId', 'code', 'day', 'pages', 'sessionIds'])
      .where('cohortId', 'in', ids)
      .where('removedAt', 'is', null)
      .orderBy('day')
      .orderBy('printedAt')
      .orderBy('id')
      .execute()
    const back = await pagesBackOf(db, rows.map((row) => row.id))
    for (const row of rows) found.push({ ...row, sessionIds: JSON.parse(row.sessionIds) as string[], ...splitPages(row.pages, back.get(row.id)) })
  }
  return found
}

/** Pages of a group's sheets that have not come back as a scan, sheet by sheet; sheets that are whole are not listed. */
export async function missingPages(db: Reader, cohortId: string): Promise<{ sheetId: string; code: string; day: string; sessionIds: readonly string[]; pages: readonly number[] }[]> {
  const sheets = await sheetPagesOf(db, [cohortId])
  return sheets.filter((sheet) => sheet.pagesMissing.length > 0).map(({ id, code, day, sessionIds, pagesMissing }) => ({ sheetId: id, code, day, sessionIds, pages: pagesMissing }))
}

/** How many pages the sheets of each session have, and how many came back; a day's sheet counts for each of its sessions. */
export async function pagesBySession(db: Reader, cohortIds: readonly string[]): Promise<Map<string, { pages: number; pagesBack: number }>> {
  const counts = new Map<string, { pages: number; pagesBack: number }>()
  for (const sheet of await sheetPagesOf(db, cohortIds)) {
    for (const sessionId of sheet.sessionIds) {
      const known = counts.get(sessionId) ?? { pages: 0, pagesBack: 0 }
      counts.set(sessionId, { pages: known.pages + sheet.pages, pagesBack: known.pagesBack + sheet.pagesBack.length })
    }
  }
  return counts
}

/** Pages of each sheet that a scan shows. */
async function pagesBackOf(db: Reader, sheetIds: readonly string[]): Promise<Map<string, Set<number>>> {
  const back = new Map<string, Set<number>>()
  for (const ids of inChunks(sheetIds, 1)) {
    const rows = await db.selectFrom('evidence').select(['sheetId', 'page']).where('sheetId', 'in', ids).where('removedAt', 'is', null).execute()
    for (const { sheetId, page } of rows) {
      if (sheetId === null || page === null) continue
      const pages = back.get(sheetId) ?? new Set<number>()
      back.set(sheetId, pages.add(page))
    }
  }
  return back
}

function splitPages(pages: number, back: ReadonlySet<number> = new Set()): { pagesBack: number[]; pagesMissing: number[] } {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  return { pagesBack: all.filter((page) => back.has(page)), pagesMissing: all.filter((page) => !back.has(page)) }
}
