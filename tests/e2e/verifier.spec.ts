import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test as base } from '@playwright/test'
import { toBuffer } from 'qrcode'
import { toDigits } from '../../src/shared/domain/seal/digits.ts'
import { verifierPage } from '../support/verifier-page.ts'
import { looksRight } from './looks-right.ts'

// The page as it is opened from a USB stick: a file, in a browser, with no app and no network.

interface Vectors {
  readonly now: string
  readonly offices: Readonly<Record<string, unknown>>
  readonly lists: readonly { readonly hex: string; readonly accepted: boolean }[]
  readonly seals: readonly { readonly text: string; readonly offices?: readonly string[]; readonly now?: string; readonly answer: string; readonly reason: string; readonly facts: { readonly name: string } | null; readonly code: string | null }[]
}

const ANSWERS: Readonly<Record<string, string>> = { authentic: 'Auténtico', annulled: 'Anulado', notAuthentic: 'No auténtico', cannotCheck: 'No se puede comprobar' }

const vectors = JSON.parse(await readFile('docs/sello/vectores.json', 'utf8')) as Vectors
const usual = vectors.seals.find((one) => one.reason === 'authentic' && /^\d+$/.test(one.text))
if (usual === undefined) throw new Error('no authentic example')

/** The page with these offices in it, opened from a folder; and every request that it made. */
const test = base.extend<{ open: (offices: readonly string[]) => Promise<{ page: Page; requests: string[]; complaints: string[] }> }>({
  open: async ({ page }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'constancia-usb-'))
    await use(async (offices) => {
      const data = { generatedAt: vectors.now, offices: offices.map((name) => vectors.offices[name]) }
      const block = JSON.stringify(data).replace(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
      const html = (await readFile(await verifierPage(), 'utf8')).replace(/(<script type="application\/json" id="datos">)[^<]*/, (_, start: string) => start + block)
      const path = join(folder, 'verificador.html')
      await writeFile(path, html)
      const requests: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.clock.setFixedTime(new Date(vectors.now))
      await page.goto(pathToFileURL(path).href)
      return { page, requests, complaints }
    })
    await rm(folder, { recursive: true, force: true })
  },
})

const verdict = (page: Page) => page.getByRole('region', { name: 'Respuesta' }).getByRole('heading', { level: 2 })

test('the page answers the published examples, with nothing loaded and nothing sent', async ({ open }) => {
  const { page, requests, complaints } = await open(['A'])
  const asked = vectors.seals.filter((one) => one.offices === undefined && one.now === undefined && one.text.trim() !== '')
  const seen = new Map(asked.map((one) => [one.reason, one]))
  for (const one of seen.values()) {
    await page.getByLabel(/Pase el lector/).fill(one.text)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: /Pase el lector/ })).toHaveValue('')
    await expect(verdict(page)).toHaveText(ANSWERS[one.answer] ?? '')
    if (one.facts !== null) await expect(page.getByRole('region', { name: 'Respuesta' })).toContainText(one.facts.name)
  }
  expect(seen.size).toBeGreaterThan(6)
  expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([])
  expect(requests).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('a USB reader types wherever the focus is; the answer says what to compare, the code and the date of the list', async ({ open }) => {
  const { page } = await open(['A'])
  await page.getByRole('button', { name: 'Elegir una foto' }).focus()
  await page.keyboard.type(usual.text.slice(0, 5))
  await page.keyboard.insertText(usual.text.slice(5))
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: 'Respuesta' })
  await expect(verdict(page)).toHaveText('Auténtico')
  await expect(region).toContainText('Compare nombre y documento con el papel')
  await expect(region).toContainText(`${usual.code?.slice(0, 5)}-${usual.code?.slice(5)}`)
  await expect(region).toContainText('Lista de anulados del')
  await expect(page.getByLabel(/Pase el lector/)).toBeFocused()
  await looksRight(page, 'an authentic paper')
  await page.setViewportSize({ width: 910, height: 512 })
  await looksRight(page, 'an authentic paper at 150 %')
})

test('a list scanned from the notice board makes up for one that the page lacks', async ({ open }) => {
  const { page } = await open(['A_sin_lista'])
  const list = vectors.lists.find((one) => one.accepted)
  const scan = async (text: string) => {
    await page.getByLabel(/Pase el lector/).fill(text)
    await page.keyboard.press('Enter')
  }
  await scan(usual.text)
  await expect(verdict(page)).toHaveText('No se puede comprobar')
  await scan(toDigits(Buffer.from(list?.hex ?? '', 'hex')))
  await expect(page.getByRole('region', { name: 'Respuesta' })).toContainText('Se tomó la lista de anulados')
  await scan(usual.text)
  await expect(verdict(page)).toHaveText('Auténtico')
})

test('photos are read from a file, pasted and dropped; what is no photo says so', async ({ open }) => {
  const { page, requests } = await open(['A'])
  const png = await toBuffer([{ data: usual.text, mode: 'numeric' }], { errorCorrectionLevel: 'M', scale: 4 })
  await page.getByLabel('Foto o imagen con el código QR').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png })
  await expect(verdict(page)).toHaveText('Auténtico')
  for (const kind of ['paste', 'drop'] as const) {
    await page.getByLabel(/Pase el lector/).fill('987654321')
    await page.keyboard.press('Enter')
    await expect(verdict(page)).toHaveText('No se puede comprobar')
    await page.evaluate(
      ([event, base64]) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'foto.png', { type: 'image/png' }))
        const given = { bubbles: true, cancelable: true }
        document.body.dispatchEvent(event === 'paste' ? new ClipboardEvent('paste', { ...given, clipboardData: data }) : new DragEvent('drop', { ...given, dataTransfer: data }))
      },
      [kind, png.toString('base64')] as const,
    )
    await expect(verdict(page)).toHaveText('Auténtico')
  }
  const bad = async (name: string, bytes: Buffer) => page.getByLabel('Foto o imagen con el código QR').setInputFiles({ name, mimeType: 'image/png', buffer: bytes })
  await bad('acta.pdf', Buffer.from('%PDF-1.7\n'))
  await expect(page.locator('#estado')).toContainText('no abre archivos PDF')
  const huge = Buffer.from(png)
  huge.writeUInt32BE(10_000, 16)
  huge.writeUInt32BE(10_000, 20)
  await bad('enorme.png', huge)
  await expect(page.locator('#estado')).toContainText('demasiado grande')
  await bad('nota.png', Buffer.from('una nota'))
  await expect(page.locator('#estado')).toContainText('No se pudo leer como imagen')
  expect(requests.filter((address) => !/^(file|blob):/.test(address))).toEqual([])
})

test('the page lets nothing else load or run, and without data it says that it can check nothing', async ({ open }) => {
  const { page } = await open([])
  const ends: string[] = []
  page.on('requestfinished', (request) => ends.push(`${request.url()} went out`))
  page.on('requestfailed', (request) => ends.push(request.failure()?.errorText ?? ''))
  await expect(page.locator('#avisos')).toContainText('no trae los datos de ninguna oficina')
  await looksRight(page, 'the page without data')
  await page.evaluate(() => {
    const blocked: string[] = []
    Object.assign(window, { blocked })
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const add = (name: string, given: Readonly<Record<string, string>>) => document.body.append(Object.assign(document.createElement(name), given))
    add('img', { src: 'https://example.com/a.png' })
    add('script', { src: 'https://example.com/a.js' })
    add('script', { textContent: 'window.ran = true' })
    add('style', { textContent: 'body { display: none }' })
    add('iframe', { src: 'https://example.com/' })
    add('link', { rel: 'stylesheet', href: 'https://example.com/a.css' })
    fetch('https://example.com/').catch(() => {})
    navigator.sendBeacon('https://example.com/', 'x')
  })
  const blocked = () => page.evaluate(() => [...new Set((window as unknown as { blocked: string[] }).blocked)].toSorted())
  await expect.poll(blocked).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'])
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  // The browser itself tells of each that it refused, and of no other.
  expect([...new Set(ends)]).toEqual(['csp'])
  expect((await readFile(await verifierPage())).byteLength).toBeLessThan(150_000)
})

test('number, RUC and code typed by hand are only checked for mistakes', async ({ open }) => {
  const { page } = await open(['A'])
  await page.getByText('No puedo leer el código QR').click()
  await page.getByLabel('Número del documento').fill('N° 004-2026')
  await page.getByLabel('RUC de la oficina').fill('20100070970')
  await page.getByLabel('Código de verificación').fill(usual.code ?? '')
  await page.getByRole('button', { name: 'Revisar' }).click()
  await expect(page.locator('#escrito-respuesta')).toContainText('pregunte a la oficina')
  await page.getByLabel('Código de verificación').fill(`${usual.code?.slice(0, 9)}${usual.code?.endsWith('7') ? '8' : '7'}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('#escrito-respuesta')).toContainText('no concuerda')
})
