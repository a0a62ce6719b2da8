import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker, isMainThread, workerData } from 'node:worker_threads'
import type PDFDocument from 'pdfkit'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'
import { backgroundBytes, benchAssets, benchCertificate } from './certificate-bench-assets.ts'

// Certificates a second, each measurement in a fresh process, from its start to the last byte on disk: loading what the way
// needs (hence the imports inside), parsing faces and decoding images included.

type Way = 'product' | 'bare' | 'naive'
type Shape = 'one' | 'separate'

interface Figure {
  readonly perSecond: number
  /** Megabytes, at the highest. */
  readonly memory: number
}

const self = fileURLToPath(import.meta.url)
const repeats = Number(process.env['BENCH_REPEATS'] ?? 5)

/** Prints the figures of issue 2, section 3. Never fails. */
export async function run(): Promise<void> {
  console.log(`Certificates a second (median of ${repeats}; background ${Math.round(backgroundBytes.length / 1024)} KB, two signatures, QR)`)
  console.log('                            product     limit   product/limit      naive   product memory')
  for (const [shape, count] of [['one', 320], ['one', 2000], ['one', 10_000], ['separate', 320], ['separate', 2000]] as const) {
    const product = await median('product', shape, count)
    const bare = await median('bare', shape, count)
    // Naive separate files take minutes by the thousand: 320 of them say it.
    const naive = shape === 'separate' && count > 320 ? null : await median('naive', shape, count)
    const label = `${String(count).padStart(6)} ${shape === 'one' ? 'in one file' : 'separate, 2 threads'}`
    console.log(
      `${label.padEnd(27)} ${show(product.perSecond)} ${show(bare.perSecond)} ${`${Math.round((100 * product.perSecond) / bare.perSecond)} %`.padStart(14)} ${naive === null ? '         –' : show(naive.perSecond)} ${`${Math.round(product.memory)} MB`.padStart(15)}`,
    )
  }
}

function show(value: number): string {
  return String(Math.round(value)).padStart(9)
}

async function median(way: Way, shape: Shape, count: number): Promise<Figure> {
  const figures: Figure[] = []
  for (let turn = 0; turn < repeats; turn += 1) {
    const said = execFileSync(process.execPath, [self, 'measure', way, shape, String(count)], { encoding: 'utf8' })
    const [perSecond = 0, memory = 0] = said.trim().split(' ').map(Number)
    figures.push({ perSecond, memory })
  }
  figures.sort((a, b) => a.perSecond - b.perSecond)
  return figures[Math.floor(figures.length / 2)] ?? { perSecond: 0, memory: 0 }
}

async function measure(way: Way, shape: Shape, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-certificates-'))
  if (way === 'product') await product(shape, count, folder)
  else if (way === 'bare') await bare(shape, count, folder)
  else await naive(shape, count, folder)
  const seconds = performance.now() / 1000
  rmSync(folder, { recursive: true })
  console.log(`${count / seconds} ${process.resourceUsage().maxRSS / 1024}`)
  process.exit(0)
}

function* records(from: number, to: number): Generator<FrozenCertificate> {
  for (let index = from; index < to; index += 1) yield benchCertificate(index)
}

async function product(shape: Shape, count: number, folder: string): Promise<void> {
  const { drawPrintFile, drawSeparateFiles } = await import('../../src/main/documents/certificate-batch.ts')
  if (shape === 'one') {
    const file = openSync(join(folder, 'all.pdf'), 'w')
    for await (const bytes of drawPrintFile(records(0, count), benchAssets)) writeSync(file, bytes)
    closeSync(file)
    return
  }
  for await (const { index, bytes } of drawSeparateFiles(records(0, count), benchAssets)) writeFileSync(join(folder, `${index}.pdf`), bytes)
}

async function bare(shape: Shape, count: number, folder: string): Promise<void> {
  if (shape === 'one') {
    const { emitBare, prepareBare } = await import('./certificate-bare-emitter.ts')
    const file = openSync(join(folder, 'all.pdf'), 'w')
    emitBare(await prepareBare(benchCertificate(0), benchAssets), records(0, count), (bytes) => writeSync(file, bytes))
    closeSync(file)
    return
  }
  const half = Math.ceil(count / 2)
  const work = [[0, half], [half, count]].map(
    ([from, to]) =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(self, { workerData: { from, to, folder } })
        worker.on('error', reject)
        worker.on('exit', () => resolve())
      }),
  )
  await Promise.all(work)
}

async function bareHalf(half: { readonly from: number; readonly to: number; readonly folder: string }): Promise<void> {
  const { emitBare, prepareBare } = await import('./certificate-bare-emitter.ts')
  const shared = await prepareBare(benchCertificate(0), benchAssets)
  for (let index = half.from; index < half.to; index += 1) {
    const chunks: Uint8Array[] = []
    emitBare(shared, [benchCertificate(index)], (bytes) => chunks.push(bytes))
    writeFileSync(join(half.folder, `${index}.pdf`), Buffer.concat(chunks))
  }
}

/** pdfkit as its manual's first pages show it: paths and files at every use, a rectangle for each module. */
async function naive(shape: Shape, count: number, folder: string): Promise<void> {
  const [{ default: Document }, { create }, { fontPath }] = await Promise.all([import('pdfkit'), import('qrcode'), import('../../src/main/documents/fonts.ts')])
  const assets = join(folder, 'assets')
  mkdirSync(assets)
  const imageOf = (hash: string | null) => join(assets, `${hash}.png`)
  for (const [hash, bytes] of benchAssets) writeFileSync(imageOf(hash), bytes)
  const page = (doc: InstanceType<typeof PDFDocument>, frozen: FrozenCertificate) => {
    const text = (face: 'serif' | 'serifSemiBold', words: string, size: number, y: number) =>
      doc.font(fontPath(face)).fontSize(size).text(words, 60, y, { width: 722, align: 'center' })
    doc.addPage()
    doc.image(imageOf(frozen.artworkHash), 0, 0, { width: 842 })
    text('serifSemiBold', frozen.entity.name, 12, 110)
    text('serif', frozen.entity.unit ?? '', 9.5, 128)
    text('serif', frozen.heading.toUpperCase(), 33, 180)
    text('serif', frozen.givenTo, 11, 248)
    text('serifSemiBold', frozen.personName, 35, 262)
    text('serif', frozen.documentText ?? '', 10.5, 326)
    text('serif', frozen.statement.map((span) => span.text).join(''), 12.5, 350)
    text('serif', frozen.issuedLine, 10.5, 428)
    text('serifSemiBold', frozen.number, 9.5, 76)
    for (const [index, signatory] of frozen.signatories.entries()) {
      doc.image(imageOf(signatory.imageHash), 220 + index * 240, 450, { width: 120 })
      doc.fontSize(8.75).text(signatory.name, 200 + index * 240, 496, { width: 160, align: 'center' })
      doc.font(fontPath('serif')).fontSize(7.5).text(signatory.post, 200 + index * 240, 508, { width: 160, align: 'center' })
    }
    const { modules } = create(frozen.qrText, { errorCorrectionLevel: 'M' })
    const module = 98 / (modules.size + 8)
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column)) doc.rect(676 + (column + 4) * module, 426 + (row + 4) * module, module, module).fill('#000000')
      }
    }
    doc.fontSize(8.5).text(frozen.code, 676, 538, { width: 98, align: 'center' })
  }
  const options = { size: 'A4', layout: 'landscape', margin: 0, autoFirstPage: false } as const
  const write = (path: string, from: number, to: number) => {
    const doc = new Document(options)
    const file = openSync(path, 'w')
    const take = () => {
      const bytes: unknown = doc.read()
      if (bytes instanceof Uint8Array) writeSync(file, bytes)
    }
    for (const frozen of records(from, to)) {
      page(doc, frozen)
      take()
    }
    doc.end()
    take()
    closeSync(file)
  }
  if (shape === 'one') write(join(folder, 'all.pdf'), 0, count)
  else for (let index = 0; index < count; index += 1) write(join(folder, `${index}.pdf`), index, index + 1)
}

if (!isMainThread && workerData !== null) await bareHalf(workerData)
else if (isMainThread && process.argv[1] === self) {
  const [, , command, way, shape, count] = process.argv
  if (command === 'measure') await measure(way as Way, shape as Shape, Number(count))
  else await run()
}
