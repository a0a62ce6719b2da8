/** Series, reserved blocks, gaps, the libro de registro. */
export const numbering = {} as const
