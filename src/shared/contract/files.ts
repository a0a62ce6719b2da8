import { z } from 'zod'
import { job } from '../rpc/define.ts'
import { fileRef } from '../rpc/wire.ts'
import { done } from './common.ts'

/** What a person does with a file that the app made. `inPage`: the page itself must do it (a browser). */
export const files = {
  /** Opens a file that the app made with the program the computer has for it. */
  open: job({ input: z.strictObject({ file: fileRef }), output: z.strictObject({ inPage: z.boolean() }), changes: [] }),
  reveal: job({ input: z.strictObject({ file: fileRef }), output: done, changes: [] }),
  print: job({ input: z.strictObject({ file: fileRef }), output: z.strictObject({ inPage: z.boolean() }), changes: [] }),
  /** Lets the person choose where a copy goes. `inPage`: the page itself offers the download. */
  saveCopy: job({ input: z.strictObject({ file: fileRef }), output: z.strictObject({ inPage: z.boolean(), saved: z.boolean() }), changes: [] }),
}
