import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Pixels } from '../../src/main/intake/scan-pixels.ts'
import { blankPixels } from '../../src/main/intake/scan-pixels.ts'
import { run } from '../documents/second-programs.ts'

/** What happens to paper between the printer and the scanner, done to the pixels of a page. */

/** The pages of a PDF at that many dots an inch, drawn by another program than ours. */
export function rasterised(pdf: string, dpi: number): Pixels[] {
  const folder = mkdtempSync(join(tmpdir(), 'raster-'))
  try {
    run('pdftoppm', '-r', String(dpi), pdf, join(folder, 'page'))
    return readdirSync(folder).sort().map((name) => fromPpm(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** P6 of 255 levels, as pdftoppm writes it. */
function fromPpm(file: Buffer): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64))
  if (head === null) throw new Error('no PPM')
  const pixels = blankPixels(Number(head[1]), Number(head[2]))
  for (let at = head[0].length, to = 0; to < pixels.data.length; to += 4, at += 3) pixels.data.set(file.subarray(at, at + 3), to)
  return pixels
}

/** The same figures every time, as if by chance: a linear congruential generator of 32 bits. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function copied(page: Pixels): Pixels {
  return { ...page, data: new Uint8ClampedArray(page.data) }
}

/** Blue strokes over the right side of the table, some of them beyond their row. */
export function signed(page: Pixels, random: () => number): Pixels {
  const to = copied(page)
  const { width, height } = page
  for (let row = 0; row < 18; row += 1) {
    let x = width * (0.78 + random() * 0.04)
    let y = height * (0.3 + row * 0.031)
    for (let stroke = 0; stroke < 140; stroke += 1) {
      x += width * (random() * 0.006 - 0.0018)
      y += height * (random() - 0.5) * 0.012
      for (let dot = 0; dot < 9; dot += 1) ink(to, x + (dot % 3), y + Math.floor(dot / 3), [28, 52, 140])
    }
  }
  return to
}

function ink({ width, height, data }: Pixels, x: number, y: number, colour: readonly number[]): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return
  data.set(colour, (Math.floor(y) * width + Math.floor(x)) * 4)
}

/** Coffee: brown rounds that darken what they cover; `at` from 0 to 1 of the page. */
export function stained(page: Pixels, stains: readonly { readonly x: number; readonly y: number; readonly radius: number; readonly strength: number }[]): Pixels {
  const to = copied(page)
  for (const { x, y, radius, strength } of stains) {
    const reach = radius * page.width
    for (let row = Math.max(0, Math.floor(y * page.height - reach)); row < Math.min(page.height, y * page.height + reach); row += 1) {
      for (let column = Math.max(0, Math.floor(x * page.width - reach)); column < Math.min(page.width, x * page.width + reach); column += 1) {
        const away = Math.hypot(row - y * page.height, column - x * page.width) / reach
        if (away > 1) continue
        const depth = strength * (away > 0.9 ? 1 : 0.55)
        const at = (row * page.width + column) * 4
        ;[0.35, 0.55, 0.8].forEach((part, index) => (to.data[at + index] = (to.data[at + index] ?? 0) * (1 - depth * part)))
      }
    }
  }
  return to
}

/** A corner torn away: `corner` counts 0 top left, 1 top right, 2 bottom right, 3 bottom left; `share` of the width. */
export function torn(page: Pixels, corner: number, share: number): Pixels {
  const to = copied(page)
  const reach = page.width * share
  for (let row = 0; row < reach && row < page.height; row += 1) {
    for (let column = 0; column < reach - row; column += 1) {
      const x = corner === 1 || corner === 2 ? page.width - 1 - column : column
      const y = corner >= 2 ? page.height - 1 - row : row
      ink(to, x, y, [70, 66, 60])
    }
  }
  return to
}

/** Grain of so many levels, and a shadow that falls from the left edge. */
export function grained(page: Pixels, random: () => number, levels: number, shadow = 0): Pixels {
  const to = copied(page)
  for (let at = 0; at < to.data.length; at += 4) {
    const dark = 1 - shadow * Math.max(0, 1 - ((at / 4) % page.width) / (page.width * 0.7))
    const grain = (random() - 0.5) * 2 * levels
    for (let part = 0; part < 3; part += 1) to.data[at + part] = (to.data[at + part] ?? 0) * dark + grain
  }
  return to
}

/** Turned by any angle on a table top of that grey, the sheet of paper kept whole. */
export function rotated(page: Pixels, degrees: number, ground = 120): Pixels {
  const turn = (degrees * Math.PI) / 180
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const width = Math.ceil(Math.abs(page.width * cos) + Math.abs(page.height * sin))
  const height = Math.ceil(Math.abs(page.width * sin) + Math.abs(page.height * cos))
  const to = blankPixels(width, height)
  // Only whether a place is on the paper is asked for each pixel: a margin of one pixel is the table's.
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = (x - width / 2) * cos + (y - height / 2) * sin + page.width / 2 - 0.5
      const fromY = (y - height / 2) * cos - (x - width / 2) * sin + page.height / 2 - 0.5
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      const at = (y * width + x) * 4
      if (left < 0 || top < 0 || left + 1 >= page.width || top + 1 >= page.height) {
        to.data.fill(ground, at, at + 3)
        continue
      }
      const across = fromX - left
      const down = fromY - top
      const from = (top * page.width + left) * 4
      const under = from + page.width * 4
      for (let part = 0; part < 3; part += 1) {
        const upper = (page.data[from + part] ?? 0) * (1 - across) + (page.data[from + 4 + part] ?? 0) * across
        const lower = (page.data[under + part] ?? 0) * (1 - across) + (page.data[under + 4 + part] ?? 0) * across
        to.data[at + part] = upper * (1 - down) + lower * down
      }
    }
  }
  return to
}

/** A PDF whose pages are these pictures (JPEG or PNG files), each as large as at 200 dots an inch: what office scanners make. */
export async function scannedPdf(pictures: readonly { readonly bytes: Buffer; readonly width: number; readonly height: number }[]): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0 })
  for (const { bytes, width, height } of pictures) {
    const size: [number, number] = [(width * 72) / 200, (height * 72) / 200]
    doc.addPage({ size, margin: 0 }).image(bytes, 0, 0, { width: size[0], height: size[1] })
  }
  doc.end()
  const pieces: Buffer[] = []
  for await (const piece of doc as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces)
}
