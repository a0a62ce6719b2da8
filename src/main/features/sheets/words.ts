import { longDate, weekdayName } from '../../../shared/domain/dates.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { maskDocument } from '../../../shared/domain/documents.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { SheetFact, SignRow, SignSheet } from '../../documents/sign-sheet-model.ts'
import type { GridPerson } from '../attendance/records.ts'
import { editionOf, programmeOf } from '../programmes/records.ts'
import type { SessionRow, speakersOf } from '../sessions/records.ts'

/** Whose sheets they are, as their heads say it. */
export interface SheetContext {
  readonly editionId: string
  readonly course: string
  readonly context: string
  readonly groupName: string
  /** Where sessions without a place of their own are held. */
  readonly place: string | null
}

/** Programme, edition and group in words. Throws `missing`. */
export async function sheetContextOf(db: Reader, cohort: EntityTables['cohorts'], language: Language): Promise<SheetContext> {
  const edition = await editionOf(db, cohort.editionId)
  const programme = await programmeOf(db, edition.programmeId)
  return {
    editionId: edition.id,
    course: edition.title ?? programme.name,
    context: [programme.name, edition.name, say(language, 'sheets.group', { name: cohort.name })].join(' · '),
    groupName: cohort.name,
    place: cohort.site ?? edition.place,
  }
}

type Speaker = Awaited<ReturnType<typeof speakersOf>>[number]

/** The lines of facts under a sheet's title: what, who, when and where. Sessions of one day stand four on a line. */
export function sheetFacts(sessions: readonly SessionRow[], speakers: readonly Speaker[], context: SheetContext, language: Language): SignSheet['facts'] {
  const [only] = sessions
  if (only === undefined) return []
  const names = (session: SessionRow): string[] => speakers.filter((one) => one.sessionId === session.id).map((one) => displayName(one))
  const day = { label: say(language, 'sheets.day'), value: dayInWords(only.day, language), share: 2 }
  const places = [...new Set(sessions.map((session) => session.place ?? context.place).filter((place) => place !== null))]
  const place = places.length === 0 ? [] : [{ label: say(language, 'sheets.place'), value: places.join(' · '), share: 2.8 }]
  if (sessions.length === 1) {
    const who = names(only)
    const asked = who.length === 0 ? [] : [{ label: say(language, 'sheets.speakers', { one: who.length === 1 }), value: who.join('; '), share: 2 }]
    const time = { label: say(language, 'sheets.time'), value: say(language, 'sheets.timeValue', { from: only.startsAt, to: only.endsAt }), share: 1.2 }
    return [[{ label: say(language, 'sheets.subject'), value: subjectOf(only), share: 3 }, ...asked], [day, time, ...place]]
  }
  const told = sessions.map((session, at): SheetFact => {
    const who = names(session)
    const label = say(language, 'sheets.sessionOf', { n: at + 1, from: session.startsAt, to: session.endsAt })
    return { label, value: who.length === 0 ? subjectOf(session) : `${subjectOf(session)} (${who.join('; ')})`, share: 1 }
  })
  return [...foursOf(told), [day, ...place]]
}

/** The heads of the signature columns. */
export function signatureHeads(sessions: readonly SessionRow[], language: Language): string[] {
  if (sessions.length === 1) return [say(language, 'sheets.signature')]
  return sessions.map((session, at) => say(language, 'sheets.signatureOf', { n: at + 1, from: session.startsAt, to: session.endsAt }))
}

/** A person's row: of her document the last three characters only, because the sheet goes from hand to hand. */
export function signRow(person: Pick<GridPerson, 'name' | 'organisationName' | 'documentNumber'>): SignRow {
  return { name: person.name, organisation: person.organisationName ?? '', document: maskDocument(person.documentNumber ?? '').replaceAll('*', '•') }
}

function dayInWords(day: string, language: Language): string {
  return say(language, 'sheets.dayValue', { weekday: weekdayName(day, language), day: longDate(day, language) })
}

function subjectOf({ module, subject }: SessionRow): string {
  return module === null ? subject : `${module} · ${subject}`
}

function foursOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 4) }, (_, at) => all.slice(at * 4, at * 4 + 4))
}
