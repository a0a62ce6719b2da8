import { createHash } from 'node:crypto'
import type { Skeleton } from './pack.ts'

// How a paper is kept: faces, artwork and images are the same bytes in every paper of a batch and are kept once; so is the
// skeleton of the file. What is left of one paper are its page's own operators and what its skeleton says differently.

/** A file taken apart: the stretches that are its own, and between each two of them a stretch that others share. */
export interface Apart {
  readonly own: readonly Uint8Array[]
  readonly shared: readonly Uint8Array[]
}

/** Shared stretches of one file and its skeleton: what papers of one look have in common. Kept once, as bytes. */
export interface Frame {
  /** SHA-256 of the shared stretches, in their order. */
  readonly parts: readonly string[]
  /** Its own stretches. */
  readonly skeleton: Skeleton
}

/** Streams shorter than this stay where they are: naming them would take as much. */
const leastShared = 200

/**
 * Takes a PDF apart at its streams. Pages' operators and what is said about the file stay its own; every other stream may be
 * shared. A file that is written otherwise than expected stays in one piece: joined again it is the same in any case.
 */
export function takeApart(file: Uint8Array): Apart {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const contents = contentsOf(bytes)
  const own: Uint8Array[] = []
  const shared: Uint8Array[] = []
  let from = 0
  for (const stream of streamsOf(bytes)) {
    if (stream.end - stream.start < leastShared || contents.has(stream.object) || /\/Type\s*\/Metadata\b/.test(stream.dictionary)) continue
    own.push(bytes.subarray(from, stream.start))
    shared.push(bytes.subarray(stream.start, stream.end))
    from = stream.end
  }
  own.push(bytes.subarray(from))
  return { own, shared }
}

interface Stream {
  /** Number of its object. */
  readonly object: string
  readonly dictionary: string
  readonly start: number
  readonly end: number
}

function* streamsOf(bytes: Buffer): Generator<Stream> {
  const opening = Buffer.from('stream\n')
  for (let at = bytes.indexOf(opening); at >= 0; ) {
    const start = at + opening.length
    const head = bytes.lastIndexOf(' obj', at)
    const dictionary = head < 0 ? '' : bytes.toString('latin1', head, at)
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
    const object = /(\d+)\s+\d+$/.exec(bytes.toString('latin1', Math.max(0, head - 24), Math.max(0, head)))?.[1]
    const end = start + length
    if (object !== undefined && Number.isSafeInteger(length) && /^\r?\n?endstream/.test(bytes.toString('latin1', end, end + 12))) {
      yield { object, dictionary, start, end }
      at = bytes.indexOf(opening, end + 12)
    } else at = bytes.indexOf(opening, start)
  }
}

/** Numbers of the objects that hold the operators of pages. */
function contentsOf(bytes: Buffer): ReadonlySet<string> {
  const numbers = new Set<string>()
  for (let at = bytes.indexOf('/Contents'); at >= 0; at = bytes.indexOf('/Contents', at + 9)) {
    const said = bytes.toString('latin1', at + 9, at + 200)
    const list = /^\s*\[([^\]]*)\]/.exec(said)?.[1] ?? /^\s*\d+\s+\d+\s+R/.exec(said)?.[0] ?? ''
    for (const reference of list.matchAll(/(\d+)\s+\d+\s+R/g)) numbers.add(reference[1] ?? '')
  }
  return numbers
}

/** The file again: an own stretch, a shared one, an own one… */
export function putTogether(own: readonly Uint8Array[], shared: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(own.flatMap((stretch, at) => [stretch, shared[at] ?? new Uint8Array()]))
}

/** What later papers of the same look will have in common with this one. */
export function frameOf({ own, shared }: Apart): Frame {
  return { parts: shared.map(digest), skeleton: own }
}

/** A frame as bytes: a line that names the parts and says how long the stretches are, then the stretches. */
export function writeFrame({ parts, skeleton }: Frame): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ parts, lengths: skeleton.map((stretch) => stretch.length) })}\n`), ...skeleton])
}

export function readFrame(bytes: Uint8Array): Frame {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const line = buffer.indexOf(10)
  const { parts, lengths } = JSON.parse(buffer.toString('utf8', 0, line)) as { parts: string[]; lengths: number[] }
  let from = line + 1
  return { parts, skeleton: lengths.map((length) => buffer.subarray(from, (from += length))) }
}

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal. */
export function digest(of: Uint8Array | string): string {
  return createHash('sha256').update(of).digest('hex')
}
