export const outcomes = {
  'outcomes.tabOverview': 'Overview',
  'outcomes.tabIndicators': 'Indicators',
  'outcomes.tabAgreements': 'Agreements',
  'outcomes.tabCommitments': 'Commitments',
  'outcomes.tabInitiatives': 'Initiatives',
  'outcomes.tabRegisters': 'Registers',
  'outcomes.tabNetwork': 'Alumni',
  'outcomes.tabReports': 'Reports',
  'outcomes.traitSettings': 'Data for breakdowns',
} as const
