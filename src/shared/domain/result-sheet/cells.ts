import type { MarkValue } from '../marks.ts'
import type { RosterCell } from '../roster/cells.ts'
import { cellLine, folded, isBlank } from '../roster/cells.ts'
import { readDuration } from '../meetings/moments.ts'

/** A status by its letter, as the office writes it. */
export interface StatusLetter {
  readonly key: string
  readonly letter: string
}

/** How a column writes presence: in words and signs, in the office's letters, or in minutes. */
export type PresenceStyle = 'words' | 'letters' | 'minutes'

export type PresenceRead =
  | { readonly kind: 'blank' }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'unreadable' }

const YES = new Set(['si', 's', 'x', '1', 'p', 'a', 'presente', 'asistio', 'asiste', 'asistencia', 'ok', 'yes', 'y', 'true', 'verdadero', 'v', 'attended', 'present'])
const NO = new Set(['no', 'n', '0', 'f', 'falta', 'falto', 'ausente', 'no asistio', 'inasistencia', 'false', 'falso', 'absent', 'i'])
const TICK = /^[✓✔☑✅√●•*+]$/u
const CROSS = /^[✗✘☒❌×]$/u
const NOTHING = /^[-–—_./\s]*$/u
const WORDS: Readonly<Record<string, string>> = {
  t: 'late', tardanza: 'late', tarde: 'late', late: 'late', j: 'excused', justificado: 'excused', justificada: 'excused', permiso: 'excused', licencia: 'excused', 'falta justificada': 'excused', excused: 'excused', 'se retiro': 'leftEarly', 'salio antes': 'leftEarly',
}

/** How a column writes presence, told by all of its cells; null when most of them are none. */
export function presenceStyle(cells: readonly RosterCell[], letters: readonly StatusLetter[]): PresenceStyle | null {
  const filled = cells.filter((cell) => !isBlank(cell) && !NOTHING.test(cellLine(cell)))
  if (filled.length === 0) return null
  const share = (test: (cell: RosterCell) => boolean): number => filled.filter(test).length / filled.length
  const known = new Set(letters.map((one) => one.letter))
  const written = filled.map((cell) => cellLine(cell).toUpperCase())
  const signs = new Set(written.map((text) => folded(text)))
  // "S" is "sí" beside a "no", and "salió antes" beside the other letters.
  const inLetters = share((cell) => known.has(cellLine(cell).toUpperCase())) === 1 && !['si', 'no', 'n', 'x', '1', '0'].some((word) => signs.has(word)) && written.some((text) => text === 'P' || text === 'F' || (known.has(text) && !YES.has(folded(text)) && !NO.has(folded(text))))
  if (inLetters) return 'letters'
  if (share((cell) => readWord(cell) !== null) >= 0.6) return 'words'
  return share((cell) => readMinutes(cell) !== null) >= 0.8 && filled.some((cell) => (readMinutes(cell) ?? 0) > 20) ? 'minutes' : null
}

export function readPresence(cell: RosterCell | undefined, style: PresenceStyle, letters: readonly StatusLetter[]): PresenceRead {
  const text = cellLine(cell)
  if (isBlank(cell) || NOTHING.test(text)) return { kind: 'blank' }
  if (style === 'letters') {
    const status = letters.find((one) => one.letter === text.toUpperCase())?.key
    if (status !== undefined) return { kind: 'status', status }
  }
  if (style === 'minutes') {
    const minutes = readMinutes(cell ?? null)
    if (minutes !== null) return { kind: 'minutes', minutes }
  }
  const status = readWord(cell ?? null) ?? (text.length === 1 ? letters.find((one) => one.letter === text.toUpperCase())?.key : undefined)
  if (status !== undefined && status !== null) return { kind: 'status', status }
  const minutes = readMinutes(cell ?? null)
  return minutes === null ? { kind: 'unreadable' } : { kind: 'minutes', minutes }
}

function readWord(cell: RosterCell): string | null {
  if (typeof cell === 'boolean') return cell ? 'present' : 'absent'
  const line = cellLine(cell)
  if (TICK.test(line)) return 'present'
  if (CROSS.test(line)) return 'absent'
  const word = folded(line)
  return YES.has(word) ? 'present' : NO.has(word) ? 'absent' : (WORDS[word] ?? null)
}

function readMinutes(cell: RosterCell): number | null {
  const seconds = readDuration(cell)
  return seconds === null ? null : Math.round(seconds / 60)
}

export type MarkRead = { readonly kind: 'blank' } | { readonly kind: 'mark'; readonly value: MarkValue } | { readonly kind: 'unreadable' }

/** Reads "14", "14,5", "15/20", "NP". */
export function readMark(cell: RosterCell | undefined): MarkRead {
  if (typeof cell === 'number') return { kind: 'mark', value: cell }
  const text = cellLine(cell)
  if (isBlank(cell) || NOTHING.test(text)) return { kind: 'blank' }
  if (/^(np|nsp|n p|n s p|no se presento|no rindio|ausente)$/.test(folded(text))) return { kind: 'mark', value: 'NP' }
  const figures = /^(\d{1,4}(?:[.,]\d{1,17})?)(?:\s*\/\s*\d{1,3})?(?:\s*(?:puntos|pts?\.?))?$/iu.exec(text)
  return figures === null ? { kind: 'unreadable' } : { kind: 'mark', value: Number((figures[1] ?? '').replace(',', '.')) }
}

/** Share of the filled cells that are marks up to 100, with something beyond yes and no among them. */
export function looksLikeMarks(cells: readonly RosterCell[]): boolean {
  const filled = cells.filter((cell) => readMark(cell).kind !== 'blank')
  const values = filled.flatMap((cell) => {
    const read = readMark(cell)
    return read.kind === 'mark' ? [read.value] : []
  })
  const figures = values.filter((value): value is number => value !== 'NP')
  return figures.length > 0 && values.length / filled.length >= 0.6 && figures.every((value) => value <= 100) && figures.some((value) => value > 1)
}

export type CheckRead = { readonly kind: 'blank' } | { readonly kind: 'check'; readonly met: boolean } | { readonly kind: 'unreadable' }

const MET = new Set(['entrego', 'entregado', 'entregada', 'cumplio', 'cumple', 'aprobado', 'completo', 'delivered', 'done', 'presento', 'enviado'])
const UNMET = new Set(['no entrego', 'no entregado', 'no cumplio', 'no cumple', 'pendiente', 'falta', 'pending', 'no presento', 'desaprobado'])

/** Reads yes or no of what a course asks for. */
export function readCheck(cell: RosterCell | undefined): CheckRead {
  const text = cellLine(cell)
  if (isBlank(cell) || NOTHING.test(text)) return { kind: 'blank' }
  const word = folded(text)
  if (MET.has(word)) return { kind: 'check', met: true }
  if (UNMET.has(word)) return { kind: 'check', met: false }
  const status = readWord(cell ?? null)
  return status === 'present' ? { kind: 'check', met: true } : status === 'absent' ? { kind: 'check', met: false } : { kind: 'unreadable' }
}
