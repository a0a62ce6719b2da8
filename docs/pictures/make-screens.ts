import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createApp } from '../../src/main/app.ts'
import { startHttpHost } from '../../src/main/hosts/http.ts'
import { systemDesk } from '../../src/main/hosts/system-desk.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { toDigits } from '../../src/shared/domain/seal/digits.ts'
import { createClient } from '../../src/shared/rpc/client.ts'

// Takes the pictures of the screens from the running app with the example office, so that they stay true:
// `npm run pictures` (uses the browser of CHROME_PATH, or Playwright's own).

const here = fileURLToPath(new URL('./', import.meta.url))
const root = join(here, '../..')
const folder = await mkdtemp(join(tmpdir(), 'constancia-pictures-'))
const app = await createApp({ folder, resources: root, version: JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version, desk: systemDesk, log: { error: (_ref, error) => console.error(error) } })
const host = await startHttpHost({ app, page: join(root, 'out/renderer'), session: { who: 'Oficina', language: 'es' } })
const { origin } = new URL(host.address)
const path = process.env['CHROME_PATH']
const browser = await chromium.launch({ ...(path === undefined ? {} : { executablePath: path }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'es-PE', colorScheme: 'light' })

/** Goes there, waits until `seen` is on the page and it is at rest, and keeps the picture. */
async function picture(name: string, address: string, seen: (page: Page) => Promise<unknown>): Promise<void> {
  await page.goto(`${origin}/#/${address}`)
  await seen(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1200)
  await page.screenshot({ path: join(here, `${name}.png`) })
  console.log(`${name}.png`)
}

const shows = (text: string | RegExp) => (on: Page) => on.getByText(text).first().waitFor()

try {
  await page.goto(host.address)
  await picture('inicio-vacio', 'inicio', shows('De la lista al certificado'))
  await page.getByRole('button', { name: 'Cargar el ejemplo' }).first().click()
  await page.getByText('Está en la oficina de ejemplo').waitFor({ timeout: 120_000 })
  await picture('personas', 'personas', shows('320 personas'))
  await picture('programas', 'programas', shows('XII edición'))
  await picture('certificados', 'certificados', shows('N° 001-2026-MPE/GRH'))
  await results(page)
  await issuing(page)
  await trusted(page)
  await funders(page)
  await picture('ajustes', 'ajustes', shows('Nombre de la entidad'))
  await importing(page)
} finally {
  await browser.close()
  await host.close()
  await app.close()
  await rm(folder, { recursive: true, force: true })
}

/** One group of the example: how it attended, who earned what, and its record of results. */
async function results(on: Page): Promise<void> {
  await on.goto(`${origin}/#/programas`)
  await on.getByText('Cusco', { exact: true }).first().dblclick()
  await on.waitForURL(/grupo/)
  const group = /grupo\/[^/?]+/.exec(on.url())?.[0] ?? ''
  await picture('resumen', `programas/${group}/resumen`, shows('Asistencia por sesión'))
  await picture('sesiones', `programas/${group}/sesiones?vista=calendario`, shows('lun'))
  await picture('asistencia', `programas/${group}/asistencia`, shows('Apellidos y nombres'))
  await picture('resultados', `programas/${group}/resultados`, shows('Cumple todo lo que pide el curso'))
}

/** Issuing with the page beside it, drawn as it will be printed. */
async function issuing(on: Page): Promise<void> {
  await on.goto(`${origin}/#/certificados/emitir`)
  await on.getByRole('link', { name: /^Toda la edición/ }).first().click()
  // In the example everybody holds a certificate already.
  await on.getByRole('radio', { name: /^Constancia/ }).check()
  await on.getByText('Página 1 de 1').first().waitFor({ timeout: 30_000 })
  await on.mouse.move(0, 0)
  await on.waitForTimeout(2500)
  await on.screenshot({ path: join(here, 'emitir.png') })
  console.log('emitir.png')
}

/** The review of the roster as it comes, before anything is written: in the office's own, still empty, database. */
async function importing(on: Page): Promise<void> {
  await on.getByRole('button', { name: 'Salir del ejemplo' }).click()
  await on.getByText('Está en la oficina de ejemplo').waitFor({ state: 'hidden' })
  await on.goto(`${origin}/#/personas/importar`)
  const chooser = on.waitForEvent('filechooser')
  await on.getByRole('button', { name: 'Elegir archivo' }).click()
  await (await chooser).setFiles(join(root, 'samples/01-caf-xii-participantes.xlsx'))
  await on.getByText('APELLIDOS Y NOMBRES').first().waitFor({ timeout: 30_000 })
  await on.waitForTimeout(800)
  await on.screenshot({ path: join(here, 'importar-columnas.png') })
  await on.keyboard.press('Enter')
  // The office's own database is empty: the people alone, without groups.
  await on.getByRole('radio', { name: /^Solo a la relación/ }).check()
  await on.getByRole('button', { name: 'Revisar' }).click()
  await on.getByText('que perdió sus ceros').first().waitFor({ timeout: 30_000 })
  await on.waitForTimeout(1500)
  await on.screenshot({ path: join(here, 'importar-revision.png') })
  console.log('importar-columnas.png, importar-revision.png')
}

/** What a funder is told: the overview with two more programmes, a matrix, and the report as it will go out. */
async function funders(on: Page): Promise<void> {
  await on.goto(`${origin}/#/inicio`)
  for (const programme of ['Cajamarca', 'Agentes de cooperación']) {
    await on.getByRole('button', { name: new RegExp(`^Cargar «${programme}`) }).click()
    await on.getByRole('link', { name: new RegExp(`^${programme}`) }).waitFor({ timeout: 120_000 })
  }
  await picture('panorama', 'resultados', shows('Por región'))
  await on.goto(`${origin}/#/resultados/indicadores`)
  await on.getByText('Marco de resultados de la XII edición').first().dblclick()
  await on.getByText('Objetivo específico').first().waitFor()
  await on.mouse.move(0, 0)
  await on.waitForTimeout(1500)
  await on.screenshot({ path: join(here, 'matriz.png') })
  await on.goto(`${origin}/#/resultados/compromisos`)
  await on.getByRole('link', { name: /participación ciudadana/ }).first().click()
  await on.getByText('PECJA0001').first().waitFor()
  await on.waitForTimeout(1500)
  await on.screenshot({ path: join(here, 'compromiso.png') })
  console.log('matriz.png, compromiso.png')
}

/** A design being made, a paper verified from what its QR says, and what waits to be handed over. */
async function trusted(on: Page): Promise<void> {
  await picture('entrega', 'certificados/entrega', shows('por imprimir'))
  await on.goto(`${origin}/#/certificados/disenos`)
  await on.getByRole('button', { name: 'Usar como base' }).first().click()
  await on.getByRole('button', { name: 'Crear y abrir' }).click()
  await on.getByRole('button', { name: 'Guardar' }).waitFor()
  await on.getByRole('option', { name: /nombre/i }).first().click()
  await on.mouse.move(0, 0)
  await on.waitForTimeout(2000)
  await on.screenshot({ path: join(here, 'diseno.png') })
  const session = { who: 'Oficina', language: 'es' as const }
  const api = createClient(contract, { call: (request) => app.call(request, session), cancel: (id) => app.cancel(id), onNews: (listener) => app.onNews(listener), send: (name, bytes) => app.files().receive(name, bytes), fetch: async (file) => readFile(app.files().path(file)) }, randomUUID)
  const [first] = (await api.certificates.list({ limit: 1 })).rows
  const { seal } = JSON.parse((await api.certificates.get({ id: first?.id ?? '' })).frozen) as { seal: string | null }
  await on.goto(`${origin}/#/certificados/verificar`)
  await on.getByRole('textbox').first().fill(toDigits(Buffer.from(seal ?? '', 'base64')))
  await on.keyboard.press('Enter')
  await on.getByText('Compare', { exact: false }).first().waitFor()
  await on.waitForTimeout(1000)
  await on.screenshot({ path: join(here, 'verificar.png') })
  console.log('diseno.png, verificar.png')
}
