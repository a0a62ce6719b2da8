import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ReaderOptions } from 'zxing-wasm/reader'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { digitRuns } from '../../shared/domain/seal/digits.ts'
import { readPageCode } from '../../shared/domain/sheet-code.ts'
import type { ScanFile } from './scan-pages.ts'
import type { Pixels } from './scan-pixels.ts'
import { binarised, cropped, scaled } from './scan-pixels.ts'

/** A QR code on a page. */
export interface FoundCode {
  readonly text: string
  /** Quarter turns clockwise that set the page upright. */
  readonly turns: number
}

/** The code of a sign-in sheet, or the seal of a paper. */
export type Wanted = 'sheet' | 'seal'

const isWanted: Record<Wanted, (text: string) => boolean> = {
  sheet: (text) => readPageCode(text).kind === 'page',
  seal: (text) => digitRuns(text).length > 0,
}

let ready = false

/** The reader of codes with its own program file, from this machine: left to itself it would ask the network for it. */
function prepare(): void {
  if (ready) return
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } })
  ready = true
}

/** Longer side of A4 at 200 and at 330 dots an inch. */
const usual = 2340
const fine = 3860
/** A page with more letters than this is no scan. */
const drawnLetters = 40

const once: ReaderOptions = { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true, maxNumberOfSymbols: 8 }

/**
 * Every QR code on the page. Looks harder, by steps, only until one that is wanted is found: the whole page, its corners enlarged
 * under other thresholds, then the corners in plain black and white.
 */
export async function codesOn(file: ScanFile, page: number, wanted: Wanted = 'sheet'): Promise<FoundCode[]> {
  prepare()
  const found = new Map<string, FoundCode>()
  const isDone = (): boolean => [...found.keys()].some(isWanted[wanted])
  const look = async (pixels: Pixels, options: ReaderOptions): Promise<boolean> => {
    for (const code of await codesIn(pixels, options)) if (!found.has(code.text)) found.set(code.text, code)
    return isDone()
  }
  const whole = await file.render(page, { longSide: usual })
  if (await look(whole, once)) return [...found.values()]
  const large = await file.render(page, { longSide: fine })
  // A page that was drawn has its code sharp or has none: the other page of a certificate is not searched for minutes.
  if (wanted === 'seal' && file.letters(page) > drawnLetters) {
    await look(large, once)
    return [...found.values()]
  }
  const corners = cornersOf(large)
  for (const options of [once, { ...once, binarizer: 'GlobalHistogram' }, { ...once, tryDenoise: true }] satisfies ReaderOptions[]) {
    for (const corner of corners) if (await look(corner, options)) return [...found.values()]
  }
  for (const corner of corners) {
    const reach = Math.round(Math.max(corner.width, corner.height) / 24)
    const plain = binarised(softened(corner), reach)
    if ((await look(plain, once)) || (await look(plain, { ...once, binarizer: 'FixedThreshold', tryDenoise: true }))) break
  }
  return [...found.values()]
}

async function codesIn(pixels: Pixels, options: ReaderOptions): Promise<FoundCode[]> {
  const results = await readBarcodes(pixels, options)
  return results.filter((result) => result.isValid).map(({ text, position: { topLeft, topRight } }) => ({ text, turns: turnsOf(topRight.x - topLeft.x, topRight.y - topLeft.y) }))
}

/** Back from how far the code's upper edge is turned, to the nearest quarter. */
function turnsOf(x: number, y: number): number {
  const quarters = Math.round(Math.atan2(y, x) / (Math.PI / 2))
  return (4 - ((quarters + 4) % 4)) % 4
}

/** The four corners, more than half of the page each way, so that no code is cut in all of them. */
function cornersOf(page: Pixels): Pixels[] {
  const width = page.width * 0.56
  const height = page.height * 0.56
  return [0, page.width - width].flatMap((x) => [0, page.height - height].map((y) => cropped(page, { x, y, width, height })))
}

/** Grain and the blocks of a poor JPEG give way when neighbours share their light. */
function softened(from: Pixels): Pixels {
  return scaled(from, Math.max(1, Math.round(from.width / 2)), Math.max(1, Math.round(from.height / 2)))
}
