import { formatDate } from '../../../shared/domain/dates.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { BookColumn, BookEntry } from '../../documents/register-book-model.ts'
import type { Annulled, Replacement } from '../certificates/state.ts'
import { annulled, replacedBy } from '../certificates/state.ts'

type Series = EntityTables['series']

export interface BookRows {
  readonly columns: readonly BookColumn[]
  readonly entries: readonly BookEntry[]
  readonly counts: { readonly valid: number; readonly replaced: number; readonly annulled: number }
}

/** Every certificate of a series in a year, in the order of the numbers, each version of a number apart. */
export async function certificateRows(db: Reader, { id: seriesId }: Series, year: number, language: Language): Promise<BookRows> {
  const papers = await papersOf(db, seriesId, year)
  const ids = papers.map((paper) => paper.id)
  const known = { replacements: await replacedBy(db, ids), annulments: await annulled(db, ids) }
  const looks = await hoursOfLooks(db, papers.map((paper) => paper.lookId))
  const entries = papers.map((paper): BookEntry => {
    const replacement = known.replacements.get(paper.id)
    const annulment = known.annulments.get(paper.id)
    return {
      correlative: paper.correlative,
      quiet: replacement !== undefined || annulment !== undefined,
      cells: [
        paper.number,
        formatDate(paper.issuedOn),
        paper.personName,
        paper.documentNumber ?? '–',
        paper.title,
        hoursOf(paper, looks),
        kindOf(paper, language),
        stateOf({ version: paper.version, replacement, annulment }, language),
        paper.handedOn === null ? '' : say(language, 'numbering.bookHanded', { day: formatDate(paper.handedOn), proxy: paper.proxyName ?? '' }),
      ],
    }
  })
  const of = (which: (id: string) => boolean): number => ids.filter(which).length
  const counts = {
    annulled: of((id) => known.annulments.has(id)),
    replaced: of((id) => known.replacements.has(id) && !known.annulments.has(id)),
    valid: of((id) => !known.replacements.has(id) && !known.annulments.has(id)),
  }
  return { columns: certificateColumns(language), entries, counts }
}

type Paper = Awaited<ReturnType<typeof papersOf>>[number]

function papersOf(db: Reader, seriesId: string, year: number) {
  return db
    .selectFrom('certificates')
    .innerJoin('cohorts', 'cohorts.id', 'certificates.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .leftJoin('handovers', (join) => join.onRef('handovers.certificateId', '=', 'certificates.id').on('handovers.removedAt', 'is', null))
    .select(['certificates.id', 'certificates.correlative', 'certificates.version', 'certificates.number', 'certificates.issuedOn', 'certificates.personName', 'certificates.documentNumber', 'certificates.title'])
    .select(['certificates.paperKind', 'certificates.role', 'certificates.lookId', 'editions.hours', 'handovers.handedOn', 'handovers.proxyName'])
    .where('certificates.seriesId', '=', seriesId)
    .where('certificates.year', '=', year)
    .orderBy('certificates.correlative')
    .orderBy('certificates.version')
    .execute()
}

/** That she took part goes without saying. */
function kindOf({ paperKind, role }: Paper, language: Language): string {
  const kind = say(language, 'paper.heading', { kind: paperKind })
  return role === 'participant' ? kind : `${kind}\n${say(language, 'lists.roleName', { role })}`
}

/** The hours as the paper prints them; those of the first shape keep them inside a sentence, so there the course's stand. */
function hoursOf({ lookId, hours }: Paper, looks: ReadonlyMap<string, string>): string {
  return (lookId === null ? undefined : looks.get(lookId)) ?? (hours === null ? '–' : shownMark(hours))
}

async function hoursOfLooks(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const id of new Set(ids)) {
    if (id === null) continue
    const look = await db.selectFrom('certificateLooks').select('words').where('id', '=', id).executeTakeFirst()
    const { fields } = JSON.parse(look?.words ?? '{"fields":{}}') as { fields: Readonly<Record<string, unknown>> }
    const hours = fields['horas']
    if (typeof hours === 'string' && hours !== '') found.set(id, hours)
  }
  return found
}

interface Standing {
  readonly version: number
  readonly replacement: Replacement | undefined
  readonly annulment: Annulled | undefined
}

function stateOf({ version, replacement, annulment }: Standing, language: Language): string {
  const state =
    annulment !== undefined
      ? say(language, 'numbering.bookAnnulled', { day: formatDate(annulment.annulledOn), reason: annulment.reason, resolution: annulment.resolution ?? '' })
      : replacement !== undefined
        ? say(language, 'numbering.bookReplaced', { version: replacement.version, reason: replacement.reason })
        : say(language, 'numbering.bookValid')
  const isAlone = version === 1 && replacement === undefined
  return isAlone ? state : `${say(language, 'numbering.bookVersion', { version })} · ${state}`
}

function certificateColumns(language: Language): BookColumn[] {
  return [
    { label: say(language, 'lists.number'), share: 104 },
    { label: say(language, 'numbering.bookDate'), share: 46 },
    { label: say(language, 'lists.nameOnPaper'), share: 150 },
    { label: say(language, 'lists.document'), share: 54 },
    { label: say(language, 'lists.title'), share: 162 },
    { label: say(language, 'lists.hours'), share: 36, align: 'right' },
    { label: say(language, 'numbering.bookType'), share: 54 },
    { label: say(language, 'numbering.bookState'), share: 98 },
    { label: say(language, 'numbering.bookReceived'), share: 84 },
  ]
}

/** Every record of results of a series in a year. */
export async function actaRows(db: Reader, { id: seriesId }: Series, year: number, language: Language): Promise<BookRows> {
  const rows = await db
    .selectFrom('actas')
    .innerJoin('cohorts', 'cohorts.id', 'actas.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['actas.id', 'actas.correlative', 'actas.number', 'actas.drawnUpOn', 'actas.replacesId', 'actas.replaceReason', 'cohorts.name as cohortName', 'editions.name as editionName', 'editions.title', 'programmes.name as programmeName'])
    .select((eb) => eb.selectFrom('actaLines').whereRef('actaLines.actaId', '=', 'actas.id').select(rowCount().as('n')).as('people'))
    .where('actas.seriesId', '=', seriesId)
    .where('actas.year', '=', year)
    .orderBy('actas.correlative')
    .execute()
  const later = new Map(rows.flatMap((row) => (row.replacesId === null ? [] : [[row.replacesId, row] as const])))
  const entries = rows.map((row): BookEntry => {
    const replacement = later.get(row.id)
    const state = replacement === undefined ? say(language, 'numbering.bookValid') : say(language, 'numbering.bookActaReplaced', { number: replacement.number, reason: replacement.replaceReason ?? '–' })
    return {
      correlative: row.correlative,
      quiet: replacement !== undefined,
      cells: [row.number, formatDate(row.drawnUpOn), row.title ?? row.programmeName, `${row.editionName} · ${row.cohortName}`, String(row.people ?? 0), state, ''],
    }
  })
  const columns: BookColumn[] = [
    { label: say(language, 'lists.number'), share: 118 },
    { label: say(language, 'numbering.bookDate'), share: 50 },
    { label: say(language, 'lists.title'), share: 210 },
    { label: say(language, 'lists.cohort'), share: 150 },
    { label: say(language, 'numbering.bookPeople'), share: 46, align: 'right' },
    { label: say(language, 'numbering.bookState'), share: 130 },
    { label: say(language, 'numbering.bookReceived'), share: 84 },
  ]
  return { columns, entries, counts: { valid: entries.length - later.size, replaced: later.size, annulled: 0 } }
}
