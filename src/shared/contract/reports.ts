import { z } from 'zod'
import { job } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { certificateFilter } from './certificates.ts'
import { id } from './common.ts'

/** Excel to work on, PDF to hand in. */
export const reportFormat = z.enum(['xlsx', 'pdf'])

/** Lists and registers that go out, each with its totals by sex, kind of organisation and region. */
export const reports = {
  /** Who takes part in a group, or in all groups of an edition. */
  participants: job({
    input: z.strictObject({ cohortId: id.optional(), editionId: id.optional(), format: reportFormat }),
    output: fileRef,
    changes: [],
  }),
  /** The certificate register, as the filter shows it. */
  register: job({ input: certificateFilter.extend({ format: reportFormat }), output: fileRef, changes: [] }),
}
