import type { Catalogue } from '../messages.ts'

const files = (n: number): string => (n === 1 ? '1 file' : `${n.toLocaleString('en')} files`)

/** The screens of papers signed outside. */
export const signedScreens = {
  'signedScreens.receive': 'Take in signed ones',
  'signedScreens.exporting': (p: { n: number }) => `Preparing ${files(p.n)}`,
  'signedScreens.makeFolder': 'Prepare folder',
  'signedScreens.stepTitle': (p: { step: 1 | 2 | 3 }) => ({ 1: '1. Prepare the folder', 2: '2. Sign outside', 3: '3. Bring the signed ones' })[p.step],
  'signedScreens.stepText': (p: { step: 1 | 2 | 3 }) =>
    ({
      1: 'The PDFs come out as they were issued, with their number and name, a list and a LEAME.txt.',
      2: 'Sign all PDFs of the folder in ReFirma or Firma Perú. Do not open and save them with another program: they would no longer be the same.',
      3: 'In “Take in signed ones” the app checks that they are the same papers plus their signature, and keeps them.',
    })[p.step],
  'signedScreens.credentials': 'Preparing credentials',
  'signedScreens.credentialsWhy': 'For those who read digital credentials (Open Badges 3.0, W3C), each paper can also be taken out as a JSON file.',
  'signedScreens.makeCredentials': 'Take out credentials',
  'signedScreens.openSigned': 'Open the signed PDF',
  'signedScreens.toDelivery': 'Back to Delivery',
  'signedScreens.reading': 'Checking the files',
  'signedScreens.keeping': 'Keeping the signed ones',
  'signedScreens.drop': 'Drop the signed PDFs here',
  'signedScreens.dropWhy': 'All of the folder at once. They are checked first; nothing is kept until you say so.',
  'signedScreens.choose': 'Choose files',
  'signedScreens.chainNote': 'It is checked that the file is the issued one plus its signature, and that the signature fits its certificate. Whether the certificate is of the IOFE is told by the validator of the platform, with internet.',
  'signedScreens.keep': (p: { n: number }) => (p.n === 0 ? 'None can be kept' : `Keep ${p.n} signed`),
  'signedScreens.kept': (p: { n: number }) => (p.n === 0 ? 'None was kept' : p.n === 1 ? '1 signed paper was kept' : `${p.n} signed papers were kept`),
  'signedScreens.others': 'Choose others',
  'signedScreens.verdicts': 'Files taken in',
  'signedScreens.file': 'File',
  'signedScreens.paper': 'Paper',
  'signedScreens.signers': 'Signed by',
  'signedScreens.verdict': 'Result',
  'signedScreens.verdictName': (p: { verdict: 'fits' | 'unsigned' | 'changed' | 'unknown' | 'unreadable' | 'already' | 'outOfForce' }) =>
    ({ fits: 'Right.', unsigned: 'Not signed.', changed: 'Changed.', unknown: 'Unknown.', unreadable: 'Unreadable.', already: 'Kept already.', outOfForce: 'No longer in force.' })[p.verdict],
} as const satisfies Catalogue
