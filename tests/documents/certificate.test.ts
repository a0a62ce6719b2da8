import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { CertificatePress, prepareImages } from '../../src/main/documents/certificate/draw.ts'
import { parsedFont } from '../../src/main/documents/fonts.ts'
import { layText } from '../../src/main/documents/pdf-text.ts'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'
import { fourSignatories, longName, sampleAssets, sampleCertificate } from './certificate-sample.ts'
import { run } from './second-programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
let press: CertificatePress
beforeAll(async () => {
  press = new CertificatePress(await prepareImages(sampleAssets))
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function draw(changed: Partial<FrozenCertificate> = {}): string {
  const path = join(folder, `${(files += 1)}.pdf`)
  writeFileSync(path, press.separateFile(sampleCertificate(changed)))
  return path
}

const textOf = (path: string) => run('pdftotext', '-layout', path, '-').toString('utf8').normalize('NFC').replaceAll(/\s+/g, ' ')

const models = ['sober', 'festive'] as const
const manyThemes: Partial<FrozenCertificate> = {
  personName: longName,
  signatories: fourSignatories,
  registerText: 'Libro 2 · Folio 15 · Registro 345',
  syllabus: { heading: 'Temario', lines: Array.from({ length: 90 }, (_, i) => `${i + 1}. Gobierno electrónico y generación de valor público`) },
}

test.each(models)('the %s paper is sound, A4 on its side, with every face embedded', (model) => {
  for (const changed of [{}, manyThemes, { logos: [], signatories: [], documentText: null, legalBasis: null, headingNote: null }]) {
    const path = draw({ model, ...changed })
    expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors found')
    const fonts = run('pdffonts', path).toString().trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    for (const line of fonts) expect(line).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
    expect(run('pdftotext', '-bbox', path, '-').toString()).toContain('<page width="841.890000" height="595.280000">')
  }
})

test.each(models)('the %s paper says every word that was frozen', (model) => {
  const frozen = sampleCertificate({ model, ...manyThemes })
  const read = textOf(draw(frozen))
  for (const words of [
    frozen.number, frozen.personName, frozen.documentText, frozen.entity.unit, frozen.legalBasis, frozen.issuedLine, frozen.codeLabel,
    '7K3QM-X9P2A', frozen.registerText, 'Año de la Esperanza', 'Decenio de la Igualdad', 'Alcalde Provincial', '90. Gobierno electrónico',
  ]) {
    for (const word of (words ?? '').split(' ')) expect(read).toContain(word)
  }
  expect(read).toMatch(/24 horas lectivas de 45 minutos/)
})

test.each(models)('names of every language of Peru are read back as they were written (%s)', (model) => {
  for (const name of [
    'JOSÉ QUISPE', 'O’HIGGINS D’ANGELO', 'ÑAHUI ÑAUPARI', 'ĨWÃ TSAMAJẼIN', 'T’ITO CH’OQUE', 'TUMI DËMASH', 'Chʼaska Tʼika',
    'Wa̱mpis E̱kent U̱num', 'Ñ̃ako G̃atu', 'Bɨnia Ɨʔco', 'Ʉrarina Ǫbo', 'Rosa\u0301 María'.normalize('NFD'), 'Āna Ēva Īna Ōna Ūna Čari',
  ]) {
    expect(textOf(draw({ model, personName: name }))).toContain(name.normalize('NFC'))
  }
})

test('every letter of the test set has a glyph in every face of the models', () => {
  const letters =
    'ÁÃÄÉËÍÏÑÓÕÚÜáãäéëíïñóõúüĀāČčĒēĨĩĪīŌōŨũŪūƗǪǫɄɨʉʔʼẼẽ’°ºª–—“”«»…S/.¿¡' +
    ['a̱', 'e̱', 'i̱', 'u̱', 'g̃', 'ñ̃', 'm̈', 'ǫ́', 'ã̀', 'ĉ', 'ą', 'ǧ'].join('')
  for (const face of ['serif', 'serifItalic', 'serifSemiBold', 'display', 'displayMedium', 'displayBold', 'displayBlack'] as const) {
    const ids = parsedFont(face).layout(letters.normalize('NFC')).glyphs.map((glyph: { readonly id: number }) => glyph.id)
    expect({ face, missing: ids.filter((id: number) => id === 0) }).toEqual({ face, missing: [] })
  }
  expect(parsedFont('symbols').hasGlyphForCodePoint('✓'.codePointAt(0) ?? 0)).toBe(true)
})

test('a combining mark sits at its letter, not after it', () => {
  const plain = layText('serif', 'a')[0]
  const marked = layText('serif', 'a̱')[0]
  expect(marked?.width).toBe(plain?.width)
  expect(marked?.segments.map((segment) => segment.items).join('')).toMatch(/<[0-9a-f]{4}> -?\d+ <[0-9a-f]{4}>/)
})

test('a name with a letter the face lacks is set whole in a face that has it', () => {
  const path = draw({ personName: 'Ana ✓ Quispe', model: 'festive' })
  expect(run('pdffonts', path).toString()).toContain('DejaVuSans')
  expect(textOf(path)).toContain('Ana ✓ Quispe')
})

test.each(models)('the longest words stay inside the page and clear of its border (%s)', (model) => {
  const path = draw({
    model,
    personName: longName,
    number: 'N° 00123-2026-GRPPAT-GRLL/SGRH-OCAP',
    signatories: fourSignatories,
    entity: {
      name: 'GERENCIA REGIONAL DE PLANEAMIENTO, PRESUPUESTO Y ACONDICIONAMIENTO TERRITORIAL DEL GOBIERNO REGIONAL DE LA LIBERTAD NORTE',
      unit: 'SUBGERENCIA DE DESARROLLO INSTITUCIONAL, MODERNIZACIÓN Y TECNOLOGÍAS DE LA INFORMACIÓN Y COMUNICACIÓN',
      ruc: null,
      yearName: 'Año de la Recuperación y Consolidación de la Economía Peruana',
      decadeName: 'Decenio de la Igualdad de Oportunidades para Mujeres y Hombres',
    },
    statement: [{ text: 'por haber participado en el curso «', strong: false }, { text: 'Fortalecimiento de capacidades '.repeat(12), strong: true }, { text: '», con una duración de 120 horas.', strong: false }],
  })
  const words = [...run('pdftotext', '-bbox', path, '-').toString().matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)]
  expect(words.length).toBeGreaterThan(80)
  const outside = words.filter(
    ([, xMin, yMin, xMax, yMax]) => Number(xMin) < 50 || Number(yMin) < 25 || Number(xMax) > 841.89 - 50 || Number(yMax) > 595.28 - 25,
  )
  expect(outside.map((found) => found[5])).toEqual([])
  const read = textOf(path)
  for (const word of longName.split(' ')) expect(read).toContain(word)
})

test('a name shrinks no further than 60 % before it takes two lines', () => {
  const sizeOf = (name: string) => {
    const lines = run('pdftotext', '-bbox-layout', draw({ personName: name }), '-').toString()
    return [...lines.matchAll(/<line[^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"[^>]*>([\s\S]*?)<\/line>/g)]
      .filter((line) => name.split(' ').includes(line[3]?.match(/>([^<\n]+)<\/word>/)?.[1] ?? ''))
      .map((line) => Math.round(Number(line[2]) - Number(line[1])))
  }
  const short = sizeOf('Ana Zúñiga')
  const two = sizeOf(longName)
  expect(short).toHaveLength(1)
  expect(two).toHaveLength(2)
  expect(Math.min(...two)).toBeGreaterThanOrEqual(Math.floor((short[0] ?? 0) * 0.6))
})

test.each(models)('the QR is read from the printed page (%s)', async (model) => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
  for (const qrText of [sampleCertificate().qrText, `https://constancia.pe/#${'31415926535897932384626433832795'.repeat(20)}`]) {
    const image = run('pdftoppm', '-r', '200', '-png', draw({ model, qrText }))
    const [found] = await readBarcodes(new Uint8Array(image), { formats: ['QRCode'], tryHarder: true })
    expect(found?.text).toBe(qrText)
  }
})

test('the same record gives the same bytes, alone or after others', async () => {
  const frozen = sampleCertificate({ personName: 'Ñusta Mamani' })
  const first = press.separateFile(frozen)
  press.separateFile(sampleCertificate({ model: 'festive', personName: 'ᏣᎳᎩ ﬁn', heading: 'Constancia' }))
  const fresh = new CertificatePress(await prepareImages(sampleAssets))
  expect(Buffer.from(press.separateFile(frozen)).equals(Buffer.from(first))).toBe(true)
  expect(Buffer.from(fresh.separateFile(frozen)).equals(Buffer.from(first))).toBe(true)
})

test('a damaged image is left out and the paper stands', async () => {
  const [broken = ''] = sampleAssets.keys()
  const assets = new Map(sampleAssets).set(broken, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
  const path = join(folder, 'damaged.pdf')
  writeFileSync(path, new CertificatePress(await prepareImages(assets)).separateFile(sampleCertificate()))
  expect(run('qpdf', '--check', path).toString()).toContain('No syntax')
})
