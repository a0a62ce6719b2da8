export const sessions = {
  'sessions.missing': 'That session no longer exists.',
  'sessions.endsBeforeStart': (p: { startsAt: string; endsAt: string }) => `The end time (${p.endsAt}) must be later than the start time (${p.startsAt}).`,
  'sessions.tooManyMinutes': (p: { minutes: number; most: number; startsAt: string; endsAt: string }) =>
    `The session cannot have ${p.minutes} minutes: from ${p.startsAt} to ${p.endsAt} there are only ${p.most}.`,
} as const
