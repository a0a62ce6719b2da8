import { randomInt } from 'node:crypto'
import { pageCodeText, sheetLetters } from '../../../shared/domain/sheet-code.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader, Writer } from '../../db/doors.ts'
import { mostSignatures, pagesOf, rowsPerPage } from '../../documents/sign-sheet-model.ts'
import type { SignSheet, SignSheets } from '../../documents/sign-sheet-model.ts'
import { participantsOf } from '../attendance/records.ts'
import type { GridPerson } from '../attendance/records.ts'
import { live } from '../live.ts'
import { headerOf } from '../reports/written.ts'
import type { SessionRow } from '../sessions/records.ts'
import { sessionsOf, speakersOf } from '../sessions/records.ts'
import { sheetRows } from './records.ts'
import type { SheetContext } from './words.ts'
import { sheetContextOf, sheetFacts, signatureHeads, signRow } from './words.ts'

export interface ToPrint {
  readonly cohortId: string
  readonly sessionIds: readonly string[]
  readonly by: 'session' | 'day'
  readonly blankRows: number
}

export interface PrintedSheet {
  readonly id: string
  readonly code: string
  readonly pages: number
  readonly isNew: boolean
}

type Asked = { readonly language: Language; readonly today: string; readonly now: string }

/**
 * Settles which sheets are to be printed and writes down the new ones: sessions, people and blank rows as before are the
 * sheet as before, with its code and its order. Gives what the paper says. Throws `missing`, or `refused` when there is nobody to sign.
 */
export async function planSheets(db: Writer, input: ToPrint, { language, today, now }: Asked): Promise<{ sheets: PrintedSheet[]; paper: SignSheets; groupName: string; day: string }> {
  const cohort = await live(db, 'cohorts', input.cohortId, 'cohorts.missing')
  const sessions = await chosenSessions(db, input)
  const people = (await participantsOf(db, cohort.id)).filter((person) => person.state !== 'withdrawn')
  if (people.length + input.blankRows === 0) refuse('sheets.nobody')
  const context = await sheetContextOf(db, cohort, language)
  const speakers = await speakersOf(db, sessions.map((session) => session.id))
  const printed = []
  for (const group of grouped(sessions, input.by)) {
    const record = await sheetFor(db, { ...input, sessions: group, people, now })
    printed.push({ record, drawn: drawn(record, { sessions: group, people, speakers, context, input, language }) })
  }
  return {
    sheets: printed.map(({ record: { id, code, pages, isNew } }) => ({ id, code, pages, isNew })),
    paper: { language, title: say(language, 'sheets.title'), header: await headerOf(db, today, context.editionId), sheets: printed.map((each) => each.drawn) },
    groupName: context.groupName,
    day: sessions[0]?.day ?? today,
  }
}

async function chosenSessions(db: Reader, input: ToPrint): Promise<SessionRow[]> {
  const wanted = new Set(input.sessionIds)
  const sessions = (await sessionsOf(db, { cohortId: input.cohortId })).filter((session) => wanted.has(session.id))
  if (sessions.length < wanted.size) refuse('sheets.otherGroup')
  return sessions
}

/** The sessions of each sheet. A day with more sessions than a page has room for takes several sheets. */
function grouped(sessions: readonly SessionRow[], by: ToPrint['by']): SessionRow[][] {
  if (by === 'session') return sessions.map((session) => [session])
  const groups: SessionRow[][] = []
  for (const session of sessions) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.day === session.day && last.length < mostSignatures) last.push(session)
    else groups.push([session])
  }
  return groups
}

type Wanted = ToPrint & { readonly sessions: readonly SessionRow[]; readonly people: readonly GridPerson[]; readonly now: string }
type SheetFound = PrintedSheet & { readonly rowsPerPage: number; readonly day: string }

/** The sheet that was printed before for the same, or a new one. */
async function sheetFor(db: Writer, { cohortId, sessions, people, blankRows, now }: Wanted): Promise<SheetFound> {
  const perPage = rowsPerPage(sessions.length)
  const pages = pagesOf(people.length + blankRows, perPage)
  const fields = {
    cohortId,
    sessionIds: JSON.stringify(sessions.map((session) => session.id)),
    day: sessions[0]?.day ?? '',
    rows: sheetRows(people),
    blankRows,
    rowsPerPage: perPage,
    pages,
  }
  const known = await db
    .selectFrom('sheets')
    .select(['id', 'code'])
    .where('cohortId', '=', cohortId)
    .where('sessionIds', '=', fields.sessionIds)
    .where('day', '=', fields.day)
    .where('rows', '=', fields.rows)
    .where('blankRows', '=', blankRows)
    .where('rowsPerPage', '=', perPage)
    .where('removedAt', 'is', null)
    .orderBy('printedAt')
    .executeTakeFirst()
  if (known !== undefined) return { ...known, pages, isNew: false, rowsPerPage: perPage, day: fields.day }
  const code = await freeCode(db)
  const [id = ''] = await db.add('sheets', [{ ...fields, code, printedAt: now }])
  return { id, code, pages, isNew: true, rowsPerPage: perPage, day: fields.day }
}

/** Six letters that no sheet ever had, removed ones included: their paper may still be somewhere. */
async function freeCode(db: Reader): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 6 }, () => sheetLetters.charAt(randomInt(sheetLetters.length))).join('')
    const taken = await db.selectFrom('sheets').select('id').where('code', '=', code).executeTakeFirst()
    if (taken === undefined) return code
  }
}

type Said = {
  readonly sessions: readonly SessionRow[]
  readonly people: readonly GridPerson[]
  readonly speakers: Awaited<ReturnType<typeof speakersOf>>
  readonly context: SheetContext
  readonly input: ToPrint
  readonly language: Language
}

function drawn(record: SheetFound, { sessions, people, speakers, context, input, language }: Said): SignSheet {
  const [only] = sessions
  const of = sessions.length === 1 && only !== undefined ? ({ kind: 'session', sessionId: only.id } as const) : ({ kind: 'day', day: record.day } as const)
  return {
    course: context.course,
    context: context.context,
    facts: sheetFacts(sessions, speakers, context, language),
    signatures: signatureHeads(sessions, language),
    rows: people.map(signRow),
    blankRows: input.blankRows,
    code: record.code,
    pageCodes: Array.from({ length: record.pages }, (_, at) => pageCodeText({ cohortId: input.cohortId, for: of, sheet: record.code, page: at + 1, pages: record.pages })),
  }
}
