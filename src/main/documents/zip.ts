import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { uniqueNames } from '../../shared/domain/file-names.ts'

export type NamedFile = {
  /** A name, or folders and a name with `/` between; made safe for Windows and unique in the archive. */
  readonly name: string
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
}

/** What is deflated inside already: squeezing it again costs time and gains nothing. */
const SQUEEZED = /\.(pdf|xlsx|docx|png|jpe?g|zip)$/i
/** The ZIP format without its 64-bit extension counts entries and places in 16 and 32 bits (APPNOTE 4.4.1.4). */
const MOST_ENTRIES = 65_535
const MOST_BYTES = 0xffff_ffff
const PIECE = 256 * 1024

/**
 * The files as one ZIP, in pieces, drawn only as fast as they are taken and holding one file at a time.
 * `day` (YYYY-MM-DD) is every entry's date, so that the same files are the same bytes.
 * Throws what a file throws, and RangeError where the ZIP format ends (65,535 files, 4 GB): an archive that was not
 * given to its end has no directory and must not be kept.
 */
export async function* zipped(
  files: Iterable<NamedFile> | AsyncIterable<NamedFile>,
  day: string,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, piece) => {
    if (error) failure = error
    else ready.push(piece)
  })
  const nameOf = uniqueNames()
  const mtime = localMidnight(day)
  let entries = 0
  let bytes = 0

  function* take(): Generator<Uint8Array> {
    if (failure) throw failure
    for (const piece of ready.splice(0)) {
      bytes += piece.length
      if (bytes > MOST_BYTES) throw new RangeError('A ZIP file ends at 4 GB')
      yield piece
    }
  }

  for await (const file of files) {
    if (++entries > MOST_ENTRIES) throw new RangeError('A ZIP file ends at 65,535 files')
    const name = nameOf(file.name)
    const entry = SQUEEZED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = mtime
    zip.add(entry)
    for await (const piece of pieces(file.bytes)) {
      entry.push(piece)
      yield* take()
    }
    entry.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  yield* take()
}

/** ZIP keeps the wall clock without a zone, and fflate reads the local one. */
function localMidnight(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

async function* pieces(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (!(bytes instanceof Uint8Array)) return yield* bytes
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}
