export const registerScreens = {} as const
