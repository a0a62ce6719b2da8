export const reportScreens = {} as const
