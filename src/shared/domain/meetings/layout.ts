import type { RosterRow } from '../roster/cells.ts'
import { cellsFilled, cellText, folded, isBlank } from '../roster/cells.ts'

/** What a column of an export says of each join. */
export type JoinField = 'name' | 'givenNames' | 'surnames' | 'email' | 'account' | 'join' | 'leave' | 'duration' | 'action' | 'at' | 'guest' | 'waiting'

/** What the block above the joins says of the meeting. */
export type MeetingField = 'topic' | 'start' | 'end' | 'meetingId' | 'host' | 'participants'

/** Labels of joins, folded, in Spanish, English and Portuguese; the first that matches wins. */
const JOIN_LABELS: readonly (readonly [JoinField, RegExp])[] = [
  ['account', /\bupn\b|^(participant id|id del? participante|user id|id de usuario)$/],
  ['email', /\b(e ?mail|correo)\b/],
  ['action', /^((user )?action|accion( del? (usuario|participante))?|actividad)$/],
  ['at', /^(timestamp|marca (de tiempo|temporal|de hora)|fecha y hora|hora)$/],
  ['join', /^((first )?join( time)?|time joined|joined( at)?|(fecha y )?hora de (la )?(union|ingreso|entrada|incorporacion|acceso|conexion)|hora (a|en) (la )?que se (unio|incorporo|conecto)|primer[ao]? (vez que se unio|union|ingreso|incorporacion|entrada|conexion)|se (unio|incorporo)( a las)?|ingreso|entrada|hora (ingreso|entrada|union)|conexion)$/],
  ['leave', /^((last )?leave( time)?|time exited|time left|left( at)?|exit( time)?|(fecha y )?hora de (la )?(salida|abandono|desconexion|retiro)|hora (a|en) (la )?que (salio|se fue|abandono|se retiro)|ultim[ao] (vez que (salio|se fue|abandono)|salida|abandono|desconexion)|salio( a las)?|salida|hora salida|desconexion)$/],
  ['duration', /^((total )?duration|(in meeting|meeting) duration|duration in meeting|time in (the )?(call|meeting|session)|(total )?minutes|duracion|tiempo|minutos)\b/],
  ['guest', /^(guest|invitado|es invitado|is guest)( a)?$/],
  ['waiting', /^(in waiting room|en (la )?sala de espera)$/],
  ['surnames', /^(last names?|surnames?|family names?|apellidos?( s)?)$/],
  ['givenNames', /^(first names?|given names?|nombres|nombre de pila|prenombres)$/],
  ['name', /^((full |display |participant |attendee |user )?name|nombres?( completo| y apellidos?| del? (usuario|participante|asistente)| para mostrar| de pantalla)?|apellidos y nombres|participante|asistente|attendee|participant|usuario)( original name| nombre original)?$/],
]

const MEETING_LABELS: readonly (readonly [MeetingField, RegExp])[] = [
  ['topic', /^(topic|tema|asunto|meeting (title|topic|name)|(titulo|nombre|tema) de la reunion|titulo|evento)$/],
  ['start', /^((meeting |actual )?start time|started at|(fecha y )?hora de (inicio|comienzo)( real)?( de la reunion)?|inicio( de la reunion)?|comienzo)$/],
  ['end', /^((meeting |actual )?end time|ended at|(fecha y )?hora de (fin|finalizacion|termino|conclusion|cierre)( real)?( de la reunion)?|fin( de la reunion)?|finalizacion|termino)$/],
  ['meetingId', /^(meeting id|id( de( la)?)? reunion|id|webinar id|codigo de( la)? reunion|meeting code)$/],
  ['host', /^(host( name| email)?|anfitrion|organizer|organizador|(user|host) email|correo( electronico)?( del?)? (usuario|anfitrion))$/],
  ['participants', /^(participants|participantes|(total )?(number|numero) (of|de) participants?(antes)?|attended participants|participantes (asistentes|que asistieron)|maximo de participantes)$/],
]

export type Columns<Field extends string> = ReadonlyMap<Field, number>

function columnsBy<Field extends string>(row: RosterRow, labels: readonly (readonly [Field, RegExp])[]): Columns<Field> {
  const columns = new Map<Field, number>()
  for (const [column, cell] of row.entries()) {
    if (typeof cell !== 'string' || cell.length > 80) continue
    const words = folded(cell)
    const field = labels.find(([, pattern]) => pattern.test(words))?.[0]
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
  }
  return columns
}

/** Columns of a row of labels over joins; null when it is none. */
export function joinColumns(row: RosterRow): Columns<JoinField> | null {
  const found = new Map(columnsBy(row, JOIN_LABELS))
  // "Nombre" beside "Apellidos" is the given names alone.
  const whole = found.get('name')
  if (found.has('surnames') && !found.has('givenNames') && whole !== undefined) {
    found.set('givenNames', whole)
    found.delete('name')
  } else if (found.has('givenNames') && !found.has('surnames') && whole === undefined) {
    found.set('name', found.get('givenNames') ?? 0)
    found.delete('givenNames')
  }
  const named = found.has('name') || found.has('surnames')
  const timed = (found.has('action') && found.has('at')) || found.has('join') || found.has('duration')
  return named && timed && !isBlockHeader(row) && (found.size >= 3 || found.has('join') || found.has('duration')) ? found : null
}

/** Columns of a row of labels over the meeting itself, its values on the next row. */
export function blockColumns(row: RosterRow): Columns<MeetingField> | null {
  return isBlockHeader(row) ? columnsBy(row, MEETING_LABELS) : null
}

function isBlockHeader(row: RosterRow): boolean {
  const found = columnsBy(row, MEETING_LABELS)
  return found.size >= 3 && (found.has('topic') || found.has('meetingId')) && !row.some((cell) => typeof cell === 'string' && /^(leave|salida|join)/.test(folded(cell)))
}

/** "Hora de inicio | 12/10/2020 8:55": a label and its value beside it. */
export function blockPair(row: RosterRow): { readonly field: MeetingField; readonly column: number } | null {
  const [label] = row
  if (typeof label !== 'string' || row.length > 3 || isBlank(row[1])) return null
  const words = folded(label)
  const field = MEETING_LABELS.find(([, pattern]) => pattern.test(words))?.[0]
  return field === undefined ? null : { field, column: 1 }
}

/** "2. Participants", "3. Actividades en la reunión": the name of a section, alone on its row. */
export function isSectionName(row: RosterRow): boolean {
  return cellsFilled(row) === 1 && /^\s*\d{1,2}[.)]\s*\p{L}/u.test(cellText(row[0]))
}
