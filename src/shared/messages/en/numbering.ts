export const numbering = {} as const
