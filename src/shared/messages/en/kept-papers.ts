export const keptPapers = {
  'keptPapers.damaged': (p: { number: string }) =>
    `The kept file of ${p.number} is damaged and is not handed out: it does not match the hash noted when it was drawn. Its data are still in the register; restore the latest backup.`,
  'keptPapers.drawing': 'Drawing and keeping',
} as const
