export const agreementScreens = {} as const
