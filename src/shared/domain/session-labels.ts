import type { SessionRole } from './attendance.ts'
import type { RosterCell, RosterRow } from './roster/cells.ts'
import { cellLine, folded, isBlank } from './roster/cells.ts'
import { readLength, readTimes } from './session-times.ts'

export type SheetField = 'day' | 'startsAt' | 'endsAt' | 'times' | 'minutes' | 'hours' | 'lessonHours' | 'length' | 'subject' | 'module' | 'place' | 'link' | 'modality' | 'speakers' | 'required'

export interface SheetColumn {
  /** From 0. */
  readonly column: number
  readonly label: string
  readonly field: SheetField
  /** Of a column of names: what they do. */
  readonly role: SessionRole
}

/** Folded labels by which offices name a column, Spanish and English; the earlier of two that name one field is the better name of it. */
const LABELS: readonly (readonly [SheetField, RegExp])[] = [
  ['day', /^(fechas?|date|fecha (de|de la|programada|de la sesion|de sesion|de dictado|de realizacion).*|session date|fecha y hora.*|dia y fecha|fecha dia)$/],
  ['startsAt', /^((hora|h|hr) ?(de )?(la )?)?(inicio|ingreso|entrada|comienzo|inicial|apertura)( de (la )?(sesion|clase))?( hora)?$|^(desde|from|start|starts|starts at|start time|begins?|hora desde)$/],
  ['endsAt', /^((hora|h|hr) ?(de )?(la )?)?(fin|final|termino|salida|cierre|finalizacion|culminacion)( de (la )?(sesion|clase))?( hora)?$|^(hasta|to|end|ends|ends at|end time|finish|until|hora hasta)$/],
  ['times', /^(hora|horario|horarios|time|times|timetable|schedule|hora de (la )?sesion|hora inicio (y )?(fin|termino)|hora de inicio y (de )?(fin|termino)|inicio (y )?(fin|termino)|rango horario|bloque horario|turno)$/],
  ['lessonHours', /^(n|no|nro|numero|cantidad|total)? ?(de )?(horas|hrs?) (lectivas|academicas|pedagogicas)$/],
  ['minutes', /^(duracion|tiempo|total)? ?(de )?(en )?(minutos|min|mins|minutes)( planificados| programados| previstos| de (la )?sesion| lectivos| efectivos)?$|^planned minutes$/],
  ['hours', /^(duracion|n|no|nro|numero|cantidad|total)? ?(de |en )?(horas|hrs?|hours)( cronologicas| programadas| planificadas| de (la )?sesion| reloj)?$/],
  ['length', /^(duracion|duracion (de la )?sesion|tiempo|carga horaria|duration|length)$/],
  ['subject', /^(temas?|asunto|subject|topic|title|titulo|tematica|tema .*|temas .*|nombre de(l| la)? (sesion|tema|clase)|denominacion|contenidos?|titulo de (la )?sesion|materia)$/],
  ['subject', /^(sesion(es)?|session|sessions|actividad(es)?|clase|descripcion|activity|nombre|(n|no|nro|numero) (de )?sesion)$/],
  ['module', /^((modulo|unidad|bloque|eje|curso|asignatura|module|unit|block|course|parte)( tematico| tematica| academico| didactica)?|componente)$/],
  ['place', /^(lugar|local|sede|ambiente|aula|auditorio|salon|direccion|place|venue|room|location|lugar .*|sala)$/],
  ['link', /^((enlace|link|url|liga|vinculo)( .*)?|zoom|meet|teams|google meet|sala (virtual|zoom)|plataforma)$/],
  ['modality', /^(modalidad|modality|mode|tipo de sesion|formato|modalidad de (la )?sesion)$/],
  ['required', /^(es )?(obligatori[oa]s?|requerid[oa]s?|sesion obligatoria|asistencia obligatoria|required|mandatory)$/],
  ['day', /^(dia|day|dias)$/],
]
const SPEAKERS: readonly (readonly [SessionRole, RegExp])[] = [
  ['speaker', /^(ponentes?|expositor(a|es|as)?|docentes?|profesor(a|es|as)?|instructor(a|es|as)?|conferencistas?|disertantes?|capacitador(a|es|as)?|especialistas?|speakers?|teachers?|trainers?|lecturers?|responsables?)\b/],
  ['facilitator', /^(facilitador(a|es|as)?|facilitators?)\b/],
  ['moderator', /^(moderador(a|es|as)?|moderators?)\b/],
  ['tutor', /^tutor(a|es|as|s)?\b/],
]

interface Named {
  readonly field: SheetField
  /** How good a name of the field it is: the less, the better. */
  readonly rank: number
  readonly role: SessionRole
}

function named(label: string): Named | null {
  const words = folded(label).replace(/ h h$/, '')
  if (words === '') return null
  const rank = LABELS.findIndex(([, pattern]) => pattern.test(words))
  const found = LABELS[rank]
  if (found !== undefined) return { field: found[0], rank, role: 'speaker' }
  const role = SPEAKERS.find(([, pattern]) => pattern.test(words))?.[0]
  return role === undefined ? null : { field: 'speakers', rank: 0, role }
}

/** As far down as the labels may stand below a title. */
const SEARCHED_ROWS = 40

/** The row of labels and what each column holds; null where no row names a day and a subject or a time. */
export function findColumns(rows: readonly RosterRow[]): { readonly header: number; readonly columns: readonly SheetColumn[] } | null {
  let best: { header: number; columns: SheetColumn[] } | null = null
  for (const [header, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const columns = columnsOf(row, rows.slice(header + 1))
    const fields = new Set(columns.map((one) => one.field))
    if (fields.size < 2 || !['day', 'startsAt'].some((one) => fields.has(one as SheetField))) continue
    if (columns.length > (best?.columns.length ?? 0)) best = { header, columns }
  }
  return best
}

function columnsOf(labels: RosterRow, below: readonly RosterRow[]): SheetColumn[] {
  const found: (SheetColumn & { readonly rank: number })[] = []
  for (const [column, cell] of labels.entries()) {
    const label = cellLine(cell)
    const name = label.length > 60 ? null : named(label)
    if (name === null) continue
    const field = byContent(name.field, below.map((row) => row[column] ?? null))
    found.push({ column, label, field, role: name.role, rank: name.rank })
  }
  // One column a field, the best named; of names there may be several.
  return found
    .filter((one) => one.field === 'speakers' || !found.some((other) => other.field === one.field && (other.rank < one.rank || (other.rank === one.rank && other.column < one.column))))
    .map(({ rank: _, ...column }) => column)
}

/** "Horas" may hold 9:00-12:00 or 3, "Duración" too: what stands below tells. */
function byContent(field: SheetField, cells: readonly RosterCell[]): SheetField {
  if (field !== 'hours' && field !== 'times') return field
  const filled = cells.filter((cell) => !isBlank(cell)).slice(0, 30)
  const asTimes = filled.filter((cell) => readTimes(cell)?.endsAt != null || (typeof cell === 'object' && cell !== null) || /\d[:h]\d|[ap]\.? ?m/i.test(cellLine(cell)) || (typeof cell === 'number' && cell > 0 && cell < 1)).length
  const asLength = filled.filter((cell) => readLength(cell, 'hours') !== null && !/:/.test(cellLine(cell)) && !(typeof cell === 'number' && cell > 0 && cell < 1)).length
  return asTimes > asLength ? 'times' : asLength > asTimes ? 'hours' : field
}
