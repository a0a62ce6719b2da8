import { z } from 'zod'
import { exampleProgrammes } from '../domain/example-programmes.ts'
import { job, query } from '../rpc/define.ts'

/** The five programmes that come as examples, each complete from its roster to its report. All people in them are invented. */
export const examples = {
  list: query({ input: z.strictObject({}), output: z.array(z.strictObject({ name: z.enum(exampleProgrammes), title: z.string(), summary: z.string(), people: z.number().int(), isLoaded: z.boolean() })), reads: ['*'] }),
  /** Loads one into the example office. Refused in the office's own data, and when it is there already. */
  load: job({ input: z.strictObject({ name: z.enum(exampleProgrammes) }), output: z.strictObject({ editionId: z.uuid(), frameId: z.uuid(), reportId: z.uuid() }), changes: ['*'] }),
}
