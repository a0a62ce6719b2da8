export const designEditor = {} as const
