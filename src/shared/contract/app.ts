import { z } from 'zod'
import { command, job, query } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { done, id, moment } from './common.ts'

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
      /** Groups with people but no certificate yet. */
      cohortsToCertify: z.array(z.strictObject({ id, name: z.string(), edition: z.string(), people: z.number().int() })),
      withoutDocument: z.number().int(),
      /** The latest papers given, one line per group and moment. */
      lastIssues: z.array(z.strictObject({ cohortId: id, name: z.string(), edition: z.string(), at: moment, certificates: z.number().int() })),
      lastImports: z.array(z.strictObject({ id, fileName: z.string(), at: moment, created: z.number().int(), rows: z.number().int() })),
    }),
    reads: ['*'],
  }),
}

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

export const files = {
  /** Opens a file that the app made with the program the computer has for it. */
  open: job({ input: z.strictObject({ file: fileRef }), output: z.strictObject({ inPage: z.boolean() }), changes: [] }),
  reveal: job({ input: z.strictObject({ file: fileRef }), output: done, changes: [] }),
  print: job({ input: z.strictObject({ file: fileRef }), output: z.strictObject({ inPage: z.boolean() }), changes: [] }),
  /** Lets the person choose where a copy goes. `inPage`: the page itself offers the download. */
  saveCopy: job({ input: z.strictObject({ file: fileRef }), output: z.strictObject({ inPage: z.boolean(), saved: z.boolean() }), changes: [] }),
}
