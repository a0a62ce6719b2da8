import { z } from 'zod'
import { job, query } from '../rpc/define.ts'
import { done } from './common.ts'

export const app = {
  about: query({
    input: z.strictObject({}),
    output: z.strictObject({ version: z.string(), engine: z.enum(['sqlite', 'postgres']), folder: z.string(), example: z.boolean(), today: z.string(), who: z.string() }),
    reads: ['*'],
  }),
  /** Opens the example office in a database of its own, filling it the first time. The office's own data is not touched. */
  openExample: job({ input: z.strictObject({}), output: done, changes: ['*'] }),
  leaveExample: job({ input: z.strictObject({}), output: done, changes: ['*'] }),
}
