import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, isoDate, moment, optionalText, saved, text } from './common.ts'

/** What a file can be kept with: it proves that record, or is its text. */
export const attachmentOwner = z.enum(['agreements', 'agreementAddenda', 'commitments', 'commitmentItems', 'initiatives', 'followUps', 'resultRows', 'indicators', 'actuals', 'expenses', 'personTraits', 'directoryConsents'])

/** A file kept with a record: text of an agreement, evidence of a product, means of verification of a figure. */
export const attachment = z.strictObject({
  id,
  assetId: id,
  owner: attachmentOwner,
  ownerId: id,
  /** What it is, for the list of annexes: "Acta de acreditación de la comunidad". The file's name where nobody said. */
  title: text(200),
  /** The day that the document bears. */
  datedOn: isoDate.nullable(),
  note: optionalText(500),
  addedAt: moment,
  removedAt: z.string().nullable(),
})

export const attachmentSeen = attachment.omit({ removedAt: true, assetId: true }).extend({ fileName: z.string(), fileType: z.string(), bytes: z.number().int() })

export const attachments = {
  /** Of one record, in the order they were added. */
  list: query({ input: z.strictObject({ owner: attachmentOwner, ownerId: id }), output: z.array(attachmentSeen), reads: ['attachments'] }),
  /** Keeps any file with a record. The same file twice with one record is kept once. */
  add: job({
    input: z.strictObject({ file: fileRef, owner: attachmentOwner, ownerId: id, title: optionalText(200).default(null), datedOn: isoDate.nullable().default(null), note: optionalText(500).default(null) }),
    output: saved,
    changes: ['attachments'],
  }),
  update: command({ input: z.strictObject({ id, fields: attachment.pick({ title: true, datedOn: true, note: true }).partial() }), output: saved, changes: ['attachments'] }),
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['attachments'] }),
  /** The file as it came. */
  file: job({ input: z.strictObject({ id }), output: fileRef, changes: [] }),
}
