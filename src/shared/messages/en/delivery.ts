import type { Catalogue } from '../messages.ts'

/** Printing, signing, handing over. */
export const delivery = {
  'delivery.sheetTitle': 'Hand-over sheet',
  'delivery.paperNumber': 'No. of the paper handed over',
  'delivery.day': 'Date',
  'delivery.papers': 'Papers',
  'delivery.numbers': 'Numbers',
  'delivery.printedOn': 'Date of the sheet',
  'delivery.declaration': 'Acknowledgement of receipt',
  'delivery.declarationText': 'Those who sign received the original of their certificate on the date they write down.',
  'delivery.andOthers': (p: { shown: string; n: number }) => `${p.shown} and ${p.n} more`,
  'delivery.forAll': 'All organisations',
  'delivery.withoutOrganisation': 'No organisation',
  'delivery.sheetHint': 'Sign in your row and write the date. If somebody else receives it, write name and identity document beside the signature. Do not write over the codes.',
  'delivery.handedBy': 'Handed over by (name and signature)',
  'delivery.runMissing': 'That print batch is no longer in the register.',
  'delivery.sheetMissing': 'That hand-over sheet is no longer in the register.',
  'delivery.handoverMissing': 'That hand-over is no longer noted.',
  'delivery.reprintWhy': (p: { n: number }) => (p.n === 1 ? 'One of these papers was printed before: write why it is printed again. Nothing was printed.' : `${p.n} of these papers were printed before: write why they are printed again. Nothing was printed.`),
  'delivery.notInForce': (p: { n: number; number: string }) =>
    p.n === 1 ? `Paper ${p.number} was replaced or annulled and is no longer printed or handed over. Nothing was done.` : `${p.n} of these papers were replaced or annulled (the first, ${p.number}) and are no longer printed or handed over. Nothing was done.`,
  'delivery.rangeBackwards': (p: { from: number; to: number }) => `The range ${p.from}-${p.to} is the wrong way round: write the smaller number first. Nothing was noted.`,
  'delivery.rangeBeyond': (p: { to: number; n: number }) => `The pile has ${p.n} papers and the range goes to ${p.to}. Nothing was noted.`,
  'delivery.rangeTwice': (p: { position: number }) => `${p.position} is in two ranges. Say only once how it came out. Nothing was noted.`,
  'delivery.nothingToSign': 'All the chosen papers are noted as signed already, or were replaced or annulled. Nothing was noted.',
  'delivery.nothingToHand': 'All the chosen papers are noted as handed over already, or were replaced or annulled. Nothing was noted.',
  'delivery.later': (p: { day: string }) => `${p.day} is still to come: check the date. Nothing was noted.`,
  'delivery.rowBeyond': (p: { row: number; n: number; code: string }) => `Sheet ${p.code} has ${p.n} rows and row ${p.row} was given. Nothing was noted.`,
  'delivery.rowTwice': (p: { row: number }) => `Row ${p.row} is given twice. Nothing was noted.`,
  'delivery.rowHanded': (p: { row: number; number: string }) => `Row ${p.row} (${p.number}) is noted as handed over already. Nothing was noted: take it out and try again.`,
} as const satisfies Catalogue
