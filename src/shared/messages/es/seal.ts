/** The seal of authenticity and what a verification answers. */
export const seal = {} as const
