import type { AnyFrozen } from '../../../shared/contract/frozen.ts'

// What passes between the batch and its drawing thread. Plain data: structured clone carries it.

export type Request =
  /** Begins a batch: images by SHA-256, decoded once. Whatever was open before is dropped. */
  | { readonly kind: 'open'; readonly assets: ReadonlyMap<string, Uint8Array> }
  /** Certificates as files of their own, answered in the same order. */
  | { readonly kind: 'separate'; readonly records: readonly AnyFrozen[] }
  /** The next certificates of the file to print; answered with the bytes so far, perhaps none. */
  | { readonly kind: 'print'; readonly records: readonly AnyFrozen[] }
  /** The end of the file to print. */
  | { readonly kind: 'finish' }

export type Answer =
  | { readonly kind: 'done'; readonly files: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
