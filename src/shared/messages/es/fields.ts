/** What is wrong with one field of a form or of a call. */
export const fields = {
  'fields.required': 'Falta este dato.',
  'fields.tooLong': (p: { max: number }) => `Es demasiado largo: caben ${p.max} caracteres.`,
  'fields.tooMany': (p: { max: number }) => `Son demasiados: caben ${p.max}.`,
  'fields.tooSmall': (p: { min: number }) => `El mínimo es ${p.min}.`,
  'fields.tooBig': (p: { max: number }) => `El máximo es ${p.max}.`,
  'fields.wrong': 'Este dato no tiene la forma esperada.',
  'fields.notAnOption': 'No es una de las opciones.',
  'fields.badDate': 'La fecha no existe. Escríbala como dd/mm/aaaa.',
  'fields.badEmail': 'No parece un correo electrónico.',
  'fields.unknown': (p: { names: string }) => `No se esperaba: ${p.names}.`,
} as const
