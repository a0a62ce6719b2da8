import type { contract } from '../../shared/contract/index.ts'
import { dayNumber, addDays } from '../../shared/domain/dates.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Handlers } from '../core/context.ts'
import { inChunks } from '../db/chunks.ts'
import type { Reader, Writer } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { live } from './live.ts'
import { addSession, addSpeakers, checkSession, sessionNamed, sessionsOf, speakersOf } from './sessions/records.ts'
import type { SessionFields, SessionRow, SpeakerChoice } from './sessions/records.ts'
import { addAbsent } from './sessions/repeat.ts'
import { sessionsSeen } from './sessions/seen.ts'
import { importSheet, readSheet } from './sessions/sheet.ts'
import { sheetTemplate } from './sessions/template.ts'
import { sheetPagesOf } from './sheets/records.ts'

export const sessions: Handlers<typeof contract.sessions> = {
  list: ({ db }, which) => {
    if (which.cohortId === undefined && which.editionId === undefined) refuse('lists.nothingChosen')
    return sessionsSeen(db, which)
  },
  create: async ({ db }, { cohortId, fields, speakers }) => {
    await checkSpeakers(db, speakers)
    const id = await addSession(db, cohortId, fields)
    await addSpeakers(db, [{ sessionId: id, speakers }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const current = await live(db, 'sessions', id, 'sessions.missing')
    const session = { ...current, ...fields }
    checkSession(session)
    if (session.plannedMinutes < current.plannedMinutes) await refuseMoreWritten(db, session)
    await db.change('sessions', id, fields)
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    const session = await live(db, 'sessions', id, 'sessions.missing')
    const marks = await db.selectFrom('attendances').select(rowCount().as('n')).where('sessionId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (marks.n > 0) refuse('sessions.hasAttendance', { n: marks.n, ...sessionNamed(session) })
    const signed = await db.selectFrom('walkIns').select(rowCount().as('n')).where('sessionId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (signed.n > 0) refuse('sessions.hasWalkIns', { n: signed.n, ...sessionNamed(session) })
    const files = await db.selectFrom('evidence').select(rowCount().as('n')).where('sessionId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (files.n > 0) refuse('sessions.hasEvidence', { n: files.n, ...sessionNamed(session) })
    await leaveSheets(db, session)
    await removeSpeakers(db, id)
    await db.remove('sessions', id)
    return { id, act: db.act }
  },
  setSpeakers: async ({ db }, { id, speakers }) => {
    await live(db, 'sessions', id, 'sessions.missing')
    await checkSpeakers(db, speakers)
    await removeSpeakers(db, id)
    await addSpeakers(db, [{ sessionId: id, speakers }])
    return { id, act: db.act }
  },
  repeat: async ({ db }, { id, days }) => {
    const { id: _, removedAt: __, ...session } = await live(db, 'sessions', id, 'sessions.missing')
    const speakers = await speakersOf(db, [id])
    const wanted = [...new Set(days)].toSorted().map((day) => ({ fields: { ...session, day }, speakers }))
    return { ...(await addAbsent(db, wanted)), act: db.act }
  },
  copy: async ({ db }, { fromCohortId, toCohortIds, startsOn, withSpeakers }) => {
    await live(db, 'cohorts', fromCohortId, 'cohorts.missing')
    await refuseMissing(db, 'cohorts', toCohortIds)
    const from = await sessionsOf(db, { cohortId: fromCohortId })
    const [first] = from
    if (first === undefined) refuse('sessions.nothingToCopy')
    const shift = startsOn === null ? 0 : dayNumber(startsOn) - dayNumber(first.day)
    const speakers = withSpeakers ? Map.groupBy(await speakersOf(db, from.map((one) => one.id)), (one) => one.sessionId) : new Map<string, []>()
    const wanted = [...new Set(toCohortIds)].flatMap((cohortId) =>
      from.map(({ id, ...session }) => ({ fields: { ...session, cohortId, day: addDays(session.day, shift) }, speakers: speakers.get(id) ?? [] })),
    )
    return { ...(await addAbsent(db, wanted)), act: db.act }
  },
  readSheet,
  importSheet,
  sheetTemplate,
}

/** Throws `refused`, naming somebody, when more minutes are written than the session would have. */
async function refuseMoreWritten(db: Reader, session: Pick<SessionFields, 'plannedMinutes' | 'subject' | 'day'> & { readonly id: string }): Promise<void> {
  const { id, plannedMinutes: planned } = session
  const written = await db.selectFrom('attendances').select(({ fn }) => [rowCount().as('n'), fn.max('minutes').as('most')]).where('sessionId', '=', id).where('removedAt', 'is', null).where('minutes', '>', planned).executeTakeFirstOrThrow()
  const signed = await db.selectFrom('walkIns').select(({ fn }) => [rowCount().as('n'), fn.max('minutes').as('most')]).where('sessionId', '=', id).where('removedAt', 'is', null).where('minutes', '>', planned).executeTakeFirstOrThrow()
  const n = written.n + signed.n
  if (n > 0) refuse('sessions.moreWritten', { n, most: Math.max(written.most ?? 0, signed.most ?? 0), planned, ...sessionNamed(session) })
}

/** Sheets that are for this session and no other go with it: their pages would be missing for ever. Throws `refused` when signed pages of it came back. */
async function leaveSheets(db: Writer, session: Pick<SessionRow, 'id' | 'cohortId' | 'subject' | 'day'>): Promise<void> {
  const sheets = (await sheetPagesOf(db, [session.cohortId])).filter((sheet) => sheet.sessionIds.includes(session.id))
  const signed = sheets.find((sheet) => sheet.pagesBack.length > 0)
  if (signed !== undefined) refuse('sessions.hasSignedPages', { n: signed.pagesBack.length, code: signed.code, ...sessionNamed(session) })
  const standing = new Set((await sessionsOf(db, { cohortId: session.cohortId })).map((one) => one.id))
  const alone = sheets.filter((sheet) => sheet.sessionIds.every((id) => id === session.id || !standing.has(id)))
  await db.removeMany('sheets', alone.map((sheet) => sheet.id))
}

async function checkSpeakers(db: Reader, speakers: readonly SpeakerChoice[]): Promise<void> {
  await refuseMissing(db, 'people', speakers.map((speaker) => speaker.personId))
}

/** Throws `missing` when one of them is not there any more. */
async function refuseMissing(db: Reader, table: 'people' | 'cohorts', ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  for (const chunk of inChunks(wanted, 1)) {
    const known = await db.selectFrom(table).select(rowCount().as('n')).where('id', 'in', chunk).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (known.n < chunk.length) missing(table === 'people' ? 'sessions.speakerMissing' : 'cohorts.missing')
  }
}

async function removeSpeakers(db: Writer, sessionId: string): Promise<void> {
  const rows = await db.selectFrom('sessionSpeakers').select('id').where('sessionId', '=', sessionId).where('removedAt', 'is', null).execute()
  await db.removeMany('sessionSpeakers', rows.map((row) => row.id))
}
