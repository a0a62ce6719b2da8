/** What was changed, by whom, and taking it back. */
export const history = {
  'history.missing': 'Nothing is kept of that change.',
  'history.permanent': 'This cannot be undone: papers were given numbers, and a number once given is never used again. You may annul the paper.',
  'history.clash': 'It cannot be undone: what was there before (a document, an enrolment) now belongs to another record. Nothing changed.',
} as const
