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
} as const
