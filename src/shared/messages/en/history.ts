/** What was changed, by whom, and taking it back. */
export const history = {
  'history.missing': 'Nothing is kept of that change.',
  'history.permanent': 'This cannot be undone: papers were given numbers, and a number once given is never used again. You may annul the paper.',
  'history.clash': 'It cannot be undone: what was there before (a document, an enrolment) now belongs to another record. Nothing changed.',
  'history.created': 'Record created',
  'history.removed': 'Removed from the list',
  'history.restored': 'Put back in the list',
  'history.none': 'No changes yet.',
  'history.nothing': 'empty',
  'history.undoThis': 'Undo this change',
} as const
