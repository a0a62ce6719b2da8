import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signSheetsPdf } from '../../src/main/documents/sign-sheet-pdf.ts'
import { ScanFailure } from '../../src/main/intake/scan-failure.ts'
import type { Pixels } from '../../src/main/intake/scan-pixels.ts'
import { blankPixels, pngOf, turned } from '../../src/main/intake/scan-pixels.ts'
import { readPng } from '../../src/main/intake/scan-png.ts'
import type { ScanType, Scanner } from '../../src/main/intake/scan.ts'
import { openScanner } from '../../src/main/intake/scan.ts'
import { readPageCode } from '../../src/shared/domain/sheet-code.ts'
import { run } from '../documents/second-programs.ts'
import { signSheet, signSheets } from '../documents/sign-sheet-sample.ts'
import { jpgOf } from './scan-jpeg.ts'
import { chance, grained, rasterised, rotated, scannedPdf, signed, stained, torn } from './scan-spoiled.ts'

const folder = mkdtempSync(join(tmpdir(), 'scan-'))
const scanner: Scanner = openScanner({ mostPages: 200 })
let pages: Pixels[] = []

beforeAll(async () => {
  const pdf = join(folder, 'sheet.pdf')
  const pieces = []
  for await (const piece of signSheetsPdf(signSheets([signSheet(60)]))) pieces.push(piece)
  writeFileSync(pdf, Buffer.concat(pieces))
  pages = rasterised(pdf, 200)
})
afterAll(async () => {
  await scanner.close()
  rmSync(folder, { recursive: true })
})

const pageAt = (index: number): Pixels => pages[index] ?? blankPixels(1, 1)

/** The page that the file's first page says it is, and how it is to be turned. */
async function readAs(bytes: Uint8Array, type: ScanType): Promise<{ page: number; turns: number } | null> {
  await scanner.open(bytes, type)
  for (const { text, turns } of await scanner.codes(1)) {
    const read = readPageCode(text)
    if (read.kind === 'page') return { page: read.code.page, turns }
  }
  return null
}

describe('a signed page, scanned or photographed', () => {
  test.each([1, -5, 11, 15, -15])('is found when it lies askew by %d degrees', async (degrees) => {
    const picture = rotated(signed(pageAt(0), chance(degrees + 99)), degrees)
    expect(await readAs(jpgOf(picture, 75), 'jpg')).toEqual({ page: 1, turns: 0 })
  })

  test.each([1, 2, 3])('is found and set upright when it was turned by %d quarters', async (turns) => {
    expect(await readAs(pngOf(turned(signed(pageAt(1), chance(turns)), turns)), 'png')).toEqual({ page: 2, turns: 4 - turns })
  })

  test('is found under grain, a shadow and a poor JPEG', async () => {
    const picture = grained(rotated(signed(pageAt(2), chance(5)), 4), chance(6), 38, 0.55)
    expect(await readAs(jpgOf(picture, 30), 'jpg')).toEqual({ page: 3, turns: 0 })
  })

  test('is found when one corner is torn off or drowned in coffee: the other corner says it too', async () => {
    expect(await readAs(jpgOf(torn(pageAt(0), 1, 0.3), 60), 'jpg')).toMatchObject({ page: 1 })
    expect(await readAs(jpgOf(rotated(torn(pageAt(3), 3, 0.3), -6), 60), 'jpg')).toMatchObject({ page: 4 })
    const coffee = stained(pageAt(1), [{ x: 0.9, y: 0.08, radius: 0.14, strength: 1.2 }, { x: 0.5, y: 0.5, radius: 0.2, strength: 0.7 }])
    expect(await readAs(jpgOf(coffee, 70), 'jpg')).toMatchObject({ page: 2 })
  })

  test('is found through a stain that covers both codes but hides neither', async () => {
    const picture = stained(pageAt(0), [{ x: 0.9, y: 0.08, radius: 0.14, strength: 0.6 }, { x: 0.1, y: 0.94, radius: 0.14, strength: 0.6 }])
    expect(await readAs(jpgOf(grained(picture, chance(3), 20), 60), 'jpg')).toMatchObject({ page: 1 })
  })

  test('is found at 110 dots an inch, as messengers send photographs', async () => {
    const pdf = join(folder, 'sheet.pdf')
    const [small = blankPixels(1, 1)] = rasterised(pdf, 110)
    expect(await readAs(jpgOf(rotated(small, 2), 55), 'jpg')).toMatchObject({ page: 1 })
  })

  test('of a scanner’s PDF is found on its page', async () => {
    const pictures = [pageAt(2), rotated(pageAt(0), 3)].map((picture) => ({ ...picture, bytes: jpgOf(picture, 60) }))
    expect(await scanner.open(await scannedPdf(pictures), 'pdf')).toEqual({ pages: 2, turns: 0 })
    const read = [await scanner.codes(1), await scanner.codes(2)].map((codes) => codes.map(({ text }) => readPageCode(text)))
    expect(read.map((codes) => codes.map((code) => code.kind === 'page' && code.code.page))).toEqual([[3], [1]])
  })

  test('without a code has none', async () => {
    expect(await readAs(pngOf(grained(blankPixels(900, 1200), chance(1), 60)), 'png')).toBeNull()
  })
})

describe('the picture of a page', () => {
  test('is upright, at the sharpness asked for', async () => {
    await scanner.open(pngOf(turned(pageAt(0), 1)), 'png')
    const picture = readPng(await scanner.picture(1, 3, 100))
    expect([picture.width, picture.height]).toEqual([827, 1169])
  })

  test('of a photograph tells how the camera was held', async () => {
    expect(await scanner.open(jpgOf(turned(pageAt(0), 3), 60, 6), 'jpg')).toEqual({ pages: 1, turns: 1 })
  })
})

describe('a file that cannot be read', () => {
  const failure = (bytes: Uint8Array, type: ScanType): Promise<unknown> => scanner.open(bytes, type).then(() => null, (error: unknown) => (error instanceof ScanFailure ? error.problem : error))

  test('is told apart: closed by a password, damaged, too long', async () => {
    const plain = join(folder, 'sheet.pdf')
    const closed = join(folder, 'closed.pdf')
    run('qpdf', '--encrypt', 'secreto', 'secreto', '256', '--', plain, closed)
    expect(await failure(readFileSync(closed), 'pdf')).toBe('password')
    expect(await failure(Buffer.from('%PDF-1.7\nnothing of the kind'), 'pdf')).toBe('damaged')
    const long = new PDFDocument({ autoFirstPage: false })
    for (let page = 0; page < 201; page += 1) long.addPage()
    long.end()
    const pieces: Buffer[] = []
    for await (const piece of long as AsyncIterable<Buffer>) pieces.push(piece)
    expect(await failure(Buffer.concat(pieces), 'pdf')).toBe('too-many-pages')
    expect(await failure(pngOf(pageAt(0)).subarray(0, 5000), 'png')).toBe('damaged')
  })

  test('of a few bytes that would blow up to gigabytes is damaged, and the next file is read', async () => {
    const bomb = Buffer.from(pngOf(blankPixels(8, 8)))
    const packed = deflateSync(Buffer.alloc(60_000_000), { level: 9 })
    const at = bomb.indexOf('IDAT') - 4
    const head = Buffer.alloc(8)
    head.writeUInt32BE(packed.length, 0)
    head.write('IDAT', 4, 'latin1')
    const whole = Buffer.concat([bomb.subarray(0, at), head, packed, Buffer.alloc(4), bomb.subarray(-12)])
    expect(await failure(whole, 'png')).toBe('damaged')
    expect(await readAs(pngOf(pageAt(0)), 'png')).toMatchObject({ page: 1 })
  })

  test('an abort stops the reading at once', async () => {
    const stop = new AbortController()
    const other = openScanner({ mostPages: 200, signal: stop.signal })
    await other.open(pngOf(pageAt(0)), 'png')
    const reading = other.codes(1)
    stop.abort(new Error('stopped'))
    await expect(reading).rejects.toThrow('stopped')
    await other.close()
  })
})
