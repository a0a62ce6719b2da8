import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FoundCode, Wanted } from './scan-codes.ts'
import { ScanFailure } from './scan-failure.ts'
import type { ScanType } from './scan-pages.ts'
import type { ScanReply, ScanRequest } from './scan-worker.ts'

export type { FoundCode } from './scan-codes.ts'
export type { ScanType } from './scan-pages.ts'

/** Milliseconds that a page may take; a page that takes more was made to. */
const patience = 60_000

export interface ScanOptions {
  readonly signal?: AbortSignal
  /** Pages that a file may have. */
  readonly mostPages: number
  /** Whether it waits for more between asks, without keeping the program open. */
  readonly isKeptWarm?: boolean
}

/** Reads scans and photographs in a thread of its own, one file and one page at a time. */
export interface Scanner {
  /** Opens a file and tells its pages, and the quarter turns that set its pictures upright as far as the camera told. Throws a `ScanFailure`. */
  open(bytes: Uint8Array, type: ScanType): Promise<{ pages: number; turns: number }>
  /** The QR codes on a page (from 1) of the open file, sought until one is what is wanted: the code of a sheet, unless told. Throws a `ScanFailure`. */
  codes(page: number, wanted?: Wanted): Promise<readonly FoundCode[]>
  /** A page as a PNG, turned clockwise by quarter turns. Throws a `ScanFailure`. */
  picture(page: number, turns: number, dpi: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Who opens it closes it. An abort throws the signal's reason out of whatever is being asked. */
export function openScanner({ signal, mostPages, isKeptWarm = false }: ScanOptions): Scanner {
  let worker: Worker | null = null
  const end = async (): Promise<void> => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  const ask = async <K extends ScanReply['kind']>(request: ScanRequest, kind: K): Promise<Extract<ScanReply, { kind: K }>> => {
    signal?.throwIfAborted()
    worker ??= new Worker(new URL(`./scan-worker${extname(import.meta.url)}`, import.meta.url), { name: 'scan', resourceLimits: { maxOldGenerationSizeMb: 512 } })
    worker.ref()
    const asked = worker
    const reply = await replyOf(asked, request, signal).catch(async (error: unknown) => {
      // A thread that is stuck or dead answers nothing more: the next file gets a new one.
      await end()
      signal?.throwIfAborted()
      throw error
    })
    if (isKeptWarm) asked.unref()
    if (reply.kind === 'failed') throw new ScanFailure(reply.problem, reply.pages)
    if (reply.kind !== kind) throw new Error(`the scanner was asked for ${kind} and said ${reply.kind}`)
    return reply as Extract<ScanReply, { kind: K }>
  }
  return {
    open: async (bytes, type) => {
      const { pages, turns } = await ask({ kind: 'open', bytes, type, mostPages }, 'opened')
      return { pages, turns }
    },
    codes: async (page, wanted = 'sheet') => (await ask({ kind: 'codes', page, wanted }, 'codes')).codes,
    picture: async (page, turns, dpi) => (await ask({ kind: 'picture', page, turns, dpi }, 'picture')).png,
    close: end,
  }
}

async function replyOf(worker: Worker, request: ScanRequest, signal: AbortSignal | undefined): Promise<ScanReply> {
  const stop = new AbortController()
  const given = signal === undefined ? [] : [signal]
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    // `once` throws what the thread throws ('error'), and the reason of the signal.
    const reply = once(worker, 'message', { signal: AbortSignal.any([stop.signal, ...given]) })
    worker.postMessage(request)
    return ((await reply) as [ScanReply])[0]
  } catch (error) {
    if (stop.signal.aborted || isOutOfMemory(error)) throw new ScanFailure('too-slow')
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && ('code' in error ? error.code === 'ERR_WORKER_OUT_OF_MEMORY' : error instanceof RangeError)
}
