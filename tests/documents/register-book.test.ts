import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { drawRegisterBook } from '../../src/main/documents/drawing-batch.ts'
import type { BookEntry } from '../../src/main/documents/register-book-model.ts'
import { foliosOf } from '../../src/main/documents/register-book-model.ts'
import { explainedGaps, missingRanges } from '../../src/shared/domain/numbering-ranges.ts'
import { registerBook } from './register-book-sample.ts'
import { run } from './second-programs.ts'

const entry = (correlative: number): BookEntry => ({ correlative, cells: [`N° ${correlative}`], quiet: false })

async function fileOf(book: ReturnType<typeof registerBook>): Promise<{ path: string; bytes: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-libro-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const pieces: Uint8Array[] = []
  for await (const piece of drawRegisterBook(book)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const path = join(folder, 'libro.pdf')
  await writeFile(path, bytes)
  return { path, bytes }
}

describe('the libro de registro', () => {
  it('has every number on its folio, papers and gaps alike, and no folio twice', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { maxLength: 40 }).map((all) => all.toSorted((one, other) => one - other))
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 80 }), (given, rowsPerFolio, last) => {
        const gaps = explainedGaps(missingRanges(given, Math.max(last, given.at(-1) ?? 0)), [], 'antes')
        const folios = foliosOf({ entries: given.map(entry), gaps, rowsPerFolio, language: 'es' })
        expect(folios.flatMap((one) => Array.from({ length: one.last - one.first + 1 }, (_, at) => one.first + at))).toEqual(Array.from({ length: folios.at(-1)?.last ?? 0 }, (_, at) => at + 1))
        const seen: number[] = []
        for (const one of folios) {
          for (const line of one.lines) {
            const [first = 0, end = first] = line.kind === 'entry' ? [line.entry.correlative] : [...line.text.matchAll(/N° (\d+)/g)].map((found) => Number(found[1]))
            for (let number = first; number <= end; number += 1) seen.push(number)
            expect(first).toBeGreaterThan((one.first - 1) * rowsPerFolio)
            expect(end).toBeLessThanOrEqual(one.last * rowsPerFolio)
          }
        }
        expect(seen).toEqual(Array.from({ length: Math.max(last, given.at(-1) ?? 0) }, (_, at) => at + 1))
      }),
    )
  })

  it('shows one folio a page, every text whole, and is the same bytes every time', async () => {
    const book = registerBook(60)
    const { path, bytes } = await fileOf(book)
    expect((await fileOf(book)).bytes.equals(bytes)).toBe(true)
    const pages = run('pdftotext', '-layout', path, '-').toString('utf8').normalize('NFC').split('\f').slice(0, -1)
    // One to open it, three folios of 25, one to close it.
    expect(pages.map((page) => /Folio (\d+)/.exec(page)?.[1])).toEqual([undefined, '1', '2', '3', undefined])
    expect(pages[2]).toContain('N° 026-2026-MPC/GRH')
    expect(pages[2]).toContain('N° 050-2026-MPC/GRH')
    const raw = run('pdftotext', '-raw', path, '-').toString('utf8').normalize('NFC').replace(/\s+/g, ' ')
    expect(raw).toContain('María del Carmen Encarnación de los Ángeles Huamanchumo Yupanqui viuda de Ñaupari')
    expect(() => run('qpdf', '--check', path)).not.toThrow()
  })

  it('goes on over another sheet of the same folio where its rows do not fit on one', async () => {
    const { path } = await fileOf({ ...registerBook(60), rowsPerFolio: 60 })
    const pages = run('pdftotext', '-layout', path, '-').toString('utf8').split('\f').slice(1, -2)
    expect(pages.map((page) => /Folio (\d+)/.exec(page)?.[1])).toEqual(['1', '1', '1'])
    expect(pages[1]).toContain('hoja 2 de 3 de este folio')
  })
})
