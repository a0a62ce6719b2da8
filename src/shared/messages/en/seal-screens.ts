export const sealScreens = {} as const
