import { attendanceCell, countedMinutes, readAttendanceCell } from '../../../shared/domain/attendance.ts'
import type { AttendanceMark } from '../../../shared/domain/attendance.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import type { Gives } from '../../api.ts'
import type { CellLook, Pressed } from '../../ui/cell-grid/cells.ts'

export type Status = Gives<'attendance.statuses'>[number]

/** How a status is coloured; its letter stands with it always. */
export function toneOf(status: Status | undefined): NonNullable<CellLook['tone']> {
  switch (status?.code) {
    case 'present': return 'good'
    case 'late':
    case 'leftEarly': return 'warn'
    case 'excused': return 'info'
    case 'absent': return 'bad'
    default: return status === undefined ? 'none' : 'own'
  }
}

/** What stands in a cell: the letter, with the minutes where they were written. */
export function cellText(mark: AttendanceMark | null, statuses: readonly Status[]): string {
  if (mark === null) return ''
  const letter = statuses.find((one) => one.key === mark.status)?.letter ?? '?'
  return mark.minutes === null ? letter : `${letter}${mark.minutes}`
}

/** A letter writes its status, the space bar that of who came; a figure or a minus begins the typing of minutes. */
export function pressedKey(key: string, statuses: readonly Status[]): Pressed | undefined {
  const letter = key.toUpperCase()
  const status = key === ' ' ? statuses.find((one) => one.code === 'present') : statuses.find((one) => one.letter === letter)
  // A status by its key says all of it: minutes that stood there no longer hold.
  if (status !== undefined) return { kind: 'write', value: status.key }
  return /^[\d-]$/.test(key) ? { kind: 'edit', text: key } : undefined
}

/** Words of Peru's lists, folded, by the status they mean. */
const WORDS: Readonly<Record<NonNullable<Status['code']>, readonly string[]>> = {
  present: ['asistio', 'asiste', 'asistencia', 'presente', 'puntual', 'participo', 'si', 'x', 'v', '1', 'ok', 'firmo', 'verdadero', 'true', 'present', 'attended', 'yes'],
  late: ['tardanza', 'tarde', 'llego tarde', 'late'],
  leftEarly: ['salio antes', 'se retiro', 'salida', 'salio', 'retiro', 'left early'],
  excused: ['justificado', 'justificada', 'falta justificada', 'inasistencia justificada', 'permiso', 'licencia', 'comision', 'excused'],
  absent: ['falto', 'falta', 'inasistencia', 'no asistio', 'ausente', 'no', '0', 'falta injustificada', 'falso', 'false', 'absent'],
}
const TICKS = /^[✓✔☑√•●]$/u

/** What was typed or pasted, as a mark: '' for none, undefined when it cannot be read. `present` holds for minutes of somebody who had no mark. */
export function readAttendance(text: string, plannedMinutes: number, before: AttendanceMark | null, statuses: readonly Status[]): AttendanceMark | null | undefined {
  const written = text.trim()
  if (written === '') return null
  const upper = written.toUpperCase()
  const byLetter = statuses.find((one) => one.letter === upper)
  if (byLetter !== undefined) return { status: byLetter.key, minutes: null }
  if (TICKS.test(written)) return statusMark(statuses, 'present')
  const withMinutes = /^([A-ZÑ0-9])\s*(\d{1,4})$/.exec(upper)
  const letter = statuses.find((one) => one.letter === withMinutes?.[1])
  if (withMinutes?.[2] !== undefined && letter !== undefined && !/^\d+$/.test(upper)) return { status: letter.key, minutes: Number(withMinutes[2]) }
  const folded = searchKey(written)
  const byName = statuses.find((one) => searchKey(one.name) === folded)
  if (byName !== undefined) return { status: byName.key, minutes: null }
  const byWord = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((code) => WORDS[code].includes(folded))
  if (byWord !== undefined && !written.startsWith('-')) return statusMark(statuses, byWord)
  const minutes = readMinutes(written, plannedMinutes)
  return minutes === undefined ? undefined : minutesMark(minutes, before, statuses)
}

function statusMark(statuses: readonly Status[], code: NonNullable<Status['code']>): AttendanceMark | undefined {
  const status = statuses.find((one) => one.code === code)
  return status === undefined ? undefined : { status: status.key, minutes: null }
}

/** Minutes attended: "150", "150 min", "2:30", "2 h 30"; "-20" are minutes missed. */
function readMinutes(written: string, plannedMinutes: number): number | undefined {
  const missed = /^-\s*(\d{1,4})\s*(?:min\.?|')?$/i.exec(written)
  if (missed !== null) return Math.max(0, plannedMinutes - Number(missed[1]))
  const plain = /^(\d{1,4})\s*(?:min(?:utos)?\.?|')?$/i.exec(written)
  if (plain !== null) return Number(plain[1])
  const clock = /^(\d{1,2})\s*(?::|h(?:oras?)?\.?\s*)(\d{1,2})?\s*(?:min\.?|m)?$/i.exec(written)
  return clock === null ? undefined : Number(clock[1]) * 60 + Number(clock[2] ?? 0)
}

/** Minutes keep the status that stands there where one can attend with it; else they are of somebody who came. */
function minutesMark(minutes: number, before: AttendanceMark | null, statuses: readonly Status[]): AttendanceMark | undefined {
  const kept = statuses.find((one) => one.key === before?.status && one.share > 0 && !one.exempts)
  const status = kept ?? statuses.find((one) => one.code === (minutes === 0 ? 'absent' : 'present'))
  return status === undefined ? undefined : { status: status.key, minutes: minutes === 0 && kept === undefined ? null : minutes }
}

/** What was read, as the grid carries it; undefined when it cannot be read. */
export function readCell(text: string, plannedMinutes: number, before: string, statuses: readonly Status[]): string | undefined {
  const mark = readAttendance(text, plannedMinutes, readAttendanceCell(before), statuses)
  return mark === undefined ? undefined : attendanceCell(mark)
}

export interface Attended {
  /** Minutes asked of the person: sessions that a status exempts leave them. */
  readonly planned: number
  readonly attended: number
  /** Sessions without a mark. */
  readonly open: number
}

/** What the marks of a person come to, in minutes, over the sessions in their order. */
export function attendedOf(cells: readonly string[], plannedMinutes: readonly number[], statuses: readonly Status[]): Attended {
  const sum = { planned: 0, attended: 0, open: 0 }
  plannedMinutes.forEach((planned, at) => {
    const mark = readAttendanceCell(cells[at] ?? '')
    const status = statuses.find((one) => one.key === mark?.status)
    if (status?.exempts !== true) sum.planned += planned
    if (mark === null) sum.open += 1
    else if (status !== undefined) sum.attended += countedMinutes(mark, status, planned)
  })
  return sum
}

/** attended of planned in percent, with two decimals cut and never rounded up, as results show it: 79.996 is not yet 80. */
export function percentOf(attended: number, planned: number): string {
  return planned === 0 ? '' : String(Math.floor((attended * 10_000) / planned) / 100)
}
