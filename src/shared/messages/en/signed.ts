export const signed = {
  'signed.noKey': 'To sign credentials the office’s seal must be on this computer: prepare it in Settings → Seal. No file was written.',
  'signed.credentialNotInForce': (p: { n: number; first: string }) => p.n === 1 ? `Paper ${p.first} was annulled or replaced: no credential can be given of it. No file was written.` : `${p.n} of the chosen papers (the first, ${p.first}) were annulled or replaced: take them out of the selection. No file was written.`,
  'signed.credentialsName': (p: { n: number }) => `Credentials - ${p.n} papers`,
  'signed.credentialUnreadable': 'This is no credential: the text cannot be read.',
  'signed.credentialProofWrong': 'Not authentic: the proof does not belong to this text. Something was changed, or it was not issued by who it says.',
  'signed.credentialHolds': 'The proof belongs to the text, and the key is of a known office.',
  'signed.credentialKeyUnknown': 'Cannot be checked: the key that signed it is not known here. Ask the issuing office for its office file.',
  'signed.credentialOtherIssuer': 'Not authentic: it claims another issuer than the key’s.',
  'signed.credentialKeyNotValid': 'Not authentic: the key was not valid when it was signed.',
  'signed.credentialState': (p: { number: string; state: string }) => p.state === 'annulled' ? `Annulled: paper ${p.number} was annulled.` : `Replaced: paper ${p.number} has a later version.`,
  'signed.folderName': (p: { day: string; n: number }) => `To sign ${p.day} - ${p.n} papers`,
  'signed.notSigned': 'There is no digitally signed PDF of this paper.',
  'signed.listHead': 'No.\tNumber\tName\tFile',
  'signed.readMe': (p: { n: number }) =>
    `PAPERS TO BE SIGNED WITH A DIGITAL CERTIFICATE (${p.n})

This folder has the PDFs as they were issued. For them to count once signed:

1. Do not open and save them with another program, join, split or change them. One byte more or less and they are no longer the papers that were issued.
2. In ReFirma PDF: open folder, choose this folder, sign all with your electronic identity card or token. In Firma Perú: add all files and sign.
3. You may sign with a visible signature where there is room, or without one. A visible signature must not hide the text.
4. If two persons sign, the second signs the files that the first has signed.
5. The program may add something to the end of the name (for instance [R] or -firmado): that is fine.
6. In Constancia go to Certificates, Delivery, “Take in signed ones” and drop all signed PDFs there. The app checks one by one that they are the same papers plus the signature, and keeps them.

Constancia does not check whether the signer's certificate is of the IOFE: the validator of the platform does, with internet.`,
  'signed.empty': 'The file is empty.',
  'signed.notPdf': 'It is no PDF, whatever its name says. Bring the PDF that the signing program gave back.',
  'signed.tooLarge': (p: { megabytes: number; limit: number }) => `It has ${p.megabytes} MB and a signed paper has ${p.limit} MB at most: it is none that was issued.`,
  'signed.unknown': 'It is no paper issued by this office, or it was saved again by another program.',
  'signed.changedBefore': (p: { number: string }) => `By its name it is paper ${p.number}, but its content is not what was issued: it was changed or saved again by another program. Sign the PDF of the folder that Constancia made.`,
  'signed.outOfForce': (p: { number: string; state: string }) => (p.state === 'annulled' ? `Paper ${p.number} was annulled after it was taken out to be signed.` : `Paper ${p.number} was replaced by a correction: sign the new version.`),
  'signed.unsigned': 'It is the paper that was issued, but it has no signature yet.',
  'signed.unreadable': 'The file is damaged or incomplete and cannot be read. Ask for it again.',
  'signed.range': 'Something was added after the signature that it does not cover, or the signature does not cover the whole paper. It is not kept.',
  'signed.signature': 'The signature does not fit the paper or its certificate: something was changed after signing. It is not kept.',
  'signed.covers': 'The visible signature hides more than a third of the page. Sign it again with a smaller one, or without one.',
  'signed.pages': 'Besides the signature, what the pages show was changed. It is not kept.',
  'signed.objects': 'Besides the signature, another part of the paper was changed. It is not kept.',
  'signed.twice': 'It is the same paper as another of these files: one is enough.',
  'signed.already': (p: { number: string }) => `Paper ${p.number} has its signed PDF already, and this one adds no signature to it.`,
  'signed.fits': (p: { n: number }) => (p.n === 1 ? 'It is the issued paper plus 1 signature.' : `It is the issued paper plus ${p.n} signatures.`),
  'signed.fitsMore': (p: { n: number }) => `It adds a signature to the one already kept: it has ${p.n} now.`,
  'signed.expired': 'Mind: the certificate of the signer was not valid on the day of signing.',
  'signed.otherName': 'The name of the file is another paper\'s; its content decides.',
} as const
