import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportData } from '../../src/main/documents/report-model.ts'
import { reportPdf } from '../../src/main/documents/report-pdf.ts'
import { pngOf } from '../support/png.ts'
import { participant, report } from './report-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

const people = Array.from({ length: 120 }, (_, n) => participant(n))
const logo = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/font-family.png')))

/** A PNG of 2 × 2 with a transparent pixel: its transparency is taken apart on the side. */
const clear = pngOf({ width: 2, height: 2 }, [8, 6], Buffer.from([0, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0, 255, 128]))

/** Every letter and mark of PERU.md G.2 that paper must show. */
const letters = [
  'ÁÃÄÉËÍÏÑÓÕÖÚÜáãäéëíïñóõöúü', 'ĀāČčĒēĨĩĪīŌōŨũŪū', 'ƗǪǫɄɨʉʔʼ', 'Ẽẽ’', 'a̱ e̱ i̱ u̱ ñ̃ ä̃', '°ºª–—“”«»…', 'S/ 1,250.00',
]

describe('a report on paper', () => {
  let wide = ''
  beforeAll(async () => {
    wide = await drawn('wide', report(people, { header: { ...report([]).header, logos: [logo, logo] } }))
  })

  test.skipIf(!hasQpdf)('is a sound PDF', () => {
    expect(execFileSync('qpdf', ['--check', wide], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
  })

  test.skipIf(!hasPoppler)('carries every face it uses, none of them the reader’s', () => {
    const faces = execFileSync('pdffonts', [wide], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(faces.length).toBeGreaterThan(0)
    expect(faces.filter((line) => !/ yes yes yes /.test(line))).toEqual([])
  })

  test.skipIf(!hasPoppler)('says on each page which it is, of how many, and repeats the head of the table', () => {
    const pages = textOf(wide)
    const numbered = pages.map((text) => /Página \d+ de \d+/.exec(text)?.[0])
    expect(numbered).toEqual(pages.map((_, i) => `Página ${i + 1} de ${pages.length}`))
    const withRows = pages.filter((text) => /S\/ 1,250\.\d\d/.test(text))
    expect(withRows.length).toBeGreaterThan(3)
    expect(withRows.filter((text) => !/Documento\s+Apellidos y nombres/.test(text))).toEqual([])
  })

  test.skipIf(!hasPoppler)('shows every row once, whole, with the words of its longest cells', () => {
    const words = textOf(wide, false).join(' ').replace(/\s+/g, ' ')
    const missing = people.filter((row) => words.split(` ${String(row[1])} `).length !== 2)
    expect(missing).toEqual([])
    for (const part of ['VILLAVICENCIO', 'HUAMANCHUMO,', 'Acondicionamiento', 'A̱WACHI,', 'TSAMAJẼIN', '=CMD()']) expect(words).toContain(part)
  })

  test.skipIf(!hasPoppler)('has the totals with their shares, and a label at every bar', () => {
    const words = textOf(wide).join('\n').replace(/ +/g, ' ')
    expect(words).toContain('120 registros')
    expect(words).toMatch(/Mujeres 182 56\.9 %/)
    expect(words).toContain('182 · 56.9 %')
    expect(words).toMatch(/Total 320 301 100\.0 %/)
  })

  test.skipIf(!hasPoppler)('writes nothing outside its margins', () => {
    expect(outside(wide, 39)).toEqual([])
  })

  test('is the same bytes for the same data', async () => {
    const data = report(people.slice(0, 20), { header: { ...report([]).header, logos: [logo, clear, logo] } })
    expect(Buffer.compare(await reportPdf(data), await reportPdf(data))).toBe(0)
  })

  test.skipIf(!hasPoppler)('stands upright when its columns fit, and lies when they do not', async () => {
    const narrow = await drawn('narrow', report(people, { columns: report([]).columns.slice(0, 4) }))
    expect(sizeOf(narrow)).toBe('595.28 x 841.89')
    expect(sizeOf(wide)).toBe('841.89 x 595.28')
  })

  test.skipIf(!hasPoppler)('names its title, language and author, and the day it was made', () => {
    const facts = execFileSync('pdfinfo', [wide], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
    expect(facts).toMatch(/Title: +Participantes de la edición/)
    expect(facts).toMatch(/Author: +Municipalidad Provincial de Cajamarca/)
    expect(facts).toMatch(/CreationDate: +Sun Nov 22 00:00:00 2026/)
    expect(readFileSync(wide, 'latin1')).toContain('/Lang (es-PE)')
  })

  test.skipIf(!hasPoppler)('shows every letter of the languages of Peru', async () => {
    const rows = letters.map((text, i) => [i + 1, '0', text, 'F'])
    const path = await drawn('letters', report(rows, { columns: report([]).columns.slice(0, 4), totals: [] }))
    const words = textOf(path).join('\n').normalize('NFC')
    expect(letters.filter((text) => !words.includes(text.normalize('NFC')))).toEqual([])
  })

  test.skipIf(!hasPoppler)('breaks a row taller than a page over the next, and loses none of it', async () => {
    const endless = Array.from({ length: 3_000 }, (_, i) => `palabra${i}`).join(' ')
    const path = await drawn('endless', report([[1, '12345678', endless, 'F'], participant(1).slice(0, 4)], { columns: report([]).columns.slice(0, 4) }))
    const words = new Set(textOf(path).join(' ').split(/\s+/))
    expect(endless.split(' ').filter((word) => !words.has(word))).toEqual([])
    expect(outside(path, 39)).toEqual([])
  })

  test.skipIf(!hasPoppler)('breaks one word that is wider than its column rather than cut it', async () => {
    const word = 'Ñ'.repeat(400)
    const path = await drawn('word', report([[1, '12345678', word, 'F']], { columns: report([]).columns.slice(0, 4), totals: [] }))
    expect((textOf(path).join('').match(/Ñ/g) ?? []).length).toBe(400)
    expect(outside(path, 39)).toEqual([])
  })

  test.skipIf(!hasPoppler)('keeps thirty columns on the page', async () => {
    const columns = Array.from({ length: 30 }, (_, i) => ({ label: `Columna ${i + 1}`, kind: 'text' as const }))
    const rows = Array.from({ length: 20 }, (_, r) => columns.map((_column, c) => `valor ${r}-${c} largo`))
    expect(outside(await drawn('thirty', report(rows, { columns, totals: [] })), 39)).toEqual([])
  })

  test.skipIf(!hasPoppler)('continues a breakdown longer than a page', async () => {
    const rows = Array.from({ length: 196 }, (_, i) => [`Provincia ${i + 1}`, i] as [string, number])
    const totals = [{ title: 'Por provincia', columns: ['Provincia', 'Personas'] as [string, string], rows }]
    const path = await drawn('provinces', report(people.slice(0, 3), { totals }))
    const words = textOf(path).join('\n')
    expect(rows.filter(([label, n]) => !new RegExp(`${label}\\s+${n}\\s`).test(words))).toEqual([])
    expect(words).toContain('Por provincia (1/')
    expect(outside(path, 39)).toEqual([])
  })

  test.skipIf(!hasPoppler)('of no rows and no facts still shows its totals', async () => {
    const path = await drawn('bare', report([], { facts: [], header: { entityName: '', logos: [clear], generatedOn: '2026-11-22' } }))
    expect(textOf(path).join('')).toContain('182 · 56.9 %')
  })

  test.skipIf(!hasPoppler)('of no rows says so, in the reader’s language', async () => {
    expect(textOf(await drawn('none', report([], { totals: [] }))).join('')).toContain('No hay registros que mostrar.')
    const english = textOf(await drawn('english', report([], { totals: [], language: 'en' }))).join('')
    expect(english).toContain('There are no records to show.')
    expect(english).toContain('Page 1 of 1')
  })
})

async function drawn(name: string, data: ReportData): Promise<string> {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, await reportPdf(data))
  return path
}

function textOf(path: string, layout = true): string[] {
  const text = execFileSync('pdftotext', [...(layout ? ['-layout'] : []), path, '-'], { encoding: 'utf8', maxBuffer: 64e6 })
  return text.split('\f').slice(0, -1)
}

function sizeOf(path: string): string | undefined {
  return /Page size: +([\d.]+ x [\d.]+)/.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))?.[1]
}

/** The words whose box leaves the page's margins (points). */
function outside(path: string, margin: number): string[] {
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 64e6 })
  const [, width, height] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes) ?? []
  return boxes.split('\n').filter((line) => {
    const [, x1, y1, x2, y2] = /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/.exec(line) ?? []
    if (x1 === undefined) return false
    // The foot's letters hang a little under the line they stand on.
    return Number(x1) < margin || Number(y1) < margin - 3 || Number(x2) > Number(width) - margin || Number(y2) > Number(height) - margin + 8
  })
}
