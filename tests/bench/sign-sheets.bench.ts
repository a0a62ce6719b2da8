import { drawSignSheets } from '../../src/main/documents/drawing-batch.ts'
import { pngOf, turned } from '../../src/main/intake/scan-pixels.ts'
import { readPng } from '../../src/main/intake/scan-png.ts'
import { openScanner } from '../../src/main/intake/scan.ts'
import { signSheet, signSheets } from '../documents/sign-sheet-sample.ts'
import { medianOf, percentile, report } from './measure.ts'

/** Sign-in sheets drawn, from asking to the last byte, the start of their thread included; and pages read back. */
async function bytesOf(sheets: Parameters<typeof drawSignSheets>[0]): Promise<Buffer> {
  const pieces = []
  for await (const piece of drawSignSheets(sheets)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const thousand = signSheets([signSheet(1000)])
const ms = await medianOf(5, () => bytesOf(thousand))
const bytes = await bytesOf(thousand)
report('sign-in sheet of 1,000 people', `${Math.round(ms)} ms`, `held against 3,000 ms · 51 pages · ${Math.round(bytes.length / 1024)} KB`)

const forty = signSheets(Array.from({ length: 40 }, () => signSheet(320)))
report('40 sheets of 320 people', `${Math.round(await medianOf(3, () => bytesOf(forty)))} ms`, '680 pages')

const scanner = openScanner({ mostPages: 200 })
const taken: number[] = []
await scanner.open(bytes, 'pdf')
await scanner.codes(1)
for (let page = 2; page <= 30; page += 1) {
  const start = performance.now()
  await scanner.codes(page)
  taken.push(performance.now() - start)
}
report('code found on a page of a PDF', `${Math.round(percentile(taken, 0.5))} ms`, `slowest of 29: ${Math.round(Math.max(...taken))} ms`)
const picture = await medianOf(5, () => scanner.picture(1, 1, 110))
report('page drawn as a picture at 110 dots an inch', `${Math.round(picture)} ms`)
const blank = readPng(await scanner.picture(1, 0, 200))
await scanner.open(pngOf(turned({ ...blank, data: blank.data.fill(255) }, 1)), 'png')
report('page without a code looked through to the end', `${Math.round(await medianOf(3, () => scanner.codes(1)))} ms`)
await scanner.close()
