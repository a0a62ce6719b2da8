/** Organisations: where people work, and who takes part in a programme. */
export const organisations = {
  'organisations.missing': 'Esa entidad ya no está en la lista.',
  'organisations.badRuc': (p: { ruc: string }) => `El RUC ${p.ruc} no es válido: revise sus 11 dígitos.`,
  'organisations.rucTaken': (p: { ruc: string; name: string }) => `El RUC ${p.ruc} ya es de «${p.name}».`,
  'organisations.alreadyThere': (p: { name: string }) => `Ya está en la lista: «${p.name}». Si es otra con el mismo nombre, indique en cada una su distrito.`,
  'organisations.hasPosts': (p: { n: number }) =>
    p.n === 1 ? 'No se puede quitar: figura en el puesto de una persona.' : `No se puede quitar: figura en ${p.n} puestos de personas.`,
  'organisations.hasEditions': (p: { n: number }) =>
    p.n === 1 ? 'No se puede quitar: participa en una edición.' : `No se puede quitar: participa en ${p.n} ediciones.`,
} as const
