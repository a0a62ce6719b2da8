import { fieldNames } from '../../../../shared/domain/design/fields.ts'
import type { FieldName } from '../../../../shared/domain/design/fields.ts'
import type { MessageKey } from '../../../../shared/messages/messages.ts'
import type { Text } from '../../../language.tsx'

/** Fields as the menu shows them, by what they tell. Those that are in no group stand in the last. */
const GROUPS: readonly { readonly title: MessageKey; readonly fields: readonly FieldName[] }[] = [
  { title: 'designEditor.fieldsWho', fields: ['nombre', 'otorgado_a', 'documento', 'tipo_documento', 'numero_documento', 'rol', 'cargo', 'organizacion'] },
  { title: 'designEditor.fieldsDone', fields: ['enunciado', 'accion', 'tipo_accion', 'programa', 'grupo', 'modalidad', 'lugar', 'fechas', 'desde', 'hasta', 'horas', 'tipo_hora', 'nota', 'nota_letras', 'acta', 'base_legal', 'temario_titulo'] },
  { title: 'designEditor.fieldsPaper', fields: ['encabezado', 'nota_encabezado', 'numero', 'version', 'registro', 'libro', 'folio', 'codigo', 'linea_sello', 'huella'] },
  { title: 'designEditor.fieldsOffice', fields: ['entidad', 'unidad', 'ruc', 'lugar_y_fecha', 'fecha', 'nombre_anio', 'decenio'] },
]

/** What the field is called on the screen. */
export function fieldWord(t: Text, field: FieldName): string {
  return t(`designEditor.field.${field}`)
}

export interface FieldGroup {
  readonly title: string
  readonly fields: readonly { readonly field: FieldName; readonly word: string }[]
}

export function fieldGroups(t: Text): readonly FieldGroup[] {
  const grouped = new Set(GROUPS.flatMap((group) => group.fields))
  const rest = fieldNames.filter((field) => !grouped.has(field))
  return GROUPS.map((group, at) => ({ title: t(group.title), fields: [...group.fields, ...(at === GROUPS.length - 1 ? rest : [])].map((field) => ({ field, word: fieldWord(t, field) })) }))
}
