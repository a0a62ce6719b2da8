// The part of CBOR (RFC 8949) that the seal's format uses, read strictly: definite lengths, shortest heads, keys in
// ascending order, no tags, no floats. What passes has one encoding alone, so no byte can change unseen.

export type CborMap = ReadonlyMap<number, CborValue>
export type CborValue = number | string | Uint8Array | readonly CborValue[] | CborMap

/** What was read is not written as the format says. The message is for who mends programs, not for the screen. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Maps and arrays inside one another. */
const LEVELS = 5
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

interface Head {
  readonly major: number
  readonly value: number
}

/** The one value that the bytes are. Throws `Malformed` when they are anything else, or anything stands behind it. */
export function readCbor(bytes: Uint8Array): CborValue {
  const cursor = { bytes, at: 0 }
  const value = readValue(cursor, 0)
  if (cursor.at !== bytes.length) throw new Malformed('bytes behind the value')
  return value
}

function readValue(cursor: Cursor, depth: number): CborValue {
  const head = readHead(cursor)
  if (head.major > 3 && depth >= LEVELS) throw new Malformed('nested too deep')
  switch (head.major) {
    case 0:
      return head.value
    case 1:
      throw new Malformed('a negative number that is no key')
    case 2:
      return take(cursor, head.value)
    case 3:
      return readText(take(cursor, head.value))
    case 4:
      return readArray(cursor, head.value, depth)
    case 5:
      return readMap(cursor, head.value, depth)
    default:
      throw new Malformed('a tag, float or simple value')
  }
}

/** Initial byte and argument (RFC 8949, 3), refused when a shorter one says the same (4.2.1). */
function readHead(cursor: Cursor): Head {
  const first = take(cursor, 1)[0] ?? 0
  const major = first >> 5
  const info = first & 31
  if (info < 24) return { major, value: info }
  if (info > 27) throw new Malformed('an indefinite or reserved length')
  const size = 1 << (info - 24)
  const value = take(cursor, size).reduce((sum, byte) => sum * 256 + byte, 0)
  if (!Number.isSafeInteger(value)) throw new Malformed('a number too large')
  if (value < (size === 1 ? 24 : 2 ** (size * 4))) throw new Malformed('a length or number not in its shortest form')
  return { major, value }
}

function take(cursor: Cursor, count: number): Uint8Array {
  if (count > cursor.bytes.length - cursor.at) throw new Malformed('bytes missing')
  cursor.at += count
  return cursor.bytes.subarray(cursor.at - count, cursor.at)
}

function readText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Malformed('a text that is not UTF-8')
  }
}

function readArray(cursor: Cursor, count: number, depth: number): readonly CborValue[] {
  const values: CborValue[] = []
  for (let left = count; left > 0; left -= 1) values.push(readValue(cursor, depth + 1))
  return values
}

function readMap(cursor: Cursor, count: number, depth: number): CborMap {
  const map = new Map<number, CborValue>()
  let before: Uint8Array | null = null
  for (let left = count; left > 0; left -= 1) {
    const start = cursor.at
    const head = readHead(cursor)
    if (head.major > 1) throw new Malformed('a key that is no integer')
    const encoded = cursor.bytes.subarray(start, cursor.at)
    if (before !== null && !isBefore(before, encoded)) throw new Malformed('keys repeated or out of order')
    before = encoded
    map.set(head.major === 0 ? head.value : -1 - head.value, readValue(cursor, depth + 1))
  }
  return map
}

/** Whether one encoded key stands before another, byte by byte (RFC 8949, 4.2.1). */
function isBefore(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return one.length < other.length
}
