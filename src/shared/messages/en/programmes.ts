export const programmes = {
  'programmes.missing': 'That programme no longer exists.',
  'programmes.hasEditions': (p: { n: number }) => `It cannot be removed: the programme has ${p.n === 1 ? 'an edition' : `${p.n} editions`}. Remove them first.`,
  'editions.missing': 'That edition no longer exists.',
  'editions.hasEnrolments': (p: { n: number }) => `It cannot be removed: the edition has ${p.n === 1 ? 'one enrolment' : `${p.n} enrolments`}.`,
  'editions.partnerMissing': 'One of the organisations chosen no longer exists.',
  'editions.endsBeforeStart': 'The end date is before the start date.',
  'editions.hasSessions': (p: { n: number }) => `It cannot be removed: the edition's groups have ${p.n === 1 ? 'a session. Remove it' : `${p.n} sessions. Remove them`} first.`,
  'cohorts.missing': 'That group no longer exists.',
  'cohorts.hasEnrolments': (p: { n: number }) => `It cannot be removed: the group has ${p.n === 1 ? 'one enrolment' : `${p.n} enrolments`}.`,
  'cohorts.hasSessions': (p: { n: number }) => `It cannot be removed: the group has ${p.n === 1 ? 'a session. Remove it' : `${p.n} sessions. Remove them`} first.`,
  'enrolments.missing': 'One of the enrolments no longer exists.',
  'enrolments.personMissing': 'One of the people chosen no longer exists.',
  'enrolments.hasCertificate': (p: { n: number; number: string }) =>
    p.n === 1
      ? `It cannot be changed: that enrolment already has the paper ${p.number}, which stays in the register for ever.`
      : `It cannot be changed: ${p.n} of those enrolments already have a paper (the first, ${p.number}), which stays in the register for ever.`,
  'enrolments.hasAttendance': (p: { n: number; name: string }) =>
    `${p.n === 1 ? p.name : `${p.n} of those people (the first, ${p.name})`} cannot be removed: attendance is written already. Whoever stopped coming is marked as withdrawn; for an enrolment by mistake, clear the attendance first.`,
  'enrolments.hasMarks': (p: { n: number; name: string }) =>
    `${p.n === 1 ? p.name : `${p.n} of those people (the first, ${p.name})`} cannot be removed: there are marks already. Whoever stopped coming is marked as withdrawn; for an enrolment by mistake, clear the marks first.`,
} as const
