import { z } from 'zod'
import { query } from '../rpc/define.ts'
import { id } from './common.ts'

export const search = {
  /** People, groups and certificates at once: for the search box above every screen. */
  everywhere: query({
    input: z.strictObject({ text: z.string().max(120) }),
    output: z.strictObject({
      people: z.array(z.strictObject({ id, name: z.string(), document: z.string().nullable() })),
      cohorts: z.array(z.strictObject({ id, name: z.string(), edition: z.string() })),
      certificates: z.array(z.strictObject({ id, number: z.string(), name: z.string() })),
    }),
    reads: ['people', 'programmes', 'certificates'],
  }),
}
