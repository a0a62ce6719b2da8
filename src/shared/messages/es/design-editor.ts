/** The screen where a design is made. */
export const designEditor = {} as const
