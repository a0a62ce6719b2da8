import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, sha256, text } from './common.ts'

/** A file kept inside the database, once per content: images of the papers, and evidence of any kind. */
export const asset = z.strictObject({
  id,
  sha256,
  name: text(200),
  /** Papers show PNG and JPG; the others are evidence. */
  type: z.enum(['png', 'jpg', 'pdf', 'csv', 'xlsx', 'other']),
  /** Pixels; 0 for what is no picture. */
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  bytes: z.instanceof(Uint8Array),
  removedAt: z.string().nullable(),
})
const assetSeen = asset.omit({ bytes: true, removedAt: true, sha256: true })

export const assets = {
  /** Images by their SHA-256, for pages that name them so. Those that are not there are left out. */
  byHash: query({ input: z.strictObject({ hashes: z.array(sha256).max(100) }), output: z.array(z.strictObject({ hash: sha256, type: asset.shape.type, width: z.number().int(), height: z.number().int(), dataUrl: z.string() })), reads: ['assets'] }),
  /** Takes a PNG or JPG in; the same image twice is one asset. Refused when it is no image or is too large. */
  add: job({ input: z.strictObject({ file: fileRef }), output: assetSeen.extend({ hash: sha256 }), changes: ['assets'] }),
  get: query({ input: z.strictObject({ id }), output: assetSeen.extend({ dataUrl: z.string() }), reads: ['assets'] }),
}
