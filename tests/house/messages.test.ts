import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/shared/messages/en/index.ts'
import { es } from '../../src/shared/messages/es/index.ts'

const source = join(import.meta.dirname, '../../src')

/** All code but the catalogues themselves. */
async function code(): Promise<string> {
  const texts: string[] = []
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && /\.tsx?$/.test(entry.name) && !/shared.messages.(es|en)\b/.test(path)) texts.push(await readFile(path, 'utf8'))
  }
  return texts.join('\n')
}

describe('the catalogue of sentences', () => {
  it('has the same keys in Spanish and English, each of the same kind', () => {
    const shape = (catalogue: Readonly<Record<string, unknown>>) => Object.entries(catalogue).map(([key, entry]) => `${key}: ${typeof entry}`).toSorted()
    expect(shape(en)).toEqual(shape(es))
  })

  it('has no sentence that nothing says', async () => {
    const text = await code()
    const literal = new Set(text.match(/['"`][a-zA-Z]+\.[\w.-]+['"`]/g)?.map((one) => one.slice(1, -1)))
    // Keys composed while running keep a literal beginning: `imports.cause.${cause}`.
    const beginnings = text.match(/`[a-zA-Z]+\.[\w.-]*\$\{/g)?.map((one) => one.slice(1, -2)) ?? []
    const unused = Object.keys(es).filter((key) => !literal.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)))
    expect(unused).toEqual([])
  })

  it('has no sentence said that it lacks', async () => {
    const text = await code()
    const said = [...text.matchAll(/\b(?:t|told|refuse|missing|say\([^,()]+,|Failure\('\w+',)\(?\s*'([a-z]+\.[\w.-]+)'/g)].map((match) => match[1] ?? '')
    expect(said.length).toBeGreaterThan(100)
    expect([...new Set(said)].filter((key) => !(key in es))).toEqual([])
  })

  it('speaks of usted and names no month as Spain does', () => {
    const sentences = Object.entries(es).map(([key, entry]) => [key, typeof entry === 'string' ? entry : String(entry)] as const)
    const wrong = sentences.filter(([, sentence]) => /\b(tú|vuestr[oa]|haz clic|septiembre|click)\b/i.test(sentence)).map(([key]) => key)
    expect(wrong).toEqual([])
  })
})
