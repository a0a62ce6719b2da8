// DEFLATE (RFC 1951) by hand: one way for every browser, with a limit that no list can pass.

import { Malformed } from './cbor.ts'

interface Bits {
  readonly bytes: Uint8Array
  /** In bits. */
  at: number
}

/** Codes of a Huffman tree: how many of each length, and the symbols in the order of their codes. */
interface Codes {
  readonly counts: readonly number[]
  readonly symbols: readonly number[]
}

interface Out {
  bytes: Uint8Array
  length: number
  readonly limit: number
}

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577]
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const END = 256

const fixedLengths = codes([...fill(144, 8), ...fill(112, 9), ...fill(24, 7), ...fill(8, 8)])
const fixedDistances = codes(fill(30, 5))

/** The bytes of a raw deflate stream, `limit` at most. Throws `Malformed` when they are more, or the stream is not whole. */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  const bits: Bits = { bytes, at: 0 }
  const out: Out = { bytes: new Uint8Array(Math.min(limit, 4096)), length: 0, limit }
  let isLast = false
  while (!isLast) {
    isLast = read(bits, 1) === 1
    const kind = read(bits, 2)
    if (kind === 0) stored(bits, out)
    else if (kind === 1) compressed(bits, out, fixedLengths, fixedDistances)
    else if (kind === 2) dynamic(bits, out)
    else throw new Malformed('a block of no known kind')
  }
  if (Math.ceil(bits.at / 8) !== bytes.length) throw new Malformed('bytes behind the stream')
  return out.bytes.subarray(0, out.length)
}

function fill(count: number, value: number): number[] {
  return Array.from({ length: count }, () => value)
}

function read(bits: Bits, count: number): number {
  let value = 0
  for (let bit = 0; bit < count; bit += 1) {
    const byte = bits.bytes[bits.at >> 3]
    if (byte === undefined) throw new Malformed('the stream breaks off')
    value |= ((byte >> (bits.at & 7)) & 1) << bit
    bits.at += 1
  }
  return value
}

function put(out: Out, byte: number): void {
  if (out.length >= out.limit) throw new Malformed('larger than allowed')
  if (out.length === out.bytes.length) {
    const larger = new Uint8Array(Math.min(out.limit, out.bytes.length * 2))
    larger.set(out.bytes)
    out.bytes = larger
  }
  out.bytes[out.length] = byte
  out.length += 1
}

function stored(bits: Bits, out: Out): void {
  bits.at = (bits.at + 7) & ~7
  const length = read(bits, 16)
  if ((read(bits, 16) ^ 0xffff) !== length) throw new Malformed('a stored block of two lengths')
  for (let left = length; left > 0; left -= 1) put(out, read(bits, 8))
}

function dynamic(bits: Bits, out: Out): void {
  const literals = read(bits, 5) + 257
  const distances = read(bits, 5) + 1
  const orderLengths = fill(19, 0)
  for (const symbol of CODE_ORDER.slice(0, read(bits, 4) + 4)) orderLengths[symbol] = read(bits, 3)
  const order = codes(orderLengths)
  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const symbol = decode(bits, order)
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 16) lengths.push(...fill(3 + read(bits, 2), lengths.at(-1) ?? refuseRepeat()))
    else lengths.push(...fill(symbol === 17 ? 3 + read(bits, 3) : 11 + read(bits, 7), 0))
  }
  if (lengths.length !== literals + distances) throw new Malformed('lengths past their end')
  compressed(bits, out, codes(lengths.slice(0, literals)), codes(lengths.slice(literals)))
}

function refuseRepeat(): never {
  throw new Malformed('nothing to repeat')
}

function compressed(bits: Bits, out: Out, literals: Codes, distances: Codes): void {
  for (;;) {
    const symbol = decode(bits, literals)
    if (symbol === END) return
    if (symbol < END) put(out, symbol)
    else copy(bits, out, symbol - 257, distances)
  }
}

function copy(bits: Bits, out: Out, lengthAt: number, distances: Codes): void {
  const base = LENGTHS[lengthAt]
  if (base === undefined) throw new Malformed('a length that there is not')
  const length = base + read(bits, LENGTH_BITS[lengthAt] ?? 0)
  const distanceAt = decode(bits, distances)
  const near = DISTANCES[distanceAt]
  if (near === undefined) throw new Malformed('a distance that there is not')
  const distance = near + read(bits, DISTANCE_BITS[distanceAt] ?? 0)
  if (distance > out.length) throw new Malformed('a distance before the beginning')
  for (let left = length; left > 0; left -= 1) put(out, out.bytes[out.length - distance] ?? 0)
}

/** Canonical codes of these lengths by symbol (RFC 1951, 3.2.2); throws when they are more than a tree can hold. */
function codes(lengths: readonly number[]): Codes {
  const counts = fill(16, 0)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  let room = 1
  for (const count of counts.slice(1)) {
    room = room * 2 - count
    if (room < 0) throw new Malformed('codes that overlap')
  }
  const symbols = lengths.map((length, symbol) => ({ length, symbol })).filter((one) => one.length > 0)
  symbols.sort((one, other) => one.length - other.length || one.symbol - other.symbol)
  return { counts, symbols: symbols.map((one) => one.symbol) }
}

function decode(bits: Bits, tree: Codes): number {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length < 16; length += 1) {
    code |= read(bits, 1)
    const count = tree.counts[length] ?? 0
    if (code - count < first) return tree.symbols[index + (code - first)] ?? refuseRepeat()
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  throw new Malformed('a code that there is not')
}
