/** The screens of corrections. */
export const correctionScreens = {} as const
