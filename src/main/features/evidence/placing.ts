import { formatDate } from '../../../shared/domain/dates.ts'
import type { PageCode } from '../../../shared/domain/sheet-code.ts'
import { readPageCode } from '../../../shared/domain/sheet-code.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { FoundCode } from '../../intake/scan.ts'

/** Where a page belongs, or why nobody but a person can say. */
export interface Placing {
  readonly place: { readonly cohortId: string; readonly cohortName: string; readonly sheetId: string; readonly page: number; readonly day: string; readonly subject: string } | null
  readonly reason: string
  /** Quarter turns clockwise that the code asks for; null where none told. */
  readonly turns: number | null
}

type Judged =
  | { readonly kind: 'page'; readonly code: PageCode; readonly turns: number }
  | { readonly kind: 'several'; readonly n: number }
  | { readonly kind: 'future' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'none' }

/** Reads the codes found on a page as one place: a sheet's code wins over others' codes, two pages in one picture are nobody's. */
function judgeCodes(codes: readonly FoundCode[]): Judged {
  const read = codes.map(({ text, turns }) => ({ read: readPageCode(text), turns }))
  const pages = read.flatMap((one) => (one.read.kind === 'page' ? [{ kind: 'page' as const, code: one.read.code, turns: one.turns }] : []))
  const [first] = pages
  const distinct = new Set(pages.map(({ code }) => `${code.sheet} ${code.page}`)).size
  if (distinct > 1) return { kind: 'several', n: distinct }
  if (first !== undefined) return first
  const kinds = new Set(read.map((one) => one.read.kind))
  return { kind: kinds.has('future') ? 'future' : kinds.has('damaged') ? 'damaged' : kinds.has('foreign') ? 'foreign' : 'none' }
}

/** Where a page with those codes belongs in this office's register. */
export async function placingOf(db: Reader, codes: readonly FoundCode[], language: Language): Promise<Placing> {
  const judged = judgeCodes(codes)
  const tray = (reason: string, turns: number | null = null): Placing => ({ place: null, reason, turns })
  if (judged.kind === 'several') return tray(say(language, 'evidence.severalPages', { n: judged.n }))
  if (judged.kind === 'future') return tray(say(language, 'evidence.futureCode'))
  if (judged.kind === 'damaged') return tray(say(language, 'evidence.damagedCode'))
  if (judged.kind === 'foreign') return tray(say(language, 'evidence.foreignCode'))
  if (judged.kind === 'none') return tray(say(language, 'evidence.noCode'))
  const { code, turns } = judged
  const cohort = await db.selectFrom('cohorts').select(['id', 'name']).where('id', '=', code.cohortId).executeTakeFirst()
  if (cohort === undefined) return tray(say(language, 'evidence.otherOffice'), turns)
  const sheet = await db.selectFrom('sheets').select(['id', 'cohortId', 'day', 'pages', 'sessionIds', 'removedAt']).where('code', '=', code.sheet).executeTakeFirst()
  const words = { code: code.sheet, group: cohort.name }
  if (sheet === undefined || sheet.cohortId !== cohort.id || code.page > sheet.pages) return tray(say(language, 'evidence.unknownSheet', words), turns)
  if (sheet.removedAt !== null) return tray(say(language, 'evidence.removedSheet', words), turns)
  const subject = await subjectsOf(db, JSON.parse(sheet.sessionIds) as string[])
  const place = { cohortId: cohort.id, cohortName: cohort.name, sheetId: sheet.id, page: code.page, day: sheet.day, subject }
  return { place, turns, reason: say(language, 'evidence.placed', { page: code.page, pages: sheet.pages, subject, day: formatDate(sheet.day), group: cohort.name }) }
}

/** What sessions are about, in their order; a day's several ones with a stroke between. */
export async function subjectsOf(db: Reader, sessionIds: readonly string[]): Promise<string> {
  const found = new Map<string, string>()
  for (const ids of inChunks(sessionIds, 1)) {
    const rows = await db.selectFrom('sessions').select(['id', 'subject']).where('id', 'in', ids).execute()
    for (const row of rows) found.set(row.id, row.subject)
  }
  return [...new Set(sessionIds.map((id) => found.get(id) ?? ''))].filter((subject) => subject !== '').join(' / ')
}
