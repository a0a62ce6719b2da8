/** What stands around a chart. */
export const charts = {
  'charts.showTable': 'Ver tabla',
  'charts.showPicture': 'Ver gráfico',
  'charts.tableOf': (p: { title: string }) => `Tabla: ${p.title}`,
  'charts.pictureOf': (p: { title: string }) => `Gráfico: ${p.title}`,
  'charts.notDrawn': 'No se pudo dibujar el gráfico. Las cifras están en la tabla.',
} as const
