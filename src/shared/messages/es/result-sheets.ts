const WHY: Readonly<Record<string, string>> = {
  name: 'Tiene los nombres de las personas.',
  document: 'Tiene los documentos de las personas: con ellos se sabe quién es cada fila.',
  email: 'Tiene los correos de las personas.',
  sessionDay: 'Su título dice el día de una sesión del grupo.',
  sessionSubject: 'Su título es el de una sesión del grupo.',
  sessionOrder: 'Su título lleva el número de orden de una sesión del grupo.',
  presenceLabel: 'Su título y sus celdas hablan de asistencia; no hay en el grupo una sesión que le corresponda.',
  presence: 'Sus celdas hablan de asistencia; no hay en el grupo una sesión que le corresponda.',
  minutes: 'Sus celdas parecen minutos de asistencia.',
  item: 'Su título es el de una nota del curso.',
  retake: 'Su título dice que es el segundo intento de una nota.',
  markLabel: 'Su título habla de una nota; no hay en el curso una que se llame así.',
  marks: 'Sus celdas parecen notas.',
  average: 'Es un promedio: la nota final se calcula con las notas y sus pesos, así que no se importa.',
  requirement: 'Su título es el de un requisito del curso.',
  requirementLabel: 'Su título habla de algo que se entrega o se cumple, y sus celdas dicen sí o no.',
  checks: 'Sus celdas dicen sí o no.',
  personal: 'Es un dato de la persona: se importa con la relación de participantes, no aquí.',
  sensitive: 'Es un dato sensible y no entra (Ley N° 29733).',
  rowNumber: 'Es el número de orden.',
  empty: 'Está vacía.',
  unknown: 'No se sabe qué es. Si es asistencia, una nota o un requisito, indíquelo.',
  twice: 'Otra columna ya es lo mismo.',
  chosen: 'Usted lo indicó.',
}

const UNMATCHED: Readonly<Record<string, string>> = {
  nobody: 'No hay en el grupo un participante con ese documento, correo o nombre.',
  nothing: 'La fila no tiene documento, correo ni nombre.',
  doubt: 'El nombre se parece al de un participante, pero no basta: confírmelo.',
  ambiguous: 'Puede ser más de un participante: elija usted.',
  otherDocument: 'El nombre es de un participante, pero el documento no es el suyo: confírmelo.',
  otherName: 'El documento es de un participante, pero el nombre no es el suyo: confírmelo.',
  twice: 'Es de un participante que ya está en otra fila: se toma la primera.',
  setAside: 'Usted indicó que no es nadie del grupo.',
}

const where = ({ row, label, written }: { row: number; label: string; written: string }): string => `Fila ${row}, columna «${label}»: «${written}»`
const OUT = 'La celda queda fuera.'

/** Attendance, marks and requirements from a sheet with a row a person. */
export const resultSheets = {
  'resultSheets.writing': 'Escribiendo lo que dice la hoja',
  'resultSheets.why': (p: { why: string }) => WHY[p.why] ?? '',
  'resultSheets.rounded': (p: { n: number }) => `${p.n === 1 ? 'Una nota tiene más de dos decimales: se redondea' : `${p.n} notas tienen más de dos decimales: se redondean`} al centésimo.`,
  'resultSheets.unmatched': (p: { why: string }) => UNMATCHED[p.why] ?? '',
  'resultSheets.notPresence': (p: { row: number; label: string; written: string }) => `${where(p)} no dice si asistió. Se entienden sí, no, X, ✓, 1, 0, P, F, las letras de sus estados y los minutos. ${OUT}`,
  'resultSheets.notMark': (p: { row: number; label: string; written: string }) => `${where(p)} no es una nota. Se entienden números con punto o coma, y NP. ${OUT}`,
  'resultSheets.firstAttempt': (p: { row: number; label: string; written: string }) => `${where(p)} es un segundo intento, y en la columna del primero no hay una nota que se lea: escriba allí NP si no se presentó. ${OUT}`,
  'resultSheets.notCheck': (p: { row: number; label: string; written: string }) => `${where(p)} no dice sí ni no. ${OUT}`,
  'resultSheets.tooManyMinutes': (p: { row: number; label: string; written: string; minutes: number; planned: number }) => `${where(p)} son ${p.minutes} minutos y la sesión tiene ${p.planned}. ${OUT}`,
  'resultSheets.offScale': (p: { row: number; label: string; written: string; min: string; max: string }) => `${where(p)} está fuera de la escala, que va de ${p.min} a ${p.max}. ${OUT}`,
  'resultSheets.meetingExport': (p: { file: string }) => `«${p.file}» es el registro de una reunión virtual: impórtelo en esta misma pestaña con «Desde una reunión». No se escribió nada.`,
  'resultSheets.noList': (p: { file: string }) => `En «${p.file}» no se encontró una lista con una fila por persona. No se escribió nada.`,
  'resultSheets.noSuchSheet': (p: { file: string }) => `La hoja elegida de «${p.file}» no está o no tiene una lista. No se escribió nada.`,
  'resultSheets.nobody': (p: { sheet: string }) => `En la hoja «${p.sheet}» ninguna columna dice de quién es cada fila. Indique cuál tiene los nombres, los documentos o los correos. No se escribió nada.`,
  'resultSheets.twoColumns': (p: { one: string; other: string }) => `Las columnas «${p.one}» y «${p.other}» están indicadas como lo mismo. Deje una sola. No se escribió nada.`,
  'resultSheets.noSuchTarget': 'La sesión, la nota o el requisito elegido para una columna ya no existe. No se escribió nada.',
  'resultSheets.nothing': 'Ninguna columna con datos está indicada como asistencia, nota o requisito de personas del grupo, así que no se escribió nada.',
} as const
