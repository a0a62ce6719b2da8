import { z } from 'zod'
import { query } from '../rpc/define.ts'
import { id, moment } from './common.ts'

export const home = {
  /** What there is, and what to do next. */
  overview: query({
    input: z.strictObject({}),
    output: z.strictObject({
      people: z.number().int(),
      organisations: z.number().int(),
      cohorts: z.number().int(),
      certificates: z.number().int(),
      entityReady: z.boolean(),
      signatoriesReady: z.boolean(),
      /** Groups with people but no certificate yet. `isReleased`: its record of results is closed, or it needs none. */
      cohortsToCertify: z.array(z.strictObject({ id, name: z.string(), edition: z.string(), people: z.number().int(), isReleased: z.boolean() })),
      withoutDocument: z.number().int(),
      /** The latest papers given, one line per group and moment. */
      lastIssues: z.array(z.strictObject({ cohortId: id, name: z.string(), edition: z.string(), at: moment, certificates: z.number().int() })),
      lastImports: z.array(z.strictObject({ id, fileName: z.string(), at: moment, created: z.number().int(), rows: z.number().int() })),
    }),
    reads: ['*'],
  }),
}
