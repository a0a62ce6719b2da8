/** Steps of the main job, as the example and the demonstration tell them. */
export const example = {
  'example.settings': 'Datos de la entidad y firmantes',
  'example.programme': 'Programa, edición y entidades',
  'example.roster': 'Lista de participantes',
  'example.results': 'Sesiones, asistencia y notas',
  'example.actas': 'Actas de resultados',
  'example.certificates': 'Certificados',
  'example.printFile': (p: { n: number }) => `${p.n} certificados en un PDF para imprimir`,
  'example.separate': (p: { n: number }) => `${p.n} certificados en archivos separados`,
  'example.zip': (p: { n: number }) => `${p.n} certificados en un ZIP, por entidad`,
  'example.acta': 'Acta de un grupo en PDF',
  'example.registerSheet': 'Registro de certificados en Excel',
  'example.registerPaper': 'Registro de certificados en PDF',
  'example.participantsSheet': 'Relación de participantes en Excel',
  'example.participantsPaper': 'Relación de participantes en PDF',
  'example.done': (p: { people: number; certificates: number }) => `${p.people} personas, ${p.certificates} certificados. Los archivos están en:`,
} as const
