/** The screens of what is signed outside. */
export const signedScreens = {} as const
