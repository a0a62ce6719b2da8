/** Issued papers as they are kept. */
export const keptPapers = {} as const
