/** People: their documents, their posts, their training record. */
export const people = {
  'people.missing': 'Esa persona ya no está en la lista.',
  'people.notRemoved': 'Esa persona no está entre las quitadas.',
  'people.documentTaken': (p: { number: string; name: string }) => `El documento ${p.number} ya es de ${p.name}. Búsquela y use su ficha, o revise el número.`,
  'people.documentMissing': 'Falta el número. Si no tiene documento, elija «Sin documento».',
  'people.numberWithoutType': 'Hay un número pero dice «Sin documento». Elija de qué documento es.',
  'people.documentPlaceholder': (p: { number: string }) => `«${p.number}» no es un número de documento. Si no tiene, elija «Sin documento».`,
  'people.badRuc': (p: { number: string }) => `El RUC ${p.number} no es válido: revise sus 11 dígitos.`,
  'people.documentCharacters': (p: { number: string }) => `«${p.number}» no puede ser: ese documento lleva de 4 a 15 letras sin tilde o dígitos.`,
  'people.dniLostZero': (p: { number: string; repaired: string }) => `El DNI tiene 8 dígitos y «${p.number}» tiene 7. ¿Perdió el cero de la izquierda? Sería ${p.repaired}.`,
  'people.dniEightDigits': (p: { number: string; digits: number }) => `El DNI tiene 8 dígitos y «${p.number}» tiene ${p.digits}. No incluya el dígito verificador.`,
  'people.birthDateFuture': 'La fecha de nacimiento todavía no llega: revise el año.',
  'people.birthDateTooEarly': 'La fecha de nacimiento es anterior a 1900: revise el año.',
  'people.badEmail': (p: { email: string }) => `«${p.email}» no parece un correo electrónico.`,
  'people.hasCertificates': (p: { n: number }) =>
    p.n === 1
      ? 'No se puede quitar: tiene un documento emitido, y el registro de lo emitido no se borra.'
      : `No se puede quitar: tiene ${p.n} documentos emitidos, y el registro de lo emitido no se borra.`,
  'people.postMissing': 'Ese puesto ya no está en la ficha.',
  'people.postEmpty': 'Escriba al menos la entidad, el puesto o la unidad.',
  'people.postEndsBeforeStart': 'El puesto termina antes de empezar: revise las fechas.',
  'people.postUsed': (p: { n: number }) =>
    p.n === 1
      ? 'No se puede quitar: con ese puesto figura en una capacitación. Póngale fecha de fin.'
      : `No se puede quitar: con ese puesto figura en ${p.n} capacitaciones. Póngale fecha de fin.`,
  'people.closeNeedsDate': 'Para terminar el puesto anterior hace falta la fecha en que empieza el nuevo.',
} as const
