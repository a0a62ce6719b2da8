export const commitments = {} as const
