import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, moment } from './common.ts'

/** What one signature inside a PDF says, and what could be checked of it without internet. */
const pdfSignature = z.strictObject({
  signer: z.string(),
  /** DNI or RUC in the certificate, when it has one. */
  document: z.string().nullable(),
  issuer: z.string(),
  signedAt: z.string().nullable(),
  /** The file is byte for byte what was signed, and the signature fits the certificate's key. */
  isIntact: z.boolean(),
  validFrom: moment,
  validTo: moment,
  /** The chain up to the State's root is never checked here: the platform's validator does that. */
  isWithinValidity: z.boolean(),
})

const ids = z.array(id).min(1).max(20_000)

export const signedFiles = {
  /** A folder of PDFs as they were issued, with a list of them, for ReFirma or Firma Perú. */
  exportFolder: job({ input: z.strictObject({ certificateIds: ids }), output: fileRef, changes: [] }),
  /** Looks at what came back: each file with the certificate it is, its signatures, and why it is refused where it is. Nothing is kept. */
  read: job({
    input: z.strictObject({ files: z.array(fileRef).min(1).max(2000) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          file: fileRef,
          name: z.string(),
          certificateId: id.nullable(),
          number: z.string().nullable(),
          personName: z.string().nullable(),
          signatures: z.array(pdfSignature),
          /** `fits`: the same document plus signatures. `outOfForce`: it was replaced or annulled since. */
          verdict: z.enum(['fits', 'unsigned', 'changed', 'unknown', 'unreadable', 'already', 'outOfForce']),
          reason: z.string(),
        }),
      ),
    }),
    changes: [],
  }),
  /** Keeps those that fit as the papers of record. Each file is judged again. */
  takeBack: job({ input: z.strictObject({ files: z.array(fileRef).min(1).max(2000) }), output: z.strictObject({ act: id.nullable(), kept: z.number().int(), leftOut: z.array(z.strictObject({ name: z.string(), reason: z.string() })) }), changes: ['delivery', 'certificates', 'assets'] }),
  /** The signed PDF of a certificate, as it came back. */
  open: job({ input: z.strictObject({ certificateId: id }), output: fileRef, changes: [] }),
}

export const credentials = {
  /** Open Badges 3.0 / W3C Verifiable Credential (JSON) with a Data Integrity proof by the key of the seal: one file, or a ZIP of several. */
  export: job({ input: z.strictObject({ certificateIds: ids }), output: fileRef, changes: [] }),
  /** Whether such a file holds: the proof, the key, the annulment list. */
  verify: query({ input: z.strictObject({ json: z.string().max(200_000) }), output: z.strictObject({ isValid: z.boolean(), reasons: z.array(z.string()) }), reads: ['seal'] }),
}
