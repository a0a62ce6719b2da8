import type { DesignDocument } from '../../../shared/contract/designs.ts'
import type { FrozenLook } from '../../../shared/contract/frozen.ts'
import { countedMinutes } from '../../../shared/domain/attendance.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { marksTogether, shownMark } from '../../../shared/domain/marks.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import { readSyllabus } from '../../../shared/domain/syllabus.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import { statusesOf } from '../attendance/statuses.ts'
import { courseSettingsOf, itemsOf } from '../results/course.ts'

type Rows = FrozenLook['tables'][string]
export type Tables = Readonly<Record<string, Rows>>
type Source = 'syllabus' | 'marks' | 'sessions'

/** The columns that a design's tables show of a source, by their field; none: no table shows it. */
function columnsShown({ pages }: DesignDocument, source: Source): ReadonlySet<string> {
  const tables = pages.flatMap((page) => page.elements.flatMap((element) => (element.kind === 'table' && element.source === source ? [element] : [])))
  return new Set(tables.flatMap((table) => table.columns.map((column) => column.field)))
}

/** Only what is shown is frozen: a paper need not carry twenty sessions that its design has no place for. */
const only = (rows: Rows, columns: ReadonlySet<string>): Rows => rows.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => columns.has(field))))

/** The syllabus line by line. Number and hours stay within the subject where the design has no column of them. */
export function syllabusRows(document: DesignDocument, syllabus: string): Rows {
  const columns = columnsShown(document, 'syllabus')
  const hasNumbers = columns.has('n') || columns.has('numero')
  const lines = readSyllabus(syllabus).slice(0, 500)
  const counted = lines.every((line) => line.n === '')
  return only(
    lines.map((line, at) => {
      const n = counted ? String(at + 1) : line.n
      const subject = [hasNumbers || line.n === '' ? '' : `${line.n}. `, line.subject, columns.has('horas') || line.hours === '' ? '' : ` (${line.hours} h)`].join('')
      const asWritten = !hasNumbers && !columns.has('horas') ? line.whole : subject
      return { n, numero: n, tema: asWritten.slice(0, 1000), horas: line.hours }
    }),
    columns,
  )
}

/** What each of these people attended and was marked, as far as the design shows it. By enrolment. */
export async function ownTables(db: Reader, enrolments: readonly Pick<EntityTables['enrolments'], 'id' | 'cohortId'>[], { document, language, editionOf }: { readonly document: DesignDocument; readonly language: Language; readonly editionOf: (cohortId: string) => string }): Promise<ReadonlyMap<string, Tables>> {
  const found = new Map<string, Record<string, Rows>>(enrolments.map(({ id }) => [id, {}]))
  const marks = columnsShown(document, 'marks')
  if (marks.size > 0) for (const [id, rows] of await marksOf(db, enrolments, editionOf)) found.set(id, { ...found.get(id), marks: only(rows, marks) })
  const sessions = columnsShown(document, 'sessions')
  if (sessions.size > 0) for (const [id, rows] of await sessionsOf(db, enrolments, language)) found.set(id, { ...found.get(id), sessions: only(rows, sessions) })
  return found
}

async function marksOf(db: Reader, enrolments: readonly Pick<EntityTables['enrolments'], 'id' | 'cohortId'>[], editionOf: (cohortId: string) => string): Promise<ReadonlyMap<string, Rows>> {
  const found = new Map<string, Rows>()
  for (const [editionId, people] of Map.groupBy(enrolments, (one) => editionOf(one.cohortId))) {
    const items = await itemsOf(db, editionId)
    const settings = await courseSettingsOf(db, editionId)
    for (const chunk of inChunks(people, 1)) {
      const written = await db.selectFrom('marks').select(['enrolmentId', 'markItemId', 'value']).where('enrolmentId', 'in', chunk.map((one) => one.id)).where('removedAt', 'is', null).orderBy('attempt').orderBy('id').execute()
      const byPerson = Map.groupBy(written, (row) => row.enrolmentId)
      for (const { id } of chunk) {
        const attempts = items.map((item) => (byPerson.get(id) ?? []).filter((row) => row.markItemId === item.id).map((row): MarkValue => row.value ?? 'NP'))
        const { counted } = marksTogether(items, attempts, settings)
        found.set(id, items.map((item, at) => ({ evaluacion: item.name, peso: String(item.weight), nota: shownOr(counted[at]) })))
      }
    }
  }
  return found
}

const shownOr = (mark: number | null | undefined): string => (mark === null || mark === undefined ? '' : shownMark(mark))

async function sessionsOf(db: Reader, enrolments: readonly Pick<EntityTables['enrolments'], 'id' | 'cohortId'>[], language: Language): Promise<ReadonlyMap<string, Rows>> {
  const statuses = new Map((await statusesOf(db, language)).map((status) => [status.key, status]))
  const found = new Map<string, Rows>()
  for (const [cohortId, people] of Map.groupBy(enrolments, (one) => one.cohortId)) {
    const sessions = await db.selectFrom('sessions').select(['id', 'day', 'startsAt', 'subject', 'module', 'plannedMinutes']).where('cohortId', '=', cohortId).where('removedAt', 'is', null).orderBy('day').orderBy('startsAt').orderBy('id').execute()
    for (const chunk of inChunks(people, 1)) {
      const written = await db.selectFrom('attendances').select(['enrolmentId', 'sessionId', 'status', 'minutes']).where('enrolmentId', 'in', chunk.map((one) => one.id)).where('removedAt', 'is', null).orderBy('id').execute()
      const marked = new Map(written.map((row) => [`${row.enrolmentId} ${row.sessionId}`, row]))
      for (const { id } of chunk) {
        found.set(
          id,
          sessions.slice(0, 500).map((session) => {
            const mark = marked.get(`${id} ${session.id}`)
            const status = mark === undefined ? undefined : statuses.get(mark.status)
            const minutes = mark === undefined || status === undefined ? null : countedMinutes(mark, status, session.plannedMinutes)
            const hours = minutes === null ? '' : shownMark(minutes / 60)
            return { fecha: formatDate(session.day), hora: session.startsAt, sesion: session.subject, tema: session.subject, modulo: session.module ?? '', horas: hours, asistencia: status?.name ?? '' }
          }),
        )
      }
    }
  }
  return found
}
