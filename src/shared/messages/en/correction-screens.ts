export const correctionScreens = {} as const
