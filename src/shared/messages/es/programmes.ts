/** Programmes, editions, groups and who is enrolled in them. */
export const programmes = {
  'programmes.missing': 'Ese programa ya no existe.',
  'programmes.hasEditions': (p: { n: number }) => `No se puede quitar: el programa tiene ${p.n === 1 ? 'una edición' : `${p.n} ediciones`}. Quítelas primero.`,
  'editions.missing': 'Esa edición ya no existe.',
  'editions.hasEnrolments': (p: { n: number }) => `No se puede quitar: la edición tiene ${p.n === 1 ? 'una inscripción' : `${p.n} inscripciones`}.`,
  'editions.partnerMissing': 'Una de las entidades elegidas ya no existe.',
  'editions.endsBeforeStart': 'La fecha de término es anterior a la de inicio.',
  'editions.hasSessions': (p: { n: number }) => `No se puede quitar: los grupos de la edición tienen ${p.n === 1 ? 'una sesión. Quítela' : `${p.n} sesiones. Quítelas`} primero.`,
  'cohorts.missing': 'Ese grupo ya no existe.',
  'cohorts.hasEnrolments': (p: { n: number }) => `No se puede quitar: el grupo tiene ${p.n === 1 ? 'una inscripción' : `${p.n} inscripciones`}.`,
  'cohorts.hasSessions': (p: { n: number }) => `No se puede quitar: el grupo tiene ${p.n === 1 ? 'una sesión. Quítela' : `${p.n} sesiones. Quítelas`} primero.`,
  'enrolments.missing': 'Una de las inscripciones ya no existe.',
  'enrolments.personMissing': 'Una de las personas elegidas ya no existe.',
  'enrolments.hasCertificate': (p: { n: number; number: string }) =>
    p.n === 1
      ? `No se puede cambiar: esa inscripción ya tiene el documento ${p.number}, que queda en el registro para siempre.`
      : `No se puede cambiar: ${p.n} de esas inscripciones ya tienen documento (el primero, ${p.number}), que queda en el registro para siempre.`,
  'enrolments.hasAttendance': (p: { n: number; name: string }) =>
    `No se puede quitar a ${p.n === 1 ? p.name : `${p.n} de esas personas (la primera, ${p.name})`}: ya tiene${p.n === 1 ? '' : 'n'} asistencia escrita. Si dejó de venir, márquela como «se retiró»; si se inscribió por error, borre antes su asistencia.`,
  'enrolments.hasMarks': (p: { n: number; name: string }) =>
    `No se puede quitar a ${p.n === 1 ? p.name : `${p.n} de esas personas (la primera, ${p.name})`}: ya tiene${p.n === 1 ? '' : 'n'} notas. Si dejó de venir, márquela como «se retiró»; si se inscribió por error, borre antes sus notas.`,
} as const
