import type { Catalogue } from '../messages.ts'

/** Marks, rules and who earned what: the sentences that the core says. */
export const results = {
  'results.itemMissing': 'That mark no longer exists.',
  'results.requirementMissing': 'That requirement no longer exists.',
  'results.paperMissing': 'This course no longer gives that document.',
  'results.exceptionMissing': 'That exception no longer exists.',
  'results.sameItem': (p: { name: string }) => `There is a mark called “${p.name}” in this edition already. Choose another name.`,
  'results.sameRequirement': (p: { name: string }) => `There is a requirement called “${p.name}” in this edition already. Choose another name.`,
  'results.scaleTurned': (p: { min: string; max: string }) => `The scale goes from ${p.min} to ${p.max}: the highest mark must be above the lowest.`,
  'results.strandsMarks': (p: { n: number; item: string; person: string; value: string; min: string; max: string }) =>
    `The scale of “${p.item}” was not changed: ${p.n === 1 ? 'a mark already written' : `${p.n} marks already written`} would be outside ${p.min} to ${p.max} (${p.person}: ${p.value}).`,
  'results.itemMarked': (p: { name: string; n: number }) => `“${p.name}” cannot be removed: it has ${p.n === 1 ? 'a mark' : `${p.n} marks`} written.`,
  'results.requirementChecked': (p: { name: string; n: number }) => `“${p.name}” cannot be removed: it is noted for ${p.n === 1 ? 'one person' : `${p.n} people`}.`,
  'results.offScale': (p: { person: string; item: string; value: string; min: string; max: string }) =>
    `${p.person}: ${p.value} in “${p.item}” is off the scale, which goes from ${p.min} to ${p.max}. No mark was written.`,
  'results.tooPrecise': (p: { person: string; item: string; value: string }) => `${p.person}: ${p.value} in “${p.item}” has more than two decimals. Write it with two at most. No mark was written.`,
  'results.otherEdition': (p: { person: string; name: string }) => `“${p.name}” is not asked of ${p.person}: it belongs to another edition. Nothing was written.`,
  'results.noParticipant': (p: { person: string }) => `${p.person} is no participant: only participants have marks and requirements. Nothing was written.`,
  'results.attemptBefore': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: write attempt ${p.attempt - 1} of “${p.item}” first (NP for absent). No mark was written.`,
  'results.attemptAfter': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: attempt ${p.attempt} of “${p.item}” stays while there is a later one. No mark was changed.`,
  'results.actaStands': (p: { number: string; group: string }) =>
    `This course can no longer give its papers without a record of results: the group “${p.group}” has the closed record ${p.number}, and they come from it. To correct it, close one that replaces it. Nothing changed.`,
  'results.paperNotGiven': (p: { paperKind: 'certificado' | 'constancia' }) => `The exception was not granted: this course gives no ${p.paperKind === 'certificado' ? 'certificates' : 'certificates of attendance'}.`,
  'results.grantedInFuture': (p: { day: string }) => `The exception was not granted: its day, ${p.day}, is still to come.`,
  'results.onlyParticipants': (p: { person: string }) => `${p.person} is no participant: only participants have attendance, marks and a result.`,
  'results.listed': (p: { first: string; last: string }) => `${p.first} and ${p.last}`,
  'results.quoted': (p: { name: string }) => `“${p.name}”`,
  'results.noSessions': 'The group has no sessions yet.',
  'results.exemptOfAll': 'No session asks for attendance.',
  'results.shareMet': (p: { attended: string; planned: string; share: string; least: string }) => `Attended ${p.attended} of ${p.planned} h (${p.share} %); ${p.least} % is asked`,
  'results.shareShort': (p: { attended: string; planned: string; share: string; least: string; missing: string; isOne: boolean }) =>
    `Attended ${p.attended} of ${p.planned} h (${p.share} %): ${p.missing} short of ${p.least} %`,
  'results.shareOutOfReach': (p: { attended: string; planned: string; share: string; least: string; missing: string; isOne: boolean; open: string }) =>
    `Attended ${p.attended} of ${p.planned} h (${p.share} %): ${p.missing} short of ${p.least} %, and only ${p.open} not written yet`,
  'results.shareOpen': (p: { attended: string; planned: string; share: string; least: string; missing: string; isOne: boolean; open: string }) =>
    `Attended ${p.attended} of ${p.planned} h (${p.share} %): ${p.missing} short of ${p.least} %; ${p.open} not written yet`,
  'results.enoughSessions': (p: { few: number; all: number }) =>
    p.few < p.all ? `attend ${p.few} of the ${p.all} sessions left` : p.all === 1 ? 'attend the session left' : `attend the ${p.all} sessions left`,
  'results.sessionNamed': (p: { subject: string; day: string }) => `“${p.subject}” of ${p.day}`,
  'results.requiredMet': (p: { n: number }) =>
    p.n === 0 ? 'No session is required' : p.n === 1 ? 'Attended the required session' : `Attended the ${p.n} required sessions`,
  'results.requiredMissed': (p: { n: number; names: string }) => (p.n === 1 ? `Missed the required session ${p.names}` : `Missed ${p.n} required sessions: ${p.names}`),
  'results.requiredOpen': (p: { n: number; names: string }) =>
    p.n === 1 ? `The required session ${p.names} is not written yet` : `${p.n} required sessions are not written yet: ${p.names}`,
  'results.enoughRequired': (p: { n: number; names: string }) => (p.n === 1 ? `attend the required session ${p.names}` : `attend the required sessions ${p.names}`),
  'results.noItems': 'The course does not say yet which marks count.',
  'results.markMet': (p: { mark: string; least: string }) => `Mark ${p.mark}; ${p.least} is asked`,
  'results.markShort': (p: { mark: string; least: string }) => `Mark ${p.mark} of ${p.least} at least`,
  'results.markEnough': (p: { n: number; names: string; least: string }) => `Reaches a mark of ${p.least} even without ${p.names}, not marked yet`,
  'results.markOutOfReach': (p: { n: number; names: string; least: string }) =>
    `${p.n === 1 ? 'The mark is' : 'The marks are'} missing of ${p.names}: not even the highest reaches ${p.least}`,
  'results.markOpenOne': (p: { names: string; mark: string }) => `The mark of ${p.names} is missing: needs ${p.mark} at least`,
  'results.markOpenMany': (p: { names: string; needs: string; least: string }) => `The marks of ${p.names} are missing: reaches ${p.least} with ${p.needs}`,
  'results.markNeeded': (p: { mark: string; name: string }) => `${p.mark} or more in “${p.name}”`,
  'results.enoughMark': (p: { needs: string }) => `get ${p.needs}`,
  'results.requirementMet': (p: { name: string }) => `Met “${p.name}”`,
  'results.requirementNotMet': (p: { name: string }) => `Did not meet “${p.name}”`,
  'results.requirementOpen': (p: { name: string; due: string | null }) => `Whether “${p.name}” is met is not written yet${p.due === null ? '' : `; it is asked until ${p.due}`}`,
  'results.enoughRequirement': (p: { name: string; due: string | null }) => `meet “${p.name}”${p.due === null ? '' : ` until ${p.due}`}`,
} as const satisfies Catalogue
