/** Correcting and annulling what was issued. */
export const corrections = {} as const
