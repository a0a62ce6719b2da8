import { z } from 'zod'
import { command, query } from '../rpc/define.ts'
import { id, moment } from './common.ts'

/** One entry of the change log: append-only, one chain of hashes per office computer. */
export const changeEntry = z.strictObject({
  /** The office computer that wrote it, and its own count. */
  device: id,
  number: z.number().int().positive(),
  at: moment,
  who: z.string(),
  /** All entries of one transaction share it. */
  act: id,
  entity: z.string(),
  entityId: id,
  /** '' for the whole record (created). */
  field: z.string(),
  /** JSON. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  hash: z.string(),
})

export const history = {
  /** Changes of one record, latest first. */
  of: query({
    input: z.strictObject({ entity: z.string().max(40), id }),
    output: z.array(changeEntry.omit({ device: true, number: true, hash: true })),
    reads: ['*'],
  }),
  /** Takes back everything that one act changed; what was edited since stays, and is listed. */
  undo: command({
    input: z.strictObject({ act: id }),
    output: z.strictObject({ act: id, undone: z.number().int(), kept: z.array(z.strictObject({ entity: z.string(), id, field: z.string() })) }),
    changes: ['*'],
  }),
}
