import { formatDate, isoDay } from '../dates.ts'
import type { MarkKind } from '../marks.ts'
import type { ColumnProposal } from '../roster/columns.ts'
import type { RosterCell, RosterRow } from '../roster/cells.ts'
import { cellText, folded } from '../roster/cells.ts'
import type { RosterField } from '../roster/fields.ts'
import { labelMatch } from '../roster/fields.ts'
import type { StatusLetter } from './cells.ts'
import { looksLikeMarks, presenceStyle, readCheck, readMark } from './cells.ts'

/** What a column is; ids are those of the group's sessions and of the course's items and requirements. */
export type ColumnUse =
  | { readonly kind: 'ignore' | 'name' | 'document' | 'email' | 'newSession' | 'newRequirement' }
  /** `attemptOf`: the second attempt of the mark that this other column makes. */
  | { readonly kind: 'newMark'; readonly attemptOf?: number | undefined }
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'mark'; readonly markItemId: string; readonly attempt: number }
  | { readonly kind: 'requirement'; readonly requirementId: string }

export type ColumnWhy =
  | 'name' | 'document' | 'email' | 'sessionDay' | 'sessionSubject' | 'sessionOrder' | 'presenceLabel' | 'presence' | 'minutes'
  | 'item' | 'retake' | 'markLabel' | 'marks' | 'average' | 'requirement' | 'requirementLabel' | 'checks' | 'personal' | 'sensitive' | 'rowNumber' | 'empty' | 'unknown' | 'twice' | 'chosen'

export interface ProposedUse {
  readonly column: number
  readonly use: ColumnUse
  readonly why: ColumnWhy
}

/** What the course has already. */
export interface Standing {
  readonly sessions: readonly { readonly id: string; readonly day: string; readonly subject: string }[]
  readonly items: readonly { readonly id: string; readonly name: string }[]
  readonly requirements: readonly { readonly id: string; readonly name: string }[]
  readonly letters: readonly StatusLetter[]
}

const NAMES: ReadonlySet<RosterField> = new Set<RosterField>(['fullName', 'surnames', 'firstSurname', 'secondSurname', 'givenNames'])
const MARK = /\b(notas?|examen(es)?|prueba|evaluacion(es)?|practica|trabajo|test|calificacion|calificativo|puntaje|tarea|control|exposicion|ensayo|score|grade|marks?|exam|quiz|parcial|assignment|pre ?test|post ?test|pc ?\d|ef|ep)\b/
const AVERAGE = /\b(promedio|prom|average|nota final|final grade|final mark|total)\b/
const REQUIREMENT = /\b(plan de accion|action plan|entreg\w*|cumpl\w*|requisito|compromiso|encuesta|declaracion|deliver\w*|submitted|producto|informe)\b/
const SESSION = /\b(asisti\w*|asistencia|attend\w*|presen(te|cia)|sesion|session|clase|jornada|dia|day|taller|fecha)\b|^s ?\d{1,2}$|^(modulo|m) ?\d{1,2}$/

/** Proposes what each column is: by its label, by what the course has, and by what its cells look like. */
export function proposeUses(columns: readonly ColumnProposal[], rows: readonly RosterRow[], standing: Standing): ProposedUse[] {
  const asked = columns.map((column) => ({ column, cells: rows.map((row): RosterCell => row[column.column] ?? null) }))
  const alone = asked.filter(({ column, cells }) => MARK.test(folded(column.label)) && looksLikeMarks(cells)).length <= 1
  const uses = withRetakes(asked.map(({ column, cells }) => ({ column: column.column, words: folded(column.label), ...useOf(column, cells, standing, alone) })))
  const taken = new Set<string>()
  return uses.map((one) => {
    const target = targetOf(one.use)
    if (target === null || !taken.has(target)) {
      if (target !== null) taken.add(target)
      return one
    }
    return { ...one, use: { kind: 'ignore' }, why: 'twice' }
  })
}

const SECOND = '(?:sustitutori[oa]s?|recuperacion|subsanacion|rezagados|aplazados|retake|segund[oa] (?:intento|oportunidad)|2 ?(?:[ao]|d[ao])? (?:intento|oportunidad))'
const SECOND_BEFORE = new RegExp(`^${SECOND}(?: del?(?: la)?)? (.+)$`)
const SECOND_AFTER = new RegExp(`^(.+?)(?: de)? ${SECOND}$`)
const SECOND_ALONE = new RegExp(`^${SECOND}$`)

/** Of which mark a label says that it is the second attempt; '' where it does not name it, null when it says no such thing. */
function retakeOf(words: string): string | null {
  return SECOND_ALONE.test(words) ? '' : (SECOND_BEFORE.exec(words)?.[1] ?? SECOND_AFTER.exec(words)?.[1] ?? null)
}

/** A retake is the second attempt of the mark it names, or of the one just before it where it names none; each mark has one. */
function withRetakes(uses: readonly (ProposedUse & { readonly words: string })[]): ProposedUse[] {
  const retaken = new Set<number>()
  return uses.map(({ words, ...one }, at): ProposedUse => {
    const of = one.use.kind === 'newMark' ? retakeOf(words) : null
    if (of === null) return one
    const firsts = uses.filter((other) => other.column !== one.column && retakeOf(other.words) === null && (other.use.kind === 'newMark' || (other.use.kind === 'mark' && other.use.attempt === 1)))
    const like = firsts.filter((other) => other.words.startsWith(`${of} `))
    const first = of === '' ? firsts.find((other) => other.column === uses[at - 1]?.column) : (firsts.find((other) => other.words === of) ?? (like.length === 1 ? like[0] : undefined))
    if (first === undefined || retaken.has(first.column)) return one
    retaken.add(first.column)
    return { column: one.column, use: first.use.kind === 'mark' ? { ...first.use, attempt: 2 } : { kind: 'newMark', attemptOf: first.column }, why: 'retake' }
  })
}

/** What only one column can be. */
export function targetOf(use: ColumnUse): string | null {
  switch (use.kind) {
    case 'document': case 'email':
      return use.kind
    case 'session':
      return `session ${use.sessionId}`
    case 'mark':
      return `mark ${use.markItemId} ${use.attempt}`
    case 'newMark':
      return use.attemptOf === undefined ? null : `retake ${use.attemptOf}`
    case 'requirement':
      return `requirement ${use.requirementId}`
    default:
      return null
  }
}

interface Use {
  readonly use: ColumnUse
  readonly why: ColumnWhy
}

const say = (kind: 'ignore' | 'name' | 'document' | 'email' | 'newSession' | 'newMark' | 'newRequirement', why: ColumnWhy): Use => ({ use: { kind }, why })

function useOf(column: ColumnProposal, cells: readonly RosterCell[], standing: Standing, alone: boolean): Use {
  const { field, label } = column
  if (NAMES.has(field)) return say('name', 'name')
  if (field === 'documentNumber') return say('document', 'document')
  if (field === 'email') return say('email', 'email')
  if (field === 'sensitive') return say('ignore', 'sensitive')
  if (column.filled === 0 && label === '') return say('ignore', 'empty')
  const words = folded(label)
  const standingOne = standingUse(label, words, standing)
  if (standingOne !== null) return standingOne
  const style = presenceStyle(cells, standing.letters)
  if (dayInLabel(label) !== null && (style !== null || column.filled === 0)) return say('newSession', 'presenceLabel')
  if (MARK.test(words) || AVERAGE.test(words)) {
    if (AVERAGE.test(words) && !(alone && looksLikeMarks(cells))) return say('ignore', 'average')
    if (looksLikeMarks(cells) || column.filled === 0) return say('newMark', 'markLabel')
  }
  if (REQUIREMENT.test(words) && isChecks(cells)) return say('newRequirement', 'requirementLabel')
  if (SESSION.test(words) && style !== null) return say('newSession', 'presenceLabel')
  if (field === 'rowNumber') return say('ignore', 'rowNumber')
  if (field === 'attendance' && style !== null) return say('newSession', 'presence')
  // A roster's own label (age, post, phone) is a fact of the person; a label that says nothing leaves the cells to speak.
  if (labelMatch(label) !== null && field !== 'attendance') return say('ignore', field === 'timestamp' ? 'unknown' : 'personal')
  if (field === 'timestamp' || column.filled === 0) return say('ignore', column.filled === 0 ? 'empty' : 'unknown')
  if (style === 'minutes' && (/\bmin/.test(words) || !looksLikeMarks(cells))) return say('newSession', 'minutes')
  if (style !== null && field === 'attendance') return say('newSession', 'presence')
  return looksLikeMarks(cells) && label !== '' ? say('newMark', 'marks') : say('ignore', 'unknown')
}

/** A session, an item or a requirement that is there already under this label. */
function standingUse(label: string, words: string, { sessions, items, requirements }: Standing): Use | null {
  const item = items.find((one) => folded(one.name) === words)
  if (item !== undefined) return { use: { kind: 'mark', markItemId: item.id, attempt: 1 }, why: 'item' }
  const retake = items.find((one) => words.startsWith(`${folded(one.name)} `) && words.endsWith(' 2')) ?? items.find((one) => folded(one.name) === retakeOf(words))
  if (retake !== undefined) return { use: { kind: 'mark', markItemId: retake.id, attempt: 2 }, why: 'retake' }
  const requirement = requirements.find((one) => folded(one.name) === words)
  if (requirement !== undefined) return { use: { kind: 'requirement', requirementId: requirement.id }, why: 'requirement' }
  const subject = folded(subjectOf(label))
  const named = sessions.filter((one) => folded(one.subject) === words || folded(one.subject) === subject)
  if (named.length === 1 && named[0] !== undefined) return { use: { kind: 'session', sessionId: named[0].id }, why: 'sessionSubject' }
  const days = dayInLabel(label)
  const onDay = days === null ? [] : sessions.filter((one) => days.includes(one.day) || days.includes(one.day.slice(5)))
  if (onDay.length === 1 && onDay[0] !== undefined) return { use: { kind: 'session', sessionId: onDay[0].id }, why: 'sessionDay' }
  const order = /^(?:(?:asist\w*|attended|asistencia)(?: a| la)*)? ?(?:s|sesion|session|dia|day|clase) ?(?:n|no|nro)? ?(\d{1,2})$/.exec(words)
  const nth = order === null ? undefined : sessions[Number(order[1]) - 1]
  return nth === undefined ? null : { use: { kind: 'session', sessionId: nth.id }, why: 'sessionOrder' }
}

/** The days that a label may say, day first: `YYYY-MM-DD`, or `MM-DD` where it says no year. Null when it says none. */
export function dayInLabel(label: string): readonly string[] | null {
  const iso = /(?<!\d)(20\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(label)
  if (iso !== null) return present([isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))])
  const whole = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2}|\d{2})(?!\d)/.exec(label)
  if (whole !== null) {
    const [a, b, year] = [Number(whole[1]), Number(whole[2]), Number(whole[3]) % 2000 + 2000]
    return present([isoDay(year, b, a), a === b ? null : isoDay(year, a, b)])
  }
  const part = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?![\d/.-])/.exec(label)
  if (part !== null) return present([isoDay(2020, Number(part[2]), Number(part[1]))?.slice(5) ?? null])
  const words = new RegExp(`(?<!\\d)(\\d{1,2})(?: de)?[ -]?(${MONTHS.join('|')})[a-z]*(?:(?: del?)? (20\\d{2}))?`).exec(folded(label))
  if (words === null) return null
  const month = (MONTHS.indexOf(words[2] ?? '') % 12) + 1
  const day = isoDay(Number(words[3] ?? 2020), month, Number(words[1]))
  return present([words[3] === undefined ? (day?.slice(5) ?? null) : day])
}

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'set', 'oct', 'nov', 'dic', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const present = (days: readonly (string | null)[]): readonly string[] | null => {
  const found = days.flatMap((day) => day ?? [])
  return found.length === 0 ? null : found
}

/** What a session made of a column is called: "Asistió S1" is "Sesión 1". */
export function subjectOf(label: string): string {
  const words = folded(label)
  const order = /^(?:(?:asist\w*|attended|asistencia|presente|presencia)(?: a| la| de| en)*)? ?(?:s|sesion|session) ?(?:n|no|nro)? ?(\d{1,2})$/.exec(words)
  if (order !== null) return `Sesión ${Number(order[1])}`
  const rest = label.replace(/^\s*(asisti[oó]|asistencia|attended)(\s+(a|al|en|la|el|de|del))*\s*:?\s*/iu, '').replace(/\s+/gu, ' ').trim()
  return (rest === '' ? label.trim() : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`).slice(0, 300)
}

/** What a mark made of a column is: its kind by its label, its scale by its cells. */
export function itemOf(label: string, cells: readonly RosterCell[]): { readonly name: string; readonly kind: MarkKind; readonly weight: number; readonly scaleMin: number; readonly scaleMax: number } {
  const words = folded(label)
  const kind: MarkKind = /\b(entrada|inicial|pre ?test|diagnostic\w*|entry)\b/.test(words) ? 'entry' : /\b(post ?test|salida|exit)\b/.test(words) ? 'exit' : /\b(examen|prueba|exam|parcial|quiz|test)\b/.test(words) ? 'exam' : 'work'
  const values = cells.flatMap((cell) => {
    const read = readMark(cell)
    return read.kind === 'mark' && read.value !== 'NP' ? [read.value] : []
  })
  const hundred = values.filter((value) => value > 20).length * 2 > values.length
  return { name: label.trim().slice(0, 120), kind, weight: kind === 'entry' || kind === 'exit' ? 0 : 1, scaleMin: 0, scaleMax: hundred ? 100 : 20 }
}

function isChecks(cells: readonly RosterCell[]): boolean {
  const filled = cells.map((cell) => readCheck(cell)).filter((read) => read.kind !== 'blank')
  return filled.length === 0 || filled.filter((read) => read.kind === 'check').length / filled.length >= 0.6
}

/** Labels that are days would pass for data: they are put into words, where names or documents stand beside them. */
export function withWordedDays(rows: readonly RosterRow[]): RosterRow[] {
  return rows.map((row, at) => {
    if (at >= 40 || !row.some((cell) => isDay(cell))) return row
    const labels = row.filter((cell) => typeof cell === 'string' && !isDay(cell)).map((cell) => labelMatch(cellText(cell))?.field)
    const names = labels.some((field) => field !== undefined && (NAMES.has(field) || field === 'documentNumber' || field === 'email'))
    return names && !row.some((cell) => typeof cell === 'number') ? row.map((cell) => (isDay(cell) ? `Sesión del ${cell !== null && typeof cell === 'object' ? formatDate(cell.date) : cellText(cell).trim()}` : cell)) : row
  })
}

function isDay(cell: RosterCell | undefined): boolean {
  if (cell !== null && typeof cell === 'object') return true
  return typeof cell === 'string' && /^\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})\s*$/.test(cell)
}
