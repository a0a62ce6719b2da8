import { decodeQR, decodeQRBatch } from 'qr/decode.js'

/** A picture in grey, a byte a pixel, row by row. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array<ArrayBuffer>
}

/** The decoder takes no larger side. */
const LARGEST_SIDE = 3800

/** After so many milliseconds no further attempt begins, but the first ones are always made. */
const PATIENCE = 7_000
const FIRST = 5

/** In the order of how often they help: what the camera or scanner gave, then what makes up for its faults. */
const ATTEMPTS: readonly ((picture: Grey) => Grey)[] = [
  (picture) => fitted(picture, LARGEST_SIDE),
  (picture) => fitted(picture, 1600),
  (picture) => fitted(picture, 1000),
  (picture) => contrasted(fitted(picture, 1600)),
  (picture) => softened(fitted(picture, 2400)),
  (picture) => sharpened(fitted(picture, 2000)),
  (picture) => sharpened(sharpened(scaled(fitted(picture, 1200), 2))),
  (picture) => rotated(fitted(picture, 1600), 20),
  (picture) => contrasted(rotated(fitted(picture, 1600), 45)),
  (picture) => evened(fitted(picture, 1600)),
  (picture) => evened(scaled(fitted(picture, 1200), 2)),
]

/**
 * Texts of the QR codes of a picture, as soon as one of them is wanted; else whatever was read of it. Several attempts at a
 * picture that is small, turned, blurred or faint; `breathe` is called between them, so that the page can be painted.
 */
export async function readQr(picture: Grey, isWanted: (text: string) => boolean, breathe: () => Promise<void>): Promise<readonly string[]> {
  const read = new Set<string>()
  const start = performance.now()
  for (const [at, attempt] of [...ATTEMPTS, ...tiles(picture)].entries()) {
    if (at >= FIRST && performance.now() - start > PATIENCE) break
    await breathe()
    const texts = await decodeAll(attempt(picture))
    const wanted = texts.filter(isWanted)
    if (wanted.length > 0) return wanted
    for (const text of texts) read.add(text)
  }
  return [...read]
}

/** One quick look, for the frames of a camera; null when nothing was read. */
export function readQrOnce(picture: Grey): string | null {
  try {
    return decodeQR(fitted(picture, 1400), { format: 'I420', effort: 4, timeLimit: 120 })
  } catch {
    return null
  }
}

async function decodeAll(picture: Grey): Promise<string[]> {
  const [results] = await decodeQRBatch([picture], { format: 'I420', effort: 24, timeLimit: 500, maxSize: { width: picture.width, height: picture.height } })
  return (results ?? []).filter((one) => typeof one === 'string')
}

/** Parts of a large picture, each at its own size, so that a small code on a whole page is seen from near. */
function tiles(picture: Grey): ((picture: Grey) => Grey)[] {
  const side = Math.max(picture.width, picture.height)
  if (side < 1200) return []
  const size = Math.ceil(side / 2.5)
  const places = (length: number) => (length <= size ? [0] : [0, (length - size) / 2, length - size].map(Math.floor))
  return places(picture.height).flatMap((top) =>
    places(picture.width).map((left) => (whole: Grey) => sharpened(fitted(cut(whole, left, top, size), 2400))),
  )
}

function cut(picture: Grey, left: number, top: number, size: number): Grey {
  const width = Math.min(size, picture.width - left)
  const height = Math.min(size, picture.height - top)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) data.set(picture.data.subarray((top + y) * picture.width + left, (top + y) * picture.width + left + width), y * width)
  return { width, height, data }
}

/** Grey from a canvas's pixels; what is transparent is paper. */
export function greyOf(image: { readonly width: number; readonly height: number; readonly data: ArrayLike<number> }): Grey {
  const data = new Uint8Array(image.width * image.height)
  for (let at = 0; at < data.length; at += 1) {
    const from = at * 4
    const alpha = image.data[from + 3] ?? 255
    const light = ((image.data[from] ?? 255) * 77 + (image.data[from + 1] ?? 255) * 150 + (image.data[from + 2] ?? 255) * 29) >> 8
    data[at] = alpha === 255 ? light : 255 - (((255 - light) * alpha) >> 8)
  }
  return { width: image.width, height: image.height, data }
}

/** No side longer than `side`. */
function fitted(picture: Grey, side: number): Grey {
  const longest = Math.max(picture.width, picture.height)
  return longest <= side ? picture : scaled(picture, side / longest)
}

/** Larger by weighing neighbours, smaller by the mean of what falls together. */
function scaled(picture: Grey, factor: number): Grey {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  return factor < 1 ? reduced(picture, width, height) : drawn(width, height, (x, y) => sample(picture, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5))
}

function reduced(picture: Grey, width: number, height: number): Grey {
  const stepX = picture.width / width
  const stepY = picture.height / height
  return drawn(width, height, (x, y) => {
    let sum = 0
    let count = 0
    for (let fromY = Math.floor(y * stepY); fromY < Math.min(picture.height, (y + 1) * stepY); fromY += 1) {
      for (let fromX = Math.floor(x * stepX); fromX < Math.min(picture.width, (x + 1) * stepX); fromX += 1) {
        sum += picture.data[fromY * picture.width + fromX] ?? 255
        count += 1
      }
    }
    return sum / count
  })
}

/** Turned about its middle, on paper. */
function rotated(picture: Grey, degrees: number): Grey {
  const angle = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const width = Math.ceil(picture.width * Math.abs(cos) + picture.height * Math.abs(sin))
  const height = Math.ceil(picture.width * Math.abs(sin) + picture.height * Math.abs(cos))
  return drawn(width, height, (x, y) => {
    const [dx, dy] = [x - width / 2, y - height / 2]
    return sample(picture, cos * dx + sin * dy + picture.width / 2, cos * dy - sin * dx + picture.height / 2)
  })
}

/** From the darkest to the lightest hundredth, over the whole range. */
function contrasted(picture: Grey): Grey {
  const counts = new Uint32Array(256)
  for (const light of picture.data) counts[light] = (counts[light] ?? 0) + 1
  const edge = picture.data.length / 100
  const darkest = levelAt(counts, edge)
  const lightest = Math.max(darkest + 1, levelAt(counts, picture.data.length - edge))
  return drawn(picture.width, picture.height, (x, y) => (((picture.data[y * picture.width + x] ?? 255) - darkest) * 255) / (lightest - darkest))
}

function levelAt(counts: Uint32Array, share: number): number {
  let seen = 0
  return Math.max(0, counts.findIndex((count) => (seen += count) >= share))
}

/** Mean of each pixel and its neighbours: against the grain of prints and sensors. */
function softened(picture: Grey): Grey {
  return meaned(picture, 1)
}

/** More of what differs from its surroundings: against blur. */
function sharpened(picture: Grey): Grey {
  const soft = meaned(picture, 2)
  return drawn(picture.width, picture.height, (x, y) => {
    const at = y * picture.width + x
    return 3 * (picture.data[at] ?? 255) - 2 * (soft.data[at] ?? 255)
  })
}

/** Black or white by the mean around: against shadows. */
function evened(picture: Grey): Grey {
  const soft = meaned(picture, Math.max(8, Math.round(Math.max(picture.width, picture.height) / 60)))
  return drawn(picture.width, picture.height, (x, y) => {
    const at = y * picture.width + x
    return 128 + 4 * ((picture.data[at] ?? 255) - (soft.data[at] ?? 255) + 6)
  })
}

/** Mean of the square of `2 * radius + 1` around each pixel, by sums along rows and then along columns. */
function meaned(picture: Grey, radius: number): Grey {
  const { width, height } = picture
  const rows = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) slide(picture.data, rows, y * width, 1, width, radius)
  const data = new Float32Array(width * height)
  for (let x = 0; x < width; x += 1) slide(rows, data, x, width, height, radius)
  return { width, height, data: Uint8Array.from(data) }
}

function slide(from: ArrayLike<number>, to: Float32Array, start: number, step: number, count: number, radius: number): void {
  const value = (at: number) => from[start + Math.min(count - 1, Math.max(0, at)) * step] ?? 255
  let sum = 0
  for (let at = -radius; at <= radius; at += 1) sum += value(at)
  for (let at = 0; at < count; at += 1) {
    to[start + at * step] = sum / (2 * radius + 1)
    sum += value(at + radius + 1) - value(at - radius)
  }
}

function drawn(width: number, height: number, light: (x: number, y: number) => number): Grey {
  // Bounds what is written to a byte.
  const data = new Uint8ClampedArray(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data[y * width + x] = light(x, y)
  }
  return { width, height, data: new Uint8Array(data.buffer) }
}

/** Between four pixels, by how near each is; paper outside. */
function sample(picture: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, below] = [x - left, y - top]
  const at = (px: number, py: number) => (px < 0 || py < 0 || px >= picture.width || py >= picture.height ? 255 : (picture.data[py * picture.width + px] ?? 255))
  return (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - below) + (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * below
}
