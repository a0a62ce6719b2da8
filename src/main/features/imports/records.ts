import type { contract } from '../../../shared/contract/index.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { cellText } from '../../../shared/domain/roster/cells.ts'
import type { RosterCell } from '../../../shared/domain/roster/cells.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { CommandContext, Handlers, JobContext } from '../../core/context.ts'
import { missing, refuse } from '../../core/failures.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'
import type { Value } from '../../documents/report-model.ts'
import { takeBack } from '../history.ts'
import { parseDetails, rejectsTable } from './details.ts'
import { reasonOf } from './present.ts'

type Calls = typeof contract.imports

const listed = ['id', 'at', 'who', 'fileName', 'act', 'editionId', 'rowsRead', 'created', 'updated', 'unchanged', 'skipped', 'rejected', 'enrolled'] as const

/** Imports that were written, latest first; those undone stay in the list and say so. */
export const listImports: Handlers<Calls>['list'] = async ({ db }, { offset, limit }) => {
  const rows = await db.selectFrom('imports').select([...listed, 'removedAt']).orderBy('at', 'desc').orderBy('id', 'desc').offset(offset).limit(limit).execute()
  const { total } = await db.selectFrom('imports').select(rowCount().as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(({ removedAt, ...row }) => ({ ...row, undone: removedAt !== null })), total }
}

export const getImport: Handlers<Calls>['get'] = async ({ db, language }, { id, outcome, offset, limit }) => {
  const { removedAt, details, ...record } = await importOf(db, id)
  const edition = record.editionId === null ? undefined : await db.selectFrom('editions').select('name').where('id', '=', record.editionId).executeTakeFirst()
  const { sheets, rows } = parseDetails(details)
  const asked = rows.filter((row) => outcome === undefined || row[2] === outcome)
  const page = asked.slice(offset, offset + limit)
  const names = await namesOf(db, page.flatMap((row) => row[3] ?? []))
  const seen = page.map(([sheet, row, result, personId, name = '', findings = []]): OutputOf<Calls['get']>['rows'][number] => ({
    sheet: sheets[sheet]?.name ?? '',
    row,
    name: personId === null ? name : (names.get(personId) ?? name),
    outcome: result,
    personId,
    reason: reasonOf(language, findings, result),
  }))
  return { ...record, undone: removedAt !== null, editionName: edition?.name ?? null, rows: seen, total: asked.length }
}

/** The rows that stayed out, as the office wrote them, in the format in which they came. */
export async function writeRejects(context: JobContext, id: string): Promise<FileRef> {
  const { language } = context
  const { fileName, details: text } = await context.read((db) => importOf(db, id))
  const details = parseDetails(text)
  if (details.rejected.length === 0) refuse('imports.nothingRejected')
  // Only here: the library of sheets takes a quarter of a second to load, which no start should pay.
  const { rejectsCsv, rejectsSheet } = await import('../../documents/sheet-rejects.ts')
  const table = rejectsTable(details, say(language, 'imports.sheetColumn'))
  const stem = fileName.replace(/\.[^.]*$/, '')
  const rejects = {
    language,
    title: say(language, 'imports.rejectsTitle', { file: fileName }),
    author: context.who,
    day: context.today(),
    header: table.header,
    rows: table.rows.map((row) => ({ cells: row.cells.map(asValue), motive: reasonOf(language, row.findings, 'rejected') })),
  }
  const name = say(language, 'imports.rejectsName', { file: stem })
  if (details.kind === 'xlsx') return context.files.write(`${name}.xlsx`, rejectsSheet(rejects))
  const delimiter = details.delimiter === ',' || details.delimiter === '\t' ? details.delimiter : ';'
  return context.files.write(`${name}.csv`, rejectsCsv(rejects, delimiter))
}

function asValue(cell: RosterCell): Value {
  return cell !== null && typeof cell === 'object' ? cellText(cell) : cell
}

/** Takes back what an import wrote; names what stays because somebody changed it since. */
export async function undoImport(context: CommandContext, id: string): Promise<OutputOf<Calls['undo']>> {
  const { db } = context
  const record = await importOf(db, id)
  if (record.removedAt !== null) refuse('imports.alreadyUndone')
  const { undone, kept } = await takeBack(db, record.act)
  // The import itself is one of the things its act made; an edit of it cannot be: it has no screen.
  const names = await namesOf(db, kept.filter((one) => one.entity === 'people').map((one) => one.id))
  const others = await otherNames(db, kept)
  return { undone, act: db.act, kept: kept.map((one) => ({ ...one, name: names.get(one.id) ?? others.get(one.id) ?? '' })) }
}

async function importOf(db: Reader, id: string) {
  return (await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()) ?? missing('imports.noSuchImport')
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const chunk of inChunks(ids, 1)) {
    const rows = await db.selectFrom('people').select(['id', 'firstSurname', 'secondSurname', 'givenNames']).where('id', 'in', chunk).execute()
    for (const row of rows) names.set(row.id, displayName(row))
  }
  return names
}

/** Whose posts and enrolments were kept, and the names of organisations and groups. */
async function otherNames(db: Reader, kept: readonly { readonly entity: string; readonly id: string }[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  const idsOf = (entity: string): string[] => kept.filter((one) => one.entity === entity).map((one) => one.id)
  for (const table of ['posts', 'enrolments'] as const) {
    for (const chunk of inChunks(idsOf(table), 1)) {
      const rows = await db.selectFrom(table).innerJoin('people', 'people.id', `${table}.personId`).select([`${table}.id as id`, 'people.firstSurname', 'people.secondSurname', 'people.givenNames']).where(`${table}.id`, 'in', chunk).execute()
      for (const row of rows) names.set(row.id, displayName(row))
    }
  }
  for (const table of ['organisations', 'cohorts'] as const) {
    for (const chunk of inChunks(idsOf(table), 1)) {
      const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', chunk).execute()
      for (const row of rows) names.set(row.id, row.name)
    }
  }
  return names
}
