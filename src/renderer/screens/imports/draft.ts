import type { Decisions } from '../../../shared/domain/roster/decisions.ts'
import { NO_DECISIONS } from '../../../shared/domain/roster/decisions.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { LEFT_OUT, REPEATABLE } from '../../../shared/domain/roster/fields.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import type { NameOrder } from '../../../shared/domain/name-parts.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { Gives, Takes } from '../../api.ts'

export type Reading = Gives<'imports.read'>
export type SheetSeen = Reading['sheets'][number]
export type Settings = Takes<'imports.review'>
export type Role = NonNullable<Settings['role']>
export type PersonClass = NonNullable<Settings['personClass']>
export type GroupsBy = 'sheet' | 'column' | 'one'

export interface SheetChoice {
  readonly name: string
  readonly chosen: boolean
  /** One for each column of the sheet, in its order. */
  readonly fields: readonly RosterField[]
  readonly nameOrder: NameOrder | null
}

/** Where the rows of one key go: an existing group, a new one, or none (both null). */
export interface GroupChoice {
  readonly cohortId: string | null
  readonly newName: string | null
}

/** Everything that the person has said about one file. Nothing of it is written until the end. */
export interface Draft {
  readonly file: FileRef
  readonly sha256: string
  readonly encoding: string | undefined
  readonly delimiter: string | undefined
  readonly sheets: readonly SheetChoice[]
  readonly kind: 'people' | 'groups'
  readonly editionId: string | null
  readonly by: GroupsBy
  /** What was chosen by hand, by key; the rest goes where `groupsOf` proposes. */
  readonly choices: Readonly<Record<string, GroupChoice>>
  readonly role: Role
  readonly personClass: PersonClass
  readonly asOf: string | null
  readonly decisions: Decisions
}

export interface Destination {
  readonly editionId: string | undefined
  readonly cohortId: string | undefined
}

/** What is proposed for a file just read. Who comes from a group wants its people there. */
export function draftOf(file: FileRef, reading: Reading, how: { encoding?: string | undefined; delimiter?: string | undefined }, to: Destination): Draft {
  const sheets = reading.sheets.map((sheet) => ({
    name: sheet.name,
    chosen: sheet.chosen,
    fields: sheet.columns.map((column) => column.field),
    nameOrder: sheet.nameOrder?.order ?? null,
  }))
  return {
    file,
    sha256: reading.sha256,
    encoding: how.encoding,
    delimiter: how.delimiter,
    sheets,
    kind: 'groups',
    editionId: to.editionId ?? null,
    by: to.cohortId === undefined ? reading.groups.by : 'one',
    choices: to.cohortId === undefined ? {} : { '': { cohortId: to.cohortId, newName: null } },
    role: 'participant',
    personClass: 'auto',
    asOf: null,
    decisions: NO_DECISIONS,
  }
}

/** Another field for a column. The column that held it before is left out; sheets with the same labels follow. */
export function withField(draft: Draft, reading: Reading, sheet: string, column: number, field: RosterField): Draft {
  const labels = labelsOf(reading, sheet)
  return {
    ...draft,
    sheets: draft.sheets.map((one) =>
      labelsOf(reading, one.name) !== labels ? one : { ...one, fields: one.fields.map((old, at) => fieldAt(old, at, column, field)) },
    ),
  }
}

function fieldAt(old: RosterField, at: number, column: number, field: RosterField): RosterField {
  if (at === column) return field
  return old === field && !REPEATABLE.has(field) ? 'ignore' : old
}

/** Another order of whole names, for all sheets with the same labels. */
export function withNameOrder(draft: Draft, reading: Reading, sheet: string, order: NameOrder): Draft {
  const labels = labelsOf(reading, sheet)
  return { ...draft, sheets: draft.sheets.map((one) => (labelsOf(reading, one.name) === labels ? { ...one, nameOrder: order } : one)) }
}

export function withSheet(draft: Draft, sheet: string, chosen: boolean): Draft {
  return { ...draft, sheets: draft.sheets.map((one) => (one.name === sheet ? { ...one, chosen } : one)) }
}

/** How many other sheets have the same labels, and so the same columns. */
export function sheetsAlike(reading: Reading, sheet: string): number {
  const labels = labelsOf(reading, sheet)
  return reading.sheets.filter((one) => one.name !== sheet && one.headerRow !== null && labelsOf(reading, one.name) === labels).length
}

function labelsOf(reading: Reading, sheet: string): string {
  const seen = reading.sheets.find((one) => one.name === sheet)
  return seen === undefined ? sheet : seen.columns.map((column) => column.label).join('\u0000') || sheet
}

const NAMES: readonly RosterField[] = ['fullName', 'surnames', 'firstSurname', 'givenNames']

/** The first sheet to be imported that has no column of names. */
export function sheetWithoutNames(draft: Draft): string | undefined {
  return draft.sheets.find((one) => one.chosen && !one.fields.some((field) => NAMES.includes(field)))?.name
}

export function chosenSheets(draft: Draft, reading: Reading): readonly SheetSeen[] {
  return reading.sheets.filter((sheet) => draft.sheets.some((one) => one.name === sheet.name && one.chosen))
}

export function rowsChosen(draft: Draft, reading: Reading): number {
  return chosenSheets(draft, reading).reduce((sum, sheet) => sum + sheet.rows, 0)
}

export interface RosterGroup {
  readonly key: string
  readonly name: string
  readonly rows: number
  readonly choice: GroupChoice
}

interface Cohort {
  readonly id: string
  readonly name: string
}

/** The ways in which the list can be divided, as its sheets and columns stand now. */
export function divisions(draft: Draft, reading: Reading): readonly GroupsBy[] {
  const hasColumn = draft.sheets.some((one) => one.chosen && one.fields.includes('group'))
  return [...(chosenSheets(draft, reading).length > 1 ? ['sheet' as const] : []), ...(hasColumn ? ['column' as const] : []), 'one' as const]
}

/** How it is divided: what was chosen while that is still possible. */
export function divisionOf(draft: Draft, reading: Reading): GroupsBy {
  const possible = divisions(draft, reading)
  return possible.includes(draft.by) ? draft.by : (possible[0] ?? 'one')
}

/** Each key with its rows, and where they go: what was chosen, else the group of the same name, else a new one. */
export function groupsOf(draft: Draft, reading: Reading, cohorts: readonly Cohort[], onlyName: string, values: readonly { key: string; name: string; rows: number }[] = []): readonly RosterGroup[] {
  const proposed = keysOf(draft, reading, cohorts, onlyName, values)
  return proposed.map((group) => {
    const chosen = draft.choices[group.key]
    const fits = chosen !== undefined && (chosen.cohortId === null || cohorts.some((one) => one.id === chosen.cohortId))
    return { ...group, choice: fits ? chosen : proposal(group.name, cohorts) }
  })
}

function keysOf(draft: Draft, reading: Reading, cohorts: readonly Cohort[], onlyName: string, values: readonly { key: string; name: string; rows: number }[]) {
  const sheets = chosenSheets(draft, reading)
  switch (divisionOf(draft, reading)) {
    case 'sheet':
      return sheets.map((sheet) => ({ key: sheet.name, name: sheet.groupName === '' ? sheet.name : sheet.groupName, rows: sheet.rows }))
    case 'column':
      return values.length > 0 || reading.groups.by !== 'column' ? values : reading.groups.groups
    case 'one': {
      const only = cohorts.length === 1 ? cohorts[0]?.name : undefined
      const named = sheets.length === 1 ? sheets[0]?.groupName : undefined
      return [{ key: '', name: only ?? (named || onlyName), rows: rowsChosen(draft, reading) }]
    }
  }
}

function proposal(name: string, cohorts: readonly Cohort[]): GroupChoice {
  const same = cohorts.find((one) => searchKey(one.name) === searchKey(name))
  return same === undefined ? { cohortId: null, newName: name } : { cohortId: same.id, newName: null }
}

/** What `imports.review` and `imports.write` are told. */
export function settingsOf(draft: Draft, reading: Reading, groups: readonly RosterGroup[]): Settings {
  const { decisions } = draft
  return {
    file: draft.file,
    ...(draft.encoding === undefined ? {} : { encoding: draft.encoding }),
    ...(draft.delimiter === undefined ? {} : { delimiter: draft.delimiter }),
    sheets: draft.sheets.flatMap((one) => {
      const seen = reading.sheets.find((sheet) => sheet.name === one.name)
      if (!one.chosen || seen === undefined) return []
      const columns = seen.columns.map(({ column }, at) => ({ column, field: one.fields[at] ?? ('ignore' as const) }))
      return [{ name: one.name, columns, ...(one.nameOrder === null ? {} : { nameOrder: one.nameOrder }) }]
    }),
    target:
      draft.kind === 'people' || draft.editionId === null
        ? { kind: 'people' }
        : { kind: 'groups', editionId: draft.editionId, by: divisionOf(draft, reading), groups: groups.map(({ key, choice }) => ({ key, ...choice })) },
    role: draft.role,
    personClass: draft.personClass,
    asOf: draft.asOf,
    decisions: {
      acceptProposals: decisions.acceptProposals,
      accept: decisions.accept.map(({ cause, rows }) => ({ cause, rows: rows === null ? null : [...rows] })),
      edits: [...decisions.edits],
      verdicts: [...decisions.verdicts],
      skip: [...decisions.skip],
    },
  }
}

/** Columns of the sheets to be imported that do not enter. */
export function isLeftOut(field: RosterField): boolean {
  return LEFT_OUT.has(field)
}
