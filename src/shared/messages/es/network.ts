import type { Catalogue } from '../messages.ts'

const states = { samePost: 'En el mismo puesto', sameOrganisation: 'En la misma entidad, otro puesto', elsewhere: 'En otra entidad', notWorking: 'Sin trabajo', unknown: 'No se sabe' } as const

/** Alumni and the network. */
export const network = {
  'network.contactAhead': 'La fecha del contacto es posterior a hoy. No se guardó.',
  'network.nextBefore': 'La fecha del próximo contacto es anterior a la de este. No se guardó.',
  'network.noContact': 'Ese contacto ya no está en el registro.',
  'network.consentAhead': 'La fecha del consentimiento es posterior a hoy. No se guardó.',
  'network.noConsent': 'Esta persona no está en el directorio: no hay consentimiento que retirar.',
  'network.alumniTitle': 'Egresados y dónde están ahora',
  'network.directoryTitle': 'Directorio de la red',
  'network.stillThere': 'Siguen en su puesto o entidad, de quienes se sabe',
  'network.byState': 'Según dónde están ahora',
  'network.inPost': (p: { state: keyof typeof states }) => states[p.state],
  'network.column.person': 'Persona',
  'network.column.course': 'Curso que culminó',
  'network.column.finishedOn': 'Culminó',
  'network.column.then': 'Puesto entonces',
  'network.column.now': 'Puesto ahora',
  'network.column.inPost': 'Dónde está',
  'network.column.knownOn': 'Se sabe desde',
  'network.column.lastContact': 'Último contacto',
  'network.column.city': 'Ciudad',
  'network.column.themes': 'Temas',
  'network.column.email': 'Correo',
  'network.column.phone': 'Teléfono',
} as const satisfies Catalogue
