/**
 * Fields of a paper's design, by the word that stands between braces in its texts (`{nombre}`). Everything in PERU.md A.9
 * that a certificate should state has one. What a value is, is decided when the paper is issued (`features/certificates/words.ts`).
 */
export const fieldNames = [
  // What it is.
  'encabezado', 'nota_encabezado', 'numero', 'version', 'codigo', 'linea_sello', 'huella',
  // Who.
  'otorgado_a', 'nombre', 'documento', 'tipo_documento', 'numero_documento', 'rol', 'cargo', 'organizacion',
  // What was done.
  'enunciado', 'accion', 'tipo_accion', 'programa', 'grupo', 'modalidad', 'lugar', 'desde', 'hasta', 'fechas', 'horas', 'tipo_hora', 'nota', 'nota_letras', 'base_legal', 'acta',
  // By whom, where and when.
  'entidad', 'unidad', 'ruc', 'nombre_anio', 'decenio', 'lugar_y_fecha', 'fecha', 'registro', 'libro', 'folio', 'temario_titulo',
] as const

export type FieldName = (typeof fieldNames)[number]

/** Fields that are one person's own: what shows none of them is drawn once for the whole batch. */
export const ownFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'numero', 'version', 'codigo', 'linea_sello', 'nombre', 'documento', 'tipo_documento', 'numero_documento', 'cargo', 'organizacion', 'nota', 'nota_letras', 'registro', 'folio',
  // It says her mark, where there is one.
  'enunciado',
])

/** Columns of the tables that are filled in when a paper is issued, by the word that stands as the column's field. */
export const tableFields = {
  syllabus: ['n', 'tema', 'horas'],
  marks: ['evaluacion', 'peso', 'nota'],
  sessions: ['fecha', 'hora', 'sesion', 'modulo', 'horas', 'asistencia'],
} as const

export function isField(word: string): word is FieldName {
  return (fieldNames as readonly string[]).includes(word)
}

/** A field's value: a text, or stretches of it where some stand out. */
export type FieldValue = string | readonly { readonly text: string; readonly strong: boolean }[]
export type FieldValues = Readonly<Partial<Record<FieldName, FieldValue>>>
