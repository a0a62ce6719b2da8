import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { zipped } from '../../src/main/documents/zip.ts'
import type { NamedFile } from '../../src/main/documents/zip.ts'
import { collected } from './report-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'zip-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a ZIP of named files', () => {
  test('gives back every file, its name with every letter, and the day it was made', async () => {
    const words = new TextEncoder().encode('ñ'.repeat(10_000))
    const bytes = await whole([
      { name: 'ĨWÃ TSAMAJẼIN ñandú.pdf', bytes: words },
      { name: 'lista.csv', bytes: words },
      { name: 'vacío.txt', bytes: new Uint8Array(0) },
    ])
    const entries = await listed(bytes)
    expect(entries).toEqual([
      { name: 'ĨWÃ TSAMAJẼIN ñandú.pdf', size: 20_000, stored: true, day: '2026-11-22' },
      { name: 'lista.csv', size: 20_000, stored: false, day: '2026-11-22' },
      { name: 'vacío.txt', size: 0, stored: false, day: '2026-11-22' },
    ])
    expect(unzipSync(bytes)['lista.csv']).toEqual(words)
  })

  test('is accepted by a second program', async () => {
    const path = join(folder, 'a.zip')
    writeFileSync(path, await whole([{ name: 'año/acta.pdf', bytes: new Uint8Array(300_000).fill(7) }]))
    const check = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.namelist()[0])'
    expect(execFileSync('python3', ['-c', check, path], { encoding: 'utf8' }).trim()).toBe('None año/acta.pdf')
  })

  test('is the same bytes for the same files', async () => {
    const files = [{ name: 'a.txt', bytes: new Uint8Array([1, 2, 3]) }]
    expect(await whole(files)).toEqual(await whole(files))
  })

  test('draws a file only when the one before it was taken', async () => {
    const drawn: number[] = []
    async function* files(): AsyncGenerator<NamedFile> {
      for (let n = 0; n < 50; n++) {
        drawn.push(n)
        yield { name: `${n}.pdf`, bytes: new Uint8Array(1_000) }
      }
    }
    const zip = zipped(files(), '2026-11-22')
    await zip.next()
    await zip.return(undefined)
    expect(drawn).toEqual([0])
  })

  test('throws what a file throws', async () => {
    async function* files(): AsyncGenerator<NamedFile> {
      yield { name: 'a.pdf', bytes: new Uint8Array(10) }
      throw new Error('the disk is gone')
    }
    await expect(collected(zipped(files(), '2026-11-22'))).rejects.toThrow('the disk is gone')
  })
})

async function whole(files: readonly NamedFile[]): Promise<Uint8Array> {
  return collected(zipped(files, '2026-11-22'))
}

function listed(bytes: Uint8Array): Promise<{ name: string; size: number; stored: boolean; day: string }[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), (error, zip) => {
      if (error) return reject(error)
      const entries: { name: string; size: number; stored: boolean; day: string }[] = []
      zip.on('entry', (entry) => {
        const day = entry.getLastModDate().toLocaleDateString('sv-SE')
        entries.push({ name: entry.fileName, size: entry.uncompressedSize, stored: entry.compressionMethod === 0, day })
      })
      zip.on('end', () => resolve(entries))
      zip.on('error', reject)
    })
  })
}
