import type { Catalogue } from '../messages.ts'

/** Files kept with a record. */
export const attachments = {
  'attachments.missing': 'Ese archivo ya no está entre los adjuntos.',
  'attachments.noOwner': 'El registro al que pertenece ya no está. No se guardó el archivo; el original sigue donde lo tiene.',
  'attachments.title': 'Archivos',
  'attachments.keeping': 'Guardando el archivo',
  'attachments.kept': 'El archivo quedó guardado aquí',
  'attachments.removed': 'Se quitó el archivo',
  'attachments.drop': 'Suelte aquí los archivos, o elíjalos',
  'attachments.choose': 'Agregar archivo',
  'attachments.open': (p: { title: string }) => `Abrir «${p.title}»`,
  'attachments.edit': (p: { title: string }) => `Cambiar los datos de «${p.title}»`,
  'attachments.remove': (p: { title: string }) => `Quitar «${p.title}»`,
  'attachments.what': 'Qué es',
  'attachments.datedOn': 'Fecha del documento',
  'attachments.note': 'Nota',
  'attachments.doneEditing': 'Listo',
} as const satisfies Catalogue
