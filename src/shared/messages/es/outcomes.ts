/** The parts of the place "Resultados". */
export const outcomes = {
  'outcomes.tabOverview': 'Panorama',
  'outcomes.tabIndicators': 'Indicadores',
  'outcomes.tabAgreements': 'Convenios',
  'outcomes.tabCommitments': 'Compromisos',
  'outcomes.tabInitiatives': 'Iniciativas',
  'outcomes.tabRegisters': 'Registros',
  'outcomes.tabNetwork': 'Egresados',
  'outcomes.tabReports': 'Informes',
  'outcomes.traitSettings': 'Datos para desagregar',
} as const
