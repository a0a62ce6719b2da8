import { z } from 'zod'
import { wireError } from './errors.ts'

/** A call on its way to the core. `id` is chosen by the caller: progress and cancel refer to it. */
export const wireRequest = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(3).max(80),
  input: z.unknown(),
  /** In which the caller reads sentences; the host's own when not given. */
  language: z.enum(['es', 'en']).optional(),
})
export type WireRequest = z.infer<typeof wireRequest>

export const wireAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: wireError }),
])
export type WireAnswer = z.infer<typeof wireAnswer>

/** How far a job is. `total` is 0 while it is not known. `note` is a sentence for the person. */
export const progress = z.object({
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  note: z.string(),
})
export type Progress = z.infer<typeof progress>

/** What the core tells without being asked. */
export const wireNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), topics: z.array(z.string()) }),
  z.object({ kind: z.literal('progress'), id: z.string(), progress }),
])
export type WireNews = z.infer<typeof wireNews>

/** A file that crossed the wire or was made by the app: screens hold this, never a path. */
export const fileRef = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(255),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  type: z.enum(['pdf', 'xlsx', 'csv', 'zip', 'png', 'jpg', 'folder', 'other']),
})
export type FileRef = z.infer<typeof fileRef>

/** What carries calls to the core: IPC, loopback HTTP, or the core itself in a test. */
export interface Transport {
  call(request: WireRequest): Promise<WireAnswer>
  cancel(id: string): void
  onNews(listener: (news: WireNews) => void): () => void
  /** Hands a file from outside to the core. */
  send(name: string, bytes: Uint8Array): Promise<FileRef>
  /** The bytes of a file that the core made. */
  fetch(file: FileRef): Promise<Uint8Array>
}
