/** Verifying, and the settings of the seal. */
export const sealScreens = {} as const
