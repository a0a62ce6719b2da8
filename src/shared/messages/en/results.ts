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
  'results.otherEdition': (p: { person: string; name: string }) => `“${p.name}” is not asked of ${p.person}: it belongs to another edition. Nothing was written.`,
  'results.noParticipant': (p: { person: string }) => `${p.person} is no participant: only participants have marks and requirements. Nothing was written.`,
  'results.attemptBefore': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: write attempt ${p.attempt - 1} of “${p.item}” first (NP for absent). No mark was written.`,
  'results.attemptAfter': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: attempt ${p.attempt} of “${p.item}” stays while there is a later one. No mark was changed.`,
} as const satisfies Catalogue
