import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { contract } from '../../../shared/contract/index.ts'
import { folded, isBlank } from '../../../shared/domain/roster/cells.ts'
import type { RosterCell, RosterRow } from '../../../shared/domain/roster/cells.ts'
import { refuse } from '../../core/failures.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { ListSheet } from './sheets.ts'
import { groupNameOf, groupValue, properName } from './sheets.ts'

export type Settings = ParsedInputOf<typeof contract.imports.write>

type Cohort = Pick<EntityTables['cohorts'], 'id' | 'name' | 'site' | 'startsOn'>

/** A group that rows fall into. */
export interface TargetGroup {
  /** As the settings call it: the sheet's name, the value of the column, or ''. */
  readonly key: string
  readonly name: string
  /** Null: it will be made. */
  readonly cohortId: string | null
}

export type GroupsBy = 'sheet' | 'column' | 'one'

/** How a file falls into groups when nobody says: by sheet when several hold lists, by a column of sites, by headings inside the list. */
export function groupsBy(lists: readonly ListSheet[]): GroupsBy {
  if (lists.length > 1) return 'sheet'
  const [only] = lists
  if (only === undefined) return 'one'
  const column = only.columns.find((one) => one.field === 'group')
  const hasSections = only.rows.some((row) => row.section !== null)
  return column !== undefined || hasSections ? 'column' : 'one'
}

/** The key of the group that a row of a sheet belongs to; '' in a column left blank. */
export function groupKey(list: ListSheet, by: GroupsBy, row: { readonly cells: RosterRow; readonly section: string | null }): string {
  if (by === 'one') return ''
  if (by === 'sheet') return list.sheet.name
  const column = list.columns.find((one) => one.field === 'group')
  const cell: RosterCell = column === undefined ? null : (row.cells[column.column] ?? null)
  if (column !== undefined && !isBlank(cell)) return groupValue(row.cells, column.column)
  return row.section === null ? '' : row.section.replace(/^\s*(sede|grupo|ciudad|site|group)\s*:?\s+/i, '').trim()
}

/** The groups of a file with how many rows each has, in the order in which they come. Writings that differ in case or accents are one. */
export function groupsSeen(lists: readonly ListSheet[], by: GroupsBy, oneGroup: string): { key: string; name: string; rows: number }[] {
  const groups = new Map<string, { key: string; name: string; rows: number }>()
  for (const list of lists) {
    for (const row of list.rows) {
      const key = groupKey(list, by, row)
      if (key === '' && by !== 'one') continue
      const group = groups.get(folded(key)) ?? { key, name: nameFor(list, by, key, oneGroup), rows: 0 }
      group.rows += 1
      groups.set(folded(key), group)
    }
  }
  return [...groups.values()]
}

function nameFor(list: ListSheet, by: GroupsBy, key: string, oneGroup: string): string {
  if (by === 'column') return properName(key)
  const said = groupNameOf(list)
  return said === '' ? (by === 'sheet' ? list.sheet.name : oneGroup) : said
}

/** Which group each key stands for: the one chosen, one of the same name, or a new one. */
export function targetGroups(settings: Settings, lists: readonly ListSheet[], cohorts: readonly Cohort[], oneGroup: string): ReadonlyMap<string, TargetGroup | null> {
  const { target } = settings
  const groups = new Map<string, TargetGroup | null>()
  if (target.kind === 'people') return groups
  const chosen = new Map(target.groups.map((choice) => [folded(choice.key), choice]))
  const byName = new Map(cohorts.map((cohort) => [folded(cohort.name), cohort]))
  const typed = settings.decisions.edits.flatMap(({ field, value }) => (field === 'group' && value.trim() !== '' ? [{ key: value.trim(), name: properName(value) }] : []))
  for (const seen of [...groupsSeen(lists, target.by, oneGroup), ...typed]) {
    const choice = chosen.get(folded(seen.key))
    if (choice?.cohortId != null) {
      const cohort = cohorts.find((one) => one.id === choice.cohortId) ?? refuse('imports.noSuchCohort')
      groups.set(folded(seen.key), { key: seen.key, name: cohort.name, cohortId: cohort.id })
    } else if (choice !== undefined && choice.newName === null) groups.set(folded(seen.key), null)
    else {
      const name = choice?.newName ?? seen.name
      const same = byName.get(folded(name))
      groups.set(folded(seen.key), { key: seen.key, name: same?.name ?? name, cohortId: same?.id ?? null })
    }
  }
  return groups
}
