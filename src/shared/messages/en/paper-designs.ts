export const paperDesigns = {} as const
