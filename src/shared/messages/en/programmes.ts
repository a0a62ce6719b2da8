export const programmes = {
  'programmes.missing': 'That programme no longer exists.',
  'programmes.hasEditions': (p: { n: number }) => `It cannot be removed: the programme has ${p.n === 1 ? 'an edition' : `${p.n} editions`}. Remove them first.`,
  'editions.missing': 'That edition no longer exists.',
  'editions.hasEnrolments': (p: { n: number }) => `It cannot be removed: the edition has ${p.n === 1 ? 'one enrolment' : `${p.n} enrolments`}.`,
  'editions.partnerMissing': 'One of the organisations chosen no longer exists.',
  'editions.endsBeforeStart': 'The end date is before the start date.',
  'cohorts.missing': 'That group no longer exists.',
  'cohorts.hasEnrolments': (p: { n: number }) => `It cannot be removed: the group has ${p.n === 1 ? 'one enrolment' : `${p.n} enrolments`}.`,
  'enrolments.missing': 'One of the enrolments no longer exists.',
  'enrolments.personMissing': 'One of the people chosen no longer exists.',
  'enrolments.hasCertificate': (p: { n: number; number: string }) =>
    p.n === 1
      ? `It cannot be changed: that enrolment already has the paper ${p.number}, which stays in the register for ever.`
      : `It cannot be changed: ${p.n} of those enrolments already have a paper (the first, ${p.number}), which stays in the register for ever.`,
} as const
