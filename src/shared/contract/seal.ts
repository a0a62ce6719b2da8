import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, saved, text } from './common.ts'

// The seal of design/SEAL.md, published in docs/sello.md. It is a "sello de autenticidad", never a "firma digital" nor a "CVD".

const base64 = (max: number) => z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/).max(max)

/** An office's root key, public half: the own one, or one that was taken as trustworthy with its fingerprint compared. */
export const sealRoot = z.strictObject({
  id,
  publicKey: base64(44),
  /** Eight words of its SHA-256, as they are printed on certificates. */
  fingerprint: z.string(),
  ruc: z.string(),
  name: text(200),
  isOwn: z.number().int(),
  addedAt: moment,
  removedAt: z.string().nullable(),
})

/** A signing key's bundle, signed by its office's root. Its secret half never enters the database: `core/keeper.ts`. */
export const sealKey = z.strictObject({
  id,
  rootId: id,
  /** Sixteen hexadecimal digits. */
  kid: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: base64(44),
  ruc: z.string(),
  ubigeo: z.string().nullable(),
  /** What the office calls the computer. */
  name: text(120),
  since: moment,
  until: moment,
  compromisedAt: z.string().nullable(),
  /** The signed bundle as it travels. */
  bundle: base64(2000),
  isOwn: z.number().int(),
  /** Device whose computer holds the secret; null for keys of other offices. */
  device: z.string().nullable(),
  /** Last serial given with this key. */
  lastSerial: z.number().int().nonnegative(),
  removedAt: z.string().nullable(),
})

/** A signed annulment list, the office's own or another's. The newest of each signer counts. */
export const sealList = z.strictObject({ id, ruc: z.string(), rootId: id, kid: z.string(), issuedAt: moment, nextAt: moment, bytes: base64(400_000), isOwn: z.number().int(), removedAt: z.string().nullable() })

/** Four answers and no other: Auténtico, Anulado, No auténtico, No se puede comprobar. */
export const sealAnswer = z.enum(['authentic', 'annulled', 'notAuthentic', 'cannotCheck'])

/** What a seal says, to be compared with the paper. */
export const sealFacts = z.strictObject({
  issuerRuc: z.string(),
  issuerName: z.string().nullable(),
  kind: z.string().nullable(),
  name: z.string().nullable(),
  document: z.string().nullable(),
  action: z.string().nullable(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  hours: z.number().int().nullable(),
  number: z.string().nullable(),
  serial: z.number().int().nullable(),
  signer: z.string().nullable(),
  resolution: z.string().nullable(),
  grade: z.string().nullable(),
  issuedAt: moment,
  expiresAt: moment.nullable(),
})

export const verification = z.strictObject({
  answer: sealAnswer,
  /** Why, and what to do, as sentences. */
  reasons: z.array(z.string()),
  facts: sealFacts.nullable(),
  /** The code that the paper must bear. */
  code: z.string().nullable(),
  /** The key that sealed, with its office as it is known here. */
  key: z.strictObject({ kid: z.string(), name: z.string(), officeName: z.string(), fingerprint: z.string(), isOwn: z.boolean() }).nullable(),
  /** Date of the newest list asked; a verifier always shows it. */
  listDate: z.string().nullable(),
  listIsStale: z.boolean(),
  /** The register's own entry, when the paper is of this office. */
  certificate: z.strictObject({ id, number: z.string(), state: z.enum(['valid', 'replaced', 'annulled']), replacedBy: z.string().nullable(), annulledBecause: z.string().nullable() }).nullable(),
  /** For a PDF: whether it is byte for byte what was issued, that plus signatures, or something else; null for the rest. */
  file: z.enum(['asIssued', 'signed', 'differs']).nullable(),
})
export type Verification = z.output<typeof verification>

export const seal = {
  /** Where the office stands: whether papers can be sealed from this computer, and what is missing. */
  state: query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** `noRuc`: say it in the office's data first. `noRoot`: never prepared. `noKey`: this computer has no key. `expired`, `expiring` (30 days), `ready`. */
      state: z.enum(['noRuc', 'noRoot', 'noKey', 'expired', 'expiring', 'ready']),
      root: sealRoot.omit({ removedAt: true, publicKey: true }).nullable(),
      keys: z.array(sealKey.omit({ removedAt: true, bundle: true, publicKey: true }).extend({ isHere: z.boolean(), sealed: z.number().int(), annulled: z.number().int() })),
      offices: z.array(sealRoot.omit({ removedAt: true, publicKey: true }).extend({ keys: z.number().int(), listDate: z.string().nullable() })),
      list: z.object({ issuedAt: moment, nextAt: moment, annulled: z.number().int(), isStale: z.boolean(), isBehind: z.boolean() }).nullable(),
    }),
    reads: ['seal', 'entity', 'certificates'],
  }),
  /** First use: makes the root and this computer's key, and the sheet of the root to be printed twice. Its words are shown nowhere else. */
  prepare: job({
    input: z.strictObject({ computerName: text(120) }),
    output: z.strictObject({ act: id, fingerprint: z.string(), sheet: fileRef, words: z.array(z.string()).length(24) }),
    changes: ['seal'],
  }),
  /** A new key for this computer, signed by the root whose 24 words are typed. Refused, saying which word is wrong. */
  renew: job({ input: z.strictObject({ computerName: text(120), words: z.string().max(600) }), output: saved, changes: ['seal'] }),
  /** The root says that a key was stolen or copied since that moment; its later seals are not authentic, its earlier ones cannot be checked without the register. */
  markCompromised: job({ input: z.strictObject({ keyId: id, since: moment, words: z.string().max(600) }), output: saved, changes: ['seal'] }),
  /** The office's bundles and list as one file, for other offices; and another office's, taken in with its fingerprint compared by eye. */
  exportOffice: job({ input: z.strictObject({}), output: fileRef, changes: [] }),
  readOffice: job({
    input: z.strictObject({ file: fileRef }),
    output: z.strictObject({ name: z.string(), ruc: z.string(), fingerprint: z.string(), isKnown: z.boolean(), keys: z.number().int(), listDate: z.string().nullable(), problems: z.array(z.string()) }),
    changes: [],
  }),
  trustOffice: job({ input: z.strictObject({ file: fileRef }), output: saved, changes: ['seal'] }),
  distrustOffice: command({ input: z.strictObject({ rootId: id }), output: saved, changes: ['seal'] }),
  /** Signs today's annulment list, and gives it as a PDF with its QR for the notice board. */
  publishList: job({ input: z.strictObject({ nextOn: isoDate }), output: z.strictObject({ act: id, sheet: fileRef, annulled: z.number().int(), issuedAt: moment }), changes: ['seal'] }),
  /** The verifier page with the office's bundles and list inside: one file that needs no internet. */
  saveVerifier: job({ input: z.strictObject({}), output: fileRef, changes: [] }),
  /** What was pasted, scanned by a USB reader, or typed: a seal's digits anywhere in a text, or number, RUC and code. */
  verify: query({
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000) }),
      z.strictObject({ kind: z.literal('typed'), number: z.string().max(120), ruc: z.string().max(20), code: z.string().max(40) }),
    ]),
    output: verification,
    reads: ['seal', 'certificates'],
  }),
  /** Images and PDFs, one or a whole folder of them, each with its answer. What cannot be read says why. */
  verifyFiles: job({
    input: z.strictObject({ files: z.array(fileRef).min(1).max(2000) }),
    output: z.strictObject({ rows: z.array(z.strictObject({ name: z.string(), page: z.number().int().nullable(), verification: verification.nullable(), problem: z.string().nullable() })) }),
    changes: [],
  }),
  /** The table of results as an Excel file. */
  reportFiles: job({ input: z.strictObject({ files: z.array(fileRef).min(1).max(2000) }), output: fileRef, changes: [] }),
}
