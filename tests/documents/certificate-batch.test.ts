import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { drawPreview, drawPrintFile, drawSeparateFiles } from '../../src/main/documents/certificate-batch.ts'
import { giveThread, takeThread } from '../../src/main/documents/certificate/thread.ts'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'
import { sampleAssets, sampleCertificate } from './certificate-sample.ts'
import { run } from './second-programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'certificates-'))
afterAll(() => rmSync(folder, { recursive: true }))

const first = ['María', 'José', 'Rosa', 'Luis', 'Ĩwã']
const last = ['Quispe', 'Huamán', 'Ñahui', 'Tsamajẽin']
const person = (index: number) => `${first[index % 5]} ${last[index % 4]} ${index}`
const batch = (count: number, changed: Partial<FrozenCertificate> = {}) =>
  Array.from({ length: count }, (_, index) => sampleCertificate({ personName: person(index), number: `N° ${index}-2026`, ...changed }))

async function whole(records: readonly FrozenCertificate[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of drawPrintFile(records, sampleAssets)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('one file to print has every certificate in the order given, and the same bytes every time', async () => {
  const records = [...batch(90), ...batch(15, { model: 'festive', syllabus: { heading: 'Temario', lines: ['Gobierno digital'] } })]
  const bytes = await whole(records)
  expect((await whole(records)).equals(bytes)).toBe(true)
  const path = join(folder, 'print.pdf')
  writeFileSync(path, bytes)
  expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors found')
  expect(run('qpdf', '--show-npages', path).toString().trim()).toBe(String(90 + 2 * 15))
  const read = run('pdftotext', path, '-').toString('utf8').normalize('NFC')
  const places = records.slice(0, 90).map((record) => read.indexOf(`${record.personName}\n`))
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
})

test('images and faces are embedded once, however many pages', async () => {
  expect((await whole(batch(100))).length).toBeLessThan((await whole(batch(1))).length + 100 * 4000)
})

test('separate files come in order, each the bytes that a preview of it has', async () => {
  const records = [...batch(130), ...batch(2, { model: 'festive' })]
  const seen: number[] = []
  const files: Uint8Array[] = []
  for await (const { index, bytes } of drawSeparateFiles(records, sampleAssets, { onProgress: (done) => seen.push(done) })) {
    expect(index).toBe(files.length)
    files.push(bytes)
  }
  expect(files).toHaveLength(132)
  expect(seen).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 132])
  for (const index of [0, 77, 131]) {
    const record = records[index]
    if (record === undefined) throw new Error('the batch is shorter than that')
    expect(Buffer.from(await drawPreview(record, sampleAssets)).equals(Buffer.from(files[index] ?? []))).toBe(true)
  }
})

test('records may come from a cursor, and are only read as far as drawing needs', async () => {
  let read = 0
  async function* cursor() {
    for (const record of batch(1000)) {
      read += 1
      yield record
    }
  }
  for await (const { index } of drawSeparateFiles(cursor(), sampleAssets)) if (index === 0) break
  expect(read).toBeLessThanOrEqual(5 * 10)
})

test('a cancelled batch stops at once with the reason it was given', async () => {
  const stop = new AbortController()
  let chunks = 0
  const printing = async () => {
    for await (const chunk of drawPrintFile(batch(2000), sampleAssets, { signal: stop.signal })) {
      chunks += chunk.length > 0 ? 1 : 0
      stop.abort(new Error('cancelled by the clerk'))
    }
  }
  await expect(printing()).rejects.toThrow('cancelled by the clerk')
  expect(chunks).toBe(1)
})

test('a batch that was stopped leaves the next one well', async () => {
  const stop = new AbortController()
  const files = drawSeparateFiles(batch(500), sampleAssets, { signal: stop.signal })
  await files.next()
  stop.abort(new Error('cancelled'))
  const rest = async () => {
    for await (const { index } of files) expect(index).toBeLessThan(500)
  }
  await expect(rest()).rejects.toThrow('cancelled')
  expect((await whole(batch(3))).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
})

test('a preview gives its thread back warm, for the next change on the screen', async () => {
  const warm = takeThread()
  giveThread(warm, true)
  await drawPreview(sampleCertificate({}), sampleAssets)
  const next = takeThread()
  expect(next === warm && !next.ended).toBe(true)
  giveThread(next, true)
})
