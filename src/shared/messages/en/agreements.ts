import type { Catalogue } from '../messages.ts'

/** Agreements with who pays: what is refused, and why. */
export const agreements = {
  'agreements.missing': 'That agreement is no longer there.',
  'agreements.itemMissing': 'That item of the agreement is no longer there.',
  'agreements.addendumMissing': 'That addendum is no longer there.',
  'agreements.partyMissing': 'One of the parties is no longer among the organisations. Nothing was saved.',
  'agreements.partyTwice': (p: { name: string }) => `“${p.name}” is already a party in that role. Nothing was saved.`,
  'agreements.endsBeforeStart': 'The agreement would end before it begins. Correct the dates; nothing was saved.',
  'agreements.noCurrency': 'Say first in which currency the agreement is. Nothing was saved.',
  'agreements.followsItself': (p: { title: string }) => `“${p.title}” already follows this agreement: it cannot also come before it. Nothing was saved.`,
  'agreements.addendumBefore': 'The addendum would be dated before the agreement was signed. Nothing was saved.',
  'agreements.addendumEndsBefore': (p: { end: string; start: string }) => `With that addendum the agreement would end on ${p.end}, before it begins (${p.start}). Nothing was saved.`,
  'agreements.addsToNothing': 'An addendum changes the amount, but the agreement has none. Write it first; nothing was saved.',
  'agreements.belowNothing': (p: { day: string; amount: string }) => `With the addendum of ${p.day} the amount of the agreement would be ${p.amount}. Nothing was saved.`,
  'agreements.sharesTooMuch': (p: { edition: string; asked: string; left: string; others: readonly { title: string; share: string }[] }) =>
    `It cannot pay ${p.asked} % of “${p.edition}”: ${p.others.length === 0 ? 'the whole is 100 %' : `${p.others.map((one) => `“${one.title}” pays ${one.share} %`).join(', ')} and ${p.left} % is left`}. Nothing was saved.`,
  'agreements.editionNotThere': 'This agreement no longer pays that edition.',
  'agreements.editionHasBudget': (p: { concept: string }) => `The budget of this agreement has lines for that edition (“${p.concept}”). Remove them first; nothing was changed.`,
  'agreements.itemHasBudget': (p: { concept: string }) => `The budget line “${p.concept}” goes with this item. Untie it first; nothing was removed.`,
  'agreements.hasEditions': (p: { n: number }) => `Not removed: the agreement pays ${p.n === 1 ? 'one edition' : `${p.n} editions`}. Take them off the agreement first.`,
  'agreements.hasBudget': (p: { n: number }) => `Not removed: the agreement has a budget (${p.n === 1 ? 'one line' : `${p.n} lines`}). Remove it first.`,
  'agreements.hasFrames': (p: { n: number }) => `Not removed: ${p.n === 1 ? 'a frame of indicators or a report stands' : `${p.n} frames of indicators or reports stand`} on this agreement.`,
  'agreements.hasResults': (p: { n: number }) => `Not removed: ${p.n === 1 ? 'an initiative or a result was recorded' : `${p.n} initiatives or results were recorded`} with this agreement.`,
  'agreements.hasSuccessor': (p: { title: string }) => `Not removed: “${p.title}” follows it.`,
  'agreements.ofOrganisation': (p: { n: number }) => `Not removed: it is a party to ${p.n === 1 ? 'one agreement' : `${p.n} agreements`}. Take it off them first.`,
  'agreements.ofEdition': (p: { title: string }) => `Not removed: the agreement “${p.title}” pays this edition. Take it off the agreement first.`,
  'agreements.budgetOfEdition': (p: { n: number }) => `Not removed: the edition has a budget (${p.n === 1 ? 'one line' : `${p.n} lines`}). Remove it first.`,
} as const satisfies Catalogue
