/** What was changed, by whom, and taking it back. */
export const history = {
  'history.missing': 'Nothing is kept of that change.',
  'history.permanent': 'This cannot be undone: papers were given numbers, and a number once given is never used again. You may annul the paper.',
  'history.permanentCorrection': 'This cannot be undone: what was corrected or annulled stays so in the register. If it was a mistake, issue the paper again.',
  'history.permanentBlock': 'This cannot be undone: those numbers were set aside and another computer may be using them. You may return the block.',
  'history.permanentSeal': 'This cannot be undone: what was signed with the office’s seal may be in other hands already.',
  'history.permanentPaper': 'This cannot be undone: the paper that was drawn is kept as it came out.',
  'history.permanentDesign': 'This cannot be undone: saved versions of a design stay, and a discarded draft does not come back.',
  'history.clash': 'It cannot be undone: what was there before (a document, an enrolment) now belongs to another record. Nothing changed.',
  'history.impossible': 'It cannot be undone: with what was changed since, something would be left that cannot be, such as a session that ends before it starts. Nothing changed.',
  'history.sessionTimes': (p: { subject: string; day: string; startsAt: string; endsAt: string; minutes: number }) =>
    `It cannot be undone: the session “${p.subject}” of ${p.day} would be left from ${p.startsAt} to ${p.endsAt} with ${p.minutes} minutes. Nothing changed.`,
  'history.tooManyMinutes': (p: { name: string; subject: string; day: string; minutes: number; planned: number }) =>
    `It cannot be undone: ${p.name} would be left with ${p.minutes} minutes in the session “${p.subject}” of ${p.day}, which would have ${p.planned}. Nothing changed.`,
  'history.sheetPrinted': (p: { code: string; subject: string; day: string }) =>
    `It cannot be undone: the sign-in sheet ${p.code} was printed for the session “${p.subject}” of ${p.day}, which would be gone. Nothing changed.`,
  'history.statusGone': (p: { name: string }) => `It cannot be undone: ${p.name} would go back to an attendance status that is no longer there. Nothing changed.`,
  'history.letterTaken': (p: { letter: string }) => `It cannot be undone: the key ${p.letter} would belong to two attendance statuses. Nothing changed.`,
  'history.nameTwice': (p: { name: string }) => `It cannot be undone: “${p.name}” would be there twice. Nothing changed.`,
  'history.offScale': (p: { name: string; item: string; value: string; min: string; max: string }) =>
    `It cannot be undone: ${p.name} would be left with ${p.value} in “${p.item}”, off the scale from ${p.min} to ${p.max}. Nothing changed.`,
  'history.laterAttempt': (p: { name: string; item: string }) => `It cannot be undone: ${p.name} has a later attempt at “${p.item}”, which would be left without the one before. Nothing changed.`,
  'history.ruleAsks': (p: { name: string }) => `It cannot be undone: the rules of the course ask for “${p.name}”, which would be gone. Nothing changed.`,
  'history.created': 'Record created',
  'history.removed': 'Removed from the list',
  'history.restored': 'Put back in the list',
  'history.none': 'No changes yet.',
  'history.nothing': 'empty',
  'history.undoThis': 'Undo this change',
} as const
