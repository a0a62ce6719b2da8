export const initiativeScreens = {} as const
