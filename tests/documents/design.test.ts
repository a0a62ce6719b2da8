import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { CertificatePress, prepareImages } from '../../src/main/documents/certificate/draw.ts'
import { checkDesign } from '../../src/main/documents/design/check.ts'
import { layOut } from '../../src/main/documents/design/layout.ts'
import { modelDocument } from '../../src/main/documents/design/models.ts'
import { sampleWords } from '../../src/main/documents/design/samples.ts'
import { qrTextOf, wordsOf } from '../../src/main/documents/design/words.ts'
import { parsedFont } from '../../src/main/documents/fonts.ts'
import { designDocument } from '../../src/shared/contract/designs.ts'
import type { FrozenPaper } from '../../src/shared/contract/frozen.ts'
import { plainValue } from '../../src/shared/domain/design/template.ts'
import { modelNames } from '../../src/shared/domain/design/models.ts'
import type { ModelName } from '../../src/shared/domain/design/models.ts'
import { sampleAssets, longName } from './certificate-sample.ts'
import { samplePaper, sampleSeal } from './design-sample.ts'
import { run } from './second-programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'design-'))
let press: CertificatePress
beforeAll(async () => {
  press = new CertificatePress(await prepareImages(sampleAssets))
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function draw(paper: FrozenPaper): string {
  const path = join(folder, `${(files += 1)}.pdf`)
  writeFileSync(path, press.separateFile(paper))
  return path
}

const meant = { sober: ['certificado', 'participant'], festive: ['certificado', 'participant'], attendance: ['constancia', 'participant'], speaker: ['constancia', 'speaker'], organiser: ['constancia', 'organiser'] } as const
const wordsFor = (model: ModelName, kind: 'usual' | 'longest') => sampleWords(kind, { paperKind: meant[model][0], role: meant[model][1], language: 'es' })
const paperOf = (model: ModelName, kind: 'usual' | 'longest') => samplePaper({ document: modelDocument(model), words: wordsFor(model, kind) })
const read = (path: string) => run('pdftotext', '-layout', path, '-').toString('utf8').normalize('NFC').replaceAll(/\s+/g, ' ')
const letters = (text: string) => text.replaceAll(/\s/g, '').toUpperCase()

test.each(modelNames)('the model %s is a design like any other, each element with its own id', (model) => {
  const document = modelDocument(model)
  expect(designDocument.parse(document)).toEqual(document)
  const ids = document.pages.flatMap((page) => page.elements.map((element) => element.id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(document.pages.map((page) => page.when)).toEqual(['always', 'syllabus'])
  expect(modelDocument(model, 'en').styles).not.toEqual(document.styles)
})

test.each(modelNames)('nothing is wrong with the model %s, the longest words and the worst seal included', (model) => {
  for (const kind of ['usual', 'longest'] as const) expect(checkDesign(modelDocument(model), wordsFor(model, kind), new Map())).toEqual([])
})

test.each(modelNames)('the paper of %s is sound, made to be kept, and every face is embedded', (model) => {
  const path = draw(paperOf(model, 'longest'))
  expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors found')
  for (const line of run('pdffonts', path).toString().trim().split('\n').slice(2)) expect(line).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
  expect([...run('pdftotext', '-bbox', path, '-').toString().matchAll(/<page width="([\d.]+)" height="([\d.]+)">/g)].map((page) => [page[1], page[2]])).toEqual([['841.890000', '595.280000'], ['841.890000', '595.280000']])
  const bytes = readFileSync(path, 'latin1')
  expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</)
  expect(bytes).toMatch(/\/OutputIntents \[\d+ 0 R\][\s\S]*\/Metadata \d+ 0 R/)
  expect(bytes).toContain('/Marked true')
  expect(bytes).toContain('/Lang (es-PE)')
})

test.each(modelNames)('the paper of %s says everything that was frozen, whole, be it the usual or the longest', (model) => {
  for (const kind of ['usual', 'longest'] as const) {
    const paper = paperOf(model, kind)
    const { fields, signatories, tables } = wordsOf(paper)
    const said = letters(read(draw(paper)))
    for (const field of ['encabezado', 'nota_encabezado', 'numero', 'codigo', 'linea_sello', 'huella', 'otorgado_a', 'documento', 'base_legal', 'entidad', 'unidad', 'nombre_anio', 'lugar_y_fecha', 'registro', 'temario_titulo', 'version'] as const) {
      for (const word of plainValue(fields[field]).split(' ')) expect(said).toContain(letters(word))
    }
    for (const word of `${plainValue(fields.nombre)} ${plainValue(fields.enunciado)}`.split(' ')) expect(said).toContain(letters(word))
    for (const one of signatories) for (const word of `${one.name} ${one.post} ${one.entity ?? ''}`.split(' ')) expect(said).toContain(letters(word))
    for (const row of tables['syllabus'] ?? []) for (const word of (row['tema'] ?? '').split(' ')) expect(said).toContain(letters(word))
  }
})

test.each(modelNames)('every word of %s lies inside the page, and none on the QR', (model) => {
  const words = wordsFor(model, 'longest')
  const [front] = layOut(modelDocument(model), words, new Map())
  const qr = modelDocument(model).pages[0]?.elements.find((element) => element.kind === 'qr')
  const square = { left: ((qr?.x ?? 0) * 72) / 25.4, top: ((qr?.y ?? 0) * 72) / 25.4 }
  for (const item of front?.items ?? []) {
    if (item.kind !== 'text' || item.copies !== undefined) continue
    expect(item.x).toBeGreaterThan(14)
    expect(item.x + item.width).toBeLessThan(841.89 - 14)
    expect(item.y).toBeLessThan(595.28 - 14)
    expect(item.x + item.width < square.left || item.y < square.top || item.y > square.top + 107).toBe(true)
  }
})

test('names of every language of Peru are read back as they were written', () => {
  const names = [
    'JOSÉ QUISPE', 'O’HIGGINS D’ANGELO', 'ÑAHUI ÑAUPARI', 'ĨWÃ TSAMAJẼIN', 'T’ITO CH’OQUE', 'TUMI DËMASH', 'Chʼaska Tʼika',
    'Wa̱mpis E̱kent U̱num', 'Ñ̃ako G̃atu', 'Bɨnia Ɨʔco', 'Ʉrarina Ǫbo', 'Āna Ēva Īna Ōna Ūna Čari', 'Ana ✓ Quispe', longName,
  ]
  // Between them in every family of faces.
  for (const model of ['sober', 'attendance'] as const) {
    const papers = names.map((name) => samplePaper({ document: modelDocument(model), look: { withSyllabus: false }, own: { personName: name }, fields: { nombre: name } }))
    const [first] = papers
    if (first === undefined) return
    const print = press.printFile(first)
    for (const paper of papers) print.add(paper)
    const path = join(folder, `${model}-names.pdf`)
    writeFileSync(path, print.end())
    const said = read(path)
    for (const name of names) for (const word of name.normalize('NFC').split(' ')) expect(said).toContain(word)
  }
})

test('every letter of the test set has a glyph in every face that a model uses', () => {
  const set =
    'ÁÃÄÉËÍÏÑÓÕÚÜáãäéëíïñóõúüĀāČčĒēĨĩĪīŌōŨũŪūƗǪǫɄɨʉʔʼẼẽ’°ºª–—“”«»…S/.¿¡' + ['a̱', 'e̱', 'i̱', 'u̱', 'g̃', 'ñ̃', 'm̈', 'ǫ́', 'ã̀', 'ĉ', 'ą', 'ǧ'].join('')
  const faces = new Set(modelNames.flatMap((model) => modelDocument(model).styles.map((style) => style.face)))
  expect(faces.size).toBeGreaterThan(7)
  for (const face of faces) {
    const ids = parsedFont(face).layout(set.normalize('NFC')).glyphs.map((glyph: { readonly id: number }) => glyph.id)
    expect({ face, missing: ids.filter((id: number) => id === 0) }).toEqual({ face, missing: [] })
  }
})

test('a letter that the face lacks sets the whole text in one face that has it', () => {
  const pages = layOut(modelDocument('festive'), { ...wordsFor('festive', 'usual'), fields: { ...wordsFor('festive', 'usual').fields, nombre: 'Ana ᏣᎳᎩ ✓' } }, new Map())
  const faces = new Set(pages[0]?.items.flatMap((item) => (item.kind === 'text' && /Ana|✓/.test(item.text) ? [item.face] : [])))
  expect([...faces]).toEqual(['symbols'])
})

test('the QR of every model is read from the printed page, also the largest seal behind an address', async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  const cases = [...modelNames.map((model) => samplePaper({ document: modelDocument(model), own: { seal: sampleSeal(278, model.length) } })), samplePaper({ own: { seal: sampleSeal(481), qr: { kind: 'seal', prefix: 'https://munis.example.pe/#' } } })]
  for (const paper of cases) {
    const dot = 200 / 25.4
    const qr = paper.look.document.pages[0]?.elements.find((element) => element.kind === 'qr')
    const [x, y] = [(qr?.x ?? 0) - 3, (qr?.y ?? 0) - 3].map((millimetres) => String(Math.round(millimetres * dot)))
    const side = String(Math.round(46 * dot))
    const image = run('pdftoppm', '-r', '200', '-f', '1', '-l', '1', '-x', x ?? '0', '-y', y ?? '0', '-W', side, '-H', side, '-png', draw(paper))
    const [found] = await readBarcodes(new Uint8Array(image), { formats: ['QRCode'], tryHarder: true })
    expect(found?.text).toBe(qrTextOf(paper.own))
  }
}, 60_000)

test('dark modules of neighbouring rows have no seam between them that an eye could see', () => {
  const image = run('pdftoppm', '-r', '233', '-f', '1', '-l', '1', '-gray', draw(samplePaper()))
  const [head = '', width = '0'] = /^P5\s(\d+)\s\d+\s255\s/.exec(image.toString('latin1', 0, 40)) ?? []
  const qr = modelDocument('sober').pages[0]?.elements.find((element) => element.kind === 'qr')
  // Down the left bar of the upper left finder: seven modules of ink.
  const dot = 233 / 25.4
  const module = (38 / 73) * dot
  const x = Math.round((qr?.x ?? 0) * dot + 4.5 * module)
  const from = Math.round((qr?.y ?? 0) * dot + 4.5 * module)
  const column = Array.from({ length: Math.floor(6 * module) }, (_, at) => image[head.length + (from + at) * Number(width) + x] ?? 255)
  expect(Math.max(...column)).toBeLessThan(32)
})

test('the same paper is the same bytes: alone, after others, among them, and by another press', async () => {
  const paper = samplePaper({ own: { personName: 'Ñusta Mamani' }, fields: { nombre: 'Ñusta Mamani' } })
  const first = Buffer.from(press.separateFile(paper))
  press.separateFile(samplePaper({ document: modelDocument('festive'), own: { personName: 'ᏣᎳᎩ ﬁn' } }))
  const fresh = new CertificatePress(await prepareImages(sampleAssets))
  const few = new CertificatePress(await prepareImages(new Map([...sampleAssets].reverse())))
  expect(first.equals(press.separateFile(paper))).toBe(true)
  expect(first.equals(fresh.separateFile(structuredClone(paper)))).toBe(true)
  expect(first.equals(few.separateFile(paper))).toBe(true)
})

test('papers of both shapes go into one file to print', async () => {
  const { sampleCertificate } = await import('./certificate-sample.ts')
  const print = press.printFile(samplePaper())
  for (const paper of [samplePaper(), sampleCertificate(), samplePaper({ document: modelDocument('speaker') })]) print.add(paper)
  const path = join(folder, 'print.pdf')
  writeFileSync(path, print.end())
  expect(run('qpdf', '--check', path).toString()).toContain('No syntax')
  expect(read(path).match(/María Elena Quispe Huamán/g)?.length).toBe(5)
})

test('a page keeps to itself what is one person’s and little more', () => {
  const bytes = readFileSync(draw(samplePaper()), 'latin1')
  const contents = [...bytes.matchAll(/\/Contents (\d+) 0 R/g)].map(([, object]) => new RegExp(`\\n${object} 0 obj\\n<<[^>]*?/Length \\d+[^>]*?>>\\nstream\\n([\\s\\S]*?)\\nendstream`).exec(bytes)?.[1] ?? '')
  expect(contents).toHaveLength(2)
  const [front = 0, back = 0] = contents.map((content) => deflateSync(Buffer.from(content, 'latin1'), { level: 9 }).length)
  expect(front).toBeGreaterThan(1000)
  expect(front).toBeLessThan(3000)
  expect(back).toBeLessThan(400)
})

test('a reader that speaks is told the page in its order', () => {
  const bytes = readFileSync(draw(samplePaper()), 'latin1')
  expect([...bytes.matchAll(/\/S \/(H1|P|Figure|Document)\b/g)].map((found) => found[1])).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'Figure']))
  // Words beyond ASCII are UTF-16.
  expect(bytes).toContain(Buffer.from('Municipalidad', 'utf16le').swap16().toString('latin1'))
  expect(bytes).toMatch(/\/ParentTree \d+ 0 R/)
})
