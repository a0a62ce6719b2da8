import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawSignSheets } from '../../src/main/documents/drawing-batch.ts'
import { fitted, planOf } from '../../src/main/documents/sign-sheet-layout.ts'
import type { SignSheets } from '../../src/main/documents/sign-sheet-model.ts'
import { signSheetsPdf } from '../../src/main/documents/sign-sheet-pdf.ts'
import { mostSignatures } from '../../src/main/documents/sign-sheet-model.ts'
import { run } from './second-programs.ts'
import { header, sampleImage, signSheet, signSheets } from './sign-sheet-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const millimetre = 72 / 25.4
const columns = Array.from({ length: mostSignatures }, (_, at) => at + 1)

async function drawn(name: string, sheets: SignSheets): Promise<string> {
  const pieces = []
  for await (const piece of drawSignSheets(sheets)) pieces.push(piece)
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat(pieces))
  return path
}

const wordsOf = (path: string, ...more: string[]): string => run('pdftotext', ...more, path, '-').toString('utf8').replace(/\s+/g, ' ')

describe('the plan of a page', () => {
  test.each(columns)('with %d signatures has rows of 9 mm or more, a QR of 22 mm or more, and both codes apart from all else', (signatures) => {
    const plan = planOf(signatures)
    expect(plan.table.row).toBeGreaterThanOrEqual(9 * millimetre)
    expect(plan.qr.side).toBeGreaterThanOrEqual(22 * millimetre)
    const module = plan.copy.side / 33
    const bottom = plan.table.top + plan.table.head + plan.table.rows * plan.table.row
    // Four modules of white around each (ISO/IEC 18004, 6.3.8).
    expect(plan.copy.y - bottom).toBeGreaterThanOrEqual(4 * module)
    expect(plan.facts.top - (plan.qr.y + plan.qr.side)).toBeGreaterThanOrEqual((4 * plan.qr.side) / 33)
    const last = plan.columns.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(plan.right, 3)
    expect(last?.width).toBeGreaterThanOrEqual(18 * millimetre)
  })
})

describe('a sheet on paper', () => {
  let paper = ''
  beforeAll(async () => {
    const logo = sampleImage('assets/logo-municipalidad.png')
    paper = await drawn('a.pdf', signSheets([signSheet(60), signSheet(20, { signatures: ['Firma 1', 'Firma 2', 'Firma 3'], code: 'PQRTVW' })], { header: { ...header(), logos: [logo, logo], hasOwnLogo: true } }))
  })

  test('is a sound PDF of upright and lying pages with its own faces', () => {
    expect(run('qpdf', '--check', paper).toString()).toContain('No syntax or stream encoding errors')
    expect(run('pdffonts', paper).toString().trim().split('\n').slice(2).filter((line) => !/ yes yes yes /.test(line))).toEqual([])
  })

  test('says every name whole, numbers every row, and tells which page of how many', () => {
    const words = wordsOf(paper, '-f', '1', '-l', '4', '-raw')
    for (const name of ['TSAMAJẼIN ĨWÃ', 'CH’OQUE', 'VILLAVICENCIO', 'HUAMANCHUMO', 'Acondicionamiento', 'Guadalupe Milagros']) expect(words).toContain(name)
    for (let row = 1; row <= 65; row += 1) expect(words).toMatch(new RegExp(`(^| )${row} `))
    expect([1, 2, 3, 4].filter((page) => words.includes(`Página ${page} de 4`))).toEqual([1, 2, 3, 4])
    expect(words.split('Nombre y DNI')).toHaveLength(6)
    expect(words.split('Responsable')).toHaveLength(5)
  })

  test('shows the code of its sheet on each page, in letters too', () => {
    const words = wordsOf(paper, '-raw')
    expect(words.split('Hoja K7M2QX')).toHaveLength(5)
    expect(words.split('Hoja PQRTVW')).toHaveLength(4)
  })

  test('is the same bytes however the threads that unpack its logos finish', async () => {
    const logos = ['assets/logo-municipalidad.png', 'assets/logo-escuela.png', 'assets/logo-fondo.png'].map(sampleImage)
    const sheets = signSheets([signSheet(3)], { header: { ...header(), logos, hasOwnLogo: true } })
    const drawn = await Promise.all(Array.from({ length: 12 }, async () => {
      const pieces: Uint8Array[] = []
      for await (const piece of signSheetsPdf(sheets)) pieces.push(piece)
      return createHash('sha256').update(Buffer.concat(pieces)).digest('hex')
    }))
    expect(new Set(drawn).size).toBe(1)
  })

  test('is the same bytes when drawn again', async () => {
    const again = () => drawn('b.pdf', signSheets([signSheet(3)]))
    const first = readFileSync(await again())
    expect(readFileSync(await again()).equals(first)).toBe(true)
  })

  test('whose words are all too long cuts none of them', async () => {
    const long = 'Fortalecimiento de capacidades para la formulación concertada de instrumentos de gestión territorial intercultural '.repeat(3).trim()
    const facts = [1, 2].map((line) => Array.from({ length: 4 }, (_, at) => ({ label: `Sesión ${line * 4 + at - 3}`, value: `${long} FIN${line * 4 + at - 3}`, share: 1 })))
    const sheet = signSheet(1, { course: `${long} FINCURSO`, context: `${long} FINGRUPO`, facts: [...facts, [{ label: 'Lugar', value: `${long} FINLUGAR`, share: 1 }]], signatures: Array.from({ length: 8 }, (_, at) => `Firma ${at + 1}\n08:00 a 08:45`), rows: [{ name: `${long.toUpperCase().slice(0, 190)} FINNOMBRE`, organisation: `${long} FINORG`, document: '•••••678' }] })
    const words = wordsOf(await drawn('long.pdf', signSheets([sheet], { header: { ...header(), entityName: `${long} FINENTIDAD` } })), '-raw')
    for (const end of ['FINCURSO', 'FINGRUPO', 'FINLUGAR', 'FINNOMBRE', 'FINORG', 'FINENTIDAD', 'FIN1', 'FIN8']) expect(words).toContain(end)
  })

  test('stops when it is told to, and leaves no thread behind', async () => {
    const stop = new AbortController()
    const pieces = drawSignSheets(signSheets(Array.from({ length: 30 }, () => signSheet(300))), { signal: stop.signal })
    await pieces.next()
    stop.abort(new Error('stopped'))
    await expect(pieces.next()).rejects.toThrow('stopped')
  })
})

describe('a text made to fit', () => {
  test('keeps its words whole as long as letters stay readable', () => {
    const { lines, size } = fitted('Acondicionamiento Territorial', 'sans', { width: 60, height: 22, max: 9 })
    expect(lines).toEqual(['Acondicionamiento', 'Territorial'])
    expect(size).toBeGreaterThan(5)
  })
})
