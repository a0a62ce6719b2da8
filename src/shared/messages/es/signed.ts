/** Papers signed outside, and credentials. */
export const signed = {} as const
