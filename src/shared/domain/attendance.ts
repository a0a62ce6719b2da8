/**
 * How attendance is said and counted. No national rule fixes it (RM 0087-2011-JUS counts a late arrival as an absence, most
 * courses do not): each office says what each of its statuses counts, and minutes written by hand always win.
 */

import { searchKey } from './names.ts'

export const attendanceCodes = ['present', 'late', 'leftEarly', 'excused', 'absent'] as const
export type AttendanceCode = (typeof attendanceCodes)[number]

/** What tells one unknown walk-in from another: her name and document as written. The same writing in several sessions is one person. */
export function walkInKey(one: { readonly writtenName: string; readonly writtenDocument: string | null }): string {
  return `${searchKey(one.writtenName)} ${one.writtenDocument ?? ''}`
}

/** A status as an office uses it: one of the five, or one of its own. */
export interface AttendanceStatus {
  /** One of the five codes, or the id of the office's own status. */
  readonly key: string
  /** Null: the five are called by the app's own words. */
  readonly name: string | null
  /** The key that writes it in the grid: one letter or digit, in capitals. */
  readonly letter: string
  /** Percent of the planned minutes that count when no minutes are written, 0 to 100. */
  readonly share: number
  /** Whether the session then asks nothing of this person: it leaves the hours that are required of her. */
  readonly exempts: boolean
}

/** What the five count until the office says otherwise. Letters are those of the Spanish words. */
export const usualStatuses: readonly (AttendanceStatus & { readonly key: AttendanceCode })[] = [
  { key: 'present', name: null, letter: 'P', share: 100, exempts: false },
  { key: 'late', name: null, letter: 'T', share: 100, exempts: false },
  { key: 'leftEarly', name: null, letter: 'S', share: 50, exempts: false },
  { key: 'excused', name: null, letter: 'J', share: 0, exempts: false },
  { key: 'absent', name: null, letter: 'F', share: 0, exempts: false },
]

/** What stands in one cell of the grid. */
export interface AttendanceMark {
  readonly status: string
  /** Minutes attended as written; null: what the status counts. */
  readonly minutes: number | null
}

/** What an office keeps of a status: a change of one of the five (`code`), or one of its own. */
export interface KeptStatus {
  readonly id: string
  readonly code: AttendanceCode | null
  readonly name: string | null
  readonly letter: string
  readonly share: number
  readonly exempts: 0 | 1
}

/** The statuses in force, in the order of the legend: the five as the office changed them, then its own in the order given. */
export function statusesInForce(kept: readonly KeptStatus[]): AttendanceStatus[] {
  const asStatus = (row: KeptStatus): AttendanceStatus => ({ key: row.code ?? row.id, name: row.name, letter: row.letter, share: row.share, exempts: row.exempts === 1 })
  const five = usualStatuses.map((usual) => {
    const changed = kept.find((row) => row.code === usual.key)
    return changed === undefined ? usual : asStatus(changed)
  })
  return [...five, ...kept.filter((row) => row.code === null).map(asStatus)]
}

/**
 * Minutes of a session that count for a person: those written, else the status's share of the planned ones, half up.
 * A session that asks nothing of her counts nothing: it leaves her planned minutes too.
 */
export function countedMinutes(mark: AttendanceMark, status: Pick<AttendanceStatus, 'share' | 'exempts'>, plannedMinutes: number): number {
  if (status.exempts) return 0
  return mark.minutes ?? Math.round((plannedMinutes * status.share) / 100)
}

/** A cell as the grid carries it: '' for nothing yet, `present`, `late:150`. */
export function attendanceCell(mark: AttendanceMark | null): string {
  if (mark === null) return ''
  return mark.minutes === null ? mark.status : `${mark.status}:${mark.minutes}`
}

/** Reads a cell of the grid back. */
export function readAttendanceCell(cell: string): AttendanceMark | null {
  if (cell === '') return null
  const [status = '', minutes] = cell.split(':')
  return { status, minutes: minutes === undefined ? null : Number(minutes) }
}

/** Where a mark of attendance comes from. */
export const attendanceSources = ['typed', 'paper', 'meeting', 'sheet'] as const

/** What people do in a session. */
export const sessionRoles = ['speaker', 'facilitator', 'moderator', 'tutor'] as const
export type SessionRole = (typeof sessionRoles)[number]
