export const keptPapers = {} as const
