/** What a field of a register of results can hold. Money is in soles. */
export const registerFieldKinds = ['text', 'number', 'date', 'choice', 'yesno', 'money'] as const
export type RegisterFieldKind = (typeof registerFieldKinds)[number]
