/** Printing, signing, handing over. */
export const delivery = {} as const
