import { folded } from './cells.ts'

/** What a column of a roster may be. */
export const ROSTER_FIELDS = [
  'documentType', 'documentNumber', 'documentCountry',
  'fullName', 'surnames', 'firstSurname', 'secondSurname', 'givenNames',
  'sex', 'birthDate', 'age', 'email', 'phone',
  'organisation', 'organisationKind', 'ruc', 'post', 'unit', 'regime', 'since',
  'department', 'province', 'district', 'ubigeo', 'community', 'federation',
  'group', 'role', 'notes',
  'rowNumber', 'timestamp', 'attendance', 'sensitive', 'ignore',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

/** Fields of which a roster may have several columns. */
export const REPEATABLE: ReadonlySet<RosterField> = new Set<RosterField>(['attendance', 'sensitive', 'ignore', 'timestamp', 'rowNumber'])

/** Columns that do not enter: told in the review, each with its reason. */
export const LEFT_OUT: ReadonlySet<RosterField> = new Set<RosterField>(['rowNumber', 'timestamp', 'attendance', 'sensitive', 'ignore'])

/** How sure a header's words are of a field: 1 names it whole, less when other words stand beside it. */
export interface LabelMatch {
  readonly field: RosterField
  readonly strength: number
}

/**
 * Header words, in Spanish and English, folded. Order matters: the first that matches wins, so the special stands before the general
 * ("tipo de documento" before "documento", "apellidos y nombres" before "apellidos").
 */
const LABELS: readonly (readonly [RosterField, RegExp, number])[] = [
  ['sensitive', /\b(etni\w*|autoidentific\w*|se identifica|se considera|discapacidad\w*|disabilit\w*|disabled|ethnic\w*|lengua materna|mother tongue|idioma materno|pueblo( indigena| originario)?|religi\w*|orientacion sexual|identidad de genero|gender identity|huella|salud|grupo sanguineo|tipo de sangre|afiliacion sindical)\b/, 0.95],
  ['timestamp', /^(marca temporal|timestamp|hora de (inicio|finalizacion)|start time|completion time|submitted at|fecha (y hora )?de (registro|envio|inscripcion)|registration date)$/, 1],
  ['attendance', /\b(asisti\w*|asistencia|attend(ed|ance)|presente|presencia)\b/, 0.95],
  ['attendance', /^(s|sesion|session|dia|day|clase|modulo) ?\d{1,2}$/, 0.8],
  ['documentType', /\b(tipo( de)? (doc\w*|identific\w*)|t doc|doc(ument)? type|type of (id|document)|clase de documento)\b/, 1],
  ['documentCountry', /\b(pais (emisor|de emision|del documento)|issuing country|nacionalidad|nationality|pais)\b/, 0.9],
  ['fullName', /\b(apellidos?( paterno y materno)? (y|e)? ?(los )?(nombres?|prenombres)|(nombres?|prenombres) (y|e)? ?apellidos?|nombres? completos?|full names?|complete name|name and surname|surname and name|apenom|apellidos? nombres?)\b/, 1],
  ['secondSurname', /\b((apellido|ap|a) ?(materno|mat)|materno|segundo apellido|2do apellido|2 apellido|second (last ?name|surname)|mother s (last ?name|surname)|maternal( surname)?)\b/, 1],
  ['firstSurname', /\b((apellido|ap|a) ?(paterno|pat)|paterno|primer apellido|1er apellido|1 apellido|first (surname|last ?name)|father s (last ?name|surname)|paternal( surname)?)\b/, 1],
  ['surnames', /\b(apellidos?|surnames?|last ?names?|family names?)\b/, 1],
  ['givenNames', /\b(pre ?nombres?|given names?|first names?|fore ?names?|nombres? de pila)\b/, 1],
  ['post', /^(cargos?|puestos?|position)\b/, 1],
  ['group', /\b(nombre del? (grupo|sede)|grupo|group|sede|site|aula|seccion|venue|cohorte?|turno)\b/, 0.9],
  ['organisation', /\b(nombre de (la )?(entidad|institucion|organizacion|municipalidad|empresa))\b/, 1],
  ['community', /\b(nombre de (la )?comunidad)\b/, 1],
  ['givenNames', /^(nombres?|names?)$/, 0.8],
  ['fullName', /^(participantes?|participants?|servidor(es)?( a)?|funcionarios?|alumnos?|asistentes|lider(es)?|beneficiarios?|persona|colaborador(es)?|agente( de cooperacion)?)$/, 0.75],
  ['ruc', /^(n |nro |numero )?(de )?ruc\b/, 1],
  ['email', /\b(correos?|e ?mails?|mail)\b/, 1],
  ['phone', /\b(celular(es)?|telefonos?|tel|telf|cel|movil|mobile|phones?|whatsapp|fono|contacto telefonico)\b/, 1],
  ['ubigeo', /\bubigeo\b/, 1],
  ['birthDate', /\b((fecha|f|fec|fech)( de)? (nac\w*)|nacimiento|birth ?dates?|date of birth|dob|cumpleanos|birthday)\b/, 1],
  ['age', /\b(edad|age|rango etario|rango de edad|age (range|group)|grupo etario)\b/, 1],
  ['since', /\b((fecha|f|fec|fech)( de)? (ingreso|inicio)( en el (puesto|cargo))?|ingreso|start date|hire date|en el cargo desde|desde)\b/, 0.95],
  ['sex', /\b(sexo|genero|sex|gender)\b/, 1],
  ['documentNumber', /\b(dni|d n i|(n|nro|num|numero|no|number)( de(l)?)? ?(doc\w*|identidad|identific\w*|id)|doc(umento)?( de)? (identidad|id)|document( number| no)?|documento|nro doc|doc|id number|national id|identity (card|document)|passport( number)?|pasaporte|cedula|carne de extranjeria)\b/, 1],
  ['regime', /\b(regimen|reg laboral|condicion laboral|modalidad (de )?contra\w*|tipo de contrato|vinculo laboral|labou?r regime|employment (regime|type)|contract type|contrato)\b/, 0.95],
  ['role', /\b(rol|role|tipo de participacion|calidad de|participa como|condicion de participacion)\b/, 0.9],
  ['organisationKind', /\b(sector|tipo (de )?(entidad|institucion|organizacion)|nivel de gobierno|level of government|(kind|type) of (organi[sz]ation|entity|institution)|organi[sz]ation type)\b/, 1],
  ['organisationKind', /^(tipo|type|kind)$/, 0.55],
  ['federation', /\b(federacion|federation|organizacion (base|matriz|representativa))\b/, 1],
  ['community', /\b(comunidad(es)?|aa ?hh|a h|asentamiento\w*|centro poblado|ccpp|caserio|anexo|community|settlement|localidad|village)\b/, 0.95],
  ['unit', /\b(unidad( organica)?|area|oficina|gerencia|dependencia|departamento organico|organo|department of work|office|division|subgerencia|direccion de linea)\b/, 0.9],
  ['post', /\b(cargos?|puestos?|funcion|ocupacion|position|job( title)?|title|post|profesion|role title|occupation)\b/, 0.95],
  ['organisation', /\b(entidad|institucion(es)?|organizacion|municipalidad|municipio|empresa|organi[sz]ation|institution|employer|company|centro (de )?(labores|trabajo)|procedencia|entity|municipality|ugel|universidad)\b/, 0.95],
  ['district', /\b(distritos?|district)\b/, 1],
  ['province', /\b(provincias?|province)\b/, 1],
  ['department', /\b(departamentos?|region|department|state)\b/, 0.9],
  ['group', /^(ciudad|city|ronda|round|hoja|sheet)$/, 0.8],
  ['ignore', /^(motivo|reason)$/, 1],
  ['notes', /\b(observaci\w*|obs|comentarios?|notas?|notes?|remarks?|comments?)\b/, 0.95],
  ['rowNumber', /^(n|no|nro|num|numero|item|ord|orden|n orden|nro orden|it|id|row|row number|correlativo|number|n o|s n)$/, 0.9],
]

/** What a header's words say, or null. A label with other words beside the known ones is a little less sure. */
export function labelMatch(label: string): LabelMatch | null {
  const words = folded(label)
  // "N°" and "#" fold to next to nothing, and still are the commonest label of all.
  if (words === '') return /^[#\s.°º№]+$/u.test(label) && label.trim() !== '' ? { field: 'rowNumber', strength: 0.9 } : null
  if (words.length > 90) return null
  for (const [field, pattern, strength] of LABELS) {
    const match = pattern.exec(words)
    if (match === null) continue
    const share = match[0].length / words.length
    return { field, strength: strength * (share > 0.6 ? 1 : 0.75 + share / 4) }
  }
  return null
}

/** What makes two sheets "the same layout": their labels, in order. */
export function layoutFingerprint(labels: readonly string[]): string {
  return labels.map((label) => folded(label)).join('|')
}
