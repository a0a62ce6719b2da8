export const indicatorScreens = {} as const
