import { utf8Bytes, utf8Text } from './utf8.ts'

/** As much of CBOR (RFC 8949) as seals need: whole numbers, bytes, texts, arrays, and maps whose keys are whole numbers. */
export type Cbor = number | string | Uint8Array | readonly Cbor[] | CborMap
export type CborMap = ReadonlyMap<number, Cbor>

const deepest = 5

/** Deterministic encoding (RFC 8949 §4.2.1): shortest heads, definite lengths, keys in the order of their bytes. */
export function encodeCbor(value: Cbor): Uint8Array {
  const out: number[] = []
  write(out, value)
  return Uint8Array.from(out)
}

function write(out: number[], value: Cbor): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
    if (value >= 0) head(out, 0, value)
    else head(out, 1, -1 - value)
  } else if (typeof value === 'string') {
    const bytes = utf8Bytes(value)
    head(out, 3, bytes.length)
    append(out, bytes)
  } else if (value instanceof Uint8Array) {
    head(out, 2, value.length)
    append(out, value)
  } else if (value instanceof Map) {
    head(out, 5, value.size)
    for (const [key, held] of [...(value as CborMap)].sort(([a], [b]) => byKey(a, b))) {
      write(out, key)
      write(out, held)
    }
  } else {
    head(out, 4, (value as readonly Cbor[]).length)
    for (const one of value as readonly Cbor[]) write(out, one)
  }
}

/** An array of bytes may be too long to be spread into a call. */
function append(out: number[], bytes: Uint8Array): void {
  for (const byte of bytes) out.push(byte)
}

/** Bytewise order of encoded whole numbers: those from zero up, then −1, −2… */
function byKey(a: number, b: number): number {
  return a >= 0 === b >= 0 ? Math.abs(a) - Math.abs(b) : a >= 0 ? -1 : 1
}

function head(out: number[], major: number, value: number): void {
  const first = major << 5
  if (value < 24) out.push(first | value)
  else if (value < 0x100) out.push(first | 24, value)
  else if (value < 0x10000) out.push(first | 25, value >> 8, value & 255)
  else {
    const high = Math.floor(value / 0x1_0000_0000)
    const low = value % 0x1_0000_0000
    out.push(first | (high === 0 ? 26 : 27))
    for (const word of high === 0 ? [low] : [high, low]) out.push(Math.floor(word / 0x100_0000), (word >> 16) & 255, (word >> 8) & 255, word & 255)
  }
}

/** What the bytes hold, when they are one value in deterministic encoding and nothing else; null for anything more, less or other. */
export function decodeCbor(bytes: Uint8Array): Cbor | null {
  try {
    const from = { bytes, at: 0 }
    const value = read(from, 0)
    return from.at === bytes.length ? value : null
  } catch (error) {
    if (error instanceof NotStrict) return null
    throw error
  }
}

class NotStrict extends Error {}

function no(): never {
  throw new NotStrict()
}

interface Source {
  readonly bytes: Uint8Array
  at: number
}

function read(from: Source, depth: number): Cbor {
  if (depth > deepest) no()
  const { major, value } = readHead(from)
  switch (major) {
    case 0:
      return value
    case 1:
      return -1 - value
    case 2:
      return take(from, value).slice()
    case 3:
      return utf8Text(take(from, value)) ?? no()
    case 4: {
      const all: Cbor[] = []
      if (value > from.bytes.length - from.at) no()
      for (let i = 0; i < value; i += 1) all.push(read(from, depth + 1))
      return all
    }
    case 5:
      return readMap(from, value, depth)
    default:
      // Tags, floats, true, false, null.
      return no()
  }
}

function readMap(from: Source, size: number, depth: number): CborMap {
  const map = new Map<number, Cbor>()
  if (size > from.bytes.length - from.at) no()
  let last: number | null = null
  for (let i = 0; i < size; i += 1) {
    const { major, value } = readHead(from)
    if (major > 1) no()
    const key = major === 0 ? value : -1 - value
    // Strictly rising order leaves no room for a key that comes twice.
    if (last !== null && byKey(last, key) >= 0) no()
    last = key
    map.set(key, read(from, depth + 1))
  }
  return map
}

function take(from: Source, length: number): Uint8Array {
  if (length > from.bytes.length - from.at) no()
  const part = from.bytes.subarray(from.at, from.at + length)
  from.at += length
  return part
}

function readHead(from: Source): { major: number; value: number } {
  const first = take(from, 1)[0] ?? 0
  const major = first >> 5
  const info = first & 31
  if (info < 24) return { major, value: info }
  // 28 to 31 are reserved, or an indefinite length.
  if (info > 27) no()
  let value = 0
  for (const byte of take(from, 1 << (info - 24))) value = value * 256 + byte
  const least = [24, 0x100, 0x10000, 0x1_0000_0000][info - 24] ?? 0
  if (value < least || !Number.isSafeInteger(value)) no()
  // −1 − value must be exact too.
  if (major === 1 && value === Number.MAX_SAFE_INTEGER) no()
  return { major, value }
}
