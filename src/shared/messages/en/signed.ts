export const signed = {} as const
