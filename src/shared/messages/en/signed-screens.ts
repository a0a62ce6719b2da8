export const signedScreens = {} as const
