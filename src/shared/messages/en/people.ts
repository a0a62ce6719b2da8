/** People: their documents, their posts, their training record. */
export const people = {
  'people.missing': 'That person is no longer in the list.',
  'people.notRemoved': 'That person is not among those removed.',
  'people.documentTaken': (p: { number: string; name: string }) => `Document ${p.number} already belongs to ${p.name}. Find that record and use it, or check the number.`,
  'people.documentMissing': 'The number is missing. If there is no document, choose “Without document”.',
  'people.numberWithoutType': 'There is a number but it says “Without document”. Choose which document it is.',
  'people.documentPlaceholder': (p: { number: string }) => `“${p.number}” is not a document number. If there is none, choose “Without document”.`,
  'people.badRuc': (p: { number: string }) => `RUC ${p.number} is not valid: check its 11 digits.`,
  'people.documentCharacters': (p: { number: string }) => `“${p.number}” cannot be: that document has 4 to 15 plain letters or digits.`,
  'people.dniLostZero': (p: { number: string; repaired: string }) => `A DNI has 8 digits and “${p.number}” has 7. Did it lose its leading zero? It would be ${p.repaired}.`,
  'people.dniEightDigits': (p: { number: string; digits: number }) => `A DNI has 8 digits and “${p.number}” has ${p.digits}. Leave out the check digit.`,
  'people.birthDateFuture': 'The birth date is still to come: check the year.',
  'people.birthDateTooEarly': 'The birth date is before 1900: check the year.',
  'people.badEmail': (p: { email: string }) => `“${p.email}” does not look like an e-mail address.`,
  'people.hasCertificates': (p: { n: number }) =>
    p.n === 1
      ? 'It cannot be removed: there is one issued paper, and the register of issued papers is never erased.'
      : `It cannot be removed: there are ${p.n} issued papers, and the register of issued papers is never erased.`,
  'people.postMissing': 'That post is no longer in the record.',
  'people.postEmpty': 'Write at least the organisation, the post or the unit.',
  'people.postEndsBeforeStart': 'The post ends before it begins: check the dates.',
  'people.postUsed': (p: { n: number }) =>
    p.n === 1
      ? 'It cannot be removed: a training lists the person in that post. Give it an end date.'
      : `It cannot be removed: ${p.n} trainings list the person in that post. Give it an end date.`,
  'people.closeNeedsDate': 'To end the earlier post, the date on which the new one begins is needed.',
} as const
