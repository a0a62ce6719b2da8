import type { contract } from '../../../shared/contract/index.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import { hasTwoDecimals, roundedMark } from '../../../shared/domain/marks.ts'
import type { Enrolled } from '../../../shared/domain/meetings/matching.ts'
import type { StatusLetter } from '../../../shared/domain/result-sheet/cells.ts'
import { presenceStyle, readCheck, readMark, readPresence } from '../../../shared/domain/result-sheet/cells.ts'
import type { ColumnUse, ColumnWhy } from '../../../shared/domain/result-sheet/columns.ts'
import { itemOf, proposeUses, subjectOf, targetOf } from '../../../shared/domain/result-sheet/columns.ts'
import type { NewSession } from '../../../shared/domain/result-sheet/days.ts'
import { proposedSessions } from '../../../shared/domain/result-sheet/days.ts'
import type { RowMatch } from '../../../shared/domain/result-sheet/people.ts'
import { matchRows, nameOfRow } from '../../../shared/domain/result-sheet/people.ts'
import type { RosterCell } from '../../../shared/domain/roster/cells.ts'
import { cellLine } from '../../../shared/domain/roster/cells.ts'
import type { ColumnProposal } from '../../../shared/domain/roster/columns.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { ListSheet } from '../imports/sheets.ts'
import type { Group } from '../meetings/gather.ts'
import type { Item, Requirement } from '../results/course.ts'

export type Settings = ParsedInputOf<typeof contract.resultSheets.write>

/** The group and its course, as a sheet of results is compared with them. */
export interface Course {
  readonly group: Group
  readonly items: readonly Item[]
  readonly requirements: readonly Requirement[]
  readonly letters: readonly StatusLetter[]
  /** Minutes that the edition says it has in all. */
  readonly minutes: number | null
  readonly today: string
}

export interface PlannedColumn {
  readonly proposal: ColumnProposal
  readonly use: ColumnUse
  readonly why: ColumnWhy
}

export type CellTrouble =
  | { readonly kind: 'presence' | 'mark' | 'check' | 'firstAttempt' }
  | { readonly kind: 'minutes'; readonly minutes: number; readonly planned: number }
  | { readonly kind: 'scale'; readonly min: number; readonly max: number }

export interface CellProblem {
  readonly row: number
  readonly column: number
  readonly written: string
  readonly trouble: CellTrouble
}

/** What is to be written; `target` is the column's, since sessions and items may not be there yet. */
export interface SheetPlan {
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly RowMatch[]
  readonly problems: readonly CellProblem[]
  readonly newSessions: readonly (NewSession & { readonly subject: string })[]
  readonly newItems: readonly ({ readonly column: number } & ReturnType<typeof itemOf>)[]
  readonly attendance: readonly { readonly column: number; readonly enrolmentId: string; readonly status: string; readonly minutes: number | null; readonly fromBlank: boolean }[]
  readonly marks: readonly { readonly column: number; readonly enrolmentId: string; readonly attempt: number; readonly value: MarkValue }[]
  readonly checks: readonly { readonly column: number; readonly enrolmentId: string; readonly met: boolean }[]
  /** The column of each mark that had more than two decimals and was rounded to the hundredth, half up. */
  readonly rounded: readonly number[]
}

/** Decides what a sheet says of whom. Throws `refused` when a choice names what is not there, when two columns are one thing, or when nothing tells who a row is. */
export function planSheet(list: ListSheet, settings: Settings, course: Course): SheetPlan {
  const columns = usesOf(list, settings, course)
  const rows = matchRows(peopleOf(list, columns), participantsOf(course.group), new Map(settings.people.map((one) => [one.row, one.enrolmentId])))
  const newSessions = sessionsFor(list, columns, settings, course)
  const newItems = columns.flatMap(({ proposal, use }) => (use.kind === 'newMark' && use.attemptOf === undefined ? [{ column: proposal.column, ...itemOf(proposal.label, cellsOf(list, proposal.column)) }] : []))
  const reader = cellReader(list, settings, course, newSessions, newItems)
  const cells = new Map(list.rows.map((row) => [row.row, row.cells]))
  const plan = { problems: [] as CellProblem[], attendance: [] as SheetPlan['attendance'][number][], marks: [] as SheetPlan['marks'][number][], checks: [] as SheetPlan['checks'][number][], rounded: [] as number[] }
  for (const column of columns) {
    const read = reader(column)
    for (const row of rows) {
      if (row.kind === 'unmatched') continue
      const cell = cells.get(row.row)?.[column.proposal.column] ?? null
      read(row.person, cell, plan, (trouble) => plan.problems.push({ row: row.row, column: column.proposal.column, written: cellLine(cell).slice(0, 100), trouble }))
    }
  }
  return { columns, rows, newSessions, newItems, ...withFirstAttempts(plan, columns, rows, cells) }
}

/** A second attempt without the first cannot be written: it is left out, and said. */
function withFirstAttempts<T extends Pick<SheetPlan, 'marks' | 'problems'>>(plan: T, columns: readonly PlannedColumn[], rows: readonly RowMatch[], cells: ReadonlyMap<number, readonly RosterCell[]>): T {
  const firsts = new Map(columns.flatMap(({ proposal, use }) => (use.kind === 'newMark' && use.attemptOf !== undefined ? [[proposal.column, use.attemptOf] as const] : [])))
  if (firsts.size === 0) return plan
  const there = new Set(plan.marks.map((mark) => `${mark.column} ${mark.enrolmentId}`))
  const rowOf = new Map(rows.flatMap((row) => (row.kind === 'matched' ? [[row.person.enrolmentId, row.row] as const] : [])))
  const lacks = (mark: SheetPlan['marks'][number]): boolean => firsts.has(mark.column) && !there.has(`${firsts.get(mark.column)} ${mark.enrolmentId}`)
  const problems = plan.marks.filter(lacks).map(({ column, enrolmentId }): CellProblem => {
    const row = rowOf.get(enrolmentId) ?? 0
    return { row, column, written: cellLine(cells.get(row)?.[column]).slice(0, 100), trouble: { kind: 'firstAttempt' } }
  })
  return { ...plan, marks: plan.marks.filter((mark) => !lacks(mark)), problems: [...plan.problems, ...problems] }
}

/** Results are the participants' alone. */
const participantsOf = (group: Group): Enrolled[] => group.members.filter((one) => one.role === 'participant')

const cellsOf = (list: ListSheet, column: number): RosterCell[] => list.rows.map((row) => row.cells[column] ?? null)

function usesOf(list: ListSheet, settings: Settings, course: Course): PlannedColumn[] {
  const { group, items, requirements, letters } = course
  const proposals = proposeUses(list.columns, list.rows.map((row) => row.cells), { sessions: group.sessions, items, requirements, letters })
  const chosen = new Map(settings.columns.map((one) => [one.column, one.as]))
  const wanted = list.columns.map((proposal, at): PlannedColumn => {
    const own = chosen.get(proposal.column)
    const { use, why } = proposals[at] ?? { use: { kind: 'ignore' as const }, why: 'unknown' as const }
    return own === undefined ? { proposal, use, why } : { proposal, use: checkedUse(own, course), why: targetOf(own) === targetOf(use) && own.kind === use.kind ? why : 'chosen' }
  })
  const columns = wanted.map((one) => ({ ...one, use: settledUse(one, wanted) }))
  const seen = new Map<string, string>()
  for (const { proposal, use } of columns) {
    const target = targetOf(use)
    if (target === null) continue
    const other = seen.get(target)
    if (other !== undefined) refuse('resultSheets.twoColumns', { one: other, other: proposal.label })
    seen.set(target, proposal.label)
  }
  if (!columns.some(({ use }) => use.kind === 'name' || use.kind === 'document' || use.kind === 'email')) refuse('resultSheets.nobody', { sheet: list.sheet.name })
  return columns
}

/** A second attempt follows what its first came to be: a mark of the course, a new one, or none any more. */
function settledUse({ proposal, use }: PlannedColumn, columns: readonly PlannedColumn[]): ColumnUse {
  if (use.kind !== 'newMark' || use.attemptOf === undefined) return use
  const first = columns.find((one) => one.proposal.column === use.attemptOf && one.proposal.column !== proposal.column)?.use
  if (first?.kind === 'mark' && first.attempt === 1) return { ...first, attempt: 2 }
  return first?.kind === 'newMark' && first.attemptOf === undefined ? use : { kind: 'newMark' }
}

function checkedUse(use: ColumnUse, { group, items, requirements }: Course): ColumnUse {
  const there =
    use.kind === 'session' ? group.sessions.some((one) => one.id === use.sessionId)
    : use.kind === 'mark' ? items.some((one) => one.id === use.markItemId)
    : use.kind === 'requirement' ? requirements.some((one) => one.id === use.requirementId)
    : true
  return there ? use : refuse('resultSheets.noSuchTarget')
}

const NAME_ORDER = ['fullName', 'givenNames', 'surnames', 'firstSurname', 'secondSurname'] as const

function peopleOf(list: ListSheet, columns: readonly PlannedColumn[]): Parameters<typeof matchRows>[0] {
  const rank = (column: PlannedColumn): number => {
    const at = NAME_ORDER.findIndex((field) => field === column.proposal.field)
    return at < 0 ? NAME_ORDER.length : at
  }
  const names = columns.filter(({ use }) => use.kind === 'name').toSorted((a, b) => rank(a) - rank(b)).map(({ proposal }) => proposal.column)
  const document = columns.find(({ use }) => use.kind === 'document')?.proposal.column
  const email = columns.find(({ use }) => use.kind === 'email')?.proposal.column
  return list.rows.map(({ row, cells }) => {
    const name = nameOfRow(names.map((column) => cells[column] ?? null))
    const mail = email === undefined ? '' : cellLine(cells[email]).toLowerCase()
    const number: RosterCell = document === undefined ? null : (cells[document] ?? null)
    return { row, name, document: number, email: mail.includes('@') ? mail : null, written: [cellLine(number), name, mail].filter((part) => part !== '').join(' · ').slice(0, 300) }
  })
}

function sessionsFor(list: ListSheet, columns: readonly PlannedColumn[], settings: Settings, { group, minutes, today }: Course): SheetPlan['newSessions'] {
  const making = columns.filter(({ use }) => use.kind === 'newSession').map(({ proposal }) => ({ column: proposal.column, label: proposal.label }))
  const proposed = proposedSessions(making, { from: group.from, to: group.to, today, courseMinutes: minutes, standing: group.sessions })
  const chosen = new Map(settings.newSessions.map((one) => [one.column, one]))
  return proposed.map((one, at) => ({ ...one, ...chosen.get(one.column), subject: subjectOf(making[at]?.label ?? '') || `${list.sheet.name} ${at + 1}` }))
}

type Sink = { readonly attendance: SheetPlan['attendance'][number][]; readonly marks: SheetPlan['marks'][number][]; readonly checks: SheetPlan['checks'][number][]; readonly rounded: number[] }
type ReadCell = (person: Enrolled, cell: RosterCell, sink: Sink, trouble: (trouble: CellTrouble) => void) => void

/** Minutes that may be missing of a presence. */
const TOLERANCE = 15

function cellReader(list: ListSheet, settings: Settings, course: Course, newSessions: SheetPlan['newSessions'], newItems: SheetPlan['newItems']): (column: PlannedColumn) => ReadCell {
  return ({ proposal: { column }, use }) => {
    switch (use.kind) {
      case 'session':
        return presenceReader(list, settings, course, column, course.group.sessions.find((one) => one.id === use.sessionId)?.plannedMinutes ?? 0)
      case 'newSession':
        return presenceReader(list, settings, course, column, newSessions.find((one) => one.column === column)?.plannedMinutes ?? 0)
      case 'mark':
        return markReader(column, use.attempt, course.items.find((one) => one.id === use.markItemId))
      case 'newMark':
        return markReader(column, use.attemptOf === undefined ? 1 : 2, newItems.find((one) => one.column === (use.attemptOf ?? column)))
      case 'requirement': case 'newRequirement':
        return checkReader(column)
      default:
        return () => undefined
    }
  }
}

function presenceReader(list: ListSheet, { emptyIsAbsent }: Settings, { letters }: Course, column: number, planned: number): ReadCell {
  const style = presenceStyle(cellsOf(list, column), letters) ?? 'words'
  return ({ enrolmentId }, cell, { attendance }, trouble) => {
    const read = readPresence(cell, style, letters)
    if (read.kind === 'unreadable') trouble({ kind: 'presence' })
    else if (read.kind === 'status') attendance.push({ column, enrolmentId, status: read.status, minutes: null, fromBlank: false })
    else if (read.kind === 'blank') {
      if (emptyIsAbsent) attendance.push({ column, enrolmentId, status: 'absent', minutes: null, fromBlank: true })
    } else if (read.minutes > planned) trouble({ kind: 'minutes', minutes: read.minutes, planned })
    else {
      const status = read.minutes === 0 ? 'absent' : read.minutes >= planned - TOLERANCE ? 'present' : 'leftEarly'
      attendance.push({ column, enrolmentId, status, minutes: read.minutes === 0 ? null : read.minutes, fromBlank: false })
    }
  }
}

function markReader(column: number, attempt: number, scale: { readonly scaleMin: number; readonly scaleMax: number } | undefined): ReadCell {
  const [min, max] = [scale?.scaleMin ?? 0, scale?.scaleMax ?? 20]
  return ({ enrolmentId }, cell, { marks, rounded }, trouble) => {
    const read = readMark(cell)
    if (read.kind === 'blank') return
    if (read.kind === 'unreadable') trouble({ kind: 'mark' })
    else if (read.value !== 'NP' && (read.value < min || read.value > max)) trouble({ kind: 'scale', min, max })
    else {
      const value = read.value === 'NP' ? read.value : roundedMark(read.value, 'hundredth')
      if (read.value !== 'NP' && !hasTwoDecimals(read.value)) rounded.push(column)
      marks.push({ column, enrolmentId, attempt, value })
    }
  }
}

function checkReader(column: number): ReadCell {
  return ({ enrolmentId }, cell, { checks }, trouble) => {
    const read = readCheck(cell)
    if (read.kind === 'unreadable') trouble({ kind: 'check' })
    else if (read.kind === 'check') checks.push({ column, enrolmentId, met: read.met })
  }
}
