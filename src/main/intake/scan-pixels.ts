import { crc32, deflateSync } from 'node:zlib'

/** A picture in memory: red, green, blue and opacity a pixel, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

export function blankPixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) }
}

/** A part of a picture; what lies outside is left out. */
export function cropped(from: Pixels, at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Pixels {
  const x = Math.max(0, Math.round(at.x))
  const y = Math.max(0, Math.round(at.y))
  const width = Math.max(1, Math.min(from.width - x, Math.round(at.width)))
  const height = Math.max(1, Math.min(from.height - y, Math.round(at.height)))
  const to = blankPixels(width, height)
  for (let row = 0; row < height; row += 1) {
    const start = ((y + row) * from.width + x) * 4
    to.data.set(from.data.subarray(start, start + width * 4), row * width * 4)
  }
  return to
}

/** The picture at that size: each new pixel is the mean of those it covers; enlarged, a mixture of its neighbours. */
export function scaled(from: Pixels, width: number, height: number): Pixels {
  if (width === from.width && height === from.height) return from
  const to = blankPixels(width, height)
  const columns = spans(from.width, width)
  const rows = spans(from.height, height)
  for (let y = 0; y < height; y += 1) {
    const [top = 0, bottom = 1] = rows[y] ?? []
    for (let x = 0; x < width; x += 1) {
      const [left = 0, right = 1] = columns[x] ?? []
      let red = 0
      let green = 0
      let blue = 0
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * from.width + left) * 4, end = (row * from.width + right) * 4; at < end; at += 4) {
          red += from.data[at] ?? 0
          green += from.data[at + 1] ?? 0
          blue += from.data[at + 2] ?? 0
        }
      }
      const count = (bottom - top) * (right - left)
      const at = (y * width + x) * 4
      to.data[at] = red / count
      to.data[at + 1] = green / count
      to.data[at + 2] = blue / count
    }
  }
  return to
}

/** From where to where each of `to` new pixels reaches among `from` old ones, one at least. */
function spans(from: number, to: number): readonly (readonly [number, number])[] {
  return Array.from({ length: to }, (_, at) => {
    const start = Math.min(from - 1, Math.floor((at * from) / to))
    return [start, Math.max(start + 1, Math.min(from, Math.floor(((at + 1) * from) / to)))] as const
  })
}

/** Turned clockwise by quarter turns. */
export function turned(from: Pixels, turns: number): Pixels {
  const quarter = ((turns % 4) + 4) % 4
  if (quarter === 0) return from
  const aside = quarter % 2 === 1
  const width = aside ? from.height : from.width
  const height = aside ? from.width : from.height
  const source = new Uint32Array(from.data.buffer, from.data.byteOffset, from.width * from.height)
  const to = blankPixels(width, height)
  const target = new Uint32Array(to.data.buffer)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = quarter === 1 ? [y, from.height - 1 - x] : quarter === 2 ? [from.width - 1 - x, from.height - 1 - y] : [from.width - 1 - y, x]
      target[y * width + x] = source[fromY * from.width + fromX] ?? 0xffffffff
    }
  }
  return to
}

/**
 * Black and white by the light around each pixel (Bradley and Roth, 2007): shadows and stains do not hide what is darker
 * than its surroundings. `reach` in pixels.
 */
export function binarised(from: Pixels, reach: number): Pixels {
  const { width, height } = from
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let line = 0
    for (let x = 0; x < width; x += 1) {
      line += lightAt(from, y * width + x)
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + line
    }
  }
  const to = blankPixels(width, height)
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach)
    const bottom = Math.min(height, y + reach + 1)
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach)
      const right = Math.min(width, x + reach + 1)
      const corner = (row: number, column: number): number => sums[row * (width + 1) + column] ?? 0
      const mean = (corner(bottom, right) - corner(top, right) - corner(bottom, left) + corner(top, left)) / ((bottom - top) * (right - left))
      if (lightAt(from, y * width + x) < mean * 0.88) to.data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return to
}

/** Lightness of a pixel, 0 to 255 (ITU-R BT.601). */
function lightAt({ data }: Pixels, pixel: number): number {
  const at = pixel * 4
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}

/** The picture as a PNG file (ISO/IEC 15948) in true colour, each row as its difference from the one above. */
export function pngOf({ width, height, data }: Pixels): Uint8Array {
  const stride = width * 3
  const raw = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    let at = y * (stride + 1)
    raw[at++] = 2
    for (let pixel = y * width * 4, end = pixel + width * 4; pixel < end; pixel += 4) {
      for (let part = 0; part < 3; part += 1) {
        const above = y === 0 ? 0 : (data[pixel - width * 4 + part] ?? 0)
        raw[at++] = ((data[pixel + part] ?? 0) - above) & 255
      }
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 6 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(bytes.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
