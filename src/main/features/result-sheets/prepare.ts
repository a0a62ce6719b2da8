import { withWordedDays } from '../../../shared/domain/result-sheet/columns.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { Workbook } from '../../intake/table.ts'
import { statusesInForce } from '../../../shared/domain/attendance.ts'
import { keptStatuses } from '../attendance/statuses.ts'
import type { ListSheet } from '../imports/sheets.ts'
import { isMeetingExport, listSheets, proposedLists } from '../imports/sheets.ts'
import { sourceOf } from '../imports/source.ts'
import { groupOf } from '../meetings/gather.ts'
import { editionOf } from '../programmes/records.ts'
import { itemsOf, requirementsOf } from '../results/course.ts'
import type { Course, Settings } from './plan.ts'

/** A file with the list that is read. */
export interface PreparedSheet {
  readonly sheets: readonly string[]
  readonly list: ListSheet
}

/** Reads the file and finds its list. Throws `refused` for a file without one, or for the export of a meeting. */
export async function prepareSheet(context: JobContext, { file, sheet }: Settings): Promise<PreparedSheet> {
  const { workbook } = await sourceOf(context, { file })
  if (isMeetingExport(workbook)) refuse('resultSheets.meetingExport', { file: file.name })
  const lists = listSheets(dated(workbook), () => undefined)
  const possible = lists.filter((one) => !one.sheet.hidden)
  const list = sheet === undefined ? (proposedLists(lists)[0] ?? possible[0]) : lists.find((one) => one.sheet.name === sheet)
  if (list === undefined) refuse(sheet === undefined ? 'resultSheets.noList' : 'resultSheets.noSuchSheet', { file: file.name })
  return { sheets: possible.map((one) => one.sheet.name), list }
}

/** The same workbook with the days among its labels in words; one a workbook, so that its lists are found once. */
const dates = new WeakMap<Workbook, Workbook>()
function dated(workbook: Workbook): Workbook {
  const known = dates.get(workbook) ?? { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: withWordedDays(sheet.rows) })) }
  dates.set(workbook, known)
  return known
}

/** The group and its course. Throws `missing`. */
export async function courseOf(db: Reader, cohortId: string, today: string): Promise<Course> {
  const group = await groupOf(db, cohortId)
  const edition = await editionOf(db, group.editionId)
  return {
    group,
    items: await itemsOf(db, edition.id),
    requirements: await requirementsOf(db, edition.id),
    letters: statusesInForce(await keptStatuses(db)).map(({ key, letter }) => ({ key, letter })),
    minutes: edition.hours === null ? null : Math.round(edition.hours * edition.minutesPerHour),
    today,
  }
}
