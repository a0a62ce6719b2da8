export const deliveryScreens = {} as const
