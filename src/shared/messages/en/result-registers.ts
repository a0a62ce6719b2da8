export const resultRegisters = {} as const
