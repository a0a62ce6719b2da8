import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { actaPaper, actaSheet } from '../../src/main/documents/acta-paper.ts'
import { drawFormal } from '../../src/main/documents/drawing-batch.ts'
import { formalTitle } from '../../src/main/documents/formal-model.ts'
import { formalPdfs } from '../../src/main/documents/formal-pdf.ts'
import { reportSheet } from '../../src/main/documents/sheet-xlsx.ts'
import type { FrozenActa } from '../../src/shared/contract/actas.ts'
import { anActa } from './acta-sample.ts'
import { collected } from './report-sample.ts'
import { run } from './second-programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'acta-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hasOffice = spawnSync('soffice', ['--version']).status === 0
const logo = new Uint8Array(readFileSync(join(import.meta.dirname, '../../samples/assets/logo-municipalidad.png')))
const logoHash = createHash('sha256').update(logo).digest('hex')
const images = new Map([[logoHash, logo]])
const digest = 'ab12cd34ef56'.repeat(6).slice(0, 64)

async function drawn(name: string, frozen: FrozenActa, watermark: string | null = null): Promise<string> {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, await formalPdfs([actaPaper(frozen, { images, digest: watermark === null ? digest : null, watermark })], 'Acta'))
  return path
}

const pagesOf = (path: string): string[] => run('pdftotext', '-layout', path, '-').toString().split('\f').slice(0, -1)
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n)
const flat = (text: string): string => text.replace(/\s+/g, ' ')

describe('the record of results on paper', () => {
  test('is a sound PDF of upright A4 pages that carries its faces', async () => {
    const path = await drawn('sound', anActa(60, { logos: [{ assetHash: logoHash, name: 'Municipalidad Provincial de Cajamarca' }] }))
    expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors')
    expect(run('pdffonts', path).toString().trim().split('\n').slice(2).filter((line) => !/ yes yes yes /.test(line))).toEqual([])
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Page size: +595\.28 x 841\.89/)
  })

  test('says on each page which it is, of how many, whose and with which digest, and repeats the table’s head', async () => {
    const pages = pagesOf(await drawn('heads', anActa(120)))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.map((text) => /Página \d+ de \d+/.exec(text)?.[0])).toEqual(pages.map((_, at) => `Página ${at + 1} de ${pages.length}`))
    for (const page of pages) {
      expect(page).toContain('N° 012-2026-MPC/GRH · Huella AB12 CD34 EF56 AB12')
      expect(page).toMatch(/Apellidos y nombres\s+Documento/)
    }
  })

  test('shows every line once, the facts, the rules, the totals and the closing', async () => {
    const acta = anActa(120, { observations: 'La sesión del 14 de octubre se reprogramó.', words: { ...anActa(1).words, replaces: 'Reemplaza al acta N° 011-2026-MPC/GRH. Motivo: se omitió a dos personas.' } })
    const words = flat(run('pdftotext', await drawn('whole', acta), '-').toString())
    const numbered = acta.lines.filter((line) => line.documentNumber !== null && words.split(line.documentNumber).length !== 2)
    expect(numbered).toEqual([])
    for (const { label, value } of acta.facts) for (const part of [label, value]) expect(words).toContain(part)
    for (const rule of acta.rules) expect(words).toContain(rule)
    for (const { label, value } of acta.totals) expect(words).toMatch(new RegExp(`${value}.*${label.replace(/[()]/g, '\\$&')}`))
    for (const part of [acta.closingLine, 'Observaciones La sesión del 14 de octubre se reprogramó.', 'Reemplaza al acta N° 011-2026-MPC/GRH. Motivo: se omitió a dos personas.', 'Rosa Elvira Ñaupari Güere', 'Coordinador académico']) expect(words).toContain(part)
  })

  test('never leaves the signatures without rows, however many people there are', async () => {
    const rows = (page: string): number => (page.match(/^\s*\d+ .*(Aprobó|Asistió|No cumplió|Se retiró)/gm) ?? []).length
    const alone: number[] = []
    // Around the ends of the first and of the second page.
    for (const people of [1, 2, 3, ...span(9, 22), ...span(38, 50)]) {
      const last = pagesOf(await drawn('signed', anActa(people))).at(-1) ?? ''
      if (!flat(last).includes('Héctor Chuquihuanca') || !flat(last).includes('se cierra la presente acta') || rows(last) < Math.min(people, 3)) alone.push(people)
    }
    expect(alone).toEqual([])
  })

  test('of very long observations goes on over the pages and keeps the signatures with the closing', async () => {
    const observations = Array.from({ length: 40 }, (_, n) => `Observación ${n}: ${'se dejó constancia de lo actuado. '.repeat(2)}`).join('\n').slice(0, 4000)
    const pages = pagesOf(await drawn('long', anActa(30, { observations, signers: Array.from({ length: 6 }, (_, n) => ({ name: `Firmante ${n + 1}`, post: 'Responsable de la Unidad de Gestión de Recursos Humanos' })) })))
    const last = flat(pages.at(-1) ?? '')
    for (const part of ['se cierra la presente acta', 'Firmante 1', 'Firmante 6']) expect(last).toContain(part)
    expect(flat(pages.join(' '))).toContain('Observación 39')
  })

  test('holds a line with the longest remark that may be frozen', async () => {
    const acta = anActa(3)
    const remark = Array.from({ length: 170 }, (_, n) => `nota${n}`).join(' ').slice(0, 1200)
    const first = acta.lines[0]
    if (first === undefined) throw new Error('the sample has no line')
    const words = flat(run('pdftotext', await drawn('remark', { ...acta, lines: [{ ...first, observation: remark }, ...acta.lines.slice(1)] }), '-').toString())
    for (const word of ['nota0', 'nota80', remark.split(' ').at(-1) ?? '']) expect(words).toContain(word)
  })

  test('writes nothing outside its margins', async () => {
    const boxes = run('pdftotext', '-bbox', await drawn('margins', anActa(80)), '-').toString()
    const outside = boxes.split('\n').filter((line) => {
      const [, x1, y1, x2, y2] = /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/.exec(line) ?? []
      return x1 !== undefined && (Number(x1) < 39 || Number(y1) < 36 || Number(x2) > 595.28 - 39 || Number(y2) > 841.89 - 31)
    })
    expect(outside).toEqual([])
  })

  test('as a draft says so on every page, and has no number', async () => {
    const pages = pagesOf(await drawn('draft', anActa(60), 'PROYECTO DE ACTA'))
    for (const page of pages) expect(page).toContain('Acta de evaluación y resultados · PROYECTO DE ACTA')
    const words = pages.join('')
    expect(words).not.toContain('N° 012-2026')
  })

  test('is the same bytes for the same record, drawn in a thread of its own too', async () => {
    const paper = actaPaper(anActa(40, { logos: [{ assetHash: logoHash, name: 'Municipalidad Provincial de Cajamarca' }] }), { images, digest, watermark: null })
    const [one, other] = [await formalPdfs([paper], formalTitle(paper)), await collected(drawFormal(paper))]
    expect(Buffer.compare(one, other)).toBe(0)
  })

  test('stops drawing when asked to', async () => {
    const stop = new AbortController()
    const drawing = collected(drawFormal(actaPaper(anActa(2000), { images, digest, watermark: null }), { signal: stop.signal }))
    stop.abort(new Error('nobody waits'))
    await expect(drawing).rejects.toThrow('nobody waits')
  })
})

describe('the record of results as a sheet', () => {
  test.skipIf(!hasOffice)('LibreOffice shows each line with its figures', async () => {
    const acta = anActa(40)
    const path = join(folder, 'acta.xlsx')
    writeFileSync(path, await collected(reportSheet(actaSheet(acta))))
    const home = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [home, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true', '--outdir', folder, path], { stdio: 'ignore' })
    const rows: string[][] = parse(readFileSync(join(folder, 'acta.csv')), { relax_column_count: true })
    const head = rows.findIndex((row) => row[0] === 'N.º')
    expect(rows[head]).toEqual(acta.words.columns)
    const two = (value: number | null): string => (value === null ? '' : value.toFixed(2))
    expect(rows.slice(head + 1)).toEqual(
      acta.lines.map((line, at) => [String(at + 1), line.personName, line.documentNumber ?? '', line.isWithdrawn ? '' : two(line.attendedMinutes / 45), line.isWithdrawn ? '' : two(line.share), two(line.mark), line.outcome, line.observation ?? '']),
    )
    expect(existsSync(path)).toBe(true)
  })
})
