import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { displayName, nameKeyOf } from '../../../shared/domain/names.ts'
import type { RosterCell, RosterRow } from '../../../shared/domain/roster/cells.ts'
import { overlap } from '../../../shared/domain/session-days.ts'
import type { SheetColumn } from '../../../shared/domain/session-labels.ts'
import type { ReadSheetRow } from '../../../shared/domain/session-sheet.ts'
import { readSessionSheet } from '../../../shared/domain/session-sheet.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { HandlerOf, JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import type { Sheet } from '../../intake/table.ts'
import type { Asked } from '../imports/source.ts'
import { sourceOf } from '../imports/source.ts'
import { live } from '../live.ts'
import { editionOf } from '../programmes/records.ts'
import type { SessionRow } from './records.ts'
import { sessionKey, sessionsOf } from './records.ts'
import { addAbsent } from './repeat.ts'

type ReadSheet = OutputOf<typeof contract.sessions.readSheet>
type SheetRow = ReadSheet['rows'][number]

export const readSheet: HandlerOf<typeof contract.sessions.readSheet> = async (context, { file, cohortId }) => {
  const read = await sheetOf(context, { file, cohortId })
  const { language } = context
  return {
    fileName: file.name,
    sheet: read.sheet.name,
    rows: read.rows.map((row) => row.seen),
    columns: read.columns.map(({ label, field }) => ({ label, field: say(language, `sessions.field.${field}`) })),
    notes: read.others === 0 ? [] : [say(language, 'sessions.otherSheets', { n: read.others, sheet: read.sheet.name })],
  }
}

export const importSheet: HandlerOf<typeof contract.sessions.importSheet> = async (context, { file, cohortId, skip }) => {
  const { rows } = await sheetOf(context, { file, cohortId })
  const skipped = new Set(skip)
  const wanted = rows.flatMap(({ seen, roles }) => {
    if (seen.fields === null || seen.problems.length > 0 || skipped.has(seen.row)) return []
    const speakers = seen.speakers.flatMap(({ personId }, at) => (personId === null ? [] : [{ personId, role: roles[at] ?? ('speaker' as const) }]))
    return [{ fields: { ...seen.fields, cohortId }, speakers }]
  })
  return context.write(async (db) => {
    await live(db, 'cohorts', cohortId, 'cohorts.missing')
    const { ids, alreadyThere } = await addAbsent(db, wanted)
    return { created: ids.length, alreadyThere, rejected: rows.filter(({ seen }) => seen.problems.length > 0).length, act: db.act }
  })
}

interface ReadRow {
  readonly seen: SheetRow
  /** What each of its speakers does. */
  readonly roles: readonly ReadSheetRow['speakers'][number]['role'][]
}

/** The sheet of the file that holds the most sessions, as it would enter. Throws `refused` when none does. */
async function sheetOf(context: JobContext, { file, cohortId }: Asked & { readonly cohortId: string }): Promise<{ sheet: Sheet; others: number; columns: readonly SheetColumn[]; rows: ReadRow[] }> {
  const { workbook } = await sourceOf(context, { file })
  return context.read(async (db) => {
    const cohort = await live(db, 'cohorts', cohortId, 'cohorts.missing')
    const edition = await editionOf(db, cohort.editionId)
    const [startsOn, endsOn] = [cohort.startsOn ?? edition.startsOn, cohort.endsOn ?? edition.endsOn]
    const options = { year: startsOn === null ? edition.year : Number(startsOn.slice(0, 4)), minutesPerHour: edition.minutesPerHour, startsOn, endsOn, date1904: workbook.date1904 }
    const readable = workbook.sheets.flatMap((sheet) => {
      const read = sheet.hidden ? null : readSessionSheet(withJoinedCells(sheet), options)
      return read === null || read.rows.length === 0 ? [] : [{ sheet, ...read }]
    })
    const [best] = readable.toSorted((one, other) => other.rows.length - one.rows.length)
    if (best === undefined) refuse('sessions.noHeader', { file: file.name })
    const people = await peopleByName(db, best.rows.flatMap((row) => row.speakers.flatMap(({ written }) => keysOf(written))))
    const standing = await sessionsOf(db, { cohortId })
    const rows = best.rows.map((row) => readRow(row, best.sheet.firstRow, { language: context.language, people, standing, all: best.rows }))
    return { sheet: best.sheet, others: readable.length - 1, columns: best.columns, rows }
  })
}

/** A cell joined over several rows says its value for each of them; the file keeps it in the first only. */
function withJoinedCells(sheet: Sheet): RosterRow[] {
  const rows = sheet.rows.map((row): RosterCell[] => [...row])
  for (const note of sheet.notes) {
    const range = note.kind === 'merged' ? /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(note.text) : null
    if (range === null || range[1] !== range[3]) continue
    const [first, last] = [Number(range[2]) - sheet.firstRow, Math.min(Number(range[4]) - sheet.firstRow, rows.length - 1)]
    const value = rows[first]?.[note.column - 1] ?? null
    for (let at = first + 1; at <= last; at += 1) {
      const row = rows[at]
      if (row === undefined || row.length === 0) continue
      while (row.length < note.column) row.push(null)
      row[note.column - 1] = value
    }
  }
  return rows
}

interface Around {
  readonly language: Language
  readonly people: ReadonlyMap<string, readonly Known[]>
  readonly standing: readonly SessionRow[]
  readonly all: readonly ReadSheetRow[]
}

interface Known {
  readonly id: string
  readonly name: string
}

function readRow({ index, fields, speakers, problems, warnings }: ReadSheetRow, firstRow: number, { language, people, standing, all }: Around): ReadRow {
  const shown = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text)
  const found = speakers.flatMap(({ written, role }) => matched(written, people).map((match) => ({ ...match, role })))
  const about = warnings.map(({ cause, text }) => say(language, `sessions.sheet.${cause}`, { text: shown(text) }))
  for (const one of found) if (one.person === null) about.push(say(language, one.several ? 'sessions.sheet.speakerTwice' : 'sessions.sheet.speakerUnknown', { text: one.written }))
  if (fields !== null) {
    const same = standing.some((one) => sessionKey(one) === sessionKey(fields))
    if (same) about.push(say(language, 'sessions.sheet.alreadyThere', { text: fields.subject }))
    const rivals = [...standing, ...all.flatMap((row) => (row.index < index && row.fields !== null ? [row.fields] : []))]
    const rival = same ? undefined : rivals.find((one) => overlap(one, fields))
    if (rival !== undefined) about.push(say(language, 'sessions.sheet.overlaps', { text: `${rival.subject}, ${rival.startsAt}–${rival.endsAt}` }))
  }
  return {
    seen: {
      row: firstRow + index,
      fields,
      speakers: found.map(({ written, person }) => ({ written, personId: person?.id ?? null, name: person?.name ?? null })),
      problems: problems.map(({ cause, text }) => say(language, `sessions.sheet.${cause}`, { text: shown(text) })),
      warnings: about,
    },
    roles: found.map((one) => one.role),
  }
}

interface Match {
  readonly written: string
  readonly person: Known | null
  readonly several: boolean
}

/** Degrees that stand before a name: no part of it. */
const TITLES = /^((dra?|ing|mg|mag|mgtr|msc|lic|abg|abog|ph\.?d|econ|arq|prof|sra?|srta|eco|cpc|bach|tec|téc|blgo|q\.?f|mtro|mtra)\b\.?\s*)+/iu

/** The keys by which a writing may meet a person: as a whole, and its parts between commas, which may be several names. */
function keysOf(written: string): string[] {
  return [written, ...written.split(',')].map((text) => nameKeyOf(text.trim().replace(TITLES, '')))
}

/** Whom a writing is taken for: one person of that name; where commas part known names, each of them. */
function matched(written: string, people: Around['people']): Match[] {
  const [whole = '', ...parts] = keysOf(written)
  const known = people.get(whole) ?? []
  const [only] = known
  if (only !== undefined) return [{ written, person: known.length === 1 ? only : null, several: known.length > 1 }]
  const texts = written.split(',').map((text) => text.trim())
  const each = parts.map((key) => people.get(key) ?? [])
  if (each.length > 1 && each.every((one) => one.length === 1)) return each.map(([person = null], at) => ({ written: texts[at] ?? '', person, several: false }))
  return [{ written, person: null, several: false }]
}

async function peopleByName(db: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Known[]>> {
  const people = new Map<string, Known[]>()
  for (const chunk of inChunks([...new Set(keys)].filter((key) => key !== ''), 1)) {
    const rows = await db.selectFrom('people').select(['id', 'nameKey', 'firstSurname', 'secondSurname', 'givenNames']).where('nameKey', 'in', chunk).where('removedAt', 'is', null).orderBy('id').execute()
    for (const row of rows) people.set(row.nameKey, [...(people.get(row.nameKey) ?? []), { id: row.id, name: displayName(row) }])
  }
  return people
}
