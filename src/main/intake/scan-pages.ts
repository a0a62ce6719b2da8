import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { ScanFailure } from './scan-failure.ts'
import { jpgAsPdf, readJpgFacts } from './scan-jpg.ts'
import type { Pixels } from './scan-pixels.ts'
import { scaled } from './scan-pixels.ts'
import { readPng } from './scan-png.ts'

export type ScanType = 'pdf' | 'jpg' | 'png'

/** A file of pages that can be looked at. */
export interface ScanFile {
  readonly pages: number
  /** Quarter turns clockwise that set its pictures upright, as far as the camera told. */
  readonly turns: number
  /** The page (from 1) with its longer side of so many pixels, or at so many dots an inch of the paper; a photograph is never enlarged. */
  render(page: number, at: Sharpness): Promise<Pixels>
  /** How many letters the page (from 1) holds as text: none on a scan or a photograph. */
  letters(page: number): number
  close(): void
}

/** What has no paper size is taken for A4. */
export type Sharpness = { readonly longSide: number } | { readonly dpi: number }

/** More pixels than this are never asked of a page, whatever its proportions. */
const mostPixels = 24_000_000
const a4Inches = 297 / 25.4

const locate = createRequire(import.meta.url)
let library: Promise<PDFiumLibrary> | undefined

/** The PDF library with its own program file, from this machine. Loaded once a thread. */
function pdfium(): Promise<PDFiumLibrary> {
  library ??= PDFiumLibrary.init({ wasmBinary: new Uint8Array(readFileSync(locate.resolve('@hyzyla/pdfium/pdfium.wasm'))).buffer })
  return library
}

/** Opens a scan. Throws a `ScanFailure` when it is damaged, closed by a password, or has more than `mostPages`. */
export async function openScan(bytes: Uint8Array, type: ScanType, mostPages: number): Promise<ScanFile> {
  if (type === 'png') {
    const whole = readPng(bytes)
    return { pages: 1, turns: 0, render: async (_, at) => reduced(whole, longSideOf(at, a4Inches)), letters: () => 0, close: () => {} }
  }
  if (type === 'pdf') return openPdf(bytes, mostPages)
  const facts = readJpgFacts(bytes)
  const pdf = await openPdf(jpgAsPdf(bytes, facts), 1)
  const own = Math.max(facts.width, facts.height)
  return { ...pdf, turns: facts.turns, render: (page, at) => pdf.render(page, { longSide: Math.min(own, longSideOf(at, a4Inches)) }) }
}

async function openPdf(bytes: Uint8Array, mostPages: number): Promise<ScanFile> {
  const document = await (await pdfium()).loadDocument(bytes).catch((error: unknown) => {
    throw new ScanFailure(error instanceof Error && /password/i.test(error.message) ? 'password' : 'damaged')
  })
  const pages = document.getPageCount()
  if (pages < 1 || pages > mostPages) {
    document.destroy()
    throw new ScanFailure(pages < 1 ? 'damaged' : 'too-many-pages', pages)
  }
  return {
    pages,
    turns: 0,
    render: async (number, at) => {
      // Rendering a page closes it: it is asked for anew each time.
      const page = document.getPage(number - 1)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const size = { width: Math.max(1, originalWidth), height: Math.max(1, originalHeight) }
      const { width, height } = sized(size, longSideOf(at, Math.max(size.width, size.height) / 72))
      const rendered = await page.render({ width, height, scale: 1 })
      const { buffer, byteOffset, byteLength } = rendered.data as Uint8Array<ArrayBuffer>
      return { width: rendered.width, height: rendered.height, data: new Uint8ClampedArray(buffer, byteOffset, byteLength) }
    },
    letters: (number) => document.getPage(number - 1).getText().length,
    close: () => document.destroy(),
  }
}

function longSideOf(at: Sharpness, inches: number): number {
  return 'dpi' in at ? at.dpi * inches : at.longSide
}

function reduced(whole: Pixels, longSide: number): Pixels {
  const { width, height } = sized(whole, Math.min(longSide, Math.max(whole.width, whole.height)))
  return scaled(whole, width, height)
}

function sized(of: { readonly width: number; readonly height: number }, longSide: number): { width: number; height: number } {
  const scale = Math.min(longSide / Math.max(of.width, of.height), Math.sqrt(mostPixels / (of.width * of.height)))
  return { width: Math.max(1, Math.round(of.width * scale)), height: Math.max(1, Math.round(of.height * scale)) }
}
