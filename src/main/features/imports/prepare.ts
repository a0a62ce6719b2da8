import { folded } from '../../../shared/domain/roster/cells.ts'
import type { RosterCell } from '../../../shared/domain/roster/cells.ts'
import type { ColumnProposal } from '../../../shared/domain/roster/columns.ts'
import { columnNameOrder } from '../../../shared/domain/roster/columns.ts'
import type { DecisionBook } from '../../../shared/domain/roster/decisions.ts'
import { decisionBook } from '../../../shared/domain/roster/decisions.ts'
import type { RosterEntry } from '../../../shared/domain/roster/entries.ts'
import type { OrganisationBook } from '../../../shared/domain/roster/organisation-book.ts'
import { organisationBook } from '../../../shared/domain/roster/organisation-book.ts'
import type { Plan } from '../../../shared/domain/roster/plan.ts'
import { planRows } from '../../../shared/domain/roster/plan.ts'
import { districtOfUbigeo, placeFinder } from '../../../shared/domain/roster/read-place.ts'
import { organisationWriting } from '../../../shared/domain/roster/read-work.ts'
import type { SheetPlan } from '../../../shared/domain/roster/row-reader.ts'
import { cellsOf, openReader, openSheet } from '../../../shared/domain/roster/row-reader.ts'
import { organisationKey, proposedOrganisationKey } from '../../../shared/domain/organisations.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { JobContext } from '../../core/context.ts'
import { missing, refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { districtsOf } from '../geography.ts'
import { knownPeople, organisationsByKey, rememberedLayouts } from './gather.ts'
import type { Settings, TargetGroup } from './groups.ts'
import { groupKey, targetGroups } from './groups.ts'
import type { ListSheet } from './sheets.ts'
import { holdsPeople, isMeetingExport, listSheets, proposedLists } from './sheets.ts'
import type { Source } from './source.ts'
import { sourceOf } from './source.ts'

/** An import read and understood, before it is compared with the database. */
export interface Prepared {
  readonly source: Source
  readonly lists: readonly ListSheet[]
  readonly entries: readonly RosterEntry[]
  readonly organisations: OrganisationBook
  readonly decisions: DecisionBook
  readonly groups: ReadonlyMap<string, TargetGroup | null>
  readonly asOf: string
  /** Code of the provincial capital that a group is called after. */
  readonly cityOf: (groupName: string) => string | null
}

/** Reads the rows as the settings say. Throws `refused` when the file, a sheet or a group cannot be had. */
export async function prepare(context: JobContext, settings: Settings): Promise<Prepared> {
  const source = await sourceOf(context, settings)
  const { lists, groups, edition } = await context.read(async (db) => {
    const chosen = chosenLists(source, settings, await rememberedLayouts(db))
    const target = await targetOf(db, settings, chosen, say(context.language, 'imports.oneGroup'))
    return { lists: chosen, ...target }
  })
  const decisions = decisionBook(settings.decisions)
  const asOf = settings.asOf ?? (edition?.startsOn != null && edition.startsOn <= context.today() ? edition.startsOn : context.today())
  const sheets = lists.map((list) => sheetPlan(list, settings, groups))
  const organisations = await bookFor(context, sheets, decisions)
  const entries = await readEntries(context, settings, sheets, organisations, decisions, source)
  return { source, lists, entries, organisations, decisions, groups, asOf, cityOf: (name) => districtsOf(context.about).capital(name)?.code ?? null }
}

/** Compares with the database and decides, breathing now and then. */
export async function planWith(db: Reader, prepared: Prepared, breathe: (done: number, total: number) => Promise<void>): Promise<Plan> {
  const known = await knownPeople(db, prepared.entries, () => breathe(0, prepared.entries.length))
  const planning = planRows(prepared.entries, {
    known,
    decisions: prepared.decisions,
    asOf: prepared.asOf,
    cohortOf: (group) => prepared.groups.get(folded(group))?.cohortId ?? null,
  })
  for (;;) {
    const turn = planning.next()
    if (turn.done === true) return turn.value
    await breathe(turn.value, prepared.entries.length)
  }
}

/** The sheets that were chosen, with the fields that were chosen for their columns. */
function chosenLists(source: Source, settings: Pick<Settings, 'sheets' | 'file'>, remembered: Awaited<ReturnType<typeof rememberedLayouts>>): ListSheet[] {
  const lists = listSheets(source.workbook, remembered)
  if (isMeetingExport(source.workbook)) refuse('imports.meetingExport', { file: settings.file.name })
  if (settings.sheets.length === 0) {
    const found = proposedLists(lists)
    return found.length > 0 ? [...found] : refuse('imports.noSheets', { file: settings.file.name })
  }
  return settings.sheets.map((choice) => {
    const list = lists.find((one) => one.sheet.name === choice.name) ?? refuse('imports.noSuchSheet', { sheet: choice.name })
    const fields = new Map(choice.columns.map((column) => [column.column, column.field]))
    const columns = list.columns.map((column): ColumnProposal => ({ ...column, field: fields.get(column.column) ?? column.field }))
    const chosen = { ...list, columns, order: orderFor(list, columns, choice.nameOrder) }
    return holdsPeople(chosen) ? chosen : refuse('imports.noNameColumn', { sheet: choice.name })
  })
}

function orderFor(list: ListSheet, columns: readonly ColumnProposal[], chosen: Settings['sheets'][number]['nameOrder']): ListSheet['order'] {
  const whole = columns.find((column) => column.field === 'fullName')
  if (whole === undefined) return null
  const guess = list.order ?? columnNameOrder(whole.label, list.rows.map((row): RosterCell => row.cells[whole.column] ?? null))
  return chosen === undefined ? guess : { ...guess, order: chosen, confidence: 1 }
}

async function targetOf(db: Reader, settings: Settings, lists: readonly ListSheet[], oneGroup: string): Promise<{ groups: ReadonlyMap<string, TargetGroup | null>; edition: { startsOn: string | null } | null }> {
  const { target } = settings
  if (target.kind === 'people') return { groups: new Map(), edition: null }
  const edition = await db.selectFrom('editions').select(['id', 'startsOn']).where('id', '=', target.editionId).where('removedAt', 'is', null).executeTakeFirst()
  if (edition === undefined) missing('imports.noSuchEdition')
  const cohorts = await db.selectFrom('cohorts').select(['id', 'name', 'site', 'startsOn']).where('editionId', '=', edition.id).where('removedAt', 'is', null).orderBy('id').execute()
  return { groups: targetGroups(settings, lists, cohorts, oneGroup), edition }
}

const EXCEL_TELLS_NO_VALUE = new Set(['error', 'formula-no-value'])

function sheetPlan(list: ListSheet, settings: Settings, groups: ReadonlyMap<string, TargetGroup | null>): SheetPlan {
  const { target } = settings
  return {
    sheet: list.sheet.name,
    columns: list.columns.map(({ column, field, label }) => ({ column, field, label })),
    nameOrder: list.order?.order ?? 'surnames-first',
    rows: list.rows,
    groupOf: (row) => {
      if (target.kind === 'people') return null
      const key = groupKey(list, target.by, row)
      if (key === '' && target.by !== 'one') return undefined
      return groups.get(folded(key)) === null ? null : key
    },
    broken: new Set(list.sheet.notes.filter((note) => EXCEL_TELLS_NO_VALUE.has(note.kind)).map((note) => `${note.row}:${note.column - 1}`)),
  }
}

/** All the organisations that the rows name, each met with the one that the database has. */
async function bookFor(context: JobContext, sheets: readonly SheetPlan[], decisions: DecisionBook): Promise<OrganisationBook> {
  const places = placeFinder(districtsOf(context.about))
  const writings: { text: string; districtCode: string | null }[] = []
  const note = say(context.language, 'imports.step.checking')
  for (const sheet of sheets) {
    const telling = { ...sheet, columns: sheet.columns.filter((use) => use.field === 'organisation' || use.field === 'community' || use.field === 'ubigeo') }
    for (const [at, row] of sheet.rows.entries()) {
      if (at % 1000 === 999) await context.step({ done: 0, total: 0, note })
      const cells = cellsOf(telling, row, decisions.editedFields({ sheet: sheet.sheet, row: row.row }))
      const text = organisationWriting(cells)
      if (text !== '') writings.push({ text, districtCode: districtOfUbigeo(cells, places)?.code ?? null })
    }
  }
  const texts = [...new Set(writings.map((writing) => writing.text))]
  const keys = [...new Set(texts.flatMap((text) => [organisationKey(text), proposedOrganisationKey(text) ?? organisationKey(text)]))]
  return organisationBook(writings, await context.read((db) => organisationsByKey(db, keys)))
}

const ROWS_A_TURN = 100

async function readEntries(context: JobContext, settings: Settings, sheets: readonly SheetPlan[], organisations: OrganisationBook, decisions: DecisionBook, source: Source): Promise<RosterEntry[]> {
  const note = say(context.language, 'imports.step.checking')
  const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const reader = openReader(
    { districts: districtsOf(context.about), today: context.today(), date1904: source.workbook.date1904, role: settings.role, personClass: settings.personClass, decisions },
    organisations,
  )
  const entries: RosterEntry[] = []
  for (const sheet of sheets) {
    const read = openSheet(reader, sheet)
    for (let at = 0; at < sheet.rows.length; at += 1) {
      entries.push(read(at))
      if (entries.length % ROWS_A_TURN === 0) await context.step({ done: entries.length, total, note })
    }
  }
  return entries
}
