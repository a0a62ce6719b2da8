export const networkScreens = {} as const
