import { cleanText } from '../names.ts'
import type { RosterRow } from '../roster/cells.ts'
import { cellLine, cellsFilled, cellText, folded } from '../roster/cells.ts'
import type { Columns, JoinField, MeetingField } from './layout.ts'
import { blockColumns, blockPair, isSectionName, joinColumns } from './layout.ts'
import type { WrittenMoment } from './moments.ts'
import { readDuration, readMoment } from './moments.ts'

export type Platform = 'zoom' | 'teams' | 'meet'

/** One join of somebody, as the export writes it. */
export interface WrittenJoin {
  /** Row of the sheet, from 1. */
  readonly row: number
  readonly name: string
  /** In lower case; null where the export gives none. */
  readonly email: string | null
  readonly join: WrittenMoment | null
  readonly leave: WrittenMoment | null
  /** Seconds in the meeting as the export counts them; null where it does not. */
  readonly seconds: number | null
}

export interface MeetingExport {
  readonly platform: Platform
  readonly topic: string | null
  readonly start: WrittenMoment | null
  readonly end: WrittenMoment | null
  readonly joins: readonly WrittenJoin[]
  /** Rows of the list without a name: nobody can be told by them. */
  readonly nameless: number
}

export interface ExportRows {
  readonly firstRow: number
  readonly rows: readonly RosterRow[]
}

interface Section {
  readonly columns: Columns<JoinField>
  readonly rows: { readonly row: number; readonly cells: RosterRow }[]
}

/** Whether a sheet holds the joins of a video meeting and not a roster: somebody's name with the time of joining or leaving, or the block of a meeting above. */
export function isMeetingSheet(sheet: ExportRows): boolean {
  const head = sheet.rows.slice(0, 40)
  return head.some((row) => {
    const columns = joinColumns(row)
    return columns !== null && ((columns.has('join') && (columns.has('leave') || columns.has('duration'))) || columns.has('action') || (columns.has('duration') && (columns.has('guest') || head.some((one) => blockColumns(one) !== null))))
  })
}

/** The joins that a sheet tells of, whatever the order of its columns and its language. Null when it is no export of a meeting. */
export function readExport(sheet: ExportRows): MeetingExport | null {
  const { sections, block } = partsOf(sheet)
  const section = sections.find((one) => one.columns.has('join') && one.columns.has('leave') && !isSummary(one, sections)) ?? sections.find((one) => one.columns.has('join') || one.columns.has('at')) ?? sections[0]
  if (section === undefined) return null
  const joins = section.columns.has('action') ? byAction(section) : joinsOf(section)
  const named = joins.filter((one) => one.name !== '')
  const emails = emailsBeside(sections)
  return {
    platform: platformOf(sheet, sections, block),
    topic: textOrNull(block.get('topic')),
    start: readMoment(block.get('start') ?? null),
    end: readMoment(block.get('end') ?? null),
    joins: named.map((one) => ({ ...one, email: one.email ?? emails.get(folded(one.name)) ?? null })),
    nameless: joins.length - named.length,
  }
}

type Block = Map<MeetingField, RosterRow[number]>

function partsOf({ firstRow, rows }: ExportRows): { sections: Section[]; block: Block } {
  const sections: Section[] = []
  const block: Block = new Map()
  let current: Section | null = null
  for (const [index, cells] of rows.entries()) {
    const over = blockColumns(cells)
    const columns = joinColumns(cells)
    if (over !== null) {
      for (const [field, column] of over) if (!block.has(field)) block.set(field, rows[index + 1]?.[column] ?? null)
      current = null
    } else if (columns !== null) {
      current = { columns, rows: [] }
      sections.push(current)
    } else if (isSectionName(cells)) current = null
    else if (current !== null && cellsFilled(cells) > 0) current.rows.push({ row: firstRow + index, cells })
    else if (current === null) {
      const pair = blockPair(cells)
      if (pair !== null && !block.has(pair.field)) block.set(pair.field, cells[pair.column] ?? null)
    }
  }
  return { sections: sections.filter((one) => one.rows.length > 0), block }
}

/** The list of participants of a report that has a list of their joins too. */
function isSummary(section: Section, sections: readonly Section[]): boolean {
  return sections.some((other) => other !== section && other.columns.has('join') && other.columns.has('leave') && other.rows.length >= section.rows.length && sections.indexOf(other) > sections.indexOf(section))
}

function platformOf({ rows }: ExportRows, sections: readonly Section[], block: Block): Platform {
  const words = rows.slice(0, 40).flatMap((row) => row.map((cell) => (typeof cell === 'string' ? folded(cell) : '')))
  const says = (pattern: RegExp): boolean => words.some((one) => pattern.test(one))
  if (sections.some((one) => one.columns.has('action') || one.columns.has('account')) || rows.some(isSectionName)) return 'teams'
  if (says(/^(first join|last leave|in meeting duration|duracion en la reunion|primera (union|vez que se unio))/) || (block.has('start') && says(/^(meeting title|titulo de la reunion)$/))) return 'teams'
  if (sections.some((one) => one.columns.has('surnames')) || says(/^(time (joined|exited)|hora (de incorporacion|a la que se unio))$/)) return 'meet'
  return 'zoom'
}

function joinsOf({ columns, rows }: Section): WrittenJoin[] {
  // Time in the waiting room is not time in the meeting.
  const inside = rows.filter(({ cells }) => !/^(yes|si)$/.test(folded(cellText(at(columns, cells, 'waiting')))))
  return inside.map(({ row, cells }) => ({
    row,
    name: nameOf(columns, cells),
    email: emailOf(columns, cells),
    join: readMoment(at(columns, cells, 'join')),
    leave: readMoment(at(columns, cells, 'leave')),
    seconds: readDuration(at(columns, cells, 'duration')),
  }))
}

const JOINED = /^(joined( before)?|se unio( antes)?|unido( antes)?|unio|ingreso|entro|conectado|incorporado)/
const LEFT = /^(left|salio|abandono|se fue|desconectado|se retiro|ha salido)/

/** "Joined" and "Left" on rows of their own: each join lasts until the next row in which the same person left. */
function byAction({ columns, rows }: Section): WrittenJoin[] {
  const joins: WrittenJoin[] = []
  const open = new Map<string, number>()
  for (const { row, cells } of rows) {
    const name = nameOf(columns, cells)
    const action = folded(cellText(at(columns, cells, 'action')))
    const moment = readMoment(at(columns, cells, 'at'))
    const key = folded(name)
    const begun = open.get(key)
    if (LEFT.test(action) && begun !== undefined) {
      const join = joins[begun]
      if (join !== undefined) joins[begun] = { ...join, leave: moment }
      open.delete(key)
    } else if (JOINED.test(action) && begun === undefined) {
      open.set(key, joins.length)
      joins.push({ row, name, email: emailOf(columns, cells), join: moment, leave: null, seconds: null })
    }
  }
  return joins
}

const at = (columns: Columns<JoinField>, cells: RosterRow, field: JoinField): RosterRow[number] => {
  const column = columns.get(field)
  return column === undefined ? null : (cells[column] ?? null)
}

function nameOf(columns: Columns<JoinField>, cells: RosterRow): string {
  const parts = columns.has('name') ? [at(columns, cells, 'name')] : [at(columns, cells, 'givenNames'), at(columns, cells, 'surnames')]
  return cleanText(parts.map((cell) => cellLine(cell)).join(' ')).slice(0, 200)
}

function emailOf(columns: Columns<JoinField>, cells: RosterRow): string | null {
  for (const field of ['email', 'account'] as const) {
    const text = cleanText(cellText(at(columns, cells, field))).toLowerCase()
    if (/^[^\s@]+@[^\s@]+$/.test(text)) return text.slice(0, 200)
  }
  return null
}

/** The e-mail that another section of the report gives to a name, where only one has it. */
function emailsBeside(sections: readonly Section[]): ReadonlyMap<string, string> {
  const emails = new Map<string, string | null>()
  for (const { columns, rows } of sections) {
    for (const { cells } of rows) {
      const [name, email] = [folded(nameOf(columns, cells)), emailOf(columns, cells)]
      if (name === '' || email === null) continue
      const known = emails.get(name)
      emails.set(name, known === undefined || known === email ? email : null)
    }
  }
  return new Map([...emails].flatMap(([name, email]) => (email === null ? [] : [[name, email] as const])))
}

function textOrNull(cell: RosterRow[number] | undefined): string | null {
  const text = cleanText(cellLine(cell))
  return text === '' ? null : text.slice(0, 300)
}
