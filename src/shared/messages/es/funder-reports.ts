export const funderReports = {} as const
