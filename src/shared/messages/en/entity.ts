export const entity = {
  'entity.badRuc': (p: { ruc: string }) => `The RUC ${p.ruc} is not valid: check its 11 digits.`,
  'entity.signatoryMissing': 'That signatory no longer exists.',
  'entity.mandateEndsBeforeStart': 'The mandate ends before it starts: check the dates.',
  'assets.missing': 'That image no longer exists.',
  'assets.notAnImage': (p: { name: string }) => `“${p.name}” is not a PNG or JPG image. Save it in one of those formats and try again: nothing changed.`,
  'assets.tooLarge': (p: { name: string }) => `The image “${p.name}” is too large (8 MB and 40 million pixels fit). Make it smaller and try again: nothing changed.`,
} as const
