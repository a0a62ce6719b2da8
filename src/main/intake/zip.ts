import { crc32, createInflateRaw } from 'node:zlib'
import * as yauzl from 'yauzl'
import { failure, IntakeFailure } from './failures.ts'
import type { Limits } from './table.ts'

/** A zip behind its guard: nothing is inflated but what is asked for, and every byte that comes out is counted. */
export interface GuardedZip {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Deflated bytes of an entry; 0 when there is none. */
  deflatedBytes(name: string): number
  /** The bytes of an entry, piece by piece. Throws `bomb` or `damaged`. */
  read(name: string): AsyncGenerator<Buffer>
}

/**
 * Opens a zip held in memory. Headers lie, so they are only a first sieve (entries, declared sizes);
 * what counts is counted while inflating: total bytes, ratio, declared size, check sum.
 * Throws `bomb`, `damaged` or `password` (an encrypted entry).
 * @param onBytes deflated bytes taken since the last call
 */
export async function openZip(
  bytes: Buffer, file: string, limits: Limits, onBytes: (count: number) => void,
): Promise<GuardedZip> {
  const { zip, entries } = await entriesOf(bytes, file, limits)
  let inflatedSoFar = 0

  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) throw failure('damaged', { file, part: name })
    const deflated = await deflatedSlice(zip, entry, bytes, file)
    let inflated = 0
    let check = 0
    for await (const piece of inflatedPieces(entry, deflated, file, onBytes)) {
      inflated += piece.length
      inflatedSoFar += piece.length
      const lies = inflated > entry.uncompressedSize
      const swells = inflated > limits.ratioFrom && inflated > deflated.length * limits.ratio
      if (lies || swells || inflatedSoFar > limits.inflatedBytes) throw failure('bomb', { file, part: entry.fileName })
      check = crc32(piece, check)
      yield piece
    }
    if (inflated !== entry.uncompressedSize || check !== entry.crc32) throw failure('damaged', { file, part: entry.fileName })
  }

  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    deflatedBytes: (name) => entries.get(name.toLowerCase())?.compressedSize ?? 0,
    read,
  }
}

/** The central directory, by name in lower case: some programs write one case in the parts and another in the relations. */
async function entriesOf(bytes: Buffer, file: string, limits: Limits) {
  const entries = new Map<string, yauzl.Entry>()
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
    if (zip.entryCount > limits.entries) throw failure('bomb', { file, part: String(zip.entryCount) })
    let declared = 0
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize
      if (declared > limits.inflatedBytes) throw failure('bomb', { file, part: entry.fileName })
      if (entry.isEncrypted()) throw failure('password', { file })
      if (entries.has(entry.fileName.toLowerCase())) throw failure('damaged', { file, part: entry.fileName })
      entries.set(entry.fileName.toLowerCase(), entry)
    }
    return { zip, entries }
  } catch (error) {
    if (error instanceof IntakeFailure) throw error
    throw failure('damaged', { file, part: 'zip' })
  }
}

async function deflatedSlice(zip: yauzl.ZipFile, entry: yauzl.Entry, bytes: Buffer, file: string): Promise<Buffer> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const slice = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    if (slice.length === entry.compressedSize) return slice
  } catch {
    // Said below, with the part's name.
  }
  throw failure('damaged', { file, part: entry.fileName })
}

const PIECE = 256 * 1024

async function* inflatedPieces(
  entry: yauzl.Entry, deflated: Buffer, file: string, onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
  if (entry.compressionMethod === 0) {
    for (let at = 0; at < deflated.length; at += PIECE) {
      const piece = deflated.subarray(at, at + PIECE)
      onBytes(piece.length)
      yield piece
    }
    return
  }
  if (entry.compressionMethod !== 8) throw failure('damaged', { file, part: entry.fileName })
  const inflate = createInflateRaw({ chunkSize: PIECE })
  let taken = 0
  try {
    inflate.end(deflated)
    for await (const piece of inflate) {
      onBytes(inflate.bytesWritten - taken)
      taken = inflate.bytesWritten
      yield piece as Buffer
    }
  } catch (error) {
    if (error instanceof IntakeFailure) throw error
    throw failure('damaged', { file, part: entry.fileName })
  } finally {
    inflate.destroy()
  }
}
