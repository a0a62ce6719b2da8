const WHY: Readonly<Record<string, string>> = {
  name: "It has the people's names.",
  document: "It has the people's documents: they tell who each row is.",
  email: "It has the people's e-mails.",
  sessionDay: 'Its label says the day of a session of the group.',
  sessionSubject: 'Its label is that of a session of the group.',
  sessionOrder: "Its label has the number of one of the group's sessions.",
  presenceLabel: 'Its label and cells speak of attendance; the group has no session for it.',
  presence: 'Its cells speak of attendance; the group has no session for it.',
  minutes: 'Its cells look like minutes attended.',
  item: "Its label is that of one of the course's marks.",
  markLabel: 'Its label speaks of a mark; the course has none of that name.',
  marks: 'Its cells look like marks.',
  average: 'It is an average: the final mark comes from the marks and their weights, so it is not imported.',
  requirement: "Its label is that of one of the course's requirements.",
  requirementLabel: 'Its label speaks of something handed in or met, and its cells say yes or no.',
  checks: 'Its cells say yes or no.',
  personal: 'It is a fact of the person: it is imported with the roster, not here.',
  sensitive: 'It is sensitive and does not enter (Ley N° 29733).',
  rowNumber: 'It is the row number.',
  empty: 'It is empty.',
  unknown: 'Nobody knows what it is. If it is attendance, a mark or a requirement, say so.',
  twice: 'Another column is the same already.',
  chosen: 'You said so.',
}

const UNMATCHED: Readonly<Record<string, string>> = {
  nobody: 'The group has no participant with that document, e-mail or name.',
  nothing: 'The row has no document, e-mail or name.',
  doubt: 'The name is like a participant’s, but not enough: please confirm.',
  ambiguous: 'It may be more than one participant: please choose.',
  otherDocument: 'The name is a participant’s, but the document is not hers: please confirm.',
  otherName: 'The document is a participant’s, but the name is not hers: please confirm.',
  twice: 'It is a participant who is in another row already: the first is taken.',
  setAside: 'You said it is nobody of the group.',
}

const where = ({ row, label, written }: { row: number; label: string; written: string }): string => `Row ${row}, column “${label}”: “${written}”`
const OUT = 'The cell stays out.'

export const resultSheets = {
  'resultSheets.writing': 'Writing what the sheet says',
  'resultSheets.why': (p: { why: string }) => WHY[p.why] ?? '',
  'resultSheets.rounded': (p: { n: number }) => `${p.n === 1 ? 'One mark has more than two decimals: it is rounded' : `${p.n} marks have more than two decimals: they are rounded`} to the hundredth.`,
  'resultSheets.unmatched': (p: { why: string }) => UNMATCHED[p.why] ?? '',
  'resultSheets.notPresence': (p: { row: number; label: string; written: string }) => `${where(p)} does not say whether she attended. Understood are yes, no, X, ✓, 1, 0, P, F, the letters of your statuses, and minutes. ${OUT}`,
  'resultSheets.notMark': (p: { row: number; label: string; written: string }) => `${where(p)} is no mark. Understood are figures with a point or a comma, and NP. ${OUT}`,
  'resultSheets.notCheck': (p: { row: number; label: string; written: string }) => `${where(p)} says neither yes nor no. ${OUT}`,
  'resultSheets.tooManyMinutes': (p: { row: number; label: string; written: string; minutes: number; planned: number }) => `${where(p)} is ${p.minutes} minutes and the session has ${p.planned}. ${OUT}`,
  'resultSheets.offScale': (p: { row: number; label: string; written: string; min: string; max: string }) => `${where(p)} is off the scale, which goes from ${p.min} to ${p.max}. ${OUT}`,
  'resultSheets.meetingExport': (p: { file: string }) => `“${p.file}” is the attendance of a video meeting: import it in this same tab with “From a meeting”. Nothing was written.`,
  'resultSheets.noList': (p: { file: string }) => `In “${p.file}” there is no list with a row a person. Nothing was written.`,
  'resultSheets.noSuchSheet': (p: { file: string }) => `The sheet chosen of “${p.file}” is not there or has no list. Nothing was written.`,
  'resultSheets.nobody': (p: { sheet: string }) => `In the sheet “${p.sheet}” no column says whose each row is. Say which has the names, the documents or the e-mails. Nothing was written.`,
  'resultSheets.twoColumns': (p: { one: string; other: string }) => `The columns “${p.one}” and “${p.other}” are said to be the same. Leave one. Nothing was written.`,
  'resultSheets.noSuchTarget': 'The session, mark or requirement chosen for a column is no longer there. Nothing was written.',
  'resultSheets.nothing': 'No column with data is said to be attendance, a mark or a requirement of people of the group, so nothing was written.',
} as const
