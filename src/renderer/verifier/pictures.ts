import { greyOf } from './qr.ts'
import type { Grey } from './qr.ts'
import { WORDS } from './sentences.ts'

/** A picture that cannot be looked at; the message is the sentence for the screen. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const MOST_PIXELS = 60_000_000
const MOST_BYTES = 80_000_000
/** Side to which a larger photo is brought down: a canvas of more is refused by old browsers. */
const CANVAS_SIDE = 3800

/** A photo or scan as grey pixels. Its size is asked of its first bytes, before the browser unpacks it. Throws `Unreadable`. */
export async function readPicture(file: Blob): Promise<Grey> {
  const head = new Uint8Array(await file.slice(0, 262_144).arrayBuffer())
  if (String.fromCharCode(...head.subarray(0, 5)) === '%PDF-') throw new Unreadable(WORDS.pdf)
  const size = sizeOf(head)
  if (file.size > MOST_BYTES || (size !== null && size.width * size.height > MOST_PIXELS)) throw new Unreadable(WORDS.tooLarge)
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) throw new Unreadable(WORDS.notAnImage)
  try {
    return pixelsOf(bitmap, bitmap.width, bitmap.height, CANVAS_SIDE)
  } finally {
    bitmap.close()
  }
}

/** Pixels of an image or a frame, no side longer than `side`. Throws `Unreadable`. */
export function pixelsOf(source: CanvasImageSource, width: number, height: number, side: number): Grey {
  const factor = Math.min(1, side / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * factor))
  canvas.height = Math.max(1, Math.round(height * factor))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Unreadable(WORDS.notAnImage)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return greyOf(context.getImageData(0, 0, canvas.width, canvas.height))
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Size that a PNG, JPEG, GIF or BMP says of itself; null when it is another kind, or says it too late. Exported for the tests. */
export function sizeOf(head: Uint8Array): Size | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 26) return null
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (view.getUint16(0) === 0x424d) return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  return view.getUint16(0) === 0xffd8 ? sizeOfJpeg(view) : null
}

/** From the frame header (ITU-T T.81, B.2.2), past the segments before it. */
function sizeOfJpeg(view: DataView): Size | null {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
