/** Steps of the main job, as the example and the demonstration tell them. */
export const example = {
  'example.settings': 'Datos de la entidad y firmantes',
  'example.programme': 'Programa, edición y entidades',
  'example.roster': 'Lista de participantes',
  'example.approve': 'Aprobados',
  'example.certificates': 'Certificados',
} as const
