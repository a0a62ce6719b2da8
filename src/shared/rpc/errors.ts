import { z } from 'zod'

/** The six ways a call can fail; what each shows is told in docs/arquitectura.md. */
export const errorCode = z.enum(['invalid', 'missing', 'refused', 'cancelled', 'unavailable', 'bug'])
export type ErrorCode = z.infer<typeof errorCode>

export const wireError = z.object({
  code: errorCode,
  /** A sentence for the person, in her language. */
  message: z.string(),
  /** For `invalid`: a sentence for each field, by its path ("people.0.email"). */
  fields: z.record(z.string(), z.string()).optional(),
  /** For `bug`: what to read out on the phone; the log holds the stack under it. */
  ref: z.string().optional(),
})
export type WireError = z.infer<typeof wireError>

/** What every transport rejects with, on either side of the wire. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>> | undefined
  readonly ref: string | undefined

  constructor(error: WireError) {
    super(error.message)
    this.name = 'AppError'
    this.code = error.code
    this.fields = error.fields
    this.ref = error.ref
  }
}
