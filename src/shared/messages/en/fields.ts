export const fields = {
  'fields.required': 'This is missing.',
  'fields.tooLong': (p: { max: number }) => `Too long: ${p.max} characters fit.`,
  'fields.tooMany': (p: { max: number }) => `Too many: ${p.max} fit.`,
  'fields.tooSmall': (p: { min: number }) => `The least is ${p.min}.`,
  'fields.tooBig': (p: { max: number }) => `The most is ${p.max}.`,
  'fields.wrong': 'This does not have the expected form.',
  'fields.notAnOption': 'Not one of the options.',
  'fields.badDate': 'There is no such date. Write it as dd/mm/yyyy.',
  'fields.badEmail': 'This does not look like an e-mail address.',
  'fields.unknown': (p: { names: string }) => `Not expected: ${p.names}.`,
} as const
