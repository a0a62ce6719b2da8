/** The screens of delivery. */
export const deliveryScreens = {} as const
