import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { bytesOfDigits } from '../../src/renderer/verifier/digits.ts'
import { readOffices } from '../../src/renderer/verifier/offices.ts'
import type { OfficeData } from '../../src/renderer/verifier/offices.ts'
import { verifySeal } from '../../src/renderer/verifier/verify.ts'
import { verifierPage } from '../support/verifier-page.ts'
import { percentile, report } from './measure.ts'

/**
 * The verifier page: how long one seal takes in a browser, and whether any of many changed seals passes.
 * `MUTATIONS` says how many are changed: 20,000 unless told; ten million take a quarter of an hour. Needs a browser (CHROME_PATH).
 */
const MUTATIONS = Number(process.env['MUTATIONS'] ?? 20_000)

interface Vectors {
  readonly now: string
  readonly offices: Readonly<Record<string, OfficeData>>
  readonly seals: readonly { readonly text: string; readonly reason: string; readonly offices?: readonly string[] }[]
}

const vectors = JSON.parse(await readFile(join(import.meta.dirname, '../../docs/sello/vectores.json'), 'utf8')) as Vectors
const office = vectors.offices['A']
const texts = vectors.seals.filter((one) => one.reason === 'authentic' && one.offices === undefined && /^\d+$/.test(one.text)).map((one) => one.text)
if (office === undefined || texts.length === 0) throw new Error('the published examples lack what is measured')
const data = { generatedAt: vectors.now, offices: [office] }

async function inBrowser(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-bench-'))
  const chosen = process.env['CHROME_PATH']
  const browser = await chromium.launch({ ...(chosen === undefined ? {} : { executablePath: chosen }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const html = await readFile(await verifierPage(), 'utf8')
    const path = join(folder, 'verificador.html')
    await writeFile(path, html.replace(/(id="datos">)[^<]*/, (_, start: string) => start + JSON.stringify(data)))
    report('Size of the page', `${(Buffer.byteLength(html) / 1000).toFixed(0)} kB`, 'aim: 300 kB')
    const page = await browser.newPage()
    await page.clock.setFixedTime(new Date(vectors.now))
    await page.goto(pathToFileURL(path).href)
    await page.locator('.office').first().waitFor()
    const times = await page.evaluate(timeAnswers, Array.from({ length: 40 }, (_, at) => texts[at % texts.length] ?? ''))
    report('From Enter to the answer in Chromium: the first', `${times[0]?.toFixed(1)} ms`, 'aim: 50 ms')
    report('… median, slowest of the rest', `${percentile(times.slice(1), 0.5).toFixed(1)}, ${Math.max(...times.slice(1)).toFixed(1)} ms`)
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs in the page: milliseconds from the Enter of each text until its answer stands. */
async function timeAnswers(given: readonly string[]): Promise<number[]> {
  const field = document.querySelector('textarea')
  const answers = document.getElementById('respuesta')
  const times: number[] = []
  for (const text of given) {
    if (field === null || answers === null) return []
    field.value = text
    answers.replaceChildren()
    const answered = new Promise((resolve) => new MutationObserver((_, observer) => (observer.disconnect(), resolve(undefined))).observe(answers, { childList: true }))
    await new Promise((resolve) => setTimeout(resolve))
    const start = performance.now()
    answers.replaceChildren()
    field.form?.requestSubmit()
    await answered
    times.push(performance.now() - start)
  }
  return times
}

/** A seal with one to four changes: a bit turned, a byte written, put in, taken out, or a stretch of another seal. */
function mutate(seal: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let bytes = Array.from(seal)
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const at = Math.floor(random() * bytes.length)
    const kind = Math.floor(random() * 5)
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    else if (kind === 1) bytes[at] = Math.floor(random() * 256)
    else if (kind === 2) bytes.splice(at, 0, Math.floor(random() * 256))
    else if (kind === 3) bytes.splice(at, 1)
    else bytes = [...bytes.slice(0, at), ...other.subarray(at, at + 16), ...bytes.slice(at + 16)]
  }
  return Uint8Array.from(bytes)
}

async function forgeries(): Promise<void> {
  const now = Math.floor(Date.parse(vectors.now) / 1000)
  const known = await readOffices(data, now)
  const seals = texts.map((text) => bytesOfDigits(text)).filter((one) => one !== null)
  const originals = new Set(seals.map(String))
  let state = 20_261_122
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const pick = () => seals[Math.floor(random() * seals.length)] ?? new Uint8Array()
  const counts = new Map<string, number>()
  const start = performance.now()
  for (let done = 0; done < MUTATIONS; done += 1) {
    const forged = mutate(pick(), pick(), random)
    const { reason } = await verifySeal(forged, known, now)
    const isUnchanged = reason === 'authentic' && originals.has(String(forged))
    const name = isUnchanged ? 'unchanged after all' : reason
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  report(`${MUTATIONS.toLocaleString('en')} changed seals`, `${((performance.now() - start) / 1000).toFixed(1)} s`, [...counts].map(([name, count]) => `${name} ${count}`).join(' · '))
  report('… of them taken for authentic', String(counts.get('authentic') ?? 0), 'aim: 0')
}

await forgeries()
await inBrowser()
