import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { id, sha256, text } from './common.ts'

/** An image kept inside the database, once per content. */
export const asset = z.strictObject({
  id,
  sha256,
  name: text(200),
  type: z.enum(['png', 'jpg']),
  /** Pixels. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.instanceof(Uint8Array),
  removedAt: z.string().nullable(),
})
const assetSeen = asset.omit({ bytes: true, removedAt: true, sha256: true })

export const assets = {
  /** Takes a PNG or JPG in; the same image twice is one asset. Refused when it is no image or is too large. */
  add: job({ input: z.strictObject({ file: fileRef }), output: assetSeen, changes: ['assets'] }),
  get: query({ input: z.strictObject({ id }), output: assetSeen.extend({ dataUrl: z.string() }), reads: ['assets'] }),
}
