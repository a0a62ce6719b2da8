/** Sessions of a group: what the core says of them. */
export const sessions = {
  'sessions.missing': 'Esa sesión ya no existe.',
  'sessions.endsBeforeStart': (p: { startsAt: string; endsAt: string }) => `La hora de término (${p.endsAt}) debe ser posterior a la de inicio (${p.startsAt}).`,
  'sessions.tooManyMinutes': (p: { minutes: number; most: number; startsAt: string; endsAt: string }) =>
    `La sesión no puede tener ${p.minutes} minutos: de ${p.startsAt} a ${p.endsAt} solo hay ${p.most}.`,
} as const
