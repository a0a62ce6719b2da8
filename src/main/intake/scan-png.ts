import { inflateSync } from 'node:zlib'
import { ScanFailure } from './scan-failure.ts'
import type { Pixels } from './scan-pixels.ts'
import { blankPixels } from './scan-pixels.ts'

/** What the head of a PNG says (ISO/IEC 15948, 11.2.2). */
interface Head {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly interlaced: boolean
}

/** Samples a pixel by colour type: grey, true colour, palette, grey and true colour with opacity. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The seven passes of Adam7: first column and row, then the steps. */
const adam7 = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

/** A PNG as pixels on white, of any colour type, depth and interlacing. Throws a `ScanFailure` for a damaged one. */
export function readPng(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { head, palette, opacity, packed } = parts(file)
  const samples = samplesOf[head.colour]
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(head.depth) || head.width === 0 || head.height === 0) throw new ScanFailure('damaged')
  const passes = head.interlaced ? adam7 : ([[0, 0, 1, 1]] as const)
  const bits = samples * head.depth
  const sizes = passes.map(([x, y, dx, dy]) => ({ x, y, dx, dy, width: Math.ceil((head.width - x) / dx), height: Math.ceil((head.height - y) / dy) })).filter((pass) => pass.width > 0 && pass.height > 0)
  const expected = sizes.reduce((sum, pass) => sum + (Math.ceil((pass.width * bits) / 8) + 1) * pass.height, 0)
  const raw = inflated(packed, expected)
  const pixels = blankPixels(head.width, head.height)
  let at = 0
  for (const pass of sizes) {
    const stride = Math.ceil((pass.width * bits) / 8)
    let above = new Uint8Array(stride)
    for (let row = 0; row < pass.height; row += 1) {
      const line = unfiltered(raw.subarray(at, at + stride + 1), above, Math.max(1, bits >> 3))
      for (let column = 0; column < pass.width; column += 1) {
        const pixel = ((pass.y + row * pass.dy) * head.width + pass.x + column * pass.dx) * 4
        put(pixels.data, pixel, { line, column, head, samples, palette, opacity })
      }
      above = line
      at += stride + 1
    }
  }
  return pixels
}

function parts(file: Buffer): { head: Head; palette: Buffer; opacity: Buffer; packed: Buffer } {
  let head: Head | null = null
  let palette: Buffer = Buffer.alloc(0)
  let opacity: Buffer = Buffer.alloc(0)
  const packed: Buffer[] = []
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const body = file.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR' && body.length >= 13) head = { width: body.readUInt32BE(0), height: body.readUInt32BE(4), depth: body.readUInt8(8), colour: body.readUInt8(9), interlaced: body.readUInt8(12) === 1 }
    if (name === 'PLTE') palette = body
    if (name === 'tRNS') opacity = body
    if (name === 'IDAT') packed.push(body)
    if (name === 'IEND') break
    at += length + 12
  }
  if (head === null) throw new ScanFailure('damaged')
  return { head, palette, opacity, packed: Buffer.concat(packed) }
}

/** Never more than the head says: a small file that would blow up is damaged. */
function inflated(packed: Buffer, expected: number): Buffer {
  try {
    const raw = inflateSync(packed, { maxOutputLength: expected + 1024 })
    if (raw.length >= expected) return raw
  } catch {
    // Said below, like a file that ends too soon.
  }
  throw new ScanFailure('damaged')
}

/** A row without its filter (ISO/IEC 15948, 9.2). */
function unfiltered(line: Uint8Array, above: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const filter = line[0] ?? 0
  const row = new Uint8Array(line.length - 1)
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= step ? (row[at - step] ?? 0) : 0
    const up = above[at] ?? 0
    const corner = at >= step ? (above[at - step] ?? 0) : 0
    row[at] = (line[at + 1] ?? 0) + predicted(filter, left, up, corner)
  }
  return row
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [fromLeft, fromUp, fromCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner
}

interface Row {
  readonly line: Uint8Array
  readonly column: number
  readonly head: Head
  readonly samples: number
  readonly palette: Buffer
  readonly opacity: Buffer
}

function put(data: Uint8ClampedArray, pixel: number, row: Row): void {
  const { head, palette, opacity } = row
  const sample = (index: number): number => sampleAt(row, index)
  const grey = head.colour === 0 || head.colour === 4
  const index = sample(0)
  const scale = 255 / (2 ** Math.min(8, head.depth) - 1)
  const colours = head.colour === 3 ? [palette[index * 3] ?? 0, palette[index * 3 + 1] ?? 0, palette[index * 3 + 2] ?? 0] : grey ? [index * scale, index * scale, index * scale] : [index, sample(1), sample(2)]
  const opaque = head.colour === 3 ? (opacity[index] ?? 255) : head.colour === 4 ? sample(1) : head.colour === 6 ? sample(3) : 255
  for (let part = 0; part < 3; part += 1) data[pixel + part] = 255 + (((colours[part] ?? 0) - 255) * opaque) / 255
}

/** A sample as it stands in the row; of sixteen bits the upper eight. */
function sampleAt({ line, column, head, samples }: Row, index: number): number {
  const at = column * samples + index
  if (head.depth === 8) return line[at] ?? 0
  if (head.depth === 16) return line[at * 2] ?? 0
  const bit = at * head.depth
  return ((line[bit >> 3] ?? 0) >> (8 - head.depth - (bit & 7))) & (2 ** head.depth - 1)
}
