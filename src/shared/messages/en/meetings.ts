const REASONS: Readonly<Record<string, (written: string) => string>> = {
  email: (written) => `The e-mail is the person's: ${written}.`,
  document: (written) => `The DNI stands beside the name: “${written}”.`,
  sharedEmail: (written) => `Several people of the group have the e-mail ${written}.`,
  emailOtherName: (written) => `The name “${written}” is one person's and the e-mail another's: please choose.`,
  sameName: () => 'It is the full name.',
  otherOrder: (written) => `It is the full name in another order: “${written}”.`,
  namesakes: (written) => `More than one person of the group is called “${written}”: please choose.`,
  bothSurnames: (written) => `“${written}” is the name with both surnames, and nobody else of the group is called so.`,
  shortened: (written) => `“${written}” is the name and first surname, and nobody else of the group is called so.`,
  oneLetter: (written) => `“${written}” differs from the name in one letter.`,
  ambiguous: (written) => `“${written}” may be more than one person of the group: please choose.`,
  secondSurname: (written) => `“${written}” has the name and the second surname, without the first.`,
  initials: (written) => `“${written}” agrees with the name, with initials in place of words.`,
  wordsMissing: (written) => `“${written}” is like the name, but not the same.`,
  moreWords: (written) => `“${written}” has the name and first surname, and other words beside.`,
  device: (written) => `“${written}” is the name of a device that carries the person's name.`,
  remembered: (written) => `You said at an earlier meeting that “${written}” is this person.`,
  rememberedDevice: (written) => `At an earlier meeting “${written}” was this person, but it is the name of a device: please confirm.`,
  decided: () => 'You said so.',
}

const ORDERS: Readonly<Record<string, string>> = {
  impossible: 'because the other reading gives a month that does not exist',
  fileName: "because so it agrees with the date in the file's name",
  session: 'because so it agrees with the day of a session of the group',
  neighbours: 'because so are the other files that come with this one',
  dates: "because so it falls within the group's dates",
  future: 'because otherwise it would be a day yet to come',
}

const NOTHING = 'Nothing of this file was written.'

export const meetings = {
  'meetings.step.reading': 'Reading the files of the meetings',
  'meetings.step.comparing': 'Comparing with the people of the group',
  'meetings.step.writing': 'Writing the attendance',
  'meetings.untitled': 'Online session',
  'meetings.sessionLabel': (p: { subject: string; day: string; startsAt: string; endsAt: string }) => `${p.day}, ${p.startsAt} to ${p.endsAt} · ${p.subject}`,
  'meetings.reason': (p: { reason: string; written: string }) => REASONS[p.reason]?.(p.written) ?? '',
  'meetings.note.left': 'You said to leave this file out.',
  'meetings.note.order': (p: { order: string; why: string }) => `Dates were read as ${p.order === 'dmy' ? 'day/month/year' : 'month/day/year'}, ${ORDERS[p.why] ?? ''}.`,
  'meetings.note.excel': (p: { day: string }) => `Excel had exchanged month and day when it saved the file: it was read as ${p.day}, because so it agrees with the file's name or with a session of the group.`,
  'meetings.note.nameless': (p: { n: number }) => (p.n === 1 ? 'One row has no name and does not count.' : `${p.n} rows have no name and do not count.`),
  'meetings.note.noTimes': (p: { n: number }) => `${p.n === 1 ? 'One row does' : `${p.n} rows do`} not say when the person joined and left, only for how long: that time counts, never more than the session plans.`,
  'meetings.note.pastMidnight': (p: { n: number; endsAt: string; next: string }) =>
    `The meeting went past midnight and a session ends on its day: ${p.n === 1 ? 'one minute is' : `${p.n} minutes are`} left out from ${p.endsAt} on. To count them, make another session on ${p.next} from 00:00 and import this file again, choosing that session.`,
  'meetings.note.joinedWith': (p: { files: readonly string[] }) => `The same session is also in ${p.files.map((file) => `“${file}”`).join(', ')}: minutes are joined, and what overlaps counts once.`,
  'meetings.note.handMade': (p: { n: number }) => (p.n === 1 ? 'One person has attendance written by hand in this session: it stays.' : `${p.n} people have attendance written by hand in this session: it stays.`),
  'meetings.note.unsure': (p: { n: number }) => `${p.n === 1 ? 'One person' : `${p.n} people`} may be among the names in doubt: until you decide, nobody writes them absent.`,
  'meetings.notAnExport': (p: { file: string }) =>
    `“${p.file}” is not the attendance of a Zoom, Teams or Meet meeting: there is no column of names beside the time of joining or the duration. If it is a list with sessions as columns, use “From an Excel sheet”. ${NOTHING}`,
  'meetings.noJoins': (p: { file: string }) => `“${p.file}” is the attendance of a meeting, but it has no row of participants. ${NOTHING}`,
  'meetings.sameFile': (p: { file: string; other: string }) => `“${p.file}” has the same content as “${p.other}”: it counts once.`,
  'meetings.ambiguousDay': (p: { file: string; one: string; other: string }) =>
    `The dates of “${p.file}” may be ${p.one} or ${p.other}, and nothing tells which. Choose the session it is for, or put the date (year-month-day) in the file's name. ${NOTHING}`,
  'meetings.noDay': (p: { file: string }) => `“${p.file}” does not say the day of the meeting. Choose the session it is for. ${NOTHING}`,
  'meetings.noTimes': (p: { file: string }) => `“${p.file}” does not say at what time the meeting was, so its session cannot be made. Make the session and choose it, or choose one that exists. ${NOTHING}`,
  'meetings.noSuchSession': 'The session chosen for one of the files is no longer in the group. Nothing was written.',
  'meetings.notOfGroup': 'One of the people chosen is not enrolled in this group. Enrol her first. Nothing was written.',
  'meetings.nothing': (p: { why: string }) => `No file can be used, so nothing was written. ${p.why}`,
} as const
