/** Organisations: where people work, and who takes part in a programme. */
export const organisations = {
  'organisations.missing': 'That organisation is no longer in the list.',
  'organisations.badRuc': (p: { ruc: string }) => `RUC ${p.ruc} is not valid: check its 11 digits.`,
  'organisations.rucTaken': (p: { ruc: string; name: string }) => `RUC ${p.ruc} already belongs to “${p.name}”.`,
  'organisations.alreadyThere': (p: { name: string }) => `It is in the list already: “${p.name}”. If this is another one of the same name, state the district of each.`,
  'organisations.hasPosts': (p: { n: number }) => (p.n === 1 ? "It cannot be removed: one person's post names it." : `It cannot be removed: ${p.n} posts name it.`),
  'organisations.hasEditions': (p: { n: number }) => (p.n === 1 ? 'It cannot be removed: it takes part in one edition.' : `It cannot be removed: it takes part in ${p.n} editions.`),
} as const
