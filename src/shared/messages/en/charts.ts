/** What stands around a chart. */
export const charts = {
  'charts.showTable': 'Show table',
  'charts.showPicture': 'Show chart',
  'charts.tableOf': (p: { title: string }) => `Table: ${p.title}`,
  'charts.pictureOf': (p: { title: string }) => `Chart: ${p.title}`,
  'charts.notDrawn': 'The chart could not be drawn. The figures are in the table.',
} as const
