import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawPreview, drawSeparateFiles } from '../../src/main/documents/certificate-batch.ts'
import { frozenCertificate, frozenLook, frozenOwn } from '../../src/shared/contract/frozen.ts'
import type { AnyFrozen } from '../../src/shared/contract/frozen.ts'
import { sampleAssets } from './certificate-sample.ts'

// What was issued never changes: these papers, as they were frozen once, must be the same bytes in every later version. When a
// test here fails, the drawing changed. It must not: draw what is new under a new format and leave the old one as it is.

const drawn: Readonly<Record<string, string>> = {
  'first-sober': '7d3f0dfb0d82c147831d9a0a4c9c44df0bbb2a89df402ca166a05824e1dafdc8',
  'first-festive': 'a34f95bfc3a344e64b761a51185292da2a70dfbd7a36c54492e347c7b10f1bda',
  'second-sober': '71687d265df13c84c4748441aa06b67555c89b131ef4999735358febe89871f4',
  'second-festive': '7c23e20ab3d4eb8e70bf8fc98506aea18b9170c90798a6469d08cdf6a0b4924e',
  'second-own': 'cce3b93c79551ec2c5f9ef270c0587ad2e4986fedaf49b7add8bdb2e1fdcfd60',
}

function frozen(name: string): AnyFrozen {
  const paper = JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')) as { format: number; look: unknown; own: unknown }
  return paper.format === 1 ? frozenCertificate.parse(paper) : { format: 2, look: frozenLook.parse(paper.look), own: frozenOwn.parse(paper.own) }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('papers of every shape are the bytes that they were when they were issued, alone', async () => {
  for (const [name, hash] of Object.entries(drawn)) expect({ name, hash: sha256(await drawPreview(frozen(name), sampleAssets)) }).toEqual({ name, hash })
})

test('and in a batch, drawn by two threads among others', async () => {
  const names = Object.keys(drawn)
  const batch = Array.from({ length: 12 }, (_, at) => names[at % names.length] ?? '')
  const found: string[] = []
  for await (const { bytes } of drawSeparateFiles(batch.map(frozen), sampleAssets)) found.push(sha256(bytes))
  expect(found).toEqual(batch.map((name) => drawn[name]))
})
