import type { Pixels } from '../../src/main/intake/scan-pixels.ts'

/**
 * A baseline JPEG encoder (ITU-T T.81), 4:4:4, with the tables of its annex K: what a scanner or a phone makes of a page,
 * blocks and ringing included.
 */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53,
  60, 61, 54, 47, 55, 62, 63,
]
const lightSteps = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const acCounts = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d]
const acValues = Buffer.from(
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  'hex',
)
const cosines = Array.from({ length: 64 }, (_, at) => Math.cos(((2 * (at >> 3) + 1) * (at & 7) * Math.PI) / 16) * ((at & 7) === 0 ? Math.SQRT1_2 : 1) * 0.5)

/** @param quality 1 to 100, as libjpeg counts it. `orientation` is written as the camera would (Exif). */
export function jpgOf(pixels: Pixels, quality: number, orientation?: number): Buffer {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
  const steps = lightSteps.map((step) => Math.max(1, Math.min(255, Math.floor((step * scale + 50) / 100))))
  const { width, height } = pixels
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    orientation === undefined ? Buffer.alloc(0) : exif(orientation),
    Buffer.from([0xff, 0xdb, 0, 67, 0, ...zigzag.map((at) => steps[at] ?? 1)]),
    Buffer.from(frame),
    Buffer.from([0xff, 0xc4, 0, 31, 0, ...dcCounts, ...dcValues]),
    Buffer.from([0xff, 0xc4, 0, 181, 0x10, ...acCounts, ...acValues]),
    Buffer.from([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    scan(pixels, steps),
    Buffer.from([0xff, 0xd9]),
  ])
}

function exif(orientation: number): Buffer {
  const tiff = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, tiff.length + 8]), Buffer.from('Exif\0\0', 'latin1'), tiff])
}

type Codes = ReadonlyMap<number, readonly [code: number, length: number]>

function codesOf(counts: readonly number[], values: ArrayLike<number>): Codes {
  const codes = new Map<number, readonly [number, number]>()
  let code = 0
  let at = 0
  counts.forEach((count, length) => {
    for (let each = 0; each < count; each += 1) codes.set(values[at++] ?? 0, [code++, length + 1])
    code <<= 1
  })
  return codes
}

/** Bits gathered into bytes; a byte of ones is followed by an empty one. */
class Bits {
  readonly bytes: number[] = []
  private value = 0
  private length = 0

  write(value: number, length: number): void {
    this.value = (this.value << length) | value
    this.length += length
    while (this.length >= 8) {
      this.length -= 8
      const byte = (this.value >> this.length) & 255
      this.bytes.push(byte)
      if (byte === 255) this.bytes.push(0)
    }
    this.value &= 2 ** this.length - 1
  }

  symbol(codes: Codes, symbol: number): void {
    this.write(...(codes.get(symbol) ?? [0, 0]))
  }

  amount(value: number): void {
    const size = sizeOf(value)
    this.write(value < 0 ? value + 2 ** size - 1 : value, size)
  }

  end(): Buffer {
    if (this.length > 0) this.write(2 ** (8 - this.length) - 1, 8 - this.length)
    return Buffer.from(this.bytes)
  }
}

const dc = codesOf(dcCounts, dcValues)
const ac = codesOf(acCounts, acValues)

function scan(pixels: Pixels, steps: readonly number[]): Buffer {
  const bits = new Bits()
  const before = [0, 0, 0]
  for (let y = 0; y < pixels.height; y += 8) {
    for (let x = 0; x < pixels.width; x += 8) {
      for (let part = 0; part < 3; part += 1) before[part] = writeBlock(bits, transformed(pixels, x, y, part, steps), before[part] ?? 0)
    }
  }
  return bits.end()
}

/** Gives the block's mean, from which the next one's is told. */
function writeBlock(bits: Bits, block: readonly number[], before: number): number {
  const mean = block[0] ?? 0
  bits.symbol(dc, sizeOf(mean - before))
  bits.amount(mean - before)
  const last = block.findLastIndex((value) => value !== 0)
  let zeros = 0
  for (const value of block.slice(1, last + 1)) {
    if (value === 0) {
      zeros += 1
      continue
    }
    for (let long = Math.floor(zeros / 16); long > 0; long -= 1) bits.symbol(ac, 0xf0)
    bits.symbol(ac, ((zeros % 16) << 4) | sizeOf(value))
    bits.amount(value)
    zeros = 0
  }
  if (last < 63) bits.symbol(ac, 0)
  return mean
}

const nothing: readonly number[] = Array.from({ length: 63 }, () => 0)

const sizeOf = (value: number): number => (value === 0 ? 0 : 32 - Math.clz32(Math.abs(value)))

/** One block of 8 × 8 as its quantised frequencies, in zigzag order. */
function transformed({ width, height, data }: Pixels, left: number, top: number, part: number, steps: readonly number[]): number[] {
  const samples = new Float64Array(64)
  for (let at = 0; at < 64; at += 1) {
    const pixel = (Math.min(height - 1, top + (at >> 3)) * width + Math.min(width - 1, left + (at & 7))) * 4
    const [red, green, blue] = [data[pixel] ?? 0, data[pixel + 1] ?? 0, data[pixel + 2] ?? 0]
    samples[at] = part === 0 ? 0.299 * red + 0.587 * green + 0.114 * blue - 128 : part === 1 ? -0.1687 * red - 0.3313 * green + 0.5 * blue : 0.5 * red - 0.4187 * green - 0.0813 * blue
  }
  const flat = samples.every((sample) => Math.abs(sample - (samples[0] ?? 0)) < 0.5)
  // Most of a page is white, and all of its letters are grey: such blocks are one figure.
  if (flat) return [Math.round(((samples[0] ?? 0) * 8) / (steps[0] ?? 1)), ...nothing]
  const half = new Float64Array(64)
  for (let row = 0; row < 8; row += 1) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0
      for (let x = 0; x < 8; x += 1) sum += (samples[row * 8 + x] ?? 0) * (cosines[x * 8 + u] ?? 0)
      half[row * 8 + u] = sum
    }
  }
  return zigzag.map((at) => {
    const v = at >> 3
    const u = at & 7
    let sum = 0
    for (let y = 0; y < 8; y += 1) sum += (half[y * 8 + u] ?? 0) * (cosines[y * 8 + v] ?? 0)
    return Math.round(sum / (steps[at] ?? 1))
  })
}
