import type { DistrictIndex } from '../geography.ts'
import type { NameOrder } from '../name-parts.ts'
import { cleanText, displayName, nameKey } from '../names.ts'
import { personClassOf, regimes } from '../regimes.ts'
import { sectorOfKind, sectors } from '../sectors.ts'
import type { Sector } from '../sectors.ts'
import type { MMeaning } from '../sex.ts'
import type { EnrolmentRole } from '../training.ts'
import type { RosterCell, RosterRow } from './cells.ts'
import { cellText, folded, isBlank, isDitto } from './cells.ts'
import type { DecisionBook } from './decisions.ts'
import type { RosterEntry, RosterPerson, RosterPost } from './entries.ts'
import type { RosterField } from './fields.ts'
import { LEFT_OUT } from './fields.ts'
import { readRowDocument } from './read-document.ts'
import type { DateRules } from './read-facts.ts'
import { columnDateOrder, readAge, readBirthDate, readEmail, readPhone, readRowDate } from './read-facts.ts'
import { readRowName, writtenName } from './read-name.ts'
import type { PlaceFinder } from './read-place.ts'
import { placeFinder, readPlace } from './read-place.ts'
import { columnMMeaning, readRowSex } from './read-sex.ts'
import type { OrganisationBook } from './organisation-book.ts'
import { readOrganisation, readRegime, readSector, readUnit } from './read-work.ts'
import type { RowCells, RowNotes } from './row-notes.ts'
import { cellOf, rowNotes, textOf } from './row-notes.ts'

export interface ColumnUse {
  readonly column: number
  readonly field: RosterField
  readonly label: string
}

/** One sheet as the person wants it read. */
export interface SheetPlan {
  readonly sheet: string
  readonly columns: readonly ColumnUse[]
  readonly nameOrder: NameOrder
  readonly rows: readonly { readonly row: number; readonly cells: RosterRow; readonly section: string | null }[]
  /** Which group a row belongs to; undefined when it should have one and does not say; null for none. */
  groupOf(row: { readonly cells: RosterRow; readonly section: string | null }): string | null | undefined
  /** Cells whose value Excel could not tell: an error, a formula never computed. */
  readonly broken: ReadonlySet<string>
}

export interface ReadingRules {
  readonly districts: DistrictIndex
  readonly today: string
  readonly date1904: boolean
  readonly role: EnrolmentRole
  readonly personClass: RosterPerson['personClass'] | 'auto'
  readonly decisions: DecisionBook
}

/** What all the rows of an import share while they are read. */
export interface Reader {
  readonly rules: ReadingRules
  readonly places: PlaceFinder
  readonly organisations: OrganisationBook
}

export function openReader(rules: ReadingRules, organisations: OrganisationBook): Reader {
  return { rules, places: placeFinder(rules.districts), organisations }
}

/** What all the rows of one sheet share. */
interface SheetReader {
  readonly plan: SheetPlan
  readonly mMeans: MMeaning | null
  readonly birthDates: DateRules
  readonly sinceDates: DateRules
  readonly leaders: boolean
  lastNumber: number
  /** The last value of each column that a ditto mark may repeat. */
  readonly above: Map<RosterField, RosterCell>
  expected: number
}

/** Reads the rows of one sheet, one at a time. */
export function openSheet(reader: Reader, plan: SheetPlan): (at: number) => RosterEntry {
  const column = (field: RosterField): readonly RosterCell[] => {
    const use = plan.columns.find((one) => one.field === field)
    return use === undefined ? [] : plan.rows.map((row) => row.cells[use.column] ?? null)
  }
  const label = (field: RosterField): string => plan.columns.find((one) => one.field === field)?.label ?? ''
  const dates = (field: RosterField): DateRules => ({ order: columnDateOrder(column(field)), date1904: reader.rules.date1904, today: reader.rules.today })
  const sheet: SheetReader = {
    plan,
    mMeans: columnMMeaning(label('sex'), column('sex')),
    birthDates: dates('birthDate'),
    sinceDates: dates('since'),
    leaders: plan.columns.some((one) => one.field === 'community' || one.field === 'federation'),
    lastNumber: 0,
    above: new Map(),
    expected: 1,
  }
  return (at) => readRow(reader, sheet, at)
}

function readRow(reader: Reader, sheet: SheetReader, at: number): RosterEntry {
  const source = sheet.plan.rows[at]
  if (source === undefined) throw new RangeError(`row ${at} of ${sheet.plan.rows.length}`)
  const { decisions } = reader.rules
  const place = { sheet: sheet.plan.sheet, row: source.row }
  const notes = rowNotes(place, decisions)
  const edits = decisions.editedFields(place)
  const cells = withoutDitto(notes, sheet, cellsOf(sheet.plan, source, edits))
  tellBroken(notes, sheet.plan, source.row, source.cells)
  const name = readRowName(notes, cells, sheet.plan.nameOrder)
  const document = readRowDocument(notes, cells)
  const post = readPost(reader, sheet, notes, cells)
  const community = textOf(notes, cells, 'community', 120)
  const person: RosterPerson | null =
    name === null
      ? null
      : {
          ...document,
          ...name,
          sex: readRowSex(notes, cells, sheet.mMeans),
          birthDate: readBirthDate(notes, cells, sheet.birthDates),
          statedAge: readAge(notes, cells),
          email: readEmail(notes, cells),
          phone: readPhone(notes, cells),
          community,
          districtCode: readPlace(notes, cells, reader.places),
          notes: textOf(notes, cells, 'notes', 2000),
          personClass: classOf(reader, sheet, post),
        }
  return {
    ...place,
    name: person === null ? writtenName(cells) : displayName(person),
    nameKey: person === null ? '' : nameKey(person),
    person,
    post,
    group: readGroup(notes, sheet.plan.groupOf(source), edits?.get('group')),
    role: readRole(notes, cells, reader.rules.role),
    findings: notes.findings,
    inSequence: inSequence(sheet, cells),
    skipped: decisions.skips(place),
  }
}

export function cellsOf(plan: SheetPlan, source: { readonly cells: RosterRow }, edits: ReadonlyMap<RosterField, string> | undefined): RowCells {
  const cells = new Map<RosterField, RosterCell>()
  for (const use of plan.columns) if (use.field === 'rowNumber' || !LEFT_OUT.has(use.field)) cells.set(use.field, source.cells[use.column] ?? null)
  for (const [field, value] of edits ?? []) cells.set(field, value)
  return cells
}

const REPEATED: readonly RosterField[] = ['organisation', 'organisationKind', 'post', 'unit', 'regime', 'department', 'province', 'district', 'community', 'federation']

/** Ditto marks ("\"", "ídem") stand for the value above: proposed, never taken in silence, and never a value themselves. */
function withoutDitto(notes: RowNotes, sheet: SheetReader, cells: RowCells): RowCells {
  const plain = new Map(cells)
  for (const field of REPEATED) {
    const cell = cellOf(cells, field)
    if (isDitto(cell)) {
      const above = sheet.above.get(field) ?? null
      plain.set(field, notes.note('ditto', field, cellText(cell).trim(), cellText(above)) ? above : null)
    } else if (!isBlank(cell)) sheet.above.set(field, cell)
  }
  return plain
}

/** Cells without a value that Excel could tell, and cells beyond the labels. */
function tellBroken(notes: RowNotes, plan: SheetPlan, row: number, cells: RosterRow): void {
  for (const use of plan.columns) {
    if (!LEFT_OUT.has(use.field) && plan.broken.has(`${row}:${use.column}`)) notes.note('value-error', use.field, '', '')
  }
  const beyond = plan.columns.filter((use) => use.label === '' && use.field === 'ignore' && !isBlank(cells[use.column]))
  if (beyond.length > 0) notes.note('cells-beyond', 'ignore', beyond.map((use) => cellText(cells[use.column])).join(' · '), '')
}

function readPost(reader: Reader, sheet: SheetReader, notes: RowNotes, cells: RowCells): RosterPost | null {
  const post: RosterPost = {
    ...readOrganisation(notes, cells, reader.organisations, reader.places),
    title: textOf(notes, cells, 'post', 160),
    unit: readUnit(notes, cells),
    regime: readRegime(notes, cells),
    sector: readSector(notes, cells),
    since: readRowDate(notes, cells, 'since', sheet.sinceDates),
  }
  const says = [post.organisationKey, post.title, post.unit, post.regime, post.sector].some((value) => value !== null)
  return says ? post : null
}

/** Leaders are told by the columns of their list or by their organisation, contractors by their regime; who comes from a public entity serves it; anyone else is other. */
function classOf({ rules, organisations }: Reader, sheet: SheetReader, post: RosterPost | null): RosterPerson['personClass'] {
  if (rules.personClass !== 'auto') return rules.personClass
  const byRegime = personClassOf(regimes.find((code) => code === post?.regime) ?? null)
  if (byRegime !== null) return byRegime
  if (sheet.leaders) return 'lider'
  if (post?.organisationName == null) return 'otro'
  const kind = organisations.of(post.organisationName)?.kind
  const sector = sectors.find((one) => one === post.sector) ?? (kind === undefined || kind === 'otro' ? null : sectorOfKind(kind))
  return sector === 'organizacion-social' ? 'lider' : sector !== null && NOT_PUBLIC.has(sector) ? 'otro' : 'servidor'
}

const NOT_PUBLIC: ReadonlySet<Sector> = new Set<Sector>(['sociedad-civil', 'partido', 'empresa'])

/** The group of a row; one typed in the review stands instead. */
function readGroup(notes: RowNotes, group: string | null | undefined, typed: string | undefined): string | null {
  if (group === null) return null
  const text = cleanText(typed ?? '')
  if (text !== '') return text
  if (group !== undefined && typed === undefined) return group
  notes.note('group-missing', 'group', '', '')
  return null
}

const ROLES: readonly (readonly [EnrolmentRole, RegExp])[] = [
  ['speaker', /^(ponente|expositor|expositora|conferencista|disertante|speaker|lecturer|docente|panelista)/],
  ['organiser', /^(organizador|organizadora|organiser|organizer|coordinador|comite organizador)/],
  ['facilitator', /^(facilitador|facilitadora|facilitator|tutor|moderador|moderadora)/],
  ['participant', /^(participante|asistente|participant|attendee|alumno|alumna|beneficiari|estudiante)/],
]

function readRole(notes: RowNotes, cells: RowCells, otherwise: EnrolmentRole): EnrolmentRole {
  const text = cleanText(cellText(cellOf(cells, 'role')))
  if (text === '') return otherwise
  const role = ROLES.find(([, pattern]) => pattern.test(folded(text)))?.[0]
  if (role === undefined) notes.note('role-unknown', 'role', text, '')
  return role ?? otherwise
}

/** Whether the row's number follows: 1, 2, 3… A list that begins again at 1 is another list. */
function inSequence(sheet: SheetReader, cells: RowCells): boolean {
  if (!sheet.plan.columns.some((use) => use.field === 'rowNumber')) return true
  const value = Number(cellText(cellOf(cells, 'rowNumber')).replace(/\D+/g, ''))
  const follows = value === sheet.expected || (value === sheet.lastNumber + 1 && value > 0) || value === 1
  if (follows) sheet.expected = value + 1
  sheet.lastNumber = value
  return follows
}
